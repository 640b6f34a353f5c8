<#
.SYNOPSIS
    Moves users to another domain: adds and verifies it, renames the users, and shows who was left behind.
.DESCRIPTION
    Renames the users of one or all departments from the old domain to the new one and writes a log with the old and the
    new name of each. Users that come from on-premises and names that are taken are left alone and told at the end. With
    -MakeDefault the new domain becomes the default one. Without -Apply nothing is changed.

    msolemu --workspace lab run samples/change-domain.ps1 -NewDomain contoso-group.com -Apply
#>
[CmdletBinding()]
param (
    [Parameter(Mandatory = $true)]
    [ValidatePattern('^[\w-]+(\.[\w-]+)+$')]
    [string] $NewDomain,

    [string] $OldDomain = 'contoso.com',

    [string] $Department,

    [string] $LogPath = 'C:\Logs\ChangeDomain.csv',

    [switch] $MakeDefault,

    [switch] $Apply
)

# Connect only if there is no connection yet
try {
    $null = Get-MsolDomain -ErrorAction Stop
}
catch {
    Connect-MsolService
}

# 1. The new domain is there and verified

$domain = Get-MsolDomain -DomainName $NewDomain -ErrorAction SilentlyContinue
if ($domain -eq $null -and $Apply) {
    $domain = New-MsolDomain -Name $NewDomain
    Write-Host "Added $NewDomain" -ForegroundColor Green
}
if ($domain.Status -eq 'Unverified' -and $Apply) {
    $record = Get-MsolDomainVerificationDns -DomainName $NewDomain -Mode DnsTxtRecord
    Write-Host ("Publish this record:  {0}  TXT  {1}" -f $record.Label, $record.Text)
    try {
        Confirm-MsolDomain -DomainName $NewDomain -ErrorAction Stop
        Write-Host "Verified $NewDomain" -ForegroundColor Green
    }
    catch {
        Write-Warning $_.Exception.Message
        exit 1
    }
}

# 2. The users move

$filter = @{}
if ($Department) { $filter.Department = $Department }
$pattern = '@' + [regex]::Escape($OldDomain) + '$'
$users = @(Get-MsolUser -All @filter | Where-Object { $_.UserPrincipalName -match $pattern } | Sort-Object UserPrincipalName)
Write-Host "$($users.Count) users of $OldDomain"

$log = foreach ($user in $users) {
    $newName = $user.UserPrincipalName -replace $pattern, "@$NewDomain"
    $outcome = 'would be renamed'
    if ($user.LastDirSyncTime) {
        $outcome = 'skipped: comes from on-premises'
    }
    elseif ($Apply) {
        try {
            Set-MsolUserPrincipalName -ObjectId $user.ObjectId -NewUserPrincipalName $newName -ErrorAction Stop | Out-Null
            $outcome = 'renamed'
        }
        catch {
            $outcome = "failed: $($_.Exception.Message)"
        }
    }
    [PSCustomObject] @{
        DisplayName = $user.DisplayName
        OldName     = $user.UserPrincipalName
        NewName     = $newName
        Outcome     = $outcome
    }
}

$folder = Split-Path $LogPath
if (-not (Test-Path $folder)) { New-Item -ItemType Directory -Path $folder | Out-Null }
$log | Export-Csv -Path $LogPath -NoTypeInformation

$log | Group-Object { ($_.Outcome -split ':')[0] } | Sort-Object Name | Select-Object Name, Count | Format-Table -AutoSize
$log | Where-Object { $_.Outcome -like 'failed*' } | Format-Table OldName, Outcome -AutoSize

# 3. The default domain, and what still stands in the way of removing the old one

if ($MakeDefault -and $Apply) {
    Set-MsolDomain -Name $NewDomain -IsDefault
    Write-Host "New users are of $((Get-MsolDomain | Where-Object { $_.IsDefault }).Name)"
}
Get-MsolDomain | Where-Object { -not $_.IsInitial } | Format-Table Name, Status, Authentication, IsDefault -AutoSize

$left = @(Get-MsolUser -DomainName $OldDomain -All)
if ($left.Count -gt 0) {
    Write-Host "$($left.Count) users still have a name or an address of $OldDomain"
}

<#
.SYNOPSIS
    Creates users from a CSV file, with licences and a password of their own.
.DESCRIPTION
    One row is one user. A row that the service refuses is noted and the next one is taken. The passwords are written to
    a file for the help desk.

    msolemu --workspace lab run samples/new-users-from-csv.ps1
#>
param (
    [string] $CsvPath = (Join-Path $PSScriptRoot 'new-users.csv'),
    [string] $LogPath = 'C:\Reports\NewUsers.csv'
)

Connect-MsolService

$groups = @{}
Get-MsolGroup -All | Where-Object { $_.GroupType -eq 'Security' } | ForEach-Object { $groups[$_.DisplayName] = $_.ObjectId }

$log = New-Object System.Collections.ArrayList
foreach ($row in Import-Csv $CsvPath) {
    $values = @{
        UserPrincipalName = $row.UserPrincipalName
        DisplayName       = $row.DisplayName
        FirstName         = $row.FirstName
        LastName          = $row.LastName
        Department        = $row.Department
        Title             = $row.Title
    }
    if ($row.UsageLocation) { $values.UsageLocation = $row.UsageLocation }
    if ($row.Licenses) { $values.LicenseAssignment = $row.Licenses -split ';' }

    try {
        $user = New-MsolUser @values -ForceChangePassword $true -ErrorAction Stop
        [void] $log.Add([pscustomobject] @{ User = $row.UserPrincipalName; Result = 'Created'; Password = $user.Password })
    }
    catch [Microsoft.Online.Administration.Automation.MicrosoftOnlineException] {
        $id = $_.FullyQualifiedErrorId.Split(',')[0].Split('.')[-1]
        [void] $log.Add([pscustomobject] @{ User = $row.UserPrincipalName; Result = $id; Password = $null })
        Write-Warning "$($row.UserPrincipalName): $($_.Exception.Message)"
        continue
    }

    $group = "$($row.Department) Team"
    if ($groups.ContainsKey($group)) {
        Add-MsolGroupMember -GroupObjectId $groups[$group] -GroupMemberType User -GroupMemberObjectId $user.ObjectId
    }
}

New-Item -ItemType Directory -Path (Split-Path $LogPath) -Force | Out-Null
$log | Export-Csv $LogPath -NoTypeInformation
$log | Format-Table User, Result, @{ Label = 'HasPassword'; Expression = { [bool] $_.Password } } -AutoSize

$created = @($log | Where-Object { $_.Result -eq 'Created' })
Write-Host "$($created.Count) of $($log.Count) users created."
foreach ($one in $created) {
    $user = Get-MsolUser -UserPrincipalName $one.User
    Write-Host ('{0,-26} {1,-12} {2}' -f $user.UserPrincipalName, $user.Department, ($user.Licenses.AccountSkuId -join ', '))
}

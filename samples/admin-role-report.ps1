<#
.SYNOPSIS
    Who has which administrative role in the tenant, and what about these accounts deserves a second look.
.DESCRIPTION
    Walks through all directory roles and writes one row for each member to a CSV file. Administrators that are blocked,
    have no second factor, a licence they do not need or a password that never expires are marked. With
    -IncludeServicePrincipals the roles of applications are listed too.

    msolemu --workspace lab run samples/admin-role-report.ps1 -Path roles.csv
#>
[CmdletBinding()]
param (
    [string] $Path,
    [switch] $IncludeServicePrincipals
)

try {
    Get-MsolDomain -ErrorAction Stop | Out-Null
}
catch {
    Connect-MsolService
}

function Get-Remark {
    param ($Account)
    $remarks = @()
    if ($Account.BlockCredential) { $remarks += 'blocked' }
    if ($Account.StrongAuthenticationRequirements.Count -eq 0) { $remarks += 'no second factor' }
    if ($Account.PasswordNeverExpires -eq $true) { $remarks += 'password never expires' }
    if ($Account.LastDirSyncTime) { $remarks += 'synchronized' }
    return $remarks -join ', '
}

$report = @()
foreach ($role in (Get-MsolRole | Sort-Object Name)) {
    $members = Get-MsolRoleMember -RoleObjectId $role.ObjectId -All
    if (-not $members) { continue }

    foreach ($member in $members) {
        if ($member.RoleMemberType -eq 'User') {
            $account = Get-MsolUser -ObjectId $member.ObjectId -ErrorAction SilentlyContinue
            $remark = Get-Remark -Account $account
        }
        elseif ($IncludeServicePrincipals) {
            $remark = 'application'
        }
        else {
            continue
        }
        $report += New-Object PSObject -Property ([ordered] @{
            Role        = $role.Name
            Member      = $member.DisplayName
            SignInName  = $member.EmailAddress
            Licensed    = $member.IsLicensed
            LastSync    = $member.LastDirSyncTime
            Remark      = $remark
        })
    }
}

Write-Host ("{0} assignments of {1} roles" -f $report.Count, ($report | Group-Object Role | Measure-Object).Count)
$report | Format-Table Role, Member, SignInName, Licensed, Remark -AutoSize

Write-Host 'Roles for an administrative unit only:'
foreach ($unit in (Get-MsolAdministrativeUnit -All)) {
    foreach ($name in 'Helpdesk Administrator', 'User Account Administrator') {
        $role = Get-MsolRole -RoleName $name
        Get-MsolScopedRoleMember -RoleObjectId $role.ObjectId -AdministrativeUnitObjectId $unit.ObjectId -All |
            ForEach-Object { Write-Host "  $($unit.DisplayName): $($_.UserPrincipalName) is $name" }
    }
}

$several = $report | Where-Object { $_.SignInName } | Group-Object SignInName | Where-Object { $_.Count -gt 1 }
foreach ($one in $several) {
    Write-Warning "$($one.Name) has $($one.Count) roles: $(($one.Group.Role | Sort-Object) -join '; ')"
}

$administrators = @($report | Where-Object { $_.Role -eq 'Company Administrator' })
if ($administrators.Count -gt 2) {
    Write-Warning "There are $($administrators.Count) company administrators. Two are enough for most companies."
}

if ($Path) {
    $report | Export-Csv -Path $Path -NoTypeInformation -Encoding UTF8
    Write-Host "Written to $Path"
}

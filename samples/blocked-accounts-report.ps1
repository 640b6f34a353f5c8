<#
.SYNOPSIS
    Accounts that are blocked or look abandoned, and what they cost.
.DESCRIPTION
    Lists blocked accounts with their licences, and accounts whose password has not been changed for a long time; with
    -Clean it takes the licences away and blocks who is abandoned.

    msolemu --workspace lab run samples/blocked-accounts-report.ps1 -Clean
#>
param (
    [int] $AbandonedAfter = 150,
    [switch] $Clean
)

Connect-MsolService

$limit = (Get-Date).AddDays(-$AbandonedAfter)
$blocked = Get-MsolUser -All -EnabledFilter DisabledOnly | Sort-Object DisplayName
$abandoned = Get-MsolUser -All -EnabledFilter EnabledOnly |
    Where-Object { $_.UserType -eq 'Member' -and $_.LastPasswordChangeTimestamp -lt $limit -and !$_.PasswordNeverExpires } |
    Sort-Object LastPasswordChangeTimestamp

Write-Host "Blocked accounts: $(@($blocked).Count), with licences: $(@($blocked | ? { $_.isLicensed }).Count)"
$blocked | Select-Object DisplayName, @{ n = 'Kind'; e = { if ($_.Department) { 'Person' } else { 'Shared' } } },
    @{ n = 'Synced'; e = { $_.LastDirSyncTime -ne $null } },
    @{ n = 'Licences'; e = { ($_.Licenses | % { $_.AccountSku.SkuPartNumber }) -join ' ' } } | Format-Table -AutoSize

Write-Host "Not changed for $AbandonedAfter days: $(@($abandoned).Count)"
$abandoned | ft DisplayName, Department, @{ n = 'Days'; e = { ((Get-Date) - $_.LastPasswordChangeTimestamp).Days } } -AutoSize

if (-not $Clean) { return }

$freed = @{}
foreach ($user in $blocked | Where-Object { $_.IsLicensed }) {
    # What a group gives is taken away by taking the user out of the group.
    $skus = @($user.Licenses | ? { -not $_.GroupsAssigningLicense } | % { $_.AccountSkuId })
    Set-MsolUserLicense -UserPrincipalName $user.UserPrincipalName -RemoveLicenses $skus
    foreach ($sku in $skus) { $freed[$sku] += 1 }
}
Write-Host 'Licences that are free again:'
$freed.GetEnumerator() | Sort-Object Name | ForEach-Object { Write-Host "  $($_.Value) x $($_.Name)" }

$abandoned | ForEach-Object { Set-MsolUser -UserPrincipalName $_.UserPrincipalName -BlockCredential $true }
Write-Host "Blocked now: $(@(Get-MsolUser -All -EnabledFilter DisabledOnly).Count)"
Write-Host "Mailboxes that wait for a licence: $(@(Get-MsolUser -All -LicenseReconciliationNeededOnly).Count)"

<#
.SYNOPSIS
    Moves a department from one licence to another, keeps some plans switched off, and gives licences to who has none.
.DESCRIPTION
    Sets the usage location where it is missing, replaces the licence in one step, and stops giving out licences when
    they run out. With -WhatIfOnly it only tells what it would do.

    msolemu --workspace lab run samples/bulk-licensing.ps1 -Department Legal
#>
param (
    [string] $Department = 'Customer Service',
    [string] $From = 'STANDARDPACK',
    [string] $To = 'ENTERPRISEPACK',
    [string[]] $DisabledPlans = @('SWAY', 'YAMMER_ENTERPRISE'),
    [string] $DefaultLocation = 'US',
    [switch] $WhatIfOnly
)

Connect-MsolService

$account = (Get-MsolAccountSku | Select-Object -First 1).AccountSkuId.Split(':')[0]
$old, $new = "${account}:$From", "${account}:$To"
$options = New-MsolLicenseOptions -AccountSkuId $new -DisabledPlans $DisabledPlans

function Get-Free ([string] $Sku) {
    $found = Get-MsolAccountSku | Where-Object { $_.AccountSkuId -eq $Sku }
    return $found.ActiveUnits - $found.WarningUnits - $found.ConsumedUnits
}

Write-Host "Free before: $(Get-Free $old) of $From, $(Get-Free $new) of $To"
$moved = $given = 0
$failed = @()
foreach ($user in Get-MsolUser -All -Department $Department) {
    if ($user.BlockCredential) { Write-Host "  skipped, blocked: $($user.UserPrincipalName)"; continue }

    $skus = @($user.Licenses | ForEach-Object { $_.AccountSkuId })
    if ($skus -contains $new) { continue }
    if ($WhatIfOnly) { Write-Host "  would license $($user.UserPrincipalName)"; continue }

    if (-not $user.UsageLocation) {
        Set-MsolUser -ObjectId $user.ObjectId -UsageLocation $DefaultLocation
        Write-Host "  location set: $($user.UserPrincipalName)"
    }

    $change = @{ ObjectId = $user.ObjectId; AddLicenses = $new; LicenseOptions = $options }
    if ($skus -contains $old) { $change.RemoveLicenses = $old }
    Set-MsolUserLicense @change -ErrorAction SilentlyContinue -ErrorVariable problem
    if ($problem) {
        $failed += [pscustomobject] @{ User = $user.UserPrincipalName; Reason = $problem[0].Exception.Message }
    }
    elseif ($change.RemoveLicenses) { $moved++ }
    else { $given++ }
}

Write-Host "Moved: $moved, given: $given, failed: $($failed.Count)"
$failed | Select-Object -First 3 | Format-List
Write-Host "Free after: $(Get-Free $old) of $From, $(Get-Free $new) of $To"

$sample = Get-MsolUser -All -Department $Department | Where-Object { $_.Licenses.AccountSkuId -contains $new } | Select-Object -First 1
if ($sample) {
    Write-Host "Plans of $($sample.DisplayName):"
    ($sample.Licenses | Where-Object { $_.AccountSkuId -eq $new }).ServiceStatus |
        Group-Object ProvisioningStatus | Sort-Object Name | Format-Table Count, Name -AutoSize
}

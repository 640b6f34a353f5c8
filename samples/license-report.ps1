<#
.SYNOPSIS
    What licences the company has, who uses them, and which are wasted.
.DESCRIPTION
    Counts bought, used and free licences of each SKU, writes one row for every licence of every user to a CSV file, and
    lists licences of accounts that cannot sign in.

    msolemu --workspace lab run samples/license-report.ps1
#>
[CmdletBinding()]
param (
    [string] $ReportPath = 'C:\Reports\Licenses.csv'
)

# Connect only if there is no connection yet
try {
    $company = Get-MsolCompanyInformation -ErrorAction Stop
}
catch {
    Connect-MsolService
    $company = Get-MsolCompanyInformation
}

$friendlyNames = @{
    'DESKLESSPACK'      = 'Office 365 F3'
    'EMS'               = 'Enterprise Mobility + Security E3'
    'ENTERPRISEPACK'    = 'Office 365 E3'
    'ENTERPRISEPREMIUM' = 'Office 365 E5'
    'POWER_BI_PRO'      = 'Power BI Pro'
    'STANDARDPACK'      = 'Office 365 E1'
}

function Get-FriendlyName ([string] $AccountSkuId) {
    $part = $AccountSkuId.Split(':')[1]
    if ($friendlyNames.ContainsKey($part)) { return $friendlyNames[$part] }
    return $part
}

Write-Host "Licences of $($company.DisplayName)" -ForegroundColor Green
$skus = Get-MsolAccountSku | Where-Object { $_.ActiveUnits -gt 0 } | Sort-Object AccountSkuId
$overview = foreach ($sku in $skus) {
    $free = $sku.ActiveUnits - $sku.WarningUnits - $sku.ConsumedUnits
    New-Object -TypeName PSObject -Property ([ordered] @{
        Licence = Get-FriendlyName $sku.AccountSkuId
        Bought  = $sku.ActiveUnits
        Used    = $sku.ConsumedUnits
        Free    = $free
        Percent = '{0:P0}' -f ($sku.ConsumedUnits / $sku.ActiveUnits)
        Remark  = $(if ($sku.WarningUnits -gt 0) { 'renew!' } elseif ($free -eq 0) { 'all taken' } else { '' })
    })
}
$overview | Format-Table -AutoSize

$users = Get-MsolUser -All | Where-Object { $_.IsLicensed -eq $true }
$rows = @()
$done = 0
foreach ($user in $users) {
    $done++
    Write-Progress -Activity 'Reading licences' -Status $user.UserPrincipalName -PercentComplete ($done / @($users).Count * 100)
    foreach ($license in $user.Licenses) {
        $disabled = $license.ServiceStatus |
            Where-Object { $_.ProvisioningStatus -eq 'Disabled' } |
            ForEach-Object { $_.ServicePlan.ServiceName }
        $rows += [pscustomobject] @{
            UserPrincipalName = $user.UserPrincipalName
            DisplayName       = $user.DisplayName
            Department        = $user.Department
            Licence           = Get-FriendlyName $license.AccountSkuId
            DisabledPlans     = $disabled -join ';'
            SignInBlocked     = $user.BlockCredential
        }
    }
}

$folder = Split-Path $ReportPath
if (-not (Test-Path $folder)) { New-Item -ItemType Directory -Path $folder | Out-Null }
$rows | Export-Csv -Path $ReportPath -NoTypeInformation -Encoding UTF8
Write-Host "$($rows.Count) licences of $(@($users).Count) users written to $ReportPath"
Write-Host "With plans switched off: $(@($rows | Where-Object { $_.DisabledPlans }).Count)"

Write-Host ''
Write-Host 'Licences by department' -ForegroundColor Green
$rows | Group-Object Department | Sort-Object Count -Descending |
    Format-Table @{ Label = 'Department'; Expression = { $_.Name } }, Count -AutoSize

Write-Host 'Licences of blocked accounts' -ForegroundColor Yellow
Import-Csv $ReportPath | Where-Object { $_.SignInBlocked -eq 'True' } |
    Sort-Object UserPrincipalName, Licence | Format-Table UserPrincipalName, Licence -AutoSize

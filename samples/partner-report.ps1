<#
.SYNOPSIS
    A partner's report over all customers: users, licences, second factors, administrators, domains.
.DESCRIPTION
    Goes through the contracts and asks each customer's tenant by its id. Writes a row for every customer to a CSV file,
    and a list of what somebody should look into.

    msolemu --workspace partner run samples/partner-report.ps1
#>
[CmdletBinding()]
param (
    [string] $ReportPath = 'C:\Reports\Customers.csv',

    [string] $DomainName
)

try {
    Get-MsolCompanyInformation -ErrorAction Stop | Out-Null
}
catch {
    Connect-MsolService
}

$which = @{ All = $true }
if ($DomainName) { $which.DomainName = $DomainName }
try {
    $customers = @(Get-MsolPartnerContract @which -ErrorAction Stop | Sort-Object Name)
}
catch {
    Write-Error "This tenant has no customers: $($_.Exception.Message)"
    exit 1
}
Write-Host "Found $($customers.Count) customers for $((Get-MsolPartnerInformation).PartnerCompanyName)" -ForegroundColor Green

$findings = New-Object System.Collections.ArrayList
function Add-Finding {
    param ($Customer, $What)
    [void] $findings.Add([PSCustomObject] @{ Customer = $Customer; Finding = $What })
}

$number = 0
$report = foreach ($customer in $customers) {
    $number++
    Write-Progress -Activity 'Customers' -Status $customer.Name -PercentComplete (100 * $number / $customers.Count)
    $tenant = $customer.TenantId
    $domains = Get-MsolDomain -TenantId $tenant
    $users = @(Get-MsolUser -All -TenantId $tenant)
    $licensed = @($users | Where-Object { $_.isLicensed })
    $blocked = @($users | Where-Object { $_.BlockCredential })
    $protected = @($users | Where-Object { $_.StrongAuthenticationRequirements.State -contains 'Enforced' })
    $skus = @(Get-MsolAccountSku -TenantId $tenant)
    $company = Get-MsolCompanyInformation -TenantId $tenant

    foreach ($domain in $domains | Where-Object { $_.Status -ne 'Verified' }) {
        Add-Finding $customer.Name "The domain $($domain.Name) is not verified"
    }
    foreach ($sku in $skus) {
        $free = $sku.ActiveUnits - $sku.ConsumedUnits
        if ($free -eq 0) { Add-Finding $customer.Name "No licence is left of $($sku.AccountSkuId)" }
        elseif ($free -gt $sku.ActiveUnits / 2) { Add-Finding $customer.Name "$free of $($sku.ActiveUnits) $($sku.SkuPartNumber) are not used" }
    }
    $wasted = @($blocked | Where-Object { $_.isLicensed })
    if ($wasted) { Add-Finding $customer.Name "Blocked but licensed: $($wasted.UserPrincipalName -join ', ')" }

    New-Object PSObject -Property ([ordered] @{
        Customer      = $customer.Name
        InitialDomain = ($domains | Where-Object { $_.IsInitial }).Name
        DefaultDomain = $customer.DefaultDomainName
        Federated     = @($domains | Where-Object { $_.Authentication -eq 'Federated' }).Count
        Synchronized  = $company.DirectorySynchronizationEnabled
        Users         = $users.Count
        Licensed      = $licensed.Count
        Blocked       = $blocked.Count
        MfaPercent    = [int] (100 * $protected.Count / $users.Count)
        Licences      = ($skus | ForEach-Object { '{0} {1}/{2}' -f $_.SkuPartNumber, $_.ConsumedUnits, $_.ActiveUnits }) -join '; '
    })
}
Write-Progress -Activity 'Customers' -Completed

$folder = Split-Path $ReportPath
if (-not (Test-Path $folder)) { New-Item -ItemType Directory -Path $folder | Out-Null }
$report | Export-Csv -Path $ReportPath -NoTypeInformation -Encoding UTF8
$report | Format-Table Customer, DefaultDomain, Users, Licensed, Blocked, MfaPercent, Licences -AutoSize

Write-Host 'To look into:'
$findings | Sort-Object Customer, Finding | Format-Table -AutoSize

$total = $report | Measure-Object -Property Users -Sum
Write-Host "$($total.Sum) users in $($total.Count) tenants; the report is in $ReportPath"

<#
.SYNOPSIS
    Whose password has expired, whose will soon, and whose never does.
.DESCRIPTION
    Takes the policy of each domain, 90 days where none was set, and the day of the last change of each account that
    signs in with a password of the cloud.

    msolemu --workspace lab run samples/password-expiry-report.ps1 -Days 10
#>
param (
    [int] $Days = 14
)

if (-not (Get-MsolDomain -ErrorAction SilentlyContinue)) {
    Connect-MsolService
}

$validity = @{}
foreach ($domain in Get-MsolDomain | Where-Object { $_.Status -eq 'Verified' -and $_.Authentication -eq 'Managed' }) {
    $policy = Get-MsolPasswordPolicy -DomainName $domain.Name -ErrorAction SilentlyContinue
    $validity[$domain.Name] = if ($policy.ValidityPeriod) { [int] $policy.ValidityPeriod } else { 90 }
}
Write-Host 'Days that a password is good:'
$validity.GetEnumerator() | Sort-Object Name | ForEach-Object { Write-Host ("  {0,-25} {1,4}" -f $_.Name, $_.Value) }

$now = Get-Date
$result = Get-MsolUser -All -EnabledFilter EnabledOnly |
    Where-Object { $_.UserType -ne 'Guest' -and $_.LastDirSyncTime -eq $null -and $_.LastPasswordChangeTimestamp } |
    Select-Object UserPrincipalName, LastPasswordChangeTimestamp, PasswordNeverExpires,
        @{ Name = 'ExpiresOn'; Expression = {
            $domain = ($_.UserPrincipalName -split '@')[1]
            if (-not $_.PasswordNeverExpires) { $_.LastPasswordChangeTimestamp.AddDays($validity[$domain]) }
        } },
        @{ Name = 'Age'; Expression = { (New-TimeSpan -Start $_.LastPasswordChangeTimestamp -End $now).Days } }

$expired = @($result | Where-Object { $_.ExpiresOn -and $_.ExpiresOn -lt $now })
$soon = @($result | Where-Object { $_.ExpiresOn -ge $now -and $_.ExpiresOn -lt $now.AddDays($Days) })
$never = @($result | Where-Object { $_.PasswordNeverExpires })

Write-Host ''
Write-Host "Of $(@($result).Count) accounts $($expired.Count) have an expired password; the oldest:"
$expired | Sort-Object ExpiresOn, UserPrincipalName | Select-Object -First 5 |
    Format-Table UserPrincipalName, Age, @{ Label = 'Expired'; Expression = { '{0:yyyy-MM-dd}' -f $_.ExpiresOn } } -AutoSize

Write-Host "$($soon.Count) will expire within $Days days:"
$soon | Sort-Object ExpiresOn, UserPrincipalName | ForEach-Object {
    $left = [math]::Ceiling(($_.ExpiresOn - $now).TotalDays)
    Write-Host ("  {0,-35} in {1} day{2}" -f $_.UserPrincipalName, $left, $(if ($left -ne 1) { 's' }))
}

Write-Host ''
Write-Host "$($never.Count) never expire:"
$never | Sort-Object Age -Descending | Format-Table UserPrincipalName, Age -AutoSize

$statistics = $result | Measure-Object -Property Age -Average -Maximum -Minimum
'Age of passwords: {0} to {1} days, on average {2:N1}' -f $statistics.Minimum, $statistics.Maximum, $statistics.Average

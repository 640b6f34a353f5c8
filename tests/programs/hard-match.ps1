# Ties users of the tenant to accounts of the forest by the source anchor, synchronizes, and checks the result.
# seed: contoso
#Requires -Modules ActiveDirectory, MSOnline
$ErrorActionPreference = 'Stop'
Connect-MsolService

$unit = New-ADOrganizationalUnit 'New Arrivals' -Path (Get-ADOrganizationalUnit -Filter "Name -eq 'Staff'") -PassThru
$password = ConvertTo-SecureString 'Lantern-2016' -AsPlainText -Force
foreach ($name in 'Ann Beck', 'Bo Carr', 'Cy Dew') {
    $alias = $name.ToLower().Replace(' ', '.')
    New-ADUser -Name $name -SamAccountName $alias -UserPrincipalName "$alias@contoso.com" -Path $unit `
        -AccountPassword $password -Enabled $true -ChangePasswordAtLogon $true
}
# Two of the three have worked in the cloud before; one of these under another name.
New-MsolUser -UserPrincipalName ann.beck@contoso.com -DisplayName 'Ann Beck' -UsageLocation US | Out-Null
New-MsolUser -UserPrincipalName bo.brandt@contoso.com -DisplayName 'Bo Brandt' -UsageLocation US | Out-Null

function ConvertTo-ImmutableId([guid]$Guid) { [Convert]::ToBase64String($Guid.ToByteArray()) }

$pairs = @{ 'ann.beck' = 'ann.beck@contoso.com'; 'bo.carr' = 'bo.brandt@contoso.com' }
foreach ($account in $pairs.Keys | Sort-Object) {
    $anchor = ConvertTo-ImmutableId (Get-ADUser $account).ObjectGUID
    Set-MsolUser -UserPrincipalName $pairs[$account] -ImmutableId $anchor
    "$account will be $($pairs[$account])"
}

$before = @(Get-MsolUser -All).Count
"Cycle: $((Start-ADSyncSyncCycle -PolicyType Delta).Result), new users: $(@(Get-MsolUser -All).Count - $before)"

$inTenant = @{}
Get-MsolUser -All -Synchronized | ForEach-Object { $inTenant[$_.ImmutableId] = $_ }
Get-ADUser -Filter * -SearchBase $unit -Properties Enabled | ForEach-Object {
    $user = $inTenant[(ConvertTo-ImmutableId $_.ObjectGUID)]
    [pscustomobject]@{
        Account = $_.SamAccountName
        SignsInAs = $user.UserPrincipalName
        Name = $user.DisplayName
        Synchronized = $null -ne $user.LastDirSyncTime
    }
} | Sort-Object Account | Format-Table -AutoSize

# What is tied to the forest is changed there.
try { Set-MsolUser -UserPrincipalName cy.dew@contoso.com -Title 'Clerk' }
catch { "Refused: $($_.Exception.Message)" }
Get-ADUser cy.dew | Set-ADUser -Title 'Clerk'
Start-ADSyncSyncCycle -PolicyType Delta | Out-Null
(Get-MsolUser -UserPrincipalName cy.dew@contoso.com).Title

# An account that leaves the forest leaves the tenant, and can be brought back.
Get-ADUser cy.dew | Remove-ADUser -Confirm:$false
Start-ADSyncSyncCycle -PolicyType Delta | Out-Null
Get-MsolUser -ReturnDeletedUsers -SearchString 'cy.dew' | ForEach-Object { "In the recycle bin: $($_.UserPrincipalName)" }
try { Remove-ADOrganizationalUnit $unit -Recursive -Confirm:$false }
catch [UnauthorizedAccessException] { "The unit is protected: $($_.Exception.Message)" }

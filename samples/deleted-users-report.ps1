<#
.SYNOPSIS
    Users in the recycle bin: how long they stay there, who can be restored, and what stands against it.
.DESCRIPTION
    With -Restore the users that match are restored; a name that somebody else has now is given a number.

    msolemu --workspace lab run samples/deleted-users-report.ps1 -Restore 'Alan*'
#>
param (
    [string] $Restore
)

Connect-MsolService

$deleted = Get-MsolUser -All -ReturnDeletedUsers | Sort-Object SoftDeletionTimestamp
Write-Host "$(@($deleted).Count) users in the recycle bin"
$deleted | Select-Object DisplayName, UserPrincipalName,
    @{ Name = 'Deleted'; Expression = { $_.SoftDeletionTimestamp.ToString('d MMM yyyy') } },
    @{ Name = 'DaysLeft'; Expression = { 30 - ((Get-Date) - $_.SoftDeletionTimestamp).Days } },
    @{ Name = 'NameTaken'; Expression = {
        $null -ne (Get-MsolUser -UserPrincipalName $_.UserPrincipalName -ErrorAction SilentlyContinue)
    } } | Format-Table -AutoSize

if (-not $Restore) { return }

foreach ($user in $deleted | Where-Object { $_.DisplayName -like $Restore }) {
    $upn = $user.UserPrincipalName
    try {
        Restore-MsolUser -UserPrincipalName $upn -ErrorAction Stop | Out-Null
    }
    catch {
        Write-Host "$($user.DisplayName): $($_.Exception.Message)" -ForegroundColor Yellow
        if ($_.FullyQualifiedErrorId -notlike '*RestoreUserErrorException*') { continue }
        $alias, $domain = $upn -split '@'
        $upn = "${alias}2@$domain"
        Restore-MsolUser -ObjectId $user.ObjectId -NewUserPrincipalName $upn -AutoReconcileProxyConflicts | Out-Null
    }
    $back = Get-MsolUser -UserPrincipalName $upn
    Write-Host "Restored as $($back.UserPrincipalName), licences: $($back.Licenses.AccountSkuId -join ', ')"
}
Write-Host "$(@(Get-MsolUser -All -ReturnDeletedUsers).Count) users left there"

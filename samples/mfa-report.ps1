<#
.SYNOPSIS
    Which users need a second factor, and which have registered one.
.DESCRIPTION
    Reports the state of multi-factor authentication of all members, warns of administrators without it, and, with
    -EnableForDepartment, demands it of everybody in a department.

    msolemu --workspace lab run samples/mfa-report.ps1 -EnableForDepartment Legal
#>
param (
    [string] $EnableForDepartment,
    [switch] $IncludeGuests
)

Connect-MsolService

function Get-MfaReport {
    foreach ($user in (Get-MsolUser -All | Sort-Object UserPrincipalName)) {
        if ($user.UserType -eq 'Guest' -and -not $IncludeGuests) { continue }

        $state = $user.StrongAuthenticationRequirements.State
        if (-not $state) { $state = 'Disabled' }
        $default = $user.StrongAuthenticationMethods | Where-Object { $_.IsDefault }
        $method = switch ([string] $default.MethodType) {
            'OneWaySMS'            { 'Text message' }
            'TwoWayVoiceMobile'    { 'Call to mobile' }
            'TwoWayVoiceOffice'    { 'Call to office' }
            'PhoneAppNotification' { 'Authenticator app' }
            'PhoneAppOTP'          { 'Code of the app' }
            default                { 'Not registered' }
        }

        [pscustomobject] @{
            UserPrincipalName = $user.UserPrincipalName
            Department        = $user.Department
            State             = $state
            Method            = $method
            Phone             = $user.StrongAuthenticationUserDetails.PhoneNumber
        }
    }
}

function Enable-Mfa {
    param ([Parameter(ValueFromPipelineByPropertyName = $true)] [string] $UserPrincipalName)
    process {
        $requirement = New-Object -TypeName Microsoft.Online.Administration.StrongAuthenticationRequirement
        $requirement.RelyingParty = '*'
        $requirement.State = 'Enabled'
        $requirement.RememberDevicesNotIssuedBefore = (Get-Date)
        Set-MsolUser -UserPrincipalName $UserPrincipalName -StrongAuthenticationRequirements @($requirement)
        Write-Host "Enabled for $UserPrincipalName"
    }
}

$report = @(Get-MfaReport)
Write-Host "$($report.Count) accounts" -ForegroundColor Cyan
$report | Group-Object State, Method -NoElement | Sort-Object Name | Format-Table Count, Name -AutoSize

Write-Host 'Required, but not registered (first five):'
$report | Where-Object { $_.State -ne 'Disabled' -and $_.Method -eq 'Not registered' } |
    Select-Object -First 5 UserPrincipalName, Department, State | Format-Table -AutoSize

Write-Host 'Administrators without a second factor:' -ForegroundColor Red
foreach ($role in Get-MsolRole | Where-Object { $_.Name -like '*Administrator' } | Sort-Object Name) {
    foreach ($member in Get-MsolRoleMember -RoleObjectId $role.ObjectId) {
        $found = $report | Where-Object { $_.UserPrincipalName -eq $member.EmailAddress }
        if ($found.State -eq 'Disabled') { Write-Host "  $($member.EmailAddress) ($($role.Name))" }
    }
}

if ($EnableForDepartment) {
    Write-Host ''
    $report | Where-Object { $_.Department -eq $EnableForDepartment -and $_.State -eq 'Disabled' } | Enable-Mfa
    $after = @(Get-MfaReport | Where-Object { $_.Department -eq $EnableForDepartment })
    $after | Format-Table UserPrincipalName, State, Method -AutoSize
}

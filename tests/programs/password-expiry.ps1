# Writes to everybody whose password expires within the next weeks, and lists those who have no address.
# seed: contoso
param([int]$Days = 14, [string]$From = 'IT Support <it@contoso.com>')
Import-Module ActiveDirectory
$PSEmailServer = 'mail.contoso.com'
$domainPolicy = Get-ADDefaultDomainPasswordPolicy
"Passwords last {0} days; {1} holds the forest." -f $domainPolicy.MaxPasswordAge.Days, (Get-ADDomainController -Discover).HostName

$properties = 'EmailAddress', 'PasswordLastSet', 'PasswordNeverExpires', 'PasswordExpired', 'Manager'
$users = Get-ADUser -Filter { Enabled -eq $true -and PasswordNeverExpires -eq $false } -Properties $properties |
    Where-Object { -not $_.PasswordExpired }
"{0} of {1} accounts are looked at" -f @($users).Count, @(Get-ADUser -Filter *).Count

$warned = foreach ($user in $users) {
    $policy = Get-ADUserResultantPasswordPolicy $user
    $age = if ($policy) { $policy.MaxPasswordAge } else { $domainPolicy.MaxPasswordAge }
    $expires = $user.PasswordLastSet + $age
    $left = (New-TimeSpan -Start (Get-Date) -End $expires).Days
    if ($left -lt 0 -or $left -ge $Days) { continue }
    $when = if ($left -gt 1) { "in $left days" } elseif ($left -eq 1) { 'tomorrow' } else { 'today' }
    $body = @"
<p>Dear $($user.GivenName),</p>
<p>your password expires <b>$when</b>, on $($expires.ToString('dddd, d MMMM')).</p>
"@
    $mail = @{ From = $From; To = $user.EmailAddress; Subject = "Your password expires $when"; Body = $body }
    if ($left -le 1) { $mail.Priority = 'High' }
    Send-MailMessage @mail -BodyAsHtml -Encoding UTF8 -WarningAction SilentlyContinue
    [pscustomobject]@{ Name = $user.Name; Days = $left; Chief = ($user.Manager -split ',')[0] -replace '^CN=' }
}
$warned | Sort-Object Days, Name | Select-Object -First 5 | Format-Table -AutoSize
$warned | Measure-Object Days -Average -Minimum -Maximum | ForEach-Object {
    '{0} mails, {1} to {2} days left, {3:N1} on average' -f $_.Count, $_.Minimum, $_.Maximum, $_.Average
}
Get-EmuMail | Select-Object -Last 1 -Property Subject, From, @{ n = 'Length'; e = { $_.Body.Length } } | Format-List

# The same the other way round: who has to be asked, because the password is too old already.
$late = Search-ADAccount -PasswordExpired -UsersOnly | Where-Object Enabled
$late | Get-ADUser -Properties Department | Group-Object Department -NoElement | Sort-Object Name | Format-Table Count, Name
Search-ADAccount -LockedOut | Unlock-ADAccount -PassThru | ForEach-Object { "Unlocked: $_" }

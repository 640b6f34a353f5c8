# Passwords expire, contracts have anniversaries: a report that computes with dates.
$today = (Get-Date).Date
"Report of $($today.ToString('D'))"

$accounts = @'
Name,PasswordSet,Birthday
Ann,2016-03-05,1980-06-15
Bob,2016-05-30,1975-02-28
Cyd,2016-02-20,1992-02-29
Dee,,1988-12-24
'@ | ConvertFrom-Csv

$maximum = New-TimeSpan -Days 90
$report = foreach ($account in $accounts) {
    if (-not $account.PasswordSet) {
        [pscustomobject]@{ Name = $account.Name; Expires = $null; Days = $null; State = 'never set' }
        continue
    }
    $expires = ([datetime]$account.PasswordSet) + $maximum
    $days = ($expires - $today).Days
    [pscustomobject]@{
        Name    = $account.Name
        Expires = $expires.ToString('yyyy-MM-dd')
        Days    = $days
        State   = switch ($days) { { $_ -lt 0 } { 'expired'; break } { $_ -le 7 } { 'soon'; break } default { 'fine' } }
    }
}
$report | Sort-Object @{ Expression = 'Days'; Ascending = $true }, Name | Format-Table

'Birthdays this month and next:'
foreach ($account in $accounts) {
    $born = [datetime]::ParseExact($account.Birthday, 'yyyy-MM-dd', $null)
    $next = $born.AddYears($today.Year - $born.Year)
    if ($next -lt $today) { $next = $born.AddYears($today.Year - $born.Year + 1) }
    if (($next - $today).TotalDays -le 60) { "  {0}: {1:ddd dd MMM}, {2} years" -f $account.Name, $next, ($next.Year - $born.Year) }
}

$monday = $today.AddDays(-(([int]$today.DayOfWeek + 6) % 7))
"Week from $($monday.ToString('d')) to $($monday.AddDays(6).ToString('d'))"
"Days of this month: $([datetime]::DaysInMonth($today.Year, $today.Month)), leap year: $([datetime]::IsLeapYear($today.Year))"
"Last day of last month: $($today.AddDays(-$today.Day).ToString('yyyy-MM-dd'))"
$span = [timespan]::FromMinutes(1505)
"$span is $($span.Days) day, $($span.Hours) hour and $($span.Minutes) minutes; {0:hh\:mm}" -f $span
"Unix: $([int64](($today.ToUniversalTime() - [datetime]'1970-01-01').TotalSeconds)), file: $(Get-Date -Format FileDate)"
"Quarter $([math]::Ceiling($today.Month / 3)), day $($today.DayOfYear) of the year"
'2016-02-30' -as [datetime] | ForEach-Object { 'never' }
$parsed = [datetime]::MinValue
"'31.12.2015' is a date: $([datetime]::TryParse('31.12.2015', [ref]$parsed)); '12/31/2015' is: $([datetime]::TryParse('12/31/2015', [ref]$parsed)) ($($parsed.ToString('s')))"

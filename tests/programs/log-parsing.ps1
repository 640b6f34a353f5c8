# A log file is read with a regular expression; errors are counted by hour, server and cause.
param([string] $Log = "$PSScriptRoot/data/web.log")

$pattern = '^(?<when>\S+ \S+) (?<level>[A-Z]+)\s+\[(?<server>\w+)\] (?<verb>\w+) (?<page>\S+) (?<code>\d{3}) (?<ms>\d+)ms(?: - (?<text>.+))?$'
$skipped = 0
$entries = foreach ($line in Get-Content $Log) {
    if ($line -notmatch $pattern) {
        $skipped++
        continue
    }
    [pscustomobject]@{
        When   = [datetime]::ParseExact($Matches.when, 'yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture)
        Level  = $Matches.level
        Server = $Matches.server
        Page   = $Matches.page
        Code   = [int]$Matches.code
        Ms     = [int]$Matches.ms
        Text   = $Matches['text']
    }
}

"$($entries.Count) entries, $skipped skipped"
''
'By level:'
$entries | Group-Object Level -NoElement | Sort-Object Name | ForEach-Object { '  {0,-6} {1}' -f $_.Name, $_.Count }
''
'Errors:'
$entries.Where({ $_.Level -eq 'ERROR' }) | Format-Table @{ n = 'Time'; e = { $_.When.ToString('HH:mm') } }, Server, Code, Text

$slow = $entries | Where-Object Ms -gt 1000
foreach ($one in $slow) { Write-Warning ("{0} took {1:N1} s on {2}" -f $one.Page, ($one.Ms / 1000), $one.Server) }

'Causes:'
$causes = @{}
switch -Regex ($entries.Text) {
    "^Duplicate value '(.+)'" { $causes['duplicate'] += @($Matches[1]); continue }
    'Timeout' { $causes['timeout'] += , 'timeout' }
}
foreach ($key in $causes.Keys | Sort-Object) { "  $key = $($causes[$key] -join ', ')" }
''
$first, $last = ($entries | Measure-Object When -Minimum -Maximum).Minimum, ($entries | Measure-Object When -Maximum).Maximum
"From $first to $last, $([int]($last - $first).TotalMinutes) minutes"

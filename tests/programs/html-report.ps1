# A report as an HTML page: styled, with a table, a list and a note for what is wrong.
param([string] $Out = 'report.html')

$style = @'
<style>
  body { font-family: sans-serif; }
  .bad { color: red; }
</style>
'@
$staff = Import-Csv (Join-Path $PSScriptRoot 'data\staff.csv')

$summary = [pscustomobject][ordered]@{
    Created = Get-Date -Format 'yyyy-MM-dd HH:mm'
    People  = $staff.Count
    Cities  = ($staff.City | Sort-Object -Unique) -join ', '
} | ConvertTo-Html -As List -Fragment -PreContent '<h2>Summary</h2>'

$table = $staff | Where-Object { [datetime]$_.Hired -ge [datetime]'2014-01-01' } |
    Select-Object Name, Department, @{ Name = 'Since'; Expression = { ([datetime]$_.Hired).ToString('MMM yyyy') } } |
    Sort-Object Name |
    ConvertTo-Html -Fragment -PreContent '<h2>New since 2014</h2>'
$table = $table -replace '<td></td>', '<td class="bad">missing</td>'

ConvertTo-Html -Head $style -Title 'Staff' -Body "$summary $table" -PostContent "<p>$($staff.Count) rows &copy; Lab</p>" |
    Out-File $Out -Encoding utf8

$html = Get-Content $Out -Raw
$html
"Missing values: $(([regex]::Matches($html, 'class="bad"')).Count)"
"Rows: $(($html -split "`n" | Select-String '<tr><td>' -SimpleMatch | Measure-Object).Count)"

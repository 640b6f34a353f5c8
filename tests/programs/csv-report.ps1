# A table of people comes in as CSV; totals a department go out as CSV and as text.
[CmdletBinding()]
param(
    [string] $Path = (Join-Path $PSScriptRoot 'data/staff.csv'),
    [string] $Out = 'departments.csv'
)

$people = Import-Csv -Path $Path | ForEach-Object {
    [pscustomobject]@{
        Name       = $_.Name
        Department = if ($_.Department) { $_.Department } else { '(none)' }
        Hired      = [datetime]$_.Hired
        Salary     = [decimal]$_.Salary
    }
}
Write-Host "Read $($people.Count) people from $(Split-Path $Path -Leaf)."

$report = $people | Group-Object Department | Sort-Object Count, Name -Descending | ForEach-Object {
    $pay = $_.Group | Measure-Object Salary -Sum -Average
    [pscustomobject]@{
        Department = $_.Name
        People     = $_.Count
        Total      = '{0:N2}' -f $pay.Sum
        Average    = [math]::Round($pay.Average, 2)
        Longest    = ($_.Group | Sort-Object Hired | Select-Object -First 1).Name
    }
}
$report | Format-Table -AutoSize
$report | Export-Csv $Out -NoTypeInformation -Delimiter ';'

"Written to ${Out}:"
Get-Content $Out
''
'The best paid of each city:'
Import-Csv $Path | Group-Object City | ForEach-Object {
    $top = $_.Group | Sort-Object { [double]$_.Salary } -Descending | Select-Object -First 1
    '{0,-6}{1,-14}{2,10:C0}' -f $_.Name, $top.Name, [double]$top.Salary
}

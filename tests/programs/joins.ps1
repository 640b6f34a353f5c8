# Two tables are joined through hashtables: managers, orphans, and a comparison with last week's list.
$staff = Import-Csv "$PSScriptRoot/data/staff.csv"

$byId = @{}
$staff | ForEach-Object { $byId[$_.Id] = $_ }

$joined = $staff | Select-Object Name, City, @{ n = 'Manager'; e = { if ($_.ManagerId) { $byId[$_.ManagerId].Name } else { '-' } } },
    @{ n = 'SameCity'; e = { $_.ManagerId -and $byId[$_.ManagerId].City -eq $_.City } }
$joined | Format-Table

'Reports of each manager:'
$reports = $staff | Where-Object ManagerId | Group-Object ManagerId -AsHashTable -AsString
foreach ($id in $reports.Keys | Sort-Object { [int]$_ }) {
    "  $($byId[$id].Name): $(($reports[$id].Name | Sort-Object) -join '; ')"
}

$phones = @{ 'Mark Blake' = '100'; "Ann O'Neil" = '200', '201'; Nobody = '999' }
$unused = [System.Collections.Generic.HashSet[string]]::new([string[]]$phones.Keys)
foreach ($person in $staff) {
    if ($phones.ContainsKey($person.Name)) {
        [void]$unused.Remove($person.Name)
        $person | Add-Member Phone ($phones[$person.Name] -join '/')
    }
}
($staff | Where-Object Phone | Select-Object Name, Phone | Out-String).Trim()
"Without owner: $unused"
''
'Against last week:'
$before = @($staff | Where-Object Id -NE 8) + [pscustomobject]@{ Id = '9'; Name = 'Eve Gone'; City = 'Oslo' }
Compare-Object $before $staff -Property Id, Name |
    Sort-Object Id |
    ForEach-Object { if ($_.SideIndicator -eq '=>') { "  new:  $($_.Name)" } else { "  gone: $($_.Name)" } }

$cities = [ordered]@{}
foreach ($person in $staff) { $cities[$person.City] = 1 + $cities[$person.City] }
$cities
$nested = @{ IT = @{ Lead = 'Hanna' }; Sales = @{} }
foreach ($name in 'IT', 'Sales', 'HR') { "{0}: {1}" -f $name, ($nested[$name]?['Lead'] ?? 'nobody') }
$cities.GetEnumerator() | Where-Object Value -GT 2 | ForEach-Object { "$($_.Key) has $($_.Value)" }

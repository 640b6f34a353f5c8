# Settings are read from JSON, completed with defaults, changed and written again.
$file = Join-Path $PSScriptRoot data/settings.json
$config = Get-Content $file -Raw | ConvertFrom-Json

"Server $($config.server), retries $($config.retries) [$($config.retries.GetType().Name)]"
"Since $($config.since.ToString('d')) [$($config.since.Kind)]"
$config.features.PSObject.Properties | ForEach-Object { '{0,-5} {1}' -f $_.Name, $(if ($_.Value) { 'on' } else { 'off' }) }

$defaults = @{ retries = 5; timeout = 30; proxy = $null; features = @{ sync = $false; audit = $true } }
function Merge-Setting($Target, [hashtable] $Default) {
    foreach ($key in $Default.Keys | Sort-Object) {
        $property = $Target.PSObject.Properties[$key]
        if (-not $property) {
            $Target | Add-Member -NotePropertyName $key -NotePropertyValue $Default[$key]
            "added $key"
        }
        elseif ($Default[$key] -is [hashtable]) { Merge-Setting $property.Value $Default[$key] }
    }
}
Merge-Setting $config $defaults

$config.retries++
$config.groups += [pscustomobject]@{ name = 'Finance'; members = @('cyd') }
$config.groups | Where-Object { -not $_.members } | ForEach-Object { "empty group: $($_.name)" }
($config.groups | Where-Object name -eq Admins).members += 'ann'

$text = $config | ConvertTo-Json -Depth 5
$text
$text | Set-Content settings.json
$again = Get-Content settings.json -Raw | ConvertFrom-Json -AsHashtable
"Again: $($again.groups.Count) groups, first has $($again.groups[0].members.Count) members, proxy is null: $($null -eq $again.proxy)"
$config | ConvertTo-Json -Compress -Depth 1

foreach ($bad in '{ "a": 1,, }', '{ "a" 1 }', '[1, 2') {
    try { $bad | ConvertFrom-Json -ErrorAction Stop | Out-Null; 'read' }
    catch { "$($_.FullyQualifiedErrorId) $($_.CategoryInfo.Category)" }
}

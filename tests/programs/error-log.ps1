# Rows that cannot be worked on are collected with their errors, kept as CLIXML, and told of at the end.
$rows = 'ann@contoso.com,5', 'bad row', 'bob@contoso.com,0', 'cyd@fabrikam.com,4', ',3' |
    ConvertFrom-Csv -Header Upn, Quota

function Set-Quota {
    [CmdletBinding()]
    param([Parameter(Mandatory, ValueFromPipelineByPropertyName)] [ValidatePattern('@')] [string] $Upn,
        [Parameter(ValueFromPipelineByPropertyName)] [int] $Quota)
    process {
        if ($Upn -notlike '*@contoso.com') {
            Write-Error "The domain of '$Upn' is not ours." -ErrorId ForeignDomain -Category InvalidData -TargetObject $Upn
            return
        }
        [pscustomobject]@{ Upn = $Upn; Megabytes = 1000 / $Quota }
    }
}

$log = New-Object System.Collections.ArrayList
$done = foreach ($row in $rows) {
    try {
        $row | Set-Quota -ErrorAction Stop
    }
    catch {
        $null = $log.Add([pscustomobject]@{
            Time     = Get-Date
            Row      = $row
            Id       = $_.FullyQualifiedErrorId
            Category = $_.CategoryInfo.Category
            Message  = $_.Exception.Message
        })
    }
}
$done

$log | Export-Clixml errors.xml -Depth 3
$kept = Import-Clixml errors.xml
"$($kept.Count) errors kept, the first of type $($kept[0].PSObject.TypeNames[0])"
$kept | Group-Object Id | Sort-Object Name | ForEach-Object { "  $($_.Count) x $($_.Name)" }
$kept | ForEach-Object { "  $($_.Time.ToString('t')) row '$($_.Row.Upn)': $(($_.Message -split '\. ')[0])" }

'Without try, errors go on:'
$found = $rows | Set-Quota -ErrorAction SilentlyContinue -ErrorVariable failed
"$(@($found).Count) done; last error: $($failed[-1].FullyQualifiedErrorId)"
$before = $Error.Count
Get-Item nowhere.txt -ErrorAction SilentlyContinue
"New in `$Error: $($Error.Count - $before), $($Error[0].CategoryInfo.Reason)"
$Error.Clear()
exit $(if ($log) { 3 } else { 0 })

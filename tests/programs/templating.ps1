# Letters are made of a template; names in double braces are replaced, and what is missing is reported.
$template = @"
Dear {{Name}},

your account {{Upn}} was created on {{Created:dddd, d MMMM yyyy}}.
Your quota is {{Quota:N0}} MB{{Note}}.
{{Missing}}
"@

function Expand-Template {
    param(
        [Parameter(ValueFromPipeline)] [psobject] $InputObject,
        [Parameter(Mandatory)] [string] $Template
    )
    process {
        $unknown = [System.Collections.Generic.List[string]]::new()
        $text = [regex]::Replace($Template, '\{\{(\w+)(?::([^}]+))?\}\}', {
            param($match)
            $name, $format = $match.Groups[1].Value, $match.Groups[2].Value
            $property = $InputObject.PSObject.Properties[$name]
            if ($null -eq $property) { $unknown.Add($name); return "<${name}?>" }
            if ($format) { return "{0:$format}" -f $property.Value }
            [string]$property.Value
        })
        [pscustomobject]@{ To = $InputObject.Upn; Text = $text.TrimEnd(); Unknown = $unknown -join ', ' }
    }
}

$people = @(
    [pscustomobject]@{ Name = 'Ann'; Upn = 'ann@contoso.com'; Created = [datetime]'2016-02-29'; Quota = 51200; Note = '' }
    [pscustomobject]@{ Name = 'Zoë "Z" Müller'; Upn = 'zoe@contoso.com'; Created = [datetime]'2015-12-31'; Quota = 900; Note = ' (small)' }
)
$letters = $people | Expand-Template -Template $template
foreach ($letter in $letters) {
    '-' * 60
    $letter.Text
}
'-' * 60
$letters | Format-List To, Unknown

$number = 0
$letters | ForEach-Object {
    $file = 'letter-{0:d3}.txt' -f ++$number
    Set-Content -Path $file -Value $_.Text
    "$file $((Get-Item $file).Length -gt 100) $((Get-Content $file | Measure-Object -Word).Words) words"
}
$ExecutionContext.InvokeCommand.ExpandString('$($people.Count) letters; $env:NOTHING!')
'{0} of {1:P0}, {2,8:X4}, {{braces}}' -f 1, 0.5, 255

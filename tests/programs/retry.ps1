# What fails is tried again with growing pauses; only errors of the right kind are worth it.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

class ServiceBusy : System.Exception {
    [int] $Seconds
    ServiceBusy([string] $text, [int] $seconds) : base($text) { $this.Seconds = $seconds }
}

function Invoke-WithRetry {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [scriptblock] $Action,
        [ValidateRange(1, 10)] [int] $Attempts = 3,
        [int] $Pause = 2
    )
    for ($try = 1; $try -le $Attempts; $try++) {
        try {
            Write-Verbose "Attempt $try of $Attempts" -Verbose
            return & $Action $try
        }
        catch [ServiceBusy] {
            if ($try -eq $Attempts) { throw }
            $wait = [math]::Max($Pause, $_.Exception.Seconds)
            Write-Warning "$($_.Exception.Message) Waiting $wait s."
            Start-Sleep -Seconds $wait
            $Pause *= 2
        }
        finally {
            Write-Host "  (attempt $try is over)"
        }
    }
}

$began = Get-Date
$answer = Invoke-WithRetry { param($n) if ($n -lt 3) { throw [ServiceBusy]::new("Busy ($n).", 3) }; "done at attempt $n" }
$answer
"It took $((Get-Date) - $began)."

try { Invoke-WithRetry { throw [ServiceBusy]::new('Always busy.', 0) } -Attempts 2 }
catch { "Gave up: $($_.Exception.Message) [$($_.Exception.GetType().Name)]" }

try { Invoke-WithRetry { [int]'no number' } }
catch { "Not worth another try: $($_.Exception.InnerException.GetType().Name)" }

try { Invoke-WithRetry { 1 } -Attempts 99 }
catch { $_.FullyQualifiedErrorId }

# A script as a scheduled task runs it: transcript, lock file, old logs removed, exit code.
#requires -Version 5
[CmdletBinding(SupportsShouldProcess)]
param([int] $KeepDays = 7)

$started = Get-Date
New-Item logs -ItemType Directory -Force | Out-Null
Start-Transcript -Path logs/run.log -UseMinimalHeader | Out-Null

function Write-Log([string] $Text, [ValidateSet('INFO', 'WARN', 'ERROR')] [string] $Level = 'INFO') {
    $line = '{0:HH:mm:ss} {1,-5} {2}' -f (Get-Date), $Level, $Text
    Write-Host $line
    Add-Content logs/task.log $line
}

$lock = 'task.lock'
if (Test-Path $lock) { Write-Log 'Another run has not ended.' ERROR; exit 2 }
$PID | Set-Content $lock
$failures = 0
try {
    foreach ($age in 1, 5, 8, 30) {
        $file = New-Item "logs/old-$age.log" -Value "log of $age days ago" -Force
        $file.LastWriteTime = $started.AddDays(-$age)
    }
    $old = Get-ChildItem logs -Filter old-*.log | Where-Object LastWriteTime -lt $started.AddDays(-$KeepDays)
    Write-Log "$(@($old).Count) old logs"
    $old | Sort-Object Name | ForEach-Object {
        Write-Verbose "Removing $($_.Name)" -Verbose
        Remove-Item $_.FullName
    }
    Start-Sleep -Seconds 90
    $steps = [ordered]@{ Read = { 1..3 }; Divide = { 1 / $zero }; Report = { Get-ChildItem logs -Name old-* } }
    foreach ($name in $steps.Keys) {
        try {
            $result = & $steps[$name]
            Write-Log "$name gave $($result -join ', ')"
        }
        catch {
            $failures++
            Write-Log "$name failed: $_" ERROR
        }
    }
}
finally {
    Remove-Item $lock
    Write-Log ('Ended after {0:mm\:ss} with {1} failure(s)' -f ((Get-Date) - $started), $failures) $(if ($failures) { 'WARN' } else { 'INFO' })
    Stop-Transcript | Out-Null
}
"Locked: $(Test-Path $lock); lines in the log: $((Get-Content logs/task.log).Count)"
Select-String -Path logs/task.log -Pattern ERROR | ForEach-Object { "$($_.Filename):$($_.LineNumber) $($_.Line.Substring(9))" }
"The transcript has them too: $(@(Get-Content logs/run.log | Where-Object { $_ -match '^\d\d:\d\d:\d\d' }).Count)"
exit [int]($failures -gt 0)

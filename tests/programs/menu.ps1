# A menu asks until the user quits; accounts are kept in a hashtable.
# type: 1
# type: ann
# type: Sales
# type: 1
# type: ann
# type: 9
# type: 2
# type: 3
# type: bob
# type: 3
# type: ann
# type: y
# type: 2
# type: q

$accounts = [ordered]@{}

function Show-Menu {
    Write-Host ''
    Write-Host '=== Accounts ===' -ForegroundColor Cyan
    Write-Host '1: Add   2: List   3: Remove   Q: Quit'
}

function Add-Account {
    $name = (Read-Host 'Name').Trim().ToLower()
    if ($accounts.Contains($name)) {
        Write-Host "There is a '$name' already." -ForegroundColor Red
        return
    }
    $accounts[$name] = [pscustomobject]@{ Name = $name; Department = Read-Host 'Department'; Number = $accounts.Count + 1 }
    Write-Host "Added $name."
}

function Remove-Account {
    $name = Read-Host 'Name'
    if (-not $accounts.Contains($name)) { Write-Warning "No account '$name'."; return }
    if ((Read-Host "Remove ${name}? (y/n)") -eq 'y') { $accounts.Remove($name) }
}

do {
    Show-Menu
    $choice = Read-Host 'Your choice'
    switch ($choice) {
        '1' { Add-Account }
        '2' {
            if ($accounts.Count) { $accounts.Values | Format-Table Number, Name, Department | Out-Host }
            else { Write-Host 'There are no accounts.' }
        }
        '3' { Remove-Account }
        'q' { Write-Host 'Good bye.' }
        default { Write-Host "'$choice' is no choice." -ForegroundColor Yellow }
    }
} until ($choice -eq 'q')

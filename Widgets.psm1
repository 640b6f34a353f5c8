class Widget { [string]$Name = "w"; [string] Show() { return "a widget" } }
function New-Widget { [Widget]::new() }

# A module is written, given a manifest, imported with a prefix, used and removed.
$folder = New-Item Inventory -ItemType Directory -Force
@'
$script:Items = @{}
$script:Limit = 3

function Add-Item2 {
    <#
    .SYNOPSIS
    Puts so many of a thing into the store.
    .PARAMETER Name
    What.
    .EXAMPLE
    Add-Item2 bolt 5
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, Position = 0)][string] $Name, [Parameter(Position = 1)][ValidateRange(1, 100)][int] $Count = 1)
    if ($PSCmdlet.ShouldProcess($Name, "Add $Count")) { $script:Items[$Name] += $Count }
}

function Get-Stock {
    [OutputType([pscustomobject])]
    param([string] $Like = '*')
    foreach ($name in $script:Items.Keys | Where-Object { $_ -like $Like } | Sort-Object) {
        [pscustomobject]@{ Name = $name; Count = $script:Items[$name]; Low = Test-Low $name }
    }
}

function Test-Low([string] $Name) { $script:Items[$Name] -lt $script:Limit }

Set-Alias stock Get-Stock
Export-ModuleMember -Function Add-Item2, Get-Stock -Alias stock
'@ | Set-Content (Join-Path $folder Inventory.psm1)

New-ModuleManifest -Path Inventory/Inventory.psd1 -RootModule Inventory.psm1 -ModuleVersion 2.1.0 -Author Lab `
    -Description 'Counts things.' -FunctionsToExport Add-Item2, Get-Stock -AliasesToExport stock
$manifest = Import-PowerShellDataFile Inventory/Inventory.psd1
"$($manifest.RootModule) $($manifest.ModuleVersion) exports $($manifest.FunctionsToExport -join ', ')"

Import-Module ./Inventory/Inventory.psd1 -Force
$module = Get-Module Inventory
"$($module.Name) $($module.Version): $($module.ExportedFunctions.Keys -join ', ')"

Add-Item2 bolt 5
Add-Item2 nut
Add-Item2 nut -WhatIf
try { Add-Item2 screw 500 } catch { $_.FullyQualifiedErrorId }
stock
(Get-Help Add-Item2).Synopsis
Get-Command -Module Inventory | Select-Object CommandType, Name
try { Test-Low bolt } catch { $_.Exception.Message.Split("`n")[0] }
& $module { "inside: limit $Limit, $($Items.Count) things" }

Import-Module ./Inventory/Inventory.psd1 -Prefix Lab -Force
Get-LabStock
Remove-Module Inventory
"Loaded: $([bool](Get-Module Inventory))"

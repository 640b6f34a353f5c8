"""The aliases that a new session has: those of PowerShell 7 everywhere, and those that Windows alone adds."""

from __future__ import annotations

from msolemu.runtime.state.aliases import ALL_SCOPE, READ_ONLY, target_of

POWERSHELL = """
? Where-Object, % ForEach-Object, cd Set-Location, chdir Set-Location, clc Clear-Content, clhy Clear-History,
cli Clear-Item, clp Clear-ItemProperty, cls Clear-Host, clv Clear-Variable, copy Copy-Item, cpi Copy-Item,
cvpa Convert-Path, dbp Disable-PSBreakpoint, del Remove-Item, dir Get-ChildItem, ebp Enable-PSBreakpoint,
echo Write-Output, epal Export-Alias, epcsv Export-Csv, erase Remove-Item, etsn Enter-PSSession, exsn Exit-PSSession,
fc Format-Custom, fhx Format-Hex, fl Format-List, foreach ForEach-Object, ft Format-Table, fw Format-Wide,
gal Get-Alias, gbp Get-PSBreakpoint, gc Get-Content, gcb Get-Clipboard, gci Get-ChildItem, gcm Get-Command,
gcs Get-PSCallStack, gdr Get-PSDrive, gerr Get-Error, ghy Get-History, gi Get-Item, gjb Get-Job, gl Get-Location,
gm Get-Member, gmo Get-Module, gp Get-ItemProperty, gps Get-Process, gpv Get-ItemPropertyValue, group Group-Object,
gsn Get-PSSession, gtz Get-TimeZone, gu Get-Unique, gv Get-Variable, h Get-History, history Get-History,
icm Invoke-Command, iex Invoke-Expression, ihy Invoke-History, ii Invoke-Item, ipal Import-Alias, ipcsv Import-Csv,
ipmo Import-Module, irm Invoke-RestMethod, iwr Invoke-WebRequest, md mkdir, measure Measure-Object, mi Move-Item,
move Move-Item, mp Move-ItemProperty, nal New-Alias, ndr New-PSDrive, ni New-Item, nmo New-Module, nsn New-PSSession,
nv New-Variable, oh Out-Host, popd Pop-Location, pushd Push-Location, pwd Get-Location, r Invoke-History,
rbp Remove-PSBreakpoint, rcjb Receive-Job, rcsn Receive-PSSession, rd Remove-Item, rdr Remove-PSDrive,
ren Rename-Item, ri Remove-Item, rjb Remove-Job, rmo Remove-Module, rni Rename-Item, rnp Rename-ItemProperty,
rp Remove-ItemProperty, rsn Remove-PSSession, rv Remove-Variable, rvpa Resolve-Path, sajb Start-Job, sal Set-Alias,
saps Start-Process, sbp Set-PSBreakpoint, scb Set-Clipboard, select Select-Object, set Set-Variable, si Set-Item,
sl Set-Location, sls Select-String, sp Set-ItemProperty, spjb Stop-Job, spps Stop-Process, sv Set-Variable,
type Get-Content, where Where-Object, wjb Wait-Job
"""
WINDOWS = """
ac Add-Content, asnp Add-PSSnapin, cat Get-Content, clear Clear-Host, compare Compare-Object, cp Copy-Item,
cpp Copy-ItemProperty, curl Invoke-WebRequest, diff Compare-Object, kill Stop-Process, ls Get-ChildItem, man help,
mount New-PSDrive, mv Move-Item, ps Get-Process, rm Remove-Item, rmdir Remove-Item, sleep Start-Sleep,
sort Sort-Object, spsv Stop-Service, start Start-Process, tee Tee-Object, write Write-Output
"""


READ_ONLY_NAMES = """
% ? ac clc clhy cli clp clv compare cpi cpp cvpa dbp diff ebp epal epcsv fc fl foreach ft fw gal gbp gc gci gcm gcs gdr
gerr ghy gi gl gm gmo gp gps gpv group gtz gu gv iex ihy ii ipal ipcsv ipmo irm iwr measure mi mp nal ndr ni nmo nv oh
rbp rdr ri rmo rni rnp rp rv rvpa sal saps sbp select si sl sleep sort sp spps spsv start sv tee where write
"""
ALL_SCOPE_NAMES = "% ? cd copy cp del dir echo foreach md move popd pushd select where"
_READ_ONLY, _ALL_SCOPE = frozenset(READ_ONLY_NAMES.split()), frozenset(ALL_SCOPE_NAMES.split())


def _pairs(text: str) -> dict[str, str]:
    return {name: _target(name, command) for name, command in map(str.split, text.replace("\n", " ").split(", "))}


def _target(name: str, command: str) -> str:
    options = READ_ONLY * (name in _READ_ONLY) | ALL_SCOPE * (name in _ALL_SCOPE)
    return target_of(command, options) if options else command


ALIASES = {**_pairs(POWERSHELL), **_pairs(WINDOWS)}
"""Alias to command. Scripts written on Windows use all of them, so that they are there on every host."""

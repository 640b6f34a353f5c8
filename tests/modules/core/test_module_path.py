"""Modules that are found by name in the folders of `$env:PSModulePath`."""

from __future__ import annotations

from tests.modules.conftest import Shell

LIBRARY = """$null = New-Item Library/Greeting/1.1, Library/Greeting/2.0, Library/Plain -ItemType Directory
foreach ($version in '1.1', '2.0') {
    Set-Content Library/Greeting/$version/Greeting.psm1 "function Get-Greeting { 'hello $version' }"
    New-ModuleManifest Library/Greeting/$version/Greeting.psd1 -ModuleVersion $version -RootModule Greeting
}
Set-Content Library/Plain/Plain.psm1 "function Get-Plain { 'plain' }"
$env:PSModulePath = "C:\\Nowhere;$PWD/Library"
"""


def test_the_newest_version_is_imported_unless_another_is_asked_for(shell: Shell) -> None:
    script = f"""{LIBRARY}Import-Module Greeting; Get-Greeting; Remove-Module Greeting
    Import-Module Greeting -RequiredVersion 1.1; Get-Greeting; Import-Module greeting -MinimumVersion 2.0; Get-Greeting
    Import-Module Plain -Force; Get-Plain"""
    assert shell.lines(script) == ["hello 2.0", "hello 1.1", "hello 2.0", "plain"]


def test_a_folder_with_versions_is_a_module_too(shell: Shell) -> None:
    assert shell.lines(LIBRARY + "(Import-Module ./Library/Greeting/ -PassThru).Version.ToString()") == ["2.0"]


def test_the_modules_of_the_path_are_available(shell: Shell) -> None:
    script = LIBRARY + 'Get-Module Greeting, Pl* -ListAvailable | ForEach-Object { "$($_.Name) $($_.Version)" }'
    assert shell.lines(script) == ["Greeting 2.0", "Greeting 1.1", "Plain 0.0"]


def test_a_version_that_is_not_there_is_an_error(shell: Shell) -> None:
    assert shell.caught(LIBRARY + "Import-Module Greeting -RequiredVersion 3.0")[0] == (
        "Modules_ModuleWithVersionNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand"
    )

"""Modules of scripts and of msolemu: imported, listed, removed, made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shell import error, output, shell


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Tools.psm1").write_text(
        "$script:count = 0\n"
        "$shown = 'variable'\n"
        'function Get-Tool { $script:count++; "tool $script:count" }\n'
        "function Get-Hidden { 'hidden' }\n"
        "Set-Alias gt Get-Tool\n"
        "Export-ModuleMember -Function Get-Tool -Alias gt -Variable shown\n",
        encoding="utf-8",
    )
    return tmp_path


def test_a_module_exports_what_it_says_and_keeps_its_own_state(tools: Path) -> None:
    assert output("Import-Module ./Tools.psm1; Get-Tool; gt; $shown") == ["tool 1", "tool 2", "variable"]
    assert "Get-Hidden" in shell("Import-Module ./Tools.psm1; Get-Hidden").errors


def test_a_module_tells_of_itself(tools: Path) -> None:
    assert output("$m = Import-Module ./Tools.psm1 -PassThru; $m.Name; $m.ModuleType; $m.Version.ToString()") == [
        "Tools",
        "Script",
        "0.0",
    ]
    assert output("Import-Module ./Tools.psm1; (Get-Module Tools).ExportedFunctions.Keys") == ["Get-Tool"]
    assert output("Import-Module ./Tools.psm1; (Get-Module Tools).ExportedAliases.Keys") == ["gt"]
    assert output("Import-Module ./Tools.psm1; (Get-Module Tools).ExportedVariables.Keys") == ["shown"]
    assert output("Import-Module ./Tools.psm1; (Get-Module Tools).ExportedCommands.Count") == ["2"]
    assert output("Import-Module ./Tools.psm1; (Get-Command gt).Source") == ["Tools"]


def test_code_can_be_run_inside_a_module(tools: Path) -> None:
    assert output("Import-Module ./Tools.psm1; & (Get-Module Tools) { $script:count = 9 }; Get-Tool") == ["tool 10"]
    assert output("Import-Module ./Tools.psm1; & (Get-Module Tools) Get-Hidden") == ["hidden"]
    assert output("Import-Module ./Tools.psm1; & (Get-Module Tools).NewBoundScriptBlock({ Get-Hidden })") == ["hidden"]


def test_a_prefix_stands_before_the_nouns(tools: Path) -> None:
    assert output("Import-Module ./Tools.psm1 -Prefix My; Get-MyTool") == ["tool 1"]
    assert output("Import-Module ./Tools.psm1 -Prefix My; (Get-Command -Module Tools).Name") == ["Get-MyTool"]


def test_a_module_leaves_with_everything_it_brought(tools: Path) -> None:
    shown = shell('Import-Module ./Tools.psm1; Remove-Module Tools; Get-Tool; gt; "[$shown]"; (Get-Module).Count')
    assert shown.errors.count("is not recognized") == 2
    assert shown.lines[0] == "[]"
    assert "No modules were removed" in error("Remove-Module Tools")


def test_a_manifest_says_what_is_exported_and_loads_what_it_names(tools: Path) -> None:
    (tools / "inner.psm1").write_text("function Get-Inner { 'inner' }", encoding="utf-8")
    (tools / "first.ps1").write_text("$fromScript = 1", encoding="utf-8")
    (tools / "Whole.psd1").write_text(
        "@{ RootModule = 'Tools.psm1'; ModuleVersion = '2.1'; NestedModules = 'inner.psm1'; "
        "ScriptsToProcess = 'first.ps1'; FunctionsToExport = '*'; Description = 'all of it' }",
        encoding="utf-8",
    )
    assert output('Import-Module ./Whole.psd1; Get-Tool; (Get-Module Whole).Version.ToString(); "$fromScript"') == [
        "tool 1",
        "2.1",
        "1",
    ]
    assert output("(Test-ModuleManifest ./Whole.psd1).Description") == ["all of it"]


def test_a_manifest_is_written_with_its_entries(tools: Path) -> None:
    made = "New-ModuleManifest ./New.psd1 -RootModule Tools.psm1 -ModuleVersion 1.2 -Author Ann -Tags a, b"
    assert output(
        f"{made}; $d = Import-PowerShellDataFile ./New.psd1; $d.ModuleVersion; $d.PrivateData.PSData.Tags -join '+'"
    ) == [
        "1.2",
        "a+b",
    ]
    assert "is not valid" in error("New-ModuleManifest ./New.txt")
    assert "was not loaded" in error("Test-ModuleManifest ./none.psd1")
    assert output(f"{made} -PassThru | Measure-Object | ForEach-Object Count") == ["1"]


def test_msolemu_s_own_modules_are_there_at_once() -> None:
    assert output("Import-Module MSOnline; (Get-Module MSOnline).Version.ToString()") == ["1.1.183.81"]
    assert output("(Get-Module -ListAvailable MSOnline).Name") == ["MSOnline"]
    assert output("(Import-Module MSOnline -PassThru).ExportedCommands.ContainsKey('Get-MsolUser')") == ["True"]
    assert "was not loaded" in error("Import-Module NoSuchModule")
    assert "was not loaded" in error("Import-Module MSOnline -RequiredVersion 9.9")
    assert output(
        "$s = @{ ModuleName = 'MSOnline'; ModuleVersion = '1.0' }; Import-Module -FullyQualifiedName $s;"
        "(Get-Module MSOnline).Name"
    ) == ["MSOnline"]


def test_a_module_that_fails_is_reported(tools: Path) -> None:
    (tools / "Bad.psm1").write_text("throw 'no good'", encoding="utf-8")
    (tools / "Broken.psm1").write_text("function x {", encoding="utf-8")
    assert "no good" in error("Import-Module ./Bad.psm1")
    assert "Missing closing" in error("Import-Module ./Broken.psm1")


def test_a_module_of_a_script_block() -> None:
    assert output("$m = New-Module -Name G { function Get-G { 'g' } }; Get-G; $m.Name") == ["g", "G"]
    assert output("New-Module { 5 } -ReturnResult") == ["5"]
    assert output("$o = New-Module { $Name = 'n'; Export-ModuleMember -Variable Name } -AsCustomObject; $o.Name") == [
        "n"
    ]
    assert output("$null = New-Module { param($x) function Get-X { $x } } -ArgumentList 3; Get-X") == ["3"]


def test_members_are_exported_from_inside_a_module_only() -> None:
    assert "can only be called from inside a module" in error("Export-ModuleMember -Function x")


def test_unapproved_verbs_are_warned_of(tools: Path) -> None:
    (tools / "Verbs.psm1").write_text("function Do-It { 1 }", encoding="utf-8")
    assert "unapproved verbs" in shell("Import-Module ./Verbs.psm1").output
    assert "unapproved" not in shell("Import-Module ./Verbs.psm1 -DisableNameChecking").output
    assert output("Import-Module ./Verbs.psm1 -AsCustomObject -DisableNameChecking | Get-Member Do-It | % Name") == [
        "Do-It"
    ]


def test_a_module_that_a_module_imports_is_nested(tools: Path) -> None:
    (tools / "Outer.psm1").write_text(
        'Import-Module "$PSScriptRoot/Tools.psm1"\nfunction Get-Outer { Get-Tool }', encoding="utf-8"
    )
    assert output(
        "Import-Module ./Outer.psm1; Get-Outer; (Get-Module Outer).NestedModules.Name; (Get-Module -All).Count"
    ) == [
        "tool 1",
        "Tools",
        "2",
    ]


def test_modules_are_removed_by_themselves_and_by_specification(tools: Path) -> None:
    assert output("Import-Module ./Tools.psm1; Get-Module Tools | Remove-Module; @(Get-Module Tools).Count") == ["0"]
    assert output(
        "Import-Module ./Tools.psm1; Remove-Module -FullyQualifiedName @{ ModuleName = 'Tools' };"
        "@(Get-Module Tools).Count"
    ) == ["0"]
    assert output("$m = Import-Module ./Tools.psm1 -PassThru; Remove-Module Tools; Import-Module $m; Get-Tool") == [
        "tool 1"
    ]


def test_a_module_as_an_object_has_its_functions_as_methods_and_its_variables_live() -> None:
    counter = "New-Module -AsCustomObject { $n = 1; function Step { $script:n++; $n }; Export-ModuleMember Step -V n }"
    assert output(f"$o = {counter}; $o.Step(); $o.n; $o.n = 7; $o.Step()") == ["2", "2", "8"]

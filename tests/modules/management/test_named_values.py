"""The drives of variables, functions, aliases and the environment."""

from __future__ import annotations

import os

import pytest

from tests.modules.conftest import Shell

REFUSED = "SessionStateUnauthorizedAccessException"


def test_an_item_says_where_it_is(shell: Shell) -> None:
    script = """$env:REGION = 'North'; $item = Get-Item env:REGION
    $item.psobject.Properties.Name -join ' '; $item.PSPath; $item.PSDrive.Name; $item.PSIsContainer
    (Get-Item function:prompt).PSPath; (Get-ChildItem alias:gci).PSProvider.Name
    (Get-Item variable:PID).Value -eq $PID"""
    assert shell.lines(script) == [
        "PSPath PSDrive PSProvider PSIsContainer Name Key Value",
        "Microsoft.PowerShell.Core\\Environment::REGION",
        "Env",
        "False",
        "Microsoft.PowerShell.Core\\Function::prompt",
        "Alias",
        "True",
    ]


def test_a_drive_itself_gives_all_that_it_holds(shell: Shell) -> None:
    assert shell.lines("(Get-Item env:).Count -eq @(Get-ChildItem env:).Count; Test-Path env: -PathType Container") == [
        "True",
        "True",
    ]


def test_a_name_that_is_not_there_is_told_with_its_drive(shell: Shell) -> None:
    script = "try { Get-Item env:NOWHERE -ErrorAction Stop } catch { $_.Exception.Message }"
    assert shell.lines(script) == [f"Cannot find path 'Env:{os.sep}NOWHERE' because it does not exist."]


def test_a_provider_may_be_named_in_place_of_the_drive(shell: Shell) -> None:
    assert shell.lines("$env:REGION = 'North'; (Get-Item Environment::REGION).Value") == ["North"]
    assert shell.caught("Get-Item Nothing::x")[0] == "ProviderNotFound,Microsoft.PowerShell.Commands.GetItemCommand"


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        ("Remove-Item alias:gci", "AliasNotRemovable"),
        ("Set-Item alias:gci Get-Date", "AliasNotWritable"),
        ("Set-Content alias:gci Get-Date", "AliasNotWritable"),
        ("Rename-Item alias:gci list", "CannotRenameAlias"),
        ("Set-Alias c Get-Date -Option Constant; Remove-Item alias:c -Force", "AliasNotRemovable"),
        ("Set-Variable v 1 -Option ReadOnly; Remove-Item variable:v", "VariableNotRemovable"),
        ("Set-Variable v 1 -Option ReadOnly; Set-Item variable:v 2", "VariableNotWritable"),
        ("Set-Variable v 1 -Option ReadOnly; Clear-Item variable:v", "VariableNotWritable"),
        ("Set-Variable v 1 -Option ReadOnly; Rename-Item variable:v w", "CannotRenameVariable"),
        ("Set-Item function:f { 1 } -Options ReadOnly; Set-Item function:f { 2 }", "FunctionNotWritable"),
        ("Set-Item function:f { 1 } -Options ReadOnly; function f { 2 }", "FunctionNotWritable"),
        ("Set-Item function:f { 1 } -Options ReadOnly; Remove-Item function:f", "FunctionNotRemovable"),
        ("Set-Item function:f { 1 } -Options Constant; Rename-Item function:f g -Force", "CannotRenameFunction"),
        ("Set-Item function:f { 1 } -Options Constant; Set-Item function:f -Options None", "FunctionIsConstant"),
        ("function f { 1 }; Set-Item function:f -Options Constant", "FunctionCannotBeMadeConstant"),
        (
            "Set-Item function:f { 1 } -Options AllScope; Set-Item function:f -Options None",
            "FunctionAllScopeOptionCannotBeRemoved",
        ),
    ],
)
def test_options_forbid_changes(shell: Shell, command: str, error_id: str) -> None:
    found, category, kind = shell.caught(command)
    assert (found.partition(",")[0], category, kind) == (error_id, "WriteError", REFUSED)


def test_what_is_read_only_changes_with_force(shell: Shell) -> None:
    script = """Set-Alias list Get-Date -Option ReadOnly; Rename-Item alias:list dates -Force
    (Get-Alias dates).Definition; (Get-Alias dates).Options; Remove-Item alias:dates -Force; Test-Path alias:dates
    Set-Item function:f { 1 } -Options ReadOnly; Set-Item function:f { 2 } -Force; f; (Get-Item function:f).Options
    Remove-Item function:f -Force; Test-Path function:f"""
    assert shell.lines(script) == ["Get-Date", "ReadOnly", "False", "2", "ReadOnly", "False"]


def test_functions_are_made_of_script_blocks_texts_and_functions(shell: Shell) -> None:
    script = """Set-Item function:a { 'block' }; Set-Item function:b "'text'"; Set-Item function:c (Get-Item function:a)
    a; b; c; Copy-Item function:a function:d; d; Set-Item function:a; Test-Path function:a
    Set-Item function:b -Options AllScope; (Get-Command b).Options; (Get-Item function:c).Options = 'ReadOnly'
    (Get-Command c).Options"""
    assert shell.lines(script) == ["block", "text", "block", "block", "False", "AllScope", "ReadOnly"]


def test_new_item_makes_what_is_not_there(shell: Shell) -> None:
    script = """(New-Item env:REGION -Value North).Value
    (New-Item alias:list -Value Get-Date -Options ReadOnly).Options
    (New-Item variable:few -Value 3).Value; (New-Item variable:few -Value 4 -Force).Value"""
    assert shell.lines(script) == ["North", "ReadOnly", "3", "4"]


@pytest.mark.parametrize(
    ("command", "error_id", "kind"),
    [
        ("$few = 1; New-Item variable:few -Value 2", "Argument,{0}NewItemCommand", "PSArgumentException"),
        ("New-Item variable:few", "NewItemValueNotSpecified,{0}NewItemCommand", "PSArgumentNullException"),
        ("$few = 1; $some = 2; Rename-Item variable:few some", "Argument,{0}RenameItemCommand", "PSArgumentException"),
        ("Set-Item function:f 12", "Argument,{0}SetItemCommand", "PSArgumentException"),
        ("Set-Item alias:f 12", "Argument,{0}SetItemCommand", "PSArgumentException"),
        ("Set-Item env:f 12 -Options None", "NamedParameterNotFound,{0}SetItemCommand", "ParameterBindingException"),
        ("$few = 1; Move-Item variable:few some", "NotSupported,{0}MoveItemCommand", "PSNotSupportedException"),
        ("Invoke-Item variable:PID", "NotSupported,{0}InvokeItemCommand", "PSNotSupportedException"),
        ("Set-Content a.txt 1; Set-Item a.txt 2", "NotSupported,{0}SetItemCommand", "PSNotSupportedException"),
        ("Set-Content a.txt 1; Clear-Item a.txt", "NotSupported,{0}ClearItemCommand", "PSNotSupportedException"),
        ("Copy-Item variable:PID some.txt", "Argument,{0}CopyItemCommand", "PSArgumentException"),
        ("Set-Content a.txt 1; Copy-Item a.txt env:A", "Argument,{0}CopyItemCommand", "PSArgumentException"),
        ("Get-Content variable:PID -Tail 1", "TailNotSupported,{0}GetContentCommand", "InvalidOperationException"),
    ],
)
def test_what_a_drive_cannot_do_is_an_error(shell: Shell, command: str, error_id: str, kind: str) -> None:
    found = shell.caught(command)
    assert (found[0], found[2]) == (error_id.format("Microsoft.PowerShell.Commands."), kind)


def test_the_functions_of_a_session_can_be_listed_and_removed(shell: Shell) -> None:
    script = """(Get-ChildItem function:).Name -contains 'prompt'
    (Get-Command -CommandType Function).Name -contains 'mkdir'
    Remove-Item function:prompt; Test-Path function:prompt"""
    assert shell.lines(script) == ["True", "True", "False"]

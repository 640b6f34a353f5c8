from __future__ import annotations

import pytest

from tests.modules.conftest import Shell

COMMANDS = "Microsoft.PowerShell.Commands."


def test_variables_are_set_emptied_and_removed_by_name(shell: Shell) -> None:
    script = """Set-Variable city 'Oslo'; $city; (Set-Variable a, b 1 -PassThru).Name -join ','
    1, 2 | Set-Variable few; $few.Count; Set-Variable few 3 -Append; $few -join ','
    Set-Variable new 1 -Append; $new -join ','; Set-Variable x, y 1 -Exclude y; Test-Path variable:y
    (Clear-Variable city -PassThru).Name; $null -eq $city; Remove-Variable city; Test-Path variable:city"""
    assert shell.lines(script) == ["Oslo", "a,b", "2", "1,2,3", "1", "False", "city", "True", "False"]


def test_options_and_descriptions_stay_on_a_variable(shell: Shell) -> None:
    script = """New-Variable limit 3 -Option ReadOnly -Description 'the most'
    $v = Get-Variable limit; "$($v.Options) $($v.Description) $($v.Visibility) $($v.Attributes.Count)"
    $v.Description = 'other'; (Get-Variable limit).Description
    Set-Variable limit 4 -Force; $limit; Remove-Variable limit -Force; Test-Path variable:limit
    (New-Variable free 1 -PassThru).Value; $f = Get-Variable free; $f.Value = 9; $free; "$f" """
    assert shell.lines(script) == [
        "ReadOnly the most Public 0", "other", "4", "False", "1", "9", "System.Management.Automation.PSVariable"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        ("New-Variable c 1 -Option Constant; Set-Variable c 2 -Force", "VariableNotWritable,{0}SetVariableCommand"),
        ("New-Variable r 1 -Option ReadOnly; Clear-Variable r", "VariableNotWritable,{0}ClearVariableCommand"),
        ("New-Variable r 1 -Option ReadOnly; Remove-Variable r", "VariableNotRemovable,{0}RemoveVariableCommand"),
        ("$x = 1; New-Variable x 2", "VariableAlreadyExists,{0}NewVariableCommand"),
        ("Get-Variable none", "VariableNotFound,{0}GetVariableCommand"),
        ("Get-Variable x -Scope 99", "ArgumentOutOfRange,{0}GetVariableCommand"),
        ("Get-Variable x -Scope Moon", "Argument,{0}GetVariableCommand"),
    ],
)
def test_what_a_variable_refuses(shell: Shell, command: str, error_id: str) -> None:
    assert shell.caught(command)[0] == error_id.format(COMMANDS)


def test_variables_are_found_by_pattern_and_scope(shell: Shell) -> None:
    script = """$city = 'Oslo'; $country = 'Norway'
    (Get-Variable c[io]* -Include *y).Name -join ','; (Get-Variable ci*, co* -Exclude co*).Name -contains 'city'
    function f { $city = 'Rome'; Get-Variable city -ValueOnly; Get-Variable city -Scope 1 -ValueOnly
      Get-Variable city -Scope Global -ValueOnly; Set-Variable made 1 -Scope Script }
    f; $made; (Get-Variable true).Value; (Get-Variable pwd -ValueOnly).Path -eq $PWD.Path
    Set-Variable seen 1 -WhatIf; Test-Path variable:seen"""
    lines = shell.lines(script)
    assert lines[:8] == ["city,country", "True", "Rome", "Oslo", "Oslo", "1", "True", "True"]
    assert lines[-1] == "False"


def test_aliases_are_made_listed_and_removed(shell: Shell) -> None:
    script = """Set-Alias list Get-Verb; (Get-Alias list).Definition; (Get-Alias -Definition Get-Verb).Name
    (New-Alias other Get-Date -PassThru).Name; Remove-Alias other; Test-Path alias:other
    (Get-Alias gc*, gci -Exclude gcm).Name -contains 'gci'; (Set-Alias near Get-Verb -Scope Global -PassThru).Name
    (Get-Alias near -Scope Global).Definition; (Get-Command list).CommandType"""
    assert shell.lines(script) == [
        "Get-Verb", "list", "other", "False", "True", "near", "Get-Verb", "Alias"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        ("Get-Alias none", "ItemNotFoundException,{0}GetAliasCommand"),
        ("Get-Alias -Definition Get-Nothing", "ItemNotFoundException,{0}GetAliasCommand"),
        ("New-Alias gci Get-Verb", "AliasAlreadyExists,{0}NewAliasCommand"),
        ("Remove-Alias none", "ItemNotFoundException,{0}RemoveAliasCommand"),
        ("Export-Alias a.csv gci; Import-Alias a.csv", "AliasAlreadyExists,{0}ImportAliasCommand"),
    ],
)
def test_what_an_alias_refuses(shell: Shell, command: str, error_id: str) -> None:
    assert shell.caught(command)[0] == error_id.format(COMMANDS)


def test_aliases_are_written_as_rows_or_as_a_script(shell: Shell) -> None:
    script = """Export-Alias a.csv gci, gc -Description 'two'; Get-Content a.csv
    (Export-Alias -LiteralPath a.ps1 gci -As Script -PassThru).Name; Get-Content a.ps1 -Tail 1
    Remove-Alias gci -Force; (Import-Alias a.csv -Force -PassThru).Name -join ','
    (Import-Alias -LiteralPath a.csv -Force -PassThru).Count"""
    shown = shell.lines(script)
    assert [line.partition(" :")[0] for line in shown[:4]] == [
        "# Alias File",
        "# Exported by",
        "# Date/Time",
        "# Computer",
    ]
    assert shown[4:] == [
        "#",
        "# two",
        '"gci","Get-ChildItem","","ReadOnly"',
        '"gc","Get-Content","","ReadOnly"',
        "gci",
        'set-alias -Name:"gci" -Value:"Get-ChildItem" -Description:"" -Option:"ReadOnly"',
        "gci,gc",
        "2",
    ]

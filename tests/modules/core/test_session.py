"""Strict mode, history, completers, sessions on other computers, the console's functions."""

from __future__ import annotations

import pytest

from tests.shell import error, output, shell

TYPED = """filter Typed {
    [pscustomobject]@{
        CommandLine = $_
        ExecutionStatus = 'Completed'
        StartExecutionTime = [datetime]'2020-01-01 10:00:00'
        EndExecutionTime = [datetime]'2020-01-01 10:00:02.5'
    }
}; """
"""Makes entries of a history of command lines."""


def test_strict_mode_holds_in_its_scope_and_below() -> None:
    assert "has not been set" in error("Set-StrictMode -Version Latest; $nothing")
    assert output("& { Set-StrictMode -Version 2; 'in' }; \"[$nothing]\"") == ["in", "[]"]
    assert output('Set-StrictMode -Version 1.0; Set-StrictMode -Off; "[$nothing]"') == ["[]"]
    assert "has not been set" in error("Set-PSDebug -Strict; $nothing")
    assert output("Set-PSDebug -Off; 'on'") == ["on"]
    assert "Tracing the lines of a script is not emulated" in error("Set-PSDebug -Trace 1")
    assert "Version" in error("Set-StrictMode -Version nonsense")


def test_the_history_is_what_was_added_to_it() -> None:
    assert output("Get-History") == []
    assert "has a format that is not valid" in error("'a' | Add-History")
    assert output(
        TYPED + "'a', 'b' | Typed | Add-History; (Get-History -Count 1).CommandLine; (Get-History 1).CommandLine"
    ) == [
        "b",
        "a",
    ]
    assert output(TYPED + "'a', 'b' | Typed | Add-History -Passthru | % Id") == ["1", "2"]
    assert output(TYPED + "'a', 'b', 'c' | Typed | Add-History; Clear-History -Id 2; Get-History | % CommandLine") == [
        "a",
        "c",
    ]
    assert output(
        TYPED + "'a', 'b' | Typed | Add-History; Clear-History -CommandLine a*; Get-History | % CommandLine"
    ) == ["b"]
    assert output(
        TYPED + "'a', 'b' | Typed | Add-History; Clear-History -Count 1 -Newest; Get-History | % CommandLine"
    ) == ["a"]


def test_completers_are_taken() -> None:
    assert output("Register-ArgumentCompleter -CommandName x -ParameterName y -ScriptBlock { 'z' }; 'on'") == ["on"]
    assert output("Register-ArgumentCompleter -Native -CommandName git -ScriptBlock { }; 'on'") == ["on"]


@pytest.mark.parametrize(
    ("command", "named"),
    [
        ("New-PSSession server1", "the computer 'server1'"),
        ("New-PSSession -ConfigurationName x -ConnectionUri https://ps.outlook.com/powershell", "Exchange Online"),
        ("Enter-PSSession server2", "the computer 'server2'"),
    ],
)
def test_other_computers_are_refused_by_name(command: str, named: str) -> None:
    assert f"A session with {named} is not emulated" in error(command)


def test_there_are_no_sessions_to_list_or_close() -> None:
    assert output("@(Get-PSSession).Count; Get-PSSession | Remove-PSSession; Exit-PSSession") == ["0"]
    assert output("Remove-PSSession -Name a; Remove-PSSession -Id 1; Remove-PSSession -ComputerName x; 'on'") == ["on"]


def test_a_pause_waits_for_enter() -> None:
    assert shell("Pause; 'on'", answers=[""]).lines[-1] == "on"
    assert "NonInteractive" in error("Pause")


def test_a_command_of_the_history_runs_again() -> None:
    assert output(TYPED + "'1 + 1', '2 + 2' | Typed | Add-History; Invoke-History 1") == ["1 + 1", "2"]
    assert output(TYPED + "'1 + 1', '2 + 2' | Typed | Add-History; r") == ["2 + 2", "4"]
    assert "Cannot locate the history for Id 7." in error("Invoke-History 7")
    assert "Cannot locate the history for command line Get." in error("Invoke-History Get")
    assert "Cannot locate most recent history." in error("Invoke-History")


def test_the_history_knows_how_long_a_command_ran() -> None:
    shown = output(TYPED + "'Get-Date' | Typed | Add-History; Get-History | Format-Table | Out-String -Stream")
    assert "2.500 Get-Date" in "\n".join(shown)
    assert "has a format that is not valid" in error("[pscustomobject]@{ CommandLine = 'a' } | Add-History")


def test_an_entry_that_is_not_there_is_an_error() -> None:
    assert "Cannot locate the history for Id 9." in error("Get-History 9")
    assert "Cannot locate the history for Id 9." in error("Clear-History -Id 9")
    assert "Cannot use the Count parameter with multiple IDs." in error("Get-History 1, 2 -Count 1")
    assert output(TYPED + "'a', 'b', 'c' | Typed | Add-History; Get-History 2 -Count 2 | % CommandLine") == ["a", "b"]

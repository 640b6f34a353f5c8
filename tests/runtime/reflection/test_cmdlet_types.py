"""What $PSCmdlet and $ExecutionContext offer a script."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shell import error, output, shell

HEAD = "function T { [CmdletBinding(SupportsShouldProcess)] param([Parameter(ParameterSetName = 'S')]$A) "


def test_a_function_writes_to_every_stream() -> None:
    shown = shell(
        HEAD + "$PSCmdlet.WriteVerbose('v'); $PSCmdlet.WriteWarning('w'); $PSCmdlet.WriteDebug('d'); "
        "$PSCmdlet.WriteObject((1, 2), $true); $PSCmdlet.WriteObject('o'); $PSCmdlet.WriteInformation('i', @('t')) }; "
        "T -A 1 -Verbose -InformationAction Continue"
    )
    assert shown.lines == ["VERBOSE: v", "WARNING: w", "1", "2", "o", "i"]


def test_a_function_reports_its_errors() -> None:
    record = "[Management.Automation.ErrorRecord]::new([Exception]::new('bad'), 'Id', 'InvalidData', 5)"
    assert "bad" in error(f"{HEAD} $PSCmdlet.WriteError({record}) }}; T -A 1")
    assert output(
        f"{HEAD} $PSCmdlet.ThrowTerminatingError({record}) }}; try {{ T -A 1 }} catch {{ $_.FullyQualifiedErrorId }}"
    ) == ["Id,T"]


def test_a_function_tells_of_its_call() -> None:
    assert output(HEAD + "$PSCmdlet.ParameterSetName; $PSCmdlet.MyInvocation.MyCommand.Name }; T -A 1") == ["S", "T"]
    assert output(
        "$v = 3; " + HEAD + "$PSCmdlet.GetVariableValue('v'); $PSCmdlet.GetVariableValue('no', 4) }; T -A 1"
    ) == [
        "3",
        "4",
    ]


def test_a_function_asks_before_it_acts() -> None:
    asks = HEAD + "if ($PSCmdlet.ShouldProcess('target', 'action')) { 'done' } }; "
    assert output(asks + "T -A 1 -WhatIf") == ['What if: Performing the operation "action" on target "target".']
    assert shell(asks + "T -A 1 -Confirm", answers=["y"]).lines[-1] == "done"
    assert "done" not in shell(asks + "T -A 1 -Confirm", answers=["n"]).output
    assert output(HEAD + "$PSCmdlet.ShouldProcess('said', 'asked', 'title') }; T -A 1 -WhatIf") == [
        "What if: said",
        "False",
    ]


def test_a_question_may_be_answered_for_all() -> None:
    asks = (
        HEAD
        + "$yes = $false; $no = $false; 1..2 | % { $PSCmdlet.ShouldContinue('Go on?', 'Title', [ref]$yes, [ref]$no) };"
        " $yes }; T -A 1"
    )
    assert shell(asks, answers=["a"]).lines[-3:] == ["True", "True", "True"]
    assert shell(HEAD + "$PSCmdlet.ShouldContinue('Go on?', 'Title') }; T -A 1", answers=["n"]).lines[-1] == "False"


def test_paths_are_resolved_and_variables_reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert output(HEAD + "$PSCmdlet.GetUnresolvedProviderPathFromPSPath('x.txt') }; T -A 1") == [
        str(tmp_path / "x.txt")
    ]
    state = "$ExecutionContext.SessionState"
    assert output(f"{state}.Path.GetUnresolvedProviderPathFromPSPath('y')") == [str(tmp_path / "y")]
    assert output(f"{state}.Path.Combine('a', 'b').Length") == ["3"]
    assert output(f"{state}.Path.CurrentLocation.Path") == [str(tmp_path)]
    assert output(
        f"{state}.PSVariable.Set('n', 5); $n; {state}.PSVariable.GetValue('n'); {state}.PSVariable.GetValue('q', 7)"
    ) == [
        "5",
        "5",
        "7",
    ]
    assert output(f"$n = 1; {state}.PSVariable.Remove('n'); \"[$n]\"") == ["[]"]


def test_text_is_expanded_and_run() -> None:
    invoke = "$ExecutionContext.InvokeCommand"
    assert output(f"$n = 2; {invoke}.ExpandString('n is $n and \"so\"')") == ['n is 2 and "so"']
    assert output(f"{invoke}.InvokeScript('1 + 1'); & {invoke}.NewScriptBlock('3')") == ["2", "3"]

"""The harmless part of System.Console."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$w = [IO.StringWriter]::new(); [Console]::SetOut($w); "
            "[Console]::WriteLine('{0}-{1}', 'a', 'b'); [Console]::Write('x'); "
            "[Console]::Write([char[]]'yz'); $w.ToString() -replace \"`r?`n\", '|'",
            "String a-b|xyz",
        ),
        (
            "$w = [IO.StringWriter]::new(); [Console]::SetError($w); [Console]::Error.Write('e'); \"$w\"; "
            "[Console]::GetCursorPosition().Item1; [Console]::CapsLock; [Console]::WindowLeft",
            "String e | Int32 0 | Boolean False | Int32 0",
        ),
        (
            "[Console]::SetCursorPosition(1, 2); [Console]::Beep(440, 10); [Console]::CursorLeft = 5; "
            "[Console]::WindowWidth = 100; [Console]::In.GetType().Name",
            "String TextReader",
        ),
    ],
)
def test_the_console_takes_what_is_written(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        (
            "[Console]::SetOut($null)",
            "ArgumentNullException",
        ),
        (
            "[Console]::OpenStandardInput()",
            "MemberNotEmulated",
        ),
        (
            "[Console]::SetIn($null)",
            "MemberNotEmulated",
        ),
    ],
)
def test_what_the_console_does_not_give_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")

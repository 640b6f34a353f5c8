"""System.Enum: names, numbers and flags."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        ("[DayOfWeek]::Friday.value__", "Int32 5"),
        ("[DayOfWeek]::Friday.ToString()", "String Friday"),
        ("[DayOfWeek]::Friday.ToString('G')", "String Friday"),
        ("[DayOfWeek]::Friday.ToString('X')", "String 00000005"),
        ("[DayOfWeek]::Friday.ToString('D')", "String 5"),
        (
            "[IO.FileAttributes]'ReadOnly, Hidden' | ForEach-Object { $_.HasFlag([IO.FileAttributes]::Hidden) }",
            "Boolean True",
        ),
        ("[DayOfWeek]::Friday.CompareTo([DayOfWeek]::Monday)", "Int32 1"),
        ("[DayOfWeek]::Friday.CompareTo($null)", "Int32 1"),
        ("[DayOfWeek]::Friday.Equals([DayOfWeek]::Friday)", "Boolean True"),
        ("[DayOfWeek]::Friday.Equals(5)", "Boolean False"),
        ("[DayOfWeek]::Friday.GetTypeCode()", "TypeCode Int32"),
        ("[enum]::GetNames([DayOfWeek])[0, 6]", "String Sunday | String Saturday"),
        ("[enum]::GetValues([DayOfWeek]).Count", "Int32 7"),
        ("[enum]::GetValues([DayOfWeek])[1]", "DayOfWeek Monday"),
        ("$null -eq [enum]::GetName([DayOfWeek], 9)", "Boolean True"),
        ("[enum]::IsDefined([DayOfWeek], 'Monday')", "Boolean True"),
        ("[enum]::IsDefined([DayOfWeek], 'monday')", "Boolean False"),
        ("[enum]::IsDefined([DayOfWeek], 9)", "Boolean False"),
        ("[enum]::Parse([DayOfWeek], 'Monday')", "DayOfWeek Monday"),
        ("[enum]::Parse([DayOfWeek], 'monday', $true)", "DayOfWeek Monday"),
        ("[enum]::Parse([DayOfWeek], '3')", "DayOfWeek Wednesday"),
        ("[enum]::Parse([IO.FileAttributes], 'Hidden, System')", "IO.FileAttributes Hidden, System"),
        (
            "$r = [DayOfWeek]0; [enum]::TryParse([DayOfWeek], 'Friday', [ref]$r); $r; "
            "[enum]::TryParse([DayOfWeek], 'friday', [ref]$r); $r; "
            "[enum]::TryParse([DayOfWeek], 'friday', $true, [ref]$r); $r",
            "Boolean True | DayOfWeek Friday | Boolean False | DayOfWeek Sunday | Boolean True | DayOfWeek Friday",
        ),
        ("[enum]::GetUnderlyingType([DayOfWeek]).Name", "String Int32"),
        ("[enum]::ToObject([DayOfWeek], 5)", "DayOfWeek Friday"),
        ("[enum]::ToObject([DayOfWeek], 9)", "DayOfWeek 9"),
        ("[enum]::Format([DayOfWeek], 5, 'G')", "String Friday"),
        ("[enum]::Format([DayOfWeek], [DayOfWeek]::Friday, 'D')", "String 5"),
    ],
)
def test_an_enumeration_is_read_and_written(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("[DayOfWeek]::Friday.ToString('Q')", "FormatException"),
        ("[DayOfWeek]::Friday.CompareTo(5)", "ArgumentException"),
        ("[enum]::GetNames([int])", "ArgumentException"),
        ("[enum]::Parse([DayOfWeek], 'monday')", "ArgumentException"),
        ("[enum]::Parse([DayOfWeek], ' ')", "ArgumentException"),
    ],
)
def test_what_is_no_value_of_an_enumeration_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")

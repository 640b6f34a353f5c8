"""What members refuse: nulls, indexes outside, files that are not there."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("call", "error_id"),
    [
        ("[array]::IndexOf($null, 1)", "ArgumentNullException"),
        ("[array]::IndexOf(@(1), 1, 5)", "ArgumentOutOfRangeException"),
        ("[array]::Find(@(1), $null)", "ArgumentNullException"),
        ("[array]::CreateInstance([int])", "ArgumentException"),
        ("@(1).SetValue(1)", "ArgumentException"),
        ("'abc'.IndexOfAny($null)", "ArgumentNullException"),
        ("'abc'.IndexOfAny('a', 9)", "ArgumentOutOfRangeException"),
        ("'abc'.IndexOfAny('a', 1, 9)", "ArgumentOutOfRangeException"),
        ("[enum]::IsDefined([DayOfWeek], $null)", "ArgumentNullException"),
        ("[enum]::GetName([DayOfWeek], $null)", "ArgumentNullException"),
        ("[char]::ConvertToUtf32('a', 4)", "ArgumentOutOfRangeException"),
        ("[bigint]::Pow(2, -1)", "ArgumentOutOfRangeException"),
        ("[bigint]::new([double]::NaN)", "OverflowException"),
        ("[decimal]::Round(1.5d, 99)", "ArgumentOutOfRangeException"),
        ("[datetime]::FromOADate([double]::NaN)", "ArgumentException"),
        ("[IO.FileInfo]::new('nope').CopyTo('other')", "FileNotFoundException"),
        ("[IO.DirectoryInfo]::new('nope').Delete()", "FileNotFoundException"),
        ("$null = New-Item f; [IO.Directory]::CreateDirectory('f')", "IOException"),
    ],
)
def test_a_member_refuses_as_net_does(evaluate: Evaluate, call: str, error_id: str) -> None:
    assert evaluate(f"try {{ {call} }} catch {{ $_.FullyQualifiedErrorId }}") == f"String {error_id}"

"""Truth values and comparers of text."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        ("[StringComparer]::Ordinal.Compare('a', 'B')", "Int32 31"),
        ("[StringComparer]::OrdinalIgnoreCase.Compare('a', 'A')", "Int32 0"),
        ("[StringComparer]::InvariantCulture.Compare('a', 'B')", "Int32 -1"),
        ("[StringComparer]::InvariantCultureIgnoreCase.Equals('a', 'A')", "Boolean True"),
        ("[StringComparer]::CurrentCulture.Equals('a', 'A')", "Boolean False"),
        ("[StringComparer]::CurrentCultureIgnoreCase.Equals('a', 'A')", "Boolean True"),
        ("[StringComparer]::Ordinal.GetHashCode('a') -eq [StringComparer]::Ordinal.GetHashCode('a')", "Boolean True"),
        (
            "$true.ToString(); $true.CompareTo($true); $true.CompareTo($null); $true.Equals($true); "
            "[bool]::Parse(' false '); [bool]::TrueString; [bool]::FalseString; $r = $false; "
            "[bool]::TryParse('true', [ref]$r); $r; [bool]::TryParse('x', [ref]$r); $r",
            "String True | Int32 0 | Int32 1 | Boolean True | Boolean False | String True | String False | "
            "Boolean True | Boolean True | Boolean False | Boolean False",
        ),
    ],
)
def test_values_are_compared_and_read(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("$true.CompareTo(1)", "ArgumentException"),
        ("[bool]::Parse('')", "FormatException"),
    ],
)
def test_what_is_of_another_kind_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")

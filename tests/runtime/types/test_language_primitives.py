"""LanguagePrimitives: the rules of the language as code calls them."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$l = [System.Management.Automation.LanguagePrimitives]; $l::ConvertTo('5', [int]); "
            "$l::ConvertTo[int]('7'); $l::IsTrue(@(0)); $l::Equals('a', 'A'); $l::Equals('a', 'A', $true); "
            "$l::Compare(1, 2)",
            "Int32 5 | Int32 7 | Boolean False | Boolean False | Boolean True | Int32 -1",
        ),
        (
            "$l = [System.Management.Automation.LanguagePrimitives]; $r = 0; "
            "$l::TryConvertTo('5', [int], [ref]$r); $r; $l::TryConvertTo('x', [int], [ref]$r); "
            "$l::TryConvertTo[int]('6', [ref]$r); $r",
            "Boolean True | Int32 5 | Boolean False | Boolean True | Int32 6",
        ),
        (
            "$l = [System.Management.Automation.LanguagePrimitives]; $l::IsObjectEnumerable('a'); "
            "$l::GetEnumerable((1, 2)); $null -eq $l::GetEnumerable(1); "
            "$l::ConvertTypeNameToPSTypeName('System.Int32')",
            "Boolean False | Int32 1 | Int32 2 | Boolean True | String [int]",
        ),
    ],
)
def test_the_rules_are_those_of_the_language(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        (
            "[System.Management.Automation.LanguagePrimitives]::ConvertTo('x', [int])",
            "PSInvalidCastException",
        ),
        (
            "[System.Management.Automation.LanguagePrimitives]::Compare(1, { 2 })",
            "ArgumentException",
        ),
    ],
)
def test_what_does_not_convert_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")

"""System.Math."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        ("[math]::Abs(-5)", "Int32 5"),
        ("[math]::Abs(-1.5)", "Double 1.5"),
        ("[math]::Ceiling(1.2)", "Double 2"),
        ("[math]::Floor(-1.2)", "Double -2"),
        ("[math]::Truncate(-1.7)", "Double -1"),
        ("[math]::Round(1.5)", "Double 2"),
        ("[math]::Round(2.5)", "Double 2"),
        ("[math]::Round(1.235, 2)", "Double 1.24"),
        ("[math]::Round(2.5, 0, 'AwayFromZero')", "Double 3"),
        ("[math]::Sign(-3)", "Int32 -1"),
        ("[math]::Max(1, 2)", "Int32 2"),
        ("[math]::Min(1.5, 2)", "Double 1.5"),
        ("[math]::Pow(2, 3)", "Double 8"),
        ("[math]::Sqrt(9)", "Double 3"),
        ("[math]::Cbrt(27)", "Double 3"),
        ("[math]::Exp(0)", "Double 1"),
        ("[math]::Log(1)", "Double 0"),
        ("[math]::Log10(100)", "Double 2"),
        ("[math]::Log2(8)", "Double 3"),
        ("[math]::Log(8, 2)", "Double 3"),
        ("[math]::PI -gt 3.14", "Boolean True"),
        ("[math]::E -gt 2.7", "Boolean True"),
        ("[math]::Sin(0)", "Double 0"),
        ("[math]::Cos(0)", "Double 1"),
        ("[math]::Tan(0)", "Double 0"),
        ("[math]::Asin(0)", "Double 0"),
        ("[math]::Acos(1)", "Double 0"),
        ("[math]::Atan(0)", "Double 0"),
        ("[math]::Atan2(0, 1)", "Double 0"),
        ("[math]::Sinh(0)", "Double 0"),
        ("[math]::Cosh(0)", "Double 1"),
        ("[math]::Tanh(0)", "Double 0"),
        ("[math]::BigMul(2, 3)", "Int64 6"),
        ("[math]::IEEERemainder(5, 3)", "Double -1"),
        ("[math]::Clamp(1.5, 2.0, 3.0)", "Double 2"),
        ("[math]::Clamp(-5, 0, 10)", "Int32 0"),
        ("[math]::Truncate(1.7d)", "Decimal 1"),
        ("[math]::Round(1.45d, 1)", "Decimal 1.4"),
        ("[math]::Floor(1.7d)", "Decimal 1"),
        ("[math]::Ceiling(1.2d)", "Decimal 2"),
        ("[math]::Log(0)", "Double -Infinity"),
        ("[math]::Log(-1)", "Double NaN"),
        ("[math]::Log10(0)", "Double -Infinity"),
        ("[math]::Acos(2)", "Double NaN"),
        ("[math]::Pow(-8, 0.5)", "Double NaN"),
        ("[math]::Exp(1000)", "Double Infinity"),
        ("[math]::Pow(0, -1)", "Double Infinity"),
    ],
)
def test_a_function_gives_its_value(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("[math]::Clamp(1, 5, 2)", "ArgumentException"),
        ("[math]::Round(1.5, 99)", "ArgumentOutOfRangeException"),
        ("[math]::Sign([double]::NaN)", "ArithmeticException"),
    ],
)
def test_a_function_refuses_what_it_is_not_defined_for(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")

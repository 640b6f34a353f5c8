"""Numbers: limits, parsing, comparing."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        ("(5).CompareTo(5)", "Int32 0"),
        ("(5).CompareTo($null)", "Int32 1"),
        ("(5).Equals(5)", "Boolean True"),
        ("(5).GetTypeCode()", "TypeCode Int32"),
        ("(5).ToString()", "String 5"),
        ("(5).ToString('D3')", "String 005"),
        ("(1.5).ToString('F2')", "String 1.50"),
        ("(1234.5).ToString('N1')", "String 1,234.5"),
        ("(5).GetHashCode()", "Int32 5"),
        ("[int]::MaxValue", "Int32 2147483647"),
        ("[int]::MinValue", "Int32 -2147483648"),
        ("[long]::MaxValue", "Int64 9223372036854775807"),
        ("[byte]::MaxValue", "Byte 255"),
        ("[double]::Epsilon -gt 0", "Boolean True"),
        ("[double]::PositiveInfinity", "Double Infinity"),
        ("[decimal]::MaxValue", "Decimal 79228162514264337593543950335"),
        ("[single]::MaxValue -gt 1", "Boolean True"),
        ("[int16]::MinValue", "Int16 -32768"),
        ("[uint32]::MaxValue", "UInt32 4294967295"),
        ("[sbyte]::MinValue", "SByte -128"),
        ("[uint64]::MaxValue", "UInt64 18446744073709551615"),
        ("[decimal]::One", "Decimal 1"),
        ("[decimal]::Zero", "Decimal 0"),
        ("[decimal]::MinusOne", "Decimal -1"),
        ("[int]::Parse(' 12 ')", "Int32 12"),
        ("[int]::Parse('-5')", "Int32 -5"),
        ("[int]::Parse('ff', 'HexNumber')", "Int32 255"),
        ("[double]::Parse('1e3')", "Double 1000"),
        ("[decimal]::Parse('1,234.5')", "Decimal 1234.5"),
        ("[long]::Parse('9')", "Int64 9"),
        ("[int]::Parse('1,000', 'AllowThousands')", "Int32 1000"),
        ("[double]::IsNaN(1)", "Boolean False"),
        ("[double]::IsInfinity([double]::PositiveInfinity)", "Boolean True"),
        ("[double]::IsPositiveInfinity(1)", "Boolean False"),
        ("[double]::IsNegativeInfinity([double]::NegativeInfinity)", "Boolean True"),
        ("[double]::IsFinite(1)", "Boolean True"),
        ("[single]::IsNaN([single]::NaN)", "Boolean True"),
        (
            "$r = 0; [int]::TryParse('12', [ref]$r); $r; [int]::TryParse('', [ref]$r); $r; $r = 0.0; "
            "[double]::TryParse('x', [ref]$r); $r = 0; [int]::TryParse('ff', 'HexNumber', $null, [ref]$r); $r; "
            "[long]::TryParse('99999999999', [ref]$r); $r",
            "Boolean True | Int32 12 | Boolean False | Int32 0 | Boolean False | Boolean True | Int32 255 | "
            "Boolean True | Int64 99999999999",
        ),
        ("[decimal]::Floor(1.7d)", "Decimal 1"),
        ("[decimal]::Truncate(-1.7d)", "Decimal -1"),
        ("[decimal]::Round(1.5d)", "Decimal 2"),
        ("[bigint]::Abs(-5)", "Numerics.BigInteger 5"),
        ("[bigint]::GreatestCommonDivisor(12, 18)", "Numerics.BigInteger 6"),
        ("[bigint]::One", "Numerics.BigInteger 1"),
        ("[bigint]::Zero", "Numerics.BigInteger 0"),
        ("[bigint]::Parse('123456789012345678901234567890')", "Numerics.BigInteger 123456789012345678901234567890"),
    ],
)
def test_a_number_is_read_and_compared(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("(5).CompareTo('x')", "ArgumentException"),
        ("[int]::Parse('')", "FormatException"),
        ("[int]::Parse('99999999999')", "OverflowException"),
    ],
)
def test_what_is_no_number_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")

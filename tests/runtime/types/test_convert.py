"""System.Convert and System.BitConverter."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        ("[convert]::ToInt32('12')", "Int32 12"),
        ("[convert]::ToInt32(1.5)", "Int32 2"),
        ("[convert]::ToInt32(2.5)", "Int32 2"),
        ("[convert]::ToInt32($null)", "Int32 0"),
        ("[convert]::ToBoolean('true')", "Boolean True"),
        ("[convert]::ToByte('ff', 16)", "Byte 255"),
        ("[convert]::ToInt64('777', 8)", "Int64 511"),
        ("[convert]::ToDouble('1.5')", "Double 1.5"),
        ("[convert]::ToChar(65)", "Char A"),
        ("[convert]::ToInt32('ffffffff', 16)", "Int32 -1"),
        ("[convert]::ToSByte('ff', 16)", "SByte -1"),
        ("[convert]::ToString(1.5)", "String 1.5"),
        ("[convert]::ToString($true)", "String True"),
        ("[convert]::ToString(-1, 2)", "String 11111111111111111111111111111111"),
        ("[convert]::ToString([byte]255, 16)", "String ff"),
        ("[convert]::ToString(-8, 10)", "String -8"),
        ("[convert]::ToString(8, 8)", "String 10"),
        ("[convert]::ChangeType('5', [int])", "Int32 5"),
        ("[convert]::ChangeType(5, [string])", "String 5"),
        ("[convert]::ChangeType(1, [bool])", "Boolean True"),
        ("[convert]::ToBase64String([byte[]](1, 2, 3))", "String AQID"),
        ("[convert]::ToBase64String([byte[]](1, 2, 3), 1, 2)", "String AgM="),
        ("[convert]::ToBase64String([byte[]](@(0) * 60), 'InsertLineBreaks').Length", "Int32 82"),
        ("[convert]::ToBase64String([byte[]](1), 'None')", "String AQ=="),
        ("[convert]::FromBase64String(\"AQ ID`r`n\") -join ','", "String 1,2,3"),
        ("[convert]::FromHexString('01fF') -join ','", "String 1,255"),
        ("[convert]::GetTypeCode(5)", "TypeCode Int32"),
        ("[convert]::GetTypeCode($null)", "TypeCode Empty"),
        ("[convert]::GetTypeCode(@{})", "TypeCode Object"),
        ("[convert]::ToDateTime('2024-01-02').Day", "Int32 2"),
        ("[bitconverter]::ToString([byte[]](1, 255, 16))", "String 01-FF-10"),
        ("[bitconverter]::ToString([byte[]](1, 2, 3), 1)", "String 02-03"),
        ("[bitconverter]::ToString([byte[]](1, 2, 3), 1, 1)", "String 02"),
        ("[bitconverter]::GetBytes(258) -join ','", "String 2,1,0,0"),
        ("[bitconverter]::GetBytes($true) -join ','", "String 1"),
        ("[bitconverter]::ToUInt16([byte[]](2, 1), 0)", "UInt16 258"),
        ("[bitconverter]::ToDouble([bitconverter]::GetBytes(1.5), 0)", "Double 1.5"),
        ("[bitconverter]::IsLittleEndian", "Boolean True"),
    ],
)
def test_a_value_is_converted(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("[convert]::ToInt32('x')", "FormatException"),
        ("[convert]::ToByte(300)", "OverflowException"),
        ("[convert]::ToBoolean('yes')", "FormatException"),
        ("[convert]::ToInt32('1', 3)", "ArgumentException"),
        ("[convert]::ToInt32('xyz', 16)", "FormatException"),
        ("[convert]::ToByte('1ff', 16)", "OverflowException"),
        ("[convert]::ToString(8, 7)", "ArgumentException"),
        ("[convert]::ChangeType('x', [int])", "FormatException"),
        ("[convert]::ToBase64String($null)", "ArgumentNullException"),
        ("[convert]::FromHexString('0')", "FormatException"),
        ("[convert]::FromHexString('0g')", "FormatException"),
        ("[bitconverter]::ToInt32([byte[]](1, 2), 0)", "ArgumentException"),
    ],
)
def test_what_cannot_be_converted_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")

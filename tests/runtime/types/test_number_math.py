"""The arithmetic that numeric types have as static members gives what .NET gives."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate

INTEGERS = [
    (
        "[int]::Max(3, 5); [long]::Min(3, 5); [int]::Clamp(9, 1, 5); [int]::Sign(-3)",
        "Int32 5 | Int64 3 | Int32 5 | Int32 -1",
    ),
    ("[int]::MaxMagnitude(-9, 5); [int]::MinMagnitude(-9, 5); [int]::CopySign(4, -1)", "Int32 -9 | Int32 5 | Int32 -4"),
    (
        "[int]::RotateLeft(1, 33); [byte]::RotateRight(1, 1); [int]::LeadingZeroCount(1)",
        "Int32 2 | Byte 128 | Int32 31",
    ),
    (
        "[int]::PopCount(-1); [long]::TrailingZeroCount(8); [int]::TrailingZeroCount(0); [int]::Log2(9)",
        "Int32 32 | Int64 3 | Int32 32 | Int32 3",
    ),
    (
        "[int]::DivRem(-7, 2).Item1; [int]::DivRem(-7, 2).Item2; [math]::DivRem(7, 2).Item2",
        "Int32 -3 | Int32 -1 | Int32 1",
    ),
    (
        "[int]::IsPow2(8); [int]::IsEvenInteger(3); [int]::IsOddInteger(-3); [int]::IsNegative(-1); "
        "[int]::IsPositive(0)",
        "Boolean True | Boolean False | Boolean True | Boolean True | Boolean True",
    ),
    (
        "[int]::DivRem(1, 0)",
        '! DivideByZeroException: Exception calling "DivRem" with "2" argument(s): "Attempted to divide by zero."',
    ),
    (
        "[int]::Abs([int]::MinValue)",
        '! OverflowException: Exception calling "Abs" with "1" argument(s): "Negating the '
        'minimum value of a twos complement number is invalid."',
    ),
    (
        "[int]::Clamp(1, 5, 2)",
        '! ArgumentException: Exception calling "Clamp" with "3" argument(s): "\'5\' cannot be greater than 2."',
    ),
]
REALS = [
    (
        "[double]::Sqrt(16); [double]::Pi -eq [math]::PI; [double]::Round(2.567, 1); [double]::IsInteger(2.0)",
        "Double 4 | Boolean True | Double 2.6 | Boolean True",
    ),
    (
        "[double]::DegreesToRadians(180) -eq [math]::PI; [double]::Hypot(3, 4); [double]::RootN(27, 3); "
        "[double]::Exp2(10)",
        "Boolean True | Double 5 | Double 3 | Double 1024",
    ),
    (
        "[double]::Lerp(0, 10, 0.5); [double]::IsPow2(8); [double]::IsNormal(1); [double]::IsSubnormal(5e-324)",
        "Double 5 | Boolean True | Boolean True | Boolean True",
    ),
    (
        "[math]::CopySign(3, -1); [math]::BitIncrement(1); [math]::ScaleB(1, 4); [math]::ILogB(9); "
        "[math]::FusedMultiplyAdd(2, 3, 4); [math]::SinCos(0).Item2; [math]::Asinh(0)",
        "Double -3 | Double 1.0000000000000002 | Double 16 | Int32 3 | Double 10 | Double 1 | Double 0",
    ),
]
DECIMALS = [
    (
        "[decimal]::Add(1.5, 2); [decimal]::Remainder(7, 4); [decimal]::Negate(2)",
        "Decimal 3.5 | Decimal 3 | Decimal -2",
    ),
    (
        "[decimal]::Round(2.345d, 2, 'AwayFromZero'); [decimal]::Ceiling(1.2d); [decimal]::Floor(-1.5d); "
        "[decimal]::Truncate(-1.5d)",
        "Decimal 2.35 | Decimal 2 | Decimal -2 | Decimal -1",
    ),
    (
        "[decimal]::ToInt32(3.9d); [decimal]::ToDouble(1.5d); (1.50d).Scale; [decimal]::Compare(1, 2)",
        "Int32 3 | Double 1.5 | Byte 2 | Int32 -1",
    ),
    (
        "[decimal]::new(15, 0, 0, $true, 1); [decimal]::new([decimal]::GetBits(-1.5d)); [decimal]::IsInteger(2d)",
        "Decimal -1.5 | Decimal -1.5 | Boolean True",
    ),
]
BIG = [
    (
        "[bigint]::ModPow(3, 200, 13); [bigint]::Divide(-7, 2); [bigint]::Max(3, 4)",
        "Numerics.BigInteger 9 | Numerics.BigInteger -3 | Numerics.BigInteger 4",
    ),
    (
        "([bigint]255).ToByteArray() -join ','; ([bigint]-1).ToByteArray() -join ','; "
        "([bigint]256).ToByteArray($true, $true) -join ','",
        "String 255,0 | String 255 | String 1,0",
    ),
    (
        "[bigint]::new([byte[]](0, 1)); ([bigint]8).IsPowerOfTwo; ([bigint]-8).Sign; ([bigint]8).IsEven; "
        "([bigint]1).IsOne",
        "Numerics.BigInteger 256 | Boolean True | Int32 -1 | Boolean True | Boolean True",
    ),
    (
        "$r = 0; [bigint]::DivRem(7, 2, [ref]$r); $r; [bigint]::Log10(1000); [bigint]::Log(8, 2)",
        "Numerics.BigInteger 3 | Numerics.BigInteger 1 | Double 3 | Double 3",
    ),
    (
        "[bigint]::ModPow(3, 2, 0)",
        '! DivideByZeroException: Exception calling "ModPow" with "3" argument(s): "Attempted to divide by zero."',
    ),
]
SEARCHES = [
    (
        "'abcabc'.LastIndexOf('b', 4, 2); 'abcabc'.LastIndexOf('B', 5, 6, 'OrdinalIgnoreCase'); ''.LastIndexOf('a')",
        "Int32 4 | Int32 4 | Int32 -1",
    ),
    ("'abc'.LastIndexOfAny([char[]]'ab', 1); 'abc'.IndexOf('B', 0, 3, 'OrdinalIgnoreCase')", "Int32 1 | Int32 1"),
    ('"a`r`nb`nc".ReplaceLineEndings("|"); "aBc".Replace("b", "x", $true, $null)', "String a|b|c | String axc"),
    (
        "[string]::Compare('xabc', 1, 'yABC', 1, 3, $true); [string]::CompareOrdinal('xa', 1, 'ya', 1, 1)",
        "Int32 0 | Int32 0",
    ),
    ("[string]::Compare('xab', 1, 'yAB', 1, 2, 'OrdinalIgnoreCase')", "Int32 0"),
    ("$c = [char[]]::new(3); 'hello'.CopyTo(1, $c, 0, 3); -join $c", "String ell"),
    (
        "'I'.ToLower([cultureinfo]'tr-TR') -ceq [string][char]0x131; "
        "'i'.ToUpper([cultureinfo]'tr-TR') -ceq [string][char]0x130",
        "Boolean True | Boolean True",
    ),
    (
        "'abc'.CopyTo(2, [char[]]::new(3), 0, 3)",
        '! ArgumentOutOfRangeException: Exception calling "CopyTo" with "4" '
        'argument(s): "Index was out of range. Must be non-negative and less than the size of the collection. '
        "(Parameter 'sourceIndex')\"",
    ),
]


@pytest.mark.parametrize(("expression", "given"), [*INTEGERS, *REALS, *DECIMALS, *BIG, *SEARCHES])
def test_static_arithmetic_and_searches_give_what_net_gives(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given

"""Numbers under standard formats, as .NET 10 writes them."""

from __future__ import annotations

import decimal
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.numeric.number_format import format_number
from msolemu.runtime.text.culture import EN_US, INVARIANT, find_culture
from msolemu.runtime.values.objects import BigInteger, Byte, Int64, SByte, Single, UInt64, Value

EXACT = decimal.Context(prec=400)


@pytest.mark.parametrize(
    ("value", "directive", "text"),
    [
        (1234.5678, "N2", "1,234.57"),
        (1234.5678, "n", "1,234.568"),
        (-1234567, "N0", "-1,234,567"),
        (999, "N0", "999"),
        (0.125, "F2", "0.12"),
        (Decimal("0.125"), "F2", "0.13"),
        (0.5, "F0", "0"),
        (1.5, "F0", "2"),
        (-0.4, "F0", "-0"),
        (Decimal("-0.4"), "F0", "0"),
        (7, "D5", "00007"),
        (-7, "D5", "-00007"),
        (255, "x4", "00ff"),
        (-1, "X", "FFFFFFFF"),
        (Int64(-1), "X", "FFFFFFFFFFFFFFFF"),
        (SByte(-1), "X", "FF"),
        (Byte(5), "B", "101"),
        (UInt64(2**64 - 1), "X", "FFFFFFFFFFFFFFFF"),
        (BigInteger(255), "X", "0FF"),
        (BigInteger(-1), "X4", "FFFF"),
        (BigInteger(0), "B", "0"),
        (0.1, "P", "10.000%"),
        (-0.1, "P1", "-10.0%"),
        (5, "C", "$5.00"),
        (-5, "C0", "-$5"),
        (12345, "E2", "1.23E+004"),
        (0, "E0", "0E+000"),
        (0.00012, "e3", "1.200e-004"),
        (12345, "G3", "1.23E+04"),
        (1e20, "g", "1e+20"),
        (2.0**53, "G", "9007199254740992"),
        (0.0001, "G", "0.0001"),
        (1e-5, "R", "1E-05"),
        (Decimal("1.50"), "G", "1.50"),
        (Decimal("-79228162514264337593543950335"), None, "-79228162514264337593543950335"),
        (Single(0.10000000149011612), "R", "0.1"),
        (Single(16777216.0), "G", "16777216"),
        (float("nan"), "N2", "NaN"),
        (float("-inf"), "X", "-∞"),
        (5, "N\0", "5.000"),
    ],
)
def test_a_number_under_a_standard_format(value: Value, directive: str, text: str) -> None:
    assert format_number(value, directive) == text


@pytest.mark.parametrize(("value", "directive"), [(1.5, "D"), (Decimal(1), "X"), (5, "Q"), (5, "N1000000000")])
def test_a_format_that_a_number_has_not_is_refused(value: Value, directive: str) -> None:
    with pytest.raises(NetError, match="Format specifier was invalid"):
        format_number(value, directive)


@pytest.mark.parametrize(
    ("culture", "directive", "text"),
    [
        ("de-DE", "N2", "-1.234,50"),
        ("de-DE", "C", "-1.234,50 €"),
        ("fr-FR", "N1", "-1\u202f234,5"),
        ("ja-JP", "C", "-￥1,234"),
        ("tr-TR", "P0", "-%123.450"),
        ("", "N", "-1,234.50"),
        ("", "C", "(¤1,234.50)"),
        ("", "P", "-123,450.00 %"),
    ],
)
def test_cultures_write_numbers_their_own_way(culture: str, directive: str, text: str) -> None:
    found = find_culture(culture)
    assert found is not None
    assert format_number(-1234.5, directive, found) == text


def test_the_invariant_culture_spells_infinity() -> None:
    assert format_number(float("inf"), "G", INVARIANT) == "Infinity"


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 20))
def test_fixed_places_are_the_exact_value_rounded_to_even(number: float, places: int) -> None:
    wanted = Decimal(number).quantize(Decimal(1).scaleb(-places), decimal.ROUND_HALF_EVEN, EXACT)
    assert format_number(number, f"F{places}") == format(wanted, "f")


@given(st.integers(-(2**31), 2**31 - 1))
def test_groups_of_three_digits(number: int) -> None:
    assert format_number(number, "N0") == f"{number:,}"


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_round_trip_format_reads_back_the_same(number: float) -> None:
    assert float(format_number(number, "R")) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12))
def test_decimals_round_half_away_from_zero(number: Decimal) -> None:
    wanted = number.quantize(Decimal("0.01"), decimal.ROUND_HALF_UP)
    assert format_number(number, "F2", EN_US) == format(wanted if wanted else Decimal("0.00"), "f")

"""Custom number formats, as .NET 10 fills them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.runtime.numeric.number_format import format_number
from msolemu.runtime.values.objects import Value


@pytest.mark.parametrize(
    ("value", "pattern", "text"),
    [
        (7, "000", "007"),
        (12345, "000", "12345"),
        (1234.5, "#,##0.00", "1,234.50"),
        (0, "#,#", ""),
        (5, "0,0", "05"),
        (1234567, "0,", "1235"),
        (1234567, "0,,.0", "1.2"),
        (1234567, "#,##0,.0", "1,234.6"),
        (0.5, "#.##", ".5"),
        (0.5, "000", "001"),
        (-0.5, "0.00", "-0.50"),
        (-0.001, "0.00", "-0.00"),
        (Decimal("-0.001"), "0.00", "0.00"),
        (-7, "'a'0'b'", "-a7b"),
        (5, '0\\x "lit"', "5x lit"),
        (5, "+0;-0;zero", "+5"),
        (-5, "#;neg #;zero", "neg 5"),
        (0, "#;neg #;zero", "zero"),
        (0.001, "0.0;-0.0;nil", "nil"),
        (-5, "0;;nil", "-5"),
        (5, "0';'0", "0;5"),
        (0.255, "0%", "26%"),
        (0.255, "0‰", "255‰"),
        (1234.5, "0.0e+0", "1.2e+3"),
        (0.00012, "0.00E-00", "1.20E-04"),
        (12345, "0e0", "1e4"),
        (5, "0 e", "5 e"),
        (5, "0.0.0", "5.00"),
        (1.5, "0.###", "1.5"),
        (1234567890123456789.0, "0", "1234567890123460000"),
        (5, "", "5"),
        (5, "###;", "5"),
    ],
)
def test_a_number_under_a_custom_format(value: Value, pattern: str, text: str) -> None:
    assert format_number(value, pattern) == text


@given(st.integers(0, 10**9), st.integers(1, 12))
def test_zeros_are_the_least_digits(number: int, zeros: int) -> None:
    assert format_number(number, "0" * zeros) == str(number).rjust(zeros, "0")


@given(st.integers(-(10**9), 10**9))
def test_groups_as_the_standard_format_has_them(number: int) -> None:
    assert format_number(number, "#,##0") == format_number(number, "N0")

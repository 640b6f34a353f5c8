"""Values as text and as truth, as PowerShell 7 gives them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.runtime.casting.conversion import double_text, to_bool, to_text
from msolemu.runtime.values.objects import NOTHING, Char, Hashtable, Int64, PSCustomObject, PSObject, Single


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "True"),
        (Int64(5), "5"),
        (1e15, "1E+15"),
        (1e14, "100000000000000"),
        (0.0001, "0.0001"),
        (0.00001, "1E-05"),
        (-2.5, "-2.5"),
        (-0.0, "-0"),
        (float("nan"), "NaN"),
        (float("-inf"), "-∞"),
        (Single(0.10000000149011612), "0.1"),
        (Decimal("1.50"), "1.50"),
        ([1, None, "a"], "1  a"),
        (PSObject("a"), "a"),
        (Hashtable(), "System.Collections.Hashtable"),
        (PSCustomObject([("P", "S"), ("Q", None)]), "@{P=S; Q=}"),
    ],
)
def test_text_is_culture_invariant(value: object, text: str) -> None:
    assert to_text(value) == text


def test_the_elements_of_a_collection_are_joined_by_the_separator_that_is_asked_for() -> None:
    assert to_text([1, 2], ",") == "1,2"


def test_a_double_in_a_string_has_fifteen_digits() -> None:
    assert to_text(1 / 3) == "0.333333333333333"


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_text_of_a_double_reads_back_the_same(number: float) -> None:
    assert float(double_text(number)) == number


@pytest.mark.parametrize("value", [None, NOTHING, 0, 0.0, "", [], [0], Char("\0"), PSObject("")])
def test_empty_things_are_false(value: object) -> None:
    assert not to_bool(value)


@pytest.mark.parametrize("value", [1, "0", [0, 0], [1], Hashtable(), Char("a"), float("nan")])
def test_everything_else_is_true(value: object) -> None:
    assert to_bool(value)

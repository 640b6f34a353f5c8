"""Comparison as PowerShell 7 does it: the left operand's type, collections, null, text in the invariant culture."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.runtime.errors.records import StatementError
from msolemu.runtime.operations import comparison
from msolemu.runtime.operations.ordering import equals, order
from msolemu.runtime.types import registry
from msolemu.runtime.values.enumerations import value_of
from msolemu.runtime.values.objects import (
    BigInteger,
    Byte,
    Char,
    Hashtable,
    Int64,
    PSCustomObject,
    PSObject,
    TypedArray,
    Value,
)

INT = registry.net_type_of_class(int)
NAN = float("nan")
TEXT = st.text(st.characters(codec="utf-8", max_codepoint=0xFFFF), max_size=12)


def day(number: int) -> Value:
    kind = registry.find_type("System.DayOfWeek")
    assert kind is not None
    assert kind.python is not None
    return value_of(kind.python, number)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (1, 1.0, True),
        (1, "1", True),
        ("1", 1, True),
        (1, "x", False),
        ("a", "A", True),
        ("a", Char("A"), True),
        (Char("a"), "A", True),
        (Char("a"), "ab", False),
        (Char("a"), 97, True),
        (0.1, Decimal("0.1"), True),
        (1e300, Decimal(1), False),
        (NAN, NAN, False),
        (True, "no", True),
        (True, 0, False),
        (1, True, True),
        (2, True, False),
        (None, None, True),
        (None, 0, False),
        ("", None, False),
        (day(1), "monday", True),
        (day(1), 1, True),
        (1, day(1), True),
        (day(1), "x", False),
        (BigInteger(5), "5", True),
        (Int64(5), Byte(5), True),
        (uuid.UUID(int=0), "00000000-0000-0000-0000-000000000000", True),
        (Hashtable(), Hashtable(), False),
        (PSCustomObject(), 1, False),
        (PSObject("a"), "a", True),
        ("cafe\u0301", "café", True),
        ("ab", "a\0b", True),
        ("resume", "résumé", False),
    ],
)
def test_equality_takes_the_right_value_to_the_type_of_the_left(left: Value, right: Value, same: bool) -> None:
    assert comparison.eq(left, right) is same
    assert comparison.ne(left, right) is not same


def test_an_object_equals_itself() -> None:
    table = Hashtable()
    assert comparison.eq(table, table)


def test_case_counts_where_it_is_asked_for() -> None:
    assert not comparison.ceq("a", "A")
    assert comparison.cne("a", "A")
    assert not comparison.ceq(Char("a"), "A")
    assert comparison.clt("a", "A")
    assert comparison.cgt("A", "a")
    assert comparison.cle("a", "a")
    assert comparison.cge("a", "a")
    assert not comparison.ccontains(["A"], "a")
    assert comparison.cnotcontains(["A"], "a")
    assert not comparison.cin("a", ["A"])
    assert comparison.cnotin("a", ["A"])
    assert not comparison.clike("Ab", "a*")
    assert comparison.cnotlike("Ab", "a*")


def test_a_collection_is_filtered() -> None:
    assert comparison.eq([1, 2, "1"], 1) == [1, "1"]
    assert comparison.ne([1, None], 1) == [None]
    assert comparison.ge(TypedArray([1, 2, 3], INT), 2) == [2, 3]
    assert comparison.like([10, "b"], "1*") == ["10"]
    assert comparison.match_groups(["ab", "cd"], "A", False, False) == (["ab"], None)
    assert comparison.match_groups(["ab", "cd"], "A", False, True) == (["cd"], None)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (1, 2.5, -1),
        (2, "1", 1),
        ("a", "B", -1),
        ("B", "a", 1),
        ("10", 9, -1),
        (True, False, 1),
        (True, "x", 0),
        (Char("a"), 98, -1),
        (day(1), 2, -1),
        (day(2), "Monday", 1),
        (3, day(3), 0),
        (Decimal("1.5"), 1, 1),
        (Decimal("1.5"), day(3), -1),
        (BigInteger(5), 6, -1),
        (uuid.UUID(int=1), "{00000000-0000-0000-0000-000000000002}", -1),
    ],
)
def test_order_takes_the_right_value_to_the_type_of_the_left(left: Value, right: Value, expected: int) -> None:
    assert order(left, right) == expected
    assert comparison.lt(left, right) is (expected < 0)
    assert comparison.le(left, right) is (expected <= 0)
    assert comparison.gt(left, right) is (expected > 0)
    assert comparison.ge(left, right) is (expected >= 0)


def test_nothing_is_ordered_beside_not_a_number() -> None:
    operators = (comparison.lt, comparison.le, comparison.gt, comparison.ge)
    assert not any(operate(1, NAN) or operate(NAN, 1) or operate(Int64(1), NAN) for operate in operators)
    assert not comparison.le(None, NAN)


def test_null_is_below_everything_but_negative_numbers() -> None:
    assert comparison.lt(None, 0)
    assert comparison.le(None, "a")
    assert not comparison.lt(None, -1)
    assert comparison.gt(None, -1)
    assert comparison.le(None, None)
    assert not comparison.lt(None, None)
    assert comparison.gt("a", None)
    assert not comparison.lt("a", None)
    assert comparison.lt(-1, None)


@pytest.mark.parametrize(
    ("call", "error_id"),
    [
        (lambda: comparison.lt(1, "x"), "InvalidCastFromStringToInteger"),
        (lambda: comparison.lt(1, [1]), "ComparisonFailure"),
        (lambda: comparison.lt(Char("a"), "ab"), "ComparisonFailure"),
        (lambda: comparison.lt(Hashtable(), 1), "NotIcomparable"),
        (lambda: comparison.lt(PSCustomObject(), 1), "PSObjectCompareTo"),
        (lambda: comparison.lt(day(1), Decimal(1)), "System.InvalidOperationException"),
        (lambda: comparison.lt(day(1), 1.5), "System.InvalidCastException"),
        (lambda: comparison.lt(None, day(1)), "System.InvalidOperationException"),
        (lambda: comparison.like("a", "["), "RuntimeException"),
        (
            lambda: comparison.match_groups("a", "[", False, False),
            "System.Text.RegularExpressions.RegexParseException",
        ),
    ],
)
def test_what_has_no_order_has_an_error_of_its_own(call: Callable[[], Value], error_id: str) -> None:
    with pytest.raises(StatementError) as caught:
        call()
    assert caught.value.record.error_id == error_id


def test_an_object_is_ordered_with_itself() -> None:
    made = PSCustomObject()
    assert comparison.le(made, made)


def test_membership_goes_by_the_elements() -> None:
    assert comparison.contains([1, 2], "2")
    assert comparison.contains("a", "A")
    assert comparison.notcontains([], None)
    assert comparison.in_("A", ["a"])
    assert comparison.notin("2024", [True]) is False
    assert comparison.contains([PSObject("a")], "a")


def test_patterns_are_tried_on_the_text_of_a_value() -> None:
    assert comparison.like("Anna", "a*")
    assert comparison.notlike(12, "2*")
    assert comparison.matches("Anna", "^a")
    result, groups = comparison.match_groups("Anna", "(?<first>n)", True, False)
    assert result is True
    assert groups is not None
    assert groups.items() == [(0, "n"), ("first", "n")]
    assert comparison.match_groups("Anna", "x", False, True) == (True, None)


def test_is_asks_for_the_type_its_bases_and_interfaces() -> None:
    assert comparison.is_type(1, INT)
    assert comparison.is_type("a", registry.OBJECT)
    assert comparison.is_type([1], registry.find_type("System.Collections.IEnumerable"))
    assert not comparison.is_type(None, registry.OBJECT)
    assert not comparison.is_type(1, None)
    assert comparison.is_type(PSCustomObject(), registry.find_type("psobject"))
    assert not comparison.is_type(1, registry.find_type("psobject"))
    assert comparison.is_type(PSObject(1), registry.find_type("psobject"))


def test_sorting_puts_null_and_not_a_number_first() -> None:
    compare = comparison.try_compare
    assert compare(1, 2) == -1
    assert compare(None, 1) == -1
    assert compare(1, None) == 1
    assert compare(None, None) == 0
    assert compare(NAN, 1.0) == -1
    assert compare(1.0, NAN) == 1
    assert compare(NAN, NAN) == 0
    assert compare(1, "x") is None
    assert compare(Int64(1), 2) == -1
    assert compare("a", "A", ignore_case=False) == -1


@given(TEXT, TEXT, TEXT)
def test_text_has_a_total_order(one: str, two: str, three: str) -> None:
    for exact in (False, True):
        key = [comparison.collation_key(text, not exact) for text in (one, two, three)]
        assert (key[0] == key[1]) is equals(one, two, ignore_case=not exact)
        if key[0] <= key[1] <= key[2]:
            assert comparison.le(one, three) or exact
            assert not exact or comparison.cle(one, three)


@given(st.floats(allow_nan=False) | st.integers(-(2**31), 2**31 - 1), st.floats(allow_nan=False))
def test_exactly_one_of_lower_same_and_higher_holds(left: float, right: float) -> None:
    found = [comparison.lt(left, right), comparison.eq(left, right), comparison.gt(left, right)]
    assert found.count(True) == 1

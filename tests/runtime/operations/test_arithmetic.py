"""Arithmetic as PowerShell 7 does it: promotion, overflow, text and other operands."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.bootstrap import Settings, build
from msolemu.host.capture import CaptureHost
from msolemu.runtime.casting.conversion import convert, to_text
from msolemu.runtime.errors.records import StatementError
from msolemu.runtime.operations import arithmetic
from msolemu.runtime.types import registry
from msolemu.runtime.values.enumerations import value_of
from msolemu.runtime.values.objects import (
    ArrayList,
    BigInteger,
    Byte,
    Char,
    Hashtable,
    Int64,
    OrderedDictionary,
    PSCustomObject,
    PSObject,
    Single,
    TypedArray,
    UInt32,
    UInt64,
    Value,
)

DAYS = registry.find_type("System.DayOfWeek")
INT = registry.net_type_of_class(int)
INT32 = st.integers(-(2**31), 2**31 - 1)


def day(number: int) -> Value:
    assert DAYS is not None
    assert DAYS.python is not None
    return value_of(DAYS.python, number)


def is_exactly(found: Value, expected: Value) -> bool:
    """Whether value and type agree, and the scale of decimals."""
    return type(found) is type(expected) and (str(found) == str(expected))


def error_id(call: Callable[[], Value]) -> str:
    with pytest.raises(StatementError) as caught:
        call()
    return caught.value.record.error_id


@pytest.mark.parametrize(
    ("left", "right", "total"),
    [
        (1, 2, 3),
        (2147483647, 1, 2147483648.0),
        (Int64(2**63 - 1), 1, float(2**63)),
        (Byte(200), Byte(100), 300),
        (UInt32(5), 1, UInt32(6)),
        (UInt32(5), -1, 4.0),
        (UInt64(5), Int64(5), UInt64(10)),
        (1, 1.5, 2.5),
        (Single(1.5), 1, 2.5),
        (1.5, Decimal("1.25"), Decimal("2.75")),
        (Decimal("1.10"), 1, Decimal("2.10")),
        ("5", 1, "51"),
        (1, "5", 6),
        (1, "0x10", 17),
        (1, "1kb", 1025),
        (1, "1.5", 2.5),
        (1, "", 1),
        (None, "a", "a"),
        (1, None, 1),
        ("a", None, "a"),
        ("a", [1, 2], "a1 2"),
        (True, 1, 2),
        (Char("a"), 1, "a1"),
        (1, Char("a"), 98),
        (BigInteger(2**70), 1, BigInteger(2**70 + 1)),
        (1, BigInteger(2**70), BigInteger(2**70 + 1)),
        (Decimal("1.5"), BigInteger(2), Decimal("3.5")),
        (PSObject(1), PSObject(2), 3),
    ],
)
def test_plus_goes_by_the_left_operand(left: Value, right: Value, total: Value) -> None:
    assert is_exactly(arithmetic.add(left, right), total)


def test_an_array_takes_up_the_elements_of_a_collection_and_any_other_value() -> None:
    assert arithmetic.add([1], [2, 3]) == [1, 2, 3]
    assert arithmetic.add([1], "ab") == [1, "ab"]
    assert arithmetic.add([1], None) == [1, None]
    assert type(arithmetic.add(ArrayList([1]), 2)) is list


def test_dictionaries_are_put_together_unless_they_share_a_key() -> None:
    both = arithmetic.add(OrderedDictionary([("a", 1)]), Hashtable([("b", 2)]))
    assert type(both) is OrderedDictionary
    assert both.items() == [("a", 1), ("b", 2)]
    assert error_id(lambda: arithmetic.add(Hashtable([("a", 1)]), Hashtable([("A", 2)]))) == "System.ArgumentException"
    assert error_id(lambda: arithmetic.add(Hashtable(), 1)) == "AddHashTableToNonHashTable"


@pytest.mark.parametrize(
    ("operate", "left", "right", "result"),
    [
        (arithmetic.subtract, "5", "1.5", 3.5),
        (arithmetic.subtract, None, 5, -5),
        (arithmetic.subtract, Char("a"), 1, 96),
        (arithmetic.divide, 6, 3, 2),
        (arithmetic.divide, 7, 2, 3.5),
        (arithmetic.divide, -(2**31), -1, 2147483648.0),
        (arithmetic.divide, 1.0, 0, float("inf")),
        (arithmetic.divide, Decimal("10.00"), 4, Decimal("2.50")),
        (arithmetic.divide, Decimal(1), Decimal(3), Decimal("0.3333333333333333333333333333")),
        (arithmetic.divide, Decimal(10), Decimal("0.5"), Decimal(20)),
        (arithmetic.divide, BigInteger(7), -2, BigInteger(-3)),
        (arithmetic.remainder, -7, 2, -1),
        (arithmetic.remainder, 7, -2, 1),
        (arithmetic.remainder, -7.5, 2, -1.5),
        (arithmetic.remainder, Decimal("7.50"), 2, Decimal("1.50")),
        (arithmetic.remainder, Decimal("0.5"), 2, Decimal("0.5")),
        (arithmetic.remainder, BigInteger(-7), 2, BigInteger(-1)),
        (arithmetic.multiply, 3, 4, 12),
        (arithmetic.multiply, 2**31 - 1, 2, 4294967294.0),
        (arithmetic.multiply, Int64(2**63 - 1), 10, 9.223372036854774e19),
        (arithmetic.multiply, 3, "0x10", 48),
        (arithmetic.multiply, 3, None, 0),
        (arithmetic.multiply, None, 3, None),
        (arithmetic.multiply, "ab", 2, "abab"),
        (arithmetic.multiply, "ab", "1.5", "abab"),
        (arithmetic.multiply, Decimal("1.25"), 0, Decimal("0.00")),
    ],
)
def test_other_operators_take_text_for_numbers(
    operate: Callable[[Value, Value], Value], left: Value, right: Value, result: Value
) -> None:
    assert is_exactly(operate(left, right), result)


def test_a_repeated_array_keeps_its_element_type() -> None:
    repeated = arithmetic.multiply(TypedArray([1, 2], INT), 2)
    assert type(repeated) is TypedArray
    assert repeated == [1, 2, 1, 2]
    assert type(arithmetic.multiply([1], 2)) is list


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (lambda: arithmetic.divide(1, 0), "RuntimeException"),
        (lambda: arithmetic.remainder(1, 0), "RuntimeException"),
        (lambda: arithmetic.divide(Decimal(1), 0), "RuntimeException"),
        (lambda: arithmetic.remainder(Decimal(1), 0), "RuntimeException"),
        (lambda: arithmetic.add(Decimal(2**96 - 1), 1), "RuntimeException"),
        (lambda: arithmetic.add(Decimal(1), float("nan")), "System.OverflowException"),
        (lambda: arithmetic.add(1, "x"), "InvalidCastFromStringToInteger"),
        (lambda: arithmetic.add(1.5, "x"), "InvalidCastFromStringToDoubleOrSingle"),
        (lambda: arithmetic.add(Decimal(1), "x"), "InvalidCastFromStringToDecimal"),
        (lambda: arithmetic.subtract([1], 1), "MethodNotFound"),
        (lambda: arithmetic.subtract(PSCustomObject(), 1), "MethodNotFound"),
        (lambda: arithmetic.subtract(1, uuid.UUID(int=0)), "MethodNotFound"),
        (lambda: arithmetic.multiply(True, 2), "NotADefinedOperationForType"),
        (lambda: arithmetic.multiply("a", -1), "System.ArgumentOutOfRangeException"),
        (lambda: arithmetic.multiply("a", 2**31 - 1), "System.OutOfMemoryException"),
        (lambda: arithmetic.multiply([1, 2], 2**30), "System.OutOfMemoryException"),
        (lambda: arithmetic.range_(2**30, 1), "System.OutOfMemoryException"),
        (lambda: arithmetic.multiply([1], -1), "InvalidCastIConvertible"),
        (lambda: arithmetic.remainder(True, Decimal(2)), "System.InvalidOperationException"),
        (lambda: arithmetic.divide(BigInteger(1), 0), "DotNetMethodException"),
        (lambda: arithmetic.add(Decimal(1), [1]), "MethodArgumentConversionInvalidCastArgument"),
        (lambda: arithmetic.increment("1", 1), "OperatorRequiresNumber"),
        (lambda: arithmetic.increment(BigInteger(1), 1), "OperatorRequiresNumber"),
        (lambda: arithmetic.range_("a", 1), "System.FormatException"),
        (lambda: arithmetic.range_([1], 1), "System.InvalidCastException"),
        (lambda: arithmetic.range_(1, Int64(2**40)), "System.OverflowException"),
        (lambda: arithmetic.bitwise_and([1], 1.5), "System.NullReferenceException"),
        (lambda: arithmetic.bitwise_or([1], 1), "MethodNotFound"),
        (lambda: arithmetic.bitwise_not(Hashtable()), "ConvertToFinalInvalidCastException"),
        (lambda: arithmetic.bitwise_not(float("nan")), "ConvertToFinalInvalidCastException"),
        (lambda: arithmetic.shift_left(True, 1), "NotADefinedOperationForType"),
        (lambda: arithmetic.shift_left([1], 1), "MethodNotFound"),
    ],
)
def test_what_cannot_be_calculated_has_an_error_of_its_own(call: Callable[[], Value], expected: str) -> None:
    assert error_id(call) == expected


def test_an_enumeration_on_the_left_stays_one() -> None:
    assert arithmetic.add(day(1), 1) is day(2)
    assert arithmetic.subtract(day(1), 10) is day(-9)
    assert arithmetic.subtract(10, day(1)) == 9
    assert arithmetic.add(1.5, day(1)) == 2.5
    assert error_id(lambda: arithmetic.multiply(day(1), 1.5)) == "System.InvalidCastException"
    assert error_id(lambda: arithmetic.divide(day(1), 2)) == "System.InvalidCastException"
    assert error_id(lambda: arithmetic.add(day(1), Decimal(1))) == "System.InvalidOperationException"


DATE, SPAN = (registry.find_type(name) for name in ("datetime", "timespan"))


@pytest.mark.parametrize(
    ("operate", "left", "right", "text"),
    [
        (arithmetic.add, ("2024-03-01", DATE), ("1:00", SPAN), "03/01/2024 01:00:00"),
        (arithmetic.add, ("2024-03-01", DATE), 255, "03/01/2024 00:00:00"),
        (arithmetic.subtract, ("2024-03-01", DATE), ("2024-02-28", DATE), "2.00:00:00"),
        (arithmetic.subtract, ("2024-03-01", DATE), ("1:00", SPAN), "02/29/2024 23:00:00"),
        (arithmetic.subtract, ("1:00", SPAN), "0:30", "00:30:00"),
        (arithmetic.multiply, ("1:00", SPAN), 1.5, "01:30:00"),
        (arithmetic.multiply, 2, ("1:00", SPAN), "02:00:00"),
        (arithmetic.divide, ("1:00", SPAN), 2, "00:30:00"),
        (arithmetic.divide, ("1:00", SPAN), ("0:30", SPAN), "2"),
        (arithmetic.divide, ("0:00:01", SPAN), day(1), "10000000"),
        (arithmetic.add, "at ", ("1:00", SPAN), "at 01:00:00"),
    ],
)
def test_dates_and_spans_have_operators_of_their_own(
    operate: Callable[[Value, Value], Value], left: Value, right: Value, text: str
) -> None:
    one, other = (convert(*value) if isinstance(value, tuple) else value for value in (left, right))
    assert to_text(operate(one, other)) == text


@pytest.mark.parametrize(
    ("operate", "left", "right", "expected"),
    [
        (arithmetic.add, ("2024-03-01", DATE), ("2024-03-01", DATE), "MethodArgumentConversionInvalidCastArgument"),
        (arithmetic.subtract, ("2024-03-01", DATE), "x", "MethodCountCouldNotFindBest"),
        (arithmetic.subtract, ("2024-03-01", DATE), 1.5, "MethodCountCouldNotFindBest"),
        (arithmetic.subtract, ("2024-03-01", DATE), Hashtable(), "MethodCountCouldNotFindBest"),
        (arithmetic.subtract, ("0001-01-01", DATE), ("1:00", SPAN), "DotNetMethodException"),
        (arithmetic.multiply, ("1:00", SPAN), ("1:00", SPAN), "MethodCountCouldNotFindBest"),
        (arithmetic.multiply, ("1:00", SPAN), float("nan"), "DotNetMethodException"),
        (arithmetic.multiply, ("1:00", SPAN), 1e300, "DotNetMethodException"),
        (arithmetic.add, ("1:00", SPAN), True, "MethodArgumentConversionInvalidCastArgument"),
        (arithmetic.divide, ("1:00", SPAN), None, "DotNetMethodException"),
        (arithmetic.divide, ("1:00", SPAN), float("nan"), "DotNetMethodException"),
        (arithmetic.divide, ("1:00", SPAN), 1e-300, "DotNetMethodException"),
        (arithmetic.add, ("10675199", SPAN), ("10675199", SPAN), "DotNetMethodException"),
        (arithmetic.remainder, ("1:00", SPAN), 2, "MethodNotFound"),
        (arithmetic.range_, ("2024-03-01", DATE), 1, "System.InvalidCastException"),
    ],
)
def test_operators_of_dates_and_spans_say_what_is_wrong(
    operate: Callable[[Value, Value], Value], left: Value, right: Value, expected: str
) -> None:
    one, other = (convert(*value) if isinstance(value, tuple) else value for value in (left, right))
    assert error_id(lambda: operate(one, other)) == expected


def test_signs_before_a_value_make_it_a_number() -> None:
    assert arithmetic.plus("0x10") == 16
    assert arithmetic.plus(None) == 0
    assert is_exactly(arithmetic.negate("1.5"), -1.5)
    assert is_exactly(arithmetic.negate(Byte(5)), -5)


def test_counting_keeps_numbers_numbers() -> None:
    assert arithmetic.increment(None, -1) == -1
    assert is_exactly(arithmetic.increment(2**31 - 1, 1), 2147483648.0)
    assert is_exactly(arithmetic.increment(Decimal("1.5"), 1), Decimal("2.5"))
    assert is_exactly(arithmetic.increment(Int64(5), -1), Int64(4))


def test_ranges_run_both_ways_and_over_characters() -> None:
    assert arithmetic.range_(1, 3) == [1, 2, 3]
    assert arithmetic.range_("3", 1.4) == [3, 2, 1]
    assert arithmetic.range_(day(1), None) == [1, 0]
    assert arithmetic.range_("c", "a") == ["c", "b", "a"]
    assert type(arithmetic.range_("a", Char("b"))[0]) is Char
    assert arithmetic.range_("1", "2") == [1, 2]


@pytest.mark.parametrize(
    ("operate", "left", "right", "result"),
    [
        (arithmetic.bitwise_and, 6, 3, 2),
        (arithmetic.bitwise_or, "6", None, 6),
        (arithmetic.bitwise_xor, True, 3, 2),
        (arithmetic.bitwise_and, Int64(2**40), -1, Int64(2**40)),
        (arithmetic.bitwise_or, UInt32(1), 2, UInt32(3)),
        (arithmetic.bitwise_and, 1000.0, 1000.0, UInt64(1000)),
        (arithmetic.bitwise_and, -2.5, 7, Int64(6)),
        (arithmetic.bitwise_and, 1.5, Int64(2**63 - 1), UInt64(0)),
        (arithmetic.bitwise_and, BigInteger(6), 3, BigInteger(2)),
        (arithmetic.shift_left, 1, 35, 8),
        (arithmetic.shift_left, 1, 31, -(2**31)),
        (arithmetic.shift_left, Int64(1), 35, Int64(2**35)),
        (arithmetic.shift_right, -8, 1, -4),
        (arithmetic.shift_right, -2.5, 0, -2),
        (arithmetic.shift_left, None, 5, 0),
        (arithmetic.shift_left, BigInteger(1), 70, BigInteger(2**70)),
    ],
)
def test_bits_of_whole_numbers_are_combined_in_their_width(
    operate: Callable[[Value, Value], Value], left: Value, right: Value, result: Value
) -> None:
    assert is_exactly(operate(left, right), result)


@pytest.mark.parametrize(
    ("value", "result"),
    [
        (5, -6),
        (None, -1),
        ("", -1),
        (True, -2),
        (Byte(1), -2),
        (-2.5, 1),
        (UInt32(0), UInt32(2**32 - 1)),
        (Int64(0), Int64(-1)),
        (3e9, UInt32(2**32 - 1 - 3000000000)),
        (BigInteger(5), BigInteger(-6)),
    ],
)
def test_bnot_turns_every_bit(value: Value, result: Value) -> None:
    assert is_exactly(arithmetic.bitwise_not(value), result)


def test_bits_of_enumerations_give_the_enumeration() -> None:
    options = registry.find_type("System.IO.FileAttributes")
    assert options is not None
    assert options.python is not None
    read_only, hidden = value_of(options.python, 1), value_of(options.python, 2)
    both = arithmetic.bitwise_or(read_only, hidden)
    assert both is value_of(options.python, 3)
    assert arithmetic.bitwise_and(both, "Hidden") is hidden
    assert arithmetic.bitwise_not(day(1)) is day(-2)


@given(INT32, INT32)
def test_sums_and_products_of_whole_numbers_lose_nothing(left: int, right: int) -> None:
    assert arithmetic.add(left, right) == left + right
    assert arithmetic.subtract(left, right) == left - right
    assert arithmetic.multiply(left, right) == float(left * right) or type(arithmetic.multiply(left, right)) is int


@given(INT32, INT32.filter(bool))
def test_the_remainder_makes_up_the_dividend(left: int, right: int) -> None:
    rest = arithmetic.remainder(left, right)
    assert abs(rest) < abs(right)
    assert (left - rest) % right == 0
    assert rest == 0 or (rest < 0) is (left < 0)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15))
def test_a_decimal_and_its_opposite_make_zero(number: Decimal) -> None:
    assert arithmetic.add(number, arithmetic.negate(number)) == 0


@given(st.integers(-(2**63), 2**63 - 1), st.integers(0, 200))
def test_shifting_by_the_width_changes_nothing(number: int, count: int) -> None:
    shifted = arithmetic.shift_left(Int64(number), count)
    assert shifted == arithmetic.shift_left(Int64(number), count + 64)
    assert -(2**63) <= shifted < 2**63


def test_whole_numbers_have_as_many_digits_as_they_need() -> None:
    host = CaptureHost()
    with build(Settings(workspace=None), host) as emulator:
        emulator.runspace.run("[bigint]::Pow(10, 5000).ToString().Length; [bigint]8 -shl -2; [bigint]8 -shr -2")
    assert host.output.split() == ["5001", "2", "32"]

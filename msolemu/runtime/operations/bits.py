"""`-band`, `-bor`, `-bxor`, `-bnot`, `-shl`, `-shr`: on the bits of whole numbers, of real ones rounded to 64 bits."""

from __future__ import annotations

import enum
import operator
from collections.abc import Callable
from decimal import Decimal

from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.errors.records import runtime_error
from msolemu.runtime.numeric.numbers import INTEGERS, TYPE_CODES, NumberError, plain, to_decimal, to_integer
from msolemu.runtime.operations.operand_text import INT, number_from, numbers_from
from msolemu.runtime.operations.operator_methods import call_operator
from msolemu.runtime.operations.promotion import INT64, UINT64, thrown, type_code, whole_type
from msolemu.runtime.types import registry
from msolemu.runtime.values.enumerations import enumeration_of, number_of, value_of
from msolemu.runtime.values.objects import INTEGER_RANGES, BigInteger, Char, Int64, UInt32, UInt64, Value, unwrap

Combine = Callable[[int, int], int]
WIDTHS: dict[type, int] = {int: 32, UInt32: 32, Int64: 64, UInt64: 64}


def bitwise_and(left: Value, right: Value) -> Value:
    """`-band`."""
    return _combined(operator.and_, "op_BitwiseAnd", "-band", left, right)


def bitwise_or(left: Value, right: Value) -> Value:
    """`-bor`."""
    return _combined(operator.or_, "op_BitwiseOr", "-bor", left, right)


def bitwise_xor(left: Value, right: Value) -> Value:
    """`-bxor`."""
    return _combined(operator.xor, "op_ExclusiveOr", "-bxor", left, right)


def _combined(combine: Combine, method: str, sign: str, left: Value, right: Value) -> Value:
    if type(left) is int and type(right) is int:
        return combine(left, right)
    left, right = unwrap(left), unwrap(right)
    left, right = numbers_from(0 if left is None else left, 0 if right is None else right)
    codes = type_code(left), type_code(right)
    if max(codes) > UINT64:
        return _combined_reals(combine, left, right)
    if all(codes):
        return _combined_wholes(combine, left, right, max(codes))
    return call_operator(method, sign, left, right)


def _combined_wholes(combine: Combine, left: Value, right: Value, code: int) -> Value:
    named = next((one for one in (left, right) if isinstance(one, enum.Enum)), None)
    one, other = (number_of(value) if isinstance(value, enum.Enum) else plain(value) for value in (left, right))
    cls = whole_type(code, one, other) or (Int64 if code < INT64 else UInt64)
    low, high = INTEGER_RANGES[cls]
    result = combine(one, other)
    if not low <= result <= high:
        result &= (1 << WIDTHS[cls]) - 1
    if named is not None and code < INT64:
        return value_of(enumeration_of(registry.type_of(named)), result)
    return result if cls is int else cls(result)


def _combined_reals(combine: Combine, left: Value, right: Value) -> Value:
    """Real numbers as 64 bits: signed when one of them is negative. Nothing but numbers has bits."""
    if not type_code(left) or not type_code(right):
        raise thrown("System.NullReferenceException", "Object reference not set to an instance of an object.")
    one, other = (_real(value, right if value is left else left) for value in (left, right))
    bits = combine(_bits(one), _bits(other))
    if one < 0 or other < 0:
        return Int64(bits - (1 << 64) if bits >> 63 else bits)
    return UInt64(bits)


def _real(value: Value, other: Value) -> Value:
    """An operand as the type that both are taken to, decimal or double."""
    number = number_of(value) if isinstance(value, enum.Enum) else plain(value)
    if Decimal not in (type(value), type(other)):
        return float(number)
    try:
        return to_decimal(number)
    except NumberError as error:
        raise thrown("System.OverflowException", str(error)) from None


def _bits(number: Value) -> int:
    kind = registry.net_type_of_class(Int64 if number < 0 else UInt64)
    return int(convert(number, kind)) & ((1 << 64) - 1)


def bitwise_not(value: Value) -> Value:
    """`-bnot`."""
    if type(value) is int:
        return ~value
    value = unwrap(value)
    if value is None:
        return -1
    if type(value) is str:
        value = number_from(value, 0)
    if isinstance(value, enum.Enum):
        return value_of(type(value), ~number_of(value))
    if type(value) is BigInteger:
        return BigInteger(~value)
    if type(value) not in TYPE_CODES:
        return ~convert(value, INT)
    number = _whole(value)
    cls = type(number)
    return cls(~number & ((1 << WIDTHS[cls]) - 1)) if cls in (UInt32, UInt64) else cls(~number)


def _whole(value: Value) -> Value:
    """A number in the narrowest of the types that have bits of their own; raises the error of a cast to the widest."""
    value = plain(value)
    if type(value) in WIDTHS:
        return value
    if type(value) in INTEGERS:
        return int(value)
    for cls in (int, UInt32, Int64, UInt64):
        try:
            return to_integer(value, cls)
        except NumberError:
            continue
    from msolemu.runtime.casting.cast_errors import no_conversion

    raise no_conversion(value, INT if type(value) is Decimal else registry.net_type_of_class(UInt64))


def shift_left(left: Value, right: Value) -> Value:
    """`-shl`."""
    return _shifted(operator.lshift, "op_LeftShift", "-shl", left, right)


def shift_right(left: Value, right: Value) -> Value:
    """`-shr`: keeps the sign of signed numbers."""
    return _shifted(operator.rshift, "op_RightShift", "-shr", left, right)


def _shifted(shift: Combine, method: str, sign: str, left: Value, right: Value) -> Value:
    left, right = unwrap(left), unwrap(right)
    if left is None:
        return 0
    left, right = numbers_from(left, 0 if right is None else right)
    if type(left) in (bool, Char) and type_code(right):
        names = (registry.type_of(value).full_name for value in (left, right))
        raise runtime_error(
            "NotADefinedOperationForType",
            f"The operation '[{next(names)}] {sign} [{next(names)}]' is not defined.",
        )
    if not type_code(left) or type(left) in (bool, Char):
        return call_operator(method, sign, left, right)
    number = _whole(number_of(left) if isinstance(left, enum.Enum) else left)
    count = int(convert(right, INT))
    return _in_width(shift(number, count & (WIDTHS[type(number)] - 1)), type(number))


def _in_width(result: int, cls: type) -> Value:
    """What is left of a result in the bits of its type."""
    width = WIDTHS[cls]
    result &= (1 << width) - 1
    if cls in (int, Int64) and result >> (width - 1):
        result -= 1 << width
    return result if cls is int else cls(result)

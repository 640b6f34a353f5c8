"""The numeric types: their rank in promotions, conversions among them, and the decimal arithmetic of .NET.

Each conversion does what `System.Convert` does: it rounds to even, and what does not fit raises `NumberError` with
.NET's own sentence.
"""

from __future__ import annotations

import decimal
import math
import struct
from decimal import Decimal

from msolemu.runtime.values.objects import (
    INTEGER_RANGES,
    BigInteger,
    Byte,
    Char,
    Int16,
    Int64,
    SByte,
    Single,
    UInt16,
    UInt32,
    UInt64,
    Value,
)

TYPE_CODES: dict[type, int] = {
    bool: 3,
    Char: 4,
    SByte: 5,
    Byte: 6,
    Int16: 7,
    UInt16: 8,
    int: 9,
    UInt32: 10,
    Int64: 11,
    UInt64: 12,
    Single: 13,
    float: 14,
    Decimal: 15,
}
"""The numeric and primitive types by .NET's TypeCode: the higher of two operands decides how they are added."""

INTEGERS = frozenset(INTEGER_RANGES)
SIGNED = frozenset({SByte, Int16, int, Int64})
REALS = frozenset({float, Single})
OVERFLOWN = {
    SByte: "a signed byte",
    Byte: "an unsigned byte",
    Int16: "an Int16",
    UInt16: "a UInt16",
    int: "an Int32",
    UInt32: "a UInt32",
    Int64: "an Int64",
    UInt64: "a UInt64",
    Char: "a character",
    Decimal: "a Decimal",
}
SMALL = frozenset({SByte, Byte, Int16, UInt16})
OVERFLOW = "Arithmetic operation resulted in an overflow."
DECIMAL_LIMIT = (1 << 96) - 1
DECIMAL_SCALE = 28
EXACT = decimal.Context(prec=400, rounding=decimal.ROUND_HALF_EVEN, Emin=-2000, Emax=2000)


class NumberError(ValueError):
    """A number that its new type cannot hold, or text that is none; says what .NET says."""


def too_large(cls: type) -> NumberError:
    """The error for a number outside a type's range."""
    return NumberError(f"Value was either too large or too small for {OVERFLOWN[cls]}.")


def make_integer(cls: type, number: int) -> Value:
    """A whole number as that integer type; raises NumberError outside its range."""
    low, high = INTEGER_RANGES[cls]
    if not low <= number <= high:
        raise too_large(cls)
    return number if cls is int and type(number) is int else cls(number)


def to_integer(value: Value, cls: type) -> Value:
    """A number as an integer type, rounded to even."""
    if isinstance(value, float):
        return _real_to_integer(value, cls)
    if isinstance(value, Decimal):
        return make_integer(cls, int(value.to_integral_value(decimal.ROUND_HALF_EVEN, EXACT)))
    return make_integer(cls, int(value))


def _real_to_integer(value: float, cls: type) -> Value:
    """.NET takes small types by way of Int32, and the 64-bit ones by a checked cast: their errors say so."""
    if not math.isfinite(value):
        if cls in (Int64, UInt64):
            raise NumberError(OVERFLOW)
        raise too_large(int if cls in SMALL else cls)
    number = round(value)
    if cls in SMALL:
        return make_integer(cls, make_integer(int, number))
    low, high = INTEGER_RANGES[cls]
    if cls in (Int64, UInt64) and not low <= number <= high:
        raise NumberError(OVERFLOW)
    return make_integer(cls, number)


def cut_to_double(number: int) -> float:
    """A BigInteger as a double: the leading 53 bits, the others cut off."""
    size = abs(number)
    surplus = max(0, size.bit_length() - 53)
    if surplus > 971:
        return math.inf if number > 0 else -math.inf
    cut = float((size >> surplus) << surplus)
    return cut if number >= 0 else -cut


def to_single(number: float) -> Single:
    """The nearest number of single precision."""
    try:
        return Single(struct.unpack("f", struct.pack("f", number))[0])
    except OverflowError:
        return Single(math.copysign(math.inf, number))


def to_decimal(value: Value) -> Decimal:
    """A number as a decimal: a double by its 15, a single by its 7 leading digits."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, float):
        if not math.isfinite(value) or abs(value) >= 2.0**96:
            raise too_large(Decimal)
        digits = 7 if isinstance(value, Single) else 15
        return fitted(_without_zeros(Decimal(f"{value:.{digits - 1}e}")))
    return fitted(Decimal(int(value)))


def _without_zeros(number: Decimal) -> Decimal:
    reduced = number.normalize(EXACT)
    exponent = reduced.as_tuple().exponent
    return reduced.quantize(Decimal(1), context=EXACT) if isinstance(exponent, int) and exponent > 0 else reduced


def fitted(number: Decimal) -> Decimal:
    """The number in the 96 bits and 28 places of a decimal, rounded once to even; raises NumberError outside."""
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    if exponent >= -DECIMAL_SCALE and exponent <= 0 and len(digits) <= DECIMAL_SCALE:
        return number if sign == 0 or number else number.copy_abs()
    places = min(DECIMAL_SCALE, max(0, -exponent))
    while True:
        rounded = number.quantize(Decimal(1).scaleb(-places), decimal.ROUND_HALF_EVEN, EXACT)
        if abs(int(rounded.scaleb(places, EXACT))) <= DECIMAL_LIMIT:
            return rounded if rounded else rounded.copy_abs()
        if places == 0:
            raise too_large(Decimal)
        places = max(0, places - max(1, len(rounded.as_tuple().digits) - DECIMAL_SCALE - 1))


def add_decimals(left: Decimal, right: Decimal) -> Decimal:
    """The sum with the longer of the two scales."""
    return fitted(EXACT.add(left, right))


def subtract_decimals(left: Decimal, right: Decimal) -> Decimal:
    """The difference with the longer of the two scales."""
    return fitted(EXACT.subtract(left, right))


def multiply_decimals(left: Decimal, right: Decimal) -> Decimal:
    """The product with the sum of the two scales."""
    return fitted(EXACT.multiply(left, right))


def divide_decimals(left: Decimal, right: Decimal) -> Decimal:
    """The quotient: exact without further places when it can be, else as many as fit, zeros at the end left out."""
    scale = places_of(left) - places_of(right)
    exact = EXACT.divide(left, right)
    if scale >= 0:
        short = exact.quantize(Decimal(1).scaleb(-scale), context=EXACT)
        if EXACT.multiply(short, right) == left:
            return fitted(short)
    return _without_zeros(fitted(exact))


def remainder_of_decimals(left: Decimal, right: Decimal) -> Decimal:
    """The remainder, with the sign of the dividend."""
    if abs(left) < abs(right):
        return left
    return fitted(EXACT.remainder(left, right))


def places_of(number: Decimal) -> int:
    """The number of places after the point."""
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def cast_number(value: Value, cls: type) -> Value:
    """A number as another numeric type; raises NumberError when it does not fit."""
    if type(value) is cls:
        return value
    if cls in INTEGERS:
        return to_integer(value, cls)
    if cls is float:
        return cut_to_double(value) if type(value) is BigInteger else float(value)
    if cls is Single:
        return to_single(float(value))
    if cls is Decimal:
        return to_decimal(value)
    if cls is Char:
        return to_char(int(value))
    return to_big_integer(value)


def to_big_integer(value: Value) -> BigInteger:
    """A number without its fraction."""
    if isinstance(value, float) and not math.isfinite(value):
        what = "The value is not a number." if math.isnan(value) else "BigInteger cannot represent infinity."
        raise NumberError(what)
    return BigInteger(int(value))


def to_char(number: int) -> Char:
    """The character with that code."""
    if not 0 <= number <= 0xFFFF:
        raise too_large(Char)
    return Char(chr(number))


def plain(value: Value) -> Value:
    """A primitive value as the number that arithmetic takes it for: Booleans and characters by their code."""
    if type(value) is Char:
        return ord(value)
    return int(value) if type(value) is bool else value

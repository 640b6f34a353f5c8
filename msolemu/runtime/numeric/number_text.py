"""Numbers read from text, as casts and arithmetic read them: in the notation of the language first, then in .NET's."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from msolemu.foundation.pattern import pattern
from msolemu.language.numbers import NUMBER, number_of
from msolemu.language.operators import NumberKind
from msolemu.runtime.numeric.numbers import INTEGERS, REALS, NumberError, cast_number, fitted, make_integer
from msolemu.runtime.values import objects
from msolemu.runtime.values.objects import Value

CLASSES: dict[NumberKind, type] = {
    NumberKind.INT32: int,
    NumberKind.INT64: objects.Int64,
    NumberKind.UINT32: objects.UInt32,
    NumberKind.UINT64: objects.UInt64,
    NumberKind.INT16: objects.Int16,
    NumberKind.UINT16: objects.UInt16,
    NumberKind.SBYTE: objects.SByte,
    NumberKind.BYTE: objects.Byte,
    NumberKind.DECIMAL: Decimal,
    NumberKind.DOUBLE: float,
    NumberKind.BIGINTEGER: objects.BigInteger,
}
WHOLE = pattern(r"\s*[+-]?[0-9]+\s*", re.ASCII)
REAL = pattern(
    r"\s*(?P<sign>[+-]?)(?P<digits>(?:[0-9][0-9,]*(?:\.[0-9]*)?|\.[0-9]+)(?:e[+-]?[0-9]+)?)\s*", re.ASCII | re.I
)
NAMED = {
    "nan": float("nan"),
    "-nan": float("nan"),
    "+nan": float("nan"),
    "infinity": float("inf"),
    "+infinity": float("inf"),
    "-infinity": float("-inf"),
    "∞": float("inf"),
    "+∞": float("inf"),
    "-∞": float("-inf"),
}
NO_NUMBER = "The input string '{}' was not in a correct format."
NO_BIG_NUMBER = "The value could not be parsed."


def scan(text: str) -> Value:
    """The number that the text is in the language's notation, with suffix and multiplier; None when it is none."""
    stripped = text.strip()
    if not stripped:
        return 0
    found = NUMBER.fullmatch(stripped)
    read = number_of(found) if found is not None else None
    if read is None:
        return None
    value, kind = read
    cls = CLASSES[kind]
    return value if type(value) is cls else cls(value)


def parse(text: str, cls: type) -> Value:
    """The text as a number of that type; raises NumberError with .NET's sentence. Empty text is zero."""
    scanned = scan(text)
    if scanned is not None:
        try:
            return cast_number(scanned, cls)
        except NumberError:
            if not WHOLE.fullmatch(text):
                raise
    if cls in INTEGERS or cls is objects.BigInteger:
        return _integer(text, cls)
    return _real(text, cls)


def _integer(text: str, cls: type) -> Value:
    if WHOLE.fullmatch(text):
        return make_integer(cls, int(text))
    real = _double(text)
    if real is None:
        raise NumberError(NO_BIG_NUMBER if cls is objects.BigInteger else NO_NUMBER.format(text))
    try:
        return cast_number(real, cls)
    except NumberError:
        raise NumberError(NO_NUMBER.format(text)) from None


def _real(text: str, cls: type) -> Value:
    if cls in REALS:
        real = _double(text)
        if real is None:
            raise NumberError(NO_NUMBER.format(text))
        return cast_number(real, cls)
    found = REAL.fullmatch(text)
    if found is None:
        raise NumberError(NO_NUMBER.format(text))
    try:
        return fitted(Decimal(found["sign"] + found["digits"].replace(",", "")))
    except InvalidOperation:
        raise NumberError(NO_NUMBER.format(text)) from None


def _double(text: str) -> float | None:
    found = REAL.fullmatch(text)
    if found is not None:
        return float(found["sign"] + found["digits"].replace(",", ""))
    return NAMED.get(text.strip().lower())

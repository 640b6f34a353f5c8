"""Numeric literals: their form, and the type and value that PowerShell gives them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from msolemu.foundation.pattern import pattern

from .operators import NumberKind

NUMBER = pattern(
    r"""(?P<sign>[+\-\u2013\u2014\u2015])?
    (?: 0[xX](?P<hex>[0-9a-fA-F]*) | 0[bB](?P<bits>[01]+)
      | (?P<digits>[0-9]+)(?P<fraction>\.(?!\.)[0-9]*)?(?P<exponent>[eE][+\-\u2013\u2014\u2015]?[0-9]+)?
      | (?P<bare>\.[0-9]*)(?P<bare_exponent>[eE][+\-\u2013\u2014\u2015]?[0-9]+)? )
    (?P<suffix>[uU]?[lLyYsS]|[uU]|[dD]|[nN])?
    (?P<multiplier>[kKmMgGtTpP][bB])?""",
    re.VERBOSE | re.ASCII,
)
MULTIPLIERS = {"k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40, "p": 1 << 50}
DASHES_TO_MINUS = str.maketrans("\u2013\u2014\u2015", "---")

RANGES: dict[NumberKind, tuple[int, int]] = {
    NumberKind.SBYTE: (-(1 << 7), (1 << 7) - 1),
    NumberKind.BYTE: (0, (1 << 8) - 1),
    NumberKind.INT16: (-(1 << 15), (1 << 15) - 1),
    NumberKind.UINT16: (0, (1 << 16) - 1),
    NumberKind.INT32: (-(1 << 31), (1 << 31) - 1),
    NumberKind.UINT32: (0, (1 << 32) - 1),
    NumberKind.INT64: (-(1 << 63), (1 << 63) - 1),
    NumberKind.UINT64: (0, (1 << 64) - 1),
}
SUFFIXES: dict[str, tuple[NumberKind, ...]] = {
    "l": (NumberKind.INT64,),
    "u": (NumberKind.UINT32, NumberKind.UINT64),
    "ul": (NumberKind.UINT64,),
    "s": (NumberKind.INT16,),
    "us": (NumberKind.UINT16,),
    "y": (NumberKind.SBYTE,),
    "uy": (NumberKind.BYTE,),
}
DECIMAL_LIMIT = (1 << 96) - 1
Number = tuple[int | float | Decimal, NumberKind]


def number_of(found: re.Match[str]) -> Number | None:
    """The value and type of a literal that `NUMBER` matched; None when its type cannot hold it."""
    suffix = (found["suffix"] or "").lower()
    factor = MULTIPLIERS[found["multiplier"][0].lower()] if found["multiplier"] else 1
    negative = found["sign"] not in (None, "+")
    if found["hex"] is not None:
        value, is_long = _from_hex(found["hex"], suffix)
        return _whole(value, negative, factor, _lengthened(suffix, is_long), decimal=False)
    if found["bits"]:
        value = _from_bits(found["bits"], suffix)
        return _whole(value, negative, factor, _lengthened(suffix, len(found["bits"]) == 64), decimal=False)
    text = (
        f"{found['digits'] or ''}{found['fraction'] or found['bare'] or ''}"
        f"{found['exponent'] or found['bare_exponent'] or ''}"
    ).translate(DASHES_TO_MINUS)
    if not text.isdigit():
        return _real(text, negative, factor, suffix)
    return _whole(int(text), negative, factor, suffix)


def plain_number(digits: str) -> Number | None:
    """The value and type of a literal that has nothing but digits; None when no type can hold it."""
    return _whole(int(digits), negative=False, factor=1, suffix="")


def _lengthened(suffix: str, is_long: bool) -> str:
    return {"": "l", "u": "ul"}.get(suffix, suffix) if is_long else suffix


def _from_hex(digits: str, suffix: str) -> tuple[int, bool]:
    """A hexadecimal literal, and whether its length makes it a long: the top bit of a full one is its sign."""
    value = int("0" + digits, 16)
    size = len(digits) + 1
    if not suffix.startswith("u"):
        full = {"y": 2, "s": 4, "l": 16}.get(suffix) or (8 if size < 16 else 16)
        if size == full + 1:
            size = full
            if value >> (full * 4 - 1):
                value -= 1 << (full * 4)
    return value, size == 16


def _from_bits(digits: str, suffix: str) -> int:
    """A binary literal: when it is as long as a whole type, its top bit is its sign, unless the suffix is unsigned."""
    value, size = int(digits, 2), len(digits)
    if (
        not suffix.startswith("u")
        and digits[0] == "1"
        and (size in (8, 16, 32, 64, 96) or (size >= 128 and size % 8 == 0))
    ):
        value -= 1 << size
    return value


def _whole(value: int, negative: bool, factor: int, suffix: str, *, decimal: bool = True) -> Number | None:
    """A whole number in the type of its suffix, else in the first that holds it; only decimal digits go beyond long."""
    value = (-value if negative else value) * factor
    if suffix == "n":
        return value, NumberKind.BIGINTEGER
    if suffix == "d":
        return (Decimal(value), NumberKind.DECIMAL) if abs(value) <= DECIMAL_LIMIT else None
    kinds = SUFFIXES.get(suffix) or (NumberKind.INT32, NumberKind.INT64)
    for kind in kinds:
        low, high = RANGES[kind]
        if low <= value <= high:
            return value, kind
    if suffix or not decimal:
        return None
    if abs(value) <= DECIMAL_LIMIT:
        return Decimal(value), NumberKind.DECIMAL
    try:
        return float(value), NumberKind.DOUBLE
    except OverflowError:
        return None


def _decimal(text: str, negative: bool, factor: int) -> Number | None:
    try:
        value = Decimal(text) * factor
    except InvalidOperation:
        return None
    if abs(value) > DECIMAL_LIMIT:
        return None
    return -value if negative else value, NumberKind.DECIMAL


def _real(text: str, negative: bool, factor: int, suffix: str) -> Number | None:
    """A literal with point or exponent: a double, or rounded to the suffix's whole type."""
    if suffix == "d":
        return _decimal(text, negative, factor)
    if text.startswith((".", ".e", ".E")) and not text[1:2].isdigit():
        return None
    value = float(text) * factor
    value = -value if negative else value
    if not suffix:
        return value, NumberKind.DOUBLE
    if value in (float("inf"), float("-inf")):
        return None
    whole = round(value)
    if suffix == "n":
        return whole, NumberKind.BIGINTEGER
    for kind in SUFFIXES[suffix]:
        low, high = RANGES[kind]
        if low <= whole <= high:
            return whole, kind
    return None

"""Text as an operand of arithmetic: a number in the language's notation, else what a cast to the other's type says."""

from __future__ import annotations

import enum

from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.numeric.number_text import scan
from msolemu.runtime.numeric.numbers import TYPE_CODES
from msolemu.runtime.types import registry
from msolemu.runtime.values.objects import Char, Value

INT = registry.net_type_of_class(int)


def number_from(text: str, other: Value) -> Value:
    """The number that the text stands for beside the other operand; raises the error of the cast."""
    found = scan(text)
    if found is not None:
        return found
    counts = type(other) in TYPE_CODES and type(other) not in (bool, Char)
    kind = registry.type_of(other) if counts or isinstance(other, enum.Enum) else INT
    return convert(text.strip(), kind)


def numbers_from(left: Value, right: Value) -> tuple[Value, Value]:
    """Both operands, with a number in the place of each that is text."""
    one = number_from(left, right) if type(left) is str else left
    other = number_from(right, left) if type(right) is str else right
    return one, other

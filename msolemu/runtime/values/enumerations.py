"""Enumerations as .NET has them: names, numbers, sets of flags, and numbers that have no name.

An enumeration's values are members of a Python `Enum`. A member whose name is a word of Python's ends in an underscore
there and not here. Members with a text as value, which some declarations use, are numbered in their order. A number
without a name is a member too, made on demand and kept for good, so that equal values stay one object.
"""

from __future__ import annotations

import enum
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from msolemu.runtime.types.net_type import NetType

_UNNAMED: dict[tuple[type[enum.Enum], int], enum.Enum] = {}


@cache
def numbers(cls: type[enum.Enum]) -> dict[str, int]:
    """The names of an enumeration with their numbers, in the order of .NET: by number, below zero last."""
    found: dict[str, int] = {}
    for position, (name, member) in enumerate(cls.__members__.items()):
        value = member.value
        found[spelling(name)] = value if isinstance(value, int) and not isinstance(value, bool) else position
    return dict(sorted(found.items(), key=lambda pair: pair[1] & 0xFFFFFFFFFFFFFFFF))


def spelling(name: str) -> str:
    """The name of a member outside Python."""
    return name.rstrip("_")


@cache
def _members(cls: type[enum.Enum]) -> dict[int, enum.Enum]:
    known = numbers(cls)
    return {known[spelling(name)]: member for name, member in reversed(list(cls.__members__.items()))}


@cache
def has_flags(cls: type[enum.Enum]) -> bool:
    """Whether the values of the enumeration are sets of flags."""
    return issubclass(cls, enum.Flag) or bool(getattr(cls, "_has_flags_", False))


def underlying(cls: type[enum.Enum]) -> type[int]:
    """The integer type of an enumeration's numbers: Int32 unless its declaration says another in `_underlying_`."""
    kind: type[int] = getattr(cls, "_underlying_", int)
    return kind


def number_of(value: enum.Enum) -> int:
    """The number of a value."""
    held = value.value
    if isinstance(held, int):
        return int(held)
    return numbers(type(value))[spelling(value.name)]


def value_of(cls: type[enum.Enum], number: int) -> enum.Enum:
    """The value with that number, named or not."""
    found = _members(cls).get(number)
    if found is not None:
        return found
    key = (cls, number)
    made = _UNNAMED.get(key)
    if made is None:
        made = _UNNAMED[key] = _unnamed(cls, number)
    return made


def _unnamed(cls: type[enum.Enum], number: int) -> enum.Enum:
    made: Any = int.__new__(cls, number) if issubclass(cls, int) else object.__new__(cls)
    made._name_ = str(number)
    made._value_ = number
    unnamed: enum.Enum = made
    return unnamed


def is_defined(cls: type[enum.Enum], number: int) -> bool:
    """Whether a number has a name, or is a set of flags that have names."""
    if number in _members(cls):
        return True
    if not has_flags(cls):
        return False
    together = 0
    for known in numbers(cls).values():
        together |= known
    return number | together == together


def text_of(value: enum.Enum) -> str:
    """The name; of a set of flags their names, as `ReadOnly, Hidden`; of a number without name the number."""
    cls = type(value)
    number = number_of(value)
    named = _members(cls).get(number)
    if named is not None:
        return spelling(named.name)
    if has_flags(cls):
        names = _flags_in(cls, number)
        if names:
            return ", ".join(names)
    return str(number)


def _flags_in(cls: type[enum.Enum], number: int) -> list[str]:
    """The names that together make up the number, lowest first; none when some bit has no name."""
    names: list[str] = []
    left = number
    for name, known in reversed(numbers(cls).items()):
        if known and left & known == known:
            left &= ~known
            names.insert(0, name)
    return [] if left else names


def enumeration_of(kind: NetType) -> type[enum.Enum]:
    """The Python class of an enumeration type."""
    cls = kind.python
    assert cls is not None
    assert issubclass(cls, enum.Enum)
    return cls

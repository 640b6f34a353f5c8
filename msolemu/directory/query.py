"""The predicate tree that every search of a directory takes, and its one evaluator.

`-Filter` and LDAP filters are parsed into it, the portal's search builds it. Attribute names are in lower case; texts
are compared without case. A comparison with an attribute that an object lacks is false, so `Not` of it is true.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeAlias

from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.text import to_units


class Scope(enum.Enum):
    """How deep a search goes."""

    BASE = 0
    ONE_LEVEL = 1
    SUBTREE = 2


@dataclass(frozen=True, slots=True)
class Everything:
    """Holds for every object."""


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts hold."""

    parts: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One of the parts holds."""

    parts: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Predicate


@dataclass(frozen=True, slots=True)
class Equals:
    """One of the attribute's values is this one."""

    attribute: str
    value: str


@dataclass(frozen=True, slots=True)
class Like:
    r"""One of the attribute's values fits a pattern: `*` is any text, `\2a` a character by its UTF-8 bytes."""

    attribute: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Present:
    """The attribute has a value."""

    attribute: str


@dataclass(frozen=True, slots=True)
class GreaterOrEqual:
    """One of the values is this or comes after it: by number when both are numbers, else by text."""

    attribute: str
    value: str


@dataclass(frozen=True, slots=True)
class LessOrEqual:
    """One of the values is this or comes before it: by number when both are numbers, else by text."""

    attribute: str
    value: str


@dataclass(frozen=True, slots=True)
class BitsAll:
    """A number that has all bits of the mask."""

    attribute: str
    mask: int


@dataclass(frozen=True, slots=True)
class BitsAny:
    """A number that has one bit of the mask."""

    attribute: str
    mask: int


Predicate: TypeAlias = (
    Everything | And | Or | Not | Equals | Like | Present | GreaterOrEqual | LessOrEqual | BitsAll | BitsAny
)
Read: TypeAlias = Callable[[str], Sequence[str]]
"""The values of an attribute of the object in question."""

NUMBER = re.compile(r"-?\d+")
ESCAPED = re.compile(r"(?:\\[0-9A-Fa-f]{2})+")
INT64 = 2**64


def holds(predicate: Predicate, read: Read) -> bool:
    """Whether a predicate holds for an object."""
    match predicate:
        case Everything():
            return True
        case And(parts):
            return all(holds(part, read) for part in parts)
        case Or(parts):
            return any(holds(part, read) for part in parts)
        case Not(part):
            return not holds(part, read)
        case Present(attribute):
            return bool(read(attribute))
        case _:
            return any(_value_fits(predicate, value) for value in read(predicate.attribute))


def _value_fits(predicate: Equals | Like | GreaterOrEqual | LessOrEqual | BitsAll | BitsAny, value: str) -> bool:
    match predicate:
        case Equals(_, wanted):
            return value.lower() == wanted.lower()
        case Like(_, pattern):
            return compiled(pattern).fullmatch(value) is not None
        case GreaterOrEqual(_, limit):
            return _compare(value, limit) >= 0
        case LessOrEqual(_, limit):
            return _compare(value, limit) <= 0
        case BitsAll(_, mask):
            return _bits(value, mask) == mask
        case BitsAny(_, mask):
            return _bits(value, mask) != 0


def _compare(value: str, limit: str) -> int:
    if NUMBER.fullmatch(value) and NUMBER.fullmatch(limit):
        return (int(value) > int(limit)) - (int(value) < int(limit))
    return (value.lower() > limit.lower()) - (value.lower() < limit.lower())


def _bits(value: str, mask: int) -> int:
    return int(value) % INT64 & mask if NUMBER.fullmatch(value) else 0


@lru_cache(maxsize=64)
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern as a regular expression."""
    literals = (re.escape(ESCAPED.sub(_characters, piece)) for piece in pattern.split("*"))
    return re.compile(".*".join(literals), re.IGNORECASE | re.DOTALL)


def _characters(found: re.Match[str]) -> str:
    return to_units(bytes.fromhex(found[0].replace("\\", "")).decode("utf-8", "replace"))


def required_values(predicate: Predicate) -> list[Equals]:
    """The equalities that every object which fits must meet: a search may start from an index of one of them."""
    match predicate:
        case Equals():
            return [predicate]
        case And(parts):
            return [one for part in parts for one in required_values(part)]
        case _:
            return []

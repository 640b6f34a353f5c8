"""The values of a script as Python objects.

`None` is `$null`; bool, int, float, str are Boolean, Int32, Double, String, and exactly these types, so that
`type(v) is int` is the fast path. Every other .NET type that a value can have stands below or in `types/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from msolemu.foundation.dataclass import dataclass

if TYPE_CHECKING:
    from msolemu.runtime.types.net_type import NetType

Value: TypeAlias = Any
"""A value of a script: anything that this module's docstring names."""


class AutomationNull:
    """What a pipeline without output leaves: null in an expression, nothing in a pipeline."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "NOTHING"


NOTHING = AutomationNull()


class StandsForNull:
    """A value that is equal to `$null` and counts as false, though it is one."""

    __slots__ = ()


def stands_for_null(value: Value) -> bool:
    """Whether `??` takes something else instead."""
    return value is None or value is NOTHING or isinstance(value, StandsForNull)


class SByte(int):
    """System.SByte."""


class Byte(int):
    """System.Byte."""


class Int16(int):
    """System.Int16."""


class UInt16(int):
    """System.UInt16."""


class UInt32(int):
    """System.UInt32."""


class Int64(int):
    """System.Int64."""


class UInt64(int):
    """System.UInt64."""


class BigInteger(int):
    """System.Numerics.BigInteger."""


class Single(float):
    """System.Single."""


class Char(str):
    """System.Char: one UTF-16 unit."""

    __slots__ = ()


class SwitchParameter:
    """System.Management.Automation.SwitchParameter: what a script's switch holds; true when it was given."""

    __slots__ = ("is_present",)

    def __init__(self, is_present: bool) -> None:
        self.is_present = is_present

    def __bool__(self) -> bool:
        return self.is_present

    def __eq__(self, other: object) -> bool:
        return isinstance(other, bool | SwitchParameter) and bool(other) is self.is_present

    def __hash__(self) -> int:
        return hash(self.is_present)

    def __str__(self) -> str:
        return str(self.is_present)


class TypedArray(list[Value]):
    """An array of another element type than object; a plain list is `Object[]`."""

    __slots__ = ("element",)

    def __init__(self, items: Iterable[Value], element: NetType) -> None:
        super().__init__(items)
        self.element = element


class ArrayList(list[Value]):
    """System.Collections.ArrayList."""

    __slots__ = ()


class GenericList(list[Value]):
    """System.Collections.Generic.List of `element`."""

    __slots__ = ("element",)

    def __init__(self, items: Iterable[Value], element: NetType) -> None:
        super().__init__(items)
        self.element = element


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """A pair of a hashtable, as enumerating one gives it."""

    key: Value
    value: Value


class Hashtable:
    """A dictionary whose text keys ignore case; pairs come in the order in which they were added."""

    __slots__ = ("_entries",)

    def __init__(self, pairs: Iterable[tuple[Value, Value]] = ()) -> None:
        self._entries: dict[Value, tuple[Value, Value]] = {}
        for key, value in pairs:
            self[key] = value

    @classmethod
    def folded(cls, entries: dict[Value, tuple[Value, Value]]) -> Self:
        """The dictionary of these pairs, each under its folded key."""
        made = cls.__new__(cls)
        made._entries = entries
        return made

    @staticmethod
    def fold(key: Value) -> Value:
        """What a key is compared by: text without case, any other value together with its type."""
        if type(key) is str:
            return key.lower()
        if isinstance(key, PSObject):
            return Hashtable.fold(key.base)
        try:
            hash(key)
        except TypeError:
            return (type(key), id(key))
        return (type(key), key)

    def get(self, key: Value, default: Value = None) -> Value:
        """The value under a key."""
        entry = self._entries.get(self.fold(key))
        return default if entry is None else entry[1]

    def __getitem__(self, key: Value) -> Value:
        return self._entries[self.fold(key)][1]

    def __setitem__(self, key: Value, value: Value) -> None:
        folded = self.fold(key)
        known = self._entries.get(folded)
        self._entries[folded] = (known[0] if known else key, value)

    def __delitem__(self, key: Value) -> None:
        self._entries.pop(self.fold(key), None)

    def __contains__(self, key: Value) -> bool:
        return self.fold(key) in self._entries

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Value]:
        return (key for key, _ in self._entries.values())

    def clear(self) -> None:
        """Remove every pair."""
        self._entries.clear()

    def keys(self) -> list[Value]:
        """The keys as they were spelt."""
        return [key for key, _ in self._entries.values()]

    def values(self) -> list[Value]:
        """The values."""
        return [value for _, value in self._entries.values()]

    def items(self) -> list[tuple[Value, Value]]:
        """The pairs."""
        return list(self._entries.values())

    def copy(self) -> Hashtable:
        """A shallow copy of the same class."""
        return type(self)(self.items())


class OrderedDictionary(Hashtable):
    """`[ordered]@{ }`: its values can also be had by position."""

    __slots__ = ()


class PSCustomObject:
    """`[pscustomobject]`: properties only, in order, their names ignoring case.

    `properties` maps the lower-case name to `[name, value]`; a value that is a `Member` is computed.
    """

    __slots__ = ("properties", "type_names")

    def __init__(self, pairs: Iterable[tuple[str, Value]] = (), type_names: tuple[str, ...] = ()) -> None:
        self.properties: dict[str, list[Value]] = {name.lower(): [name, value] for name, value in pairs}
        self.type_names = type_names

    def __repr__(self) -> str:
        return f"PSCustomObject({dict(self.properties.values())})"


class Member:
    """A member that was added to one object and computes: an alias, script property or script method."""

    __slots__ = ()


class PSObject:
    """Any other object with members or type names of its own; `text` is how a number was written, if that is kept."""

    __slots__ = ("base", "members", "text", "type_names")

    def __init__(self, base: Value, type_names: tuple[str, ...] = (), text: str | None = None) -> None:
        self.base = base
        self.text = text
        self.members: dict[str, list[Value]] = {}
        self.type_names = type_names


def unwrap(value: Value) -> Value:
    """The object itself, without members that were added to it; nothing becomes null."""
    if type(value) is PSObject:
        return value.base
    return None if value is NOTHING else value


def is_enumerable(value: Value) -> bool:
    """Whether a pipeline sends the elements of this value rather than the value."""
    return (
        isinstance(value, list)
        or (type(value) is PSObject and isinstance(value.base, list))
        or hasattr(type(value), "enumerate_values")
    )


def enumerate_value(value: Value) -> Iterator[Value]:
    """What a pipeline sends on for this value: the elements of a collection, nothing for nothing, else the value."""
    if value is NOTHING:
        return iter(())
    if isinstance(value, list):
        return iter(value)
    if type(value) is PSObject and isinstance(value.base, list):
        return iter(value.base)
    if hasattr(type(value), "enumerate_values"):
        values: Iterator[Value] = value.enumerate_values()
        return values
    return iter((value,))


def entries_of(table: Hashtable) -> list[DictionaryEntry]:
    """The pairs of a dictionary as objects."""
    return [DictionaryEntry(key, value) for key, value in table.items()]


def collapse(values: list[Value]) -> Value:
    """What a pipeline is worth in an expression: nothing, its one value, or an array."""
    if not values:
        return NOTHING
    return values[0] if len(values) == 1 else values


INTEGER_RANGES: dict[type, tuple[int, int]] = {
    int: (-(2**31), 2**31 - 1),
    SByte: (-128, 127),
    Byte: (0, 255),
    Int16: (-(2**15), 2**15 - 1),
    UInt16: (0, 2**16 - 1),
    UInt32: (0, 2**32 - 1),
    Int64: (-(2**63), 2**63 - 1),
    UInt64: (0, 2**64 - 1),
}
NUMBER_TYPES: frozenset[type] = frozenset({*INTEGER_RANGES, BigInteger, float, Single, Decimal})


def is_number(value: Value) -> bool:
    """Whether the value has a numeric type (a Boolean has not)."""
    return type(value) in NUMBER_TYPES

"""What every object has: Equals, GetHashCode, GetType, ToString; and the statics of System.Object."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from msolemu.runtime.casting.conversion import culture_text, naming_text
from msolemu.runtime.types.declaring import constructor, method, static
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, type_of
from msolemu.runtime.values.objects import Char, Int64, PSCustomObject, Single, UInt64, Value, unwrap


def _folded(number: int) -> int:
    """The halves of 64 bits in one."""
    bits = int(number) & 0xFFFFFFFFFFFFFFFF
    return bits ^ bits >> 32


_HASHES: dict[type, Callable[[Any], int]] = {
    Int64: _folded,
    UInt64: _folded,
    float: lambda number: _folded(int.from_bytes(struct.pack("<d", number or 0.0), "little")),
    Single: lambda number: int.from_bytes(struct.pack("<f", number or 0.0), "little"),
    Char: lambda unit: ord(unit) | ord(unit) << 16,
}
"""How .NET makes the number of some types; scripts compare them with what they kept."""


@method(OBJECT, "bool Equals(System.Object obj)")
def equals(value: Value, other: Value) -> bool:
    """Whether the other has the same type and content; objects without content of their own are only themselves."""
    if value is other:
        return True
    if type(value) is not type(other) or isinstance(value, list):
        return False
    return bool(value == other)


@method(OBJECT, "int GetHashCode()")
def hash_code(value: Value) -> int:
    """A number that equal values share."""
    rule = _HASHES.get(type(value))
    try:
        found = hash(value) if rule is None else rule(value)
    except TypeError:
        found = id(value)
    return (found & 0xFFFFFFFF) - (1 << 32 if found & 0x80000000 else 0)


@method(OBJECT, "type GetType()")
def get_type(value: Value) -> NetType:
    """The type."""
    return type_of(value)


@method(OBJECT, "string ToString()")
def to_string(value: Value) -> str:
    """The value's own text; of an object without one its type's name."""
    if isinstance(value, list) and "__str__" not in vars(type(value)):
        return type_of(value).text
    return naming_text(value) or "" if type(value) is PSCustomObject else culture_text(value)


@static(OBJECT, "bool Equals(System.Object objA, System.Object objB)")
def both_equal(one: Value, other: Value) -> bool:
    """Whether both are equal."""
    one, other = unwrap(one), unwrap(other)
    return one is other if one is None else equals(one, other)


@static(OBJECT, "bool ReferenceEquals(System.Object objA, System.Object objB)")
def reference_equals(one: Value, other: Value) -> bool:
    """Whether both are the same object."""
    return unwrap(one) is unwrap(other)


class PlainObject:
    """An object of System.Object itself."""

    __slots__ = ()


@constructor(OBJECT, "System.Object()")
def new_object() -> PlainObject:
    """An object without content."""
    return PlainObject()

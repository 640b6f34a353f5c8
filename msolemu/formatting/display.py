"""What a value looks like in a cell: `{a, b…}` for collections, three decimals for fractions in tables, else en-US."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from decimal import Decimal

from msolemu.formatting.cells import ELLIPSIS
from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.text.text_operators import format_composite, format_value
from msolemu.runtime.text.wildcard import WildcardPattern
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import type_names
from msolemu.runtime.values.members import default_display_property, find_property, properties_of
from msolemu.runtime.values.objects import (
    Char,
    DictionaryEntry,
    Hashtable,
    OrderedDictionary,
    PSCustomObject,
    Value,
    entries_of,
    enumerate_value,
    is_enumerable,
    unwrap,
)

DEFAULT_ENUMERATION_LIMIT = 4

_NUMBERS = "SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double Decimal IntPtr Numerics.BigInteger"
_SCALARS = frozenset("System." + name for name in f"String Char Boolean Security.SecureString {_NUMBERS}".split())
_PLAIN = frozenset((str, int, bool, float, Decimal, Char))
_PLAIN_TABLES = (Hashtable, OrderedDictionary)
_PAIR = "System.Collections.Generic.KeyValuePair`2["
_NAME_PATTERNS = ("name", "id", "key", "*key", "*name", "*id")


def is_scalar(value: Value) -> bool:
    """Whether a value of this type is always shown as its text: numbers, text, truth, enumerations."""
    if type(value) in _PLAIN:
        return True
    names = type_names(value)
    return bool(names) and (names[0] in _SCALARS or isinstance(unwrap(value), enum.Enum))


def is_text(value: Value) -> bool:
    """Whether the value is a string and nothing else."""
    return type(value) is str or type_names(value)[:1] == ("System.String",)


def elements(value: Value) -> Iterable[Value] | None:
    """The elements of a collection, a dictionary's entries; None for a single value."""
    plain = unwrap(value)
    if isinstance(plain, Hashtable):
        return _pairs(plain)
    return enumerate_value(value) if is_enumerable(value) else None


def _pairs(table: Hashtable) -> Iterable[Value]:
    """The entries of a dictionary, those of a generic one as pairs."""
    if type(table) in _PLAIN_TABLES:
        return entries_of(table)
    from msolemu.runtime.types.keyed import GenericDictionary, pairs_of

    return pairs_of(table) if isinstance(table, GenericDictionary) else entries_of(table)


def display_text(value: Value, limit: int, *, in_table: bool = False) -> str:
    """The text of a value; of a collection at most `limit` elements, all if it is negative."""
    if type(value) is str:
        return value
    if value is None:
        return ""
    if in_table and isinstance(value, (float, Decimal)):
        return format_value(value, "F")
    found = elements(value)
    if found is None:
        return value.text if type(value) is NetType else culture_text(value)
    return _collection_text(found, limit)


def formatted(value: Value, directive: str) -> str | None:
    """The value under a format string such as `N2` or `{0:N0} EUR`; None when it cannot be formatted so."""
    if "{0" not in directive and "}" not in directive:
        directive = "{0:" + directive + "}"
    try:
        return format_composite(directive, [value])
    except PowerShellError:
        return None


def _collection_text(found: Iterable[Value], limit: int) -> str:
    names: list[str] = []
    for element in found:
        if len(names) == limit:
            return "{" + ", ".join(names) + ELLIPSIS + "}"
        names.append(_element_text(element))
    return "{" + ", ".join(names) + "}"


def _element_text(element: Value) -> str:
    if element is None:
        return "$null"
    if type(element) is str:
        return element
    if type(element) is DictionaryEntry:
        return f"[{culture_text(element.key)}, {culture_text(element.value)}]"
    plain = unwrap(element)
    if type(plain) is PSCustomObject or is_scalar(element) or type_names(element)[0].startswith(_PAIR):
        return culture_text(element)
    name = display_name_property(element)
    if name is None:
        return culture_text(element)
    view = find_property(element, name)
    try:
        return culture_text(view.value()) if view else culture_text(element)
    except PowerShellError:
        return culture_text(element)


def display_name_property(value: Value) -> str | None:
    """The property that best names an object: its type's display property, or one called name, id, key, …Key, …Name."""
    own = default_display_property(value)
    if own:
        return own
    names = [view.name for view in properties_of(value)]
    for pattern in map(WildcardPattern, _NAME_PATTERNS):
        for name in names:
            if pattern.matches(name):
                return name
    return None

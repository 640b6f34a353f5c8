"""ListDictionary, HybridDictionary, and the generic OrderedDictionary and ReadOnlyDictionary."""

from __future__ import annotations

from typing import Any

from msolemu.runtime.errors.net_errors import index_out_of_range, not_supported
from msolemu.runtime.types.declaring import constructor, method, typed_property
from msolemu.runtime.types.dictionaries import declare_generic, declare_plain, index_of_key, items_of, try_add
from msolemu.runtime.types.keyed import CasedHashtable, GenericDictionary, KeyValuePair, pairs_of
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.types.text_comparers import RULES
from msolemu.runtime.values.objects import Value

_SPACE = "System.Collections.Specialized."
LISTED, HYBRID = (known_type(f"{_SPACE}{name}Dictionary") for name in ("List", "Hybrid"))
ORDERED = known_type("System.Collections.Generic.OrderedDictionary`2")
READ_ONLY = known_type("System.Collections.ObjectModel.ReadOnlyDictionary`2")


class ListDictionary(CasedHashtable):
    """Pairs in the order in which they came."""

    __slots__ = ()


class HybridDictionary(CasedHashtable):
    """Pairs in the order in which they came."""

    __slots__ = ()


represent(LISTED, ListDictionary)
represent(HYBRID, HybridDictionary)
for _kind in (LISTED, HYBRID):
    declare_plain(_kind)


@constructor(LISTED, f"{_SPACE}ListDictionary()", f"{_SPACE}ListDictionary(System.Collections.IComparer comparer)")
def new_listed(rule: Value = None) -> ListDictionary:
    """An empty dictionary."""
    return ListDictionary((), rule)


@constructor(
    HYBRID,
    f"{_SPACE}HybridDictionary()",
    f"{_SPACE}HybridDictionary(int initialSize)",
    f"{_SPACE}HybridDictionary(bool caseInsensitive)",
    f"{_SPACE}HybridDictionary(int initialSize, bool caseInsensitive)",
)
def new_hybrid(*given: Value) -> HybridDictionary:
    """An empty dictionary."""
    ignores_case = bool(given) and given[-1] is True
    return HybridDictionary((), RULES["OrdinalIgnoreCase"] if ignores_case else None)


class ReadOnlyDictionary(GenericDictionary):
    """A dictionary that refuses changes once it is filled."""

    __slots__ = ("_is_filled",)

    def __init__(self, *given: Any) -> None:
        self._is_filled = False
        super().__init__(*given)
        self._is_filled = True

    def __setitem__(self, key: Value, value: Value) -> None:
        if self._is_filled:
            raise not_supported("Collection is read-only.")
        super().__setitem__(key, value)


for _kind in (ORDERED, READ_ONLY):
    declare_generic(_kind)
method(ORDERED, "bool TryAdd(TKey key, TValue value)")(try_add)
method(ORDERED, "int IndexOf(TKey key)")(index_of_key)


@method(ORDERED, "System.Collections.Generic.KeyValuePair[TKey,TValue] GetAt(int index)")
def get_at(table: GenericDictionary, index: int) -> KeyValuePair:
    """The pair at an index."""
    pairs = pairs_of(table)
    if not 0 <= index < len(pairs):
        raise index_out_of_range()
    return pairs[index]


@method(ORDERED, "void SetAt(int index, TValue value)")
def set_at(table: GenericDictionary, index: int, value: Value) -> None:
    """Set the value at an index."""
    table[get_at(table, index).key] = value


@method(ORDERED, "void RemoveAt(int index)")
def remove_at(table: GenericDictionary, index: int) -> None:
    """Remove the pair at an index."""
    del table[get_at(table, index).key]


@method(ORDERED, "void Insert(int index, TKey key, TValue value)")
def insert(table: GenericDictionary, index: int, key: Value, value: Value) -> None:
    """Put a pair before another."""
    pairs = table.items()
    if not 0 <= index <= len(pairs):
        raise index_out_of_range()
    table.clear()
    for known, held in [*pairs[:index], (key, value), *pairs[index:]]:
        table[known] = held


@constructor(
    ORDERED,
    "OrderedDictionary[TKey,TValue]()",
    "OrderedDictionary[TKey,TValue](int capacity)",
    "OrderedDictionary[TKey,TValue](System.Collections.IEqualityComparer comparer)",
    "OrderedDictionary[TKey,TValue](System.Collections.IDictionary dictionary)",
    generic=True,
)
def new_ordered(kind: NetType, source: Value = None) -> GenericDictionary:
    """An empty dictionary, or the pairs of another."""
    rule = source if hasattr(source, "fold") and not items_of(source) else None
    return GenericDictionary(items_of(source), kind.arguments[0], kind.arguments[1], rule, ORDERED)


@constructor(READ_ONLY, "ReadOnlyDictionary[TKey,TValue](System.Collections.IDictionary dictionary)", generic=True)
def new_read_only(kind: NetType, source: Value) -> ReadOnlyDictionary:
    """The pairs of a dictionary."""
    return ReadOnlyDictionary(items_of(source), *kind.arguments, None, READ_ONLY)


typed_property(READ_ONLY, "System.Boolean", "IsReadOnly", lambda table: True)

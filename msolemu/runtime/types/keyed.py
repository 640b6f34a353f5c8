"""The dictionaries besides Hashtable and OrderedDictionary: typed ones, sorted ones, and their pairs and keys."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

from msolemu.runtime.casting.conversion import convert, to_text
from msolemu.runtime.errors.records import ErrorCategory, StatementError, runtime_error
from msolemu.runtime.types import sequences
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, generic_of, known_type, represent
from msolemu.runtime.values.objects import Hashtable, OrderedDictionary, Value

HASHTABLE = known_type("System.Collections.Hashtable")
ORDERED = known_type("System.Collections.Specialized.OrderedDictionary")
SORTED_LIST = known_type("System.Collections.SortedList")
DICTIONARY = known_type("System.Collections.Generic.Dictionary`2")
PAIR = known_type("System.Collections.Generic.KeyValuePair`2")


class KeyValuePair:
    """A pair of a generic dictionary."""

    __slots__ = ("key", "kind", "value")

    def __init__(self, kind: NetType, key: Value, value: Value) -> None:
        self.kind = kind
        self.key = key
        self.value = value

    def __str__(self) -> str:
        return f"[{to_text(self.key)}, {to_text(self.value)}]"

    @property
    def net_type(self) -> NetType:
        """The closed type."""
        return self.kind


class GenericDictionary(Hashtable):
    """A dictionary with types for keys and values; text keys differ by case unless a comparer says otherwise."""

    __slots__ = ("definition", "key_type", "rule", "value_type")

    def __init__(
        self,
        pairs: Iterable[tuple[Value, Value]] = (),
        key_type: NetType = OBJECT,
        value_type: NetType = OBJECT,
        rule: Any = None,
        definition: NetType = DICTIONARY,
    ) -> None:
        self.key_type = key_type
        self.value_type = value_type
        self.rule = rule
        self.definition = definition
        super().__init__(pairs)

    @property
    def net_type(self) -> NetType:
        """The closed type."""
        return generic_of(self.definition, (self.key_type, self.value_type))

    def fold(self, key: Value) -> Value:  # type: ignore[override]  # a dictionary has its own rule for keys
        """What a key is compared by."""
        if isinstance(key, str):
            return key if self.rule is None else self.rule.fold(key)
        return Hashtable.fold(key)

    def __setitem__(self, key: Value, value: Value) -> None:
        super().__setitem__(convert(key, self.key_type), convert(value, self.value_type))

    def copy(self) -> GenericDictionary:
        """A shallow copy."""
        return GenericDictionary(self.items(), self.key_type, self.value_type, self.rule, self.definition)


class SortedTable(Hashtable):
    """SortedList and SortedDictionary: pairs in the order of their keys."""

    __slots__ = ()

    def _sorted(self) -> list[tuple[Value, Value]]:
        order: Any = functools.cmp_to_key(sequences.natural_order)
        return sorted(self._entries.values(), key=lambda pair: order(pair[0]))

    def __iter__(self) -> Iterator[Value]:
        return (key for key, _ in self._sorted())

    def keys(self) -> list[Value]:
        """The keys in order."""
        return [key for key, _ in self._sorted()]

    def values(self) -> list[Value]:
        """The values in the order of their keys."""
        return [value for _, value in self._sorted()]

    def items(self) -> list[tuple[Value, Value]]:
        """The pairs in the order of their keys."""
        return self._sorted()


class SortedDictionary(SortedTable, GenericDictionary):
    """SortedDictionary and the generic SortedList."""

    __slots__ = ()


class SortedList(SortedTable):
    """System.Collections.SortedList."""

    __slots__ = ()


represent(SORTED_LIST, SortedList)


def pairs_of(table: GenericDictionary) -> list[KeyValuePair]:
    """The pairs as objects."""
    kind = generic_of(PAIR, (table.key_type, table.value_type))
    return [KeyValuePair(kind, key, value) for key, value in table.items()]


class KeyCollection(list[Value]):
    """The keys or the values of a dictionary, which must not grow or shrink while they are enumerated."""

    __slots__ = ("kind", "table")

    def __init__(self, items: Iterable[Value], kind: NetType, table: Hashtable) -> None:
        super().__init__(items)
        self.kind = kind
        self.table = table

    def __iter__(self) -> Iterator[Value]:
        count = len(self.table)
        for item in super().__iter__():
            if len(self.table) != count:
                raise modified()
            yield item
        if len(self.table) != count:
            raise modified()

    @property
    def net_type(self) -> NetType:
        """The collection's own type."""
        return self.kind


def modified() -> StatementError:
    """The error for a collection that changed while it was enumerated."""
    return runtime_error(
        "System.InvalidOperationException",
        "Collection was modified; enumeration operation may not execute.",
        ErrorCategory.OPERATION_STOPPED,
        "System.InvalidOperationException",
    )


class CasedHashtable(Hashtable):
    """A hashtable whose text keys differ by case, unless a comparer says otherwise."""

    __slots__ = ("rule",)

    def __init__(self, pairs: Iterable[tuple[Value, Value]] = (), rule: Any = None) -> None:
        self.rule = rule if hasattr(rule, "fold") and not isinstance(rule, Hashtable) else None
        super().__init__(pairs)

    def fold(self, key: Value) -> Value:  # type: ignore[override]  # a table has its own rule for keys
        """What a key is compared by."""
        if isinstance(key, str):
            return (type(key), key if self.rule is None else self.rule.fold(key))
        return Hashtable.fold(key)

    def copy(self) -> Hashtable:
        """A shallow copy."""
        return CasedHashtable(self.items(), self.rule)


class CasedOrderedDictionary(CasedHashtable, OrderedDictionary):
    """An ordered dictionary made by its constructor: text keys differ by case, as they do not in `[ordered]`."""

    __slots__ = ()

    def copy(self) -> Hashtable:
        """A shallow copy."""
        return CasedOrderedDictionary(self.items(), self.rule)


represent(HASHTABLE, CasedHashtable)
represent(ORDERED, CasedOrderedDictionary)

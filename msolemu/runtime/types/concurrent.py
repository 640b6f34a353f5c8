"""The collections of System.Collections.Concurrent, which scripts use as they use plain ones."""

from __future__ import annotations

from typing import Any

from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.types import sequences
from msolemu.runtime.types.arrays import default_of
from msolemu.runtime.types.declaring import constructor, method, typed_property
from msolemu.runtime.types.dictionaries import declare_generic, items_of, try_add
from msolemu.runtime.types.keyed import GenericDictionary, pairs_of
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.queues import Queue, Row, Stack
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import Hashtable, TypedArray, Value, enumerate_value
from msolemu.runtime.values.references import Reference

DICTIONARY, BAG, QUEUE, STACK = (
    known_type(f"System.Collections.Concurrent.Concurrent{name}")
    for name in ("Dictionary`2", "Bag`1", "Queue`1", "Stack`1")
)


class ConcurrentQueue(Queue):
    """First in, first out."""

    __slots__ = ()
    definition = QUEUE


class ConcurrentStack(Stack):
    """Last in, first out."""

    __slots__ = ()
    definition = STACK


class ConcurrentBag(Stack):
    """Elements in no promised order; the last one that came is the first to go."""

    __slots__ = ()
    definition = BAG


def _taken(row: Row, result: Reference) -> bool:
    found = bool(row.items)
    result.value = row.take() if found else default_of(row.element)  # type: ignore[arg-type]  # all are closed
    return found


def _peeked(row: Row, result: Reference) -> bool:
    found = bool(row.items)
    result.value = row.peek() if found else default_of(row.element)  # type: ignore[arg-type]  # all are closed
    return found


def _declare_row(kind: NetType, cls: Any, put: str, take: str) -> None:
    name = kind.name.partition("`")[0]
    typed_property(kind, "System.Int32", "Count", len)
    typed_property(kind, "System.Boolean", "IsEmpty", lambda row: not row.items)
    method(kind, f"void {put}(T item)")(cls.put)
    method(kind, f"bool {take}([ref] T result)")(_taken)
    method(kind, "bool TryPeek([ref] T result)")(_peeked)
    method(kind, "void Clear()")(lambda row: row.items.clear())
    method(kind, "T[] ToArray()")(lambda row: TypedArray(row.items, row.element))
    method(kind, "System.Collections.IEnumerator GetEnumerator()")(
        lambda row: sequences.enumerator(row.items, f"{kind.full_name}+Enumerator")
    )
    constructor(kind, f"{name}[T]()", f"{name}[T](System.Collections.Generic.IEnumerable[T] collection)", generic=True)(
        lambda closed, source=None: cls(() if source is None else enumerate_value(source), closed.arguments[0])
    )


_declare_row(QUEUE, ConcurrentQueue, "Enqueue", "TryDequeue")
_declare_row(STACK, ConcurrentStack, "Push", "TryPop")
_declare_row(BAG, ConcurrentBag, "Add", "TryTake")


def _value(table: GenericDictionary, key: Value, maker: Value, *old: Value) -> Value:
    """A value that is given, or what a script block makes of the key."""
    made = sequences.called(maker, key, *old) if hasattr(maker, "invoke") else maker
    return convert(made, table.value_type)


@method(DICTIONARY, "TValue GetOrAdd(TKey key, System.Object value)")
def get_or_add(table: GenericDictionary, key: Value, value: Value) -> Value:
    """The value under a key, which is added if it is not there."""
    if key not in table:
        table[key] = _value(table, key, value)
    return table[key]


@method(
    DICTIONARY,
    "TValue AddOrUpdate(TKey key, System.Object addValue, System.Func[TKey,TValue,TValue] updateValueFactory)",
)
def add_or_update(table: GenericDictionary, key: Value, added: Value, update: Value) -> Value:
    """Add a value, or put what a script block makes of the old one in its place; gives the new value."""
    table[key] = _value(table, key, update, table[key]) if key in table else _value(table, key, added)
    return table[key]


@method(DICTIONARY, "bool TryRemove(TKey key, [ref] TValue value)")
def try_remove(table: GenericDictionary, key: Value, result: Reference) -> bool:
    """Whether there was a value, which the reference then gets."""
    found = key in table
    result.value = table[key] if found else default_of(table.value_type)
    del table[key]
    return found


@method(DICTIONARY, "bool TryUpdate(TKey key, TValue newValue, TValue comparisonValue)")
def try_update(table: GenericDictionary, key: Value, new: Value, old: Value) -> bool:
    """Put a new value in the place of a certain old one; whether it was there."""
    if key not in table or not sequences.same(table[key], old):
        return False
    table[key] = new
    return True


declare_generic(DICTIONARY)
method(DICTIONARY, "bool TryAdd(TKey key, TValue value)")(try_add)
typed_property(DICTIONARY, "System.Boolean", "IsEmpty", lambda table: not len(table))
method(DICTIONARY, "System.Collections.Generic.KeyValuePair[TKey,TValue][] ToArray()")(pairs_of)


@constructor(
    DICTIONARY,
    "ConcurrentDictionary[TKey,TValue]()",
    "ConcurrentDictionary[TKey,TValue](System.Collections.IEqualityComparer comparer)",
    "ConcurrentDictionary[TKey,TValue](System.Collections.IDictionary collection)",
    "ConcurrentDictionary[TKey,TValue](int concurrencyLevel, int capacity)",
    generic=True,
)
def new_dictionary(kind: NetType, source: Value = None, capacity: int = 0) -> GenericDictionary:
    """An empty dictionary, or the pairs of another."""
    rule = source if hasattr(source, "fold") and not isinstance(source, Hashtable) else None
    keys, values = kind.arguments
    return GenericDictionary(items_of(source), keys, values, rule, DICTIONARY)

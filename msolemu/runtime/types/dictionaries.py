"""Dictionaries: Hashtable, OrderedDictionary, Dictionary, SortedDictionary, SortedList, and their pairs."""

from __future__ import annotations

from typing import Any

from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.net_errors import argument_error, index_out_of_range, key_not_found, null_argument
from msolemu.runtime.types import sequences
from msolemu.runtime.types.arrays import default_of
from msolemu.runtime.types.declaring import constructor, method, refused, static, typed_property
from msolemu.runtime.types.keyed import (
    DICTIONARY,
    HASHTABLE,
    ORDERED,
    PAIR,
    SORTED_LIST,
    CasedHashtable,
    CasedOrderedDictionary,
    GenericDictionary,
    KeyCollection,
    KeyValuePair,
    SortedDictionary,
    SortedList,
    pairs_of,
)
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, known_type
from msolemu.runtime.values.objects import DictionaryEntry, Hashtable, OrderedDictionary, Value, entries_of
from msolemu.runtime.values.references import Reference

ENTRY = known_type("System.Collections.DictionaryEntry")
SORTED = known_type("System.Collections.Generic.SortedDictionary`2")
GENERIC_SORTED_LIST = known_type("System.Collections.Generic.SortedList`2")
PLAIN = (HASHTABLE, ORDERED, SORTED_LIST)
GENERIC = (DICTIONARY, SORTED, GENERIC_SORTED_LIST)


def add(table: Hashtable, key: Value, value: Value) -> None:
    """Add a pair; the key must be new."""
    if key is None:
        raise null_argument("key")
    if key in table:
        if isinstance(table, GenericDictionary):
            raise argument_error(f"An item with the same key has already been added. Key: {to_text(key)}")
        raise argument_error(
            f"Item has already been added. Key in dictionary: '{to_text(_spelled(table, key))}'  "
            f"Key being added: '{to_text(key)}'"
        )
    table[key] = value


def _spelled(table: Hashtable, key: Value) -> Value:
    folded = table.fold(key)
    return next((known for known in table if table.fold(known) == folded), key)


def contains_value(table: Hashtable, value: Value) -> bool:
    """Whether a value is held under some key."""
    return sequences.index_of(table.values(), value) >= 0


def get_item(table: Hashtable, key: Value) -> Value:
    """The value under a key, null when there is none."""
    return table.get(key)


def get_strictly(table: GenericDictionary, key: Value) -> Value:
    """The value under a key; raises KeyNotFoundException."""
    if key not in table:
        raise key_not_found(to_text(key))
    return table[key]


def set_item(table: Hashtable, key: Value, value: Value) -> None:
    """Set the value under a key."""
    table[key] = value


def remove(table: Hashtable, key: Value) -> None:
    """Remove a pair."""
    if key is None:
        raise null_argument("key")
    del table[key]


def remove_pair(table: Hashtable, key: Value) -> bool:
    """Remove a pair; whether there was one."""
    found = key in table
    del table[key]
    return found


def get_enumerator(table: Hashtable) -> Value:
    """The pairs one after the other."""
    if isinstance(table, GenericDictionary):
        return sequences.enumerator(pairs_of(table), "System.Collections.Generic.Dictionary`2+Enumerator")
    name = "System.Collections.Hashtable+HashtableEnumerator"
    return sequences.enumerator(entries_of(table), name)


def _collection_type(table: Hashtable, what: str) -> NetType:
    from msolemu.runtime.types.registry import declare

    if isinstance(table, GenericDictionary):
        name = f"System.Collections.Generic.Dictionary`2+{what}"
    elif isinstance(table, OrderedDictionary):
        name = "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection"
    else:
        name = f"System.Collections.Hashtable+{what}"
    kind = declare(name, OBJECT, interfaces=("System.Collections.ICollection", "System.Collections.IEnumerable"))
    if "count" not in kind.own.properties:
        typed_property(kind, "System.Int32", "Count", len)
        method(kind, "void CopyTo(array array, int index)")(_copy)
    return kind


def _copy(items: list[Value], target: list[Value], index: int) -> None:
    target[index : index + len(items)] = list(items)


def keys_of(table: Hashtable) -> KeyCollection:
    """The keys."""
    return KeyCollection(table.keys(), _collection_type(table, "KeyCollection"), table)


def values_of(table: Hashtable) -> KeyCollection:
    """The values."""
    return KeyCollection(table.values(), _collection_type(table, "ValueCollection"), table)


def _declare_table(kind: NetType, key: str, value: str) -> None:
    """What every dictionary has."""
    typed_property(kind, "System.Int32", "Count", len)
    typed_property(kind, "System.Collections.ICollection", "Keys", keys_of)
    typed_property(kind, "System.Collections.ICollection", "Values", values_of)
    method(kind, f"void Add({key} key, {value} value)")(add)
    method(kind, "void Clear()")(Hashtable.clear)
    method(kind, f"bool ContainsKey({key} key)")(Hashtable.__contains__)
    method(kind, f"bool ContainsValue({value} value)")(contains_value)
    method(kind, f"void set_Item({key} key, {value} value)")(set_item)
    method(kind, "System.Collections.IDictionaryEnumerator GetEnumerator()")(get_enumerator)


def declare_generic(kind: NetType) -> None:
    """What every dictionary with types for keys and values has."""
    _declare_table(kind, "TKey", "TValue")
    method(kind, "bool Remove(TKey key)")(remove_pair)
    method(kind, "TValue get_Item(TKey key)", "TValue Item(TKey key)")(get_strictly)
    method(kind, "bool Remove(TKey key, [ref] TValue value)")(take_out)
    method(kind, "bool TryGetValue(TKey key, [ref] TValue value)")(try_get_value)
    typed_property(kind, "System.Int32", "Capacity", len)
    method(kind, "int EnsureCapacity(int capacity)")(lambda table, capacity: max(capacity, len(table)))
    method(kind, "void TrimExcess()", "void TrimExcess(int capacity)")(lambda table, capacity=0: None)
    typed_property(kind, "System.Object", "Comparer", lambda table: table.rule)


def declare_plain(kind: NetType) -> None:
    """What every dictionary without such types has."""
    _declare_table(kind, "System.Object", "System.Object")
    method(kind, "bool Contains(System.Object key)")(Hashtable.__contains__)
    method(kind, "void Remove(System.Object key)")(remove)
    method(kind, "System.Object get_Item(System.Object key)", "System.Object Item(System.Object key)")(get_item)
    method(kind, "void CopyTo(array array, int arrayIndex)")(
        lambda table, target, index: _copy(entries_of(table), target, index)
    )
    for name in ("IsReadOnly", "IsFixedSize", "IsSynchronized"):
        typed_property(kind, "System.Boolean", name, lambda table: False)
    typed_property(kind, "System.Object", "SyncRoot", lambda table: table)


for _kind in PLAIN:
    declare_plain(_kind)
    method(_kind, "System.Object Clone()")(Hashtable.copy)


def take_out(table: GenericDictionary, key: Value, result: Reference) -> bool:
    """Remove a pair, whose value `value` then holds; whether there was one."""
    found = try_get_value(table, key, result)
    del table[key]
    return found


def try_get_value(table: GenericDictionary, key: Value, result: Reference) -> bool:
    """Whether there is a value under the key, which `value` then holds."""
    found = key in table
    result.value = table[key] if found else default_of(table.value_type)
    return found


for _kind in GENERIC:
    declare_generic(_kind)


@method(DICTIONARY, "bool TryAdd(TKey key, TValue value)")
def try_add(table: GenericDictionary, key: Value, value: Value) -> bool:
    """Add a pair unless the key is there."""
    if key in table:
        return False
    table[key] = value
    return True


@method(ORDERED, "void Insert(int index, System.Object key, System.Object value)")
def insert(table: OrderedDictionary, index: int, key: Value, value: Value) -> None:
    """Put a pair before another."""
    pairs = table.items()
    if not 0 <= index <= len(pairs):
        raise index_out_of_range()
    if key in table:
        raise argument_error(f"Item has already been added. Key in dictionary: '{key}'  Key being added: '{key}'")
    pairs.insert(index, (key, value))
    _refill(table, pairs)


@method(ORDERED, "void RemoveAt(int index)")
def remove_at(table: OrderedDictionary, index: int) -> None:
    """Remove the pair at an index."""
    pairs = table.items()
    if not 0 <= index < len(pairs):
        raise index_out_of_range()
    del pairs[index]
    _refill(table, pairs)


def _refill(table: OrderedDictionary, pairs: list[tuple[Value, Value]]) -> None:
    table.clear()
    for key, value in pairs:
        table[key] = value


@method(SORTED_LIST, "System.Object GetByIndex(int index)")
def get_by_index(table: SortedList, index: int) -> Value:
    """The value at an index."""
    values = table.values()
    if not 0 <= index < len(values):
        raise index_out_of_range()
    return values[index]


@method(SORTED_LIST, "System.Object GetKey(int index)")
def get_key(table: SortedList, index: int) -> Value:
    """The key at an index."""
    keys = table.keys()
    if not 0 <= index < len(keys):
        raise index_out_of_range()
    return keys[index]


@method(SORTED_LIST, "int IndexOfKey(System.Object key)")
@method(GENERIC_SORTED_LIST, "int IndexOfKey(TKey key)")
def index_of_key(table: Hashtable, key: Value) -> int:
    """The place of a key in the order, or -1."""
    return sequences.index_of(table.keys(), key)


@method(SORTED_LIST, "int IndexOfValue(System.Object value)")
@method(GENERIC_SORTED_LIST, "int IndexOfValue(TValue value)")
def index_of_value(table: Hashtable, value: Value) -> int:
    """The place of a value in the order, or -1."""
    return sequences.index_of(table.values(), value)


@static(HASHTABLE, "hashtable Synchronized(hashtable table)")
def synchronized(table: Hashtable) -> Hashtable:
    """The table itself: nothing here runs at the same time as a script."""
    return table


def items_of(source: Value) -> list[tuple[Value, Value]]:
    """The pairs of a dictionary that a constructor got; none of anything else."""
    return source.items() if isinstance(source, Hashtable) else []


@constructor(
    HASHTABLE,
    "hashtable()",
    "hashtable(int capacity)",
    "hashtable(System.Collections.IDictionary d)",
    "hashtable(System.Collections.IEqualityComparer equalityComparer)",
)
def new_hashtable(source: Value = None) -> Hashtable:
    """An empty table, or a copy; one made by its constructor tells text keys apart by case."""
    return CasedHashtable(items_of(source), source)


@constructor(
    ORDERED,
    "System.Collections.Specialized.OrderedDictionary()",
    "System.Collections.Specialized.OrderedDictionary(int capacity)",
    "System.Collections.Specialized.OrderedDictionary(System.Collections.IEqualityComparer comparer)",
)
def new_ordered(source: Value = None) -> OrderedDictionary:
    """An empty dictionary; one made by its constructor tells text keys apart by case."""
    return CasedOrderedDictionary(items_of(source), source)


@constructor(
    SORTED_LIST,
    "System.Collections.SortedList()",
    "System.Collections.SortedList(int capacity)",
    "System.Collections.SortedList(System.Collections.IDictionary d)",
)
def new_sorted_list(source: Value = None) -> SortedList:
    """An empty list, or the pairs of a dictionary."""
    return SortedList(items_of(source))


@constructor(
    DICTIONARY,
    "Dictionary[TKey,TValue]()",
    "Dictionary[TKey,TValue](int capacity)",
    "Dictionary[TKey,TValue](System.Collections.IEqualityComparer comparer)",
    "Dictionary[TKey,TValue](System.Collections.IDictionary dictionary)",
    "Dictionary[TKey,TValue](System.Collections.IDictionary dictionary, System.Collections.IEqualityComparer comparer)",
    generic=True,
)
def new_dictionary(kind: NetType, source: Value = None, rule: Any = None) -> GenericDictionary:
    """An empty dictionary, or the pairs of another."""
    if rule is None and hasattr(source, "fold") and not isinstance(source, Hashtable):
        rule = source
    return GenericDictionary(items_of(source), kind.arguments[0], kind.arguments[1], rule)


def _declare_sorted(definition: NetType) -> None:
    name = definition.name.partition("`")[0]

    @constructor(
        definition,
        f"{name}[TKey,TValue]()",
        f"{name}[TKey,TValue](System.Collections.IDictionary dictionary)",
        generic=True,
    )
    def new_sorted(kind: NetType, source: Value = None) -> SortedDictionary:
        """An empty dictionary, or the pairs of another."""
        return SortedDictionary(items_of(source), kind.arguments[0], kind.arguments[1], None, definition)


for _kind in (SORTED, GENERIC_SORTED_LIST):
    _declare_sorted(_kind)

typed_property(ENTRY, "System.Object", "Key", lambda entry: entry.key)
typed_property(ENTRY, "System.Object", "Value", lambda entry: entry.value)
ENTRY.declare_property("Name", lambda entry: entry.key, kind="AliasProperty")
typed_property(PAIR, "System.Object", "Key", lambda pair: pair.key)
typed_property(PAIR, "System.Object", "Value", lambda pair: pair.value)


@constructor(ENTRY, "System.Collections.DictionaryEntry(System.Object key, System.Object value)")
def new_entry(key: Value, value: Value) -> DictionaryEntry:
    """A pair."""
    return DictionaryEntry(key, value)


@constructor(PAIR, "KeyValuePair[TKey,TValue](TKey key, TValue value)", generic=True)
def new_pair(kind: NetType, key: Value, value: Value) -> KeyValuePair:
    """A pair."""
    return KeyValuePair(kind, key, value)


refused(ORDERED, "has no views of dictionaries that refuse changes", "AsReadOnly()")
for _kind in (HASHTABLE, *GENERIC):
    refused(_kind, "restores objects by Import-Clixml only", "OnDeserialization()", "GetObjectData()")

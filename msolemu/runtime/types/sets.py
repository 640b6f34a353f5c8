"""HashSet[T] and SortedSet[T]."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.types import sequences
from msolemu.runtime.types.arrays import default_of
from msolemu.runtime.types.declaring import constructor, method, refused, typed_property
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, generic_of, known_type
from msolemu.runtime.values.objects import Hashtable, TypedArray, Value, enumerate_value
from msolemu.runtime.values.references import Reference

HASH_SET = known_type("System.Collections.Generic.HashSet`1")
SORTED_SET = known_type("System.Collections.Generic.SortedSet`1")
OTHER = "System.Collections.Generic.IEnumerable[T] other"


class HashSet:
    """Elements that are there once; text counts by case unless a comparer says otherwise."""

    definition = HASH_SET
    __slots__ = ("element", "known", "rule")

    def __init__(self, items: Iterable[Value], element: NetType, rule: Any = None) -> None:
        self.element = element
        self.rule = rule
        self.known: dict[Value, Value] = {}
        for item in items:
            self.add(item)

    def __len__(self) -> int:
        return len(self.known)

    @property
    def net_type(self) -> NetType:
        """The closed type."""
        return generic_of(self.definition, (self.element,))

    def enumerate_values(self) -> Iterator[Value]:
        """The elements in the order in which they came."""
        return iter(list(self.known.values()))

    def fold(self, value: Value) -> Value:
        """What elements are compared by."""
        if isinstance(value, str):
            return value if self.rule is None else self.rule.fold(value)
        return Hashtable.fold(value)

    def add(self, value: Value) -> bool:
        """Add an element; whether it was new."""
        value = value if self.element is OBJECT else convert(value, self.element)
        folded = self.fold(value)
        if folded in self.known:
            return False
        self.known[folded] = value
        return True

    def remove(self, value: Value) -> bool:
        """Remove an element; whether it was there."""
        return self.known.pop(self.fold(value), self) is not self

    def has(self, value: Value) -> bool:
        """Whether an element is there."""
        return self.fold(value) in self.known

    def other(self, items: Value) -> HashSet:
        """Another collection as a set with the same rule."""
        return type(self)(enumerate_value(items), self.element, self.rule)


class SortedSet(HashSet):
    """Elements in their order."""

    definition = SORTED_SET
    __slots__ = ()

    def enumerate_values(self) -> Iterator[Value]:
        """The elements in their order."""
        order: Any = functools.cmp_to_key(sequences.natural_order)
        return iter(sorted(self.known.values(), key=order))


def _union(known: HashSet, other: Value) -> None:
    for item in enumerate_value(other):
        known.add(item)


def _except(known: HashSet, other: Value) -> None:
    for item in list(enumerate_value(other)):
        known.remove(item)


def _intersect(known: HashSet, other: Value) -> None:
    wanted = known.other(other).known
    known.known = {folded: item for folded, item in known.known.items() if folded in wanted}


def _symmetric_except(known: HashSet, other: Value) -> None:
    for folded, item in known.other(other).known.items():
        if folded in known.known:
            del known.known[folded]
        else:
            known.known[folded] = item


_CHANGES: dict[str, Callable[[HashSet, Value], None]] = {
    "UnionWith": _union,
    "ExceptWith": _except,
    "IntersectWith": _intersect,
    "SymmetricExceptWith": _symmetric_except,
}
_QUESTIONS: dict[str, Callable[[Any, Any], bool]] = {
    "SetEquals": lambda one, other: one == other,
    "IsSubsetOf": lambda one, other: one <= other,
    "IsProperSubsetOf": lambda one, other: one < other,
    "IsSupersetOf": lambda one, other: one >= other,
    "IsProperSupersetOf": lambda one, other: one > other,
    "Overlaps": lambda one, other: bool(one & other),
}


def _remove_where(known: HashSet, test: Value) -> int:
    gone = [folded for folded, item in known.known.items() if sequences.is_true(test, item)]
    for folded in gone:
        del known.known[folded]
    return len(gone)


def _found(known: HashSet, value: Value, result: Reference) -> bool:
    folded = known.fold(value)
    result.value = known.known.get(folded, default_of(known.element))
    return folded in known.known


def _to_array(known: HashSet) -> TypedArray:
    return TypedArray(known.enumerate_values(), known.element)


def _copy_to(known: HashSet | list[Value], target: list[Value], index: int = 0) -> None:
    target[index : index + len(known)] = list(enumerate_value(known))


def _declare(kind: NetType, cls: type[HashSet]) -> None:
    short = kind.name.partition("`")[0]
    typed_property(kind, "System.Int32", "Count", len)
    typed_property(kind, "System.Object", "Comparer", lambda known: known.rule)
    method(kind, "bool Add(T item)")(cls.add)
    method(kind, "bool Remove(T item)")(cls.remove)
    method(kind, "bool Contains(T item)")(cls.has)
    method(kind, "void Clear()")(lambda known: known.known.clear())
    method(kind, "bool TryGetValue(T equalValue, [ref] T actualValue)")(_found)
    method(kind, "int RemoveWhere(System.Predicate[T] match)")(_remove_where)
    method(kind, "void CopyTo(T[] array)", "void CopyTo(T[] array, int arrayIndex)")(_copy_to)
    method(kind, "void CopyTo(T[] array, int arrayIndex, int count)")(
        lambda known, target, index, count: _copy_to(list(known.enumerate_values())[:count], target, index)
    )
    method(kind, "T[] ToArray()")(_to_array)
    method(kind, "System.Collections.IEnumerator GetEnumerator()")(
        lambda known: sequences.enumerator(known.enumerate_values(), f"{kind.full_name}+Enumerator")
    )
    for name, change in _CHANGES.items():
        method(kind, f"void {name}({OTHER})")(change)
    for name, question in _QUESTIONS.items():
        method(kind, f"bool {name}({OTHER})")(
            lambda known, other, ask=question: ask(known.known.keys(), known.other(other).known.keys())
        )
    constructor(
        kind,
        f"{short}()",
        f"{short}(System.Collections.Generic.IEnumerable[T] collection)",
        f"{short}(System.Collections.IEqualityComparer comparer)",
        f"{short}(System.Collections.Generic.IEnumerable[T] collection, System.Collections.IEqualityComparer comparer)",
        generic=True,
    )(lambda closed, *given: _made(cls, closed, *given))


def _made(cls: type[HashSet], kind: NetType, source: Value = None, rule: Any = None) -> HashSet:
    if rule is None and hasattr(source, "fold") and not isinstance(source, HashSet | Hashtable):
        source, rule = None, source
    return cls(() if source is None else enumerate_value(source), kind.arguments[0], rule)


def _at_end(place: int) -> Callable[[Any], Value]:
    return lambda known: list(known.enumerate_values())[place] if len(known) else default_of(known.element)


def _between(known: SortedSet, low: Value, high: Value) -> HashSet:
    order = sequences.natural_order
    return known.other([item for item in known.enumerate_values() if order(low, item) <= 0 <= order(high, item)])


method(SORTED_SET, "System.Collections.Generic.SortedSet[T] GetViewBetween(T lowerValue, T upperValue)")(_between)
method(SORTED_SET, "System.Collections.Generic.IEnumerable[T] Reverse()")(
    lambda known: TypedArray(list(known.enumerate_values())[::-1], known.element)
)
method(HASH_SET, "int EnsureCapacity(int capacity)")(lambda known, capacity: max(capacity, len(known)))
method(HASH_SET, "void TrimExcess()", "void TrimExcess(int capacity)")(lambda known, capacity=0: None)
typed_property(HASH_SET, "System.Int32", "Capacity", len)
_declare(HASH_SET, HashSet)
_declare(SORTED_SET, SortedSet)
for _name, _place in (("Min", 0), ("Max", -1)):
    typed_property(
        SORTED_SET,
        "System.Object",
        _name,
        _at_end(_place),
    )
refused(HASH_SET, "compares elements by themselves only", "GetAlternateLookup()", "::CreateSetComparer()")

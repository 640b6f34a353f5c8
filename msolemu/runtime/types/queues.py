"""Queues and stacks, with and without an element type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.errors.net_errors import invalid_operation
from msolemu.runtime.types import sequences
from msolemu.runtime.types.arrays import default_of
from msolemu.runtime.types.declaring import constructor, method, static, typed_property
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, generic_of, known_type
from msolemu.runtime.values.objects import TypedArray, Value, enumerate_value
from msolemu.runtime.values.references import Reference

QUEUE = known_type("System.Collections.Queue")
STACK = known_type("System.Collections.Stack")
GENERIC_QUEUE = known_type("System.Collections.Generic.Queue`1")
GENERIC_STACK = known_type("System.Collections.Generic.Stack`1")


class Row:
    """Elements in the order in which they leave."""

    __slots__ = ("element", "items")
    definition: NetType
    plain: NetType
    name = ""

    def __init__(self, items: Iterable[Value] = (), element: NetType | None = None) -> None:
        self.items: list[Value] = []
        self.element = element
        for item in items:
            self.put(item)

    def __len__(self) -> int:
        return len(self.items)

    @property
    def net_type(self) -> NetType:
        """The closed type, or the one without an element type."""
        return self.plain if self.element is None else generic_of(self.definition, (self.element,))

    def enumerate_values(self) -> Iterator[Value]:
        """The elements in the order in which they leave."""
        return iter(self.items)

    def put(self, value: Value) -> None:
        """Add an element."""
        raise NotImplementedError

    def converted(self, value: Value) -> Value:
        """A value as an element."""
        return value if self.element is None else convert(value, self.element)

    def take(self) -> Value:
        """Remove the next element."""
        self.peek()
        return self.items.pop(0)

    def peek(self) -> Value:
        """The next element."""
        if not self.items:
            raise invalid_operation(f"{self.name} empty.")
        return self.items[0]


class Queue(Row):
    """First in, first out."""

    __slots__ = ()
    definition = GENERIC_QUEUE
    plain = QUEUE
    name = "Queue"

    def put(self, value: Value) -> None:
        """Add at the end."""
        self.items.append(self.converted(value))


class Stack(Row):
    """Last in, first out."""

    __slots__ = ()
    definition = GENERIC_STACK
    plain = STACK
    name = "Stack"

    def put(self, value: Value) -> None:
        """Add at the top."""
        self.items.insert(0, self.converted(value))


def _to_array(row: Row) -> list[Value]:
    kind = row.element or OBJECT
    return list(row.items) if kind is OBJECT else TypedArray(row.items, kind)


def _copy_to(row: Row, target: list[Value], index: int) -> None:
    target[index : index + len(row)] = row.items


def _try(row: Row, result: Reference, *, take: bool) -> bool:
    found = bool(row.items)
    result.value = (row.take() if take else row.peek()) if found else default_of(row.element or OBJECT)
    return found


def _declare(kind: NetType, cls: Any, put: str, take: str) -> None:
    item = "T" if "`" in kind.full_name else "System.Object"
    short = kind.name.partition("`")[0]
    typed_property(kind, "System.Int32", "Count", len)
    method(kind, f"void {put}({item} item)")(cls.put)
    method(kind, f"{item} {take}()")(cls.take)
    method(kind, f"{item} Peek()")(cls.peek)
    method(kind, "void Clear()")(lambda row: row.items.clear())
    method(kind, f"bool Contains({item} item)")(lambda row, value: sequences.index_of(row.items, value) >= 0)
    method(kind, f"{item}[] ToArray()")(_to_array)
    method(kind, f"void CopyTo({item}[] array, int arrayIndex)")(_copy_to)
    method(kind, "System.Collections.IEnumerator GetEnumerator()")(
        lambda row: sequences.enumerator(row.items, f"{kind.full_name}+Enumerator")
    )
    if item != "T":
        method(kind, "System.Object Clone()")(lambda row: _copied(cls, row))
        method(kind, "void TrimToSize()")(lambda row: None)
        typed_property(kind, "System.Boolean", "IsSynchronized", lambda row: False)
        typed_property(kind, "System.Object", "SyncRoot", lambda row: row)
        static(kind, f"{kind.full_name} Synchronized({kind.full_name} row)")(lambda row: row)
    else:
        typed_property(kind, "System.Int32", "Capacity", len)
        method(kind, "int EnsureCapacity(int capacity)")(lambda row, capacity: max(capacity, len(row)))
        method(kind, "void TrimExcess()", "void TrimExcess(int capacity)")(lambda row, capacity=0: None)
        method(kind, f"bool Try{take}([ref] T result)")(lambda row, result: _try(row, result, take=True))
        method(kind, "bool TryPeek([ref] T result)")(lambda row, result: _try(row, result, take=False))
    constructor(
        kind,
        f"{short}()",
        f"{short}(int capacity)",
        f"{short}(System.Collections.IEnumerable collection)",
        generic=True,
    )(lambda closed, source=None: _made(cls, closed, source))


def _copied(cls: Any, row: Row) -> Row:
    made: Row = cls((), row.element)
    made.items = list(row.items)
    return made


def _made(cls: Any, kind: NetType, source: Value) -> Row:
    items = () if source is None or type(source) is int else enumerate_value(source)
    made: Row = cls(items, kind.arguments[0] if kind.arguments else None)
    return made


for _kind in (QUEUE, GENERIC_QUEUE):
    _declare(_kind, Queue, "Enqueue", "Dequeue")
for _kind in (STACK, GENERIC_STACK):
    _declare(_kind, Stack, "Push", "Pop")

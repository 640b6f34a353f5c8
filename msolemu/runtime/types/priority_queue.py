"""System.Collections.Generic.PriorityQueue: the element with the least priority leaves first, ties as .NET has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.errors.net_errors import invalid_operation
from msolemu.runtime.types import sequences
from msolemu.runtime.types.arrays import default_of
from msolemu.runtime.types.declaring import constructor, method, typed_property
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.types.tuples import tuple_of
from msolemu.runtime.values.objects import Value, enumerate_value
from msolemu.runtime.values.references import Reference

QUEUE = known_type("System.Collections.Generic.PriorityQueue`2")
CHILDREN = 4
"""How many children a node of the heap has; the number decides in which order equal priorities leave."""


class PriorityQueue:
    """A heap of elements with their priorities."""

    __slots__ = ("comparer", "net_type", "nodes", "order")

    def __init__(self, kind: NetType, comparer: Value = None) -> None:
        self.net_type = kind
        self.comparer = comparer
        self.order = sequences.order_of(comparer)
        self.nodes: list[tuple[Value, Value]] = []

    def __len__(self) -> int:
        return len(self.nodes)

    def put(self, element: Value, priority: Value) -> None:
        """Add an element."""
        node = (convert(element, self.net_type.arguments[0]), convert(priority, self.net_type.arguments[1]))
        self.nodes.append(node)
        self._rise(node, len(self.nodes) - 1)

    def _rise(self, node: tuple[Value, Value], place: int) -> None:
        while place:
            above = (place - 1) // CHILDREN
            if self.order(node[1], self.nodes[above][1]) >= 0:
                break
            self.nodes[place] = self.nodes[above]
            place = above
        self.nodes[place] = node

    def peek(self) -> tuple[Value, Value]:
        """The next element with its priority."""
        if not self.nodes:
            raise invalid_operation("Queue empty.")
        return self.nodes[0]

    def take(self) -> tuple[Value, Value]:
        """Remove the next element."""
        found = self.peek()
        last = self.nodes.pop()
        if self.nodes:
            self._sink(last, 0)
        return found

    def _sink(self, node: tuple[Value, Value], place: int) -> None:
        while (first := place * CHILDREN + 1) < len(self.nodes):
            least = first
            for other in range(first + 1, min(first + CHILDREN, len(self.nodes))):
                if self.order(self.nodes[other][1], self.nodes[least][1]) < 0:
                    least = other
            if self.order(node[1], self.nodes[least][1]) <= 0:
                break
            self.nodes[place] = self.nodes[least]
            place = least
        self.nodes[place] = node

    def pairs(self) -> Iterator[Value]:
        """The elements with their priorities, in no promised order."""
        return (tuple_of("ValueTuple", element, priority) for element, priority in self.nodes)


@constructor(
    QUEUE,
    "PriorityQueue[TElement,TPriority]()",
    "PriorityQueue[TElement,TPriority](int initialCapacity)",
    "PriorityQueue[TElement,TPriority](System.Collections.IComparer comparer)",
    generic=True,
)
def new_queue(kind: NetType, given: Any = None) -> PriorityQueue:
    """An empty queue."""
    return PriorityQueue(kind, None if isinstance(given, int) else given)


typed_property(QUEUE, "System.Int32", "Count", len)
typed_property(QUEUE, "System.Object", "Comparer", lambda queue: queue.comparer)
typed_property(QUEUE, "System.Object", "UnorderedItems", lambda queue: list(queue.pairs()))
method(QUEUE, "void Enqueue(TKey element, TValue priority)")(PriorityQueue.put)
method(QUEUE, "TKey Dequeue()")(lambda queue: queue.take()[0])
method(QUEUE, "TKey Peek()")(lambda queue: queue.peek()[0])
method(QUEUE, "void Clear()")(lambda queue: queue.nodes.clear())
method(QUEUE, "int EnsureCapacity(int capacity)")(lambda queue, capacity: max(capacity, len(queue)))
method(QUEUE, "void TrimExcess()")(lambda queue: None)


@method(QUEUE, "TKey EnqueueDequeue(TKey element, TValue priority)")
def put_and_take(queue: PriorityQueue, element: Value, priority: Value) -> Value:
    """Add an element, then remove the next one."""
    queue.put(element, priority)
    return queue.take()[0]


@method(QUEUE, "void EnqueueRange(System.Collections.IEnumerable elements, TValue priority)")
def put_all(queue: PriorityQueue, elements: Value, priority: Value) -> None:
    """Add elements of one priority."""
    for element in enumerate_value(elements):
        queue.put(element, priority)


def _tried(queue: PriorityQueue, element: Reference, priority: Reference, *, take: bool) -> bool:
    found = bool(queue.nodes)
    pair = (queue.take() if take else queue.peek()) if found else tuple(map(default_of, queue.net_type.arguments))
    element.value, priority.value = pair
    return found


method(QUEUE, "bool TryDequeue([ref] TKey element, [ref] TValue priority)")(
    lambda queue, element, priority: _tried(queue, element, priority, take=True)
)
method(QUEUE, "bool TryPeek([ref] TKey element, [ref] TValue priority)")(
    lambda queue, element, priority: _tried(queue, element, priority, take=False)
)

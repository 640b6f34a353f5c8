"""LinkedList[T] and its nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msolemu.runtime.errors.net_errors import invalid_operation
from msolemu.runtime.types import sequences
from msolemu.runtime.types.declaring import constructor, method, typed_property
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import generic_of, known_type
from msolemu.runtime.values.objects import Value, enumerate_value

LIST = known_type("System.Collections.Generic.LinkedList`1")
NODE = known_type("System.Collections.Generic.LinkedListNode`1")
_NODE = "System.Collections.Generic.LinkedListNode[T]"


class LinkedNode:
    """One place of a linked list."""

    __slots__ = ("owner", "value")

    def __init__(self, value: Value, owner: LinkedList) -> None:
        self.value = value
        self.owner: LinkedList | None = owner

    @property
    def net_type(self) -> NetType:
        """The closed type."""
        assert self.owner is not None
        return generic_of(NODE, (self.owner.element,))

    def beside(self, step: int) -> LinkedNode | None:
        """The node before or after."""
        nodes = self.owner.nodes if self.owner is not None else []
        index = nodes.index(self) + step if self in nodes else -1
        return nodes[index] if 0 <= index < len(nodes) else None


class LinkedList:
    """Nodes in a row."""

    __slots__ = ("element", "nodes")

    def __init__(self, items: Iterable[Value], element: NetType) -> None:
        self.element = element
        self.nodes = [LinkedNode(item, self) for item in items]

    def __len__(self) -> int:
        return len(self.nodes)

    @property
    def net_type(self) -> NetType:
        """The closed type."""
        return generic_of(LIST, (self.element,))

    def enumerate_values(self) -> Iterator[Value]:
        """The values in their order."""
        return iter([node.value for node in self.nodes])

    def put(self, index: int, value: Value) -> LinkedNode:
        """Add a value at an index."""
        node = LinkedNode(value, self)
        self.nodes.insert(index, node)
        return node

    def find(self, value: Value) -> LinkedNode | None:
        """The first node of an equal value."""
        return next((node for node in self.nodes if sequences.same(node.value, value)), None)

    def drop(self, node: LinkedNode | None) -> bool:
        """Remove a node; whether there was one."""
        if node is None:
            return False
        self.nodes.remove(node)
        return True

    def end(self, index: int) -> LinkedNode:
        """The first or last node."""
        if not self.nodes:
            raise invalid_operation("The LinkedList is empty.")
        return self.nodes[index]


typed_property(LIST, "System.Int32", "Count", len)
typed_property(LIST, "System.Object", "First", lambda items: items.nodes[0] if items.nodes else None)
typed_property(LIST, "System.Object", "Last", lambda items: items.nodes[-1] if items.nodes else None)
typed_property(
    NODE, "System.Object", "Value", lambda node: node.value, lambda node, value: setattr(node, "value", value)
)
typed_property(NODE, "System.Object", "Next", lambda node: node.beside(1))
typed_property(NODE, "System.Object", "Previous", lambda node: node.beside(-1))
typed_property(NODE, "System.Object", "List", lambda node: node.owner)
method(LIST, f"{_NODE} AddFirst(T value)")(lambda items, value: items.put(0, value))
method(LIST, f"{_NODE} AddLast(T value)")(lambda items, value: items.put(len(items), value))
method(LIST, f"{_NODE} AddAfter({_NODE} node, T value)")(
    lambda items, node, value: items.put(items.nodes.index(node) + 1, value)
)
method(LIST, f"{_NODE} AddBefore({_NODE} node, T value)")(
    lambda items, node, value: items.put(items.nodes.index(node), value)
)
method(LIST, f"{_NODE} Find(T value)")(LinkedList.find)
method(LIST, "bool Contains(T value)")(lambda items, value: items.find(value) is not None)
method(LIST, "bool Remove(T value)")(lambda items, value: items.drop(items.find(value)))
method(LIST, f"void Remove({_NODE} node)")(LinkedList.drop)
method(LIST, "void RemoveFirst()")(lambda items: items.drop(items.end(0)))
method(LIST, "void RemoveLast()")(lambda items: items.drop(items.end(-1)))
method(LIST, "void Clear()")(lambda items: items.nodes.clear())


@constructor(
    LIST, "LinkedList[T]()", "LinkedList[T](System.Collections.Generic.IEnumerable[T] collection)", generic=True
)
def new_list(kind: NetType, source: Value = None) -> LinkedList:
    """An empty list, or the elements of a collection."""
    return LinkedList(() if source is None else enumerate_value(source), kind.arguments[0])

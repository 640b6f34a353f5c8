"""Enumerators: what `GetEnumerator()` gives. One can be piped, or moved by hand with MoveNext and Current."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msolemu.runtime.types.declaring import method, typed_property
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, declare
from msolemu.runtime.values.objects import Value

ENUMERATOR = declare("System.Collections.IEnumerator", OBJECT)


class Enumerator:
    """The elements of a collection, one after the other."""

    __slots__ = ("_items", "current", "iterator", "type_name")

    def __init__(self, items: Iterable[Value], type_name: str) -> None:
        self._items = items if type(items) is list else list(items)
        self.iterator = iter(self._items)
        self.current: Value = None
        self.type_name = type_name

    @property
    def net_type(self) -> NetType:
        """The type of the collection's own enumerator."""
        return declare(self.type_name, ENUMERATOR)

    def enumerate_values(self) -> Iterator[Value]:
        """What a pipeline takes: what is left."""
        return self.iterator

    def move(self) -> bool:
        """Go to the next element, if there is one."""
        for item in self.iterator:
            self.current = item
            return True
        return False

    def reset(self) -> None:
        """Go back before the first element."""
        self.iterator = iter(self._items)


method(ENUMERATOR, "bool MoveNext()")(lambda enumerator: enumerator.move())
method(ENUMERATOR, "void Reset()")(lambda enumerator: enumerator.reset())
method(ENUMERATOR, "void Dispose()")(lambda enumerator: None)
typed_property(ENUMERATOR, "System.Object", "Current", lambda enumerator: enumerator.current)
typed_property(ENUMERATOR, "System.Object", "Key", lambda enumerator: getattr(enumerator.current, "key", None))
typed_property(ENUMERATOR, "System.Object", "Value", lambda enumerator: getattr(enumerator.current, "value", None))
typed_property(ENUMERATOR, "System.Object", "Entry", lambda enumerator: enumerator.current)

"""Tuple and ValueTuple: a few values under the names Item1, Item2 and so on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msolemu.runtime.casting.conversion import net_text
from msolemu.runtime.errors.net_errors import argument_error
from msolemu.runtime.types import sequences
from msolemu.runtime.types.declaring import constructor, method, static, typed_property
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, generic_of, known_type, type_of
from msolemu.runtime.values.objects import Value

MOST = 7


class NetTuple:
    """The values, and the closed type that says what they are."""

    __slots__ = ("items", "kind")

    def __init__(self, kind: NetType, *items: Value) -> None:
        self.kind = kind
        self.items = list(items)

    @property
    def net_type(self) -> NetType:
        """The closed type."""
        return self.kind

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, NetTuple)
            and self.kind is other.kind
            and all(map(sequences.same, self.items, other.items))
        )

    def __hash__(self) -> int:
        return hash(str(self))

    def __str__(self) -> str:
        return f"({', '.join(map(net_text, self.items))})"

    def compare(self, other: Value) -> int:
        """The order of two tuples: that of the first items that differ."""
        if other is None:
            return 1
        if not isinstance(other, NetTuple) or other.kind is not self.kind:
            raise argument_error(f"Argument must be of type {self.kind.text}.", "other")
        return next(filter(None, map(sequences.natural_order, self.items, other.items)), 0)


def tuple_of(family: str, *items: Value) -> NetTuple:
    """A tuple of `Tuple` or `ValueTuple` whose type is that of its items."""
    arguments = tuple(OBJECT if item is None else type_of(item) for item in items)
    return NetTuple(generic_of(known_type(f"System.{family}`{len(items)}"), arguments), *items)


def _item(place: int) -> Callable[[NetTuple], Value]:
    return lambda held: held.items[place]


def _setter(place: int) -> Callable[[NetTuple, Value], None]:
    def put(held: NetTuple, value: Value) -> None:
        held.items[place] = value

    return put


def _declare(family: str, count: int) -> None:
    kind = known_type(f"System.{family}`{count}")
    listed = ", ".join(f"T{place} item{place}" for place in range(1, count + 1))
    name = f"System.{family}[{','.join(f'T{place}' for place in range(1, count + 1))}]"
    for place in range(count):
        write: Any = _setter(place) if family == "ValueTuple" else None
        typed_property(kind, "System.Object", f"Item{place + 1}", _item(place), write)
    typed_property(kind, "System.Int32", "Length", lambda held: len(held.items))
    constructor(kind, f"{name}({listed})", generic=True)(NetTuple)
    method(kind, "string ToString()")(str)
    method(kind, "bool Equals(System.Object obj)")(lambda held, other: held == other)
    method(kind, f"int CompareTo({name} other)")(NetTuple.compare)
    static(known_type(f"System.{family}"), f"{name} Create({listed})")(lambda *items: tuple_of(family, *items))


for _count in range(1, MOST + 1):
    _declare("Tuple", _count)
    _declare("ValueTuple", _count)

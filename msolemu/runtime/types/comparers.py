"""The comparers of collections: Comparer, CaseInsensitiveComparer, and the generic ones."""

from __future__ import annotations

from msolemu.runtime.types import sequences
from msolemu.runtime.types.comparisons import compare_texts
from msolemu.runtime.types.declaring import constants, constructor, method, static
from msolemu.runtime.types.net_type import NetType, Property
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import Value

COMPARER, IGNORING = (known_type(f"System.Collections.{name}") for name in ("Comparer", "CaseInsensitiveComparer"))
GENERIC, EQUALITY = (known_type(f"System.Collections.Generic.{name}`1") for name in ("Comparer", "EqualityComparer"))


class Comparer:
    """An order of values: their own, or a script block's."""

    __slots__ = ("block", "net_type")

    def __init__(self, kind: NetType, block: Value = None) -> None:
        self.net_type = kind
        self.block = block

    def compare(self, one: Value, other: Value) -> int:
        """Below zero, zero or above."""
        if self.net_type is IGNORING and isinstance(one, str) and isinstance(other, str):
            return compare_texts(one, other, ignore_case=True)
        return sequences.order_of(self.block)(one, other)


for _kind in (COMPARER, IGNORING, GENERIC):
    _item = "T" if _kind is GENERIC else "System.Object"
    method(_kind, f"int Compare({_item} x, {_item} y)")(Comparer.compare)
for _kind in (COMPARER, IGNORING):
    constructor(_kind, f"{_kind.full_name}()", f"{_kind.full_name}(cultureinfo culture)")(
        lambda culture=None, kind=_kind: Comparer(kind)
    )
    constants(_kind, Default=Comparer(_kind), DefaultInvariant=Comparer(_kind))
for _kind in (GENERIC, EQUALITY):
    _kind.own.statics["default"] = Property("Default", Comparer)


@static(GENERIC, "System.Collections.Generic.Comparer[T] Create(System.Comparison[T] comparison)")
def create(block: Value) -> Comparer:
    """The order that a script block means."""
    return Comparer(GENERIC, block)


@method(EQUALITY, "bool Equals(T x, T y)")
def equals(comparer: Comparer, one: Value, other: Value) -> bool:
    """Whether two values are equal."""
    return sequences.same(one, other)


@method(EQUALITY, "int GetHashCode(T obj)")
def hash_code(comparer: Comparer, value: Value) -> Value:
    """A number that equal values share."""
    from msolemu.runtime.values.members import invoke_method

    return invoke_method(value, "GetHashCode", [])

"""What arrays and lists have in common: looking for elements, copying, sorting."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any

from msolemu.runtime.errors.net_errors import NetError, invalid_operation
from msolemu.runtime.types.comparisons import compare_texts
from msolemu.runtime.types.registry import type_of
from msolemu.runtime.values.objects import Value, unwrap

Order = Callable[[Value, Value], int]


def same(one: Value, other: Value) -> bool:
    """Whether two elements are equal as `Object.Equals` sees it: same type, same content."""
    one, other = unwrap(one), unwrap(other)
    if one is other:
        return True
    if type(one) is not type(other) or isinstance(one, list):
        return False
    return bool(one == other)


def index_of(items: list[Value], value: Value, start: int = 0, end: int | None = None) -> int:
    """The index of the first equal element, or -1."""
    for position in range(start, len(items) if end is None else end):
        if same(items[position], value):
            return position
    return -1


def last_index_of(items: list[Value], value: Value) -> int:
    """The index of the last equal element, or -1."""
    for position in range(len(items) - 1, -1, -1):
        if same(items[position], value):
            return position
    return -1


def natural_order(one: Value, other: Value) -> int:
    """The order that elements have of themselves (IComparable); null comes first."""
    one, other = unwrap(one), unwrap(other)
    if one is None or other is None:
        return (one is not None) - (other is not None)
    if isinstance(one, str) and isinstance(other, str):
        return compare_texts(one, other)
    if type(one) is type(other) and hasattr(type(one), "__lt__"):
        try:
            return int(one > other) - int(one < other)
        except TypeError:
            pass
    method = type_of(one).method("compareto")
    if method is None:
        raise invalid_operation("Failed to compare two elements in the array.")
    from msolemu.runtime.values.members import invoke_method

    return int(invoke_method(one, "CompareTo", [other]))


def order_of(comparer: Value) -> Order:
    """The order that a comparer means: a script block with two parameters, a comparer object, or none."""
    if comparer is None:
        return natural_order
    compare: Any = getattr(comparer, "compare", None)
    if compare is not None:
        return compare  # type: ignore[no-any-return]
    return lambda one, other: int(called(comparer, one, other))


def called(block: Value, *arguments: Value) -> Value:
    """What a delegate gives, which for a script is a script block."""
    output = block.invoke(list(arguments))
    return output[-1] if output else None


def is_true(block: Value, *arguments: Value) -> bool:
    """Whether a predicate holds."""
    from msolemu.runtime.casting.conversion import to_bool

    return to_bool(called(block, *arguments))


def sort(items: list[Value], comparer: Value = None) -> None:
    """Sort in place."""
    key: Any = functools.cmp_to_key(order_of(comparer))
    items.sort(key=key)


def binary_search(items: list[Value], value: Value, comparer: Value = None) -> int:
    """The index of an equal element, else the complement of where it would stand."""
    order = order_of(comparer)
    low, high = 0, len(items) - 1
    while low <= high:
        middle = (low + high) // 2
        found = order(items[middle], value)
        if not found:
            return middle
        low, high = (middle + 1, high) if found < 0 else (low, middle - 1)
    return ~low


def fixed_size() -> NetError:
    """The error for adding to an array or removing from it."""
    return NetError("System.NotSupportedException", "Collection was of a fixed size.")


def enumerator(items: Iterable[Value], name: str) -> Value:
    """The elements one after the other."""
    from msolemu.runtime.types.enumerators import Enumerator

    return Enumerator(items, name)

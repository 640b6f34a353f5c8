"""What arrays and lists have in common: looking for elements, copying, sorting."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msolemu.runtime.errors.net_errors import (
    NetError,
    argument_error,
    bad_count,
    index_out_of_range,
    invalid_operation,
    out_of_range,
)
from msolemu.runtime.operations.introspective_sort import sorted_places
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


def places(size: int, start: int, count: int | None = None, parameter: str = "startIndex") -> range:
    """The places from `start` on, `count` of them or all; raises ArgumentOutOfRangeException."""
    if not 0 <= start <= size:
        raise index_out_of_range(parameter, inclusive=True)
    if count is not None and not 0 <= count <= size - start:
        raise bad_count()
    return range(start, size if count is None else start + count)


def places_back(size: int, start: int | None = None, count: int | None = None) -> range:
    """The places from `start`, or the end, down, `count` of them or all; raises ArgumentOutOfRangeException."""
    if start is None or not size:
        return range(size - 1, -1, -1)
    if not 0 <= start < size:
        raise index_out_of_range("startIndex")
    if count is not None and not 0 <= count <= start + 1:
        raise bad_count()
    return range(start, -1 if count is None else start - count, -1)


def index_of(items: Sequence[Value], value: Value, start: int = 0, count: int | None = None) -> int:
    """The index of the first equal element, or -1."""
    return next((place for place in places(len(items), start, count) if same(items[place], value)), -1)


def last_index_of(items: Sequence[Value], value: Value, start: int | None = None, count: int | None = None) -> int:
    """The index of the last equal element, or -1."""
    return next((place for place in places_back(len(items), start, count) if same(items[place], value)), -1)


def find_index(items: Sequence[Value], test: Value, start: int = 0, count: int | None = None) -> int:
    """The index of the first element that meets a predicate, or -1."""
    return next((place for place in places(len(items), start, count) if is_true(test, items[place])), -1)


def find_last_index(items: Sequence[Value], test: Value, start: int | None = None, count: int | None = None) -> int:
    """The index of the last element that meets a predicate, or -1."""
    return next((place for place in places_back(len(items), start, count) if is_true(test, items[place])), -1)


def part(size: int, start: int, length: int, parameter: str = "count") -> slice:
    """The places of a run of elements; raises ArgumentOutOfRangeException, and ArgumentException past the end."""
    if start < 0 or length < 0:
        raise out_of_range("Non-negative number required.", "index" if start < 0 else parameter)
    if start + length > size:
        raise argument_error(
            "Offset and length were out of bounds for the array or count is greater than the number of elements from "
            "index to the end of the source collection."
        )
    return slice(start, start + length)


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
    """What a delegate gives, which for a script is a script block or a method."""
    from msolemu.runtime.types.extended_members import MethodGroup

    output = block.invoke(list(arguments))
    if isinstance(block, MethodGroup):
        return output
    return output[-1] if output else None


def is_true(block: Value, *arguments: Value) -> bool:
    """Whether a predicate holds."""
    from msolemu.runtime.casting.conversion import to_bool

    return to_bool(called(block, *arguments))


def sort(items: list[Value], comparer: Value = None, companions: list[Value] | None = None) -> None:
    """Sort in place as .NET does, equal elements in its order; `companions` change places with their elements."""
    if comparer is None and companions is None and set(map(type, items)) == {int}:
        items.sort()
        return
    key = functools.cmp_to_key(order_of(comparer))
    order = sorted_places([key(item) for item in items])
    for target in (items,) if companions is None else (items, companions):
        target[: len(order)] = [target[place] for place in order]


def sort_part(items: list[Value], start: int, length: int, comparer: Value = None) -> None:
    """Sort a run of elements in place."""
    run = part(len(items), start, length)
    sorted_run = items[run]
    sort(sorted_run, comparer)
    items[run] = sorted_run


def binary_search(items: Sequence[Value], value: Value, comparer: Value = None, start: int = 0, end: int = -1) -> int:
    """The index of an equal element between two places, else the complement of where it would stand."""
    order = order_of(comparer)
    low, high = start, (len(items) if end < 0 else end) - 1
    while low <= high:
        middle = (low + high) // 2
        found = order(items[middle], value)
        if not found:
            return middle
        low, high = (middle + 1, high) if found < 0 else (low, middle - 1)
    return ~low


def binary_search_part(items: Sequence[Value], start: int, length: int, value: Value, comparer: Value = None) -> int:
    """`binary_search` in a run of elements."""
    run = part(len(items), start, length)
    return binary_search(items, value, comparer, run.start, run.stop)


def fixed_size() -> NetError:
    """The error for adding to an array or removing from it."""
    return NetError("System.NotSupportedException", "Collection was of a fixed size.")


def enumerator(items: Iterable[Value], name: str) -> Value:
    """The elements one after the other."""
    from msolemu.runtime.types.enumerators import Enumerator

    return Enumerator(items, name)

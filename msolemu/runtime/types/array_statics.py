"""The static members of System.Array."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from msolemu.runtime.errors.net_errors import NetError, argument_error
from msolemu.runtime.types import sequences
from msolemu.runtime.types.arrays import as_element, copy_part, default_of, filled, made_like
from msolemu.runtime.types.declaring import constants, static
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import ARRAY, OBJECT
from msolemu.runtime.values.objects import TypedArray, Value

COMPARER = "System.Collections.IComparer comparer"
PARTS = "array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length"
PREDICATE = "System.Predicate[object] match"

constants(ARRAY, MaxLength=0x7FFFFFC7)


@static(ARRAY, "void Copy(array sourceArray, array destinationArray, int length)")
def copy(source: list[Value], target: list[Value], length: int) -> None:
    """Copy the first elements."""
    copy_part(source, 0, target, 0, length)


@static(
    ARRAY,
    f"void Copy({PARTS})",
    f"void ConstrainedCopy({PARTS})",
)
def copy_run(source: list[Value], start: int, target: list[Value], at: int, length: int) -> None:
    """Copy a part of one array into another."""
    copy_part(source, start, target, at, length)


@static(ARRAY, "void Reverse(array array)", "void Reverse(array array, int index, int length)")
def reverse(array: list[Value], start: int = 0, length: int | None = None) -> None:
    """Turn the order round."""
    run = sequences.part(len(array), start, len(array) if length is None else length, "length")
    array[run] = array[run][::-1]


@static(
    ARRAY,
    "void Sort(array array)",
    f"void Sort(array array, {COMPARER})",
    "void Sort(array array, System.Comparison[object] comparison)",
)
def sort(array: list[Value], comparer: Value = None) -> None:
    """Sort in place."""
    sequences.sort(array, comparer)


@static(ARRAY, "void Sort(array keys, array items)", f"void Sort(array keys, array items, {COMPARER})")
def sort_with(keys: list[Value], items: list[Value], comparer: Value = None) -> None:
    """Sort keys in place, and the items beside them."""
    if items is not None and len(items) < len(keys):
        sequences.part(0, 0, 1)
    sequences.sort(keys, comparer, items)


@static(
    ARRAY,
    "void Sort(array array, int index, int length)",
    f"void Sort(array array, int index, int length, {COMPARER})",
)
def sort_part(array: list[Value], start: int, length: int, comparer: Value = None) -> None:
    """Sort a part in place."""
    sequences.sort_part(array, start, length, comparer)


@static(
    ARRAY,
    "int IndexOf(array array, System.Object value)",
    "int IndexOf(array array, System.Object value, int startIndex)",
    "int IndexOf(array array, System.Object value, int startIndex, int count)",
)
def index_of(array: list[Value], value: Value, start: int = 0, count: int | None = None) -> int:
    """The index of the first equal element, or -1."""
    return sequences.index_of(array, as_element(array, value), start, count)


@static(
    ARRAY,
    "int LastIndexOf(array array, System.Object value)",
    "int LastIndexOf(array array, System.Object value, int startIndex)",
    "int LastIndexOf(array array, System.Object value, int startIndex, int count)",
)
def last_index_of(array: list[Value], value: Value, start: int | None = None, count: int | None = None) -> int:
    """The index of the last equal element, or -1."""
    return sequences.last_index_of(array, as_element(array, value), start, count)


@static(
    ARRAY,
    "int BinarySearch(array array, System.Object value)",
    f"int BinarySearch(array array, System.Object value, {COMPARER})",
)
def binary_search(array: list[Value], value: Value, comparer: Value = None) -> int:
    """The index in a sorted array, or the complement of where the value would stand."""
    return sequences.binary_search(array, value, comparer)


@static(
    ARRAY,
    "int BinarySearch(array array, int index, int length, System.Object value)",
    f"int BinarySearch(array array, int index, int length, System.Object value, {COMPARER})",
)
def binary_search_part(array: list[Value], start: int, length: int, value: Value, comparer: Value = None) -> int:
    """`BinarySearch` in a part of the array."""
    return sequences.binary_search_part(array, start, length, value, comparer)


@static(ARRAY, "void Clear(array array)", "void Clear(array array, int index, int length)")
def clear(array: list[Value], start: int = 0, length: int | None = None) -> None:
    """Set elements to their type's default."""
    count = len(array) if length is None else length
    if not 0 <= start <= start + count <= len(array):
        raise NetError("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
    array[start : start + count] = [default_of(getattr(array, "element", OBJECT))] * count


@static(
    ARRAY,
    "array CreateInstance(type elementType, int length)",
    "array CreateInstance(type elementType, Params int[] lengths)",
)
def create_instance(element: NetType, lengths: Value) -> Value:
    """A new array."""
    given = lengths if isinstance(lengths, list) else [lengths]
    if not given:
        raise argument_error("Must provide at least one rank.", "lengths")
    return filled(element, given)


@static(ARRAY, f"bool Exists(array array, {PREDICATE})")
def exists(array: Sequence[Value], test: Value) -> bool:
    """Whether an element meets the predicate."""
    return sequences.find_index(array, test) >= 0


@static(ARRAY, f"System.Object Find(array array, {PREDICATE})")
def find(array: Sequence[Value], test: Value) -> Value:
    """The first element that meets the predicate."""
    place = sequences.find_index(array, test)
    return None if place < 0 else array[place]


@static(ARRAY, f"System.Object[] FindAll(array array, {PREDICATE})")
def find_all(array: list[Value], test: Value) -> list[Value]:
    """The elements that meet the predicate."""
    return made_like(array, [item for item in array if sequences.is_true(test, item)])


@static(ARRAY, f"int FindIndex(array array, {PREDICATE})")
def find_index(array: Sequence[Value], test: Value) -> int:
    """The index of the first element that meets the predicate, or -1."""
    return sequences.find_index(array, test)


@static(
    ARRAY,
    f"int FindIndex(array array, int startIndex, {PREDICATE})",
    f"int FindIndex(array array, int startIndex, int count, {PREDICATE})",
)
def find_index_in(array: Sequence[Value], start: int, *rest: Value) -> int:
    """The index of the first element of a part that meets the predicate, or -1."""
    *count, test = rest
    return sequences.find_index(array, test, start, *count)


@static(ARRAY, f"System.Object FindLast(array array, {PREDICATE})")
def find_last(array: Sequence[Value], test: Value) -> Value:
    """The last element that meets the predicate."""
    place = sequences.find_last_index(array, test)
    return None if place < 0 else array[place]


@static(ARRAY, f"int FindLastIndex(array array, {PREDICATE})")
def find_last_index(array: Sequence[Value], test: Value) -> int:
    """The index of the last element that meets the predicate, or -1."""
    return sequences.find_last_index(array, test)


@static(
    ARRAY,
    f"int FindLastIndex(array array, int startIndex, {PREDICATE})",
    f"int FindLastIndex(array array, int startIndex, int count, {PREDICATE})",
)
def find_last_index_in(array: Sequence[Value], start: int, *rest: Value) -> int:
    """The index of the last element of a part that meets the predicate, or -1."""
    *count, test = rest
    return sequences.find_last_index(array, test, start, *count)


@static(
    ARRAY,
    "void Fill(array array, System.Object value)",
    "void Fill(array array, System.Object value, int startIndex, int count)",
)
def fill(array: list[Value], value: Value, start: int = 0, count: int | None = None) -> None:
    """Put one value into every place, or into a part of them."""
    run = sequences.places(len(array), start, count)
    array[run.start : run.stop] = [as_element(array, value)] * len(run)


@static(ARRAY, f"bool TrueForAll(array array, {PREDICATE})")
def true_for_all(array: Sequence[Value], test: Value) -> bool:
    """Whether every element meets the predicate."""
    return all(sequences.is_true(test, item) for item in array)


@static(ARRAY, "void ForEach(array array, System.Action[object] action)")
def for_each(array: Sequence[Value], action: Value) -> None:
    """Run the action for each element."""
    for item in array:
        sequences.called(action, item)


@static(ARRAY, "System.Object[] ConvertAll(array array, System.Converter[object,object] converter)")
def convert_all(array: Sequence[Value], converter: Value) -> list[Value]:
    """What the converter makes of each element."""
    return [sequences.called(converter, item) for item in array]


@static(ARRAY, "T[] Empty[T]()")
def empty(kind: NetType) -> list[Value]:
    """An array without elements."""
    return [] if kind is OBJECT else TypedArray([], kind)


@static(ARRAY, "System.Collections.ObjectModel.ReadOnlyCollection[object] AsReadOnly(array array)")
def as_read_only(array: Sequence[Value]) -> Value:
    """The elements in a collection that refuses changes."""
    from msolemu.runtime.types.lists import ReadOnlyCollection

    return ReadOnlyCollection(array, getattr(array, "element", OBJECT))


@static(ARRAY, "void Resize([ref] array array, int newSize)")
def resize(array: Value, size: int) -> None:
    """Replace the array by a longer or shorter one."""
    held = array.value or []
    default = default_of(getattr(held, "element", OBJECT))
    array.value = made_like(held, list(itertools.islice(itertools.chain(held, itertools.repeat(default)), size)))

"""System.Array: arrays of one dimension and of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.errors.net_errors import (
    NetError,
    argument_error,
    no_overload,
    null_argument,
    out_of_range,
    overflow,
)
from msolemu.runtime.types import sequences
from msolemu.runtime.types.declaring import method, typed_property
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import ARRAY, BOOLEAN, CHAR, INT, OBJECT, array_of, type_of
from msolemu.runtime.values.enumerations import enumeration_of, value_of
from msolemu.runtime.values.objects import NUMBER_TYPES, Int64, TypedArray, Value, unwrap

OUTSIDE = "Index was outside the bounds of the array."


class MultiArray:
    """An array of several dimensions, its elements in row order."""

    __slots__ = ("element", "items", "lengths")

    def __init__(self, element: NetType, lengths: Sequence[int], items: list[Value]) -> None:
        self.element = element
        self.lengths = tuple(lengths)
        self.items = items

    def __len__(self) -> int:
        return len(self.items)

    @property
    def rank(self) -> int:
        """How many dimensions it has."""
        return len(self.lengths)

    @property
    def net_type(self) -> NetType:
        """Its type."""
        return array_of(self.element, self.rank)

    def enumerate_values(self) -> Iterator[Value]:
        """The elements in row order."""
        return iter(self.items)

    def _place(self, at: Sequence[int]) -> int:
        if len(at) != self.rank:
            raise argument_error("Array was not a multi-dimensional array." if len(at) == 1 else "Wrong rank.")
        place = 0
        for index, length in zip(at, self.lengths, strict=True):
            if not 0 <= index < length:
                raise NetError("System.IndexOutOfRangeException", OUTSIDE)
            place = place * length + index
        return place

    def element_at(self, at: Sequence[int]) -> Value:
        """The element at these indexes."""
        return self.items[self._place(at)]

    def set_element(self, at: Sequence[int], value: Value) -> None:
        """Set the element at these indexes."""
        self.items[self._place(at)] = convert(value, self.element)

    def copy(self) -> MultiArray:
        """A copy."""
        return MultiArray(self.element, self.lengths, list(self.items))


def new_array(kind: NetType, arguments: Sequence[Value]) -> Value:
    """`[int[]]::new(3)`: an array of zeros or nulls."""
    element = kind.element
    assert element is not None
    if len(arguments) != kind.rank:
        raise no_overload("new", len(arguments))
    lengths = [convert(unwrap(length), INT) for length in arguments]
    return filled(element, lengths)


def filled(element: NetType, lengths: Sequence[int]) -> Value:
    """An array of these lengths whose elements are the type's default."""
    if any(length < 0 for length in lengths):
        raise overflow("Arithmetic operation resulted in an overflow.")
    default = default_of(element)
    if len(lengths) > 1:
        count = 1
        for length in lengths:
            count *= length
        return MultiArray(element, lengths, [default] * count)
    items = [default] * lengths[0]
    return items if element is OBJECT else TypedArray(items, element)


def default_of(kind: NetType) -> Value:
    """What a variable of a type holds at first: zero, or null."""
    if not kind.is_value:
        return None
    if kind.is_enum:
        return value_of(enumeration_of(kind), 0)
    if kind.python in NUMBER_TYPES or kind in (BOOLEAN, CHAR):
        return convert(None, kind)
    from msolemu.runtime.casting.object_casts import default_of as default_of_structure

    kind.load()
    return default_of_structure(kind)


def made_like(source: list[Value], items: list[Value]) -> list[Value]:
    """An array of the source's element type."""
    return TypedArray(items, source.element) if isinstance(source, TypedArray) else items


for _name in ("Length", "Count"):
    typed_property(ARRAY, "System.Int32", _name, len)
typed_property(ARRAY, "System.Int64", "LongLength", lambda array: Int64(len(array)))
typed_property(ARRAY, "System.Int32", "Rank", lambda array: getattr(array, "rank", 1))
typed_property(ARRAY, "System.Boolean", "IsFixedSize", lambda array: True)
typed_property(ARRAY, "System.Boolean", "IsReadOnly", lambda array: False)
typed_property(ARRAY, "System.Boolean", "IsSynchronized", lambda array: False)
typed_property(ARRAY, "System.Object", "SyncRoot", lambda array: array)


@method(ARRAY, "System.Object Clone()")
def clone(array: Value) -> Value:
    """A copy of the array."""
    return array.copy() if isinstance(array, MultiArray) else made_like(array, list(array))


@method(ARRAY, "System.Collections.IEnumerator GetEnumerator()")
def get_enumerator(array: Value) -> Value:
    """The elements one after the other."""
    items = array.items if isinstance(array, MultiArray) else array
    return sequences.enumerator(items, "System.ArrayEnumerator")


@method(ARRAY, "bool Contains(System.Object value)")
def contains(array: list[Value], value: Value) -> bool:
    """Whether an element equals the value."""
    return sequences.index_of(array, value) >= 0


@method(ARRAY, "int IndexOf(System.Object value)")
def index_of(array: list[Value], value: Value) -> int:
    """The index of the first equal element, or -1."""
    return sequences.index_of(array, value)


@method(ARRAY, "int Add(System.Object value)", "void Remove(System.Object value)", "void RemoveAt(int index)")
@method(ARRAY, "void Insert(int index, System.Object value)")
def refuse(array: Value, *given: Value) -> None:
    """An array neither grows nor shrinks."""
    raise sequences.fixed_size()


@method(ARRAY, "void Clear()")
def clear(array: list[Value]) -> None:
    """Set every element to its type's default."""
    array[:] = [default_of(getattr(array, "element", OBJECT))] * len(array)


def _indexes(array: Value, at: Value) -> list[int]:
    indexes = at if isinstance(at, list) else [at]
    if len(indexes) != (len(array.lengths) if isinstance(array, MultiArray) else 1):
        raise argument_error("Indices length does not match the array rank.")
    return indexes


@method(ARRAY, "System.Object GetValue(int index)", "System.Object GetValue(Params int[] indices)")
@method(ARRAY, "System.Object Get(int index)", "System.Object Get(Params int[] indices)")
def get_value(array: Value, at: Value) -> Value:
    """The element at an index."""
    indexes = _indexes(array, at)
    if isinstance(array, MultiArray):
        return array.element_at(indexes)
    if not 0 <= indexes[0] < len(array):
        raise NetError("System.IndexOutOfRangeException", OUTSIDE)
    return array[indexes[0]]


@method(ARRAY, "void SetValue(System.Object value, int index)")
@method(ARRAY, "void SetValue(System.Object value, Params int[] indices)")
def set_value(array: Value, value: Value, at: Value) -> None:
    """Set the element at an index."""
    indexes = _indexes(array, at)
    if isinstance(array, MultiArray):
        array.set_element(indexes, value)
        return
    if not 0 <= indexes[0] < len(array):
        raise NetError("System.IndexOutOfRangeException", OUTSIDE)
    array[indexes[0]] = convert(value, getattr(array, "element", OBJECT))


@method(ARRAY, "int GetLength(int dimension)")
def get_length(array: Value, dimension: int) -> int:
    """How long a dimension is."""
    lengths = array.lengths if isinstance(array, MultiArray) else (len(array),)
    if not 0 <= dimension < len(lengths):
        raise NetError("System.IndexOutOfRangeException", OUTSIDE)
    return lengths[dimension]


@method(ARRAY, "long GetLongLength(int dimension)")
def get_long_length(array: Value, dimension: int) -> Int64:
    """How long a dimension is, as a long."""
    return Int64(get_length(array, dimension))


@method(ARRAY, "void Initialize()")
def initialize(array: Value) -> None:
    """Leave the elements as they are: those of a script have nothing to be set up with."""


@method(ARRAY, "int GetUpperBound(int dimension)")
def get_upper_bound(array: Value, dimension: int) -> int:
    """The last index of a dimension."""
    return get_length(array, dimension) - 1


@method(ARRAY, "int GetLowerBound(int dimension)")
def get_lower_bound(array: Value, dimension: int) -> int:
    """Arrays begin at 0."""
    return get_length(array, dimension) * 0


@method(ARRAY, "void CopyTo(array array, int index)")
def copy_to(array: list[Value], target: list[Value], index: int) -> None:
    """Copy the elements into another array."""
    copy_part(array, 0, target, index, len(array))


def copy_part(source: list[Value], start: int, target: list[Value], at: int, length: int) -> None:
    """Copy a part of one array into another."""
    if source is None or target is None:
        raise null_argument("sourceArray" if source is None else "destinationArray")
    if min(start, at, length) < 0:
        raise out_of_range("Non-negative number required.", "length")
    if start + length > len(source):
        raise argument_error(
            "Source array was not long enough. Check the source index, length, and the array's lower bounds.",
            "sourceArray",
        )
    if at + length > len(target):
        raise argument_error(
            "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.",
            "destinationArray",
        )
    element = getattr(target, "element", OBJECT)
    target[at : at + length] = [convert(item, element) for item in source[start : start + length]]


def as_element(array: list[Value], value: Value) -> Value:
    """A value as an element of the array."""
    element = getattr(array, "element", OBJECT)
    return value if element is OBJECT or value is None or type_of(value) is element else convert(value, element)

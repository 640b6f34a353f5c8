"""BitArray, and Buffer's copies of bytes."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Sequence

from msolemu.runtime.errors.net_errors import argument_error, null_argument, out_of_range
from msolemu.runtime.types.declaring import constructor, method, static, typed_property
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Byte, TypedArray, Value

BITS = known_type("System.Collections.BitArray")
BUFFER = known_type("System.Buffer")
_BITS = "System.Collections.BitArray"
WIDTHS = {
    **dict.fromkeys(("Byte", "SByte", "Boolean"), 1),
    **dict.fromkeys(("Char", "Int16", "UInt16"), 2),
    **dict.fromkeys(("Int32", "UInt32", "Single"), 4),
    **dict.fromkeys(("Int64", "UInt64", "Double"), 8),
}


class BitArray:
    """Truth values in a row."""

    __slots__ = ("bits",)

    def __init__(self, bits: Sequence[bool]) -> None:
        self.bits = list(bits)

    def __len__(self) -> int:
        return len(self.bits)

    def enumerate_values(self) -> Iterator[Value]:
        """The bits in their order."""
        return iter(list(self.bits))

    def element_at(self, at: Sequence[int]) -> bool:
        """The bit at an index."""
        return self.bits[self._checked(at[0])]

    def set_element(self, at: Sequence[int], value: Value) -> None:
        """Set the bit at an index."""
        self.bits[self._checked(at[0])] = bool(value)

    def _checked(self, index: int) -> int:
        if not 0 <= index < len(self.bits):
            raise out_of_range(
                "Index was out of range. Must be non-negative and less than the size of the collection.", "index"
            )
        return index

    def resize(self, length: int) -> None:
        """Cut the end off, or add false."""
        self.bits = (self.bits + [False] * length)[:length]

    def combine(self, other: BitArray, rule: Callable[[bool, bool], bool]) -> BitArray:
        """Change each bit by the other's at its place; gives the array itself."""
        if other is None:
            raise null_argument("value")
        if len(other) != len(self):
            raise argument_error("Array lengths must be the same.")
        self.bits = list(map(rule, self.bits, other.bits))
        return self

    def shift(self, count: int) -> BitArray:
        """Move every bit so many places up, or down where the count is negative; gives the array itself."""
        size = len(self)
        kept = [False] * max(0, min(size, abs(count)))
        self.bits = (kept + self.bits)[:size] if count >= 0 else (self.bits[-count:] + kept)[:size]
        return self


represent(BITS, BitArray)


def _with_length(length: int, value: bool = False) -> BitArray:
    if length < 0:
        raise out_of_range("Non-negative number required.", "length", str(length))
    return BitArray([value] * length)


def _of_units(units: Sequence[int], width: int) -> BitArray:
    return BitArray([bool(int(unit) >> place & 1) for unit in units for place in range(width)])


constructor(BITS, f"{_BITS}(int length)", f"{_BITS}(int length, bool defaultValue)")(_with_length)
constructor(BITS, f"{_BITS}(bool[] values)")(BitArray)
constructor(BITS, f"{_BITS}(byte[] bytes)")(lambda units: _of_units(units, 8))
constructor(BITS, f"{_BITS}(int[] values)")(lambda units: _of_units(units, 32))
constructor(BITS, f"{_BITS}({_BITS} bits)")(lambda bits: BitArray(bits.bits))
for _name in ("Count", "Length"):
    typed_property(BITS, "System.Int32", _name, len, BitArray.resize if _name == "Length" else None)
typed_property(BITS, "System.Boolean", "IsReadOnly", lambda bits: False)
typed_property(BITS, "System.Boolean", "IsSynchronized", lambda bits: False)
method(BITS, "bool Get(int index)", "bool get_Item(int index)")(lambda bits, index: bits.element_at([index]))
method(BITS, "void Set(int index, bool value)")(lambda bits, index, value: bits.set_element([index], value))
method(BITS, f"{_BITS} And({_BITS} value)")(lambda bits, other: bits.combine(other, operator.and_))
method(BITS, f"{_BITS} Or({_BITS} value)")(lambda bits, other: bits.combine(other, operator.or_))
method(BITS, f"{_BITS} Xor({_BITS} value)")(lambda bits, other: bits.combine(other, operator.xor))
method(BITS, f"{_BITS} LeftShift(int count)")(BitArray.shift)
method(BITS, f"{_BITS} RightShift(int count)")(lambda bits, count: bits.shift(-count))
method(BITS, "bool HasAllSet()")(lambda bits: all(bits.bits))
method(BITS, "bool HasAnySet()")(lambda bits: any(bits.bits))
method(BITS, "System.Object Clone()")(lambda bits: BitArray(bits.bits))


@method(BITS, f"{_BITS} Not()")
def inverted(bits: BitArray) -> BitArray:
    """Change each bit to the other value; gives the array itself."""
    bits.bits = [not bit for bit in bits.bits]
    return bits


@method(BITS, "void SetAll(bool value)")
def set_all(bits: BitArray, value: bool) -> None:
    """Give every bit the same value."""
    bits.bits = [value] * len(bits)


@method(BITS, "void CopyTo(array array, int index)")
def copy_to(bits: BitArray, target: list[Value], index: int) -> None:
    """Write the bits into an array: one by one, or as the bytes and Int32 that they make."""
    element = target.element.python if isinstance(target, TypedArray) else bool
    width = {Byte: 8, int: 32}.get(element or bool, 1)
    units = [
        sum(bit << place for place, bit in enumerate(bits.bits[start : start + width]))
        for start in range(0, len(bits), width)
    ]
    made = [unit - (1 << 32) if unit >> 31 else unit for unit in units]
    target[index : index + len(made)] = bits.bits if width == 1 else [(element or bool)(unit) for unit in made]


@static(BUFFER, "void BlockCopy(array src, int srcOffset, array dst, int dstOffset, int count)")
def block_copy(source: list[Value], start: int, target: list[Value], at: int, count: int) -> None:
    """Copy so many bytes between arrays of numbers of the same width."""
    width = _width_of(source)
    if start < 0 or at < 0 or count < 0:
        raise out_of_range("Non-negative number required.", "srcOffset" if start < 0 else "dstOffset")
    if start + count > len(source) * width or at + count > len(target) * _width_of(target):
        raise argument_error(
            "Offset and length were out of bounds for the array or count is greater than the number "
            "of elements from index to the end of the source collection."
        )
    if width != _width_of(target) or (start | at | count) % width:
        raise argument_error("Object must be an array of primitives.", "src")
    target[at // width : (at + count) // width] = source[start // width : (start + count) // width]


@static(BUFFER, "int ByteLength(array array)")
def byte_length(array: list[Value]) -> int:
    """How many bytes the elements take."""
    return len(array) * _width_of(array)


def _width_of(array: list[Value]) -> int:
    name = array.element.name if isinstance(array, TypedArray) else ""
    if name not in WIDTHS:
        raise argument_error("Object must be an array of primitives.", "array")
    return WIDTHS[name]

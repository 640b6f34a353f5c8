"""System.Text.StringBuilder."""

from __future__ import annotations

from typing import Any

from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.errors.net_errors import NetError, index_out_of_range, out_of_range
from msolemu.runtime.types import text as texts
from msolemu.runtime.types import text_statics
from msolemu.runtime.types.declaring import constructor, method, refused, typed_property
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Char, Value

BUILDER = known_type("System.Text.StringBuilder")


class StringBuilder:
    """A text that grows; its parts are joined when somebody reads it."""

    __slots__ = ("_parts", "capacity")

    def __init__(self, text: str = "", capacity: int = 16) -> None:
        self._parts = [text]
        self.capacity = capacity

    def __str__(self) -> str:
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0]

    def __len__(self) -> int:
        return len(str(self))

    def append(self, text: str) -> StringBuilder:
        """Add a text at the end."""
        self._parts.append(text)
        return self

    def replace_all(self, text: str) -> StringBuilder:
        """Hold another text."""
        self._parts = [text]
        return self


represent(BUILDER, StringBuilder)


def _set_length(builder: StringBuilder, length: int) -> None:
    if length < 0:
        raise out_of_range("Length cannot be less than zero.", "value")
    builder.replace_all(str(builder)[:length].ljust(length, "\0"))


def _set_capacity(builder: StringBuilder, capacity: int) -> None:
    if capacity < len(builder):
        raise out_of_range("capacity was less than the current size.", "value")
    builder.capacity = capacity


def _capacity(builder: StringBuilder) -> int:
    while builder.capacity < len(builder):
        builder.capacity *= 2
    return builder.capacity


typed_property(BUILDER, "System.Int32", "Length", len, _set_length)
typed_property(BUILDER, "System.Int32", "Capacity", _capacity, _set_capacity)
typed_property(BUILDER, "System.Int32", "MaxCapacity", lambda builder: 2**31 - 1)

_RETURNS = "System.Text.StringBuilder"
_PRINTED = (
    *("bool", "sbyte", "byte", "int16", "uint16", "int", "uint", "long", "ulong", "float", "double", "decimal"),
    *("System.Text.StringBuilder", "System.Object"),
)


@method(
    BUILDER,
    f"{_RETURNS} Append(string value)",
    f"{_RETURNS} Append(char value)",
    *(f"{_RETURNS} Append({kind} value)" for kind in _PRINTED),
)
def append(builder: StringBuilder, value: Value) -> StringBuilder:
    """Add the text of a value."""
    return builder.append(value if type(value) is str else _text(value))


def _text(value: Value) -> str:
    from msolemu.runtime.types.objects import to_string

    if value is None or isinstance(value, list):
        return "" if value is None else to_string(value)
    return culture_text(value)


@method(BUILDER, f"{_RETURNS} Append(char[] value)", f"{_RETURNS} Append(char[] value, int startIndex, int charCount)")
@method(BUILDER, f"{_RETURNS} Append(System.Text.StringBuilder value, int startIndex, int count)")
def append_chars(builder: StringBuilder, units: Any, start: int = 0, count: int | None = None) -> StringBuilder:
    """Add characters, or a part of them."""
    text = str(units) if isinstance(units, StringBuilder) else "".join(units or ())
    return builder.append(text if count is None else texts.substring(text, start, count))


@method(BUILDER, f"{_RETURNS} Append(char value, int repeatCount)")
def append_repeated(builder: StringBuilder, unit: str, count: int) -> StringBuilder:
    """Add a character so many times."""
    if count < 0:
        raise out_of_range("Non-negative number required.", "repeatCount")
    return builder.append(unit * count)


@method(BUILDER, f"{_RETURNS} Append(string value, int startIndex, int count)")
def append_part(builder: StringBuilder, text: str, start: int, count: int) -> StringBuilder:
    """Add a part of a text."""
    return builder.append(texts.substring(text, start, count))


@method(BUILDER, f"{_RETURNS} AppendLine()", f"{_RETURNS} AppendLine(string value)")
def append_line(builder: StringBuilder, text: str | None = "") -> StringBuilder:
    """Add a text and a line end."""
    import os

    return builder.append((text or "") + os.linesep)


@method(BUILDER, f"{_RETURNS} AppendFormat(string format, Params System.Object[] args)")
def append_format(builder: StringBuilder, directive: str, values: list[Value]) -> StringBuilder:
    """Add a composite format filled in."""
    return builder.append(text_statics.format_text(directive, values))


@method(
    BUILDER, f"{_RETURNS} AppendFormat(System.IFormatProvider provider, string format, Params System.Object[] args)"
)
def append_format_for(builder: StringBuilder, culture: Value, directive: str, values: list[Value]) -> StringBuilder:
    """Add a composite format filled in under a culture."""
    return builder.append(text_statics.format_text_for(culture, directive, values))


@method(
    BUILDER,
    f"{_RETURNS} AppendJoin(string separator, Params System.Object[] values)",
    f"{_RETURNS} AppendJoin(string separator, Params string[] values)",
    f"{_RETURNS} AppendJoin(char separator, Params System.Object[] values)",
    f"{_RETURNS} AppendJoin(char separator, Params string[] values)",
)
def append_join(builder: StringBuilder, separator: str, values: list[Value]) -> StringBuilder:
    """Add the texts of the values with a separator between them."""
    return builder.append(text_statics.join(separator, values))


@method(BUILDER, *(f"{_RETURNS} Insert(int index, {kind} value)" for kind in ("string", "char", *_PRINTED)))
def insert(builder: StringBuilder, index: int, value: Value) -> StringBuilder:
    """Put a text before a place."""
    text = str(builder)
    if not 0 <= index <= len(text):
        raise out_of_range(
            "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
            "index",
        )
    return builder.replace_all(text[:index] + _text(value) + text[index:])


@method(BUILDER, f"{_RETURNS} Insert(int index, string value, int count)")
def insert_repeated(builder: StringBuilder, index: int, text: str | None, count: int) -> StringBuilder:
    """Put a text before a place so many times."""
    return insert(builder, index, (text or "") * count)


@method(BUILDER, f"{_RETURNS} Insert(int index, char[] value)")
@method(BUILDER, f"{_RETURNS} Insert(int index, char[] value, int startIndex, int charCount)")
def insert_chars(
    builder: StringBuilder, index: int, units: Any, start: int = 0, count: int | None = None
) -> StringBuilder:
    """Put characters before a place."""
    text = "".join(units or ())
    return insert(builder, index, text if count is None else texts.substring(text, start, count))


@method(BUILDER, "void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)")
def copy_to(builder: StringBuilder, start: int, target: list[Value], index: int, count: int) -> None:
    """Put characters into an array."""
    target[index : index + count] = map(Char, texts.substring(str(builder), start, count))


method(BUILDER, "bool Equals(System.Text.StringBuilder sb)")(
    lambda builder, other: other is not None and str(builder) == str(other) and builder.capacity == other.capacity
)
refused(BUILDER, "keeps a text in one piece", "GetChunks()")


@method(BUILDER, f"{_RETURNS} Remove(int startIndex, int length)")
def remove(builder: StringBuilder, start: int, length: int) -> StringBuilder:
    """Remove a part."""
    text = str(builder)
    if start < 0 or length < 0:
        raise out_of_range("Non-negative number required.", "startIndex" if start < 0 else "length")
    if start + length > len(text):
        raise index_out_of_range("length")
    return builder.replace_all(text[:start] + text[start + length :])


@method(
    BUILDER, f"{_RETURNS} Replace(string oldValue, string newValue)", f"{_RETURNS} Replace(char oldChar, char newChar)"
)
def replace(builder: StringBuilder, old: str, new: str) -> StringBuilder:
    """Replace every occurrence."""
    return builder.replace_all(texts.replace(str(builder), old, new))


@method(
    BUILDER,
    f"{_RETURNS} Replace(string oldValue, string newValue, int startIndex, int count)",
    f"{_RETURNS} Replace(char oldChar, char newChar, int startIndex, int count)",
)
def replace_part(builder: StringBuilder, old: str, new: str, start: int, count: int) -> StringBuilder:
    """Replace every occurrence within a part."""
    text = str(builder)
    inside = texts.replace(texts.substring(text, start, count), old, new)
    return builder.replace_all(text[:start] + inside + text[start + count :])


@method(BUILDER, f"{_RETURNS} Clear()")
def clear(builder: StringBuilder) -> StringBuilder:
    """Remove everything."""
    return builder.replace_all("")


@method(BUILDER, "string ToString()", "string ToString(int startIndex, int length)")
def to_string(builder: StringBuilder, start: int = 0, length: int | None = None) -> str:
    """The text."""
    return str(builder) if length is None else texts.substring(str(builder), start, length)


@method(BUILDER, "char get_Chars(int index)", "char Chars(int index)", "char get_Item(int index)")
def get_chars(builder: StringBuilder, index: int) -> Char:
    """One character."""
    text = str(builder)
    if not 0 <= index < len(text):
        raise NetError("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
    return Char(text[index])


@method(BUILDER, "void set_Item(int index, char value)")
def set_chars(builder: StringBuilder, index: int, unit: str) -> None:
    """Set one character."""
    text = str(builder)
    if not 0 <= index < len(text):
        raise index_out_of_range("index")
    builder.replace_all(text[:index] + unit + text[index + 1 :])


@method(BUILDER, "int EnsureCapacity(int capacity)")
def ensure_capacity(builder: StringBuilder, capacity: int) -> int:
    """The capacity, which is at least that."""
    builder.capacity = max(builder.capacity, capacity)
    return _capacity(builder)


@constructor(
    BUILDER,
    "System.Text.StringBuilder()",
    "System.Text.StringBuilder(int capacity)",
    "System.Text.StringBuilder(string value)",
    "System.Text.StringBuilder(string value, int capacity)",
    "System.Text.StringBuilder(int capacity, int maxCapacity)",
)
def new_builder(first: Any = "", capacity: int = 16) -> StringBuilder:
    """A builder with a text, or an empty one."""
    return StringBuilder("", first) if isinstance(first, int) else StringBuilder(first or "", capacity)

"""System.String: the members of a text."""

from __future__ import annotations

import enum
import os
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from msolemu.foundation.text import from_units, to_units
from msolemu.runtime.errors.net_errors import argument_error, index_out_of_range, null_argument, out_of_range
from msolemu.runtime.types.comparisons import compare_texts, comparison_of, ordinal
from msolemu.runtime.types.convertible import implement_conversions
from msolemu.runtime.types.declaring import constants, method, typed_property
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.registry import CHAR, STRING
from msolemu.runtime.values.objects import Char, TypedArray, Value

WHITE_SPACE = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What .NET takes as white space."""
LENGTH_NEGATIVE = "Non-negative number required."
REMOVE_EMPTY, TRIM = 1, 2
CURRENT = ("CurrentCulture", "CurrentCultureIgnoreCase")

typed_property(STRING, "System.Int32", "Length", len)
constants(STRING, Empty="")
implement_conversions(STRING)


def texts(found: Sequence[str]) -> TypedArray:
    """A `String[]`."""
    return TypedArray(found, STRING)


def upper(text: str, culture: Value = None) -> str:
    """The text in capitals, unit by unit: .NET changes no text's length. In Turkish the capital of i has a dot."""
    if _is_turkish(culture):
        text = text.replace("i", "\u0130").replace("\u0131", "I")
    return text.upper() if text.isascii() else "".join(map(_upper_unit, text))


def lower(text: str, culture: Value = None) -> str:
    """The text in small letters, unit by unit. In Turkish the small I has no dot."""
    if _is_turkish(culture):
        text = text.replace("\u0130", "i").replace("I", "\u0131")
    return text.lower() if text.isascii() else "".join(map(_lower_unit, text))


def _is_turkish(culture: Any) -> bool:
    return culture is not None and culture.name[:2] in ("tr", "az")


def _upper_unit(unit: str) -> str:
    made = unit.upper()
    return made if len(made) == 1 else unit


def _lower_unit(unit: str) -> str:
    made = unit.lower()
    return made if len(made) == 1 else unit


for _name, _call in (("Upper", upper), ("Lower", lower)):
    method(STRING, f"string To{_name}()", f"string To{_name}Invariant()")(_call)
    method(STRING, f"string To{_name}(cultureinfo culture)")(_call)


@method(STRING, "string Substring(int startIndex)", "string Substring(int startIndex, int length)")
def substring(text: str, start: int, length: int | None = None) -> str:
    """A part of the text."""
    if start < 0:
        raise out_of_range("StartIndex cannot be less than zero.", "startIndex")
    if start > len(text):
        raise out_of_range("startIndex cannot be larger than length of string.", "startIndex")
    if length is None:
        return text[start:]
    if length < 0:
        raise out_of_range("Length cannot be less than zero.", "length")
    if start + length > len(text):
        raise out_of_range("Index and length must refer to a location within the string.", "length")
    return text[start : start + length]


@method(STRING, "string Remove(int startIndex)", "string Remove(int startIndex, int count)")
def remove(text: str, start: int, count: int | None = None) -> str:
    """The text without a part."""
    if start < 0:
        raise out_of_range("StartIndex cannot be less than zero.", "startIndex")
    if count is None:
        if start > len(text):
            raise out_of_range("startIndex cannot be larger than length of string.", "startIndex")
        return text[:start]
    if count < 0:
        raise out_of_range("Count cannot be less than zero.", "count")
    if count > len(text) - start:
        raise out_of_range(
            f"count ('{count}') must be less than or equal to '{len(text) - start}'.", "count", str(count)
        )
    return text[:start] + text[start + count :]


@method(STRING, "string Insert(int startIndex, string value)")
def insert(text: str, start: int, value: str) -> str:
    """The text with another in it."""
    if value is None:
        raise null_argument("value")
    if not 0 <= start <= len(text):
        raise out_of_range(
            "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
            "startIndex",
        )
    return text[:start] + value + text[start:]


@method(STRING, "string Replace(char oldChar, char newChar)", "string Replace(string oldValue, string newValue)")
def replace(text: str, old: str, new: str | None) -> str:
    """The text with every occurrence replaced."""
    _not_empty(old, "oldValue")
    return text.replace(old, new or "")


@method(
    STRING,
    "string Replace(string oldValue, string newValue, System.StringComparison comparisonType)",
)
def replace_as_compared(text: str, old: str, new: str | None, how: Any) -> str:
    """Replace under a comparison."""
    _not_empty(old, "oldValue")
    folded, wanted = comparison_of(how).fold(text), comparison_of(how).fold(old)
    parts = []
    start = 0
    while (found := folded.find(wanted, start)) >= 0:
        parts += [text[start:found], new or ""]
        start = found + len(old)
    return "".join([*parts, text[start:]])


@method(STRING, "string Replace(string oldValue, string newValue, bool ignoreCase, cultureinfo culture)")
def replace_by_culture(text: str, old: str, new: str | None, ignore: bool, culture: Value) -> str:
    """Replace under a culture."""
    return replace_as_compared(text, old, new, member("System.StringComparison", CURRENT[ignore]))


@method(STRING, "string ReplaceLineEndings()", "string ReplaceLineEndings(string replacementText)")
def replace_line_endings(text: str, new: str | None = os.linesep) -> str:
    """The text with every line end written alike."""
    if new is None:
        raise null_argument("replacementText")
    return re.sub("\r\n|[\r\n\f\x85\u2028\u2029]", lambda found: new, text)


def _not_empty(old: str | None, parameter: str) -> None:
    if old is None:
        raise null_argument(parameter)
    if not old:
        raise argument_error("The value cannot be an empty string.", parameter)


def _trimming(name: str, strip: Callable[[str, str], str]) -> None:
    method(STRING, f"string {name}()")(lambda text: strip(text, WHITE_SPACE))
    method(STRING, f"string {name}(char trimChar)")(strip)
    method(STRING, f"string {name}(Params char[] trimChars)")(
        lambda text, units: strip(text, "".join(units) if units else WHITE_SPACE)
    )


_trimming("Trim", lambda text, units: text.strip(units))
_trimming("TrimStart", lambda text, units: text.lstrip(units))
_trimming("TrimEnd", lambda text, units: text.rstrip(units))


@method(STRING, "string PadLeft(int totalWidth)", "string PadLeft(int totalWidth, char paddingChar)")
def pad_left(text: str, width: int, unit: str = " ") -> str:
    """The text right-aligned."""
    if width < 0:
        raise out_of_range(LENGTH_NEGATIVE, "totalWidth")
    return text.rjust(width, unit)


@method(STRING, "string PadRight(int totalWidth)", "string PadRight(int totalWidth, char paddingChar)")
def pad_right(text: str, width: int, unit: str = " ") -> str:
    """The text left-aligned."""
    if width < 0:
        raise out_of_range(LENGTH_NEGATIVE, "totalWidth")
    return text.ljust(width, unit)


@method(
    STRING,
    "string[] Split(Params char[] separator)",
    "string[] Split(char separator, System.StringSplitOptions options = None)",
    "string[] Split(string separator, System.StringSplitOptions options = None)",
    "string[] Split(char[] separator, System.StringSplitOptions options)",
    "string[] Split(string[] separator, System.StringSplitOptions options)",
)
def split(text: str, separator: Any, options: enum.Enum | None = None) -> TypedArray:
    """The parts between separators."""
    return _split(text, separator, None, 0 if options is None else options.value)


@method(
    STRING,
    "string[] Split(char separator, int count, System.StringSplitOptions options = None)",
    "string[] Split(string separator, int count, System.StringSplitOptions options = None)",
    "string[] Split(char[] separator, int count)",
    "string[] Split(char[] separator, int count, System.StringSplitOptions options)",
    "string[] Split(string[] separator, int count, System.StringSplitOptions options)",
)
def split_up_to(text: str, separator: Any, count: int, options: enum.Enum | None = None) -> TypedArray:
    """At most so many parts; the last holds the rest."""
    if count < 0:
        raise out_of_range("Count must be non-negative.", "count", str(count))
    return _split(text, separator, count, 0 if options is None else options.value)


def _split(text: str, separator: Any, count: int | None, options: int) -> TypedArray:
    words = [separator] if isinstance(separator, str) else [word for word in separator or () if word]
    if not words and not isinstance(separator, str):
        words = list(WHITE_SPACE)
    if count == 0:
        return texts([])
    parts: list[str] = []
    start = 0
    while count is None or len(parts) < count - 1:
        place, word = _next_separator(text, words, start)
        if place < 0:
            break
        _add(parts, text[start:place], options)
        start = place + len(word)
    _add(parts, text[start:], options)
    return texts(parts)


def _add(parts: list[str], part: str, options: int) -> None:
    if options & TRIM:
        part = part.strip(WHITE_SPACE)
    if part or not options & REMOVE_EMPTY:
        parts.append(part)


def _next_separator(text: str, words: Sequence[str], start: int) -> tuple[int, str]:
    best, chosen = -1, ""
    for word in words:
        place = text.find(word, start) if word else -1
        if place >= 0 and (best < 0 or place < best):
            best, chosen = place, word
    return best, chosen


@method(STRING, "char[] ToCharArray()", "char[] ToCharArray(int startIndex, int length)")
def to_char_array(text: str, start: int = 0, length: int | None = None) -> TypedArray:
    """The characters as an array."""
    return TypedArray(map(Char, text[start:] if length is None else substring(text, start, length)), CHAR)


@method(STRING, "void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)")
def copy_to(text: str, start: int, target: list[Value], at: int, count: int) -> None:
    """Write a part of the text into an array."""
    if start < 0 or count < 0 or at < 0:
        raise out_of_range(
            LENGTH_NEGATIVE, "count" if count < 0 else "sourceIndex" if start < 0 else "destinationIndex"
        )
    if start + count > len(text) or at + count > len(target):
        raise index_out_of_range("sourceIndex" if start + count > len(text) else "destinationIndex")
    target[at : at + count] = map(Char, text[start : start + count])


@method(STRING, "char Chars(int index)", "char get_Chars(int index)")
def chars(text: str, index: int) -> Char:
    """One character."""
    if not 0 <= index < len(text):
        from msolemu.runtime.errors.net_errors import NetError

        raise NetError("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
    return Char(text[index])


@method(STRING, "System.CharEnumerator GetEnumerator()")
def get_enumerator(text: str) -> Value:
    """The characters one after the other."""
    from msolemu.runtime.types.enumerators import Enumerator

    return Enumerator(map(Char, text), "System.CharEnumerator")


@method(STRING, "System.Text.StringRuneEnumerator EnumerateRunes()")
def enumerate_runes(text: str) -> Value:
    """The characters beyond units, one after the other, as texts."""
    from msolemu.runtime.types.enumerators import Enumerator

    return Enumerator(map(to_units, from_units(text)), "System.Text.StringRuneEnumerator")


@method(STRING, "string Normalize()", "string Normalize(System.Text.NormalizationForm normalizationForm)")
def normalize(text: str, form: enum.Enum | None = None) -> str:
    """The text in a Unicode normal form."""
    return to_units(unicodedata.normalize(_form(form), from_units(text)))


@method(STRING, "bool IsNormalized()", "bool IsNormalized(System.Text.NormalizationForm normalizationForm)")
def is_normalized(text: str, form: enum.Enum | None = None) -> bool:
    """Whether the text is in a Unicode normal form."""
    return unicodedata.is_normalized(_form(form), from_units(text))


def _form(form: enum.Enum | None) -> Any:
    name = "FormC" if form is None else form.name
    if not name.startswith("Form"):
        raise argument_error("Invalid or unsupported normalization form.", "normalizationForm")
    return name.replace("Form", "NF")


@method(STRING, "System.Object Clone()", "string ToString()", "string ToString(System.IFormatProvider provider)")
def itself(text: str, provider: Value = None) -> str:
    """The text itself."""
    return text


@method(STRING, "int CompareTo(System.Object value)", "int CompareTo(string strB)")
def compare_to(text: str, other: Value) -> int:
    """The order by the session's culture."""
    if other is None:
        return 1
    if not isinstance(other, str):
        raise argument_error("Object must be of type String.")
    return compare_texts(text, other)


@method(
    STRING,
    "bool Equals(System.Object obj)",
    "bool Equals(string value)",
    "bool Equals(string value, System.StringComparison comparisonType)",
)
def equals(text: str, other: Value, how: Any = None) -> bool:
    """Whether the texts are equal."""
    if not isinstance(other, str) or isinstance(other, Char):
        return False
    rule = ordinal if how is None else comparison_of(how)
    return rule.fold(text) == rule.fold(other)


@method(STRING, "System.TypeCode GetTypeCode()")
def type_code(text: str) -> Any:
    """TypeCode.String."""
    from msolemu.runtime.types.enumerations import member

    return member("System.TypeCode", "String")

"""System.String: its static members and constructors; those of a text itself stand in `text`."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Any

from msolemu.runtime.errors.net_errors import out_of_range
from msolemu.runtime.types import text_search  # noqa: F401  declares where a text stands in another
from msolemu.runtime.types.comparisons import Comparison, compare_texts, comparison_of, ordinal
from msolemu.runtime.types.declaring import constructor, static
from msolemu.runtime.types.registry import STRING
from msolemu.runtime.types.text import WHITE_SPACE, substring
from msolemu.runtime.values.objects import Value, enumerate_value


@static(STRING, "bool IsNullOrEmpty(string value)")
def is_null_or_empty(value: str | None) -> bool:
    """Whether there is no text."""
    return not value


@static(STRING, "bool IsNullOrWhiteSpace(string value)")
def is_null_or_white_space(value: str | None) -> bool:
    """Whether there is no text but blanks."""
    return not (value or "").strip(WHITE_SPACE)


@static(
    STRING,
    "string Join(string separator, Params System.Object[] values)",
    "string Join(char separator, Params System.Object[] values)",
    "string Join(string separator, Params string[] value)",
    "string Join(char separator, Params string[] value)",
    "string Join(string separator, System.Collections.Generic.IEnumerable[string] values)",
)
def join(separator: str | None, values: Value) -> str:
    """The texts of the values with a separator between them."""
    from msolemu.runtime.casting.conversion import culture_text

    return (separator or "").join(map(culture_text, enumerate_value(values)))


@static(
    STRING,
    "string Join(string separator, string[] value, int startIndex, int count)",
    "string Join(char separator, string[] value, int startIndex, int count)",
)
def join_part(separator: str | None, values: Sequence[str], start: int, count: int) -> str:
    """The texts of a part of an array with a separator between them."""
    if start > len(values) - count:
        raise out_of_range(
            f"startIndex ('{start}') must be less than or equal to '{len(values) - count}'.", "startIndex", str(start)
        )
    return (separator or "").join(values[start : start + count])


@static(STRING, "string Concat(Params System.Object[] args)", "string Concat(Params string[] values)")
def concat(values: Sequence[Value]) -> str:
    """The texts of the values, one after the other."""
    return join("", values)


@static(
    STRING,
    "string Format(string format, Params System.Object[] args)",
    "string Format(string format, System.Object arg0)",
)
def format_text(directive: str, values: Value) -> str:
    """A composite format filled in."""
    from msolemu.runtime.text.text_operators import composite

    return composite(directive, list(values) if isinstance(values, list) else [values])


@static(
    STRING,
    "string Format(System.IFormatProvider provider, string format, Params System.Object[] args)",
)
def format_text_for(culture: Value, directive: str, values: Sequence[Value]) -> str:
    """A composite format filled in under a culture."""
    from msolemu.runtime.text.text_operators import composite

    return composite(directive, list(values), culture)


@static(
    STRING,
    "int Compare(string strA, string strB)",
    "int Compare(string strA, string strB, bool ignoreCase)",
    "int Compare(string strA, string strB, bool ignoreCase, cultureinfo culture)",
)
def compare(one: str | None, other: str | None, ignore: bool = False, culture: Value = None) -> int:
    """The order of two texts by the session's culture."""
    return compare_texts(one, other, ignore_case=ignore)


@static(STRING, "int Compare(string strA, string strB, System.StringComparison comparisonType)")
def compare_as(one: str | None, other: str | None, how: Any) -> int:
    """The order of two texts under a comparison."""
    return comparison_of(how).compare(one, other)


_PARTS = "int Compare(string strA, int indexA, string strB, int indexB, int length"


@static(
    STRING,
    f"{_PARTS})",
    f"{_PARTS}, bool ignoreCase)",
    f"{_PARTS}, bool ignoreCase, cultureinfo culture)",
    f"{_PARTS}, System.StringComparison comparisonType)",
)
def compare_parts(one: str | None, at: int, other: str | None, begin: int, length: int, *rules: Any) -> int:
    """The order of parts of two texts."""
    left, right = (
        None if text is None else text[start : start + length] for text, start in ((one, at), (other, begin))
    )
    if rules and isinstance(rules[0], enum.Enum):
        return compare_as(left, right, rules[0])
    return compare(left, right, *rules)


@static(STRING, "int CompareOrdinal(string strA, int indexA, string strB, int indexB, int length)")
def compare_ordinal_parts(one: str | None, at: int, other: str | None, begin: int, length: int) -> int:
    """The order of parts of two texts by their units."""
    left, right = (
        None if text is None else text[start : start + length] for text, start in ((one, at), (other, begin))
    )
    return ordinal.compare(left, right)


@static(STRING, "int CompareOrdinal(string strA, string strB)")
def compare_ordinal(one: str | None, other: str | None) -> int:
    """The order of two texts by their units."""
    return ordinal.compare(one, other)


@static(
    STRING,
    "bool Equals(string a, string b)",
    "bool Equals(string a, string b, System.StringComparison comparisonType)",
)
def both_equal(one: str | None, other: str | None, how: Any = None) -> bool:
    """Whether two texts are equal."""
    rule: Comparison = ordinal if how is None else comparison_of(how)
    return one is other if one is None or other is None else rule.fold(one) == rule.fold(other)


@static(STRING, "string Copy(string str)", "string Intern(string str)", "string IsInterned(string str)")
def copy(text: str) -> str:
    """The same text."""
    return text


@constructor(STRING, "string(char[] value)", "string(char[] value, int startIndex, int length)")
def from_chars(units: Sequence[str] | None, start: int = 0, length: int | None = None) -> str:
    """The characters as a text."""
    text = "".join(units or ())
    return text if length is None else substring(text, start, length)


@constructor(STRING, "string(char c, int count)")
def repeated(unit: str, count: int) -> str:
    """One character so many times."""
    if count < 0:
        raise out_of_range("'count' must be non-negative.", "count")
    return str(unit) * count

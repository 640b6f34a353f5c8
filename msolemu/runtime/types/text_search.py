"""System.String: where a text stands in another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msolemu.runtime.errors.net_errors import bad_count, index_out_of_range, null_argument, out_of_range
from msolemu.runtime.types.comparisons import comparison_of
from msolemu.runtime.types.declaring import method
from msolemu.runtime.types.registry import STRING
from msolemu.runtime.values.objects import Value


def _matching(name: str, test: Callable[[str, str], bool]) -> None:
    """Contains, StartsWith and EndsWith have the same overloads."""

    def plain(text: str, value: str) -> bool:
        if value is None:
            raise null_argument("value")
        return test(text, value)

    def compared(text: str, value: str, how: Any) -> bool:
        rule = comparison_of(how)
        return plain(rule.fold(text), value if value is None else rule.fold(value))

    def cultured(text: str, value: str, ignore: bool, culture: Value) -> bool:
        return plain(text.lower(), value.lower()) if ignore else plain(text, value)

    method(STRING, f"bool {name}(string value)", f"bool {name}(char value)")(plain)
    method(STRING, f"bool {name}(string value, System.StringComparison comparisonType)")(compared)
    if name == "Contains":
        method(STRING, "bool Contains(char value, System.StringComparison comparisonType)")(compared)
    else:
        method(STRING, f"bool {name}(string value, bool ignoreCase, cultureinfo culture)")(cultured)


_matching("Contains", lambda text, value: value in text)
_matching("StartsWith", lambda text, value: text.startswith(value))
_matching("EndsWith", lambda text, value: text.endswith(value))


@method(
    STRING,
    "int IndexOf(string value)",
    "int IndexOf(char value)",
    "int IndexOf(string value, int startIndex)",
    "int IndexOf(char value, int startIndex)",
    "int IndexOf(string value, int startIndex, int count)",
    "int IndexOf(char value, int startIndex, int count)",
)
def index_of(text: str, value: str, start: int = 0, count: int | None = None) -> int:
    """Where a text begins, or -1."""
    if value is None:
        raise null_argument("value")
    if not 0 <= start <= len(text):
        raise index_out_of_range("startIndex", inclusive=True)
    if count is not None and not 0 <= count <= len(text) - start:
        raise bad_count()
    return text.find(value, start, len(text) if count is None else start + count)


@method(
    STRING,
    "int IndexOf(string value, System.StringComparison comparisonType)",
    "int IndexOf(char value, System.StringComparison comparisonType)",
)
def index_as_compared(text: str, value: str, how: Any) -> int:
    """Where a text begins under a comparison."""
    rule = comparison_of(how)
    return index_of(rule.fold(text), rule.fold(value))


@method(
    STRING,
    "int IndexOf(string value, int startIndex, System.StringComparison comparisonType)",
    "int IndexOf(string value, int startIndex, int count, System.StringComparison comparisonType)",
)
def index_from_as_compared(text: str, value: str, start: int, *rest: Any) -> int:
    """Where a text begins from a place on, under a comparison."""
    *count, how = rest
    rule = comparison_of(how)
    return index_of(rule.fold(text), rule.fold(value), start, *count)


@method(
    STRING,
    "int LastIndexOf(string value)",
    "int LastIndexOf(char value)",
    "int LastIndexOf(string value, int startIndex)",
    "int LastIndexOf(char value, int startIndex)",
    "int LastIndexOf(string value, int startIndex, int count)",
    "int LastIndexOf(char value, int startIndex, int count)",
)
def last_index_of(text: str, value: str, start: int | None = None, count: int | None = None) -> int:
    """Where a text begins for the last time, or -1; looks back from `startIndex` over so many characters."""
    if value is None:
        raise null_argument("value")
    first, end = _back(text, start, count)
    return text.rfind(value, first, end)


def _back(text: str, start: int | None, count: int | None) -> tuple[int, int]:
    """The part of a text that a search from its end looks at."""
    if start is None or not text:
        return 0, len(text)
    if not 0 <= start <= len(text):
        raise index_out_of_range("startIndex")
    end = min(start + 1, len(text))
    if count is not None and not 0 <= count <= start + 1:
        raise bad_count()
    return (0 if count is None else max(start + 1 - count, 0)), end


@method(
    STRING,
    "int LastIndexOf(string value, System.StringComparison comparisonType)",
    "int LastIndexOf(string value, int startIndex, System.StringComparison comparisonType)",
    "int LastIndexOf(string value, int startIndex, int count, System.StringComparison comparisonType)",
)
def last_index_as_compared(text: str, value: str, *rest: Any) -> int:
    """Where a text begins for the last time, under a comparison."""
    *part, how = rest
    rule = comparison_of(how)
    return last_index_of(rule.fold(text), rule.fold(value), *part)


@method(
    STRING,
    "int IndexOfAny(char[] anyOf)",
    "int IndexOfAny(char[] anyOf, int startIndex)",
    "int IndexOfAny(char[] anyOf, int startIndex, int count)",
)
def index_of_any(text: str, wanted: Sequence[str], start: int = 0, count: int | None = None) -> int:
    """Where the first of these characters stands, or -1."""
    if not 0 <= start <= len(text):
        raise index_out_of_range("startIndex", inclusive=True)
    end = len(text) if count is None else start + count
    if not start <= end <= len(text):
        raise out_of_range("Count must be positive and count must refer to a location within the string.", "count")
    return next((place for place in range(start, end) if text[place] in wanted), -1)


@method(
    STRING,
    "int LastIndexOfAny(char[] anyOf)",
    "int LastIndexOfAny(char[] anyOf, int startIndex)",
    "int LastIndexOfAny(char[] anyOf, int startIndex, int count)",
)
def last_index_of_any(text: str, wanted: Sequence[str], start: int | None = None, count: int | None = None) -> int:
    """Where the last of these characters stands, or -1."""
    first, end = _back(text, start, count)
    return next((place for place in range(end - 1, first - 1, -1) if text[place] in wanted), -1)

"""Composite formats: `{0,10:N2}` in a text, filled with values, as `-f` and `[string]::Format` do."""

from __future__ import annotations

import contextlib
import enum
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import isfinite
from uuid import UUID

from msolemu.runtime.casting.conversion import net_text
from msolemu.runtime.errors.net_errors import NetError, format_error
from msolemu.runtime.numeric.number_format import double_spec, format_number
from msolemu.runtime.text.culture import EN_US, Culture
from msolemu.runtime.values.enumerations import number_of, text_of
from msolemu.runtime.values.objects import NUMBER_TYPES, Value, unwrap

MISSING = "Index (zero based) must be greater than or equal to zero and less than the size of the argument list."
UNCLOSED = "Format item ends prematurely."
LIMIT = 1_000_000
Hole = tuple[int, str, str]
"""Which argument, under which format, and how Python itself writes a finite double so in en-US, if it can."""


def fill(text: str, arguments: Sequence[Value], culture: Culture = EN_US) -> str:
    """The composite format with its arguments filled in; raises FormatException's error."""
    template, holes, needed = parse(text)
    if needed > len(arguments):
        raise format_error(MISSING)
    american = culture is EN_US
    written = []
    for index, directive, spec in holes:
        value = arguments[index]
        kind = type(value)
        if kind is str:
            written.append(value)
        elif kind is int and american and not directive:
            written.append(str(value))
        elif kind is float and american and spec and isfinite(value):
            written.append(format(value, spec))
        else:
            written.append(formatted(value, directive, culture))
    return template % tuple(written)


@lru_cache(maxsize=512)
def parse(text: str) -> tuple[str, tuple[Hole, ...], int]:
    """A composite format as Python's `%` takes it, with the holes in their order, and how many arguments they need."""
    template, holes = _Parser(text).parts()
    return template, tuple(holes), max((index + 1 for index, *_ in holes), default=0)


def formatted(value: Value, directive: str, culture: Culture = EN_US) -> str:
    """One value under the format of a hole; types without formats ignore it."""
    if type(value) is str:
        return value
    if type(value) in NUMBER_TYPES:
        return format_number(value, directive, culture)
    plain = unwrap(value)
    rule = _rule(plain)
    if rule is not None:
        return rule(plain, directive, culture)
    return "" if plain is None else net_text(plain)


def _rule(value: Value) -> Callable[[Value, str, Culture], str] | None:
    cls = type(value)
    if cls in NUMBER_TYPES:
        return format_number
    found = getattr(cls, "formatted", None)
    if found is not None:
        return found  # type: ignore[no-any-return]
    return _LATE.get(cls) or (_enumeration if isinstance(value, enum.Enum) else None)


def _enumeration(value: enum.Enum, directive: str, culture: Culture) -> str:
    if directive in ("", "g", "G", "f", "F"):
        return text_of(value)
    number = number_of(value)
    if directive in ("d", "D"):
        return str(number)
    if directive in ("x", "X"):
        return f"{number & 0xFFFFFFFF:08X}"
    raise format_error('Format string can be only "G", "g", "X", "x", "F", "f", "D" or "d".')


def _guid(value: Value, directive: str, culture: Culture) -> str:
    from msolemu.runtime.values.members import invoke_method

    return str(invoke_method(value, "ToString", [directive]) if directive else value)


_LATE: dict[type, Callable[[Value, str, Culture], str]] = {UUID: _guid}
"""Types of Python's own library that have formats."""


def _spec(directive: str) -> str:
    """Python's own format of a double; a format that no number takes may still be that of a text, which ignores it."""
    with contextlib.suppress(NetError):
        return double_spec(directive)
    return ""


class _Parser:
    """Reads a composite format from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def parts(self) -> tuple[str, list[Hole]]:
        """Its text with `%` where the holes are, as wide as they are, and the holes."""
        template = ""
        holes: list[Hole] = []
        while self._at < len(self._text):
            unit = self._text[self._at]
            self._at += 1
            if unit not in "{}":
                template += "%%" if unit == "%" else unit
            elif self._peek() == unit:
                template += unit
                self._at += 1
            elif unit == "}":
                raise self._invalid("Unexpected closing brace without a corresponding opening brace.")
            else:
                index, width, directive = self._hole()
                template += f"%{width}s"
                holes.append((index, directive, _spec(directive)))
        return template, holes

    def _invalid(self, problem: str) -> NetError:
        return format_error(
            f"Input string was not in a correct format. Failure to parse near offset {self._at}. {problem}"
        )

    def _peek(self) -> str:
        if self._at >= len(self._text):
            raise self._invalid(UNCLOSED)
        return self._text[self._at]

    def _hole(self) -> tuple[int, int, str]:
        if not self._peek().isascii() or not self._peek().isdigit():
            raise self._invalid("Expected an ASCII digit.")
        index = self._integer()
        self._blanks()
        width = self._width() if self._peek() == "," else 0
        directive = ""
        if self._peek() == ":":
            directive = self._directive()
        elif self._peek() != "}":
            raise self._invalid(UNCLOSED)
        self._at += 1
        return index, width, directive

    def _integer(self) -> int:
        number = 0
        while self._peek().isascii() and self._peek().isdigit():
            number = number * 10 + int(self._peek())
            self._at += 1
            if number >= LIMIT:
                break
        return number

    def _blanks(self) -> None:
        while self._peek() == " ":
            self._at += 1

    def _width(self) -> int:
        self._at += 1
        self._blanks()
        sign = -1 if self._peek() == "-" else 1
        self._at += sign < 0
        if not self._peek().isascii() or not self._peek().isdigit():
            raise self._invalid("Expected an ASCII digit.")
        width = self._integer()
        self._blanks()
        return sign * width

    def _directive(self) -> str:
        start = self._at + 1
        end = start
        while end < len(self._text) and self._text[end] not in "{}":
            end += 1
        self._at = end
        if self._peek() == "{":
            raise self._invalid(UNCLOSED)
        return self._text[start:end]

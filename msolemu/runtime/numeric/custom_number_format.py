"""Custom number formats of .NET: `0 # , . % ‰ E0`, literals and the three sections for positive, negative and zero."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from functools import lru_cache

from msolemu.foundation.dataclass import dataclass, field
from msolemu.runtime.numeric.number_format import GROUP, Digits, exponent
from msolemu.runtime.text.culture import NumberStyle

QUOTES = "'\""


class Part(enum.Enum):
    """What an element of a section stands for."""

    ZERO = enum.auto()
    DIGIT = enum.auto()
    POINT = enum.auto()
    PERCENT = enum.auto()
    PER_MILLE = enum.auto()
    LITERAL = enum.auto()
    EXPONENT = enum.auto()


@dataclass(frozen=True, slots=True)
class Power:
    """An exponent: its letter, how many digits at least, whether a plus is written."""

    letter: str
    places: int
    plus: bool


@dataclass(slots=True)
class Section:
    """A section: its elements, where its digits stand, and what it does to the number."""

    parts: list[tuple[Part, str]] = field(default_factory=list)
    powers: list[Power] = field(default_factory=list)
    places: int = 0
    whole: int = 0
    first_zero: int | None = None
    last_zero: int = 0
    grouping: bool = False
    shift: int = 0


def format_custom(number: Digits, pattern: str, style: NumberStyle) -> str:
    """The number under a custom format."""
    texts = sections_of(pattern)
    chosen = _choose(texts, 2 if not number.digits else 1 if number.negative else 0)
    section = parse(texts[chosen])
    rounded = _rounded(number, section)
    if number.digits and not rounded.digits:
        zero = _choose(texts, 2)
        if zero != chosen:
            chosen, section = zero, parse(texts[zero])
    return _Writer(rounded, section, style, signed=chosen == 0).text()


def sections_of(pattern: str) -> list[str]:
    """The sections between semicolons that are not quoted."""
    found = [""]
    for unit, quoted in _units(pattern):
        if unit == ";" and not quoted:
            found.append("")
        else:
            found[-1] += unit
    return found


def _units(pattern: str) -> Iterator[tuple[str, bool]]:
    """Each unit of a pattern, and whether it is quoted or escaped."""
    quote = ""
    escaped = False
    for unit in pattern:
        yield unit, bool(quote) or escaped
        if escaped:
            escaped = False
        elif quote:
            quote = "" if unit == quote else quote
        elif unit == "\\":
            escaped = True
        elif unit in QUOTES:
            quote = unit


def _choose(texts: list[str], wanted: int) -> int:
    """The section for a kind of number: an empty or missing one falls back to the first."""
    return wanted if wanted < len(texts) and texts[wanted] else 0


def _rounded(number: Digits, section: Section) -> Digits:
    if not number.digits:
        return Digits("", 0, number.negative and number.is_real, number.is_real)
    moved = Digits(number.digits, number.scale + section.shift, number.negative, number.is_real)
    places = section.places if section.powers else moved.scale + section.places - section.whole
    return moved.rounded(places)


@lru_cache(maxsize=256)
def parse(text: str) -> Section:
    """What a section's text means."""
    return _Parser(text).section()


class _Parser:
    """Reads a section from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._found = Section()
        self._point: int | None = None
        self._comma: int | None = None
        self._commas = 0

    def section(self) -> Section:
        """The section."""
        while self._at < len(self._text):
            unit = self._text[self._at]
            self._at += 1
            self._take(unit)
        found = self._found
        found.whole = found.places if self._point is None else self._point
        if self._comma is not None:
            if self._comma == found.whole:
                found.shift -= self._commas * GROUP
            else:
                found.grouping = True
        return found

    def _take(self, unit: str) -> None:
        if unit in "0#":
            self._digit(unit)
        elif unit == ".":
            self._point = self._found.places if self._point is None else self._point
            self._add(Part.POINT)
        elif unit == ",":
            self._separator()
        elif unit in "%‰":
            self._found.shift += 2 if unit == "%" else 3
            self._add(Part.PERCENT if unit == "%" else Part.PER_MILLE)
        elif unit in QUOTES:
            self._quoted(unit)
        elif unit == "\\":
            self._add(Part.LITERAL, self._text[self._at : self._at + 1])
            self._at += 1
        elif unit in "eE":
            self._power(unit)
        else:
            self._add(Part.LITERAL, unit)

    def _add(self, part: Part, text: str = "") -> None:
        self._found.parts.append((part, text))

    def _digit(self, unit: str) -> None:
        found = self._found
        if unit == "0" and found.first_zero is None:
            found.first_zero = found.places
        found.places += 1
        if unit == "0":
            found.last_zero = found.places
        self._add(Part.ZERO if unit == "0" else Part.DIGIT)

    def _separator(self) -> None:
        places = self._found.places
        if not places or self._point is not None:
            return
        if self._comma == places:
            self._commas += 1
            return
        if self._comma is not None:
            self._found.grouping = True
        self._comma, self._commas = places, 1

    def _quoted(self, quote: str) -> None:
        end = self._text.find(quote, self._at)
        end = len(self._text) if end < 0 else end
        self._add(Part.LITERAL, self._text[self._at : end])
        self._at = end + 1

    def _power(self, letter: str) -> None:
        """An exponent is a letter and a zero, a sign between them or not; else the letter is a literal."""
        start = self._at
        sign = self._text[start : start + 1] if self._text[start : start + 1] in ("+", "-") else ""
        end = start + len(sign)
        while self._text[end : end + 1] == "0":
            end += 1
        places = end - start - len(sign)
        if not places:
            self._add(Part.LITERAL, letter)
            return
        self._at = end
        self._found.powers.append(Power(letter, min(places, 10), sign == "+"))
        self._add(Part.EXPONENT, str(len(self._found.powers) - 1))


class _Writer:
    """Writes the digits of a number into the places of a section."""

    def __init__(self, number: Digits, section: Section, style: NumberStyle, *, signed: bool) -> None:
        self._number = number
        self._section = section
        self._style = style
        self._rest = number.digits
        self._out: list[str] = []
        scale = section.whole if section.powers else number.scale
        self._place = max(scale, section.whole)
        """How many digits stand before the point from here on; zero and less after it."""
        self._surplus = scale - section.whole
        first = section.first_zero
        self._least = section.whole - first if first is not None and first < section.whole else 0
        self._least_after = max(section.last_zero - section.whole, 0)
        self._pointed = False
        self._signed = signed and number.negative

    def text(self) -> str:
        """The text; a minus alone is not written for a number that rounds to nothing."""
        for part, text in self._section.parts:
            self._write(part, text)
        written = "".join(self._out)
        return self._style.negative + written if self._signed and (written or self._number.scale) else written

    def _write(self, part: Part, text: str) -> None:
        if part in (Part.ZERO, Part.DIGIT, Part.POINT):
            self._write_surplus()
        if part in (Part.ZERO, Part.DIGIT):
            self._write_digit()
        elif part is Part.POINT:
            self._write_point()
        elif part is Part.EXPONENT:
            self._write_power(self._section.powers[int(text)])
        else:
            symbols = {Part.PERCENT: self._style.percent_symbol, Part.PER_MILLE: self._style.per_mille_symbol}
            self._out.append(symbols.get(part, text))

    def _write_surplus(self) -> None:
        """A number with more digits than the section has places: the first place takes them all."""
        while self._surplus > 0:
            self._put(self._next() or "0")
            self._surplus -= 1

    def _next(self) -> str:
        digit, self._rest = self._rest[:1], self._rest[1:]
        return digit

    def _put(self, digit: str) -> None:
        if digit:
            self._out.append(digit)
            if self._section.grouping and self._place > 1 and self._place % GROUP == 1:
                self._out.append(self._style.group)
        self._place -= 1

    def _write_digit(self) -> None:
        if self._surplus < 0:
            self._surplus += 1
            self._put("0" if self._place <= self._least else "")
        else:
            self._put(self._next() or ("0" if self._place > -self._least_after else ""))

    def _write_point(self) -> None:
        if self._place or self._pointed:
            return
        section = self._section
        if self._least_after or (section.whole < section.places and self._rest):
            self._out.append(self._style.decimal)
            self._pointed = True

    def _write_power(self, power: Power) -> None:
        value = self._number.scale - self._section.whole if self._number.digits else 0
        self._out.append(exponent(value, power.letter, power.places, self._style, plus=power.plus))

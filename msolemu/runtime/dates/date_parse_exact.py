"""Dates read from text in a form that a pattern gives, as `ParseExact` does."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.dates.date_format import BAD_FORMAT, FIXED, Piece, pattern_of, pieces_of
from msolemu.runtime.dates.date_parse import fraction_ticks
from msolemu.runtime.dates.date_reading import (
    NO_CURRENT_DATE,
    Reading,
    full_year,
    not_a_date,
    not_in_calendar,
    offset_ticks,
    today,
    wrong_day_of_week,
)
from msolemu.runtime.errors.net_errors import NetError, format_error
from msolemu.runtime.text.culture import INVARIANT, Culture
from msolemu.runtime.types.date_time import DAY, HOUR, MINUTE, SECOND, days_of

LEADING_WHITE, TRAILING_WHITE, INNER_WHITE = 1, 2, 4
OFFSET = r"[+-][0-9]{1,2}(?::?[0-9]{2})?"
OFFSET_PARTS = re.compile(r"([+-])([0-9]{1,2}):?([0-9]{2})?")


@dataclass(frozen=True, slots=True)
class Expression:
    """A pattern as an expression: the letters that its groups stand for, in order."""

    matcher: re.Pattern[str]
    letters: tuple[tuple[str, int], ...]


def read_exactly(
    text: str, directives: Sequence[str], culture: Culture, styles: int, *, zoned: bool = False
) -> Reading:
    """The moment by the first pattern that fits; `zoned` where the formats `r` and `u` tell a zone.

    Raises FormatException's error.
    """
    if not text:
        raise not_a_date(text)
    for directive in directives:
        if not directive:
            raise format_error(BAD_FORMAT)
        try:
            return _read(text, directive, culture, styles, zoned=zoned)
        except NetError:
            if len(directives) == 1:
                raise
    raise not_a_date(text)


def _read(text: str, directive: str, culture: Culture, styles: int, *, zoned: bool) -> Reading:
    pattern = directive
    if len(directive) == 1:
        culture = INVARIANT if directive in FIXED else culture
        pattern = pattern_of(directive, culture)
    expression = expression_of(pattern, culture, styles & (LEADING_WHITE | TRAILING_WHITE | INNER_WHITE))
    found = expression.matcher.fullmatch(text)
    if found is None:
        raise not_a_date(text)
    fields = _Fields(text, culture)
    for (letter, count), value in zip(expression.letters, found.groups(), strict=True):
        if value is not None:
            fields.take(letter, count, value)
    if zoned and directive in ("r", "R", "u"):
        fields.offset = 0
    return fields.reading(styles)


@lru_cache(maxsize=128)
def expression_of(pattern: str, culture: Culture, styles: int) -> Expression:
    """The expression that a text in this form matches."""
    pieces = pieces_of(pattern)
    written: list[str] = []
    letters: list[tuple[str, int]] = []
    for position, piece in enumerate(pieces):
        letter, count, literal = piece
        if letter:
            letters.append((letter, count))
            written.append(_expression(piece, culture))
        elif literal == "." and pieces[position + 1 : position + 2] and pieces[position + 1][0] == "F":
            # a point goes with the optional fraction behind it
            written.append(r"\.?")
        else:
            written.append(re.escape(literal))
    blank = r"\s*"
    text = (blank if styles & INNER_WHITE else "").join(written)
    text = (blank if styles & LEADING_WHITE else "") + text + (blank if styles & TRAILING_WHITE else "")
    return Expression(re.compile(text), tuple(letters))


def _expression(piece: Piece, culture: Culture) -> str:
    letter, count, _ = piece
    if letter in _NAMES and count > 2:
        return f"({_either(_NAMES[letter](culture, count))})"
    if letter == "t":
        names = (culture.dates.am, culture.dates.pm)
        return f"({_either(tuple(name[:1] for name in names) if count == 1 else names)})"
    rule = _DIGITS.get(letter)
    return rule(count, culture) if rule else f"([0-9]{{{min(count, 2)},2}})"


def _either(names: Sequence[str]) -> str:
    ordered = sorted(dict.fromkeys(names), key=len, reverse=True)
    return "(?i:" + "|".join(map(re.escape, ordered)) + ")"


def _days(culture: Culture, count: int) -> tuple[str, ...]:
    return culture.dates.short_days if count == 3 else culture.dates.days


def _months(culture: Culture, count: int) -> tuple[str, ...]:
    if count > 3:
        return culture.dates.months
    return (*culture.dates.short_months, *culture.dates.short_months_of_days)


_NAMES: dict[str, Callable[[Culture, int], tuple[str, ...]]] = {"d": _days, "M": _months}
_DIGITS: dict[str, Callable[[int, Culture], str]] = {
    "y": lambda count, culture: f"([0-9]{{{count},{max(count, 2)}}})",
    "f": lambda count, culture: f"([0-9]{{{count}}})",
    "F": lambda count, culture: f"([0-9]{{0,{count}}})",
    "z": lambda count, culture: f"([+-][0-9]{{{count},2}})" if count < 3 else f"({OFFSET})",
    "K": lambda count, culture: f"([Zz]|{OFFSET})?",
    "g": lambda count, culture: f"({re.escape(culture.dates.era)})",
    ":": lambda count, culture: "(" + re.escape(culture.dates.time_separator) * count + ")",
    "/": lambda count, culture: "(" + re.escape(culture.dates.date_separator) * count + ")",
}


class _Fields:
    """What the groups of a text say; the same field told twice must say the same."""

    def __init__(self, text: str, culture: Culture) -> None:
        self._text = text
        self._culture = culture
        self._values: dict[str, int] = {}
        self._fraction = ""
        self.offset: int | None = None
        self._is_utc = False

    def take(self, letter: str, count: int, value: str) -> None:
        """Take what a group matched."""
        if letter in "fF":
            self._fraction = value
        elif letter in "zK":
            self._take_zone(value)
        elif letter == "t":
            self._set("t", int(value.lower() == self._culture.dates.pm[: len(value)].lower()))
        elif letter in _NAMES and count > 2:
            names = [name.lower() for name in _NAMES[letter](self._culture, count)]
            place = names.index(value.lower())
            self._set("w" if letter == "d" else "M", place if letter == "d" else place % 12 + 1)
        elif letter == "y":
            self._set("y", full_year(int(value)) if count < 3 else int(value))
        elif letter in "dMhHms":
            self._set("H" if letter == "h" else letter, int(value))
            if letter == "h":
                self._values["12"] = 1

    def _set(self, name: str, value: int) -> None:
        if self._values.setdefault(name, value) != value:
            raise format_error(
                f"The date-time pattern '{name}' appears more than once in the format with different values."
            )

    def _take_zone(self, value: str) -> None:
        if value in ("Z", "z"):
            self.offset, self._is_utc = 0, True
            return
        found = OFFSET_PARTS.fullmatch(value)
        assert found is not None
        if int(found[3] or 0) > 59:
            raise not_a_date(self._text)
        self.offset = offset_ticks(found[1], int(found[2]), int(found[3] or 0))

    def reading(self, styles: int) -> Reading:
        """The moment."""
        days = days_of(*self._day(styles))
        hour, minute, second = self._hour(), self._values.get("m", 0), self._values.get("s", 0)
        if days is None or hour > 23 or minute > 59 or second > 59:
            raise not_in_calendar(self._text)
        if self._values.get("w", (days + 1) % 7) != (days + 1) % 7:
            raise wrong_day_of_week(self._text)
        ticks = days * DAY + hour * HOUR + minute * MINUTE + second * SECOND + fraction_ticks(self._fraction)
        return Reading(ticks, self.offset, self._is_utc, is_time=not self._values.keys() & {"y", "M", "d"})

    def _day(self, styles: int) -> tuple[int, int, int]:
        values = self._values
        if not values.keys() & {"y", "M", "d"}:
            if styles & NO_CURRENT_DATE:
                return 1, 1, 1
            day = today(styles).day
            return day.year, day.month, day.day
        year = values["y"] if "y" in values else today(styles).day.year
        return year, values.get("M", 1), values.get("d", 1)

    def _hour(self) -> int:
        """The hour of 24; one of 12 without AM or PM is in the morning."""
        hour, half = self._values.get("H", 0), self._values.get("t")
        if "12" in self._values:
            if hour > 12:
                raise not_a_date(self._text)
            return hour % 12 + 12 * (half or 0)
        if half is not None and "H" in self._values and (hour >= 12) != bool(half):
            raise not_a_date(self._text)
        return hour if half is None or "H" in self._values else 12 * half

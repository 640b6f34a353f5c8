"""Dates and times as text: the standard and custom formats of .NET."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from msolemu.runtime.errors.net_errors import format_error
from msolemu.runtime.text.culture import INVARIANT, Culture
from msolemu.runtime.types.date_time import LOCAL, MINUTE, UTC_KIND, DateTime, offset_at

BAD_FORMAT = "Input string was not in a correct format."
ROUND_TRIP = "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK"
RFC1123 = "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"
SORTABLE = "yyyy'-'MM'-'dd'T'HH':'mm':'ss"
UNIVERSAL = "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"

Piece = tuple[str, int, str]
"""A letter with how often it stands, or a literal under an empty letter."""

FIXED = {"o": ROUND_TRIP, "O": ROUND_TRIP, "r": RFC1123, "R": RFC1123, "s": SORTABLE, "u": UNIVERSAL}
"""Standard formats that are the same in every culture."""

STANDARD: dict[str, Callable[[Culture], str]] = {
    "d": lambda culture: culture.dates.short_date,
    "D": lambda culture: culture.dates.long_date,
    "f": lambda culture: f"{culture.dates.long_date} {culture.dates.short_time}",
    "F": lambda culture: culture.dates.full,
    "g": lambda culture: f"{culture.dates.short_date} {culture.dates.short_time}",
    "G": lambda culture: f"{culture.dates.short_date} {culture.dates.long_time}",
    "m": lambda culture: culture.dates.month_day,
    "M": lambda culture: culture.dates.month_day,
    "t": lambda culture: culture.dates.short_time,
    "T": lambda culture: culture.dates.long_time,
    "U": lambda culture: culture.dates.full,
    "y": lambda culture: culture.dates.year_month,
    "Y": lambda culture: culture.dates.year_month,
}


def format_date(moment: DateTime, directive: str, culture: Culture, offset: int | None = None) -> str:
    """The moment under a format, with the offset of a DateTimeOffset; raises FormatException's error."""
    if len(directive) < 2:
        letter = directive or "G"
        if letter in FIXED:
            culture = INVARIANT
        if offset is not None:
            moment = _of_offset(moment, letter, offset)
        elif letter == "U":
            moment = moment.to_utc()
        pattern = pattern_of(letter, culture)
        if offset is not None and not directive:
            pattern += " zzz"
    else:
        pattern = directive
    return "".join(write(moment, pattern, culture, offset))


def _of_offset(moment: DateTime, letter: str, offset: int) -> DateTime:
    """`r` and `u` show a DateTimeOffset in UTC; `U` does not go with it."""
    if letter == "U":
        raise format_error(BAD_FORMAT)
    return DateTime(moment.ticks - offset) if letter in "rRu" else moment


def pattern_of(letter: str, culture: Culture) -> str:
    """The pattern of a standard format."""
    if letter in FIXED:
        return FIXED[letter]
    rule = STANDARD.get(letter)
    if rule is None:
        raise format_error(BAD_FORMAT)
    return rule(culture)


@lru_cache(maxsize=256)
def pieces_of(pattern: str) -> tuple[Piece, ...]:
    """A pattern taken apart; raises FormatException's error where it ends too soon."""
    return tuple(_pieces(pattern))


def _pieces(pattern: str) -> Iterator[Piece]:
    at = 0
    while at < len(pattern):
        unit = pattern[at]
        if unit in "'\"":
            text, at = quoted(pattern, at)
            yield "", 0, text
        elif unit == "\\":
            if at + 1 == len(pattern):
                raise format_error(BAD_FORMAT)
            yield "", 0, pattern[at + 1]
            at += 2
        elif unit == "%":
            if pattern[at + 1 : at + 2] in ("", "%"):
                raise format_error(BAD_FORMAT)
            at += 1
            if pattern[at] in _LETTERS:
                yield pattern[at], 1, ""
                at += 1
        elif unit in _LETTERS:
            end = at
            while end < len(pattern) and pattern[end] == unit:
                end += 1
            yield unit, end - at, ""
            at = end
        else:
            yield "", 0, unit
            at += 1


def quoted(pattern: str, at: int) -> tuple[str, int]:
    """The literal that a quote opens, and where it ends; a backslash takes the next character as it is."""
    quote = pattern[at]
    at += 1
    text = ""
    while at < len(pattern):
        unit = pattern[at]
        at += 1
        if unit == quote:
            return text, at
        if unit == "\\":
            if at == len(pattern):
                break
            unit = pattern[at]
            at += 1
        text += unit
    raise format_error(f"Cannot find a matching quote character for the character '{quote}'.")


def write(moment: DateTime, pattern: str, culture: Culture, offset: int | None = None) -> list[str]:
    """The texts of the pattern's pieces."""
    written: list[str] = []
    pieces = pieces_of(pattern)
    beside_day = any(letter == "d" and count < 3 for letter, count, _ in pieces)
    for letter, count, literal in pieces:
        if not letter:
            written.append(literal)
        elif letter == "F":
            _write_short_fraction(moment, count, written)
        elif letter in "zK":
            written.append(_zone_text(moment, letter, count, offset))
        elif letter == "M":
            written.append(_month(moment, count, culture, beside_day=beside_day))
        else:
            written.append(_LETTERS[letter](moment, count, culture))
    return written


def _write_short_fraction(moment: DateTime, count: int, written: list[str]) -> None:
    """A fraction without its zeros at the end; when nothing is left, a point before it goes too."""
    digits = _fraction(moment, count).rstrip("0")
    if digits:
        written.append(digits)
    elif written and written[-1] == ".":
        written.pop()


def _fraction(moment: DateTime, count: int) -> str:
    if count > 7:
        raise format_error(BAD_FORMAT)
    return f"{moment.fraction:07}"[:count]


def _number(value: int, count: int) -> str:
    return str(value).rjust(min(count, 2), "0")


def _day(moment: DateTime, count: int, culture: Culture) -> str:
    if count < 3:
        return _number(moment.day.day, count)
    names = culture.dates.short_days if count == 3 else culture.dates.days
    return names[moment.day_of_week]


def _month(moment: DateTime, count: int, culture: Culture, *, beside_day: bool) -> str:
    month = moment.day.month
    if count < 3:
        return _number(month, count)
    if count > 3:
        return culture.dates.months[month - 1]
    short = culture.dates.short_months_of_days if beside_day else ()
    return (short or culture.dates.short_months)[month - 1]


def _year(moment: DateTime, count: int, culture: Culture) -> str:
    year = moment.day.year
    return str(year % 100).rjust(count, "0") if count < 3 else str(year).rjust(count, "0")


def _half(moment: DateTime, count: int, culture: Culture) -> str:
    name = culture.dates.am if moment.hour < 12 else culture.dates.pm
    return name[:1] if count == 1 else name


def _zone_text(moment: DateTime, letter: str, count: int, offset: int | None) -> str:
    if letter == "K":
        if offset is None:
            if moment.kind == UTC_KIND:
                return "Z"
            if moment.kind != LOCAL:
                return ""
        count = 3
    if offset is None:
        offset = 0 if moment.kind == UTC_KIND else offset_at(moment.ticks)
    sign = "-" if offset < 0 else "+"
    hours, minutes = divmod(abs(offset) // MINUTE, 60)
    text = sign + str(hours).rjust(min(count, 2), "0")
    return f"{text}:{minutes:02}" if count > 2 else text


_LETTERS: dict[str, Callable[[DateTime, int, Culture], str]] = {
    "d": _day,
    "F": lambda moment, count, culture: "",
    "K": lambda moment, count, culture: "",
    "M": lambda moment, count, culture: "",
    "f": lambda moment, count, culture: _fraction(moment, count),
    "g": lambda moment, count, culture: culture.dates.era,
    "h": lambda moment, count, culture: _number(moment.hour % 12 or 12, count),
    "H": lambda moment, count, culture: _number(moment.hour, count),
    "m": lambda moment, count, culture: _number(moment.minute, count),
    "s": lambda moment, count, culture: _number(moment.second, count),
    "t": _half,
    "y": _year,
    "z": lambda moment, count, culture: "",
    ":": lambda moment, count, culture: culture.dates.time_separator * count,
    "/": lambda moment, count, culture: culture.dates.date_separator * count,
}

"""Lengths of time as text and read from text, by the rules of .NET."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msolemu.runtime.dates.date_format import BAD_FORMAT, quoted
from msolemu.runtime.errors.net_errors import NetError, format_error, overflow
from msolemu.runtime.text.culture import Culture
from msolemu.runtime.types.time_span import DAY, HOUR, LONGEST, MINUTE, SECOND, SHORTEST, TimeSpan

GENERAL = re.compile(
    r"\s*(?P<sign>-?)(?:(?P<days>\d+)\.(?=\d+:))?(?P<numbers>\d+(?::\d+){0,3})(?:\.(?P<fraction>\d+))?\s*", re.ASCII
)
HOURS = 23
LIMITS = (10_675_199, HOURS, 59, 59)
OUT_OF_RANGE = (
    "The TimeSpan string '{}' could not be parsed because at least one of the numeric components is out of range or "
    "contains too many digits."
)
NO_SPAN = "String '{}' was not recognized as a valid TimeSpan."
Piece = tuple[str, int, str]
UNITS = {"d": (DAY, 0), "h": (HOUR, 24), "m": (MINUTE, 60), "s": (SECOND, 60)}


def format_span(span: TimeSpan, directive: str, culture: Culture) -> str:
    """The span under `c`, `g`, `G` or a custom format; raises FormatException's error."""
    if directive in ("", "c", "t", "T"):
        return str(span)
    if directive in ("g", "G"):
        return _general(span, culture, long=directive == "G")
    if len(directive) == 1:
        raise format_error(BAD_FORMAT)
    return "".join(_written(span, piece) for piece in pieces_of(directive))


def _general(span: TimeSpan, culture: Culture, *, long: bool) -> str:
    days = f"{abs(span.days)}:" if long or span.days else ""
    hours = span.part(HOUR, 24)
    clock = f"{hours:02}" if long else str(hours)
    clock += f":{span.part(MINUTE, 60):02}:{span.part(SECOND, 60):02}"
    digits = f"{span.fraction:07}" if long else f"{span.fraction:07}".rstrip("0")
    fraction = culture.numbers.decimal + digits if long or span.fraction else ""
    return ("-" if span.ticks < 0 else "") + days + clock + fraction


def pieces_of(pattern: str) -> Iterator[Piece]:
    """A custom format taken apart: a letter with its count, or a literal under an empty letter."""
    at = 0
    while at < len(pattern):
        unit = pattern[at]
        if unit in "'\"":
            text, at = quoted(pattern, at)
            yield "", 0, text
        elif unit == "\\" and at + 1 < len(pattern):
            yield "", 0, pattern[at + 1]
            at += 2
        elif unit == "%" and pattern[at + 1 : at + 2] not in ("", "%"):
            at += 1
        elif unit in "dhmsfF":
            end = at
            while end < len(pattern) and pattern[end] == unit:
                end += 1
            if end - at > (7 if unit in "fF" else 8 if unit == "d" else 2):
                raise format_error(BAD_FORMAT)
            yield unit, end - at, ""
            at = end
        else:
            raise format_error(BAD_FORMAT)


def _written(span: TimeSpan, piece: Piece) -> str:
    letter, count, literal = piece
    if not letter:
        return literal
    if letter in "fF":
        digits = f"{span.fraction:07}"[:count]
        return digits if letter == "f" else digits.rstrip("0")
    if letter == "d":
        return str(abs(span.days)).rjust(count, "0")
    return str(span.part(*UNITS[letter])).rjust(count, "0")


def parse_span(text: str) -> TimeSpan:
    """`[-][d.]hh:mm[:ss[.ff]]`, or days alone; raises FormatException's or OverflowException's error."""
    found = GENERAL.fullmatch(text)
    if found is None:
        raise format_error(NO_SPAN.format(text))
    numbers = [int(word) for word in found["numbers"].split(":")]
    fraction = found["fraction"] or ""
    days = None if found["days"] is None else int(found["days"])
    if len(numbers) < (3 if fraction else 1) or (days is not None and len(numbers) not in (2, 3)):
        raise format_error(NO_SPAN.format(text))
    parts = _placed(numbers, days, whole=not fraction)
    if any(part > limit for part, limit in zip(parts, LIMITS, strict=True)) or len(fraction) > 7:
        raise overflow(OUT_OF_RANGE.format(text))
    ticks = sum(part * unit for part, unit in zip(parts, (DAY, HOUR, MINUTE, SECOND), strict=True))
    ticks += int(fraction.ljust(7, "0")) if fraction else 0
    ticks = -ticks if found["sign"] else ticks
    if not SHORTEST <= ticks <= LONGEST:
        raise overflow(OUT_OF_RANGE.format(text))
    return TimeSpan(ticks)


def _placed(numbers: list[int], days: int | None, *, whole: bool) -> list[int]:
    """The numbers as days, hours, minutes, seconds: one is days, two are hours and minutes.

    Three are hours, minutes and seconds, but days, hours and minutes when the first cannot be hours.
    """
    if len(numbers) == 4:
        return numbers
    if len(numbers) == 1:
        return [*numbers, 0, 0, 0]
    padded = [*numbers, 0][:3]
    if days is None and len(numbers) == 3 and whole and numbers[0] > HOURS and numbers[1] <= HOURS:
        return [*numbers, 0]
    return [days or 0, *padded]


def parse_span_exact(text: str, directives: Sequence[str], *, negative: bool = False) -> TimeSpan:
    """The span in one of the formats; raises FormatException's error."""
    for directive in directives:
        if not directive:
            raise format_error(BAD_FORMAT)
        if directive in ("c", "t", "T", "g", "G"):
            try:
                return parse_span(text)
            except NetError:
                continue
        found = re.fullmatch("".join(map(_expression, pieces_of(directive))), text, re.ASCII)
        if found is not None:
            ticks = _ticks(found.groupdict())
            return TimeSpan(-ticks if negative else ticks)
    raise format_error(NO_SPAN.format(text))


def _expression(piece: Piece) -> str:
    letter, count, literal = piece
    if not letter:
        return re.escape(literal)
    if letter == "f":
        return rf"(?P<fraction>\d{{{count}}})"
    if letter == "F":
        return rf"(?P<fraction>\d{{0,{count}}})"
    most = 8 if letter == "d" else 2
    return rf"(?P<{letter}>\d{{{count},{most if count < 2 else count}}})"


def _ticks(found: dict[str, str]) -> int:
    fraction = found.get("fraction") or ""
    ticks = int(fraction.ljust(7, "0")) if fraction else 0
    return ticks + sum(int(found.get(letter) or 0) * unit for letter, (unit, _) in UNITS.items())

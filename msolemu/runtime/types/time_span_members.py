"""The members of System.TimeSpan."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from msolemu.runtime.errors.net_errors import NetError, argument_error, null_argument, overflow
from msolemu.runtime.text.culture import culture_of
from msolemu.runtime.types.declaring import constants, constructor, method, static, typed_property
from msolemu.runtime.types.time_span import (
    DAY,
    HOUR,
    LONGEST,
    MICROSECOND,
    MILLISECOND,
    MINUTE,
    SECOND,
    SHORTEST,
    TIME_SPAN,
    TOO_LONG,
    TimeSpan,
)
from msolemu.runtime.values.enumerations import number_of
from msolemu.runtime.values.objects import Int64, Value
from msolemu.runtime.values.references import Reference

PROVIDER = "System.IFormatProvider formatProvider"
STYLES = "System.Globalization.TimeSpanStyles styles"


def _part(unit: int, most: int) -> Callable[[TimeSpan], int]:
    return lambda span: span.signed(unit, most)


def _maker(unit: int) -> Callable[[float], TimeSpan]:
    return lambda count: TimeSpan.from_units(count, unit)


def _total(unit: int) -> Callable[[TimeSpan], float]:
    return lambda span: span.ticks / unit if unit else span.ticks * 100.0


typed_property(TIME_SPAN, "long", "Ticks", lambda span: Int64(span.ticks))
for _name, _unit, _most in (
    ("Days", DAY, 0),
    ("Hours", HOUR, 24),
    ("Milliseconds", MILLISECOND, 1000),
    ("Microseconds", MICROSECOND, 1000),
):
    typed_property(TIME_SPAN, "int", _name, _part(_unit, _most))
typed_property(TIME_SPAN, "int", "Nanoseconds", lambda span: span.signed(1, 10) * 100)
for _name, _unit in (("Minutes", MINUTE), ("Seconds", SECOND)):
    typed_property(TIME_SPAN, "int", _name, _part(_unit, 60))
UNITS = {
    "Days": DAY,
    "Hours": HOUR,
    "Milliseconds": MILLISECOND,
    "Microseconds": MICROSECOND,
    "Nanoseconds": 0,
    "Minutes": MINUTE,
    "Seconds": SECOND,
}
for _name, _scale in UNITS.items():
    typed_property(TIME_SPAN, "double", f"Total{_name}", _total(_scale))
    if _scale:
        static(TIME_SPAN, f"timespan From{_name}(double value)")(_maker(_scale))
constants(
    TIME_SPAN,
    Zero=TimeSpan(0),
    MinValue=TimeSpan(SHORTEST),
    MaxValue=TimeSpan(LONGEST),
    HoursPerDay=24,
    **{
        f"{_count}Per{_unit}": Int64(_length // _part)
        for _unit, _length in (
            *(("Day", DAY), ("Hour", HOUR), ("Minute", MINUTE), ("Second", SECOND), ("Millisecond", SECOND // 1000)),
        )
        for _count, _part in (
            *(("Minutes", MINUTE), ("Seconds", SECOND), ("Milliseconds", SECOND // 1000), ("Microseconds", 10)),
        )
        if _length > _part
    },
    NanosecondsPerTick=Int64(100),
    TicksPerDay=Int64(DAY),
    TicksPerHour=Int64(HOUR),
    TicksPerMinute=Int64(MINUTE),
    TicksPerSecond=Int64(SECOND),
    TicksPerMillisecond=Int64(MILLISECOND),
    TicksPerMicrosecond=Int64(MICROSECOND),
)


@constructor(TIME_SPAN, "timespan new(long ticks)")
def from_ticks(ticks: int) -> TimeSpan:
    """A span by its ticks."""
    return TimeSpan(int(ticks))


@constructor(
    TIME_SPAN,
    "timespan new(int hours, int minutes, int seconds)",
    "timespan new(int days, int hours, int minutes, int seconds)",
    "timespan new(int days, int hours, int minutes, int seconds, int milliseconds)",
    "timespan new(int days, int hours, int minutes, int seconds, int milliseconds, int microseconds)",
)
def made(*parts: int) -> TimeSpan:
    """A span by its parts."""
    given = (0, *parts) if len(parts) == 3 else parts
    units = (DAY, HOUR, MINUTE, SECOND, MILLISECOND, MICROSECOND)
    return TimeSpan.checked(sum(part * unit for part, unit in zip(given, units, strict=False)))


static(TIME_SPAN, "timespan FromTicks(long value)")(from_ticks)
method(TIME_SPAN, "timespan Add(timespan ts)")(lambda span, other: TimeSpan.checked(span.ticks + other.ticks))
method(TIME_SPAN, "timespan Subtract(timespan ts)")(lambda span, other: TimeSpan.checked(span.ticks - other.ticks))
method(TIME_SPAN, "timespan Negate()")(lambda span: _negated(span))  # noqa: PLW0108  defined below
method(TIME_SPAN, "timespan Duration()")(lambda span: _negated(span) if span.ticks < 0 else span)
method(TIME_SPAN, "double Divide(timespan ts)")(lambda span, other: _ratio(span.ticks, other.ticks))


def _negated(span: TimeSpan) -> TimeSpan:
    if span.ticks == SHORTEST:
        raise overflow("Negating the minimum value of a twos complement number is invalid.")
    return TimeSpan(-span.ticks)


def _ratio(ticks: int, others: int) -> float:
    if others:
        return ticks / others
    return math.nan if not ticks else math.copysign(math.inf, ticks)


@method(TIME_SPAN, "timespan Multiply(double factor)")
def multiplied(span: TimeSpan, factor: float) -> TimeSpan:
    """The span so many times, rounded to whole ticks."""
    if math.isnan(factor):
        raise argument_error("TimeSpan does not accept floating point Not-a-Number values.", "factor")
    return _of_ticks(span.ticks * factor)


@method(TIME_SPAN, "timespan Divide(double divisor)")
def divided(span: TimeSpan, divisor: float) -> TimeSpan:
    """The span divided, rounded to whole ticks."""
    if math.isnan(divisor):
        raise argument_error("TimeSpan does not accept floating point Not-a-Number values.", "divisor")
    if not divisor:
        raise overflow(TOO_LONG)
    return _of_ticks(span.ticks / divisor)


def _of_ticks(ticks: float) -> TimeSpan:
    if math.isinf(ticks):
        raise overflow(TOO_LONG)
    return TimeSpan.checked(round(ticks))


@method(TIME_SPAN, "int CompareTo(timespan value)", "int CompareTo(System.Object value)")
def compare_to(span: TimeSpan, other: Value) -> int:
    """Which of two spans is shorter; null is before all."""
    if other is None:
        return 1
    if not isinstance(other, TimeSpan):
        raise argument_error("Object must be of type TimeSpan.")
    return (span.ticks > other.ticks) - (span.ticks < other.ticks)


static(TIME_SPAN, "int Compare(timespan t1, timespan t2)")(compare_to)
static(TIME_SPAN, "bool Equals(timespan t1, timespan t2)")(lambda one, other: one == other)
method(TIME_SPAN, "bool Equals(timespan obj)", "bool Equals(System.Object value)")(lambda span, other: span == other)
method(TIME_SPAN, "int GetHashCode()")(lambda span: ((span.ticks ^ (span.ticks >> 32)) + 2**31) % 2**32 - 2**31)


@method(TIME_SPAN, "string ToString()", "string ToString(string format)", f"string ToString(string format, {PROVIDER})")
def to_string(span: TimeSpan, directive: str | None = None, provider: Value = None) -> str:
    """The span under a format."""
    return span.formatted(directive or "", culture_of(provider))


@static(TIME_SPAN, "timespan Parse(string s)", f"timespan Parse(string input, {PROVIDER})")
def parse(text: str | None, provider: Value = None) -> TimeSpan:
    """The span that a text tells."""
    from msolemu.runtime.dates.time_span_text import parse_span

    if text is None:
        raise null_argument("s")
    return parse_span(text)


@static(
    TIME_SPAN,
    "bool TryParse(string s, [ref] timespan result)",
    f"bool TryParse(string input, {PROVIDER}, [ref] timespan result)",
)
def try_parse(text: str | None, *rest: Any) -> bool:
    """Whether the text tells a span, which the reference then gets."""
    return _tried(lambda: parse(text), rest[-1])


def _tried(read: Any, result: Reference) -> bool:
    try:
        result.value = read()
    except NetError:
        result.value = TimeSpan(0)
        return False
    return True


@static(
    TIME_SPAN,
    f"timespan ParseExact(string input, string format, {PROVIDER})",
    f"timespan ParseExact(string input, string[] formats, {PROVIDER})",
    f"timespan ParseExact(string input, string format, {PROVIDER}, {STYLES})",
    f"timespan ParseExact(string input, string[] formats, {PROVIDER}, {STYLES})",
)
def parse_exact(text: str | None, directives: Sequence[str] | None, provider: Value, styles: Any = None) -> TimeSpan:
    """The span that a text in one of the forms tells."""
    from msolemu.runtime.dates.time_span_text import parse_span_exact

    if text is None or directives is None:
        raise null_argument("input" if text is None else "format")
    listed = [directives] if isinstance(directives, str) else list(directives)
    return parse_span_exact(text, listed, negative=styles is not None and bool(number_of(styles)))


@static(
    TIME_SPAN,
    f"bool TryParseExact(string input, string format, {PROVIDER}, [ref] timespan result)",
    f"bool TryParseExact(string input, string[] formats, {PROVIDER}, [ref] timespan result)",
    f"bool TryParseExact(string input, string format, {PROVIDER}, {STYLES}, [ref] timespan result)",
    f"bool TryParseExact(string input, string[] formats, {PROVIDER}, {STYLES}, [ref] timespan result)",
)
def try_parse_exact(text: str | None, directives: Sequence[str] | None, provider: Value, *rest: Any) -> bool:
    """Whether the text in one of the forms tells a span, which the reference then gets."""
    *styles, result = rest
    return _tried(lambda: parse_exact(text, directives, provider, *styles), result)

"""System.DateTimeOffset: a moment with the offset of its zone, and its members."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msolemu.runtime.dates.date_format import format_date
from msolemu.runtime.errors.net_errors import NetError, argument_error, format_error, null_argument, out_of_range
from msolemu.runtime.text.culture import INVARIANT, Culture, culture_of
from msolemu.runtime.types.date_time import (
    DAY,
    HOUR,
    LAST,
    LOCAL,
    MILLISECOND,
    MINUTE,
    SECOND,
    UTC_KIND,
    DateTime,
    now,
    offset_at,
    utc_offset_at,
)
from msolemu.runtime.types.date_time_members import FILE_TIME_START, PROVIDER, STYLES, UNIX_START, day_of_week
from msolemu.runtime.types.declaring import constants, constructor, method, static, static_properties, typed_property
from msolemu.runtime.types.registry import VALUE_TYPE, declare
from msolemu.runtime.types.time_span import TimeSpan
from msolemu.runtime.values.enumerations import number_of
from msolemu.runtime.values.objects import Int64, Value
from msolemu.runtime.values.references import Reference

WIDEST = 14 * HOUR


class DateTimeOffset:
    """A moment as clocks of a zone show it, and how many ticks they are ahead of UTC.

    Two are equal when they are the same moment.
    """

    __slots__ = ("clock", "offset")

    def __init__(self, clock: DateTime, offset: int) -> None:
        self.clock = DateTime(clock.ticks)
        self.offset = offset

    @classmethod
    def checked(cls, clock: DateTime, offset: int) -> DateTimeOffset:
        """The moment; raises what .NET raises for an offset that there is not."""
        if offset % MINUTE:
            raise argument_error("Offset must be specified in whole minutes.", "offset")
        if abs(offset) > WIDEST:
            raise out_of_range("Offset must be within plus or minus 14 hours.", "offset")
        if not 0 <= clock.ticks - offset <= LAST:
            raise out_of_range(
                "The UTC time represented when the offset is applied must be between year 0 and 10,000.", "offset"
            )
        return cls(clock, offset)

    @classmethod
    def default(cls) -> DateTimeOffset:
        """The first moment of all."""
        return cls(DateTime(0), 0)

    @property
    def utc_ticks(self) -> int:
        """The ticks in UTC."""
        return self.clock.ticks - self.offset

    def with_offset(self, offset: int) -> DateTimeOffset:
        """The same moment in another zone."""
        return DateTimeOffset.checked(DateTime(min(max(self.utc_ticks + offset, 0), LAST)), offset)

    def moved(self, clock: DateTime) -> DateTimeOffset:
        """Another moment in the same zone."""
        return DateTimeOffset(clock, self.offset)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DateTimeOffset) and self.utc_ticks == other.utc_ticks

    def __hash__(self) -> int:
        return hash(self.utc_ticks)

    def __lt__(self, other: DateTimeOffset) -> bool:
        return self.utc_ticks < other.utc_ticks

    def __gt__(self, other: DateTimeOffset) -> bool:
        return self.utc_ticks > other.utc_ticks

    def __str__(self) -> str:
        return self.formatted("", INVARIANT)

    def formatted(self, directive: str, culture: Culture) -> str:
        """What `ToString(directive, culture)` gives; raises FormatException's error."""
        return format_date(self.clock, directive, culture, self.offset)


KIND = declare("System.DateTimeOffset", VALUE_TYPE, DateTimeOffset)
NAME = "System.DateTimeOffset"

PROPERTIES: dict[str, tuple[str, Callable[[DateTimeOffset], Any]]] = {
    "DateTime": ("datetime", lambda moment: moment.clock),
    "UtcDateTime": ("datetime", lambda moment: DateTime(moment.utc_ticks, UTC_KIND)),
    "LocalDateTime": ("datetime", lambda moment: DateTime(moment.utc_ticks, UTC_KIND).to_local()),
    "Date": ("datetime", lambda moment: DateTime(moment.clock.ticks // DAY * DAY)),
    "Day": ("int", lambda moment: moment.clock.day.day),
    "DayOfWeek": ("System.DayOfWeek", lambda moment: day_of_week(moment.clock)),
    "DayOfYear": ("int", lambda moment: moment.clock.day.timetuple().tm_yday),
    "Hour": ("int", lambda moment: moment.clock.hour),
    "Millisecond": ("int", lambda moment: moment.clock.fraction // MILLISECOND),
    "Microsecond": ("int", lambda moment: moment.clock.fraction // 10 % 1000),
    "Nanosecond": ("int", lambda moment: moment.clock.fraction % 10 * 100),
    "Minute": ("int", lambda moment: moment.clock.minute),
    "Month": ("int", lambda moment: moment.clock.day.month),
    "Offset": ("timespan", lambda moment: TimeSpan(moment.offset)),
    "TotalOffsetMinutes": ("int", lambda moment: moment.offset // MINUTE),
    "Second": ("int", lambda moment: moment.clock.second),
    "Ticks": ("long", lambda moment: Int64(moment.clock.ticks)),
    "UtcTicks": ("long", lambda moment: Int64(moment.utc_ticks)),
    "TimeOfDay": ("timespan", lambda moment: TimeSpan(moment.clock.ticks % DAY)),
    "Year": ("int", lambda moment: moment.clock.day.year),
}
for _name, (_type, _read) in PROPERTIES.items():
    typed_property(KIND, _type, _name, _read)


def of(moment: DateTime) -> DateTimeOffset:
    """A DateTime with the offset of its kind; what is not marked as UTC is local."""
    return DateTimeOffset(moment, 0 if moment.kind == UTC_KIND else offset_at(moment.ticks))


static_properties(KIND, Now=lambda: of(now()), UtcNow=lambda: of(now().to_utc()))
constants(
    KIND,
    MinValue=DateTimeOffset.default(),
    MaxValue=DateTimeOffset(DateTime(LAST), 0),
    UnixEpoch=DateTimeOffset(DateTime(UNIX_START), 0),
)
constructor(KIND, f"{NAME} new(datetime dateTime)")(of)


@constructor(KIND, f"{NAME} new(datetime dateTime, timespan offset)")
def at_offset(moment: DateTime, offset: TimeSpan) -> DateTimeOffset:
    """A clock's time and the offset; they must agree where the time is marked as UTC or local."""
    if (moment.kind == UTC_KIND and offset.ticks) or (moment.kind == LOCAL and offset.ticks != offset_at(moment.ticks)):
        kind = "UTC DateTime instances must be 0" if moment.kind == UTC_KIND else "Local dateTime must match the offset"
        raise argument_error(f"The UTC Offset for {kind}.", "offset")
    return DateTimeOffset.checked(moment, offset.ticks)


@constructor(
    KIND,
    f"{NAME} new(int year, int month, int day, int hour, int minute, int second, timespan offset)",
    f"{NAME} new(int year, int month, int day, int hour, int minute, int second, int millisecond, timespan offset)",
)
def made(year: int, month: int, day: int, *rest: Any) -> DateTimeOffset:
    """A moment by its parts."""
    *clock, offset = rest
    moment = DateTime.at(year, month, day, *clock[:3])
    return DateTimeOffset.checked(moment.moved((clock[3] if len(clock) > 3 else 0) * MILLISECOND), offset.ticks)


for _name, _unit in (("Days", DAY), ("Hours", HOUR), ("Minutes", MINUTE), ("Seconds", SECOND)):
    method(KIND, f"{NAME} Add{_name}(double value)")(
        lambda moment, count, unit=_unit: moment.moved(moment.clock.add(count, unit)),
    )
method(KIND, f"{NAME} AddMilliseconds(double value)")(
    lambda moment, count: moment.moved(moment.clock.add(count, MILLISECOND))
)
method(KIND, f"{NAME} AddTicks(long ticks)")(lambda moment, ticks: moment.moved(moment.clock.moved(int(ticks))))
method(KIND, f"{NAME} AddMonths(int months)")(lambda moment, count: moment.moved(moment.clock.add_months(count)))
method(KIND, f"{NAME} AddYears(int years)")(lambda moment, count: moment.moved(moment.clock.add_years(count)))
method(KIND, f"{NAME} Add(timespan timeSpan)")(lambda moment, span: moment.moved(moment.clock.moved(span.ticks)))
method(KIND, f"{NAME} Subtract(timespan value)")(lambda moment, span: moment.moved(moment.clock.moved(-span.ticks)))
method(KIND, f"timespan Subtract({NAME} value)")(lambda moment, other: TimeSpan(moment.utc_ticks - other.utc_ticks))
method(KIND, f"{NAME} ToOffset(timespan offset)")(lambda moment, offset: moment.with_offset(offset.ticks))
method(KIND, f"{NAME} ToUniversalTime()")(lambda moment: moment.with_offset(0))
method(KIND, f"{NAME} ToLocalTime()")(lambda moment: moment.with_offset(utc_offset_at(moment.utc_ticks)))
method(KIND, "long ToUnixTimeSeconds()")(lambda moment: Int64((moment.utc_ticks - UNIX_START) // SECOND))
method(KIND, "long ToUnixTimeMilliseconds()")(lambda moment: Int64((moment.utc_ticks - UNIX_START) // MILLISECOND))
method(KIND, "long ToFileTime()")(lambda moment: Int64(moment.utc_ticks - FILE_TIME_START))
method(KIND, f"bool Equals({NAME} other)", "bool Equals(System.Object obj)")(lambda moment, other: moment == other)
method(KIND, f"bool EqualsExact({NAME} other)")(lambda moment, other: moment == other and moment.offset == other.offset)


@method(KIND, f"int CompareTo({NAME} other)")
def compare_to(moment: DateTimeOffset, other: DateTimeOffset) -> int:
    """Which of two moments is earlier."""
    return (moment.utc_ticks > other.utc_ticks) - (moment.utc_ticks < other.utc_ticks)


static(KIND, f"int Compare({NAME} first, {NAME} second)")(compare_to)
static(KIND, f"{NAME} FromUnixTimeSeconds(long seconds)")(
    lambda count: DateTimeOffset(DateTime(UNIX_START).moved(int(count) * SECOND, "seconds"), 0)
)
static(KIND, f"{NAME} FromFileTime(long fileTime)")(
    lambda count: DateTimeOffset(DateTime(FILE_TIME_START).moved(int(count), "fileTime"), 0).with_offset(
        utc_offset_at(FILE_TIME_START + int(count))
    )
)
static(KIND, f"bool Equals({NAME} first, {NAME} second)")(lambda one, other: one == other)
static(KIND, f"{NAME} FromUnixTimeMilliseconds(long milliseconds)")(
    lambda count: DateTimeOffset(DateTime(UNIX_START).moved(int(count) * MILLISECOND, "milliseconds"), 0)
)


@method(KIND, "string ToString()", "string ToString(string format)", f"string ToString(string format, {PROVIDER})")
def to_string(moment: DateTimeOffset, directive: str | None = None, provider: Value = None) -> str:
    """The moment under a format."""
    return moment.formatted(directive or "", culture_of(provider))


method(KIND, f"string ToString({PROVIDER})")(lambda moment, provider: to_string(moment, None, provider))


def _from_reading(reading: Any, text: str, flags: int) -> DateTimeOffset:
    from msolemu.runtime.dates.date_reading import ADJUST_TO_UNIVERSAL, ASSUME_UNIVERSAL, check_offset

    offset = reading.offset
    if offset is None:
        offset = 0 if flags & ASSUME_UNIVERSAL else offset_at(reading.ticks)
    check_offset(text, offset)
    if not 0 <= reading.ticks - offset <= LAST:
        raise format_error(f"The UTC representation of the date '{text}' falls outside the year range 1-9999.")
    found = DateTimeOffset(DateTime(reading.ticks), offset)
    return found.with_offset(0) if flags & ADJUST_TO_UNIVERSAL else found


@static(
    KIND,
    f"{NAME} Parse(string input)",
    f"{NAME} Parse(string input, {PROVIDER})",
    f"{NAME} Parse(string input, {PROVIDER}, {STYLES} styles)",
)
def parse(text: str | None, provider: Value = None, styles: Any = None) -> DateTimeOffset:
    """The moment that a text of any usual form tells; without an offset it is local."""
    from msolemu.runtime.dates.date_parse import read_date

    if text is None:
        raise null_argument("input")
    flags = 0 if styles is None else number_of(styles)
    return _from_reading(read_date(text, culture_of(provider), flags), text, flags)


@static(
    KIND,
    f"{NAME} ParseExact(string input, string format, {PROVIDER})",
    f"{NAME} ParseExact(string input, string format, {PROVIDER}, {STYLES} styles)",
    f"{NAME} ParseExact(string input, string[] formats, {PROVIDER}, {STYLES} styles)",
)
def parse_exact(text: str | None, directives: Sequence[str], provider: Value, styles: Any = None) -> DateTimeOffset:
    """The moment that a text in one of the forms tells."""
    from msolemu.runtime.dates.date_parse_exact import read_exactly

    if text is None:
        raise null_argument("input")
    flags = 0 if styles is None else number_of(styles)
    listed = [directives] if isinstance(directives, str) else list(directives)
    return _from_reading(read_exactly(text, listed, culture_of(provider), flags, zoned=True), text, flags)


@static(
    KIND,
    f"bool TryParse(string input, [ref] {NAME} result)",
    f"bool TryParse(string s, {PROVIDER}, [ref] {NAME} result)",
    f"bool TryParse(string input, {PROVIDER}, {STYLES} styles, [ref] {NAME} result)",
)
def try_parse(text: str | None, *rest: Any) -> bool:
    """Whether the text tells a moment, which the reference then gets."""
    *rules, result = rest
    return _tried(lambda: parse(text, *rules), result)


@static(
    KIND,
    f"bool TryParseExact(string input, string format, {PROVIDER}, {STYLES} styles, [ref] {NAME} result)",
    f"bool TryParseExact(string input, string[] formats, {PROVIDER}, {STYLES} styles, [ref] {NAME} result)",
)
def try_parse_exact(text: str | None, *rest: Any) -> bool:
    """Whether the text in one of the forms tells a moment, which the reference then gets."""
    *rules, result = rest
    return _tried(lambda: parse_exact(text, *rules), result)


def _tried(read: Callable[[], DateTimeOffset], result: Reference) -> bool:
    try:
        result.value = read()
    except NetError:
        result.value = DateTimeOffset.default()
        return False
    return True

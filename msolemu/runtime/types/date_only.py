"""DateOnly and TimeOnly: the two halves of a moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from msolemu.runtime.dates.date_format import format_date
from msolemu.runtime.errors.net_errors import NetError, argument_error, format_error, null_argument, out_of_range
from msolemu.runtime.text.culture import INVARIANT, Culture, culture_of
from msolemu.runtime.types.date_time import DAY, HOUR, LAST, MILLISECOND, MINUTE, DateTime
from msolemu.runtime.types.date_time_members import PROVIDER, STYLES, day_of_week
from msolemu.runtime.types.declaring import constants, constructor, method, reader, static, typed_property
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import VALUE_TYPE, declare
from msolemu.runtime.types.time_span import TimeSpan
from msolemu.runtime.values.enumerations import number_of
from msolemu.runtime.values.objects import Int64, Value
from msolemu.runtime.values.references import Reference

NO_CURRENT_DATE = 8


class Half:
    """A day, or a time of day, held as a moment whose other half is zero."""

    __slots__ = ("moment",)
    name = ""
    standard: ClassVar[dict[str, str]] = {}
    """The formats that there are, and under which one a moment is written."""
    refused = ""
    """The letters that say something of the other half."""

    def __init__(self, moment: DateTime) -> None:
        self.moment = DateTime(moment.ticks)

    @classmethod
    def default(cls) -> Any:
        """The first of all."""
        return cls(DateTime(0))

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.moment == other.moment

    def __hash__(self) -> int:
        return hash(self.moment)

    def __lt__(self, other: Half) -> bool:
        return self.moment < other.moment

    def __gt__(self, other: Half) -> bool:
        return self.moment > other.moment

    def __str__(self) -> str:
        return self.formatted("", INVARIANT)

    def formatted(self, directive: str, culture: Culture) -> str:
        """What `ToString(directive, culture)` gives; raises FormatException's error."""
        directive = directive or next(iter(self.standard))
        if len(directive) == 1 and directive not in self.standard:
            raise format_error("Input string was not in a correct format.")
        if len(directive) > 1 and set(_letters(directive)) & set(self.refused):
            raise format_error("Input string was not in a correct format.")
        return format_date(self.moment, self.standard.get(directive, directive), culture)

    def compare(self, other: Value) -> int:
        """Which is earlier."""
        if other is None:
            return 1
        if type(other) is not type(self):
            raise argument_error(f"Object must be of type {self.name}.")
        return int(self > other) - int(self < other)


def _letters(directive: str) -> str:
    from msolemu.runtime.dates.date_format import pieces_of

    return "".join(letter for letter, _, _ in pieces_of(directive))


class DateOnly(Half):
    """A day."""

    __slots__ = ()
    name = "DateOnly"
    standard: ClassVar[dict[str, str]] = {
        "d": "d",
        "D": "D",
        "m": "m",
        "M": "M",
        "o": "yyyy-MM-dd",
        "O": "yyyy-MM-dd",
        "r": "ddd, dd MMM yyyy",
        "R": "ddd, dd MMM yyyy",
        "y": "y",
        "Y": "y",
    }
    refused = "hHmsfFtzK"


class TimeOnly(Half):
    """A time of day."""

    __slots__ = ()
    name = "TimeOnly"
    standard: ClassVar[dict[str, str]] = {
        "t": "t",
        "T": "T",
        "o": "HH:mm:ss.fffffff",
        "O": "HH:mm:ss.fffffff",
        "r": "HH:mm:ss",
        "R": "HH:mm:ss",
    }
    refused = "dMyzKg"

    def span(self) -> TimeSpan:
        """The time since midnight."""
        return TimeSpan(self.moment.ticks)


DATE = declare("System.DateOnly", VALUE_TYPE, DateOnly)
TIME = declare("System.TimeOnly", VALUE_TYPE, TimeOnly)
for _name in ("Year", "Month", "Day"):
    typed_property(DATE, "int", _name, reader("moment.day." + _name.lower()))
typed_property(DATE, "System.DayOfWeek", "DayOfWeek", lambda date: day_of_week(date.moment))
typed_property(DATE, "int", "DayOfYear", lambda date: date.moment.day.timetuple().tm_yday)
typed_property(DATE, "int", "DayNumber", lambda date: date.moment.ticks // DAY)
for _name in ("Hour", "Minute", "Second"):
    typed_property(TIME, "int", _name, reader("moment." + _name.lower()))
typed_property(TIME, "int", "Millisecond", lambda time: time.moment.fraction // MILLISECOND)
typed_property(TIME, "int", "Microsecond", lambda time: time.moment.fraction // 10 % 1000)
typed_property(TIME, "int", "Nanosecond", lambda time: time.moment.fraction % 10 * 100)
typed_property(TIME, "long", "Ticks", lambda time: Int64(time.moment.ticks))
constants(DATE, MinValue=DateOnly.default(), MaxValue=DateOnly(DateTime(LAST // DAY * DAY)))
constants(TIME, MinValue=TimeOnly.default(), MaxValue=TimeOnly(DateTime(DAY - 1)))


@constructor(DATE, "System.DateOnly(int year, int month, int day)")
def new_date(year: int, month: int, day: int) -> DateOnly:
    """A day by its parts."""
    return DateOnly(DateTime.at(year, month, day))


@constructor(
    TIME,
    "System.TimeOnly(int hour, int minute)",
    "System.TimeOnly(int hour, int minute, int second)",
    "System.TimeOnly(int hour, int minute, int second, int millisecond)",
)
def new_time(hour: int, minute: int, second: int = 0, millisecond: int = 0) -> TimeOnly:
    """A time of day by its parts."""
    return TimeOnly(DateTime.at(1, 1, 1, hour, minute, second).moved(millisecond * MILLISECOND))


@constructor(TIME, "System.TimeOnly(long ticks)")
def time_of_ticks(ticks: int) -> TimeOnly:
    """A time of day by its ticks."""
    if not 0 <= ticks < DAY:
        raise out_of_range("Ticks must be between 0 and and TimeOnly.MaxValue.Ticks.", "ticks")
    return TimeOnly(DateTime(int(ticks)))


static(DATE, "System.DateOnly FromDateTime(datetime dateTime)")(
    lambda moment: DateOnly(DateTime(moment.ticks // DAY * DAY))
)
static(DATE, "System.DateOnly FromDayNumber(int dayNumber)")(
    lambda number: DateOnly(DateTime(0).moved(number * DAY, "dayNumber"))
)
static(TIME, "System.TimeOnly FromDateTime(datetime dateTime)")(lambda moment: TimeOnly(DateTime(moment.ticks % DAY)))
static(TIME, "System.TimeOnly FromTimeSpan(timespan timeSpan)")(lambda span: time_of_ticks(span.ticks))
static(TIME, "timespan op_Subtraction(System.TimeOnly t1, System.TimeOnly t2)")(
    lambda one, other: TimeSpan((one.moment.ticks - other.moment.ticks) % DAY)
)
method(DATE, "System.DateOnly AddDays(int value)")(lambda date, days: DateOnly(date.moment.add(days, DAY)))
method(DATE, "System.DateOnly AddMonths(int value)")(lambda date, months: DateOnly(date.moment.add_months(months)))
method(DATE, "System.DateOnly AddYears(int value)")(lambda date, years: DateOnly(date.moment.add_years(years)))
method(DATE, "string ToLongDateString()")(lambda date: date.formatted("D", culture_of(None)))
method(DATE, "string ToShortDateString()")(lambda date: date.formatted("d", culture_of(None)))
method(TIME, "string ToLongTimeString()")(lambda time: time.formatted("T", culture_of(None)))
method(TIME, "string ToShortTimeString()")(lambda time: time.formatted("t", culture_of(None)))
method(TIME, "timespan ToTimeSpan()")(TimeOnly.span)


@method(
    DATE,
    "datetime ToDateTime(System.TimeOnly time)",
    "datetime ToDateTime(System.TimeOnly time, System.DateTimeKind kind)",
)
def to_date_time(date: DateOnly, time: TimeOnly, kind: Any = None) -> DateTime:
    """The moment of a day and a time."""
    return DateTime(date.moment.ticks + time.moment.ticks, 0 if kind is None else number_of(kind))


def _turned(time: TimeOnly, ticks: int, days: Reference | None = None) -> TimeOnly:
    """A time so much later, past midnight if need be; how many midnights, the reference then says."""
    whole, left = divmod(time.moment.ticks + ticks, DAY)
    if days is not None:
        days.value = whole
    return TimeOnly(DateTime(left))


method(TIME, "System.TimeOnly Add(timespan value)", "System.TimeOnly Add(timespan value, [ref] int wrappedDays)")(
    lambda time, span, days=None: _turned(time, span.ticks, days)
)
for _name, _unit in (("Hours", HOUR), ("Minutes", MINUTE)):
    method(
        TIME,
        f"System.TimeOnly Add{_name}(double value)",
        f"System.TimeOnly Add{_name}(double value, [ref] int wrappedDays)",
    )(lambda time, count, days=None, unit=_unit: _turned(time, int(count * unit), days))


@method(TIME, "bool IsBetween(System.TimeOnly start, System.TimeOnly end)")
def is_between(time: TimeOnly, start: TimeOnly, end: TimeOnly) -> bool:
    """Whether the time is in a span that includes its start; the span may go over midnight."""
    if start < end:
        return not time < start and time < end
    return start != end and (not time < start or time < end)


def _day_of(reading: Any, text: str) -> DateOnly:
    if reading.ticks % DAY or reading.is_time or reading.offset is not None:
        raise _unread(text, "DateOnly")
    return DateOnly(DateTime(reading.ticks))


def _time_of(reading: Any, text: str) -> TimeOnly:
    if reading.ticks >= DAY or not reading.is_time or reading.offset is not None:
        raise _unread(text, "TimeOnly")
    return TimeOnly(DateTime(reading.ticks))


def _unread(text: str, name: str) -> NetError:
    return format_error(f"String '{text}' was not recognized as a valid {name}.")


def _reads(cls: type[Half], half: Callable[[Any, str], Half]) -> tuple[Callable[..., Half], Callable[..., Half]]:
    """What reads a text of any usual form, and one in forms that are given."""

    def parse(text: str | None, provider: Value = None, styles: Any = None) -> Half:
        from msolemu.runtime.dates.date_parse import read_date

        if text is None:
            raise null_argument("s")
        try:
            return half(read_date(text, culture_of(provider), _flags(styles)), text)
        except NetError:
            raise _unread(text, cls.name) from None

    def parse_exact(text: str | None, directives: Any, provider: Value = None, styles: Any = None) -> Half:
        from msolemu.runtime.dates.date_parse_exact import read_exactly

        if text is None:
            raise null_argument("s")
        listed = [directives] if isinstance(directives, str) else list(directives)
        patterns = [cls.standard.get(one, one) for one in listed]
        try:
            return half(read_exactly(text, patterns, culture_of(provider), _flags(styles)), text)
        except NetError:
            raise _unread(text, cls.name) from None

    return parse, parse_exact


def _flags(styles: Any) -> int:
    return NO_CURRENT_DATE | (0 if styles is None else number_of(styles))


def _tried(read: Callable[..., Half], cls: type[Half]) -> Callable[..., bool]:
    def tried(text: str | None, *rest: Any) -> bool:
        *rules, result = rest
        try:
            result.value = read(text, *rules)
        except NetError:
            result.value = cls.default()
            return False
        return True

    return tried


def _declare_reading(kind: NetType, cls: type[Half], half: Callable[[Any, str], Half]) -> None:
    name, style = f"System.{cls.name}", f"{STYLES} style"
    parse, parse_exact = _reads(cls, half)
    static(
        kind,
        f"{name} Parse(string s)",
        f"{name} Parse(string s, {PROVIDER})",
        f"{name} Parse(string s, {PROVIDER}, {style})",
    )(parse)
    static(
        kind,
        f"bool TryParse(string s, [ref] {name} result)",
        f"bool TryParse(string s, {PROVIDER}, [ref] {name} result)",
        f"bool TryParse(string s, {PROVIDER}, {style}, [ref] {name} result)",
    )(_tried(parse, cls))
    for formats in ("string format", "string[] formats"):
        static(
            kind,
            f"{name} ParseExact(string s, {formats})",
            f"{name} ParseExact(string s, {formats}, {PROVIDER})",
            f"{name} ParseExact(string s, {formats}, {PROVIDER}, {style})",
        )(parse_exact)
        static(
            kind,
            f"bool TryParseExact(string s, {formats}, [ref] {name} result)",
            f"bool TryParseExact(string s, {formats}, {PROVIDER}, {style}, [ref] {name} result)",
        )(_tried(parse_exact, cls))


def _declare_text(kind: NetType, name: str) -> None:
    method(kind, "string ToString()", "string ToString(string format)", f"string ToString(string format, {PROVIDER})")(
        lambda value, directive=None, provider=None: value.formatted(directive or "", culture_of(provider))
    )
    method(kind, f"string ToString({PROVIDER})")(lambda value, provider: value.formatted("", culture_of(provider)))
    method(kind, f"int CompareTo({name} value)", "int CompareTo(System.Object value)")(Half.compare)
    method(kind, f"bool Equals({name} value)", "bool Equals(System.Object value)")(lambda value, other: value == other)


for _kind, _class, _half in ((DATE, DateOnly, _day_of), (TIME, TimeOnly, _time_of)):
    _declare_reading(_kind, _class, _half)
    _declare_text(_kind, f"System.{_class.name}")

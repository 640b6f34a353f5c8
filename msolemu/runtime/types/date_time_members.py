"""The members of System.DateTime."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msolemu.runtime.errors.net_errors import NetError, argument_error, null_argument, out_of_range
from msolemu.runtime.text.culture import EN_US, Culture, culture_of
from msolemu.runtime.types.convertible import implement_conversions
from msolemu.runtime.types.date_time import (
    DATE_TIME,
    DAY,
    HOUR,
    LAST,
    LOCAL,
    MILLISECOND,
    MINUTE,
    SECOND,
    UTC_KIND,
    DateTime,
    days_in_month,
    is_daylight_saving,
    is_leap_year,
    now,
)
from msolemu.runtime.types.declaring import constants, constructor, method, static, static_properties, typed_property
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.registry import STRING
from msolemu.runtime.types.time_span import TimeSpan
from msolemu.runtime.values.enumerations import number_of
from msolemu.runtime.values.objects import Char, Int64, TypedArray, Value
from msolemu.runtime.values.references import Reference

FILE_TIME_START = 504_911_232_000_000_000
UNIX_START = 621_355_968_000_000_000
AUTOMATION_START = 599_264_352_000_000_000
KINDS = ("Unspecified", "Utc", "Local")
DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
PROVIDER = "System.IFormatProvider provider"
STYLES = "System.Globalization.DateTimeStyles"
FORMATS = "dDfFgGmMoOrRstTuUyY"
KIND_BITS = {UTC_KIND: 1 << 62, LOCAL: 2 << 62}


def kind_of(moment: DateTime) -> Any:
    """The DateTimeKind of a moment."""
    return member("System.DateTimeKind", KINDS[moment.kind])


def day_of_week(moment: DateTime) -> Any:
    """The DayOfWeek of a moment."""
    return member("System.DayOfWeek", DAYS[moment.day_of_week])


def long_text(moment: DateTime) -> str:
    """The script property `DateTime` that PowerShell adds: long date and long time."""
    return moment.formatted("F", EN_US)


PROPERTIES: dict[str, tuple[str, Callable[[DateTime], Any]]] = {
    "Date": ("datetime", lambda moment: DateTime(moment.ticks // DAY * DAY, moment.kind)),
    "Day": ("int", lambda moment: moment.day.day),
    "DayOfWeek": ("System.DayOfWeek", day_of_week),
    "DayOfYear": ("int", lambda moment: moment.day.timetuple().tm_yday),
    "Hour": ("int", lambda moment: moment.hour),
    "Kind": ("System.DateTimeKind", kind_of),
    "Millisecond": ("int", lambda moment: moment.fraction // MILLISECOND),
    "Microsecond": ("int", lambda moment: moment.fraction // 10 % 1000),
    "Nanosecond": ("int", lambda moment: moment.fraction % 10 * 100),
    "Minute": ("int", lambda moment: moment.minute),
    "Month": ("int", lambda moment: moment.day.month),
    "Second": ("int", lambda moment: moment.second),
    "Ticks": ("long", lambda moment: Int64(moment.ticks)),
    "TimeOfDay": ("timespan", lambda moment: TimeSpan(moment.ticks % DAY)),
    "Year": ("int", lambda moment: moment.day.year),
}
for _name, (_type, _read) in PROPERTIES.items():
    typed_property(DATE_TIME, _type, _name, _read)

DATE_TIME.declare_property("DateTime", long_text, kind="ScriptProperty")
implement_conversions(DATE_TIME)
static_properties(
    DATE_TIME,
    Now=now,
    Today=lambda: DateTime(now().ticks // DAY * DAY, LOCAL),
    UtcNow=lambda: now().to_utc(),
)
constants(DATE_TIME, MinValue=DateTime(0), MaxValue=DateTime(LAST), UnixEpoch=DateTime(UNIX_START, UTC_KIND))


@constructor(
    DATE_TIME,
    "datetime new(int year, int month, int day)",
    "datetime new(int year, int month, int day, int hour, int minute, int second)",
    "datetime new(int year, int month, int day, int hour, int minute, int second, System.DateTimeKind kind)",
    "datetime new(int year, int month, int day, int hour, int minute, int second, int millisecond)",
    "datetime new(int year, int month, int day, int hour, int minute, int second, int millisecond, "
    "System.DateTimeKind kind)",
)
def made(year: int, month: int, day: int, *rest: Any) -> DateTime:
    """A moment by its parts."""
    parts = [int(part) for part in rest if type(part) is int]
    kind = number_of(rest[-1]) if rest and type(rest[-1]) is not int else 0
    milliseconds = parts.pop() if len(parts) > 3 else 0
    if not 0 <= milliseconds < 1000:
        raise out_of_range("Valid values are between 0 and 999, inclusive.", "millisecond")
    return DateTime(DateTime.at(year, month, day, *parts).ticks + milliseconds * MILLISECOND, kind)


@constructor(DATE_TIME, "datetime new(long ticks)", "datetime new(long ticks, System.DateTimeKind kind)")
def from_ticks(ticks: int, kind: Any = None) -> DateTime:
    """A moment by its ticks."""
    if not 0 <= ticks <= LAST:
        raise out_of_range("Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.", "ticks")
    return DateTime(int(ticks), 0 if kind is None else number_of(kind))


for _name, _unit in (
    ("Days", DAY),
    ("Hours", HOUR),
    ("Minutes", MINUTE),
    ("Seconds", SECOND),
    ("Milliseconds", MILLISECOND),
    ("Microseconds", 10),
):
    method(DATE_TIME, f"datetime Add{_name}(double value)")(
        lambda moment, count, unit=_unit: moment.add(count, unit),
    )
method(DATE_TIME, "datetime AddTicks(long value)")(lambda moment, ticks: moment.moved(int(ticks)))
method(DATE_TIME, "datetime AddMonths(int months)")(lambda moment, months: moment.add_months(months))
method(DATE_TIME, "datetime AddYears(int value)")(lambda moment, years: moment.add_years(years))
method(DATE_TIME, "datetime Add(timespan value)")(lambda moment, span: moment.moved(span.ticks))
method(DATE_TIME, "timespan Subtract(datetime value)")(lambda moment, other: TimeSpan(moment.ticks - other.ticks))
method(DATE_TIME, "datetime Subtract(timespan value)")(lambda moment, span: moment.moved(-span.ticks))
method(DATE_TIME, "datetime ToLocalTime()")(lambda moment: moment.to_local())
method(DATE_TIME, "datetime ToUniversalTime()")(lambda moment: moment.to_utc())
method(DATE_TIME, "bool IsDaylightSavingTime()")(lambda moment: moment.kind != UTC_KIND and is_daylight_saving(moment))
method(DATE_TIME, "System.TypeCode GetTypeCode()")(lambda moment: member("System.TypeCode", "DateTime"))


@method(DATE_TIME, "int CompareTo(System.Object value)", "int CompareTo(datetime value)")
def compare_to(moment: DateTime, other: Value) -> int:
    """Which of two moments is earlier; null is before all."""
    if other is None:
        return 1
    if not isinstance(other, DateTime):
        raise argument_error("Object must be of type DateTime.")
    return (moment.ticks > other.ticks) - (moment.ticks < other.ticks)


method(DATE_TIME, "bool Equals(System.Object value)", "bool Equals(datetime value)")(
    lambda moment, other: moment == other
)
method(DATE_TIME, "int GetHashCode()")(lambda moment: ((moment.ticks ^ (moment.ticks >> 32)) + 2**31) % 2**32 - 2**31)


@method(DATE_TIME, "string ToString()", "string ToString(string format)", f"string ToString(string format, {PROVIDER})")
def to_string(moment: DateTime, directive: str | None = None, provider: Value = None) -> str:
    """The moment under a format."""
    return moment.formatted(directive or "", culture_of(provider))


method(DATE_TIME, f"string ToString({PROVIDER})")(lambda moment, provider: to_string(moment, None, provider))
for _name, _letter in (("LongDate", "D"), ("LongTime", "T"), ("ShortDate", "d"), ("ShortTime", "t")):
    method(DATE_TIME, f"string To{_name}String()")(
        lambda moment, letter=_letter: moment.formatted(letter, EN_US),
    )


@method(
    DATE_TIME,
    "string[] GetDateTimeFormats()",
    "string[] GetDateTimeFormats(char format)",
    f"string[] GetDateTimeFormats(char format, {PROVIDER})",
)
def formats(moment: DateTime, letter: Char | None = None, provider: Value = None) -> Value:
    """The texts of the standard formats."""
    culture: Culture = culture_of(provider)
    return TypedArray([moment.formatted(one, culture) for one in (letter or FORMATS)], STRING)


def _not_before(ticks: int) -> Int64:
    if ticks < 0:
        raise out_of_range("Not a valid Win32 FileTime.")
    return Int64(ticks)


method(DATE_TIME, "long ToFileTime()", "long ToFileTimeUtc()")(
    lambda moment: _not_before((moment.to_utc() if moment.kind else moment).ticks - FILE_TIME_START)
)
method(DATE_TIME, "double ToOADate()")(
    lambda moment: (moment.ticks - AUTOMATION_START) // MILLISECOND / 86_400_000,
)


@method(DATE_TIME, "long ToBinary()")
def to_binary(moment: DateTime) -> Int64:
    """Ticks and kind in 64 bits; local time goes by way of UTC."""
    number = (moment.to_utc().ticks if moment.kind == LOCAL else moment.ticks) | KIND_BITS.get(moment.kind, 0)
    return Int64(number - (1 << 64) if number >= 1 << 63 else number)


@static(DATE_TIME, "datetime FromBinary(long dateData)")
def from_binary(number: int) -> DateTime:
    """The moment that `ToBinary` wrote."""
    ticks, kind = number & ((1 << 62) - 1), (number >> 62) & 3
    return DateTime(ticks, UTC_KIND).to_local() if kind & LOCAL else DateTime(ticks, kind)


def _automation_ticks(days: float) -> int:
    if not -657435 < days < 2958466:
        raise argument_error("Not a legal OleAut date.")
    return round(days * 86_400_000) * MILLISECOND


static(DATE_TIME, "datetime FromFileTime(long fileTime)")(
    lambda ticks: from_ticks(_not_before(ticks) + FILE_TIME_START, member("System.DateTimeKind", "Utc")).to_local()
)
static(DATE_TIME, "datetime FromFileTimeUtc(long fileTime)")(
    lambda ticks: from_ticks(_not_before(ticks) + FILE_TIME_START, member("System.DateTimeKind", "Utc"))
)
static(DATE_TIME, "datetime FromOADate(double d)")(
    lambda days: DateTime(AUTOMATION_START).moved(_automation_ticks(days))
)
static(DATE_TIME, "datetime SpecifyKind(datetime value, System.DateTimeKind kind)")(
    lambda moment, kind: DateTime(moment.ticks, number_of(kind))
)
static(DATE_TIME, "int Compare(datetime t1, datetime t2)")(compare_to)
static(DATE_TIME, "bool Equals(datetime t1, datetime t2)")(lambda one, other: one == other)


@static(DATE_TIME, "bool IsLeapYear(int year)")
def leap(year: int) -> bool:
    """Whether a year is a leap year."""
    if not 1 <= year <= 9999:
        raise out_of_range("Year must be between 1 and 9999.", "year")
    return is_leap_year(year)


@static(DATE_TIME, "int DaysInMonth(int year, int month)")
def month_length(year: int, month: int) -> int:
    """The number of days of a month."""
    if not 1 <= month <= 12:
        raise out_of_range("Month must be between one and twelve.", "month")
    leap(year)
    return days_in_month(year, month)


def _text(text: str | None, parameter: str = "s") -> str:
    if text is None:
        raise null_argument(parameter)
    return text


@static(
    DATE_TIME,
    "datetime Parse(string s)",
    f"datetime Parse(string s, {PROVIDER})",
    f"datetime Parse(string s, {PROVIDER}, {STYLES} styles)",
)
def parse(text: str | None, provider: Value = None, styles: Any = None) -> DateTime:
    """The moment that a text of any usual form tells."""
    from msolemu.runtime.dates.date_parse import parse_date

    return parse_date(_text(text), culture_of(provider), 0 if styles is None else number_of(styles))


@static(
    DATE_TIME,
    "bool TryParse(string s, [ref] datetime result)",
    f"bool TryParse(string s, {PROVIDER}, [ref] datetime result)",
    f"bool TryParse(string s, {PROVIDER}, {STYLES} styles, [ref] datetime result)",
)
def try_parse(text: str | None, *rest: Any) -> bool:
    """Whether the text tells a moment, which the reference then gets."""
    *rules, result = rest
    return _tried(lambda: parse(text, *rules), result)


def _tried(read: Any, result: Reference) -> bool:
    try:
        result.value = read()
    except NetError:
        result.value = DateTime(0)
        return False
    return True


@static(
    DATE_TIME,
    f"datetime ParseExact(string s, string format, {PROVIDER})",
    f"datetime ParseExact(string s, string format, {PROVIDER}, {STYLES} style)",
    f"datetime ParseExact(string s, string[] formats, {PROVIDER}, {STYLES} style)",
)
def parse_exact(text: str | None, directives: Sequence[str] | None, provider: Value, styles: Any = None) -> DateTime:
    """The moment that a text in one of the forms tells."""
    from msolemu.runtime.dates.date_parse_exact import read_exactly
    from msolemu.runtime.dates.date_reading import to_date_time

    if directives is None:
        raise null_argument("format")
    flags = 0 if styles is None else number_of(styles)
    listed = [directives] if isinstance(directives, str) else list(directives)
    return to_date_time(read_exactly(_text(text), listed, culture_of(provider), flags), _text(text), flags)


@static(
    DATE_TIME,
    f"bool TryParseExact(string s, string format, {PROVIDER}, {STYLES} style, [ref] datetime result)",
    f"bool TryParseExact(string s, string[] formats, {PROVIDER}, {STYLES} style, [ref] datetime result)",
)
def try_parse_exact(
    text: str | None, directives: Sequence[str] | None, provider: Value, styles: Any, result: Reference
) -> bool:
    """Whether the text in one of the forms tells a moment, which the reference then gets."""
    return _tried(lambda: parse_exact(text, directives, provider, styles), result)

"""Calendars, weeks and regions of System.Globalization, and how texts compare under a culture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msolemu.runtime.errors.net_errors import argument_error, null_argument, out_of_range
from msolemu.runtime.text.culture import EN_US, Culture, all_cultures
from msolemu.runtime.types.comparisons import Comparison
from msolemu.runtime.types.culture import CULTURE, DATES
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.declaring import constructor, method, static, static_properties, typed_property
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.enumerations import number_of
from msolemu.runtime.values.members import get_property, invoke_method, invoke_static
from msolemu.runtime.values.objects import TypedArray, Value

_SPACE = "System.Globalization."
CALENDAR, GREGORIAN, REGION, COMPARE, ISO_WEEK = (
    known_type(_SPACE + _name) for _name in ("Calendar", "GregorianCalendar", "RegionInfo", "CompareInfo", "ISOWeek")
)
DATE_TIME = known_type("System.DateTime")
WEEK = 7


class GregorianCalendar:
    """The calendar of every culture here."""

    __slots__ = ()


represent(GREGORIAN, GregorianCalendar)
constructor(GREGORIAN, f"{GREGORIAN.full_name}()")(GregorianCalendar)
typed_property(CULTURE, CALENDAR.full_name, "Calendar", lambda culture: GregorianCalendar())
typed_property(DATES, CALENDAR.full_name, "Calendar", lambda style: GregorianCalendar())
typed_property(
    CULTURE, CALENDAR.full_name + "[]", "OptionalCalendars", lambda culture: TypedArray([GregorianCalendar()], CALENDAR)
)
typed_property(
    GREGORIAN,
    _SPACE + "GregorianCalendarTypes",
    "CalendarType",
    lambda calendar: member(_SPACE + "GregorianCalendarTypes", "Localized"),
)
typed_property(GREGORIAN, "System.Int32[]", "Eras", lambda calendar: TypedArray([1], known_type("System.Int32")))
typed_property(GREGORIAN, "System.Int32", "TwoDigitYearMax", lambda calendar: 2049)


def _part(name: str) -> Callable[[Any, DateTime], Value]:
    return lambda calendar, moment: get_property(moment, name)


def _moved(name: str) -> Callable[[Any, DateTime, int], Value]:
    return lambda calendar, moment, count: invoke_method(moment, name, [count])


for _name, _property in (
    ("GetYear", "Year"),
    ("GetMonth", "Month"),
    ("GetDayOfMonth", "Day"),
    ("GetDayOfYear", "DayOfYear"),
    ("GetHour", "Hour"),
    ("GetMinute", "Minute"),
    ("GetSecond", "Second"),
):
    method(CALENDAR, f"int {_name}(datetime time)")(_part(_property))
method(CALENDAR, "System.DayOfWeek GetDayOfWeek(datetime time)")(_part("DayOfWeek"))
method(CALENDAR, "int GetEra(datetime time)")(lambda calendar, moment: 1)
for _name in ("AddYears", "AddMonths", "AddDays", "AddHours", "AddMinutes", "AddSeconds"):
    method(CALENDAR, f"datetime {_name}(datetime time, int count)")(_moved(_name))
method(CALENDAR, "datetime AddWeeks(datetime time, int weeks)")(
    lambda calendar, moment, weeks: invoke_method(moment, "AddDays", [weeks * WEEK])
)
method(CALENDAR, "bool IsLeapYear(int year)")(lambda calendar, year: invoke_static(DATE_TIME, "IsLeapYear", [year]))
method(CALENDAR, "int GetDaysInMonth(int year, int month)")(
    lambda calendar, year, month: invoke_static(DATE_TIME, "DaysInMonth", [year, month])
)
method(CALENDAR, "int GetDaysInYear(int year)")(
    lambda calendar, year: 365 + invoke_static(DATE_TIME, "IsLeapYear", [year])
)
method(CALENDAR, "int GetMonthsInYear(int year)")(lambda calendar, year: 12)
method(CALENDAR, "int ToFourDigitYear(int year)")(
    lambda calendar, year: year if year > 99 else year + (2000 if year < 50 else 1900)
)


@method(
    CALENDAR,
    "int GetWeekOfYear(datetime time, System.Globalization.CalendarWeekRule rule, System.DayOfWeek firstDayOfWeek)",
)
def week_of_year(calendar: Any, moment: DateTime, rule: Any, first: Any) -> int:
    """The week in which a day lies; what the first week of a year is, the rule says."""
    day = get_property(moment, "DayOfYear") - 1
    weekday = number_of(get_property(moment, "DayOfWeek"))
    offset = (weekday - day - number_of(first)) % WEEK
    if rule.name == "FirstDay":
        return int((day + offset) // WEEK + 1)
    needed = {"FirstFullWeek": WEEK, "FirstFourDayWeek": 4}[rule.name]
    start = (WEEK - offset) % WEEK
    if start >= needed:
        start -= WEEK
    if day >= start:
        return int((day - start) // WEEK + 1)
    last = invoke_method(moment, "AddDays", [-(day + 1)])
    return week_of_year(calendar, last, rule, first)


def _iso(moment: DateTime) -> tuple[int, int, int]:
    return moment.to_datetime().isocalendar()


static(ISO_WEEK, "int GetWeekOfYear(datetime date)")(lambda moment: _iso(moment)[1])
static(ISO_WEEK, "int GetYear(datetime date)")(lambda moment: _iso(moment)[0])


@static(ISO_WEEK, "datetime ToDateTime(int year, int week, System.DayOfWeek dayOfWeek)")
def day_of_week(year: int, week: int, day: Any) -> Value:
    """A day by its week."""
    from datetime import date

    if not 1 <= week <= 53:
        raise out_of_range("The week parameter must be in the range 1 through 53.", "week")
    found = date.fromisocalendar(year, 1, 1).toordinal() + (week - 1) * WEEK + (number_of(day) - 1) % WEEK
    return invoke_method(DateTime(0), "AddDays", [found - 1])


_REGIONS = {
    "US": ("United States", "USA", "USD", False),
    "GB": ("United Kingdom", "GBR", "GBP", True),
    "DE": ("Germany", "DEU", "EUR", True),
    "FR": ("France", "FRA", "EUR", True),
    "SE": ("Sweden", "SWE", "SEK", True),
    "TR": ("Türkiye", "TUR", "TRY", True),
    "JP": ("Japan", "JPN", "JPY", True),
}


class RegionInfo:
    """A country of one of the cultures."""

    __slots__ = ("culture", "name")

    def __init__(self, culture: Culture, name: str) -> None:
        self.culture = culture
        self.name = name

    def __str__(self) -> str:
        return self.name

    @property
    def facts(self) -> tuple[str, str, str, bool]:
        """English name, three letters, currency, whether it is metric."""
        return _REGIONS[self.culture.name.rpartition("-")[2]]


represent(REGION, RegionInfo)


@constructor(REGION, f"{REGION.full_name}(string name)")
def new_region(name: str) -> RegionInfo:
    """The region of a country or of a culture."""
    if name is None:
        raise null_argument("name")
    for culture in all_cultures():
        if culture.name and name.lower() in (culture.name.lower(), culture.name.lower().rpartition("-")[2]):
            return RegionInfo(culture, culture.name if "-" in name else culture.name.rpartition("-")[2])
    raise argument_error(f"Culture name '{name}' is not supported.", "name")


static_properties(REGION, CurrentRegion=lambda: new_region("US"))
for _name, _read in (
    ("Name", lambda region: region.name),
    ("EnglishName", lambda region: region.facts[0]),
    ("DisplayName", lambda region: region.facts[0]),
    ("TwoLetterISORegionName", lambda region: region.culture.name.rpartition("-")[2]),
    ("ThreeLetterISORegionName", lambda region: region.facts[1]),
    ("CurrencySymbol", lambda region: region.culture.numbers.currency_symbol),
    ("ISOCurrencySymbol", lambda region: region.facts[2]),
):
    typed_property(REGION, "System.String", _name, _read)
typed_property(REGION, "System.Boolean", "IsMetric", lambda region: region.facts[3])


class CompareInfo:
    """How texts compare under a culture."""

    __slots__ = ("culture",)

    def __init__(self, culture: Culture) -> None:
        self.culture = culture


represent(COMPARE, CompareInfo)
typed_property(CULTURE, COMPARE.full_name, "CompareInfo", CompareInfo)
typed_property(COMPARE, "System.String", "Name", lambda info: info.culture.name)
typed_property(COMPARE, "System.Int32", "LCID", lambda info: info.culture.lcid)
_OPTIONS = "System.Globalization.CompareOptions options"
_IGNORING, _BY_UNITS = 1 | 0x10000000, 0x40000000 | 0x10000000


def _rule(options: Any) -> Comparison:
    flags = 0 if options is None else number_of(options)
    return Comparison(ignore_case=bool(flags & _IGNORING), by_units=bool(flags & _BY_UNITS))


@method(
    COMPARE, "int Compare(string string1, string string2)", f"int Compare(string string1, string string2, {_OPTIONS})"
)
def compare(info: CompareInfo, one: str | None, other: str | None, options: Any = None) -> int:
    """The order of two texts."""
    return _rule(options).compare(one, other)


@method(COMPARE, "int IndexOf(string source, string value)", f"int IndexOf(string source, string value, {_OPTIONS})")
def index_of(info: CompareInfo, text: str, wanted: str, options: Any = None) -> int:
    """Where a text stands in another, or -1."""
    rule = _rule(options)
    return rule.fold(text).find(rule.fold(wanted))


for _name, _test in (("IsPrefix", str.startswith), ("IsSuffix", str.endswith)):
    method(
        COMPARE, f"bool {_name}(string source, string value)", f"bool {_name}(string source, string value, {_OPTIONS})"
    )(lambda info, text, part, options=None, test=_test: test(_rule(options).fold(text), _rule(options).fold(part)))
static(COMPARE, f"{COMPARE.full_name} GetCompareInfo(string name)")(lambda name: CompareInfo(EN_US))

"""Dates, lengths of time and moments with an offset, as scripts work with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.state.session import Session
from msolemu.runtime.types import date_time_members, date_time_offset, time_span_members
from msolemu.runtime.types.date_time import DAY, LAST, LOCAL, UTC_KIND, DateTime, days_of
from msolemu.runtime.types.date_time_offset import DateTimeOffset
from msolemu.runtime.types.time_span import TimeSpan

MOMENT = "([datetime]'2020-01-31 10:20:30.1234567')"


@pytest.mark.parametrize(
    ("script", "text"),
    [
        (f"{MOMENT}.Year, {MOMENT}.Month, {MOMENT}.Day, {MOMENT}.DayOfYear", "2020 1 31 31"),
        (f"{MOMENT}.Hour, {MOMENT}.Minute, {MOMENT}.Second", "10 20 30"),
        (f"{MOMENT}.Millisecond, {MOMENT}.Microsecond, {MOMENT}.Nanosecond", "123 456 700"),
        (f"{MOMENT}.DayOfWeek; {MOMENT}.Kind; {MOMENT}.Ticks", "Friday Unspecified 637160628301234567"),
        (f"{MOMENT}.Date; {MOMENT}.TimeOfDay", "01/31/2020 00:00:00 10:20:30.1234567"),
        (f"{MOMENT}.DateTime", "Friday, January 31, 2020 10:20:30 AM"),
        (f"{MOMENT}.AddDays(1.5).ToString('s')", "2020-02-01T22:20:30"),
        (f"{MOMENT}.AddMonths(1).ToString('d'); {MOMENT}.AddMonths(-11).ToString('d')", "2/29/2020 2/28/2019"),
        (f"{MOMENT}.AddYears(-1).Year; {MOMENT}.AddTicks(3).Ticks", "2019 637160628301234570"),
        (f"{MOMENT}.Add('1:00').Hour; {MOMENT}.Subtract([timespan]'1:00').Hour", "11 9"),
        (f"{MOMENT}.Subtract([datetime]'2020-01-30')", "1.10:20:30.1234567"),
        (f"{MOMENT}.CompareTo([datetime]'2021-01-01'); {MOMENT}.CompareTo($null)", "-1 1"),
        (f"{MOMENT}.Equals({MOMENT}); {MOMENT}.Equals(1); {MOMENT}.GetTypeCode()", "True False DateTime"),
        (f"{MOMENT}.GetHashCode() -eq {MOMENT}.GetHashCode()", "True"),
        (f"{MOMENT}.ToLongDateString(); {MOMENT}.ToShortTimeString()", "Friday, January 31, 2020 10:20 AM"),
        (f"{MOMENT}.ToString([cultureinfo]'de-DE')", "31.01.2020 10:20:30"),
        (f"{MOMENT}.GetDateTimeFormats('d')[0]; {MOMENT}.GetDateTimeFormats().Count", "1/31/2020 19"),
        (
            f"{MOMENT}.ToFileTimeUtc(); [datetime]::FromFileTimeUtc(132249396301234567).ToString('o')",
            "132249396301234567 2020-01-31T10:20:30.1234567Z",
        ),
        ("[datetime]::FromFileTime(132249396301234567).Kind", "Local"),
        (f"[datetime]::FromBinary({MOMENT}.ToBinary()) -eq {MOMENT}", "True"),
        (
            "foreach ($d in [datetime]::UtcNow, [datetime]::Now) { [datetime]::FromBinary($d.ToBinary()).Kind }",
            "Utc Local",
        ),
        (
            "[datetime]::FromOADate(43861.5).ToString('s'); ([datetime]'2020-01-31 12:00').ToOADate()",
            "2020-01-31T12:00:00 43861.5",
        ),
        (
            "[datetime]::Now.ToString('o'); [datetime]::Today.ToString('s')",
            "2016-05-06T12:30:00.0000000+00:00 2016-05-06T00:00:00",
        ),
        ("[datetime]::MinValue.Ticks; [datetime]::MaxValue.Ticks; [datetime]::UnixEpoch.Kind", f"0 {LAST} Utc"),
        ("[datetime]::SpecifyKind('2020-01-31', 'Utc').ToString('o')", "2020-01-31T00:00:00.0000000Z"),
        ("[datetime]::Compare('2020-01-31', '2020-01-30'); [datetime]::Equals([datetime]0, [datetime]0)", "1 True"),
        (
            "[datetime]::IsLeapYear(2000); [datetime]::DaysInMonth(1900, 2); [datetime]::DaysInMonth(2020, 4)",
            "True 28 30",
        ),
        (
            "[datetime]::new(2020, 1, 31, 10, 20, 30, 123).Millisecond; "
            "[datetime]::new(2020, 1, 31, 1, 2, 3, [DateTimeKind]::Local).Kind",
            "123 Local",
        ),
        ("[datetime]::new([long]5).Ticks; [datetime]::new([long]5, 'Utc').Kind", "5 Utc"),
        ("[datetime]::ParseExact('31.01.20', [string[]]('d.M.y', 'dd.MM.yy'), $null, 'None').Day", "31"),
        (
            "$d = [datetime]0; [datetime]::TryParse('x', [ref]$d); [datetime]::TryParse('2020-01-31', [ref]$d); $d.Day",
            "False True 31",
        ),
        ("$d = 0; [datetime]::TryParseExact('31', 'dd', $null, 'None', [ref]$d); $d.Day", "True 31"),
        ("([datetime]::UtcNow).IsDaylightSavingTime(); [datetime]@{}", "False 01/01/0001 00:00:00"),
        (
            "[datetime]::Parse('31.1.2020', [cultureinfo]'de-DE', 'AssumeUniversal,AdjustToUniversal').ToString('o')",
            "2020-01-31T00:00:00.0000000Z",
        ),
    ],
)
def test_dates(session: Session, script: str, text: str) -> None:
    assert said(session, script) == text


def said(session: Session, script: str) -> str:
    """What a script gives, as text."""
    return to_text(session.invoke(session.parse(script)))


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("[datetime]::new(2024, 13, 1)", "Year, Month, and Day parameters"),
        ("[datetime]::new(2024, 1, 1, 24, 0, 0)", "Hour, Minute, and Second parameters"),
        ("[datetime]::new(2024, 1, 1, 1, 0, 0, 1000)", "between 0 and 999"),
        ("[datetime]::new([long]-1)", "Ticks must be between"),
        ("[datetime]::MaxValue.AddTicks(1)", "un-representable DateTime"),
        ("[datetime]::MaxValue.AddDays([double]::NaN)", "out of range"),
        ("[datetime]::MaxValue.AddMonths(1)", "un-representable DateTime"),
        ("[datetime]::MaxValue.AddMonths(200000)", "Months value must be between"),
        ("[datetime]::MaxValue.AddYears(1)", "un-representable DateTime"),
        ("[datetime]::MaxValue.AddYears(20000)", "Years value must be between"),
        ("[datetime]::MinValue.ToFileTime()", "Not a valid Win32 FileTime"),
        ("[datetime]::MinValue.CompareTo('x')", "Object must be of type DateTime"),
        ("[datetime]::IsLeapYear(0)", "Year must be between"),
        ("[datetime]::DaysInMonth(2020, 13)", "Month must be between"),
        ("[timespan]::FromDays([double]::NaN)", "Not-a-Number"),
        ("[timespan]::FromDays(1e10)", "duration is too long"),
        ("[timespan]::MaxValue.Add('1')", "duration is too long"),
        ("[timespan]::MinValue.Negate()", "Negating the minimum value"),
        ("[timespan]::Zero.Multiply([double]::NaN)", "Not-a-Number"),
        ("[timespan]::Zero.Divide([double]::NaN)", "Not-a-Number"),
        ("[timespan]::Zero.Divide(0.0)", "duration is too long"),
        ("[timespan]::MaxValue.Multiply([double]::PositiveInfinity)", "duration is too long"),
        ("[timespan]::Zero.CompareTo('x')", "Object must be of type TimeSpan"),
        ("[System.DateTimeOffset]::new([datetime]::UtcNow, '1:00')", "UTC DateTime instances"),
        ("[System.DateTimeOffset]::new([datetime]::Now, '1:00')", "Local dateTime must match"),
        ("[System.DateTimeOffset]::new([datetime]'2020-01-31', '15:00')", "14 hours"),
        ("[System.DateTimeOffset]::new([datetime]'2020-01-31', '0:00:01')", "whole minutes"),
        ("[System.DateTimeOffset]::new([datetime]0, '1:00')", "between year 0 and 10,000"),
        ("[System.DateTimeOffset]::Parse('0001-01-01T00:00+01:00')", "falls outside the year range"),
    ],
)
def test_what_cannot_be_says_why(session: Session, script: str, message: str) -> None:
    said(session, script)
    assert message in session.error_list[0].exception.message


@pytest.mark.parametrize("parse", [date_time_members.parse, time_span_members.parse, date_time_offset.parse])
def test_a_text_that_is_null_is_refused(parse: Callable[[str | None], object]) -> None:
    with pytest.raises(NetError, match="Value cannot be null"):
        parse(None)


@pytest.mark.parametrize(
    "parse", [date_time_members.parse_exact, time_span_members.parse_exact, date_time_offset.parse_exact]
)
def test_a_text_that_is_null_is_in_no_form(parse: Callable[[str | None, Sequence[str] | None, object], object]) -> None:
    with pytest.raises(NetError, match="Value cannot be null"):
        parse(None, "c", None)


def test_a_form_that_is_null_is_refused() -> None:
    for parse in (date_time_members.parse_exact, time_span_members.parse_exact):
        with pytest.raises(NetError, match="Value cannot be null"):
            parse("x", None, None)


SPAN = "([timespan]'-1.02:03:04.5678901')"


@pytest.mark.parametrize(
    ("script", "text"),
    [
        (f"{SPAN}.Days, {SPAN}.Hours, {SPAN}.Minutes, {SPAN}.Seconds", "-1 -2 -3 -4"),
        (f"{SPAN}.Milliseconds, {SPAN}.Microseconds, {SPAN}.Nanoseconds, {SPAN}.Ticks", "-567 -890 -100 -937845678901"),
        (
            "([timespan]'1:30').TotalHours, ([timespan]'1:30').TotalMinutes, ([timespan]1).TotalNanoseconds",
            "1.5 90 100",
        ),
        (
            "[timespan]::new(1, 2, 3); [timespan]::new(1, 2, 3, 4, 5); [timespan]::new([long]7)",
            "01:02:03 1.02:03:04.0050000 00:00:00.0000007",
        ),
        ("[timespan]::FromHours(1.5); [timespan]::FromTicks(5)", "01:30:00 00:00:00.0000005"),
        ("([timespan]'1:00').Add('0:30'); ([timespan]'1:00').Subtract('0:30')", "01:30:00 00:30:00"),
        (f"{SPAN}.Negate() -eq {SPAN}.Duration(); ([timespan]'1:00').Duration()", "True 01:00:00"),
        ("([timespan]'1:00').Multiply(1.5); ([timespan]'1:00').Divide(2.0)", "01:30:00 00:30:00"),
        ("([timespan]'1:00').Divide([timespan]'0:30'), [timespan]::Zero.Divide([timespan]::Zero)", "2 NaN"),
        ("([timespan]'1:00').Divide([timespan]::Zero)", "∞"),
        ("([timespan]'1:00').CompareTo([timespan]'2:00'); ([timespan]'1:00').CompareTo($null)", "-1 1"),
        ("[timespan]::Compare('1', '0'); [timespan]::Equals([timespan]'1', [timespan]'1')", "1 True"),
        (
            "([timespan]'1').Equals([timespan]'1'); ([timespan]'1').GetHashCode() -eq ([timespan]'1').GetHashCode()",
            "True True",
        ),
        ("([timespan]'1:00').ToString('g', [cultureinfo]'de-DE')", "1:00:00"),
        ("[timespan]::MaxValue.Ticks; [timespan]::TicksPerSecond", "9223372036854775807 10000000"),
        (
            "$t = 0; [timespan]::TryParse('x', [ref]$t); [timespan]::TryParse('1:00', [ref]$t); \"$t\"",
            "False True 01:00:00",
        ),
        (
            "[timespan]::ParseExact('10', [string[]]('hh\\:mm', '%h'), $null); "
            "[timespan]::ParseExact('10', '%h', $null, 'AssumeNegative')",
            "10:00:00 -10:00:00",
        ),
        (
            "$t = 0; [timespan]::TryParseExact('10', '%h', $null, [ref]$t); "
            "[timespan]::TryParseExact('x', '%h', $null, [ref]$t); \"$t\"",
            "True False 00:00:00",
        ),
    ],
)
def test_lengths_of_time(session: Session, script: str, text: str) -> None:
    assert said(session, script) == text


OFFSET = "([System.DateTimeOffset]'2020-01-31T10:20:30.123+02:00')"


@pytest.mark.parametrize(
    ("script", "text"),
    [
        (
            f"{OFFSET}; {OFFSET}.ToString(); {OFFSET}.ToString('o')",
            "01/31/2020 10:20:30 +02:00 1/31/2020 10:20:30 AM +02:00 2020-01-31T10:20:30.1230000+02:00",
        ),
        (f"{OFFSET}.DateTime.Hour, {OFFSET}.UtcDateTime.Hour, {OFFSET}.LocalDateTime.Hour, {OFFSET}.Hour", "10 8 8 10"),
        (f"{OFFSET}.Offset; {OFFSET}.TotalOffsetMinutes; {OFFSET}.DayOfWeek", "02:00:00 120 Friday"),
        (f"{OFFSET}.UtcTicks - {OFFSET}.Ticks", "-72000000000"),
        (
            f"{OFFSET}.Year, {OFFSET}.Month, {OFFSET}.Day, {OFFSET}.DayOfYear, {OFFSET}.Minute, {OFFSET}.Second",
            "2020 1 31 31 20 30",
        ),
        (
            f"{OFFSET}.Millisecond, {OFFSET}.Microsecond, {OFFSET}.Nanosecond; {OFFSET}.Date; {OFFSET}.TimeOfDay",
            "123 0 0 01/31/2020 00:00:00 10:20:30.1230000",
        ),
        (
            f"{OFFSET}.AddDays(1).ToString('s'); {OFFSET}.AddMonths(1).Day; {OFFSET}.AddYears(1).Year",
            "2020-02-01T10:20:30 29 2021",
        ),
        (
            f"{OFFSET}.AddMilliseconds(7).Millisecond; {OFFSET}.AddTicks(1).Ticks % 10; {OFFSET}.Add('1:00').Hour",
            "130 1 11",
        ),
        (f"{OFFSET}.Subtract([timespan]'1:00').Hour; {OFFSET}.Subtract({OFFSET})", "9 00:00:00"),
        (
            f"{OFFSET}.ToUniversalTime().ToString('o'); {OFFSET}.ToOffset('3:00').Hour; {OFFSET}.ToLocalTime().Hour",
            "2020-01-31T08:20:30.1230000+00:00 11 8",
        ),
        (
            f"{OFFSET}.ToUnixTimeSeconds(); {OFFSET}.ToUnixTimeMilliseconds(); {OFFSET}.ToFileTime()",
            "1580458830 1580458830123 132249324301230000",
        ),
        ("[System.DateTimeOffset]::FromUnixTimeSeconds(1580458830).ToString('s')", "2020-01-31T08:20:30"),
        ("[System.DateTimeOffset]::FromUnixTimeMilliseconds(1500).Millisecond", "500"),
        (
            f"{OFFSET}.Equals({OFFSET}.ToUniversalTime()); {OFFSET}.EqualsExact({OFFSET}.ToUniversalTime())",
            "True False",
        ),
        (f"{OFFSET}.CompareTo([System.DateTimeOffset]::Now); [System.DateTimeOffset]::UtcNow.Hour", "1 12"),
        (
            "[System.DateTimeOffset]::new([datetime]'2020-01-31').Offset; "
            "[System.DateTimeOffset]::new(2020, 1, 31, 1, 2, 3, 4, '1:00')",
            "00:00:00 01/31/2020 01:02:03 +01:00",
        ),
        (
            f"{OFFSET}.ToString([cultureinfo]'de-DE'); {OFFSET}.ToString('d', [cultureinfo]'de-DE')",
            "31.01.2020 10:20:30 +02:00 31.01.2020",
        ),
        (
            "[System.DateTimeOffset]::ParseExact('Fri, 31 Jan 2020 10:20:30 GMT', 'r', $null, 'AdjustToUniversal')"
            ".ToString('o')",
            "2020-01-31T10:20:30.0000000+00:00",
        ),
        ("[System.DateTimeOffset]::Parse('2020-01-31', $null, 'AssumeUniversal').Offset", "00:00:00"),
        (
            "$o = 0; [System.DateTimeOffset]::TryParse('x', [ref]$o); "
            "[System.DateTimeOffset]::TryParse('2020-01-31Z', [ref]$o); $o.Day",
            "False True 31",
        ),
        ("$o = 0; [System.DateTimeOffset]::TryParseExact('31', 'dd', $null, 'None', [ref]$o); $o.Day", "True 31"),
    ],
)
def test_moments_with_an_offset(session: Session, script: str, text: str) -> None:
    assert said(session, script) == text


def test_dates_of_python_become_local_time_and_come_back(session: Session) -> None:
    session.time_zone = "Asia/Kolkata"
    moment = datetime(2016, 6, 1, 12, 0, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
    local = DateTime.of(moment)
    assert (str(local), local.kind) == ("06/01/2016 15:30:00", LOCAL)
    assert local.to_datetime() == moment
    assert DateTime(local.ticks, UTC_KIND).to_datetime().tzinfo is UTC


def test_dates_compare_by_their_ticks() -> None:
    early, late = DateTime(1), DateTime(2, UTC_KIND)
    assert (early < late, early <= late, early > late, early >= late) == (True, True, False, False)
    assert (late == DateTime(2), late == early, late == 2) == (True, False, False)
    assert (hash(late), repr(early)) == (hash(DateTime(2)), "DateTime(1, 0)")


def test_lengths_of_time_compare_by_their_ticks() -> None:
    short, long = TimeSpan(1), TimeSpan.of(timedelta(seconds=1))
    assert (short < long, short <= long, short > long, short >= long) == (True, True, False, False)
    assert (short == TimeSpan(1), short == 1) == (True, False)
    assert (hash(short), repr(short)) == (hash(TimeSpan(1)), "TimeSpan(1)")
    assert long.to_timedelta() == timedelta(seconds=1)


def test_moments_with_an_offset_compare_in_utc() -> None:
    first, second = DateTimeOffset(DateTime(DAY), 0), DateTimeOffset(DateTime(DAY + 5), 5)
    assert (first == second, hash(first) == hash(second), first == DateTime(DAY)) == (True, True, False)
    assert (first < second, first > second) == (False, False)


@given(st.datetimes(timezones=st.just(UTC)))
def test_days_and_times_are_those_of_python(moment: datetime) -> None:
    made = DateTime.at(*moment.timetuple()[:6], kind=UTC_KIND)
    assert made.to_datetime() == moment.replace(microsecond=0)
    assert made.day_of_week == moment.isoweekday() % 7


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 31), st.integers(-50000, 50000))
def test_months_are_added_by_the_calendar(year: int, month: int, day: int, months: int) -> None:
    if days_of(year, month, day) is None or not 12 <= year * 12 + month - 1 + months <= 9999 * 12 + 11:
        return
    moved = DateTime.at(year, month, day).add_months(months).day
    assert moved.year * 12 + moved.month == year * 12 + month + months
    assert moved.day == day or (moved.day < day and (moved + timedelta(days=1)).day == 1)

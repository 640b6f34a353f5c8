"""Calendars, weeks, regions and how texts compare."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$c = [cultureinfo]::InvariantCulture.Calendar; "
            "$c.GetWeekOfYear([datetime]'2024-12-30', 'FirstFourDayWeek', 'Monday'); "
            "$c.GetWeekOfYear([datetime]'2024-01-01', 'FirstDay', 'Sunday'); "
            "$c.GetWeekOfYear([datetime]'2023-01-01', 'FirstFullWeek', 'Monday')",
            "Int32 53 | Int32 1 | Int32 52",
        ),
        (
            "[Globalization.ISOWeek]::GetWeekOfYear([datetime]'2024-12-30'); "
            "[Globalization.ISOWeek]::GetYear([datetime]'2024-12-30'); "
            "[Globalization.ISOWeek]::ToDateTime(2024, 2, 'Sunday').ToString('yyyy-MM-dd')",
            "Int32 1 | Int32 2025 | String 2024-01-14",
        ),
        (
            "$c = [Globalization.GregorianCalendar]::new(); $c.GetDaysInMonth(2024, 2); "
            "$c.GetDaysInYear(2023); $c.IsLeapYear(2024); $c.ToFourDigitYear(49); $c.ToFourDigitYear(50); "
            "$c.GetMonthsInYear(2024)",
            "Int32 29 | Int32 365 | Boolean True | Int32 2049 | Int32 1950 | Int32 12",
        ),
        (
            "$c = (Get-Culture).Calendar; $d = [datetime]'2024-03-01 10:20:30'; $c.GetYear($d); "
            "$c.GetDayOfWeek($d); $c.AddWeeks($d, 1).Day; $c.AddMonths($d, 1).Month; $c.GetHour($d); "
            "$c.Eras; $c.CalendarType",
            "Int32 2024 | DayOfWeek Friday | Int32 8 | Int32 4 | Int32 10 | Int32 1 | "
            "Globalization.GregorianCalendarTypes Localized",
        ),
        (
            "$r = [Globalization.RegionInfo]'DE'; $r.ISOCurrencySymbol; $r.EnglishName; $r.IsMetric; "
            '$r.ThreeLetterISORegionName; "$r"; [Globalization.RegionInfo]::CurrentRegion.CurrencySymbol',
            "String EUR | String Germany | Boolean True | String DEU | String DE | String $",
        ),
        (
            "$c = [cultureinfo]::CurrentCulture.CompareInfo; $c.Compare('a', 'A', 'IgnoreCase'); "
            "$c.IndexOf('abc', 'B', 'IgnoreCase'); $c.IsPrefix('abc', 'ab'); "
            "$c.IsSuffix('abc', 'BC', 'IgnoreCase'); $c.Name",
            "Int32 0 | Int32 1 | Boolean True | Boolean True | String en-US",
        ),
        (
            "[cultureinfo]::GetCultures('AllCultures').Count -gt 5; "
            "([cultureinfo]'de-DE').ThreeLetterISOLanguageName; ([cultureinfo]'de-DE').Parent.Name; "
            "[cultureinfo]::CurrentCulture = 'en-US'",
            "Boolean True | String deu | String ",
        ),
    ],
)
def test_days_have_their_weeks(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        (
            "[cultureinfo]::CurrentCulture = 'de-DE'",
            "CultureNotEmulated",
        ),
        (
            "[Globalization.RegionInfo]'XX'",
            "InvalidCastConstructorException",
        ),
        (
            "[Globalization.ISOWeek]::ToDateTime(2024, 60, 'Monday')",
            "ArgumentOutOfRangeException",
        ),
    ],
)
def test_what_is_no_week_region_or_culture_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")

"""Cultures, as scripts work with them."""

from __future__ import annotations

import pytest

from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.state.session import Session
from msolemu.runtime.text.culture import EN_US, NumberStyle, all_cultures, culture_of

DE = "([cultureinfo]'de-DE')"


def said(session: Session, script: str) -> str:
    """What a script gives, as text."""
    return to_text(session.invoke(session.parse(script)))


@pytest.mark.parametrize(
    ("script", "text"),
    [
        ("[cultureinfo]::CurrentCulture; [cultureinfo]::CurrentUICulture.Name", "en-US en-US"),
        ("[cultureinfo]::InvariantCulture.LCID; [cultureinfo]::InvariantCulture.TwoLetterISOLanguageName", "127 iv"),
        (
            f"{DE}.LCID; {DE}.DisplayName; {DE}.EnglishName; {DE}.NativeName",
            "1031 German (Germany) German (Germany) Deutsch (Deutschland)",
        ),
        (f"{DE}.IetfLanguageTag; {DE}.IsNeutralCulture; {DE}.IsReadOnly; {DE}.ToString()", "de-DE False True de-DE"),
        (f"{DE}.Equals([cultureinfo]1031); {DE}.Equals([cultureinfo]'fr-FR')", "True False"),
        ("[cultureinfo]::GetCultureInfo('DE-de').Name; [cultureinfo]::GetCultureInfo(1033).Name", "de-DE en-US"),
        (f"$n = {DE}.NumberFormat; $n.NumberDecimalSeparator + $n.NumberGroupSeparator + $n.CurrencySymbol", ",.€"),
        (f"$n = {DE}.NumberFormat; $n.NumberDecimalDigits; $n.NumberGroupSizes; $n.NegativeInfinitySymbol", "3 3 -∞"),
        (
            f"$d = {DE}.DateTimeFormat; $d.ShortDatePattern; $d.FullDateTimePattern",
            "dd.MM.yyyy dddd, d. MMMM yyyy HH:mm:ss",
        ),
        (
            f"$d = {DE}.DateTimeFormat; $d.GetMonthName(3); $d.GetAbbreviatedMonthName(3); $d.GetMonthName(13)",
            "März Mär ",
        ),
        (
            f"$d = {DE}.DateTimeFormat; $d.GetDayName('Sunday'); $d.GetAbbreviatedDayName('Monday'); $d.FirstDayOfWeek",
            "Sonntag Mo Monday",
        ),
        (
            f"$d = {DE}.DateTimeFormat; $d.DayNames.Count; $d.AbbreviatedDayNames[1]; "
            "$d.MonthNames.Count; $d.AbbreviatedMonthNames[2]",
            "7 Mo 13 Mär",
        ),
        (
            f"$d = {DE}.DateTimeFormat; $d.SortableDateTimePattern.Length; $d.RFC1123Pattern.Length; "
            "$d.UniversalSortableDateTimePattern.Length",
            "29 35 30",
        ),
        (
            f"$t = {DE}.TextInfo; $t.ToTitleCase('the QUICK fox''s'); $t.ToUpper('a'); $t.ToLower('A'); "
            "$t.CultureName; $t.ListSeparator",
            "The QUICK Fox's A a de-DE ;",
        ),
        (f"(1234.5).ToString('N1', {DE}); (1234.5).ToString('N1', {DE}.NumberFormat)", "1.234,5 1.234,5"),
        (f"([datetime]'2020-03-04').ToString('d', {DE}.DateTimeFormat)", "04.03.2020"),
        (f"{DE}.GetFormat([System.Globalization.NumberFormatInfo]).NumberDecimalSeparator", ","),
    ],
)
def test_cultures(session: Session, script: str, text: str) -> None:
    assert said(session, script) == text


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("[cultureinfo]::new('xx-YY')", "xx-YY is an invalid culture identifier."),
        ("[cultureinfo]::GetCultureInfo(99)", "99 (0x0063) is an invalid culture identifier."),
        ("[cultureinfo]::CurrentCulture.DateTimeFormat.GetMonthName(14)", "Valid values are between 1 and 13"),
    ],
)
def test_what_cannot_be_says_why(session: Session, script: str, message: str) -> None:
    said(session, script)
    assert message in session.error_list[0].exception.message


def test_every_culture_is_whole() -> None:
    for culture in all_cultures():
        dates = culture.dates
        assert (len(dates.months), len(dates.short_months), len(dates.days), len(dates.short_days)) == (12, 12, 7, 7)
        assert len(dates.short_months_of_days) in (0, 12)


def test_a_provider_that_is_none_is_the_session_s_culture() -> None:
    assert culture_of(None) is EN_US
    assert culture_of(NumberStyle(decimal=",")).dates is EN_US.dates

"""Dates read from text of any form, most of them as the recorded cases show them."""

from __future__ import annotations

import pytest

from msolemu.runtime.dates.date_parse import parse_date
from msolemu.runtime.dates.date_reading import (
    ADJUST_TO_UNIVERSAL,
    ASSUME_LOCAL,
    ASSUME_UNIVERSAL,
    NO_CURRENT_DATE,
    ROUND_TRIP_KIND,
)
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.state.session import Session
from msolemu.runtime.text.culture import EN_US, INVARIANT, find_culture


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024/03/01 7:08", "2024-03-01T07:08:00.0000000"),
        ("3/1/24", "2024-03-01T00:00:00.0000000"),
        ("3/1/50", "1950-03-01T00:00:00.0000000"),
        ("12/31/9999 23:59:59", "9999-12-31T23:59:59.0000000"),
        ("2024-03-01", "2024-03-01T00:00:00.0000000"),
        ("2024-03-01 10:20:30.1234567", "2024-03-01T10:20:30.1234567"),
        ("2024-03-01T10:20:30", "2024-03-01T10:20:30.0000000"),
        ("2024-03-01T10:20:30.5Z", "2024-03-01T10:20:30.5000000+00:00"),
        ("2024-03-01T10:20:30+02:00", "2024-03-01T08:20:30.0000000+00:00"),
        ("2024-03-01 10:20 -0530", "2024-03-01T15:50:00.0000000+00:00"),
        ("2024-03-01 10:20:30 +2", "2024-03-01T08:20:30.0000000+00:00"),
        ("3/1/2024 9:05 PM +01:00", "2024-03-01T20:05:00.0000000+00:00"),
        ("Fri, 01 Mar 2024 09:05:07 GMT", "2024-03-01T09:05:07.0000000+00:00"),
        ("Friday, March 1, 2024", "2024-03-01T00:00:00.0000000"),
        ("Mar 1 2024 5pm", "2024-03-01T17:00:00.0000000"),
        ("01-Mar-2024", "2024-03-01T00:00:00.0000000"),
        ("Mar-1-2024", "2024-03-01T00:00:00.0000000"),
        ("1 March 24", "2024-03-01T00:00:00.0000000"),
        ("March 50 24", "1950-03-24T00:00:00.0000000"),
        ("2024 March 1", "2024-03-01T00:00:00.0000000"),
        ("2024 3 1", "2024-03-01T00:00:00.0000000"),
        ("3 1 2024", "2024-03-01T00:00:00.0000000"),
        ("March 2024", "2024-03-01T00:00:00.0000000"),
        ("2024-03", "2024-03-01T00:00:00.0000000"),
        ("1.2.2020", "2020-01-02T00:00:00.0000000"),
        ("#3/1/2024#", "2024-03-01T00:00:00.0000000"),
        ("3/1/2024\0\0", "2024-03-01T00:00:00.0000000"),
        ("1/2", "2016-01-02T00:00:00.0000000"),
        ("1 March", "2016-03-01T00:00:00.0000000"),
        ("March 1", "2016-03-01T00:00:00.0000000"),
        ("10:30", "2016-05-06T10:30:00.0000000"),
        ("12:15 am", "2016-05-06T00:15:00.0000000"),
        ("5 PM", "2016-05-06T17:00:00.0000000"),
        ("1/10 5 AM", "2016-01-10T05:00:00.0000000"),
        ("10:20:30 3/1/2024", "2024-03-01T10:20:30.0000000"),
        ("10:00Z", "2016-05-06T10:00:00.0000000+00:00"),
    ],
)
def test_a_text_that_is_a_date(session: Session, text: str, moment: str) -> None:
    assert parse_date(text).formatted("o", EN_US) == moment


@pytest.mark.parametrize(
    "text",
    [
        *("", "20240301", "2024", "13/01/2024", "2024-02-30", "Feb 29 2023", "-2.5", "Mar", "3/1/2024 3/2/2024"),
        *("10:20 11:30", "12345678901", "1 2 3 4", "March April 1", "Fri Sat 1/2/2024", "3/1/2024 AM PM", "+", "5"),
        *("2024-03-01 GMT GMT", "2024-03-01 10:20 +99:99", "13:00 AM", "2024 2025", "2024-03-01T10", "1/2T10:20"),
        *("2024-03-01T10:20:30 x", "2024-03-01T10:20:30+2:99", "10:20 +1:00 +2:00", "#3/1/2024", "March:1", "March AM"),
        *("2024:1", "3/1/2024 10:20:30 AM PM", "(3/1/2024)"),
    ],
)
def test_a_text_that_is_none(session: Session, text: str) -> None:
    with pytest.raises(NetError) as raised:
        parse_date(text)
    assert str(raised.value) == f"String '{text}' was not recognized as a valid DateTime."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("abc", "There is an unknown word starting at index '0'."),
        ("2024-03-01 25:00", "is not supported in calendar"),
        ("2024-03-01T10:60", "is not supported in calendar"),
        ("Thu 1 Mar 2024", "because the day of week was incorrect."),
        ("2024-03-01 10:20 +15:00", "must be within plus or minus 14 hours."),
        ("9999-12-31T23:59:59-01:00", "is out of range."),
    ],
)
def test_why_a_text_is_none(session: Session, text: str, reason: str) -> None:
    with pytest.raises(NetError, match=reason):
        parse_date(text)


@pytest.mark.parametrize(
    ("culture", "text", "moment"),
    [
        ("de-DE", "01.02.2024", "02/01/2024 00:00:00"),
        ("de-DE", "5. März 2024", "03/05/2024 00:00:00"),
        ("de-DE", "5.3", "03/05/2016 00:00:00"),
        ("fr-FR", "31/01/2024", "01/31/2024 00:00:00"),
        ("en-GB", "1/2", "02/01/2016 00:00:00"),
        ("en-GB", "March 24", "03/01/2024 00:00:00"),
        ("ja-JP", "24/03/01", "03/01/2024 00:00:00"),
        ("ja-JP", "March 24 12", "03/12/2024 00:00:00"),
        ("", "1 March", "03/01/2001 00:00:00"),
    ],
)
def test_cultures_order_dates_their_own_way(session: Session, culture: str, text: str, moment: str) -> None:
    found = find_culture(culture)
    assert found is not None
    assert str(parse_date(text, found)) == moment


@pytest.mark.parametrize(
    ("text", "styles", "moment"),
    [
        ("2024-07-01 10:00", 0, "2024-07-01T10:00:00.0000000"),
        ("2024-07-01 10:00", ASSUME_LOCAL, "2024-07-01T10:00:00.0000000+02:00"),
        ("2024-07-01 10:00", ASSUME_LOCAL | ADJUST_TO_UNIVERSAL, "2024-07-01T08:00:00.0000000Z"),
        ("2024-07-01 10:00", ASSUME_UNIVERSAL, "2024-07-01T12:00:00.0000000+02:00"),
        ("2024-07-01 10:00", ASSUME_UNIVERSAL | ADJUST_TO_UNIVERSAL, "2024-07-01T10:00:00.0000000Z"),
        ("2024-07-01T10:00Z", 0, "2024-07-01T12:00:00.0000000+02:00"),
        ("2024-07-01T10:00Z", ROUND_TRIP_KIND, "2024-07-01T10:00:00.0000000Z"),
        ("2024-07-01T10:00+01:00", ROUND_TRIP_KIND, "2024-07-01T11:00:00.0000000+02:00"),
        ("01:00+02:00", NO_CURRENT_DATE | ADJUST_TO_UNIVERSAL, "0001-01-01T23:00:00.0000000Z"),
        ("01:00+05:00", NO_CURRENT_DATE, "0001-01-01T22:00:00.0000000+00:53"),
        ("10:00", ASSUME_UNIVERSAL | ADJUST_TO_UNIVERSAL, "2016-05-06T10:00:00.0000000Z"),
    ],
)
def test_styles_say_what_a_zone_means(session: Session, text: str, styles: int, moment: str) -> None:
    session.time_zone = "Europe/Berlin"
    assert parse_date(text, INVARIANT, styles).formatted("o", EN_US) == moment

"""Dates read by a pattern."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.runtime.dates.date_parse_exact import read_exactly
from msolemu.runtime.dates.date_reading import to_date_time
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.state.session import Session
from msolemu.runtime.text.culture import EN_US, find_culture
from msolemu.runtime.types.date_time import LAST, SECOND, DateTime

WHITE = 7


def exactly(text: str, *directives: str, styles: int = 0, culture: str = "en-US") -> str:
    found = find_culture(culture)
    assert found is not None
    return to_date_time(read_exactly(text, directives, found, styles), text, styles).formatted("o", EN_US)


@pytest.mark.parametrize(
    ("text", "directive", "moment"),
    [
        ("20200304", "yyyyMMdd", "2020-03-04T00:00:00.0000000"),
        ("04/03/2020 15:06", "dd/MM/yyyy HH:mm", "2020-03-04T15:06:00.0000000"),
        ("4.3.20", "d.M.yy", "2020-03-04T00:00:00.0000000"),
        ("Wed 4 MAR 2020", "ddd d MMM yyyy", "2020-03-04T00:00:00.0000000"),
        ("Wednesday, March 4, 2020", "D", "2020-03-04T00:00:00.0000000"),
        ("3/4/2020 5:06 AM", "g", "2020-03-04T05:06:00.0000000"),
        ("Wed, 04 Mar 2020 05:06:07 GMT", "r", "2020-03-04T05:06:07.0000000"),
        ("2020-03-04T05:06:07.1234567Z", "o", "2020-03-04T05:06:07.1234567+00:00"),
        ("2020-03-04 05:06:07.12", "yyyy-MM-dd HH:mm:ss.FFF", "2020-03-04T05:06:07.1200000"),
        ("2020-03-04 05:06:07", "yyyy-MM-dd HH:mm:ss.FFF", "2020-03-04T05:06:07.0000000"),
        ("2020-03-04 +02:00", "yyyy-MM-dd zzz", "2020-03-03T22:00:00.0000000+00:00"),
        ("2020-03-04 +2", "yyyy-MM-dd z", "2020-03-03T22:00:00.0000000+00:00"),
        ("12:00 AM", "hh:mm tt", "2016-05-06T00:00:00.0000000"),
        ("3 P", "h t", "2016-05-06T15:00:00.0000000"),
        ("PM", "tt", "2016-05-06T12:00:00.0000000"),
        ("5.7", "d.M", "2016-07-05T00:00:00.0000000"),
        ("2020", "yyyy", "2020-01-01T00:00:00.0000000"),
        ("on 4 AD", "'on' d gg", "2016-01-04T00:00:00.0000000"),
    ],
)
def test_a_text_in_the_form(session: Session, text: str, directive: str, moment: str) -> None:
    assert exactly(text, directive) == moment


def test_the_first_form_that_fits_counts(session: Session) -> None:
    assert exactly("2020-03-04", "dd.MM.yyyy", "yyyy-MM-dd").startswith("2020-03-04")
    with pytest.raises(NetError, match="was not recognized"):
        exactly("x", "dd", "MM")


def test_white_space_is_allowed_by_styles(session: Session) -> None:
    assert exactly(" 4 . 3 .2020 ", "d.M.yyyy", styles=WHITE).startswith("2020-03-04")


def test_names_are_those_of_the_culture(session: Session) -> None:
    assert exactly("4 Sept. 2020", "d MMM yyyy", culture="de-DE").startswith("2020-09-04")


@pytest.mark.parametrize(
    ("text", "directive", "reason"),
    [
        ("2024-3", "yyyy-MM", "was not recognized"),
        ("", "yyyy", "was not recognized"),
        ("2024", "", "correct format"),
        ("2024-02-30", "yyyy-MM-dd", "not supported in calendar"),
        ("25", "HH", "not supported in calendar"),
        ("Thu 2020-03-04", "ddd yyyy-MM-dd", "day of week"),
        ("2020 2021", "yyyy yyyy", "more than once"),
        ("13 PM", "h tt", "was not recognized"),
        ("13 AM", "H tt", "was not recognized"),
        ("2020 +01:99", "yyyy zzz", "was not recognized"),
    ],
)
def test_a_text_in_another_form(session: Session, text: str, directive: str, reason: str) -> None:
    with pytest.raises(NetError, match=reason):
        exactly(text, directive)


@given(st.integers(0, LAST), st.sampled_from(["s", "yyyyMMddHHmmss", "dd/MM/yyyy hh:mm:ss tt", "ddd d MMM yyyy H:m:s"]))
def test_what_a_form_writes_it_reads(ticks: int, directive: str) -> None:
    text = DateTime(ticks).formatted(directive, EN_US)
    assert read_exactly(text, [directive], EN_US, 0).ticks == ticks // SECOND * SECOND

"""Dates under the formats of .NET 10, most of them as the recorded cases show them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.runtime.dates.date_format import format_date
from msolemu.runtime.dates.date_parse import parse_date
from msolemu.runtime.dates.date_reading import ROUND_TRIP_KIND
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.state.session import Session
from msolemu.runtime.text.culture import EN_US, find_culture
from msolemu.runtime.types.date_time import HOUR, LAST, LOCAL, MINUTE, UTC_KIND, DateTime

MOMENT = DateTime(DateTime.at(2020, 3, 4, 5, 6, 7).ticks + 891_234)


@pytest.mark.parametrize(
    ("directive", "text"),
    [
        ("", "3/4/2020 5:06:07 AM"),
        ("d", "3/4/2020"),
        ("D", "Wednesday, March 4, 2020"),
        ("f", "Wednesday, March 4, 2020 5:06 AM"),
        ("F", "Wednesday, March 4, 2020 5:06:07 AM"),
        ("g", "3/4/2020 5:06 AM"),
        ("M", "March 4"),
        ("y", "March 2020"),
        ("t", "5:06 AM"),
        ("o", "2020-03-04T05:06:07.0891234"),
        ("r", "Wed, 04 Mar 2020 05:06:07 GMT"),
        ("s", "2020-03-04T05:06:07"),
        ("u", "2020-03-04 05:06:07Z"),
        ("U", "Wednesday, March 4, 2020 5:06:07 AM"),
        ("%d", "4"),
        ("%M", "3"),
        ("ddd dd MMM yyyyy", "Wed 04 Mar 02020"),
        ("y yy yyy", "20 20 2020"),
        ("h:m:s t", "5:6:7 A"),
        ("HH.fff FFF FFFFFFF", "05.089 089 0891234"),
        ("'at' HH", "at 05"),
        ('"it\'s" HH', "it's 05"),
        (r"yyyy\-MM", "2020-03"),
        (r"'a\'b'%d", "a'b4"),
        ("gg K|zzz zz z", "AD |+00:00 +00 +0"),
        ("d/M", "4/3"),
    ],
)
def test_a_date_under_a_format(session: Session, directive: str, text: str) -> None:
    assert MOMENT.formatted(directive, EN_US) == text


def test_a_fraction_of_nothing_takes_its_point_along(session: Session) -> None:
    assert DateTime.at(2020, 3, 4).formatted("ss.FFF", EN_US) == "00"


@pytest.mark.parametrize("directive", ["K", "Q", "ffffffff", "yyyy%", "%%", "yyyy\\", "yyyy'x", "'x\\"])
def test_a_format_that_is_none_is_refused(directive: str) -> None:
    with pytest.raises(NetError):
        MOMENT.formatted(directive, EN_US)


@pytest.mark.parametrize(
    ("culture", "directive", "text"),
    [
        ("de-DE", "d", "04.03.2020"),
        ("de-DE", "dd MMM yyyy", "04 März 2020"),
        ("de-DE", "MMM yyyy", "Mär 2020"),
        ("sv-SE", "d", "2020-03-04"),
        ("en-GB", "D", "Wednesday, 4 March 2020"),
        ("fr-FR", "D", "mercredi 4 mars 2020"),
        ("ja-JP", "D", "2020年3月4日水曜日"),
        ("", "G", "03/04/2020 05:06:07"),
    ],
)
def test_cultures_write_dates_their_own_way(culture: str, directive: str, text: str) -> None:
    found = find_culture(culture)
    assert found is not None
    assert MOMENT.formatted(directive, found) == text


def test_the_kind_shows_in_the_round_trip_format(session: Session) -> None:
    session.time_zone = "Asia/Kolkata"
    assert DateTime(MOMENT.ticks, UTC_KIND).formatted("o", EN_US).endswith("Z")
    assert DateTime(MOMENT.ticks, LOCAL).formatted("o", EN_US).endswith("+05:30")
    assert DateTime(MOMENT.ticks, UTC_KIND).formatted("%z", EN_US) == "+0"


def test_an_offset_is_shown_and_taken_off_where_the_format_is_in_utc() -> None:
    offset = -(5 * HOUR + 30 * MINUTE)
    assert format_date(MOMENT, "", EN_US, offset) == "3/4/2020 5:06:07 AM -05:30"
    assert format_date(MOMENT, "u", EN_US, offset) == "2020-03-04 10:36:07Z"
    assert format_date(MOMENT, "yyyy K", EN_US, offset) == "2020 -05:30"
    with pytest.raises(NetError):
        format_date(MOMENT, "U", EN_US, offset)


@given(st.integers(0, LAST))
def test_the_round_trip_format_reads_back_the_same(ticks: int) -> None:
    moment = DateTime(ticks, UTC_KIND)
    again = parse_date(moment.formatted("o", EN_US), EN_US, ROUND_TRIP_KIND)
    assert (again.ticks, again.kind) == (ticks, UTC_KIND)

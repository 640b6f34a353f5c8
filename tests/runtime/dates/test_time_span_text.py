"""Lengths of time as text, and read from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.runtime.dates.time_span_text import format_span, parse_span, parse_span_exact
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.text.culture import EN_US, find_culture
from msolemu.runtime.types.time_span import LONGEST, SHORTEST, TimeSpan


@pytest.mark.parametrize(
    ("directive", "text"),
    [
        ("", "2.03:04:05.0600000"),
        ("c", "2.03:04:05.0600000"),
        ("g", "2:3:04:05.06"),
        ("G", "2:03:04:05.0600000"),
        (r"d\.hh\:mm", "2.03:04"),
        ("%d", "2"),
        ("ddd' days'", "002 days"),
        (r"ss\.fff", "05.060"),
        (r"ss\.FFF", "05.06"),
    ],
)
def test_a_length_of_time_under_a_format(directive: str, text: str) -> None:
    assert format_span(parse_span("2.03:04:05.06"), directive, EN_US) == text


def test_cultures_write_the_decimal_point_their_own_way() -> None:
    culture = find_culture("de-DE")
    assert culture is not None
    assert format_span(parse_span("-1:02:03.5"), "g", culture) == "-1:02:03,5"
    assert format_span(TimeSpan(0), "g", culture) == "0:00:00"


@pytest.mark.parametrize("directive", ["x", "hh:mm", "hhh", "d%", "hh'x"])
def test_a_format_that_is_none_is_refused(directive: str) -> None:
    with pytest.raises(NetError):
        format_span(TimeSpan(0), directive, EN_US)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("1", "1.00:00:00"),
        ("1:2", "01:02:00"),
        ("1:2:3", "01:02:03"),
        ("25:00:00", "25.00:00:00"),
        ("1:2:3:4", "1.02:03:04"),
        ("1.2:3", "1.02:03:00"),
        (" -1.02:03:04.5 ", "-1.02:03:04.5000000"),
        ("00:00:00.5", "00:00:00.5000000"),
    ],
)
def test_a_text_that_is_a_length_of_time(text: str, span: str) -> None:
    assert str(parse_span(text)) == span


@pytest.mark.parametrize("text", ["", "abc", "1.5", "1:", "1.2:3:4:5", "1:2.5", "1::2"])
def test_a_text_that_is_none(text: str) -> None:
    with pytest.raises(NetError, match="was not recognized as a valid TimeSpan"):
        parse_span(text)


@pytest.mark.parametrize("text", ["24:00", "1:60", "1:2:3.12345678", "99999999", "10675199.23:59:59"])
def test_a_text_whose_parts_are_out_of_range(text: str) -> None:
    with pytest.raises(NetError, match="out of range or contains too many digits"):
        parse_span(text)


@given(st.integers(SHORTEST + 1, LONGEST))
def test_the_constant_format_reads_back_the_same(ticks: int) -> None:
    assert parse_span(str(TimeSpan(ticks))).ticks == ticks


@pytest.mark.parametrize(
    ("text", "directive", "span"),
    [
        ("12:34", r"hh\:mm", "12:34:00"),
        ("3 d 4.5", r"d' d 's\.f", "3.00:00:04.5000000"),
        ("4.", r"s\.FFF", "00:00:04"),
        ("1.02:03:04", "c", "1.02:03:04"),
    ],
)
def test_a_text_in_a_form(text: str, directive: str, span: str) -> None:
    assert str(parse_span_exact(text, [directive])) == span


def test_a_text_in_another_form() -> None:
    assert str(parse_span_exact("05", ["hh", "mm"], negative=True)) == "-05:00:00"
    with pytest.raises(NetError):
        parse_span_exact("x", ["c", "hh"])
    with pytest.raises(NetError):
        parse_span_exact("x", [""])

"""How wide text is on the screen, and where it breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.formatting.cells import cell_count, first_line, head, lines_of, tail, wrapped
from msolemu.runtime.text.decorations import without_decorations

ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r\x1b\u00ad\u2011\u00a0"), max_size=60)


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("abc", 3), ("Åsa", 3), ("日本語", 6), ("a日", 3), ("\ud83d\ude00", 2), ("\x1b[31mred\x1b[0m", 3)],
)
def test_east_asian_characters_take_two_cells_and_colours_none(text: str, cells: int) -> None:
    assert cell_count(text) == cells


def test_a_wide_character_is_never_cut_in_half() -> None:
    assert head("a日本", 2) == "a"
    assert tail("日本a", 2) == "a"
    assert head("日本", 2) == "日"
    assert tail("日本", 2) == "本"


def test_colouring_on_the_way_is_kept_when_text_is_cut() -> None:
    assert without_decorations(head("\x1b[31mabc\x1b[0m", 2)) == "ab"
    assert head("\x1b[31mabc", 2).startswith("\x1b[31m")
    assert without_decorations(tail("\x1b[31mabc", 2)) == "bc"


def test_carriage_returns_count_for_nothing() -> None:
    assert lines_of("a\r\nb\rc") == ["a", "bc"]


@pytest.mark.parametrize(("text", "line"), [("a", "a"), ("a\nb", "a…"), ("a\r\nb", "a…"), ("a\n", "a…")])
def test_a_cell_shows_the_first_line_and_an_ellipsis_for_the_rest(text: str, line: str) -> None:
    assert first_line(text) == line


def test_lines_break_between_words_and_keep_the_blank() -> None:
    assert wrapped("one two three", 8, 8) == ["one two ", "three"]


def test_a_word_that_is_too_long_breaks_where_the_line_ends() -> None:
    assert wrapped("ab cdefghij", 4, 4) == ["ab c", "defg", "hij"]


def test_following_lines_may_have_another_width() -> None:
    assert wrapped("aa bb cc dd", 3, 6) == ["aa ", "bb cc ", "dd"]


def test_a_soft_hyphen_shows_only_where_the_line_breaks() -> None:
    assert wrapped("ab\u00adcdef", 3, 3) == ["ab-", "cde", "f"]


def test_no_room_at_all_gives_one_empty_line() -> None:
    assert wrapped("abc", 0, 0) == [""]


def test_a_wide_character_without_room_becomes_a_question_mark() -> None:
    assert wrapped("日本", 1, 1) == ["?", "?"]


@given(ANY_TEXT, st.integers(2, 20))
def test_every_line_fits(text: str, width: int) -> None:
    assert all(cell_count(line) <= width for line in wrapped(text, width, width))


@given(ANY_TEXT, st.integers(2, 20))
def test_breaking_loses_nothing(text: str, width: int) -> None:
    assert "".join(wrapped(text, width, width)) == text.replace("\n", "")

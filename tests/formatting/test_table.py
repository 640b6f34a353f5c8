"""Rows of a table, as PowerShell 7.6 draws them."""

from __future__ import annotations

from msolemu.formatting.table import Alignment, TableWriter

LEFT, CENTER, RIGHT = Alignment.LEFT, Alignment.CENTER, Alignment.RIGHT


def test_labels_are_underlined_and_the_last_column_is_not_padded() -> None:
    table = TableWriter(120, [6, 8], [LEFT, LEFT])
    assert table.header(["Name", "City"]) == ["Name   City", "----   ----"]
    assert table.row(["Anna", "Oslo"]) == ["Anna   Oslo"]


def test_numbers_stand_right_under_their_label() -> None:
    table = TableWriter(120, [4, 3], [LEFT, RIGHT])
    assert table.header(["Name", "Age"]) == ["Name Age", "---- ---"]
    assert table.row(["Bo", "5"]) == ["Bo     5"]


def test_centered_text_has_the_odd_blank_on_the_right() -> None:
    table = TableWriter(120, [5, 4], [CENTER, LEFT])
    assert table.row(["ab", "x"]) == [" ab   x"]
    assert TableWriter(120, [5], [CENTER]).row(["ab"]) == [" ab"]


def test_long_text_ends_in_an_ellipsis_and_long_numbers_begin_with_one() -> None:
    table = TableWriter(120, [4, 4], [LEFT, RIGHT])
    assert table.row(["abcdef", "123456"]) == ["abc… …456"]


def test_a_column_of_one_cell_has_no_room_for_an_ellipsis() -> None:
    assert TableWriter(120, [1, 1], [LEFT, RIGHT]).row(["abc", "123"]) == ["a 3"]


def test_a_narrow_column_breaks_its_label() -> None:
    table = TableWriter(120, [2], [LEFT])
    assert table.header(["Ten"]) == ["Te", "n", "--"]


def test_a_label_of_two_lines_keeps_the_other_columns_in_place() -> None:
    table = TableWriter(120, [3, 2, 4], [LEFT, LEFT, LEFT])
    assert table.header(["a", "Bbb", "c"])[:2] == ["a   Bb c", "    b"]


def test_wrapped_rows_end_with_their_last_text() -> None:
    table = TableWriter(120, [4, 9], [LEFT, LEFT])
    assert table.row(["Anna", "line one\nline two"], wrap=True) == ["Anna line one", "     line two"]


def test_a_row_of_one_line_shows_the_first_line_of_a_text() -> None:
    assert TableWriter(120, [9, 1], [LEFT, LEFT]).row(["one\ntwo", "x"]) == ["one…      x"]


def test_a_table_that_lost_columns_is_padded() -> None:
    table = TableWriter(10, [8, 8], [LEFT, LEFT])
    assert table.header(["Name", "Id"]) == ["Name     I", "         d", "----     -"]
    lost = TableWriter(10, [12, 2], [LEFT, LEFT])
    assert lost.header(["Name", "Id"]) == ["Name", "----      "]
    assert lost.row(["ab", "1"]) == ["ab        "]


def test_a_wide_character_at_the_edge_leaves_a_blank() -> None:
    assert TableWriter(120, [4, 1], [LEFT, LEFT]).row(["日本語", "x"]) == ["日…  x"]


def test_a_rows_own_alignment_wins() -> None:
    assert TableWriter(120, [4, 1], [LEFT, None]).row(["ab", "x"], [RIGHT, None]) == ["  ab x"]


def test_a_screen_too_narrow_for_any_table_shows_none() -> None:
    table = TableWriter(4, [2], [LEFT])
    assert table.header(["a"]) == []
    assert table.row(["a"]) == []


def test_an_empty_label_is_underlined_over_the_whole_column() -> None:
    assert TableWriter(120, [3, 1], [LEFT, LEFT]).header(["", "b"])[1] == "--- -"

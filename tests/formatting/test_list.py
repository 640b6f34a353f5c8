"""Lists, as PowerShell 7.6 draws them."""

from __future__ import annotations

from msolemu.formatting.list import list_lines


def test_labels_have_one_width() -> None:
    assert list_lines(["Name", "Upn"], ["Anna", ""], 120) == ["Name : Anna", "Upn  : "]


def test_long_values_go_on_under_themselves() -> None:
    assert list_lines(["A"], ["one two three"], 12) == ["A : one two ", "    three"]


def test_each_line_of_a_value_has_its_own_line() -> None:
    assert list_lines(["A"], ["x\r\ny"], 120) == ["A : x", "    y"]


def test_labels_that_leave_no_room_are_cut() -> None:
    assert list_lines(["LongLabel"], ["xyz"], 8) == ["Long : x", "       y", "       z"]


def test_an_object_without_properties_has_no_lines() -> None:
    assert list_lines([], [], 120) == []
    assert list_lines(["A"], ["x"], 4) == []


def test_wide_labels_count_their_cells() -> None:
    assert list_lines(["日本", "V"], ["x", "1"], 120) == ["日本 : x", "V    : 1"]

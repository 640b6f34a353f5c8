"""Fitting columns into the screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from msolemu.formatting.columns import HIDDEN, fitted


def test_columns_without_a_width_share_what_is_left() -> None:
    assert fitted([30, 0], 120) == [30, 89]
    assert fitted([0, 0, 0], 12) == [4, 3, 3]


def test_the_last_column_shrinks_to_fit() -> None:
    assert fitted([50, 50, 50], 120) == [50, 50, 18]


def test_columns_without_room_vanish_from_the_right() -> None:
    assert fitted([130, 2], 120) == [120, HIDDEN]
    assert fitted([14] * 12, 120) == [14] * 8 + [HIDDEN] * 4


def test_open_columns_get_one_cell_before_others_vanish() -> None:
    assert fitted([8, 0, 0], 10) == [8, 1, HIDDEN]


@given(st.lists(st.integers(0, 60), min_size=1, max_size=12), st.integers(5, 120))
def test_what_is_visible_fits(widths: list[int], screen: int) -> None:
    visible = [width for width in fitted(widths, screen) if width > 0]
    assert sum(visible) + len(visible) - 1 <= screen

"""Wide displays."""

from __future__ import annotations

import pytest

from msolemu.formatting.wide import WideWriter, best_column_count


@pytest.mark.parametrize(
    ("longest", "screen", "columns"),
    [(1, 120, 60), (5, 120, 20), (70, 120, 1), (200, 120, 1), (0, 120, 1)],
)
def test_as_many_texts_as_fit_stand_side_by_side(longest: int, screen: int, columns: int) -> None:
    assert best_column_count(longest, screen) == columns


def test_a_line_is_drawn_when_it_is_full_and_at_the_end() -> None:
    writer = WideWriter(11, 2)
    assert writer.add("x") == []
    assert writer.add("y") == ["x     y"]
    assert writer.add("z") == []
    assert writer.finish() == ["z     "]
    assert writer.finish() == []

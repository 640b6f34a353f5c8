"""Places in a text."""

from __future__ import annotations

from msolemu.language.position import Extent, Source

SOURCE = Source("one\r\ntwo\rthree\nfour", "a.ps1")


def test_lines_end_in_three_ways() -> None:
    assert [SOURCE.line_text(line) for line in (1, 2, 3, 4)] == ["one", "two", "three", "four"]


def test_an_extent_tells_its_lines_and_columns() -> None:
    extent = Extent(SOURCE, 6, 12)
    assert extent.text == "wo\rthr"
    assert (extent.start_line, extent.start_column) == (2, 2)
    assert (extent.end_line, extent.end_column) == (3, 4)


def test_extents_of_one_place_are_equal() -> None:
    one = Extent(SOURCE, 1, 2)
    assert one == Extent(SOURCE, 1, 2)
    assert hash(one) == hash(Extent(SOURCE, 1, 2))
    assert one != Extent(Source("one"), 1, 2)
    assert one != "one"
    assert repr(one) == "Extent(1, 2, 'n')"


def test_an_extent_reaches_to_the_end_of_another() -> None:
    assert Extent(SOURCE, 0, 1).to(Extent(SOURCE, 5, 8)) == Extent(SOURCE, 0, 8)

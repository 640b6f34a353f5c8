"""CSV as PowerShell 7.6 writes and reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.modules.utility.csv_text import CsvWriter, QuoteKind, records


def test_every_cell_stands_in_quotes_but_null() -> None:
    writer = CsvWriter()
    assert writer.header(["A", "B"]) == '"A","B"'
    assert writer.row(['say "hi"', None]) == '"say ""hi""",'
    assert writer.row(["", "a\nb"]) == '"","a\nb"'


def test_quotes_as_needed_stand_around_delimiters_quotes_and_line_breaks() -> None:
    writer = CsvWriter(";", QuoteKind.AsNeeded)
    assert writer.row(["a", "b;c", 'd"e', "f\ng", " h ", None]) == 'a;"b;c";"d""e";"f\ng"; h ;'


def test_no_quotes_at_all_when_they_are_refused() -> None:
    assert CsvWriter(quotes=QuoteKind.Never).row(["x,y", None, "z"]) == "x,y,,z"


def test_only_the_named_columns_stand_in_quotes() -> None:
    writer = CsvWriter(";", quoted=["b"])
    assert writer.header(["A", "B"]) == 'A;"B"'
    assert writer.row(["x;y", "plain"]) == 'x;y;"plain"'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A,B\n1,2\n", [["A", "B"], ["1", "2"]]),
        ("A,B\r\n1,2", [["A", "B"], ["1", "2"]]),
        ("A\r1\r", [["A"], ["1"]]),
        ("A,,C\n", [["A", "", "C"]]),
        ("1,\n", [["1", ""]]),
        ("1,", [["1"]]),
        ("\n", [[""]]),
        ("", []),
        (" A , B ", [["A ", "B "]]),
        ("foo   ,x", [["foo ", "x"]]),
        ("foo bar  ,x", [["foo bar  ", "x"]]),
        ('"a""b","c,d"', [['a"b', "c,d"]]),
        ('"l1\nl2",x\ny', [["l1\nl2", "x"], ["y"]]),
        ('  "a"  ,b', [["a", "b"]]),
        ('"a" x,b', [["a x", "b"]]),
        ('foo "ba,r"', [['foo "ba', 'r"']]),
        ('"open', [["open"]]),
        ('"a",', [["a"]]),
        ('""', [[""]]),
        ('"', []),
        ("a\tb,c", [["a\tb", "c"]]),
        ("x\n\ny\n", [["x"], [""], ["y"]]),
    ],
)
def test_records_are_read_as_powershell_reads_them(text: str, expected: list[list[str]]) -> None:
    assert list(records(text)) == expected


def test_a_tab_may_delimit() -> None:
    assert list(records('a\t"b\tc"\td', "\t")) == [["a", "b\tc", "d"]]


CELLS = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=8), min_size=1, max_size=5)


@given(st.lists(CELLS, min_size=1, max_size=5))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    writer = CsvWriter()
    assert list(records("".join(writer.row(row) + "\n" for row in rows))) == rows

"""The journal's lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from msolemu.store.journal import Change, Head, checksum_of, line_of, read

NAMES = st.text(st.characters(codec=None, categories=("L", "N", "Zs", "Cs")), max_size=8)
DOCUMENTS = st.none() | st.dictionaries(NAMES, NAMES | st.integers() | st.lists(NAMES, max_size=3), max_size=3)
RECORDS = st.lists(
    st.lists(st.builds(Change, NAMES, st.integers(1).map(str), st.integers(0, 2**32 - 1), DOCUMENTS), max_size=3),
    max_size=4,
)
HEAD = Head(7, 12345)


def journal_of(records: list[list[Change]]) -> bytes:
    return HEAD.line() + b"".join(map(line_of, records))


def same(found: object, records: object) -> bool:
    return [list(record) for record in found] == [list(record) for record in records]  # type: ignore[attr-defined]


@given(RECORDS)
def test_what_is_written_is_read(records: list[list[Change]]) -> None:
    content = journal_of(records)
    reading = read(content, with_head=True)
    assert reading.head == HEAD
    assert (reading.length, reading.rest) == (len(content), b"")
    assert [[checksum_of(one.document) for one in record] for record in reading.records] == [
        [checksum_of(one.document) for one in record] for record in records
    ]


@given(RECORDS.filter(bool), st.data())
def test_a_journal_cut_anywhere_in_its_last_record_gives_the_whole_ones(
    records: list[list[Change]], data: st.DataObject
) -> None:
    content = journal_of(records)
    before = len(journal_of(records[:-1]))
    cut = data.draw(st.integers(before, len(content) - 1))
    reading = read(content[:cut], with_head=True)
    assert len(reading.records) == len(records) - 1
    assert reading.rest == content[before:cut]


@given(RECORDS.filter(bool), st.data())
def test_a_flipped_bit_ends_the_reading_at_its_record(records: list[list[Change]], data: st.DataObject) -> None:
    content = bytearray(journal_of(records))
    before = len(journal_of(records[:-1]))
    at = data.draw(st.integers(before, len(content) - 1))
    content[at] ^= 1 << data.draw(st.integers(0, 7))
    reading = read(bytes(content), with_head=True)
    assert len(reading.records) <= len(records)
    assert len(reading.records) == len(records) - 1 or content[at] in b"ABCDEFabcdef"
    assert content[: reading.length] + reading.rest == content


def test_what_follows_a_damaged_head_is_read() -> None:
    line = line_of([Change("t", "1", 0, {"a": 1})])
    reading = read(b"damaged\n" + line + b"cut", with_head=True)
    assert reading.head is None
    assert [change.document for record in reading.records for change in record] == [{"a": 1}]
    assert reading.rest == b"cut"

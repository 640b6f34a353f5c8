"""Dataclasses as documents and back."""

from __future__ import annotations

import enum
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.foundation.dataclass import dataclass, field, replace
from msolemu.foundation.text import to_units
from msolemu.store.documents import codec, record_codec


class Colour(enum.Enum):
    """An enumeration."""

    RED = "red"
    GREEN = 2


@dataclass(frozen=True)
class Inner:
    """A part."""

    name: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Whole:
    """Every kind of field that a document may have."""

    key: UUID
    at: datetime
    colour: Colour
    span: timedelta = timedelta(minutes=30)
    limit: int | None = 500
    parts: tuple[Inner, ...] = ()
    names: frozenset[str] = frozenset()
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    picture: bytes = b""
    is_on: bool = False
    lines: list[str] = field(default_factory=list)


TEXTS = st.text(max_size=6).map(to_units)
INNER = st.builds(Inner, TEXTS, st.floats(allow_nan=False))
WHOLES = st.builds(
    Whole,
    st.uuids(),
    st.datetimes(timezones=st.just(UTC)),
    st.sampled_from(Colour),
    st.timedeltas(timedelta(days=-99), timedelta(days=99)),
    st.none() | st.integers(),
    st.lists(INNER, max_size=3).map(tuple),
    st.frozensets(TEXTS, max_size=3),
    st.dictionaries(TEXTS, st.lists(TEXTS, max_size=2).map(tuple), max_size=3),
    st.binary(max_size=6),
    st.booleans(),
    st.lists(TEXTS, max_size=2),
)


@given(WHOLES)
def test_a_document_goes_through_json_and_comes_back(item: Whole) -> None:
    kind = codec(Whole)
    assert kind.into(json.loads(json.dumps(kind.out(item)))) == item


def test_a_field_that_has_its_default_is_left_out_and_comes_back() -> None:
    kind = codec(Whole)
    item = Whole(UUID(int=1), datetime(2016, 6, 1, tzinfo=UTC), Colour.RED)
    document = kind.out(item)
    assert list(document) == ["key", "at", "colour"]
    assert kind.into(document) == item


@given(WHOLES)
def test_an_item_that_decodes_what_is_read_is_the_item(item: Whole) -> None:
    kind = record_codec(Whole)
    late = kind.late(kind.out(item))
    assert isinstance(late, Whole)
    assert replace(late, limit=7) == replace(item, limit=7)
    assert (late.names, late.names, late) == (item.names, item.names, item)
    assert item == late


def test_an_item_that_decodes_what_is_read_heeds_only_that() -> None:
    late = record_codec(Whole).late({"at": "2016-06-01T00:00:00+00:00", "colour": "none of them"})
    assert late.at == datetime(2016, 6, 1, tzinfo=UTC)
    for name in ("key", "stature"):
        with pytest.raises(AttributeError, match=f"Whole has no {name}"):
            getattr(late, name)
    with pytest.raises(KeyError):
        _ = late.colour


def test_a_field_that_nobody_knows_is_passed_over() -> None:
    assert codec(Inner).into({"name": "a", "colour_of_an_older_version": 1}) == Inner("a")


@pytest.mark.parametrize("kind", [object, tuple[int, str], int | str, int | str | None])
def test_what_has_no_form_in_a_document_is_refused_at_once(kind: Any) -> None:
    with pytest.raises(TypeError):
        codec(kind)

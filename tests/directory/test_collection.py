"""Documents with indexes, and what a unit of work changed."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.directory.collection import Changes, Collection, Recording


@dataclass(frozen=True)
class Card:
    """A document."""

    key: str
    tags: tuple[str, ...] = ()
    changed: int = 0


def cards(recording: Recording | None = None) -> Collection[Card]:
    """An empty collection with an index and an order."""
    return Collection("cards", recording, {"tag": lambda card: card.tags}, lambda card: card.changed)


def test_documents_are_found_by_key_and_index() -> None:
    found = cards()
    ann, ben = Card("ann", ("red", "blue")), Card("ben", ("red",))
    found.put("ann", ann)
    found.put("ben", ben)
    assert found.get("ann") is ann
    assert found.find("tag", "red") == [ann, ben]
    assert (found.find("tag", "green"), found.has("tag", "blue"), len(found)) == ([], True, 2)


def test_an_index_follows_changes() -> None:
    found = cards()
    found.put("ann", Card("ann", ("red", "blue")))
    found.put("ann", Card("ann", ("blue", "green")))
    assert [found.has("tag", tag) for tag in ("red", "blue", "green")] == [False, True, True]
    found.remove("ann")
    found.remove("ann")
    assert not found.has("tag", "blue")
    assert list(found.items()) == []


def test_what_changed_after_a_number_is_found_in_order() -> None:
    found = cards()
    for number, key in enumerate("abcd", start=1):
        found.put(key, Card(key, changed=number))
    found.put("b", Card("b", changed=5))
    found.remove("d")
    assert [card.key for card in found.after(2)] == ["c", "b"]
    found.restore("z", Card("z", changed=3))
    assert [card.key for card in found.after(2)] == ["c", "z", "b"]


def test_the_order_forgets_what_was_overtaken() -> None:
    found = cards()
    for number in range(5000):
        found.put("a", Card("a", changed=number))
    assert [card.changed for card in found.after(0)] == [4999]


def test_without_an_order_nothing_tells_what_came_later() -> None:
    plain: Collection[Card] = Collection("plain")
    with pytest.raises(AssertionError):
        plain.after(0)


def test_changes_list_each_document_once_and_those_that_came_back_not_at_all() -> None:
    recording, changes = Recording(), Changes()
    found = cards(recording)
    kept = Card("kept")
    found.put("kept", kept)
    recording.stack.append(changes)
    found.put("a", Card("a"))
    found.put("a", Card("a", ("red",)))
    found.put("b", Card("b"))
    found.remove("b")
    found.put("kept", Card("kept", ("red",)))
    found.put("kept", kept)
    assert [(change.key, change.before, change.after) for change in changes] == [("a", None, Card("a", ("red",)))]
    assert len(changes) == 3


def test_an_inner_unit_of_work_keeps_what_it_committed_when_the_outer_one_forgets() -> None:
    recording, outer, inner = Recording(), Changes(), Changes()
    found = cards(recording)
    recording.stack.append(outer)
    found.put("outer", Card("outer"))
    recording.stack.append(inner)
    found.put("inner", Card("inner"))
    inner.settle()
    inner.forget()
    recording.stack.pop()
    outer.forget()
    assert [card.key for card in found] == ["inner"]


KEYS = st.sampled_from("abc")
TAGS = st.lists(st.sampled_from(["red", "blue"]), unique=True).map(tuple)
STEPS = st.lists(st.tuples(KEYS, st.none() | TAGS))


@given(STEPS, STEPS)
def test_forgetting_puts_back_exactly_what_was_there(
    before: list[tuple[str, tuple[str, ...] | None]], after: list[tuple[str, tuple[str, ...] | None]]
) -> None:
    recording, changes = Recording(), Changes()
    found = cards(recording)

    def run(steps: list[tuple[str, tuple[str, ...] | None]]) -> None:
        for key, tags in steps:
            if tags is None:
                found.remove(key)
            else:
                found.put(key, Card(key, tags))

    run(before)
    documents = dict(found.items())
    red = {card.key for card in found.find("tag", "red")}
    recording.stack.append(changes)
    run(after)
    changes.forget()
    assert dict(found.items()) == documents
    assert {card.key for card in found.find("tag", "red")} == red

"""Documents in memory under a text key, with indexes, and the record of what a unit of work changed in them.

The store keeps one collection for each kind of document, loads it once, and appends to its journal what `Changes`
lists. Changes happen in place, so every reader of the process sees them at once; forgetting them puts back what was
there. Looking up by key or index costs the same however many documents there are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")
IndexKeys = Callable[[T], Iterable[str]]
"""The texts under which an index finds a document."""


@dataclass(frozen=True, slots=True)
class Change(Generic[T]):
    """One document before and after; None where there was or is none."""

    collection: str
    key: str
    before: T | None
    after: T | None


class Changes:
    """What one unit of work changed, each document once."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, str], tuple[Collection[object], object]] = {}

    def __len__(self) -> int:
        return len(self._places)

    def note(self, collection: Collection[object], key: str, before: object) -> None:
        """Remember what stood under a key before its first change."""
        self._places.setdefault((collection.name, key), (collection, before))

    def __iter__(self) -> Iterator[Change[object]]:
        """The documents that differ, in the order of their first change."""
        for (name, key), (collection, before) in self._places.items():
            after = collection.get(key)
            if after is not before:
                yield Change(name, key, before, after)

    def forget(self) -> None:
        """Put back what was there."""
        places, self._places = self._places, {}
        for (_, key), (collection, before) in places.items():
            collection.restore(key, before)

    def settle(self) -> None:
        """Keep what changed: from here on it is what was there before."""
        self._places.clear()


@dataclass(slots=True)
class Recording:
    """Who writes down changes now; the innermost unit of work, when one runs inside another."""

    stack: list[Changes] = field(default_factory=list)

    def note(self, collection: Collection[object], key: str, before: object) -> None:
        """Tell the innermost unit of work; without any, the change is not recorded."""
        if self.stack:
            self.stack[-1].note(collection, key, before)


class Collection(Generic[T]):
    """Documents of one kind.

    `indexes` name functions that give the texts under which a document is found. `order` gives a number that grows
    with every change of a document, so that `after` finds the latest changes without looking at the others.
    """

    def __init__(
        self,
        name: str,
        recording: Recording | None = None,
        indexes: Mapping[str, IndexKeys[T]] | None = None,
        order: Callable[[T], int] | None = None,
    ) -> None:
        self.name = name
        self._recording = recording or Recording()
        self._items: dict[str, T] = {}
        self._keys_of = dict(indexes or {})
        self._indexes: dict[str, dict[str, dict[str, None]]] = {index: {} for index in self._keys_of}
        self._order = order
        self._numbers: list[tuple[int, str]] = []
        self._numbers_sorted = True

    def get(self, key: str) -> T | None:
        """The document under a key, or None."""
        return self._items.get(key)

    def put(self, key: str, item: T) -> None:
        """Keep a document in place of what was there."""
        self._recording.note(self, key, self._items.get(key))  # type: ignore[arg-type]  # only its key and item go back
        self.restore(key, item)

    def remove(self, key: str) -> None:
        """Forget a document; nothing happens when there is none."""
        if key in self._items:
            self._recording.note(self, key, self._items[key])  # type: ignore[arg-type]
            self.restore(key, None)

    def restore(self, key: str, item: T | None) -> None:
        """Put a document, or take it away, without recording: for loading and for forgetting changes."""
        before = self._items.pop(key, None) if item is None else self._items.get(key)
        if item is not None:
            self._items[key] = item
        for index, keys_of in self._keys_of.items():
            self._reindex(self._indexes[index], key, keys_of(before) if before is not None else (), item, keys_of)
        if self._order is not None and item is not None:
            self._remember_order(key, self._order(item))

    @staticmethod
    def _reindex(
        entries: dict[str, dict[str, None]], key: str, old: Iterable[str], item: T | None, keys_of: IndexKeys[T]
    ) -> None:
        before = set(old)
        after = dict.fromkeys(keys_of(item)) if item is not None else {}
        for text in before.difference(after):
            owners = entries.get(text, {})
            owners.pop(key, None)
            if not owners:
                entries.pop(text, None)
        for text in after:
            if text not in before:
                entries.setdefault(text, {})[key] = None

    def find(self, index: str, text: str) -> list[T]:
        """The documents that an index has under a text."""
        return [self._items[key] for key in self._indexes[index].get(text, ())]

    def count(self, index: str, text: str) -> int:
        """How many documents an index has under a text."""
        return len(self._indexes[index].get(text, ()))

    def has(self, index: str, text: str) -> bool:
        """Whether an index has anything under a text."""
        return text in self._indexes[index]

    def after(self, number: int) -> list[T]:
        """The documents whose order is greater than a number, in this order."""
        assert self._order is not None, "only a collection with an order can tell"
        if not self._numbers_sorted:
            self._numbers.sort()
            self._numbers_sorted = True
        found: dict[str, T] = {}
        for at, key in self._numbers[bisect_right(self._numbers, number, key=lambda pair: pair[0]) :]:
            item = self._items.get(key)
            if item is not None and self._order(item) == at:
                found[key] = item
        return list(found.values())

    def _remember_order(self, key: str, number: int) -> None:
        if self._numbers and number < self._numbers[-1][0]:
            self._numbers_sorted = False
        self._numbers.append((number, key))
        if self._order is not None and len(self._numbers) > 2 * len(self._items) + 1000:
            self._numbers = sorted((self._order(item), key) for key, item in self._items.items())
            self._numbers_sorted = True

    def items(self) -> Iterator[tuple[str, T]]:
        """Keys and documents, in the order in which the keys were first put."""
        return iter(list(self._items.items()))

    def __iter__(self) -> Iterator[T]:
        """All documents as they are now; changes while iterating do no harm."""
        return iter(list(self._items.values()))

    def __len__(self) -> int:
        return len(self._items)

"""Documents in memory under a text key, with indexes, and the record of what a unit of work changed in them.

The store keeps one collection for each kind of document, loads it once, and appends to its journal what `Changes`
lists. Changes happen in place, so every reader of the process sees them at once; forgetting them puts back what was
there. Looking up by key or index costs the same however many documents there are. What was loaded stays as the store
gave it until somebody asks for it, and an index is made when it is first used: opening is quick.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping
from typing import Any, Generic, TypeAlias, TypeVar

from msolemu.foundation.dataclass import dataclass, field

T = TypeVar("T")
Stored: TypeAlias = dict[str, Any]
"""A document as the store gave it; no document of the directory is a `dict`."""
Entries: TypeAlias = dict[str, "str | dict[str, None]"]
"""What an index holds: text to the key under it, or to several in their order. Most texts have one."""
IndexKeys = Callable[[T], Iterable[str]]
"""The texts under which an index finds a document."""


Decoder: TypeAlias = Callable[[Stored], T]
"""Turns what was loaded into a document; cheap, for whoever looks at many documents looks at little of each."""


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
            after = collection.held(key)
            if after is not before:
                yield Change(name, key, collection.decoded(before), collection.decoded(after))

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
        self._items: dict[str, T | Stored] = {}
        self._decoder: Decoder[T] | None = None
        self._keys_of = dict(indexes or {})
        self._indexes: dict[str, Entries] = {}
        self._order = order
        self._numbers: list[tuple[int, str]] | None = None
        self._numbers_sorted = True

    def load(self, items: Mapping[str, Stored], decoder: Decoder[T]) -> None:
        """Hold what the store has, in place of everything."""
        self._items = dict(items)
        self._decoder = decoder
        self._indexes.clear()
        self._numbers = None

    def decode_with(self, decoder: Decoder[T]) -> None:
        """Take in what the store has from here on; what is held stays."""
        self._decoder = decoder

    def decoded(self, item: T | Stored | None) -> T | None:
        """What is held, as a document."""
        return None if item is None else self._document(item)

    def _document(self, item: T | Stored) -> T:
        if type(item) is not dict:
            return item  # type: ignore[return-value]  # only what was loaded is a dict
        assert self._decoder is not None, "what was loaded came with its decoder"
        return self._decoder(item)

    def held(self, key: str) -> T | Stored | None:
        """What is held under a key, decoded or not."""
        return self._items.get(key)

    def get(self, key: str) -> T | None:
        """The document under a key, or None."""
        item = self._items.get(key)
        if type(item) is not dict:
            return item  # type: ignore[return-value]  # the same
        return self._decode(key, item)

    def _decode(self, key: str, stored: Stored) -> T:
        item = self._items[key] = self._document(stored)
        return item

    def put(self, key: str, item: T) -> None:
        """Keep a document in place of what was there."""
        self._recording.note(self, key, self._items.get(key))  # type: ignore[arg-type]  # only its key and item go back
        self.restore(key, item)

    def remove(self, key: str) -> None:
        """Forget a document; nothing happens when there is none."""
        if key in self._items:
            self._recording.note(self, key, self._items[key])  # type: ignore[arg-type]
            self.restore(key, None)

    def restore(self, key: str, item: T | Stored | None) -> None:
        """Put a document, or take it away, without recording: for loading and for forgetting changes."""
        before = self._items.get(key)
        if item is None:
            self._items.pop(key, None)
        else:
            self._items[key] = item
        for index, entries in self._indexes.items():
            keys_of = self._keys_of[index]
            old = dict.fromkeys(keys_of(self._document(before))) if before is not None else {}
            new = dict.fromkeys(keys_of(self._document(item))) if item is not None else {}
            for text in old.keys() - new.keys():
                _disown(entries, text, key)
            for text in new.keys() - old.keys():
                _own(entries, text, key)
        if self._numbers is not None and item is not None:
            self._remember_order(key, self._number(item))

    def _entries(self, index: str) -> Entries:
        """What an index holds; it is made when it is first asked for."""
        if index not in self._indexes:
            keys_of, entries = self._keys_of[index], Entries()
            for key, item in self._items.items():
                for text in keys_of(self._document(item)):
                    _own(entries, text, key)
            self._indexes[index] = entries
        return self._indexes[index]

    def find(self, index: str, text: str) -> list[T]:
        """The documents that an index has under a text."""
        owners = self._entries(index).get(text, ())
        keys = (owners,) if isinstance(owners, str) else owners
        return [item for key in keys if (item := self.get(key)) is not None]

    def count(self, index: str, text: str) -> int:
        """How many documents an index has under a text."""
        owners = self._entries(index).get(text, ())
        return 1 if isinstance(owners, str) else len(owners)

    def has(self, index: str, text: str) -> bool:
        """Whether an index has anything under a text."""
        return text in self._entries(index)

    def texts(self, index: str) -> KeysView[str]:
        """The texts under which an index has anything."""
        return self._entries(index).keys()

    def shared(self, index: str) -> list[str]:
        """The texts under which an index has several documents."""
        return [text for text, owners in self._entries(index).items() if not isinstance(owners, str)]

    def after(self, number: int) -> list[T]:
        """The documents whose order is greater than a number, in this order."""
        assert self._order is not None, "only a collection with an order can tell"
        numbers = self._in_order()
        found: dict[str, T] = {}
        for at, key in numbers[bisect_right(numbers, number, key=lambda pair: pair[0]) :]:
            item = self.get(key)
            if item is not None and self._number(item) == at:
                found[key] = item
        return list(found.values())

    def _number(self, item: T | Stored) -> int:
        assert self._order is not None, "the same"
        return self._order(self._document(item))

    def _in_order(self) -> list[tuple[int, str]]:
        if self._numbers is None:
            self._numbers = [(self._number(item), key) for key, item in self._items.items()]
            self._numbers_sorted = False
        if not self._numbers_sorted:
            self._numbers.sort()
            self._numbers_sorted = True
        return self._numbers

    def _remember_order(self, key: str, number: int) -> None:
        assert self._numbers is not None, "only an order that was asked for is kept"
        if self._numbers and number < self._numbers[-1][0]:
            self._numbers_sorted = False
        self._numbers.append((number, key))
        if len(self._numbers) > 2 * len(self._items) + 1000:
            self._numbers = None

    def all_keys(self) -> list[str]:
        """All keys, in the order in which they were first put."""
        return list(self._items)

    def items(self) -> Iterator[tuple[str, T]]:
        """Keys and documents, in the order in which the keys were first put; changes while iterating do no harm."""
        for key, item in list(self._items.items()):
            yield key, item if type(item) is not dict else self._decode_listed(key, item)  # type: ignore[misc]

    def _decode_listed(self, key: str, stored: Stored) -> T:
        """A document of a list that was made before; what has been put since stays."""
        if self._items.get(key) is stored:
            return self._decode(key, stored)
        return self._document(stored)

    def __iter__(self) -> Iterator[T]:
        """All documents as they are now; changes while iterating do no harm."""
        return (item for _, item in self.items())

    def __len__(self) -> int:
        return len(self._items)


def _own(entries: Entries, text: str, key: str) -> None:
    owners = entries.setdefault(text, key)
    if isinstance(owners, dict):
        owners[key] = None
    elif owners != key:
        entries[text] = {owners: None, key: None}


def _disown(entries: Entries, text: str, key: str) -> None:
    owners = entries.get(text)
    if isinstance(owners, dict):
        owners.pop(key, None)
        if not owners:
            del entries[text]
    elif owners == key:
        del entries[text]

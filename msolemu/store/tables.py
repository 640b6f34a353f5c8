"""TinyDB tables whose documents have a text key of their own, and change one by one.

A document without a key is another program's: it stays in the file, and nobody here sees it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from tinydb.table import Table

from msolemu.store.journal import KEY, Change, Document, checksum_of


def keyed(documents: Mapping[str, Document]) -> Iterator[tuple[str, Document]]:
    """Keys and documents, of documents by number."""
    return ((document[KEY], document) for document in documents.values() if KEY in document)


class KeyedTable(Table):
    """A table over a storage that keeps its state in memory: reading gives that state itself, changes go into it."""

    @cached_property
    def _documents(self) -> dict[str, Document]:
        state = self._storage.read()
        assert state is not None
        return state.setdefault(self.name, {})

    @cached_property
    def _ids(self) -> dict[str, str]:
        return {document[KEY]: number for number, document in self._documents.items() if KEY in document}

    @cached_property
    def _last(self) -> list[int]:
        return [max(map(int, self._documents), default=0)]

    def reread(self) -> None:
        """The storage has another state now."""
        for cached in ("_documents", "_ids", "_last"):
            self.__dict__.pop(cached, None)

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Keys and documents, in the order in which they were first put."""
        return keyed(self._documents)

    def numbered(self) -> dict[str, Document]:
        """Documents by number."""
        return self._documents

    def held(self, number: str) -> Document | None:
        """The document of a number, or None."""
        return self._documents.get(number)

    def __len__(self) -> int:
        return len(self._documents)

    def change(self, key: str, document: Document | None) -> Change:
        """What putting a document under a key, or removing it, changes; nothing is changed yet."""
        number = self._ids.get(key)
        if number is None:
            self._last[0] += 1
            number = str(self._last[0])
        return Change(self.name, number, checksum_of(self._documents.get(number)), document)

    def apply(self, change: Change) -> str:
        """Change a document in memory; gives its key."""
        old = self._documents.get(change.id)
        if change.document is None:
            self._documents.pop(change.id, None)
            key = str(old[KEY]) if old is not None else ""
            self._ids.pop(key, None)
            return key
        self._documents[change.id] = change.document
        key = str(change.document[KEY])
        self._ids[key] = change.id
        self._last[0] = max(self._last[0], int(change.id))
        return key

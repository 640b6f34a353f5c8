"""The files of a workspace, generation by generation.

A checkpoint begins a generation: a database file, and the journal that continues it. The present one has plain names;
former ones keep theirs with the generation's number, as long as the present one may need them to fall back on, or a
snapshot is a position in them.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from msolemu.foundation.dataclass import dataclass
from msolemu.store import journal
from msolemu.store.errors import NewerVersion
from msolemu.store.files import Files
from msolemu.store.journal import KEY, Change, Document, Head, Reading, checksum_of

State: TypeAlias = dict[str, dict[str, Document]]
"""Documents by table and number."""
FORMAT = 1
STORE = "_store"
DATABASE, JOURNAL = ".json", ".journal"


@dataclass(frozen=True, slots=True)
class Base:
    """What a database file holds."""

    state: State
    generation: int
    checksum: int
    size: int


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a generation's journal: everything before it counts."""

    generation: int
    offset: int


class Generations:
    """The files beside one database file."""

    def __init__(self, path: Path, files: Files) -> None:
        self.path, self.files = path, files

    def database(self, generation: int) -> Path:
        """The database file of a former generation."""
        return self.path.with_suffix(f".{generation}{DATABASE}")

    def journal(self, generation: int) -> Path:
        """The journal of a former generation."""
        return self.path.with_suffix(f".{generation}{JOURNAL}")

    def former(self, suffix: str = DATABASE) -> list[int]:
        """The generations whose files were kept, the latest first."""
        name = re.compile(rf"{re.escape(self.path.stem)}\.(\d+){re.escape(suffix)}")
        found = (name.fullmatch(path.name) for path in self.path.parent.glob(f"{self.path.stem}.*{suffix}"))
        return sorted((int(match[1]) for match in found if match), reverse=True)

    @property
    def are_there(self) -> bool:
        """Whether anything was ever kept here, besides the present database."""
        return bool(self.files.read(self.path.with_suffix(JOURNAL)) or self.former() or self.former(JOURNAL))

    def base(self, path: Path) -> Base | None:
        """What a database file holds; None when it is missing or damaged. Raises NewerVersion."""
        content = self.files.read(path)
        return None if content is None else self.parsed(content)

    def parsed(self, content: bytes) -> Base | None:
        """What the content of a database file is; None when it is damaged. Raises NewerVersion."""
        try:
            state = json.loads(content)
            mark = state[STORE]["1"]
            version, generation = mark["format"], mark["generation"]
            assert isinstance(generation, int)
            assert all(type(document) is dict for documents in state.values() for document in documents.values())
        except (ValueError, KeyError, TypeError, AttributeError, AssertionError):
            return None
        if version > FORMAT:
            raise NewerVersion(
                self.path, f"the workspace has format {version}, written by a later msolemu; this one reads {FORMAT}."
            )
        return Base(state, generation, zlib.crc32(content), len(content))

    def reading_of(self, generation: int, until: int | None = None) -> Reading | None:
        """The journal of a generation, present or former, up to a length; None when it is not there."""
        for path in (self.journal(generation), self.path.with_suffix(JOURNAL)):
            content = self.files.read(path)
            if content is not None:
                reading = journal.read(content[:until], with_head=True)
                if reading.head is not None and reading.head.generation == generation:
                    return reading
        return None

    def latest_former(self, at_most: int | None = None) -> Base | None:
        """The latest former database that can be read; the first generation's held nothing, and is not missed."""
        for generation in self.former():
            if at_most is None or generation <= at_most:
                base = self.base(self.database(generation))
                if base is not None and base.generation == generation:
                    return base
        return Base({}, 1, 0, 0) if self.reading_of(1) is not None else None

    def state_at(self, position: Position) -> State | None:
        """The documents at a position; None when the files that it needs have gone."""
        base = self.base(self.path)
        if base is None or base.generation != position.generation:
            base = self.latest_former(position.generation)
        if base is None:
            return None
        state = base.state
        for generation in range(base.generation, position.generation + 1):
            last = generation == position.generation
            reading = self.reading_of(generation, position.offset if last else None)
            if reading is None or (last and reading.length < position.offset):
                return None
            untouched = generation > base.generation or reading.head == Head(generation, base.checksum)
            (apply if untouched else apply_fitting)(state, changes_of(reading))
        return state

    def forget(self, present: int, needed: Iterable[int]) -> None:
        """Remove the files of former generations that neither the present one nor a snapshot needs."""
        databases = self.former()
        kept: set[int] = set()
        for generation in {present - 1, *needed}:
            begin = next((number for number in databases if number <= generation), generation)
            kept.update(range(begin, generation + 1))
        for generation in databases:
            if generation not in kept:
                self.files.remove(self.database(generation))
        for generation in self.former(JOURNAL):
            if generation not in kept:
                self.files.remove(self.journal(generation))


def changes_of(reading: Reading) -> Iterator[Change]:
    """All changes of a journal, in order."""
    return (change for record in reading.records for change in record)


def apply(state: State, changes: Iterable[Change]) -> None:
    """Apply changes to documents."""
    for change in changes:
        _put(state.setdefault(change.table, {}), change.id, change.document)


def apply_fitting(state: State, changes: Iterable[Change]) -> list[Change]:
    """Apply the changes of documents that are as the journal left them; gives the others.

    A new document whose number was taken meanwhile gets another one.
    """
    changes = list(changes)
    moved: dict[tuple[str, str], str] = {}
    refused = []
    for change in changes:
        documents = state.setdefault(change.table, {})
        number = moved.get((change.table, change.id), change.id)
        if checksum_of(documents.get(number)) == change.before:
            _put(documents, number, change.document)
        elif _is_new(documents, change):
            known = (one.id for one in changes if one.table == change.table)
            number = moved[change.table, change.id] = str(max(map(int, (*documents, *known, *moved.values()))) + 1)
            _put(documents, number, change.document)
        else:
            refused.append(change)
    return refused


def _put(documents: dict[str, Document], number: str, document: Document | None) -> None:
    if document is None:
        documents.pop(number, None)
    else:
        documents[number] = document


def _is_new(documents: dict[str, Document], change: Change) -> bool:
    if change.before or change.document is None:
        return False
    return all(document.get(KEY) != change.document[KEY] for document in documents.values())


def database_text(state: State) -> bytes:
    """The whole state as JSON, a document a line."""
    tables = []
    for name, documents in state.items():
        rows = b",\n".join(journal.encoded(number) + b": " + journal.encoded(one) for number, one in documents.items())
        tables.append(journal.encoded(name) + b": {\n" + rows + b"\n}")
    return b"{\n" + b",\n".join(tables) + b"\n}\n"

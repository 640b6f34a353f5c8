"""TinyDB's storage with the state in memory: a database file, and the journal that continues it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from tinydb.storages import Storage

from msolemu.store import journal
from msolemu.store.errors import DamagedDatabase, NewerVersion, WorkspaceUnwritable, WorkspaceVanished
from msolemu.store.files import Files
from msolemu.store.journal import Change, Document, Head, Record, checksum_of
from msolemu.store.tables import KEY

State: TypeAlias = dict[str, dict[str, Document]]
Report: TypeAlias = Callable[[str], None]

FORMAT = 1
STORE = "_store"
SMALLEST_JOURNAL = 1 << 20
"""A journal below this size is never folded in, however small the database is."""


def _silent(text: str) -> None:
    """Tell nobody."""


class JournalStorage(Storage):
    """Reads once, then appends. Whoever calls holds the workspace's turn."""

    def __init__(self, path: Path, files: Files | None = None, report: Report = _silent) -> None:
        super().__init__()
        self.path = path
        self.journal = path.with_suffix(".journal")
        self._previous = path.with_suffix(".previous.json")
        self._previous_journal = path.with_suffix(".previous.journal")
        self._files = files or Files()
        self.report = report
        self.state: State | None = None
        self.generation = 0
        self._checksum = 0
        self._size = 0
        self._head = b""
        self._offset = 0

    # TinyDB's own three methods

    def read(self) -> State | None:
        """The state itself."""
        if self.state is None:
            self.load()
        return self.state

    def write(self, data: Any) -> None:
        """The whole state anew: a checkpoint."""
        self.state = data
        self.checkpoint()

    # reading

    @property
    def exists(self) -> bool:
        """Whether there is a workspace in the folder."""
        return self.path.exists() or self._previous.exists()

    def load(self) -> None:
        """Read everything anew; raises DamagedDatabase, NewerVersion, WorkspaceUnreadable."""
        content = self._files.read(self.path)
        state = self._parsed(content) if content is not None else None
        if content is None and not self.exists:
            self.state, self.generation = {}, 0
            self.checkpoint()
            return
        if state is None:
            self._recover(content)
            return
        assert content is not None
        self._begin(state, content)
        self._continue()

    def _begin(self, state: State, content: bytes) -> None:
        self.state = state
        self.generation = state[STORE]["1"]["generation"]
        self._checksum, self._size = zlib.crc32(content), len(content)

    def _parsed(self, content: bytes) -> State | None:
        """The state in a database file, None when it is damaged."""
        try:
            state = json.loads(content)
            version = state[STORE]["1"]["format"]
            assert isinstance(state[STORE]["1"]["generation"], int)
        except (ValueError, KeyError, TypeError, AssertionError):
            return None
        if version > FORMAT:
            raise NewerVersion(
                self.path, f"the workspace has format {version}, written by a later msolemu; this one reads {FORMAT}."
            )
        return state  # type: ignore[no-any-return]

    def _continue(self) -> None:
        """Apply the journal, if it continues the database."""
        content = self._files.read(self.journal)
        reading = journal.read(content or b"", with_head=True)
        head = reading.head
        if head is not None and head.generation == self.generation:
            untouched = head.checksum == self._checksum
            self._apply(reading.records, everything=untouched)
            if reading.rest:
                self._put_aside(reading.rest, "the journal's end is damaged or was cut off")
            if reading.rest or not untouched:
                self.checkpoint()
            else:
                self._head, self._offset = head.line(), reading.length
            return
        if content and head is None:
            self._put_aside(content, "the journal's beginning is damaged")
        elif head is not None and head.generation > self.generation:
            self._put_aside(content or b"", "the journal continues a database that is not there")
        elif head is not None and head.generation == self.generation - 1:
            self._files.rename(self.journal, self._previous_journal)
        self._new_journal()

    def _apply(self, records: list[Record], *, everything: bool) -> None:
        assert self.state is not None
        refused = []
        for change in (change for record in records for change in record):
            documents = self.state.setdefault(change.table, {})
            if not everything and checksum_of(documents.get(change.id)) != change.before:
                refused.append(change)
            elif change.document is None:
                documents.pop(change.id, None)
            else:
                documents[change.id] = change.document
        if refused:
            named = ", ".join(sorted({f"{change.table} {_name(change)}" for change in refused}))
            self._put_aside(journal.line_of(refused), f"another program has changed {named} in the database")

    def _put_aside(self, content: bytes, why: str) -> None:
        number = 1
        while (place := self.path.with_suffix(f".aside-{number}")).exists():
            number += 1
        self._files.replace(place, content)
        self.report(f"{self.path}: {why}. What could not be used is kept in {place.name}.")

    def _recover(self, damaged: bytes | None) -> None:
        """The database of the generation before, and the journals that lead on from there."""
        content = self._files.read(self._previous)
        state = self._parsed(content) if content is not None else None
        if content is None or state is None:
            raise DamagedDatabase(self.path, "the database is damaged, and there is no earlier one beside it.")
        self._begin(state, content)
        for path in (self._previous_journal, self.journal):
            reading = journal.read(self._files.read(path) or b"", with_head=True)
            if reading.head is not None and reading.head.generation == self.generation:
                self._apply(reading.records, everything=True)
                self.generation += 1
        if damaged is not None:
            self._put_aside(damaged, "the database was damaged and has been made anew from the one before")
        self._write_database()

    def refresh(self) -> list[Change] | None:
        """What other processes have committed since; None when everything was read anew."""
        if not self._head:
            self.load()
            return None
        parts = self._files.read_parts(self.journal, len(self._head), self._offset)
        if parts is None or parts[0] != self._head:
            if not self.path.parent.is_dir():
                raise WorkspaceVanished(self.path.parent, "the workspace's folder has vanished.")
            self.load()
            return None
        if not parts[1]:
            return []
        reading = journal.read(parts[1], with_head=False)
        if reading.rest:
            self.load()
            return None
        self._offset += reading.length
        return [change for record in reading.records for change in record]

    # writing

    def append(self, record: Record) -> None:
        """Make a commit durable, or change nothing. Raises WorkspaceUnwritable, WorkspaceVanished."""
        line = journal.line_of(record)
        try:
            self._files.append(self.journal, line)
        except FileNotFoundError as error:
            raise WorkspaceVanished(self.path.parent, "the workspace's folder has vanished.") from error
        except OSError as error:
            raise WorkspaceUnwritable(self.path.parent, f"nothing was changed: {error.strerror}.") from error
        self._offset += len(line)

    @property
    def journal_has_outgrown(self) -> bool:
        """Whether a checkpoint is due."""
        return self._offset > max(SMALLEST_JOURNAL, self._size)

    def checkpoint(self) -> None:
        """Write the database anew and begin a new journal."""
        try:
            self._write_database()
        except OSError as error:
            self._head = b""  # what is on disk now is found out by reading it anew
            raise WorkspaceUnwritable(self.path.parent, f"the database stays as it was: {error.strerror}.") from error

    def _write_database(self) -> None:
        assert self.state is not None
        self.generation += 1
        self.state.pop(STORE, None)
        mark: Document = {KEY: "format", "format": FORMAT, "generation": self.generation}
        self.state = {STORE: {"1": mark}, **self.state}
        content = database_text(self.state)
        self._files.prepare(self.path, content)
        if self.path.exists():
            self._files.rename(self.path, self._previous)
        self._files.finish(self.path)
        if self.journal.exists():
            self._files.rename(self.journal, self._previous_journal)
        self._checksum, self._size = zlib.crc32(content), len(content)
        self._new_journal()

    def _new_journal(self) -> None:
        self._head = Head(self.generation, self._checksum).line()
        self._files.replace(self.journal, self._head)
        self._offset = len(self._head)


def database_text(state: State) -> bytes:
    """The whole state as JSON, a document a line."""
    tables = []
    for name, documents in state.items():
        rows = b",\n".join(journal.encoded(number) + b": " + journal.encoded(one) for number, one in documents.items())
        tables.append(journal.encoded(name) + b": {\n" + rows + b"\n}")
    return b"{\n" + b",\n".join(tables) + b"\n}\n"


def _name(change: Change) -> str:
    return str((change.document or {}).get(KEY, change.id))

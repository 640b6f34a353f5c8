"""TinyDB's storage with the state in memory: a database file, and the journal that continues it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

from tinydb.storages import Storage

from msolemu.foundation.collector import leave_uncollected, without_collector
from msolemu.store import journal
from msolemu.store.errors import (
    DamagedDatabase,
    MissingDatabase,
    StoreError,
    WorkspaceUnreadable,
    WorkspaceUnwritable,
    WorkspaceVanished,
)
from msolemu.store.files import Files
from msolemu.store.generations import (
    DATABASE,
    FORMAT,
    JOURNAL,
    STORE,
    Base,
    Generations,
    Position,
    State,
    apply,
    apply_fitting,
    changes_of,
    database_text,
)
from msolemu.store.journal import KEY, Change, Document, Head, Reading, Record

Report: TypeAlias = Callable[[str], None]

SMALLEST_JOURNAL = 1 << 20
"""A journal below this size is never folded in, however small the database is."""
AT_ONCE = 4
"""A journal so many times too long is folded in at once, not when there is time."""


def _silent(text: str) -> None:
    """Tell nobody."""


def _needed_by_nobody() -> Iterable[int]:
    return ()


def _trusting(state: State) -> None:
    """Take it as it is."""


class JournalStorage(Storage):
    """Reads once, then appends. Whoever calls holds the workspace's turn.

    `needed` tells which generations a checkpoint must keep; `examine` raises StoreError for documents that another
    program has made unreadable.
    """

    def __init__(self, path: Path, files: Files | None = None, report: Report = _silent) -> None:
        super().__init__()
        self.path = path
        self.journal = path.with_suffix(JOURNAL)
        self.files = files or Files()
        self.generations = Generations(path, self.files)
        self.report = report
        self.needed: Callable[[], Iterable[int]] = _needed_by_nobody
        self.examine: Callable[[State], None] = _trusting
        self.state: State | None = None
        self.generation = 0
        self._checksum = 0
        self._size = 0
        self._head = b""
        self._offset = 0
        self._signature: tuple[int, ...] | None = None
        self._base_signature: tuple[int, ...] | None = None

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

    def load(self) -> None:
        """Read everything anew; raises DamagedDatabase, MissingDatabase, NewerVersion, WorkspaceUnreadable."""
        self._doubt()
        self._base_signature = self.files.signature(self.path)
        with without_collector():
            content = self.files.read(self.path)
            base = self.generations.parsed(content) if content is not None else None
            if base is not None:
                self._begin(base)
                self._continue()
            elif content is not None or self.generations.are_there:
                self._recover(content)
            else:
                self._begin(Base({}, 0, 0, 0))
                self._write_database()
            leave_uncollected()

    def _begin(self, base: Base) -> None:
        self.state, self.generation = base.state, base.generation
        self._checksum, self._size = base.checksum, base.size

    def _continue(self) -> None:
        """Apply the journal, if it continues the database; one whose head is damaged, as far as its changes fit.

        Without a journal nobody vouches for the database, and what is in it is examined therefore.
        """
        content = self.files.read(self.journal)
        reading = journal.read(content or b"", with_head=True)
        head = reading.head
        if content and head is None:
            assert self.state is not None
            apply_fitting(self.state, changes_of(reading))
            self._put_aside(content, "the journal's beginning is damaged; what follows it was used as far as it fits")
            self._write_database()
            return
        if head is not None and head.generation == self.generation:
            self._apply(reading, head)
            return
        if not content:
            assert self.state is not None
            if any(documents for table, documents in self.state.items() if table != STORE):
                self.examine(self.state)
        elif head is not None and head.generation > self.generation:
            self._put_aside(content, "the journal continues a database that is not there")
        elif head is not None and head.generation == self.generation - 1:
            self.files.rename(self.journal, self.generations.journal(head.generation))
        self._new_journal()

    def _apply(self, reading: Reading, head: Head) -> None:
        assert self.state is not None
        is_touched = head.checksum != self._checksum
        if is_touched:
            refused = apply_fitting(self.state, changes_of(reading))
            self.examine(self.state)
            self._keep(refused, reading.rest)
        else:
            apply(self.state, changes_of(reading))
            self._keep([], reading.rest)
        if reading.rest or is_touched:
            self._write_database()
            return
        self._head, self._offset = head.line(), reading.length
        self._sign()

    def _keep(self, refused: list[Change], rest: bytes) -> None:
        """Put aside what does not fit, and what cannot be read."""
        if refused:
            named = ", ".join(sorted({f"{change.table} {_name(change)}" for change in refused}))
            self._put_aside(journal.line_of(refused), f"another program has changed {named} in the database")
        if rest:
            self._put_aside(rest, CUT)

    def _put_aside(self, content: bytes, why: str) -> None:
        number = 1
        while (place := self.path.with_suffix(f".aside-{number}")).exists():
            number += 1
        self.files.replace(place, content)
        self.report(f"{self.path}: {why}. What could not be used is kept in {place.name}.")

    def _recover(self, damaged: bytes | None) -> None:
        """The latest database that can be read, and the journals that lead on from there."""
        base = self.generations.latest_former()
        if base is None:
            raise self._beyond_recovery(damaged)
        self._begin(base)
        number = base.generation
        while (reading := self.generations.reading_of(number)) is not None:
            self._keep(apply_fitting(base.state, changes_of(reading)), reading.rest)
            self.generation, number = number, number + 1
        self._put_strange_journal_aside()
        if damaged is None:
            self.report(f"{self.path}: the database was not there and has been made anew from its journal.")
        else:
            self._put_aside(damaged, "the database was damaged and has been made anew from the one before")
            self.files.remove(self.path)
        self._write_database()

    def _beyond_recovery(self, damaged: bytes | None) -> StoreError:
        if damaged is not None:
            return DamagedDatabase(self.path, "the database is damaged, and there is no earlier one beside it.")
        return MissingDatabase(
            self.path, f"the database is not there, but {self.journal.name} continues it. Put one of both back."
        )

    def _put_strange_journal_aside(self) -> None:
        content = self.files.read(self.journal)
        if content is not None:
            head = journal.read(content, with_head=True).head
            if head is None or head.generation != self.generation:
                self._put_aside(content, "the journal continues a database that is not there")
                self.files.remove(self.journal)

    @property
    def is_current(self) -> bool:
        """Whether nobody has committed since or touched the database; needs no turn, costs a look at two files."""
        return (
            self._signature is not None
            and self.files.signature(self.journal) == self._signature
            and self.files.signature(self.path) == self._base_signature
        )

    def _sign(self) -> None:
        self._signature = self.files.signature(self.journal)

    def refresh(self) -> list[Change] | None:
        """What other processes have committed since; None when everything was read anew."""
        if self.is_current:
            return []
        if not self._head or self.files.signature(self.path) != self._base_signature:
            self.load()
            return None
        parts = self.files.read_parts(self.journal, len(self._head), self._offset)
        if parts is None or parts[0] != self._head:
            if not self.path.parent.is_dir():
                raise WorkspaceVanished(self.path.parent, "the workspace's folder has vanished.")
            self.load()
            return None
        reading = journal.read(parts[1], with_head=False)
        if reading.rest:
            self.load()
            return None
        self._offset += reading.length
        self._sign()
        return list(changes_of(reading))

    # writing

    def append(self, record: Record) -> None:
        """Make a commit durable, or change nothing. Raises WorkspaceUnwritable, WorkspaceVanished."""
        line = journal.line_of(record)
        try:
            self.files.append(self.journal, line)
        except FileNotFoundError as error:
            raise WorkspaceVanished(self.path.parent, "the workspace's folder has vanished.") from error
        except OSError as error:
            self._doubt()
            raise WorkspaceUnwritable(self.path.parent, f"nothing was changed: {error.strerror}.") from error
        self._offset += len(line)
        self._sign()

    def _doubt(self) -> None:
        """What is on disk now is found out by reading it anew."""
        self._head, self._signature = b"", None

    @property
    def position(self) -> Position:
        """Where the journal ends."""
        return Position(self.generation, self._offset)

    def state_at(self, position: Position) -> State | None:
        """The documents at a position; None when the files that it needs have gone. Raises StoreError."""
        try:
            with without_collector():
                return self.generations.state_at(position)
        except OSError as error:
            raise WorkspaceUnreadable(self.path.parent, f"the workspace cannot be read: {error.strerror}.") from error

    def has_outgrown(self, times: int = 1) -> bool:
        """Whether the journal is so many times too long, and a checkpoint due."""
        return self._offset > times * max(SMALLEST_JOURNAL, self._size // 2)

    def checkpoint(self) -> None:
        """Write the database anew and begin a new journal."""
        try:
            self._write_database()
        except OSError as error:
            self._doubt()
            raise WorkspaceUnwritable(self.path.parent, f"the database stays as it was: {error.strerror}.") from error

    def keep_copy(self, name: str) -> None:
        """Write the state into a file of its own beside the database. Raises WorkspaceUnwritable."""
        assert self.state is not None
        try:
            self.files.replace(self.path.with_suffix(f".{name}{DATABASE}"), database_text(self.state))
        except OSError as error:
            raise WorkspaceUnwritable(self.path.parent, f"no copy can be made: {error.strerror}.") from error

    def _write_database(self) -> None:
        assert self.state is not None
        former, self.generation = self.generation, self.generation + 1
        self.state.pop(STORE, None)
        mark: Document = {KEY: "format", "format": FORMAT, "generation": self.generation}
        self.state = {STORE: {"1": mark}, **self.state}
        content = database_text(self.state)
        self.files.prepare(self.path, content)
        moved: list[tuple[Path, Path]] = []
        try:
            self._move(self.path, self.generations.database(former), moved)
            self.files.finish(self.path)
            self._base_signature = self.files.signature(self.path)
            self._move(self.journal, self.generations.journal(former), moved)
            self._checksum, self._size = zlib.crc32(content), len(content)
            self._new_journal()
        except OSError:
            for source, target in reversed(moved):
                with suppress(OSError):  # whoever opens the folder finds the former files by their names
                    self.files.rename(target, source)
            raise
        with suppress(OSError):  # what cannot be removed now is removed with the next generation
            self.generations.forget(self.generation, self.needed())

    def _move(self, source: Path, target: Path, moved: list[tuple[Path, Path]]) -> None:
        if source.exists():
            self.files.rename(source, target)
            moved.append((source, target))

    def _new_journal(self) -> None:
        head = Head(self.generation, self._checksum).line()
        self.files.replace(self.journal, head)
        self._head, self._offset = head, len(head)
        self._sign()


CUT = "the journal's end is damaged or was cut off"


def _name(change: Change) -> str:
    return str((change.document or {}).get(KEY, change.id))

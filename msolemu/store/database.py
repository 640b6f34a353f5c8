"""One TinyDB database and the turns that processes take on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tinydb import TinyDB
from tinydb.storages import MemoryStorage, Storage

from msolemu.store.errors import StoreError, WorkspaceUnreadable, WorkspaceUnwritable, WorkspaceVanished
from msolemu.store.files import Files
from msolemu.store.journal import Change, Document
from msolemu.store.lock import Notice, NoTurns, Turn
from msolemu.store.storage import STORE, JournalStorage, Report
from msolemu.store.tables import KeyedTable

FILE = "workspace.json"


@dataclass(frozen=True, slots=True)
class Placed:
    """A document and where it stands; None when it was removed."""

    table: str
    key: str
    document: Document | None


class LabDatabase(TinyDB):
    """TinyDB with tables that have keys."""

    table_class = KeyedTable


class Database:
    """Documents by table and key. Read and commit while holding the turn: `with database.turn:`."""

    def __init__(self, storage: Storage, turn: Turn | NoTurns) -> None:
        self._journal = storage if isinstance(storage, JournalStorage) else None
        self._tinydb = LabDatabase(storage=lambda: storage)
        self.turn = turn

    @classmethod
    def in_memory(cls) -> Database:
        """A database that nothing keeps."""
        storage = MemoryStorage()  # type: ignore[no-untyped-call]
        storage.write({})
        return cls(storage, NoTurns())

    @classmethod
    def in_folder(cls, folder: Path, report: Report, notice: Notice, files: Files | None = None) -> Database:
        """The database in a folder, which is made; nothing is read yet. Raises WorkspaceUnwritable."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WorkspaceUnwritable(folder, f"the folder cannot be made: {error.strerror}.") from error
        return cls(JournalStorage(folder / FILE, files, report), Turn(folder, notice))

    def table(self, name: str) -> KeyedTable:
        """A table by name."""
        found = self._tinydb.table(name)
        assert isinstance(found, KeyedTable)
        return found

    def tables(self) -> list[str]:
        """The names of all tables with documents of ours."""
        return sorted(self._tinydb.tables() - {STORE})

    def all(self) -> Iterator[Placed]:
        """Every document, table by table, in the order in which they were first put."""
        for name in self.tables():
            for key, document in self.table(name).documents():
                yield Placed(name, key, document)

    def refresh(self) -> list[Placed] | None:
        """What others have committed; None when everything was read anew. Raises StoreError."""
        if self._journal is None:
            return []
        try:
            changes = self._journal.refresh()
        except OSError as error:
            raise self._unreadable(error) from error
        if changes is None:
            for name in self._tinydb.tables():
                self.table(name).reread()
            return None
        return [Placed(change.table, self.table(change.table).apply(change), change.document) for change in changes]

    def commit(self, placed: Iterable[Placed]) -> None:
        """Make documents durable, all or none. Raises StoreError."""
        changes = self._changes(placed)
        if not changes:
            return
        if self._journal is not None:
            self._journal.append(changes)
        for change in changes:
            self.table(change.table).apply(change)
        if self._journal is not None and self._journal.journal_has_outgrown:
            self._fold(self._journal)

    @staticmethod
    def _fold(journal: JournalStorage) -> None:
        """A checkpoint that may fail: what was committed is in the journal, and the next commit tries again."""
        try:
            journal.checkpoint()
        except StoreError as error:
            journal.report(str(error))

    def _changes(self, placed: Iterable[Placed]) -> list[Change]:
        return [self.table(one.table).change(one.key, one.document) for one in placed]

    def checkpoint(self) -> None:
        """Write the database file anew, so that stock TinyDB opens what there is. Raises StoreError."""
        if self._journal is not None:
            self._journal.checkpoint()

    @property
    def folder(self) -> Path | None:
        """Where it is kept."""
        return None if self._journal is None else self._journal.path.parent

    def _unreadable(self, error: OSError) -> StoreError:
        assert self.folder is not None
        if not self.folder.is_dir():
            return WorkspaceVanished(self.folder, "the workspace's folder has vanished.")
        return WorkspaceUnreadable(self.folder, f"the workspace cannot be read: {error.strerror}.")

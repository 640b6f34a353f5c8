"""One TinyDB database and the turns that processes take on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tinydb import TinyDB
from tinydb.storages import MemoryStorage, Storage

from msolemu.foundation.dataclass import dataclass
from msolemu.store.errors import SnapshotGone, StoreError, WorkspaceUnreadable, WorkspaceUnwritable, WorkspaceVanished
from msolemu.store.files import Files
from msolemu.store.generations import STORE, Position, State
from msolemu.store.journal import Change, Document
from msolemu.store.lock import Notice, NoTurns, Turn
from msolemu.store.storage import AT_ONCE, JournalStorage, Report
from msolemu.store.tables import KeyedTable, keyed

FILE = "workspace.json"
SNAPSHOTS = "_snapshots"
OWN = frozenset({STORE, SNAPSHOTS})
"""Tables of the store itself: no documents of the lab are in them."""
BULK = 1000
"""So many documents in one commit, and more than half of all, are written as a database at once."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A document and where it stands; None when it was removed."""

    table: str
    key: str
    document: Document | None


def by_key(state: State) -> dict[str, dict[str, Document]]:
    """The documents of the lab, by table and key."""
    return {name: dict(keyed(documents)) for name, documents in state.items() if name not in OWN}


class LabDatabase(TinyDB):
    """TinyDB with tables that have keys."""

    table_class = KeyedTable


class Database:
    """Documents by table and key. Read and commit while holding the turn: `with database.turn:`."""

    def __init__(self, storage: Storage, turn: Turn | NoTurns) -> None:
        self._journal = storage if isinstance(storage, JournalStorage) else None
        self._tinydb = LabDatabase(storage=lambda: storage)
        self.turn = turn
        self._tables: dict[str, KeyedTable] = {}
        self._copies: list[State] = []
        if self._journal is not None:
            self._journal.needed = self._needed

    def _needed(self) -> list[int]:
        return [document["generation"] for _, document in self.table(SNAPSHOTS).documents()]

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
        if name not in self._tables:
            found = self._tinydb.table(name)
            assert isinstance(found, KeyedTable)
            self._tables[name] = found
        return self._tables[name]

    def tables(self) -> list[str]:
        """The names of all tables with documents of the lab."""
        return sorted(self._tinydb.tables() - OWN)

    def all(self) -> Iterator[Placed]:
        """Every document, table by table, in the order in which they were first put."""
        for name in self.tables():
            for key, document in self.table(name).documents():
                yield Placed(name, key, document)

    @property
    def is_current(self) -> bool:
        """Whether nobody else has committed since; needs no turn."""
        return self._journal is None or self._journal.is_current

    def refresh(self) -> list[Placed] | None:
        """What others have committed; None when everything was read anew. Raises StoreError."""
        if self._journal is None or self._journal.is_current:
            return []
        try:
            changes = self._journal.refresh()
        except OSError as error:
            raise self._unreadable(error) from error
        if changes is None:
            for table in self._tables.values():
                table.reread()
            return None
        return [Placed(change.table, self.table(change.table).apply(change), change.document) for change in changes]

    def commit(self, placed: Iterable[Placed]) -> None:
        """Make documents durable, all or none. Raises StoreError."""
        changes = [self.table(one.table).change(one.key, one.document) for one in placed]
        if not changes:
            return
        if self._journal is None:
            self._apply(changes)
        elif len(changes) > BULK and len(changes) * 2 > self._count():
            self._replace(self._journal, changes)
        else:
            self._journal.append(changes)
            self._apply(changes)
            self.settle(AT_ONCE)

    def _apply(self, changes: Iterable[Change]) -> None:
        for change in changes:
            self.table(change.table).apply(change)

    def _count(self) -> int:
        return sum(len(self.table(name)) for name in self._tinydb.tables())

    def _replace(self, journal: JournalStorage, changes: list[Change]) -> None:
        """A commit that changes most of what there is: the database itself is written anew, and that is the commit."""
        before = [change.instead(self.table(change.table).held(change.id)) for change in changes]
        self._apply(changes)
        try:
            journal.checkpoint()
        except StoreError:
            self._apply(reversed(before))
            raise

    def settle(self, times: int = 1) -> None:
        """A checkpoint, if the journal is so many times too long; when it fails, the next one will do.

        What was committed is in the journal.
        """
        if self._journal is not None and self._journal.has_outgrown(times):
            try:
                self._journal.checkpoint()
            except StoreError as error:
                self._journal.report(str(error))

    def checkpoint(self) -> None:
        """Write the database file anew, so that stock TinyDB opens what there is. Raises StoreError."""
        if self._journal is not None:
            self._journal.checkpoint()

    def keep_copy(self, name: str) -> None:
        """Keep the documents as they are in a file beside the database, for good. Raises WorkspaceUnwritable."""
        if self._journal is not None:
            self._journal.keep_copy(name)

    def position(self) -> Position:
        """Where the journal ends, to come back to; what lives in memory is copied, for it has no journal."""
        if self._journal is not None:
            return self._journal.position
        self._copies.append({name: dict(self.table(name).numbered()) for name in self._tinydb.tables()})
        return Position(0, len(self._copies) - 1)

    def state_at(self, position: Position) -> dict[str, dict[str, Document]]:
        """The documents of the lab at a position, by table and key. Raises StoreError."""
        state = self._copies[position.offset] if self._journal is None else self._journal.state_at(position)
        if state is None:
            assert self.folder is not None
            raise SnapshotGone(self.folder, "the files of this snapshot are no longer there.")
        return by_key(state)

    def present(self) -> dict[str, dict[str, Document]]:
        """The documents of the lab now, by table and key."""
        return {name: dict(self.table(name).documents()) for name in self.tables()}

    def examine_with(self, examine: Callable[[dict[str, dict[str, Document]]], None]) -> None:
        """Who looks at documents that another program may have changed, before they are used; raises StoreError."""
        if self._journal is not None:
            self._journal.examine = lambda state: examine(by_key(state))

    @property
    def folder(self) -> Path | None:
        """Where it is kept."""
        return None if self._journal is None else self._journal.path.parent

    def _unreadable(self, error: OSError) -> StoreError:
        assert self.folder is not None
        if not self.folder.is_dir():
            return WorkspaceVanished(self.folder, "the workspace's folder has vanished.")
        return WorkspaceUnreadable(self.folder, f"the workspace cannot be read: {error.strerror}.")

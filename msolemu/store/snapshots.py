"""Snapshots: names for positions in the journal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msolemu.directory.snapshot_errors import NothingToUndo, SnapshotExists, SnapshotNotFound
from msolemu.directory.snapshots import Difference, Snapshot
from msolemu.store.database import SNAPSHOTS, Placed
from msolemu.store.differences import differences
from msolemu.store.generations import Position
from msolemu.store.journal import KEY, Document
from msolemu.store.workspace import Workspace

AUTOMATIC = 10
"""So many automatic snapshots are kept."""
Tables = Mapping[str, Mapping[str, Document]]


class Snapshots:
    """The snapshots of a workspace. Each call takes the workspace's turn; raises StoreError."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace, self._database = workspace, workspace.database

    def all(self) -> list[Snapshot]:
        """Every snapshot, in the order in which they were taken."""
        with _Turn(self._workspace):
            return [_snapshot(document) for document in self._documents().values()]

    def take(self, name: str, at: datetime, *, automatic: bool = False) -> Snapshot:
        """Name the present state; raises SnapshotExists. Automatic ones push out the oldest of their kind."""
        with _Turn(self._workspace):
            known = self._documents()
            if automatic:
                name = _free(name, known)
            elif name in known:
                raise SnapshotExists(name)
            position = self._database.position()
            document: Document = {
                KEY: name,
                "taken": at.isoformat(),
                "automatic": automatic,
                "generation": position.generation,
                "offset": position.offset,
            }
            old = [key for key, one in known.items() if one["automatic"]] if automatic else []
            gone = [Placed(SNAPSHOTS, key, None) for key in old[: max(0, len(old) + 1 - AUTOMATIC)]]
            self._database.commit([*gone, Placed(SNAPSHOTS, name, document)])
            return _snapshot(document)

    def remove(self, name: str) -> None:
        """Forget a snapshot; raises SnapshotNotFound."""
        with _Turn(self._workspace):
            self._known(name)
            self._database.commit([Placed(SNAPSHOTS, name, None)])

    def demand(self, name: str) -> None:
        """Raise SnapshotNotFound, unless there is one of that name."""
        with _Turn(self._workspace):
            self._known(name)

    def restore(self, name: str) -> None:
        """Put the workspace back into the state of a snapshot, in one commit; raises SnapshotNotFound."""
        with _Turn(self._workspace):
            self._put_back(self._known(name), [])

    def undo(self) -> Snapshot:
        """Go back to the latest automatic snapshot, which is used up; raises NothingToUndo."""
        with _Turn(self._workspace):
            latest = next((one for one in reversed(self._documents().values()) if one["automatic"]), None)
            if latest is None:
                raise NothingToUndo
            self._put_back(latest, [Placed(SNAPSHOTS, latest[KEY], None)])
            return _snapshot(latest)

    def differences(self, before: str, after: str | None = None) -> list[Difference]:
        """What differs between two snapshots, or between one and now; raises SnapshotNotFound."""
        with _Turn(self._workspace):
            old = self._state(self._known(before))
            new: Tables = self._database.present() if after is None else self._state(self._known(after))
            return list(differences(old, new, self._workspace.defaults_of))

    def _put_back(self, document: Document, also: list[Placed]) -> None:
        then, now = self._state(document), self._database.present()
        changed = [
            Placed(table, key, one)
            for table, documents in then.items()
            for key, one in documents.items()
            if now.get(table, {}).get(key) != one
        ]
        changed += [
            Placed(table, key, None)
            for table, documents in now.items()
            for key in documents
            if key not in then.get(table, {})
        ]
        self._database.commit([*changed, *also])
        self._workspace.take(changed)

    def _state(self, document: Document) -> Tables:
        position = Position(document["generation"], document["offset"])
        return self._workspace.brought_up(self._database.state_at(position))

    def _documents(self) -> dict[str, Document]:
        return dict(self._database.table(SNAPSHOTS).documents())

    def _known(self, name: str) -> Document:
        found = self._documents().get(name)
        if found is None:
            raise SnapshotNotFound(name)
        return found


class _Turn:
    """The workspace's turn, with what others have committed taken in."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def __enter__(self) -> None:
        self._workspace.begin()

    def __exit__(self, *error: object) -> None:
        self._workspace.end()


def _snapshot(document: Document) -> Snapshot:
    return Snapshot(document[KEY], datetime.fromisoformat(document["taken"]), document["automatic"])


def _free(name: str, known: Mapping[str, Document]) -> str:
    """The name, with a number where there is one like it already."""
    number, free = 1, name
    while free in known:
        number += 1
        free = f"{name} ({number})"
    return free

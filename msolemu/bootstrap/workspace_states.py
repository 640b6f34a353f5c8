"""The states that a workspace as a whole is put into: new, imported, kept as a snapshot and restored."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msolemu.bootstrap.faults import workspace_fault
from msolemu.directory.consistency import demand_consistent
from msolemu.directory.seeds.catalogue import EMPTY
from msolemu.directory.snapshots import Difference, Snapshot
from msolemu.store.errors import StoreError
from msolemu.store.snapshots import Snapshots
from msolemu.store.workspace import SETTINGS

if TYPE_CHECKING:
    from msolemu.bootstrap.lab import Lab

__all__ = ["Difference", "WorkspaceStates"]

FORMAT = 1
"""The version of what `workspace export` writes."""


class WorkspaceStates:
    """Changes everything at once, each time in one commit. What is not in the database, mail and drives, stays.

    Every call raises WorkspaceFault. What replaces everything takes an automatic snapshot first, so that it can be
    undone. `put_back` is called after another state was put in place.
    """

    def __init__(self, lab: Lab, put_back: Callable[[], None]) -> None:
        self._lab, self._told = lab, put_back
        self._snapshots = Snapshots(lab.workspace)

    def snapshots(self) -> list[Snapshot]:
        """All snapshots, the oldest first."""
        with _faults():
            return self._snapshots.all()

    def take(self, name: str) -> Snapshot:
        """Keep the present state under a name; raises SnapshotExists."""
        with _faults():
            return self._snapshots.take(name, self._lab.clock.now())

    def take_before(self, what: str) -> Snapshot:
        """Keep the present state until ten more automatic snapshots were taken."""
        with _faults():
            return self._snapshots.take(f"before {what}", self._lab.clock.now(), automatic=True)

    def remove(self, name: str) -> None:
        """Forget a snapshot; raises SnapshotNotFound."""
        with _faults():
            self._snapshots.remove(name)

    def restore(self, name: str) -> None:
        """Put everything back as it was; raises SnapshotNotFound."""
        with _faults(), self._lab.work():
            self._snapshots.demand(name)
            self.take_before(f"restore {name}")
            self._snapshots.restore(name)
        self._told()

    def undo(self) -> Snapshot:
        """Go back to the latest automatic snapshot; raises NothingToUndo."""
        with _faults():
            undone = self._snapshots.undo()
        self._told()
        return undone

    def differences(self, before: str, after: str | None = None) -> list[Difference]:
        """What differs between two snapshots, or between one and now; raises SnapshotNotFound."""
        with _faults():
            return self._snapshots.differences(before, after)

    def reset(self) -> None:
        """Empty the workspace and fill it as it was when it was new; known issues and clock stay."""
        with self._lab.work() as work:
            self.take_before("reset")
            settings = self._lab.workspace.settings.get(SETTINGS)
            self._lab.workspace.clear()
            self._lab.begin_anew(work, EMPTY if settings is None else settings.seed)
            if settings is not None:
                self._lab.workspace.settings.put(SETTINGS, settings)
            work.commit()

    def exported(self) -> str:
        """Everything as JSON, the same each time as long as nothing changes; the database file is made anew too."""
        with _faults(), self._lab.work():
            self._lab.workspace.database.checkpoint()
            documents = {"format": FORMAT, "tables": self._lab.workspace.documents()}
        return json.dumps(documents, ensure_ascii=True, indent=1, sort_keys=True) + "\n"

    def import_(self, text: str) -> None:
        """Put what was exported in place of everything; raises ValueError, and then nothing has changed.

        The rules of the directory hold for what comes in: names, addresses and anchors have one owner.
        """
        found = json.loads(text)
        with _faults(), self._lab.work() as work:
            try:
                if found["format"] != FORMAT:
                    raise ValueError(f"its format is {found['format']}, this msolemu reads {FORMAT}")
                self._lab.workspace.clear()
                self._lab.workspace.fill(found["tables"])
            except (KeyError, TypeError, AttributeError) as error:
                raise ValueError(f"{type(error).__name__} {error}") from error
            demand_consistent(work.directory)
            self.take_before("import")
            work.commit()


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except StoreError as error:
        raise workspace_fault(error) from error

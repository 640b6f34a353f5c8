"""Files that fail on demand, and documents to put."""

from __future__ import annotations

import errno
from datetime import UTC, datetime
from pathlib import Path

from msolemu.store.database import Database
from msolemu.store.files import Files
from msolemu.store.unit_of_work import UnitOfWork
from msolemu.store.workspace import LabSettings, Workspace

MADE = datetime(2016, 6, 1, 8, tzinfo=UTC)


class Told(list[str]):
    """What the user was told."""

    def __call__(self, text: str) -> None:
        self.append(text)


ANY = "any"


class FailingFiles(Files):
    """The host's files, of which one operation fails once: the disk is full. `calls` counts the operations."""

    def __init__(self) -> None:
        self.fails: str | None = None
        self.left = 0
        self.calls = 0

    def arm(self, operation: str, after: int = 0) -> None:
        """Let an operation fail at its next call but so many."""
        self.fails, self.left = operation, after

    def _is_meant(self, operation: str) -> bool:
        return self.fails in (operation, ANY)

    def _strike(self, operation: str) -> None:
        self.calls += 1
        if not self._is_meant(operation):
            return
        if self.left == 0:
            self.fails = None
            raise OSError(errno.ENOSPC, "No space left on device")
        self.left -= 1

    def write_some(self, handle: int, content: memoryview) -> int:
        """Write half, then fail."""
        if self._is_meant("write") and self.left == 0:
            super().write_some(handle, content[: len(content) // 2])
        self._strike("write")
        return super().write_some(handle, content)

    def synchronize(self, handle: int) -> None:
        """Fail when everything was written, but may not be on the disk."""
        self._strike("synchronize")
        super().synchronize(handle)

    def rename(self, source: Path, target: Path) -> None:
        """Fail before anything is renamed."""
        self._strike("rename")
        super().rename(source, target)

    def settle(self, folder: Path) -> None:
        """Fail after the new name is there."""
        self._strike("settle")
        super().settle(folder)

    def remove(self, path: Path) -> None:
        """Fail before anything is removed."""
        self._strike("remove")
        super().remove(path)


def in_folder(folder: Path, told: Told | None = None, files: Files | None = None) -> Workspace:
    """The workspace of a folder."""
    told = Told() if told is None else told
    return Workspace(Database.in_folder(folder, told, told, files))


def put(workspace: Workspace, key: str, *names: str) -> None:
    """Keep a document with some names in it."""
    with UnitOfWork(workspace) as work:
        workspace.settings.put(key, LabSettings(MADE, known_issues=frozenset(names)))
        work.commit()


def remove(workspace: Workspace, key: str) -> None:
    """Remove a document."""
    with UnitOfWork(workspace) as work:
        workspace.settings.remove(key)
        work.commit()


def read(workspace: Workspace) -> dict[str, list[str]]:
    """What the workspace holds now: names by key."""
    with UnitOfWork(workspace):
        return {key: sorted(item.known_issues) for key, item in workspace.settings.items()}

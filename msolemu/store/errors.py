"""What can go wrong with a workspace. Each has an id, and text that says which file and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class StoreError(Exception):
    """Any fault of a workspace; nothing that was acknowledged is lost."""

    id = "WorkspaceFault"

    def __init__(self, path: Path, text: str) -> None:
        super().__init__(f"{path}: {text}")
        self.path = path


class DamagedDatabase(StoreError):
    """The database file cannot be read, and there is no copy of it."""

    id = "WorkspaceDamaged"


class UnreadableDocument(StoreError):
    """Another program has written a document that is none of the lab's."""

    id = "WorkspaceDocumentUnreadable"


class MissingDatabase(StoreError):
    """The database file has gone, and its journal alone does not tell everything."""

    id = "WorkspaceDatabaseMissing"


class SnapshotGone(StoreError):
    """The files that a snapshot needs have gone."""

    id = "WorkspaceSnapshotGone"


class NewerVersion(StoreError):
    """A later msolemu has written the workspace."""

    id = "WorkspaceIsNewer"


class WorkspaceUnreadable(StoreError):
    """The file system refuses to read."""

    id = "WorkspaceUnreadable"


class WorkspaceUnwritable(StoreError):
    """The file system refuses to write: read-only, no permission, full."""

    id = "WorkspaceUnwritable"


class WorkspaceVanished(StoreError):
    """The folder has gone while msolemu ran."""

    id = "WorkspaceVanished"


class WorkspaceBusy(StoreError):
    """Another process has kept its turn for too long."""

    id = "WorkspaceBusy"

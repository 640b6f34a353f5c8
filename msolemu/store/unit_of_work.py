"""One transaction on everything that a workspace holds: implements the protocols of the directory and of `sync`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from types import TracebackType
from typing import Self

from msolemu.directory.collection import Changes
from msolemu.directory.unit_of_work import DirectoryState
from msolemu.store.database import Placed
from msolemu.store.workspace import Workspace
from msolemu.sync.ports import Forest, Tenant
from msolemu.sync.server_state import SyncSpace

ForestOf = Callable[[DirectoryState], Forest]
TenantOf = Callable[[DirectoryState], Tenant]


class UnitOfWork:
    """Holds the workspace's turn from entering to leaving; begins with what others have committed.

    `forest_of` and `tenant_of` show the directories as synchronization wants them. One may run inside another; what the
    inner one commits is durable at once.
    """

    def __init__(self, workspace: Workspace, forest_of: ForestOf, tenant_of: TenantOf) -> None:
        self.workspace = workspace
        self._forest_of, self._tenant_of = forest_of, tenant_of
        self._changes = Changes()

    @property
    def directory(self) -> DirectoryState:
        """Both directories as this transaction sees them."""
        return self.workspace.directory

    @property
    def space(self) -> SyncSpace:
        """The synchronization server's own state."""
        return self.workspace.space

    @cached_property
    def forest(self) -> Forest:
        """The forest as synchronization sees it."""
        return self._forest_of(self.directory)

    @cached_property
    def tenant(self) -> Tenant:
        """The tenant as synchronization sees it, the same as long as this transaction lasts."""
        return self._tenant_of(self.directory)

    def __enter__(self) -> Self:
        turn = self.workspace.database.turn
        turn.__enter__()
        try:
            self.workspace.refresh()
        except BaseException as error:
            turn.__exit__(type(error), error, error.__traceback__)
            raise
        self.workspace.recording.stack.append(self._changes)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._changes.forget()
        self.workspace.recording.stack.remove(self._changes)
        self.workspace.database.turn.__exit__(kind, error, trace)

    def commit(self) -> None:
        """Make every change visible and durable; raises StoreError, and then nothing has changed."""
        self.workspace.database.commit(
            Placed(one.collection, one.key, self.workspace.document(one.collection, one.key, one.after))
            for one in self._changes
        )
        self._changes.settle()

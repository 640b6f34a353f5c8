"""Transactions on everything that a workspace holds: they implement the protocols of the directory and of `sync`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Self

from msolemu.directory.collection import Changes
from msolemu.directory.unit_of_work import DirectoryState
from msolemu.store.database import Placed
from msolemu.store.errors import StoreError
from msolemu.store.workspace import Workspace
from msolemu.sync.ports import Forest, Tenant
from msolemu.sync.server_state import SyncSpace

AsFault = Callable[[StoreError], Exception]


def as_it_is(error: StoreError) -> Exception:
    """The error of the store itself."""
    return error


class UnitOfWork:
    """Holds the workspace's turn from entering to leaving; begins with what others have committed.

    One may run inside another; what the inner one commits is durable at once. `as_fault` turns what the store raises
    into what the caller wants to see raised.
    """

    def __init__(self, workspace: Workspace, as_fault: AsFault = as_it_is) -> None:
        self.workspace = workspace
        self._as_fault = as_fault
        self.changes = Changes()

    @property
    def directory(self) -> DirectoryState:
        """Both directories as this transaction sees them."""
        return self.workspace.directory

    def __enter__(self) -> Self:
        try:
            self.workspace.begin()
        except StoreError as error:
            raise self._as_fault(error) from error
        self.workspace.recording.stack.append(self.changes)
        return self

    def __exit__(self, *error: object) -> None:
        self.changes.forget()
        self.workspace.recording.stack.remove(self.changes)
        self.workspace.end()

    def commit(self) -> None:
        """Make every change visible and durable; raises StoreError, and then nothing has changed."""
        try:
            self.workspace.database.commit(
                Placed(one.collection, one.key, self.workspace.document(one.collection, one.key, one.after))
                for one in self.changes
            )
        except StoreError as error:
            raise self._as_fault(error) from error
        self.changes.settle()


class Reading:
    """Looks at the last committed state; takes no turn unless there is something new to take in."""

    def __init__(self, workspace: Workspace, as_fault: AsFault = as_it_is) -> None:
        self.workspace = workspace
        self._as_fault = as_fault

    @property
    def directory(self) -> DirectoryState:
        """Both directories."""
        return self.workspace.directory

    def __enter__(self) -> Self:
        try:
            self.workspace.look()
        except StoreError as error:
            raise self._as_fault(error) from error
        return self

    def __exit__(self, *error: object) -> None: ...


class SyncUnitOfWork(UnitOfWork):
    """A transaction as synchronization wants it; `forest_of` and `tenant_of` show the directories as it sees them."""

    def __init__(
        self,
        workspace: Workspace,
        forest_of: Callable[[DirectoryState], Forest],
        tenant_of: Callable[[DirectoryState], Tenant],
        as_fault: AsFault = as_it_is,
    ) -> None:
        super().__init__(workspace, as_fault)
        self._forest_of, self._tenant_of = forest_of, tenant_of

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

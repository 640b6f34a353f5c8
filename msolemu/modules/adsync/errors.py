"""What the synchronization server refuses, and how it looks."""

from __future__ import annotations

from msolemu.cmdlets.errors import ErrorTable, Fault
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.sync.errors import SchedulerSuspended

INVALID_OPERATION = "System.InvalidOperationException"


class NothingToSet(Exception):
    """Set-ADSyncScheduler was called without anything to set."""


class ConnectorNotFound(Exception):
    """No connector has this name or identifier."""

    def __init__(self, identity: str) -> None:
        super().__init__(identity)
        self.identity = identity


ERRORS = ErrorTable(
    {
        SchedulerSuspended: Fault(
            "SchedulerSuspended",
            "System.InvalidOperationException: The scheduler is suspended. Use Set-ADSyncScheduler "
            "-SchedulerSuspended $false to enable the scheduler.",
            ErrorCategory.WRITE_ERROR,
            INVALID_OPERATION,
        ),
        NothingToSet: Fault(
            "NothingToSet",
            "Name at least one setting of the scheduler.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.ArgumentException",
            terminating=True,
        ),
        ConnectorNotFound: Fault(
            "ConnectorNotFound",
            lambda error: f"The connector '{error.identity}' does not exist.",
            ErrorCategory.OBJECT_NOT_FOUND,
            "System.ArgumentException",
            target=lambda error: error.identity,
        ),
    }
)

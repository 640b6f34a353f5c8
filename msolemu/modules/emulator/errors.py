"""What can go wrong with the lab, and how it looks."""

from __future__ import annotations

from msolemu.cmdlets.errors import ErrorTable, Fault
from msolemu.compat.known_issue import UnknownKnownIssue
from msolemu.directory.snapshot_errors import SnapshotExists, SnapshotNotFound
from msolemu.runtime.errors.records import ErrorCategory

ARGUMENT_EXCEPTION = "System.ArgumentException"


class ClockRunsBackwards(Exception):
    """Lab time was to be put before what has happened."""


class NothingToSet(Exception):
    """A cmdlet was called without anything to do."""


class ForestFileUnreadable(Exception):
    """An LDIF file is missing, is no text, or holds a damaged record."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class ClockBeyondCalendar(Exception):
    """The calendar ends before."""


class ForestFileMissing(Exception):
    """There is no such file."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


ERRORS = ErrorTable(
    {
        ClockRunsBackwards: Fault(
            "ClockRunsBackwards",
            "Lab time cannot be put before what has already happened.",
            ErrorCategory.INVALID_ARGUMENT,
            ARGUMENT_EXCEPTION,
            terminating=True,
        ),
        ClockBeyondCalendar: Fault(
            "ClockBeyondCalendar",
            "Lab time ends with the year 9999.",
            ErrorCategory.INVALID_ARGUMENT,
            ARGUMENT_EXCEPTION,
            terminating=True,
        ),
        NothingToSet: Fault(
            "NothingToSet",
            "Say how far, where, or what to do.",
            ErrorCategory.INVALID_ARGUMENT,
            ARGUMENT_EXCEPTION,
            terminating=True,
        ),
        SnapshotNotFound: Fault("SnapshotNotFound", str, ErrorCategory.OBJECT_NOT_FOUND, ARGUMENT_EXCEPTION),
        SnapshotExists: Fault("SnapshotExists", str, ErrorCategory.RESOURCE_EXISTS, ARGUMENT_EXCEPTION),
        UnknownKnownIssue: Fault(
            "UnknownKnownIssue", str, ErrorCategory.OBJECT_NOT_FOUND, ARGUMENT_EXCEPTION, terminating=True
        ),
        ForestFileMissing: Fault(
            "PathNotFound",
            lambda error: f"Cannot find path '{error.path}' because it does not exist.",
            ErrorCategory.OBJECT_NOT_FOUND,
            "System.Management.Automation.ItemNotFoundException",
            terminating=True,
            target=lambda error: error.path,
        ),
        ForestFileUnreadable: Fault(
            "ForestFileUnreadable",
            lambda error: f"{error.path}: {error.reason}. Nothing was imported.",
            ErrorCategory.INVALID_DATA,
            "System.IO.InvalidDataException",
            terminating=True,
            target=lambda error: error.path,
        ),
    }
)

"""Faults of the workspace as errors that a session shows."""

from __future__ import annotations

from msolemu.runtime.errors.records import ErrorCategory, ErrorRecord, ExceptionValue, ScriptError
from msolemu.store.errors import StoreError


class WorkspaceFault(ScriptError):
    """The workspace cannot be used; nothing that was acknowledged is lost."""

    @property
    def id(self) -> str:
        """The error's id."""
        return self.record.error_id


def workspace_fault(error: StoreError) -> WorkspaceFault:
    """What the store raised, as the error of a session."""
    exception = ExceptionValue("System.IO.IOException", str(error))
    record = ErrorRecord(exception, error.id, ErrorCategory.RESOURCE_UNAVAILABLE, str(error.path))
    exception.record = record
    return WorkspaceFault(record)

"""What can go wrong around a cycle, without prose: modules turn these into what their cmdlets say."""

from __future__ import annotations


class SyncError(Exception):
    """Any refusal of the synchronization server."""


class SchedulerSuspended(SyncError):
    """No cycle starts while the scheduler is suspended."""

"""The synchronization server's own state: connector spaces, run history, settings."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from msolemu.directory.collection import Collection, Recording
from msolemu.foundation.dataclass import dataclass, replace
from msolemu.foundation.identifiers import IdSource
from msolemu.sync.connector_space import CLOUD_INDEXES, FOREST_INDEXES, CloudSpaceObject, ForestSpaceObject
from msolemu.sync.run_history import RunResult
from msolemu.sync.scheduler import Scheduler

CLOUD_CONNECTOR = UUID("b891884f-051e-4a83-95af-2544101c9083")
SERVER = "server"
DELETION_THRESHOLD = 500


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What the server remembers besides objects and runs.

    The watermark is the forest's change number up to which was imported, None before the first full import.
    `settled` is the lab time up to which all that fell due has run.
    """

    forest_connector: UUID
    scheduler: Scheduler
    settled: datetime
    watermark: int | None = None
    forest_runs: int = 0
    cloud_runs: int = 0
    deletion_threshold: int | None = DELETION_THRESHOLD

    @property
    def runs(self) -> int:
        """How many runs there were at both connectors."""
        return self.forest_runs + self.cloud_runs


@dataclass(frozen=True, slots=True)
class SyncSpace:
    """All collections of the server; keys are source anchors, run history ids, and SERVER."""

    forest_objects: Collection[ForestSpaceObject]
    cloud_objects: Collection[CloudSpaceObject]
    runs: Collection[RunResult]
    settings: Collection[ServerSettings]


def sync_space(recording: Recording | None = None) -> SyncSpace:
    """Empty collections that tell `recording` what changes in them."""
    recording = recording or Recording()
    return SyncSpace(
        forest_objects=Collection("forest_objects", recording, FOREST_INDEXES),
        cloud_objects=Collection("cloud_objects", recording, CLOUD_INDEXES),
        runs=Collection("runs", recording),
        settings=Collection("server", recording),
    )


def settings_of(space: SyncSpace, ids: IdSource, now: datetime) -> ServerSettings:
    """The server's settings; those of a new server when nothing was kept yet."""
    kept = space.settings.get(SERVER)
    if kept is None:
        kept = ServerSettings(ids.guid(), Scheduler(next_start=now), settled=now)
        space.settings.put(SERVER, kept)
    return kept


def with_scheduler(settings: ServerSettings, scheduler: Scheduler) -> ServerSettings:
    """The same settings with another scheduler."""
    return replace(settings, scheduler=scheduler)

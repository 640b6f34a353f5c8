"""The synchronization server as seen from outside: run a cycle or one profile, get the results, set the scheduler."""

from __future__ import annotations

import enum
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from msolemu.foundation.clock import Clock
from msolemu.foundation.dataclass import dataclass, replace
from msolemu.foundation.identifiers import IdSource
from msolemu.sync.errors import SchedulerSuspended
from msolemu.sync.export import Export
from msolemu.sync.importing import ForestImport, confirm_exports
from msolemu.sync.ports import Connected, UnitOfWork
from msolemu.sync.run_history import Counters, RunResult, StepResult
from msolemu.sync.run_profile import RunOutcome, RunProfile
from msolemu.sync.scheduler import Policy, Scheduler
from msolemu.sync.server_state import CLOUD_CONNECTOR, SERVER, ServerSettings, SyncSpace, settings_of, with_scheduler
from msolemu.sync.synchronizing import Synchronization

OpenWork = Callable[[], UnitOfWork[SyncSpace]]
AfterExport = Callable[[RunResult], None]


class Side(enum.Enum):
    """The two connectors."""

    FOREST = "forest"
    CLOUD = "cloud"


@dataclass(frozen=True, slots=True)
class CycleResult:
    """A cycle that has ended; its runs in order."""

    policy: Policy
    runs: tuple[RunResult, ...]


@dataclass(frozen=True, slots=True)
class Connector:
    """A connector as the server's users know it."""

    side: Side
    name: str
    identifier: UUID


class SyncServer:
    """Runs profiles, each in one unit of work, and tells `after_export` the result of every export to the tenant."""

    def __init__(self, open_work: OpenWork, clock: Clock, ids: IdSource, after_export: AfterExport) -> None:
        self._open, self._clock, self._ids, self._after_export = open_work, clock, ids, after_export

    def start_cycle(self, policy: Policy = Policy.UNSPECIFIED) -> CycleResult:
        """Run a cycle to its end, as an administrator starts it; raises SchedulerSuspended."""
        settings = self.settings()
        if settings.scheduler.suspended:
            raise SchedulerSuspended
        return self._cycle(settings, policy)

    def _cycle(self, settings: ServerSettings, policy: Policy) -> CycleResult:
        started = self._clock.now()
        self._purge(started - settings.scheduler.purge_interval)
        if policy is Policy.UNSPECIFIED:
            policy = settings.scheduler.next_policy
        # Delta imports need a watermark: the first cycle of a server reads everything, whatever was asked.
        full = policy is Policy.INITIAL or settings.watermark is None
        steps = runs_of_cycle(full=full, exporting=not settings.scheduler.staging_mode)
        runs = tuple(self.run(side, profile) for side, profile in steps)
        self.change_scheduler(lambda scheduler: scheduler.after_cycle(started))
        return CycleResult(policy, runs)

    def run(self, side: Side, profile: RunProfile) -> RunResult:
        """Run one profile of one connector."""
        with self._open() as work:
            result = ProfileRun(work, side, profile, self._clock, self._ids).run()
            work.commit()
        if side is Side.CLOUD and profile is RunProfile.EXPORT:
            self._after_export(result)
        return result

    def runs(self) -> list[RunResult]:
        """The run history, the latest run first."""
        with self._open() as work:
            return sorted(work.space.runs, key=lambda run: -run.sequence)

    def connectors(self) -> tuple[Connector, ...]:
        """Both connectors."""
        with self._open() as work:
            identifier = settings_of(work.space, self._ids, self._clock.now()).forest_connector
            work.commit()
            return (
                Connector(Side.FOREST, work.forest.name, identifier),
                Connector(Side.CLOUD, cloud_connector_name(work.tenant.name), CLOUD_CONNECTOR),
            )

    def settings(self) -> ServerSettings:
        """The server's settings as they stand."""
        with self._open() as work:
            settings = settings_of(work.space, self._ids, self._clock.now())
            work.commit()
        return settings

    def change_scheduler(self, change: Callable[[Scheduler], Scheduler]) -> Scheduler:
        """Put a changed scheduler in place of the present one; switched on, it starts after one interval."""
        return self._change(lambda settings: with_scheduler(settings, change(settings.scheduler))).scheduler

    def settle(self, until: datetime) -> None:
        """Note that everything that fell due up to this time has run."""
        self._change(lambda settings: replace(settings, settled=until))

    def _change(self, change: Callable[[ServerSettings], ServerSettings]) -> ServerSettings:
        with self._open() as work:
            changed = change(settings_of(work.space, self._ids, self._clock.now()))
            work.space.settings.put(SERVER, changed)
            work.commit()
        return changed

    def _purge(self, before: datetime) -> None:
        with self._open() as work:
            for old in [run for run in work.space.runs if run.ended < before]:
                work.space.runs.remove(str(old.run_history_id))
            work.commit()


def runs_of_cycle(*, full: bool, exporting: bool = True) -> list[tuple[Side, RunProfile]]:
    """The runs of a cycle in order."""
    importing = RunProfile.FULL_IMPORT if full else RunProfile.DELTA_IMPORT
    synchronizing = RunProfile.FULL_SYNCHRONIZATION if full else RunProfile.DELTA_SYNCHRONIZATION
    steps = [(side, profile) for profile in (importing, synchronizing) for side in Side]
    return [*steps, (Side.CLOUD, RunProfile.EXPORT), (Side.FOREST, RunProfile.EXPORT)] if exporting else steps


def begin_synchronized(work: Connected[SyncSpace], clock: Clock, ids: IdSource) -> None:
    """Let a new server have run its first cycle, inside the transaction that fills both directories.

    An import from the tenant follows, so that what the cycle sent is confirmed and the next one finds nothing to do.
    """
    for side, profile in (*runs_of_cycle(full=True), (Side.CLOUD, RunProfile.DELTA_IMPORT)):
        ProfileRun(work, side, profile, clock, ids).run()
    settings = settings_of(work.space, ids, clock.now())
    work.space.settings.put(SERVER, with_scheduler(settings, settings.scheduler.after_cycle(clock.now())))


def cloud_connector_name(tenant: str) -> str:
    """The name of the connector to a tenant."""
    return f"{tenant} - AAD"


class ProfileRun:
    """One run of a profile inside its unit of work."""

    def __init__(
        self, work: Connected[SyncSpace], side: Side, profile: RunProfile, clock: Clock, ids: IdSource
    ) -> None:
        self._work, self._side, self._profile, self._clock, self._ids = work, side, profile, clock, ids
        self._started = clock.now()
        self._settings = settings_of(work.space, ids, self._started)

    def run(self) -> RunResult:
        """Do the run's one step and keep its result in the history."""
        step = self._step()
        is_forest = self._side is Side.FOREST
        settings = replace(
            self._settings,
            forest_runs=self._settings.forest_runs + is_forest,
            cloud_runs=self._settings.cloud_runs + (not is_forest),
        )
        result = RunResult(
            run_history_id=self._ids.guid(),
            sequence=settings.runs,
            connector_id=settings.forest_connector if is_forest else CLOUD_CONNECTOR,
            connector_name=self._work.forest.name if is_forest else cloud_connector_name(self._work.tenant.name),
            profile=self._profile,
            number=settings.forest_runs if is_forest else settings.cloud_runs,
            started=self._started,
            ended=step.ended,
            steps=(step,),
        )
        self._work.space.settings.put(SERVER, settings)
        self._work.space.runs.put(str(result.run_history_id), result)
        return result

    def _step(self) -> StepResult:
        match self._side, self._profile:
            case Side.FOREST, RunProfile.FULL_IMPORT | RunProfile.DELTA_IMPORT:
                return self._imported(self._import_forest())
            case Side.CLOUD, RunProfile.FULL_IMPORT | RunProfile.DELTA_IMPORT:
                full = self._profile is RunProfile.FULL_IMPORT
                return self._imported(confirm_exports(self._work.space, self._work.tenant, full=full))
            case Side.FOREST, RunProfile.FULL_SYNCHRONIZATION | RunProfile.DELTA_SYNCHRONIZATION:
                return self._ended(self._synchronize())
            case Side.CLOUD, RunProfile.EXPORT:
                return self._export()
            case _:  # nothing flows from the tenant to the forest in this engine
                return self._ended(Counters())

    def _import_forest(self) -> Counters:
        importing = ForestImport(self._work.forest, self._work.space.forest_objects)
        watermark = self._settings.watermark
        if self._profile is RunProfile.FULL_IMPORT or watermark is None:
            importing.full()
        else:
            importing.delta(watermark)
        self._settings = replace(self._settings, watermark=importing.reached)
        return importing.counters

    def _imported(self, counters: Counters) -> StepResult:
        return self._ended(counters, RunOutcome.SUCCESS if counters.staged else RunOutcome.NO_OBJECTS)

    def _synchronize(self) -> Counters:
        synchronization = Synchronization(self._work.space, self._work.forest.name)
        if self._profile is RunProfile.FULL_SYNCHRONIZATION:
            synchronization.full()
        else:
            synchronization.delta()
        return synchronization.counters

    def _export(self) -> StepResult:
        export = Export(self._work.space.cloud_objects, self._work.tenant, self._started, self._ids)
        outcome = export.run(self._settings.deletion_threshold)
        step = self._ended(export.counters, outcome)
        return replace(step, failures=tuple(export.failures), quarantined=tuple(export.quarantined))

    def _ended(self, counters: Counters, outcome: RunOutcome = RunOutcome.SUCCESS) -> StepResult:
        return StepResult(self._ids.guid(), 1, outcome, self._started, self._clock.now(), counters)

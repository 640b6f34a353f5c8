"""What falls due as lab time passes: the tenant's hourly sweep and the scheduler's delta cycles, in order."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from msolemu.foundation.dataclass import dataclass
from msolemu.sync.cycle import SyncServer
from msolemu.sync.scheduler import Policy

HOUR = timedelta(hours=1)
Sweep = Callable[[datetime], object]


class Task(enum.Enum):
    """What can fall due."""

    CYCLE = "cycle"
    SWEEP = "sweep"


@dataclass(frozen=True, slots=True)
class DueWork:
    """One task and its time."""

    at: datetime
    task: Task


class Schedule:
    """Runs what falls due. A cycle due at a full hour runs before the sweep, which then sees what it brought."""

    def __init__(self, server: SyncServer, sweep: Sweep) -> None:
        self._server, self._sweep = server, sweep

    def due(self, since: datetime, until: datetime) -> Iterator[DueWork]:
        """What falls due after one time, up to and including another, in order.

        The scheduler is asked again for each task, so that it heeds what the tasks before have changed.
        """
        cycle_seen = since
        sweep_at = next_full_hour(since)
        while True:
            scheduler = self._server.settings().scheduler
            cycle_at = scheduler.next_start if scheduler.is_running else None
            if cycle_at is not None and cycle_at <= cycle_seen:
                cycle_at = cycle_seen + scheduler.effective_interval
            if cycle_at is not None and cycle_at <= min(sweep_at, until):
                cycle_seen = cycle_at
                yield DueWork(cycle_at, Task.CYCLE)
            elif sweep_at <= until:
                yield DueWork(sweep_at, Task.SWEEP)
                sweep_at += HOUR
            else:
                return

    def perform(self, work: DueWork) -> None:
        """Run one task; lab time already stands at its time."""
        match work.task:
            case Task.CYCLE:
                self._server.start_cycle(Policy.UNSPECIFIED)
            case Task.SWEEP:
                self._sweep(work.at)

    def run_until(self, until: datetime, move: Callable[[datetime], None]) -> list[DueWork]:
        """Step lab time to `until`, running on the way what falls due; `move` puts the clock."""
        done: list[DueWork] = []
        for work in self.due(self._server.settings().settled, until):
            move(work.at)
            self.perform(work)
            done.append(work)
        move(until)
        self._server.settle(until)
        return done

    def catch_up(self, now: datetime) -> list[DueWork]:
        """Run once what fell due while nothing ran: at most one cycle and one sweep, whatever the gap."""
        missed: dict[Task, DueWork] = {}
        settled = self._server.settings().settled
        if settled < now:
            scheduler = self._server.settings().scheduler
            if scheduler.is_running and scheduler.next_start <= now:
                missed[Task.CYCLE] = DueWork(now, Task.CYCLE)
            if next_full_hour(settled) <= now:
                missed[Task.SWEEP] = DueWork(now, Task.SWEEP)
        for work in missed.values():
            self.perform(work)
        if missed or now < settled:
            self._server.settle(now)
        return list(missed.values())


def next_full_hour(after: datetime) -> datetime:
    """The first full hour later than this time."""
    return after.replace(minute=0, second=0, microsecond=0) + HOUR

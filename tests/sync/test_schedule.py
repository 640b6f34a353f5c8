"""What falls due as lab time passes."""

from __future__ import annotations

from datetime import datetime, timedelta

from msolemu.foundation.dataclass import replace
from msolemu.sync.schedule import Schedule, Task
from tests.sync.fakes import START, Lab


def test_the_sweep_runs_at_every_full_hour(lab: Lab) -> None:
    swept: list[datetime] = []
    schedule = Schedule(lab.server, swept.append)
    schedule.run_until(START + timedelta(hours=2, minutes=30), lab.clock.set)
    assert swept == [START + timedelta(hours=1), START + timedelta(hours=2)]
    assert lab.clock.now() == START + timedelta(hours=2, minutes=30)
    assert lab.server.runs() == []


def test_a_started_scheduler_runs_a_cycle_every_half_hour_before_the_sweep(lab: Lab) -> None:
    lab.server.change_scheduler(lambda scheduler: replace(scheduler, enabled=True).awake(START))
    done = Schedule(lab.server, lambda at: None).run_until(START + timedelta(hours=1), lab.clock.set)
    assert [(work.at - START, work.task) for work in done] == [
        (timedelta(minutes=30), Task.CYCLE),
        (timedelta(hours=1), Task.CYCLE),
        (timedelta(hours=1), Task.SWEEP),
    ]
    assert lab.server.runs()[0].ended == START + timedelta(hours=1)


def test_what_is_due_can_be_listed_without_running_it(lab: Lab) -> None:
    lab.server.change_scheduler(lambda scheduler: replace(scheduler, enabled=True).awake(START))
    due = Schedule(lab.server, lambda at: None).due(START, START + timedelta(hours=2))
    assert [work.task for work in due].count(Task.CYCLE) == 4


def test_a_shorter_interval_than_the_allowed_one_is_ignored(lab: Lab) -> None:
    scheduler = lab.server.settings().scheduler
    assert replace(scheduler, customized_interval=timedelta(minutes=5)).effective_interval == timedelta(minutes=30)
    assert replace(scheduler, customized_interval=timedelta(hours=3)).effective_interval == timedelta(hours=3)


def test_after_any_gap_one_cycle_and_one_sweep_catch_up(lab: Lab) -> None:
    swept: list[datetime] = []
    schedule = Schedule(lab.server, swept.append)
    lab.server.change_scheduler(lambda scheduler: replace(scheduler, enabled=True).awake(START))
    lab.clock.advance(timedelta(days=3))
    now = lab.clock.now()
    assert [work.task for work in schedule.catch_up(now)] == [Task.CYCLE, Task.SWEEP]
    assert swept == [now]
    assert len(lab.server.runs()) == 6
    assert schedule.catch_up(now) == []


def test_nothing_catches_up_when_no_hour_passed(lab: Lab) -> None:
    schedule = Schedule(lab.server, lambda at: None)
    lab.server.settings()
    lab.clock.advance(timedelta(minutes=59))
    assert schedule.catch_up(lab.clock.now()) == []


def test_a_clock_put_back_starts_to_count_from_there(lab: Lab) -> None:
    schedule = Schedule(lab.server, lambda at: None)
    lab.server.settings()
    schedule.catch_up(START - timedelta(days=1))
    assert lab.server.settings().settled == START - timedelta(days=1)

"""Lab time stands still, steps, or follows the host."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from freezegun import freeze_time

from msolemu.foundation.clock import LabClock, SteppedClock, SystemClock

MORNING = datetime(2016, 6, 1, 8, 0, tzinfo=UTC)
NOON_IN_INDIA = datetime(2016, 6, 1, 12, 0, tzinfo=timezone(timedelta(hours=5, minutes=30)))


@freeze_time("2016-06-01 08:00:00")
def test_the_hosts_clock_is_read_in_utc() -> None:
    assert SystemClock().now() == MORNING


def test_a_stepped_clock_moves_only_when_told() -> None:
    clock = SteppedClock(MORNING)
    clock.advance(timedelta(hours=1))
    assert clock.now() == MORNING + timedelta(hours=1)
    clock.set(NOON_IN_INDIA)
    assert clock.now() == datetime(2016, 6, 1, 6, 30, tzinfo=UTC)


def test_lab_time_follows_the_host_until_it_is_frozen() -> None:
    host = SteppedClock(MORNING)
    lab = LabClock(host)
    host.advance(timedelta(minutes=5))
    assert lab.now() == MORNING + timedelta(minutes=5)
    lab.freeze()
    host.advance(timedelta(days=1))
    assert lab.now() == MORNING + timedelta(minutes=5)
    lab.follow()
    assert lab.now() == host.now()


def test_lab_time_can_be_frozen_at_any_point() -> None:
    lab = LabClock(SteppedClock(MORNING))
    lab.freeze(NOON_IN_INDIA)
    assert lab.now() == NOON_IN_INDIA
    assert LabClock(SteppedClock(MORNING), NOON_IN_INDIA).now() == NOON_IN_INDIA

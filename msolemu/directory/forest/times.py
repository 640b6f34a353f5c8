"""Times as the directory writes them: generalized time, and the large integers that count from the year 1601."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

FILE_TIME_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
NEVER, NOT_SET = "9223372036854775807", "0"
"""Both mean that there is no such time."""
TICK = timedelta(microseconds=1)
TICKS_A_MICROSECOND = 10


def generalized_time(at: datetime) -> str:
    """A time as text."""
    return at.strftime("%Y%m%d%H%M%S.0Z")


def file_time(at: datetime) -> str:
    """A time as a large integer."""
    return str((at.astimezone(UTC) - FILE_TIME_EPOCH) // TICK * TICKS_A_MICROSECOND)


def time_of(ticks: str) -> datetime | None:
    """The time that a large integer tells or None."""
    if ticks in (NOT_SET, NEVER):
        return None
    return FILE_TIME_EPOCH + int(ticks) // TICKS_A_MICROSECOND * TICK

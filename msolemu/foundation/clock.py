"""Lab time: what every part of msolemu believes the time to be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells lab time."""

    @property
    def is_host(self) -> bool:
        """Whether lab time is the host's own."""
        ...

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class SystemClock:
    """The host's clock."""

    is_host = True

    def now(self) -> datetime:
        """The host's time in UTC."""
        return datetime.now(UTC)  # noqa: TID251  the one place that reads the host's clock


class SteppedClock:
    """A clock that moves only when it is told to."""

    is_host = False

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        """Where the clock stands."""
        return self._at

    def advance(self, by: timedelta) -> None:
        """Move the clock on."""
        self._at += by

    def set(self, at: datetime) -> None:
        """Put the clock there."""
        self._at = at.astimezone(UTC)


class LabClock:
    """The clock of a workspace: follows the host's until it is frozen, then moves only when stepped.

    `frozen_at` is None while it follows.
    """

    def __init__(self, host: Clock, frozen_at: datetime | None = None) -> None:
        self._host = host
        self.frozen_at = frozen_at.astimezone(UTC) if frozen_at else None

    @property
    def is_host(self) -> bool:
        """Whether nothing has frozen it."""
        return self.frozen_at is None and self._host.is_host

    def now(self) -> datetime:
        """Lab time."""
        return self.frozen_at or self._host.now()

    def freeze(self, at: datetime | None = None) -> None:
        """Stop at a point of time, or now."""
        self.frozen_at = (at or self.now()).astimezone(UTC)

    def follow(self) -> None:
        """Follow the host's clock again."""
        self.frozen_at = None

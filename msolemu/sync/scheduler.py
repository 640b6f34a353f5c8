"""The scheduler's settings and when the next cycle is due."""

from __future__ import annotations

import enum
from datetime import datetime, timedelta

from msolemu.foundation.dataclass import dataclass, replace

ALLOWED_INTERVAL = timedelta(minutes=30)
PURGE_INTERVAL = timedelta(days=7)


class Policy(enum.Enum):
    """Which kind of cycle runs; Unspecified leaves it to the scheduler."""

    UNSPECIFIED = "Unspecified"
    DELTA = "Delta"
    INITIAL = "Initial"


@dataclass(frozen=True, slots=True)
class Scheduler:
    """The built-in scheduler; a new server's is off, so that a lab sees each cycle that it starts itself."""

    next_start: datetime
    customized_interval: timedelta | None = None
    next_policy: Policy = Policy.DELTA
    purge_interval: timedelta = PURGE_INTERVAL
    enabled: bool = False
    maintenance_enabled: bool = True
    staging_mode: bool = False
    suspended: bool = False

    @property
    def effective_interval(self) -> timedelta:
        """The larger of the allowed and the customized interval: a shorter wish is ignored."""
        return max(self.customized_interval or ALLOWED_INTERVAL, ALLOWED_INTERVAL)

    @property
    def is_running(self) -> bool:
        """Whether cycles start by themselves."""
        return self.enabled and not self.suspended

    def after_cycle(self, started: datetime) -> Scheduler:
        """The scheduler once a cycle has run: the next is a delta, one interval later."""
        return replace(self, next_policy=Policy.DELTA, next_start=started + self.effective_interval)

    def awake(self, now: datetime) -> Scheduler:
        """The scheduler whose next start does not lie in the past."""
        return self if self.next_start > now else replace(self, next_start=now + self.effective_interval)

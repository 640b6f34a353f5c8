"""Get-ADSyncScheduler, Set-ADSyncScheduler."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any

from msolemu.cmdlets.declaration import UNSET, Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, replace
from msolemu.modules.adsync.errors import NothingToSet
from msolemu.modules.adsync.services import ADSyncCall
from msolemu.modules.adsync.types import PolicyType, SchedulerSettings
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.time_span import TimeSpan
from msolemu.sync.scheduler import ALLOWED_INTERVAL, Policy, Scheduler

TIME_SPAN = "System.TimeSpan"

get_adsync_scheduler = Cmdlet(
    "Get-ADSyncScheduler",
    "Shows the scheduler's settings.",
    output=SchedulerSettings,
    error_owner="GetADSyncScheduler",
    examples={"Get-ADSyncScheduler": "Shows when the next cycle starts, and which kind it is."},
)


@get_adsync_scheduler.parameter_set()
def shown(call: ADSyncCall) -> Output[SchedulerSettings]:
    """A cycle starts by itself when SyncCycleEnabled is true and SchedulerSuspended is not."""
    scheduler = call.services.server.settings().scheduler
    custom = scheduler.customized_interval
    yield SchedulerSettings(
        AllowedSyncCycleInterval=TimeSpan.of(ALLOWED_INTERVAL),
        CurrentlyEffectiveSyncCycleInterval=TimeSpan.of(scheduler.effective_interval),
        CustomizedSyncCycleInterval=None if custom is None else TimeSpan.of(custom),
        NextSyncCyclePolicyType=PolicyType[scheduler.next_policy.value],
        NextSyncCycleStartTimeInUTC=DateTime.of(scheduler.next_start),
        PurgeRunHistoryInterval=TimeSpan.of(scheduler.purge_interval),
        SyncCycleEnabled=scheduler.enabled,
        MaintenanceEnabled=scheduler.maintenance_enabled,
        StagingModeEnabled=scheduler.staging_mode,
        SchedulerSuspended=scheduler.suspended,
        SyncCycleInProgress=False,
    )


set_adsync_scheduler = Cmdlet(
    "Set-ADSyncScheduler",
    "Changes the scheduler's settings.",
    error_owner="SetADSyncScheduler",
    examples={
        "Set-ADSyncScheduler -SyncCycleEnabled $true": "Lets cycles start by themselves.",
        "Set-ADSyncScheduler -CustomizedSyncCycleInterval 01:00:00": "Lets them start every hour.",
    },
)


@dataclass(frozen=True, slots=True)
class Changes:
    """The settings to change."""

    customized_sync_cycle_interval: Annotated[Any, Parameter("Time between cycles.", type=TIME_SPAN)] = UNSET
    sync_cycle_enabled: Annotated[bool | None, Parameter("Whether cycles start by themselves.")] = None
    next_sync_cycle_policy_type: Annotated[PolicyType | None, Parameter("Which kind the next cycle is.")] = None
    purge_run_history_interval: Annotated[Any, Parameter("How long runs are kept.", type=TIME_SPAN)] = UNSET
    maintenance_enabled: Annotated[bool | None, Parameter("Whether maintenance runs.")] = None
    scheduler_suspended: Annotated[bool | None, Parameter("Whether no cycle starts, by hand neither.")] = None

    def given(self) -> dict[str, Any]:
        """What was given, by the names of the scheduler."""
        policy = self.next_sync_cycle_policy_type
        found = {
            "customized_interval": _span(self.customized_sync_cycle_interval),
            "enabled": self.sync_cycle_enabled,
            "next_policy": None if policy is None else Policy[policy.name.upper()],
            "purge_interval": _span(self.purge_run_history_interval),
            "maintenance_enabled": self.maintenance_enabled,
            "suspended": self.scheduler_suspended,
        }
        return {name: value for name, value in found.items() if value is not None}


def _span(value: Any) -> timedelta | None:
    return None if value is UNSET else value.to_timedelta()


@set_adsync_scheduler.parameter_set()
def changed(
    call: ADSyncCall,
    changes: Changes,
    force: Annotated[Switch, Parameter("Do not ask; nothing is asked here.")] = False,
) -> None:
    """An interval shorter than the allowed one is kept, and ignored. A new server's scheduler is off."""
    given = changes.given()
    if not given:
        raise NothingToSet
    now = call.session.clock.now()

    def change(scheduler: Scheduler) -> Scheduler:
        after = replace(scheduler, **given)
        return after.awake(now) if after.is_running else after

    call.services.server.change_scheduler(change)

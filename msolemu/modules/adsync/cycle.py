"""Start-ADSyncSyncCycle."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.modules.adsync.services import ADSyncCall
from msolemu.modules.adsync.types import PolicyType, SyncCycleResult
from msolemu.sync.scheduler import Policy

start_adsync_sync_cycle = Cmdlet(
    "Start-ADSyncSyncCycle",
    "Runs a synchronization cycle: import, synchronization and export at both connectors.",
    output=SyncCycleResult,
    error_owner="StartADSyncSyncCycle",
    examples={
        "Start-ADSyncSyncCycle -PolicyType Delta": "Brings what has changed on-premises to the tenant.",
        "Start-ADSyncSyncCycle -PolicyType Initial": "Reads and evaluates every object anew.",
    },
)


@start_adsync_sync_cycle.parameter_set()
def started(
    call: ADSyncCall,
    policy_type: Annotated[
        PolicyType, Parameter("Delta, Initial, or Unspecified to leave it to the scheduler.", position=0)
    ] = PolicyType.Unspecified,
    interactive_mode: Annotated[
        Switch, Parameter("Show the progress of the cycle.", refused="A cycle has ended when the cmdlet returns.")
    ] = False,
) -> Output[SyncCycleResult]:
    """The real cmdlet returns at once, while the cycle goes on; here it returns when the cycle has ended.

    The first cycle of a server reads everything, whatever is asked.
    """
    call.services.server.start_cycle(Policy[policy_type.name.upper()])
    yield SyncCycleResult("Success")

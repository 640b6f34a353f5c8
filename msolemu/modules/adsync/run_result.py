"""Get-ADSyncRunProfileResult."""

from __future__ import annotations

from itertools import islice
from typing import Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.adsync.services import ADSyncCall
from msolemu.modules.adsync.types import ExportError, RunProfileResult, RunStepResult
from msolemu.runtime.types.date_time import DateTime
from msolemu.sync.run_history import RunResult, StepResult

get_adsync_run_profile_result = Cmdlet(
    "Get-ADSyncRunProfileResult",
    "Shows the runs of run profiles, the latest first.",
    output=RunProfileResult,
    error_owner="GetADSyncRunProfileResult",
    examples={
        "Get-ADSyncRunProfileResult -NumberRequested 1": "Shows how the latest run ended.",
        "(Get-ADSyncRunProfileResult -NumberRequested 1).RunStepResults.ExportErrors": (
            "Shows which objects the tenant refused."
        ),
    },
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which runs are asked for."""

    run_history_id: Annotated[UUID | None, Parameter("Only this run.", from_property=True)] = None
    connector_id: Annotated[UUID | None, Parameter("Only runs of this connector.")] = None
    run_profile_id: Annotated[UUID | None, Parameter("Only runs of this profile.")] = None
    run_number: Annotated[int | None, Parameter("Only runs with this number.")] = None
    number_requested: Annotated[int | None, Parameter("So many runs at most.")] = None

    def includes(self, run: RunResult) -> bool:
        """Whether a run is among them."""
        return (
            self.run_history_id in (None, run.run_history_id)
            and self.connector_id in (None, run.connector_id)
            and self.run_profile_id in (None, run.profile.identifier(run.connector_id))
            and self.run_number in (None, run.number)
        )


@get_adsync_run_profile_result.parameter_set()
def listed(
    call: ADSyncCall,
    wanted: Wanted,
    run_step_details: Annotated[Switch, Parameter("With the steps; they are always given here.")] = False,
    step_number: Annotated[int | None, Parameter("Only this step of each run.")] = None,
) -> Output[RunProfileResult]:
    """A run has one step. In the step of an export, ExportErrors lists the objects that the tenant refused."""
    found = filter(wanted.includes, call.services.server.runs())
    for run in islice(found, wanted.number_requested):
        yield shown(run, step_number)


def shown(run: RunResult, step_number: int | None = None) -> RunProfileResult:
    """A run as the cmdlet prints it."""
    return RunProfileResult(
        RunHistoryId=run.run_history_id,
        ConnectorId=run.connector_id,
        ConnectorName=run.connector_name,
        RunProfileId=run.profile.identifier(run.connector_id),
        RunProfileName=run.profile.value,
        RunNumber=run.number,
        Username=run.username,
        IsRunComplete=True,
        Result=run.outcome.value,
        CurrentStepNumber=len(run.steps),
        TotalSteps=len(run.steps),
        StartDate=DateTime.of(run.started),
        EndDate=DateTime.of(run.ended),
        RunStepResults=[step_shown(run, step) for step in run.steps if step_number in (None, step.number)],
    )


def step_shown(run: RunResult, step: StepResult) -> RunStepResult:
    """A step as the cmdlet prints it."""
    counters = step.counters
    errors = [ExportError(one.distinguished_name, one.identity, one.error_name, one.text) for one in step.failures]
    return RunStepResult(
        RunHistoryId=run.run_history_id,
        StepHistoryId=step.step_history_id,
        StepNumber=step.number,
        StepResult=step.outcome.value,
        StartDate=DateTime.of(step.started),
        EndDate=DateTime.of(step.ended),
        StageNoChange=counters.stage_no_change,
        StageAdd=counters.stage_add,
        StageUpdate=counters.stage_update,
        StageRename=counters.stage_rename,
        StageDelete=counters.stage_delete,
        DisconnectorFiltered=counters.disconnector_filtered,
        DisconnectorProjectedFlow=counters.disconnector_projected_flow,
        ConnectorFlow=counters.connector_flow,
        ConnectorNoFlow=counters.connector_no_flow,
        ConnectorFilteredRemoveMv=counters.connector_filtered_remove_mv,
        ConnectorDeleteRemoveMv=counters.connector_delete_remove_mv,
        ExportAdd=counters.export_add,
        ExportUpdate=counters.export_update,
        ExportDelete=counters.export_delete,
        ExportFailure=counters.export_failure,
        ExportErrors=errors,
    )

"""Wait-Job, Stop-Job, Remove-Job: a job has ended when it has been started."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.core.job_values import (
    Id,
    InstanceId,
    Job,
    Jobs,
    Name,
    State,
    by_id,
    by_instance,
    by_name,
    by_state,
    remove,
)
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.binding.validation import ValidateRange

wait_job = Cmdlet(
    "Wait-Job",
    "Waits for jobs.",
    aliases=("wjb",),
    output=Job,
    examples={"Start-Job { 1 } | Wait-Job": "Gives the job, which has run already."},
)


@dataclass(frozen=True)
class Waiting:
    """What every set of Wait-Job takes."""

    any_: Annotated[Switch, Parameter("Until one of them has ended.")] = False
    timeout: Annotated[
        int,
        Parameter(
            "Seconds to wait; a job has ended here when it begins to be waited for.",
            aliases=("TimeoutSec",),
            validate=(ValidateRange(-1, 2147483647),),
        ),
    ] = -1
    force: Annotated[Switch, Parameter("Also for jobs that are held up.")] = False


@wait_job.parameter_set("SessionIdParameterSet", default=True)
def waited_by_id(call: CoreCall, id_: Id, waiting: Waiting) -> Output[Job]:
    """A job has ended when it has been started, so that there is nothing to wait for."""
    yield from by_id(call, id_)[: 1 if waiting.any_ else None]


@wait_job.parameter_set("JobParameterSet")
def waited(call: CoreCall, job: Jobs, waiting: Waiting) -> Output[Job]:
    """The jobs themselves."""
    yield from list(job)[: 1 if waiting.any_ else None]


@wait_job.parameter_set("NameParameterSet")
def waited_by_name(call: CoreCall, name: Name, waiting: Waiting) -> Output[Job]:
    """By name."""
    yield from by_name(call, name)[: 1 if waiting.any_ else None]


@wait_job.parameter_set("InstanceIdParameterSet")
def waited_by_instance(call: CoreCall, instance_id: InstanceId, waiting: Waiting) -> Output[Job]:
    """By identifier."""
    yield from by_instance(call, instance_id)[: 1 if waiting.any_ else None]


@wait_job.parameter_set("StateParameterSet")
def waited_by_state(call: CoreCall, state: State, waiting: Waiting) -> Output[Job]:
    """By state."""
    yield from by_state(call, state)[: 1 if waiting.any_ else None]


stop_job = Cmdlet(
    "Stop-Job",
    "Stops jobs.",
    aliases=("spjb",),
    output=Job,
    should_process=True,
    examples={"Start-Job { 1 } | Stop-Job": "A job that has ended stays as it is."},
)
PassThru = Annotated[Switch, Parameter("Gives the jobs.")]


def _stopped(call: CoreCall, jobs: Iterable[Job], pass_thru: bool) -> Iterator[Job]:
    """A job has ended when it has been started, so that there is nothing to stop."""
    for job in jobs:
        if call.should_process(f"Stop-Job: {job.Id}, {job.Name}") and pass_thru:
            yield job


@stop_job.parameter_set("SessionIdParameterSet", default=True)
def stopped_by_id(call: CoreCall, id_: Id, pass_thru: PassThru = False) -> Output[Job]:
    """By number."""
    yield from _stopped(call, by_id(call, id_), pass_thru)


@stop_job.parameter_set("JobParameterSet")
def stopped(call: CoreCall, job: Jobs, pass_thru: PassThru = False) -> Output[Job]:
    """The jobs themselves."""
    yield from _stopped(call, job, pass_thru)


@stop_job.parameter_set("NameParameterSet")
def stopped_by_name(call: CoreCall, name: Name, pass_thru: PassThru = False) -> Output[Job]:
    """By name."""
    yield from _stopped(call, by_name(call, name), pass_thru)


@stop_job.parameter_set("InstanceIdParameterSet")
def stopped_by_instance(call: CoreCall, instance_id: InstanceId, pass_thru: PassThru = False) -> Output[Job]:
    """By identifier."""
    yield from _stopped(call, by_instance(call, instance_id), pass_thru)


@stop_job.parameter_set("StateParameterSet")
def stopped_by_state(call: CoreCall, state: State, pass_thru: PassThru = False) -> Output[Job]:
    """By state."""
    yield from _stopped(call, by_state(call, state), pass_thru)


remove_job = Cmdlet(
    "Remove-Job",
    "Removes jobs.",
    aliases=("rjb",),
    should_process=True,
    examples={"Start-Job { 1 } | Remove-Job": "Removes a job with its output."},
)
Forced = Annotated[Switch, Parameter("Also a job that runs; here every job has ended.", aliases=("F",))]


def _removed(call: CoreCall, jobs: Iterable[Job]) -> None:
    for job in jobs:
        if call.should_process(f"Remove-Job: {job.Id}, {job.Name}"):
            remove(call, job)


@remove_job.parameter_set("SessionIdParameterSet", default=True)
def removed_by_id(call: CoreCall, id_: Id, force: Forced = False) -> None:
    """The output that was not taken goes too."""
    _removed(call, by_id(call, id_))


@remove_job.parameter_set("JobParameterSet")
def removed(call: CoreCall, job: Jobs, force: Forced = False) -> None:
    """The jobs themselves."""
    _removed(call, list(job))


@remove_job.parameter_set("InstanceIdParameterSet")
def removed_by_instance(call: CoreCall, instance_id: InstanceId, force: Forced = False) -> None:
    """By identifier."""
    _removed(call, by_instance(call, instance_id))


@remove_job.parameter_set("NameParameterSet")
def removed_by_name(call: CoreCall, name: Name, force: Forced = False) -> None:
    """By name."""
    _removed(call, by_name(call, name))


@remove_job.parameter_set("StateParameterSet")
def removed_by_state(call: CoreCall, state: State) -> None:
    """By state."""
    _removed(call, by_state(call, state))

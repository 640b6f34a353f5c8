"""Jobs as values, how they are run, and how they are found: what the cmdlets for jobs share."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Parameter
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import is_folder, locations_of, place_of
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.invoking.scriptblock import ScriptBlock
from msolemu.runtime.state.isolation import alone, apart, using_values
from msolemu.runtime.state.streams import StreamKind
from msolemu.runtime.text.wildcard import WildcardPattern
from msolemu.runtime.types.registry import OBJECT, declare, net_enum, net_object
from msolemu.runtime.values.objects import Value

JOB = "System.Management.Automation.Job"
KEPT_STREAMS = (StreamKind.ERROR, StreamKind.WARNING, StreamKind.VERBOSE, StreamKind.INFORMATION)
NOT_EMPTY = (ValidateNotNullOrEmpty(),)
declare(JOB, OBJECT)


@net_enum("System.Management.Automation.JobState")
class JobState(enum.Enum):
    """How a job stands."""

    NotStarted = 0
    Running = 1
    Completed = 2
    Failed = 3
    Stopped = 4
    Blocked = 5
    Suspended = 6
    Disconnected = 7
    Suspending = 8
    Stopping = 9
    AtBreakpoint = 10


@net_object("System.Management.Automation.PSRemotingJob", declare(JOB, OBJECT))
@dataclass(slots=True, eq=False)
class Job:
    """A job that has run."""

    Id: int
    Name: str
    InstanceId: Any
    Command: str
    PSJobTypeName: str = "BackgroundJob"
    State: JobState = JobState.Completed
    HasMoreData: bool = True
    Location: str = "localhost"
    PSBeginTime: Any = None
    PSEndTime: Any = None


@dataclass(slots=True, eq=False)
class Ran:
    """A job with what it has left."""

    job: Job
    output: list[Value] = field(default_factory=list)


class KeptJobs(list[Ran]):
    """The jobs of the session, the oldest first."""


def run_job(
    call: CoreCall,
    block: ScriptBlock,
    name: str,
    arguments: Sequence[Value] | None,
    taken: Sequence[Value],
    before: ScriptBlock | None,
    folder: str,
) -> Job:
    """Run a script block in a folder and keep all it gives, errors and messages too."""
    session = call.session
    using = using_values(block)
    start = _folder(call, folder) if folder else locations_of(session).here
    number = 2 * len(session.state(KeptJobs)) + 1
    job = Job(number, name or f"Job{number}", session.ids.guid(), str(block))
    ran = Ran(job)
    session.state(KeptJobs).append(ran)
    environment = session.environment
    session.environment = dict(environment)
    try:
        with apart(session, using) as streams:
            for stream in KEPT_STREAMS:
                streams.set_route(stream, ran.output.append)
            locations_of(session).enter(start)
            if before is not None:
                alone(before).run_into(ran.output.append, None)
            alone(block).invoke(list(arguments or ()), input_values=list(taken), emit=ran.output.append)
    except PowerShellError as error:
        job.State = JobState.Failed
        ran.output.append(error.record)
    finally:
        session.environment = environment
    job.HasMoreData = bool(ran.output)
    return job


def _folder(call: CoreCall, path: str) -> Place:
    place = place_of(call.session, path)
    if not is_folder(place):
        raise call.error(
            "DirectoryNotFoundException",
            f"The working directory '{path}' does not exist.",
            ErrorCategory.INVALID_OPERATION,
            "System.IO.DirectoryNotFoundException",
        )
    return place


Id = Annotated[Sequence[int], Parameter("Numbers of jobs.", position=0, from_property=True, validate=NOT_EMPTY)]
Name = Annotated[
    Sequence[str],
    Parameter("Names of jobs, with wildcards.", position=0, from_property=True, validate=NOT_EMPTY),
]
InstanceId = Annotated[
    Sequence[Any],
    Parameter("Identifiers of jobs.", position=0, from_property=True, validate=NOT_EMPTY, type="System.Guid[]"),
]
State = Annotated[JobState, Parameter("How the jobs stand.", position=0, from_property=True)]
Jobs = Annotated[
    Sequence[Any],
    Parameter(
        "The jobs.",
        position=0,
        from_pipeline=True,
        from_property=True,
        type=JOB + "[]",
        validate=NOT_EMPTY,
    ),
]


def by_id(call: CoreCall, ids: Sequence[int]) -> list[Job]:
    """The jobs of these numbers; one that is not there is an error."""
    return _found(call, ids, lambda job, wanted: job.Id == wanted, "JobWithSpecifiedSessionIdNotFound", "session Id")


def by_name(call: CoreCall, names: Sequence[str]) -> list[Job]:
    """The jobs of these names."""
    return _found(
        call,
        names,
        lambda job, wanted: WildcardPattern(wanted).matches(job.Name),
        "JobWithSpecifiedNameNotFound",
        "job name",
    )


def by_instance(call: CoreCall, ids: Sequence[Any]) -> list[Job]:
    """The jobs of these identifiers."""
    return _found(
        call, ids, lambda job, wanted: job.InstanceId == wanted, "JobWithSpecifiedInstanceIdNotFound", "job instance Id"
    )


def by_state(call: CoreCall, state: JobState) -> list[Job]:
    """The jobs that stand so."""
    return [one.job for one in call.session.state(KeptJobs) if one.job.State is state]


def _found(call: CoreCall, wanted: Iterable[Any], matches: Any, error_id: str, what: str) -> list[Job]:
    found: list[Job] = []
    for one in wanted:
        jobs = [ran.job for ran in call.session.state(KeptJobs) if matches(ran.job, one)]
        if not jobs:
            call.write_error(
                error_id,
                f"The command cannot find a job with the {what} {one}. Verify the value and then try the command "
                "again.",
                ErrorCategory.OBJECT_NOT_FOUND,
                "System.Management.Automation.PSArgumentException",
                target=one,
            )
        found += jobs
    return found


def remove(call: CoreCall, job: Job) -> None:
    """Take a job out of the session, with the output that nobody took."""
    call.session.state(KeptJobs)[:] = [one for one in call.session.state(KeptJobs) if one.job is not job]

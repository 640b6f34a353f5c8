"""Start-Job, Get-Job, Receive-Job, Wait-Job, Stop-Job, Remove-Job: jobs run in place, when they are started."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.modules.core.parameters import PS_OBJECT, SCRIPT_BLOCK
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty, ValidateRange
from msolemu.runtime.objects import NOTHING, Value
from msolemu.runtime.records import ErrorCategory, ErrorRecord, PowerShellError
from msolemu.runtime.scriptblock import ScriptBlock
from msolemu.runtime.streams import StreamKind
from msolemu.runtime.types.registry import OBJECT, declare, net_enum, net_object
from msolemu.runtime.wildcard import WildcardPattern

JOB = "System.Management.Automation.Job"
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


start_job = Cmdlet(
    "Start-Job",
    "Runs a script block as a job.",
    aliases=("sajb",),
    output=Job,
    examples={"Start-Job { 1 + 1 } | Receive-Job -Wait": "Runs a job and takes its output."},
)


@start_job.parameter_set("ComputerName", default=True)
@dataclass
class Started:
    """The script block has run when the cmdlet returns; its output waits for Receive-Job."""

    call: CoreCall
    script_block: Annotated[ScriptBlock, Parameter("What to run.", position=0, type=SCRIPT_BLOCK, aliases=("Command",))]
    name: Annotated[str, Parameter("The name of the job.", from_property=True)] = ""
    initialization_script: Annotated[
        ScriptBlock | None, Parameter("What to run before.", position=1, type=SCRIPT_BLOCK)
    ] = None
    working_directory: Annotated[str, Parameter("Where it starts.")] = ""
    argument_list: Annotated[Sequence[Any], Parameter("Arguments.", aliases=("Args",))] = ()
    taken: list[Value] = field(init=False, default_factory=list)

    def process(
        self, input_object: Annotated[Value, Parameter("Its input.", from_pipeline=True, type=PS_OBJECT)] = NOTHING
    ) -> None:
        """Keep what the pipeline gives."""
        if input_object is not NOTHING:
            self.taken.append(input_object)

    def end(self) -> Iterator[Job]:
        """Run the job."""
        block = self.script_block
        yield run_job(self.call, block, self.name, self.argument_list, self.taken, self.initialization_script)


@start_job.parameter_set("FilePathComputerName")
def from_file(
    call: CoreCall,
    file_path: Annotated[str, Parameter("The script to run.", position=0)],
    name: Annotated[str, Parameter("The name of the job.", from_property=True)] = "",
    initialization_script: Annotated[
        ScriptBlock | None, Parameter("What to run before.", position=1, type=SCRIPT_BLOCK)
    ] = None,
    working_directory: Annotated[str, Parameter("Where it starts.")] = "",
    input_object: Annotated[Value, Parameter("Its input.", from_pipeline=True, type=PS_OBJECT)] = None,
    argument_list: Annotated[Sequence[Any], Parameter("Arguments.", aliases=("Args",))] = (),
) -> Output[Job]:
    """A script file as a job."""
    from msolemu.runtime.files import place_of, read_bytes
    from msolemu.runtime.script_text import script_text

    place = place_of(call.session, file_path)
    block = call.session.parse(script_text(read_bytes(call.session, place)), place.shown)
    yield run_job(
        call, block, name, argument_list, [] if input_object is None else [input_object], initialization_script
    )


@start_job.parameter_set("LiteralFilePathComputerName")
def from_literal_file(
    call: CoreCall,
    literal_path: Annotated[str, Parameter("The script to run.", aliases=("PSPath", "LP"))],
    name: Annotated[str, Parameter("The name of the job.", from_property=True)] = "",
    initialization_script: Annotated[
        ScriptBlock | None, Parameter("What to run before.", position=1, type=SCRIPT_BLOCK)
    ] = None,
    working_directory: Annotated[str, Parameter("Where it starts.")] = "",
    input_object: Annotated[Value, Parameter("Its input.", from_pipeline=True, type=PS_OBJECT)] = None,
    argument_list: Annotated[Sequence[Any], Parameter("Arguments.", aliases=("Args",))] = (),
) -> Output[Job]:
    """The same, the path taken as it is."""
    yield from from_file(
        call, literal_path, name, initialization_script, working_directory, input_object, argument_list
    )


def run_job(
    call: CoreCall,
    block: ScriptBlock,
    name: str,
    arguments: Sequence[Value] | None,
    taken: Sequence[Value],
    before: ScriptBlock | None,
) -> Job:
    """Run a script block and keep all it gives, errors and messages too."""
    session = call.session
    number = 2 * len(session.jobs) + 1
    job = Job(number, name or f"Job{number}", session.ids.guid(), str(block))
    ran = Ran(job)
    session.jobs.append(ran)
    streams = session.frame.streams
    kept = streams.routes
    for stream in (StreamKind.ERROR, StreamKind.WARNING, StreamKind.VERBOSE, StreamKind.INFORMATION):
        streams.set_route(stream, ran.output.append)
    try:
        if before is not None:
            before.invoke([], emit=ran.output.append)
        block.invoke(list(arguments or ()), input_values=list(taken), emit=ran.output.append)
    except PowerShellError as error:
        job.State = JobState.Failed
        ran.output.append(error.record)
    finally:
        streams.routes = kept
    job.HasMoreData = bool(ran.output)
    return job


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
    return [one.job for one in call.session.jobs if one.job.State is state]


def _found(call: CoreCall, wanted: Iterable[Any], matches: Any, error_id: str, what: str) -> list[Job]:
    found: list[Job] = []
    for one in wanted:
        jobs = [ran.job for ran in call.session.jobs if matches(ran.job, one)]
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


get_job = Cmdlet(
    "Get-Job",
    "Lists jobs.",
    aliases=("gjb",),
    output=Job,
    examples={"Start-Job { 1 }; Get-Job": "Lists the jobs of the session."},
)
Newest = Annotated[int | None, Parameter("The last so many.")]


def _newest(jobs: list[Job], newest: int | None) -> Iterator[Job]:
    yield from jobs if newest is None else list(reversed(jobs))[:newest]


@get_job.parameter_set("SessionIdParameterSet", default=True)
def listed(
    call: CoreCall,
    id_: Id = (),
    newest: Newest = None,
) -> Output[Job]:
    """All jobs, or those asked for."""
    yield from _newest(by_id(call, id_) if id_ else [one.job for one in call.session.jobs], newest)


@get_job.parameter_set("InstanceIdParameterSet")
def listed_by_instance(call: CoreCall, instance_id: InstanceId, newest: Newest = None) -> Output[Job]:
    """By identifier."""
    yield from _newest(by_instance(call, instance_id), newest)


@get_job.parameter_set("NameParameterSet")
def listed_by_name(call: CoreCall, name: Name, newest: Newest = None) -> Output[Job]:
    """By name."""
    yield from _newest(by_name(call, name), newest)


@get_job.parameter_set("StateParameterSet")
def listed_by_state(call: CoreCall, state: State, newest: Newest = None) -> Output[Job]:
    """By state."""
    yield from _newest(by_state(call, state), newest)


receive_job = Cmdlet(
    "Receive-Job",
    "Takes the output of jobs.",
    aliases=("rcjb",),
    examples={"Start-Job { 'done' } | Receive-Job": "Takes what a job gave."},
)


@dataclass(frozen=True)
class Receiving:
    """What every set of Receive-Job takes."""

    keep: Annotated[Switch, Parameter("Leaves the output with the job.")] = False
    force: Annotated[Switch, Parameter("Waits also for jobs that are held up.")] = False
    wait: Annotated[Switch, Parameter("Waits for the end of the jobs.")] = False
    auto_remove_job: Annotated[Switch, Parameter("Removes the jobs.")] = False


def _received(call: CoreCall, jobs: Iterable[Job], receiving: Receiving) -> Iterator[Value]:
    for job in jobs:
        ran = next((one for one in call.session.jobs if one.job is job), None)
        output = [] if ran is None else list(ran.output)
        if ran is not None and not receiving.keep:
            ran.output.clear()
            job.HasMoreData = False
        for value in output:
            if isinstance(value, ErrorRecord):
                call.write_error(value)
            else:
                yield value
        if receiving.auto_remove_job:
            _remove(call, job)


@receive_job.parameter_set("Location", default=True)
def received(call: CoreCall, job: Jobs, receiving: Receiving) -> Output[Value]:
    """What was taken once is gone, unless `-Keep` is given."""
    yield from _received(call, job, receiving)


@receive_job.parameter_set("NameParameterSet")
def received_by_name(call: CoreCall, name: Name, receiving: Receiving) -> Output[Value]:
    """By name."""
    yield from _received(call, by_name(call, name), receiving)


@receive_job.parameter_set("InstanceIdParameterSet")
def received_by_instance(call: CoreCall, instance_id: InstanceId, receiving: Receiving) -> Output[Value]:
    """By identifier."""
    yield from _received(call, by_instance(call, instance_id), receiving)


@receive_job.parameter_set("SessionIdParameterSet")
def received_by_id(call: CoreCall, id_: Id, receiving: Receiving) -> Output[Value]:
    """By number."""
    yield from _received(call, by_id(call, id_), receiving)


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
        int, Parameter("Seconds to wait.", aliases=("TimeoutSec",), validate=(ValidateRange(-1, 2147483647),))
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


@stop_job.parameter_set("SessionIdParameterSet", default=True)
def stopped_by_id(call: CoreCall, id_: Id, pass_thru: PassThru = False) -> Output[Job]:
    """A job has ended when it has been started, so that there is nothing to stop."""
    yield from by_id(call, id_) if pass_thru else ()


@stop_job.parameter_set("JobParameterSet")
def stopped(call: CoreCall, job: Jobs, pass_thru: PassThru = False) -> Output[Job]:
    """The jobs themselves."""
    yield from job if pass_thru else ()


@stop_job.parameter_set("NameParameterSet")
def stopped_by_name(call: CoreCall, name: Name, pass_thru: PassThru = False) -> Output[Job]:
    """By name."""
    yield from by_name(call, name) if pass_thru else ()


@stop_job.parameter_set("InstanceIdParameterSet")
def stopped_by_instance(call: CoreCall, instance_id: InstanceId, pass_thru: PassThru = False) -> Output[Job]:
    """By identifier."""
    yield from by_instance(call, instance_id) if pass_thru else ()


@stop_job.parameter_set("StateParameterSet")
def stopped_by_state(call: CoreCall, state: State, pass_thru: PassThru = False) -> Output[Job]:
    """By state."""
    yield from by_state(call, state) if pass_thru else ()


remove_job = Cmdlet(
    "Remove-Job",
    "Removes jobs.",
    aliases=("rjb",),
    should_process=True,
    examples={"Start-Job { 1 } | Remove-Job": "Removes a job with its output."},
)
Forced = Annotated[Switch, Parameter("Also a job that runs.", aliases=("F",))]


def _remove(call: CoreCall, job: Job) -> None:
    call.session.jobs[:] = [one for one in call.session.jobs if one.job is not job]


def _removed(call: CoreCall, jobs: Iterable[Job]) -> None:
    for job in jobs:
        if call.should_process(f"Remove-Job: {job.Id}, {job.Name}"):
            _remove(call, job)


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

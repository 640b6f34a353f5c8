"""Start-Job, Get-Job, Receive-Job: jobs run in place, when they are started."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.core.job_values import (
    Id,
    InstanceId,
    Job,
    Jobs,
    KeptJobs,
    Name,
    State,
    by_id,
    by_instance,
    by_name,
    by_state,
    remove,
    run_job,
)
from msolemu.modules.core.parameters import PS_OBJECT, SCRIPT_BLOCK
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.errors.records import ErrorRecord
from msolemu.runtime.invoking.scriptblock import ScriptBlock
from msolemu.runtime.values.objects import NOTHING, Value

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
        before, folder = self.initialization_script, self.working_directory
        yield run_job(self.call, block, self.name, self.argument_list, self.taken, before, folder)


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
    from msolemu.runtime.filesystem.files import place_of, read_bytes
    from msolemu.runtime.state.script_text import script_text

    place = place_of(call.session, file_path)
    block = call.session.parse(script_text(read_bytes(call.session, place)), place.shown)
    taken = [] if input_object is None else [input_object]
    yield run_job(call, block, name, argument_list, taken, initialization_script, working_directory)


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
    yield from _newest(by_id(call, id_) if id_ else [one.job for one in call.session.state(KeptJobs)], newest)


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
    wait: Annotated[Switch, Parameter("Waits for the end of the jobs; here every job has ended.")] = False
    auto_remove_job: Annotated[Switch, Parameter("Removes the jobs.")] = False


def _received(call: CoreCall, jobs: Iterable[Job], receiving: Receiving) -> Iterator[Value]:
    for job in jobs:
        ran = next((one for one in call.session.state(KeptJobs) if one.job is job), None)
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
            remove(call, job)


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

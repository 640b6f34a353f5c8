"""Start-Transcript, Stop-Transcript."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

from msolemu.cmdlets.call import Call
from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch, Variation
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.transcription.recorder import Recorder
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.filesystem.files import FileWriter, exists, place_of

if TYPE_CHECKING:
    from msolemu.runtime.filesystem.locations import Place
    from msolemu.runtime.state.session import Session

RULE = "**********************"
NOT_EMPTY = (ValidateNotNullOrEmpty(),)

start_transcript = Cmdlet(
    "Start-Transcript",
    "Begins to write down what the screen shows.",
    should_process=True,
    examples={"Start-Transcript ./run.txt; 'shown'; Stop-Transcript": "Keeps what a run shows in a file."},
)


@dataclass(frozen=True)
class Writing:
    """What every set of Start-Transcript takes."""

    append: Annotated[Switch, Parameter("Adds to the file.")] = False
    force: Annotated[Switch, Parameter("Also to a file that is read-only.")] = False
    no_clobber: Annotated[Switch, Parameter("Leaves a file that is there as it is.", aliases=("NoOverwrite",))] = False
    include_invocation_header: Annotated[Switch, Parameter("With the time of each command.")] = False
    use_minimal_header: Annotated[Switch, Parameter("With a short heading.")] = False


LiteralPath = Annotated[
    str, Parameter("The file.", name="LiteralPath", position=0, aliases=("PSPath", "LP"), validate=NOT_EMPTY)
]


@start_transcript.parameter_set("ByLiteralPath", Variation({"path": LiteralPath}, {}))
@start_transcript.parameter_set("ByPath", default=True)
def by_path(
    call: Call[Any],
    writing: Writing,
    path: Annotated[str, Parameter("The file.", position=0, validate=NOT_EMPTY)] = "",
) -> Output[str]:
    """Everything that goes to the screen from now on is added to the file, line by line, as it comes."""
    yield from _started(call, path or _own_name(call.session, ""), writing)


@start_transcript.parameter_set("ByOutputDirectory")
def by_folder(
    call: Call[Any],
    writing: Writing,
    output_directory: Annotated[str, Parameter("The folder.", position=0, validate=NOT_EMPTY)] = "",
) -> Output[str]:
    """A file of its own name in a folder."""
    yield from _started(call, _own_name(call.session, output_directory), writing)


def _own_name(session: Session, folder: str) -> str:
    moment = session.clock.now()
    name = f"PowerShell_transcript.{session.ids.number(100000, 999999)}.{moment:%Y%m%d%H%M%S}.txt"
    return os.path.join(folder, name) if folder else name  # noqa: PTH118  text in, text out


def _started(call: Call[Any], path: str, writing: Writing) -> Iterator[str]:
    session = call.session
    place = place_of(session, path)
    if writing.no_clobber and exists(session, place) and not writing.append:
        raise call.error(
            "NoClobber",
            f"File {place.shown} already exists and NoClobber was specified.",
            ErrorCategory.RESOURCE_EXISTS,
            "System.IO.IOException",
            target=place.shown,
        )
    if not call.should_process(place.shown, "Start-Transcript"):
        return
    writer = FileWriter(session, place, append=writing.append)
    if writer.is_refused:
        _demand_force(call, place, force=writing.force)
        writer.permit()
    writer.write(_heading(session, minimal=writing.use_minimal_header))
    writer.close()
    session.host = Recorder(session, place)
    yield f"Transcript started, output file is {path}"


def _demand_force(call: Call[Any], place: Place, *, force: bool) -> None:
    if not force:
        raise call.error(
            "CannotStartTranscription",
            f"Transcription cannot be started due to the error: Access to the path '{place.shown}' is denied.",
            ErrorCategory.INVALID_OPERATION,
            "System.Management.Automation.PSInvalidOperationException",
        )


def _heading(session: Session, *, minimal: bool) -> str:
    lines = [RULE, "PowerShell transcript start", f"Start time: {session.clock.now():%Y%m%d%H%M%S}"]
    if not minimal:
        machine = session.environment_value("COMPUTERNAME") or ""
        user = f"{session.environment_value('USERDOMAIN') or machine}\\{session.environment_value('USERNAME') or ''}"
        lines += [f"Username: {user}", f"RunAs User: {user}", "Configuration Name: ", f"Machine: {machine}"]
        lines += ["Host Application: msolemu", "PSVersion: 7.6.5", "PSEdition: Core"]
    return "\n".join([*lines, RULE]) + "\n"


stop_transcript = Cmdlet(
    "Stop-Transcript",
    "Ends the transcript.",
    should_process=True,
    examples={"Start-Transcript ./run.txt; Stop-Transcript": "Begins and ends a transcript."},
)


@stop_transcript.parameter_set()
def stopped(call: Call[Any]) -> Output[str]:
    """The file gets its last lines, and the screen is no longer written down."""
    session = call.session
    recorder = session.host
    if not isinstance(recorder, Recorder):
        raise call.error(
            "InvalidOperation",
            "An error occurred stopping transcription: The host is not currently transcribing.",
            ErrorCategory.INVALID_OPERATION,
            "System.Management.Automation.PSInvalidOperationException",
        )
    recorder.finish()
    recorder.add(
        "\n".join([RULE, "PowerShell transcript end", f"End time: {session.clock.now():%Y%m%d%H%M%S}", RULE, ""])
    )
    session.host = recorder.inner
    yield f"Transcript stopped, output file is {recorder.place.shown}"

"""Start-Transcript, Stop-Transcript."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from msolemu.cmdlets.call import Call
from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch, Variation
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.transcription.recorder import Recorder
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import FileWriter, exists, is_folder, locations_of, open_failure, place_of
from msolemu.runtime.values.objects import PSObject, Value

if TYPE_CHECKING:
    from msolemu.runtime.filesystem.locations import Place
    from msolemu.runtime.state.session import Session

RULE = "**********************"
INVALID_OPERATION = "System.Management.Automation.PSInvalidOperationException"
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
) -> Output[Value]:
    """Everything that goes to the screen from now on is added to the file, line by line, as it comes."""
    yield from _started(call, path or _usual_name(call.session), writing)


@start_transcript.parameter_set("ByOutputDirectory")
def by_folder(
    call: Call[Any],
    writing: Writing,
    output_directory: Annotated[str, Parameter("The folder.", position=0, validate=NOT_EMPTY)] = "",
) -> Output[Value]:
    """A file of its own name in a folder."""
    yield from _started(call, _own_name(call.session, output_directory), writing)


def _usual_name(session: Session) -> str:
    """What `$Transcript` of the global scope names, else a name of its own in the current folder."""
    wanted = session.get_variable("Transcript", scope=session.global_scope)
    return _own_name(session, "") if wanted is None else to_text(wanted)


def _own_name(session: Session, folder: str) -> str:
    moment = session.clock.now()
    name = f"PowerShell_transcript.{session.ids.number(100000, 999999)}.{moment:%Y%m%d%H%M%S}.txt"
    return os.path.join(folder, name) if folder else name  # noqa: PTH118  text in, text out


def _started(call: Call[Any], path: str, writing: Writing) -> Iterator[Value]:
    session = call.session
    place = place_of(session, path)
    if not call.should_process(place.shown, "Start-Transcript"):
        return
    if exists(session, place) and not is_folder(place):
        _demand_writable(call, place, writing)
    try:
        _write_heading(session, place, writing)
    except PowerShellError as error:
        raise call.error(
            "CannotStartTranscription",
            f"Transcription cannot be started due to the error: {error.record.text}",
            ErrorCategory.INVALID_OPERATION,
            INVALID_OPERATION,
        ) from error
    session.host = Recorder(session, place)
    told = PSObject(f"Transcript started, output file is {path}")
    told.members["path"] = ["Path", path]
    yield told


def _write_heading(session: Session, place: Place, writing: Writing) -> None:
    folder = Path(locations_of(session).checked(place, writing=True)).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise open_failure(error, place_of(session, os.path.dirname(place.shown))) from error  # noqa: PTH120  text
    writer = FileWriter(session, place, append=writing.append)
    if writing.force:
        writer.permit()
    writer.write(_heading(session, minimal=writing.use_minimal_header))
    writer.close()


def _demand_writable(call: Call[Any], place: Place, writing: Writing) -> None:
    if writing.no_clobber and not writing.append:
        raise call.error(
            "NoClobber",
            f"File {place.shown} already exists and NoClobber was specified.",
            ErrorCategory.RESOURCE_EXISTS,
            "System.UnauthorizedAccessException",
            target=place.shown,
        )
    if not writing.force and FileWriter(call.session, place, append=True).is_refused:
        raise call.error(
            "FileReadOnly",
            f'File {place.shown} is read-only. Cannot write to this file. "Start-Transcript -Force" will clear the '
            "read-only attribute.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.ArgumentException",
            target=place.shown,
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
            INVALID_OPERATION,
        )
    recorder.finish()
    recorder.add(
        "\n".join([RULE, "PowerShell transcript end", f"End time: {session.clock.now():%Y%m%d%H%M%S}", RULE, ""])
    )
    session.host = recorder.inner
    yield f"Transcript stopped, output file is {recorder.place.shown}"

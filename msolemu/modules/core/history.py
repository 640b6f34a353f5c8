"""Get-History, Add-History, Clear-History, Invoke-History."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.modules.core.parameters import PS_OBJECT
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty, ValidateRange
from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, StatementError
from msolemu.runtime.state.history import PIPELINE_STATE, History, HistoryInfo
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.members import get_property
from msolemu.runtime.values.objects import Int64, Value, unwrap

MOST = 2147483647
ARGUMENT_EXCEPTION = "System.ArgumentException"

get_history = Cmdlet(
    "Get-History",
    "Lists the commands of this session.",
    aliases=("ghy", "h", "history"),
    output=HistoryInfo,
    examples={"Get-History -Count 5": "Lists the last five."},
)


@get_history.parameter_set()
def history(
    call: CoreCall,
    id_: Annotated[
        Sequence[Int64],
        Parameter("Numbers of commands.", position=0, from_pipeline=True, validate=(ValidateRange(1, 2**63 - 1),)),
    ] = (),
    count: Annotated[
        int | None, Parameter("The last so many.", position=1, validate=(ValidateRange(0, 32767),))
    ] = None,
) -> Output[HistoryInfo]:
    """The shell keeps what was typed; a script has no history."""
    found = list(call.session.state(History))
    yield from _numbered(call, id_, count) if id_ else _some(found, count, newest=True)


def _some(found: list[HistoryInfo], count: int | None, *, newest: bool) -> list[HistoryInfo]:
    if count is None:
        return found
    return found[len(found) - min(count, len(found)) :] if newest else found[:count]


def _numbered(call: CoreCall, ids: Sequence[int], count: int | None) -> Iterator[HistoryInfo]:
    """The entries of these numbers; with a count, so many that end at the one number."""
    if count is not None and len(ids) > 1:
        raise call.error(
            "GetHistoryNoCountWithMultipleIds",
            "Cannot use the Count parameter with multiple IDs.",
            ErrorCategory.INVALID_ARGUMENT,
            ARGUMENT_EXCEPTION,
        )
    entries = list(call.session.state(History))
    for wanted in ids:
        if all(one.Id != wanted for one in entries):
            call.write_error(_missing(call, "GetHistoryNoHistoryForId", "Id", wanted))
        else:
            yield from _some([one for one in entries if one.Id <= wanted], count or 1, newest=True)


def _missing(call: CoreCall, error_id: str, what: str, wanted: Value) -> StatementError:
    text = f"Cannot locate the history for {what} {wanted}."
    return call.error(error_id, text, ErrorCategory.OBJECT_NOT_FOUND, ARGUMENT_EXCEPTION, target=wanted)


add_history = Cmdlet(
    "Add-History",
    "Adds commands to the history.",
    examples={"Get-History | Add-History": "Adds the commands of this session again."},
)
PARTS = {
    "CommandLine": "System.String",
    "ExecutionStatus": PIPELINE_STATE,
    "StartExecutionTime": "System.DateTime",
    "EndExecutionTime": "System.DateTime",
}


@add_history.parameter_set()
def added(
    call: CoreCall,
    input_object: Annotated[
        Sequence[Any], Parameter("Entries of a history.", position=0, from_pipeline=True, type=PS_OBJECT + "[]")
    ] = (),
    passthru: Annotated[Switch, Parameter("Gives the entries.")] = False,
) -> Output[HistoryInfo]:
    """Each entry gets the next number; what lacks one of the four parts is no entry."""
    for one in input_object or ():
        parts = _parts(one)
        if parts is None:
            call.write_error(
                "AddHistoryInvalidInput",
                "Cannot add history because the input object has a format that is not valid.",
                ErrorCategory.INVALID_DATA,
                "System.IO.InvalidDataException",
                target=one,
            )
            continue
        made = call.session.state(History).add(*parts)
        if passthru:
            yield made


def _parts(entry: Value) -> list[Any] | None:
    found = {name: unwrap(get_property(entry, name)) for name in PARTS}
    if not isinstance(found["CommandLine"], str) or None in found.values():
        return None
    try:
        return [convert(value, known_type(PARTS[name])) for name, value in found.items()]
    except PowerShellError:
        return None


clear_history = Cmdlet(
    "Clear-History",
    "Takes commands out of the history.",
    aliases=("clhy",),
    should_process=True,
    examples={"Clear-History": "Forgets all of them."},
)
Count = Annotated[int | None, Parameter("At most so many.", position=1, validate=(ValidateRange(1, MOST),))]
Newest = Annotated[Switch, Parameter("From the newest on.")]


@clear_history.parameter_set("IDParameter", default=True)
def cleared(
    call: CoreCall,
    id_: Annotated[
        Sequence[int], Parameter("Numbers of commands.", position=0, validate=(ValidateRange(1, MOST),))
    ] = (),
    count: Count = None,
    newest: Newest = False,
) -> None:
    """Without a number the whole history goes."""
    found = list(_numbered(call, id_, count)) if id_ else _some(call.session.state(History), count, newest=newest)
    _clear(call, found)


@clear_history.parameter_set("CommandLineParameter")
def cleared_lines(
    call: CoreCall,
    command_line: Annotated[
        Sequence[str], Parameter("Command lines, with wildcards.", validate=(ValidateNotNullOrEmpty(),))
    ] = (),
    count: Count = None,
    newest: Newest = False,
) -> None:
    """The commands that match."""
    from msolemu.runtime.text.wildcard import WildcardPattern

    patterns = [WildcardPattern(one) for one in command_line]
    found = [one for one in call.session.state(History) if any(p.matches(one.CommandLine) for p in patterns)]
    _clear(call, _some(found, count, newest=newest))


def _clear(call: CoreCall, found: Iterable[HistoryInfo]) -> None:
    gone = {one.Id for one in found}
    if gone and call.should_process("Session history"):
        history = call.session.state(History)
        history[:] = [one for one in history if one.Id not in gone]


invoke_history = Cmdlet(
    "Invoke-History",
    "Runs a command of the history again.",
    aliases=("ihy", "r"),
    should_process=True,
    examples={"Invoke-History 1": "Runs the first command of the session again."},
)


@invoke_history.parameter_set()
def run_again(
    call: CoreCall,
    id_: Annotated[str, Parameter("A number, or how the command begins.", position=0, from_property=True)] = "",
) -> None:
    """Without a number the last command is run; its text is shown first."""
    history = call.session.state(History)
    line = _wanted(call, history, id_).CommandLine
    if call.should_process(line):
        history.running = line
        call.session.host.write_line(line)
        call.session.parse(line).run_into(call.emit, None)


def _wanted(call: CoreCall, history: History, text: str) -> HistoryInfo:
    number = int(text) if text.isdecimal() else None
    begins = text.lower()
    for one in reversed(history):
        if one.Id == number or (number is None and one.CommandLine.lower().startswith(begins)):
            return one
    if number is not None:
        raise _missing(call, "InvokeHistoryNoHistoryForId", "Id", number)
    if text:
        raise _missing(call, "InvokeHistoryNoHistoryForCommandline", "command line", text)
    raise call.error(
        "InvokeHistoryNoLastHistoryEntryFound",
        "Cannot locate most recent history.",
        ErrorCategory.INVALID_OPERATION,
        "System.InvalidOperationException",
    )

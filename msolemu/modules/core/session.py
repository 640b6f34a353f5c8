"""Set-StrictMode, Set-PSDebug, Register-ArgumentCompleter; Get-History, Add-History, Clear-History."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Allow, Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.core.parameters import PS_OBJECT, SCRIPT_BLOCK
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty, ValidateRange
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.completing.completers import Completers
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.types.registry import net_object
from msolemu.runtime.values.members import get_property
from msolemu.runtime.values.objects import Int64, Value, unwrap

MOST = 2147483647
LATEST = 3
ARGUMENT_EXCEPTION = "System.Management.Automation.PSArgumentException"

set_strict_mode = Cmdlet(
    "Set-StrictMode",
    "Says how strictly a script is held to good practice.",
    examples={
        "Set-StrictMode -Version Latest": "Makes an unset variable or a missing property an error.",
        "Set-StrictMode -Off": "Takes that back.",
    },
)


def strictness(value: Value) -> Value:
    """The version as its first number: `Latest` is the strictest, and so is what is later."""
    text = to_text(value).strip()
    if text.lower() == "latest":
        return LATEST
    head = text.partition(".")[0]
    if not head.isdigit():
        from msolemu.runtime.casting.conversion import convert
        from msolemu.runtime.types.registry import known_type

        return convert(value, known_type("System.Version"))
    return min(int(head), LATEST)


@set_strict_mode.parameter_set("Version", default=True)
def strict(
    call: CoreCall,
    version: Annotated[
        Any, Parameter("1.0, 2.0, 3.0 or Latest.", type="System.Version", aliases=("v",), convert=strictness)
    ],
) -> None:
    """Holds in the current scope and those below.

    1 demands that variables are set; 2 that properties exist, too; 3 that elements of an array do.
    """
    call.session.strict = version


@set_strict_mode.parameter_set("Off")
def not_strict(call: CoreCall, off: Annotated[Switch, Parameter("Not at all.", mandatory=True)]) -> None:
    """Takes it back."""
    call.session.strict = 0


set_ps_debug = Cmdlet(
    "Set-PSDebug",
    "Switches the tracing of script lines and strict mode.",
    examples={"Set-PSDebug -Off": "Switches it off."},
)


@set_ps_debug.parameter_set("on")
def debugging(
    call: CoreCall,
    trace: Annotated[int, Parameter("How much to trace.", validate=(ValidateRange(0, 2),))] = 0,
    step: Annotated[Switch, Parameter("Line by line.")] = False,
    strict: Annotated[Switch, Parameter("Unset variables are errors.")] = False,
) -> None:
    """Only `-Strict` has an effect: it demands that variables are set."""
    if trace or step:
        raise call.error(
            "TracingNotEmulated", "Tracing the lines of a script is not emulated.", ErrorCategory.NOT_IMPLEMENTED
        )
    if strict:
        call.session.strict = max(call.session.strict, 1)


@set_ps_debug.parameter_set("off")
def not_debugging(call: CoreCall, off: Annotated[Switch, Parameter("Everything off.")] = False) -> None:
    """Switches everything off."""
    call.session.strict = 0


register_argument_completer = Cmdlet(
    "Register-ArgumentCompleter",
    "Names a script block that completes arguments.",
    examples={
        "Register-ArgumentCompleter -CommandName Get-MsolUser -ParameterName City -ScriptBlock { 'Oslo' }": "Offers a "
        "city when the argument is completed."
    },
)
Completing = Annotated[Any, Parameter("What gives the completions.", type=SCRIPT_BLOCK, allow=Allow.NULL)]


@register_argument_completer.parameter_set("NativeCommandSet")
def native(
    call: CoreCall,
    command_name: Annotated[Sequence[str], Parameter("The commands.")],
    script_block: Completing,
    native: Annotated[Switch, Parameter("Programs of the host.")] = False,
) -> None:
    """Programs of the host are never called, so that there is nothing to complete."""


@register_argument_completer.parameter_set("PowerShellSet")
def of_parameter(
    call: CoreCall,
    parameter_name: Annotated[str, Parameter("The parameter.")],
    script_block: Completing,
    command_name: Annotated[Sequence[str], Parameter("The commands.")] = (),
) -> None:
    """The shell's completion asks the script block."""
    for command in command_name or ("",):
        call.session.state(Completers)[command.lower(), parameter_name.lower()] = script_block


@register_argument_completer.parameter_set("NativeFallbackSet")
def fallback(
    call: CoreCall,
    script_block: Completing,
    native_fallback: Annotated[Switch, Parameter("For all programs of the host.")] = False,
) -> None:
    """Programs of the host are never called, so that there is nothing to complete."""


@net_object("Microsoft.PowerShell.Commands.HistoryInfo")
@dataclass(slots=True, eq=False)
class HistoryInfo:
    """A command line that was run."""

    Id: int
    CommandLine: str
    ExecutionStatus: str = "Completed"
    StartExecutionTime: Any = None
    EndExecutionTime: Any = None
    Duration: Any = None

    def __str__(self) -> str:
        return self.CommandLine


class History(list[HistoryInfo]):
    """The commands of the session, the oldest first."""


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
    found = call.session.state(History)
    if id_:
        yield from (one for wanted in id_ for one in found if one.Id == wanted)
        return
    yield from found if count is None else found[len(found) - min(count, len(found)) :]


add_history = Cmdlet(
    "Add-History",
    "Adds commands to the history.",
    examples={"Get-History | Add-History": "Adds the commands of this session again."},
)


@add_history.parameter_set()
def added(
    call: CoreCall,
    input_object: Annotated[
        Sequence[Any], Parameter("Entries of a history.", position=0, from_pipeline=True, type=PS_OBJECT + "[]")
    ] = (),
    passthru: Annotated[Switch, Parameter("Gives the entries.")] = False,
) -> Output[HistoryInfo]:
    """Each entry gets the next number; what has no command line is no entry."""
    for one in input_object or ():
        line = unwrap(get_property(one, "CommandLine"))
        if not isinstance(line, str):
            call.write_error(
                "AddHistoryInvalidInput",
                "Cannot add history because the input object has a format that is not valid.",
                ErrorCategory.INVALID_DATA,
                "System.IO.InvalidDataException",
                target=one,
            )
            continue
        made = HistoryInfo(next_id(call.session.state(History)), line)
        call.session.state(History).append(made)
        if passthru:
            yield made


def next_id(history: Iterable[HistoryInfo]) -> int:
    """The number of the next entry."""
    return max((one.Id for one in history), default=0) + 1


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
    history = call.session.state(History)
    _clear(call, [one for one in history if not id_ or one.Id in id_], count, newest)


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
    history = call.session.state(History)
    _clear(call, [one for one in history if any(p.matches(one.CommandLine) for p in patterns)], count, newest)


invoke_history = Cmdlet(
    "Invoke-History",
    "Runs a command of the history again.",
    aliases=("ihy", "r"),
    should_process=True,
    examples={"'1 + 1' | Add-History; Invoke-History 1": "Runs a command by its number."},
)


@invoke_history.parameter_set()
def run_again(
    call: CoreCall,
    id_: Annotated[str, Parameter("A number, or how the command begins.", position=0, from_property=True)] = "",
) -> None:
    """Without a number the last command is run; its text is shown first."""
    history = call.session.state(History)
    found = [one for one in history if not id_ or str(one.Id) == id_ or one.CommandLine.startswith(id_)]
    if not found:
        raise call.error(
            "InvokeHistoryNoLastHistoryEntry" if not id_ else "InvokeHistoryNoHistoryForId",
            f"Cannot locate the history for command line {id_}.".replace(" command line .", " the last command."),
            ErrorCategory.OBJECT_NOT_FOUND,
            ARGUMENT_EXCEPTION,
        )
    line = found[-1].CommandLine
    if call.should_process(line):
        call.session.host.write_line(line)
        call.session.parse(line).run_into(call.emit, None)


def _clear(call: CoreCall, found: list[HistoryInfo], count: int | None, newest: bool) -> None:
    chosen = found if count is None else (found[-count:] if newest else found[:count])
    if chosen and call.should_process("Session history"):
        gone = {one.Id for one in chosen}
        call.session.state(History)[:] = [one for one in call.session.state(History) if one.Id not in gone]

"""Set-StrictMode, Set-PSDebug, Register-ArgumentCompleter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Allow, Cmdlet, Parameter, Switch
from msolemu.modules.core.parameters import SCRIPT_BLOCK
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.binding.validation import ValidateRange
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.completing.completers import Completers
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.values.objects import Value

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
Completing = Annotated[
    Any,
    Parameter(
        "What gives the completions; it is not asked for programs of the host, which are not called here.",
        type=SCRIPT_BLOCK,
        allow=Allow.NULL,
    ),
]


@register_argument_completer.parameter_set("NativeCommandSet")
def native(
    call: CoreCall,
    command_name: Annotated[Sequence[str], Parameter("The commands; programs of the host are never called here.")],
    script_block: Completing,
    native: Annotated[Switch, Parameter("Programs of the host; none is called here.")] = False,
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
    native_fallback: Annotated[Switch, Parameter("For all programs of the host; none is called here.")] = False,
) -> None:
    """Programs of the host are never called, so that there is nothing to complete."""

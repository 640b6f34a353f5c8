"""New-Guid, Get-Culture, Get-UICulture, Get-PSCallStack, Get-Verb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.utility.approved_verbs import GROUPS, Verb, approved
from msolemu.modules.utility.parameters import UtilityCall
from msolemu.runtime.binding.validation import ValidateSet
from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.text.wildcard import matches_any
from msolemu.runtime.types.registry import known_type, net_object
from msolemu.runtime.values.objects import Value

new_guid = Cmdlet(
    "New-Guid",
    "Makes a GUID.",
    output=UUID,
    examples={"(New-Guid).Guid.Length": "Gives 36.", "New-Guid -Empty": "Gives zeros."},
)


@new_guid.parameter_set("Default", default=True)
def guid(call: UtilityCall) -> Output[UUID]:
    """The lab's source of identifiers gives it."""
    yield call.session.ids.guid()


@new_guid.parameter_set("Empty")
def empty_guid(call: UtilityCall, empty: Annotated[Switch, Parameter("All zeros.")] = False) -> Output[UUID]:
    """All zeros."""
    yield UUID(int=0) if empty else call.session.ids.guid()


@new_guid.parameter_set("InputObject")
def guid_of_text(
    call: UtilityCall,
    input_object: Annotated[str | None, Parameter("The GUID as text.", position=0, from_pipeline=True)] = None,
) -> Output[UUID]:
    """A text as a GUID."""
    try:
        yield UUID(input_object or "")
    except ValueError:
        call.write_error(
            "StringNotRecognizedAsGuid",
            "Unrecognized Guid format.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.FormatException",
            target=input_object,
        )


def culture(name: str) -> Value:
    """A culture as an object."""
    return convert(name, known_type("System.Globalization.CultureInfo"))


NoOverrides = Annotated[Switch, Parameter("Without what the user has changed; nobody changes anything here.")]
get_culture = Cmdlet(
    "Get-Culture", "Tells the culture of the session.", examples={"(Get-Culture).Name": "Gives en-US."}
)


@get_culture.parameter_set("CurrentCulture", default=True)
def current_culture(call: UtilityCall, no_user_overrides: NoOverrides = False) -> Output[Value]:
    """The culture is en-US on every host."""
    yield culture("en-US")


@get_culture.parameter_set("Name")
def named_cultures(
    call: UtilityCall,
    name: Annotated[list[str] | None, Parameter("The names.", position=0, from_pipeline=True)] = None,
    no_user_overrides: NoOverrides = False,
) -> Output[Value]:
    """Cultures by name."""
    for one in name or ["en-US"]:
        yield culture(one)


@get_culture.parameter_set("ListAvailable")
def available_cultures(
    call: UtilityCall, list_available: Annotated[Switch, Parameter("All cultures that there are.")] = False
) -> Output[Value]:
    """The one culture of the session."""
    yield culture("en-US")


get_ui_culture = Cmdlet(
    "Get-UICulture", "Tells the language of the session.", examples={"(Get-UICulture).Name": "Gives en-US."}
)


@get_ui_culture.parameter_set()
def ui_culture(call: UtilityCall) -> Output[Value]:
    """The language is en-US on every host."""
    yield culture("en-US")


@net_object("System.Management.Automation.CallStackFrame")
@dataclass(slots=True)
class CallStackFrame:
    """One call that has not returned."""

    Command: str
    Arguments: str
    Location: str
    FunctionName: str
    ScriptName: str | None
    ScriptLineNumber: int
    InvocationInfo: Value = None


get_ps_call_stack = Cmdlet(
    "Get-PSCallStack",
    "Lists the calls that have not returned.",
    aliases=("gcs",),
    examples={"function f { (Get-PSCallStack).Count }; f": "Counts them."},
)


@get_ps_call_stack.parameter_set()
def call_stack(call: UtilityCall) -> Output[CallStackFrame]:
    """The last call comes first."""
    extent = call.invocation.extent
    for scope in call.invocation.frame.scope.chain():
        if scope.call is None:
            continue
        name = scope.call.name.replace("\\", "/").rpartition("/")[2]
        is_file = "." in name
        file = extent.file if extent is not None else None
        line = extent.start_line if extent is not None else 0
        where = f"{(file or '').replace(chr(92), '/').rpartition('/')[2]}: line {line}" if file else "<No file>"
        function = "<ScriptBlock>" if is_file or not name else name
        yield CallStackFrame(name or "<ScriptBlock>", _arguments(scope.call), where, function, file, line)
        extent = scope.call.call.extent


def _arguments(info: Value) -> str:
    from msolemu.runtime.casting.conversion import to_text

    return "{" + ", ".join(f"{name}={to_text(value)}" for name, value in info.bound.items()) + "}"


get_verb = Cmdlet(
    "Get-Verb",
    "Lists the verbs that names of commands may begin with.",
    output=Verb,
    examples={"Get-Verb -Verb S* -Group Common | Select-Object -First 1": "Lists some of them."},
)


@get_verb.parameter_set()
def verbs(
    call: UtilityCall,
    verb: Annotated[
        list[str] | None, Parameter("The verbs; wildcards count.", position=0, from_pipeline=True, from_property=True)
    ] = None,
    group: Annotated[
        list[str] | None,
        Parameter("Their groups.", position=1, from_pipeline=True, from_property=True, validate=(ValidateSet(GROUPS),)),
    ] = None,
) -> Output[Verb]:
    """Commands with other verbs work too; they are only harder to guess."""
    yield from _chosen(verb, group)


def _chosen(verb: list[str] | None, group: list[str] | None) -> Iterator[Verb]:
    groups = {one.lower() for one in group or GROUPS}
    for one in approved():
        if one.Group.lower() not in groups:
            continue
        if not verb or matches_any(one.Verb, verb):
            yield one

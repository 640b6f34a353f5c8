"""What `$PSCmdlet` and `$ExecutionContext` offer a script. Imported when a script first asks for one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msolemu.runtime.invoking.pipeline import CommandKind
from msolemu.runtime.state.host_object import host_object
from msolemu.runtime.state.streams import InformationRecord
from msolemu.runtime.types.declaring import method, properties
from msolemu.runtime.types.lists import Collection, collection
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, declare
from msolemu.runtime.values.objects import Value, collapse, unwrap

if TYPE_CHECKING:
    from msolemu.runtime.invoking.advanced import FunctionCmdlet
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.values.references import Reference

NAMESPACE = "System.Management.Automation."
PS_CMDLET: NetType = declare(NAMESPACE + "PSCmdlet", declare(NAMESPACE + "Cmdlet", OBJECT))
SCRIPT_CMDLET: NetType = declare(NAMESPACE + "PSScriptCmdlet", PS_CMDLET)
ENGINE: NetType = declare(NAMESPACE + "EngineIntrinsics", OBJECT)
SESSION_STATE: NetType = declare(NAMESPACE + "SessionState", OBJECT)
VARIABLES: NetType = declare(NAMESPACE + "PSVariableIntrinsics", OBJECT)
PATHS: NetType = declare(NAMESPACE + "PathIntrinsics", OBJECT)
INVOKE: NetType = declare(NAMESPACE + "CommandInvocationIntrinsics", OBJECT)


class Part:
    """One of the objects through which a script reaches its session; `module` limits it to a module's scope."""

    def __init__(self, kind: NetType, session: Session, module: Any = None) -> None:
        self.kind = kind
        self.session = session
        self.module = module

    @property
    def net_type(self) -> NetType:
        """Its type."""
        return self.kind

    @property
    def scope(self) -> Any:
        """The scope whose variables it tells of."""
        return self.session.frame.scope if self.module is None else self.module.scope


def engine(session: Session) -> Part:
    """`$ExecutionContext`."""
    return Part(ENGINE, session, session.frame.scope.module)


def state_of(session: Session, module: Any) -> Part:
    """The session state of a module, or of the session."""
    return Part(SESSION_STATE, session, module)


properties(
    ENGINE,
    SessionState=lambda part: Part(SESSION_STATE, part.session, part.module),
    InvokeCommand=lambda part: Part(INVOKE, part.session, part.module),
    Host=lambda part: host_object(part.session),
)
properties(
    SESSION_STATE,
    Module=lambda part: part.module,
    PSVariable=lambda part: Part(VARIABLES, part.session, part.module),
    Path=lambda part: Part(PATHS, part.session, part.module),
    InvokeCommand=lambda part: Part(INVOKE, part.session, part.module),
    LanguageMode=lambda part: "FullLanguage",
)


def _current(part: Part) -> Value:
    from msolemu.runtime.filesystem.files import locations_of
    from msolemu.runtime.filesystem.path_info import path_info

    return path_info(locations_of(part.session).here)


properties(
    PATHS,
    CurrentLocation=_current,
    CurrentFileSystemLocation=_current,
)


def _unresolved(part: Part | FunctionCmdlet, path: str, *told: Reference) -> str:
    """The full path, whether something is there or not; provider and drive are told on request."""
    from msolemu.runtime.filesystem.files import place_of
    from msolemu.runtime.filesystem.path_info import path_info

    place = place_of(part.session, path)
    known = path_info(place)
    for reference, value in zip(told, (known.Provider, known.Drive), strict=False):
        reference.value = value
    return place.shown


def _resolved(part: Part | FunctionCmdlet, path: str, told: Reference) -> Collection:
    """The full paths that a path with or without wildcards means, and the provider that knows them."""
    from msolemu.runtime.filesystem.files import resolve
    from msolemu.runtime.filesystem.path_info import PROVIDERS

    told.value = PROVIDERS["FileSystem"]
    return collection([place.shown for place in resolve(part.session, path)])


_UNRESOLVED = "string GetUnresolvedProviderPathFromPSPath(string path"
_PROVIDER = "[ref] System.Management.Automation.ProviderInfo provider"
_DRIVE = "[ref] System.Management.Automation.PSDriveInfo drive"
_RESOLVED = "System.Collections.ObjectModel.Collection[string] GetResolvedProviderPathFromPSPath(string path, "
method(PATHS, f"{_UNRESOLVED})", f"{_UNRESOLVED}, {_PROVIDER}, {_DRIVE})")(_unresolved)
method(SCRIPT_CMDLET, f"{_UNRESOLVED})", checked=False)(_unresolved)
method(PATHS, f"{_RESOLVED}{_PROVIDER})")(_resolved)
method(SCRIPT_CMDLET, f"{_RESOLVED}{_PROVIDER})", checked=False)(_resolved)


@method(PATHS, "string Combine(string parent, string child)")
def combined(part: Part, parent: str, child: str) -> str:
    """Two parts of a path as one."""
    from msolemu.runtime.filesystem.files import locations_of

    return locations_of(part.session).join(parent, child)


@method(
    VARIABLES,
    "System.Object GetValue(string name)",
    "System.Object GetValue(string name, System.Object defaultValue)",
)
def variable_value(part: Part, name: str, default: Value = None) -> Value:
    """The value of a variable; of a module's own files where it is asked for them."""
    import os

    module = part.module
    if module is not None and name.lower() in ("psscriptroot", "pscommandpath"):
        return os.path.dirname(module.path) if name.lower() == "psscriptroot" else module.path  # noqa: PTH120
    found = part.session.get_variable(name, scope=part.scope)
    return default if found is None else found


@method(VARIABLES, "void Set(string name, System.Object value)")
def set_variable(part: Part, name: str, value: Value) -> None:
    """Set a variable."""
    part.session.set_variable(name, value, scope=part.scope)


@method(VARIABLES, "void Remove(string name)")
def remove_variable(part: Part, name: str) -> None:
    """Remove a variable."""
    part.scope.remove(name.lower())


@method(INVOKE, "string ExpandString(string source)", checked=False)
def expand_string(part: Part, source: str) -> str:
    """The text with its variables and subexpressions put in."""
    from msolemu.runtime.casting.conversion import to_text

    quoted = source.replace('"', '""')
    return to_text(collapse(part.session.parse(f'"{quoted}"').run_with(None)))


@method(INVOKE, "System.Object InvokeScript(string script)", checked=False)
def invoke_script(part: Part, script: str) -> list[Value]:
    """The output of a text as a script."""
    return part.session.parse(script).run_with(None)


@method(INVOKE, "System.Object NewScriptBlock(string scriptText)", checked=False)
def new_block(part: Part, text: str) -> Value:
    """The text as a script block."""
    return part.session.parse(text)


@method(
    INVOKE,
    "System.Management.Automation.CommandInfo GetCommand(string commandName, "
    "System.Management.Automation.CommandTypes type)",
    checked=False,
)
def get_command(part: Part, name: str, kinds: Any) -> Value:
    """The command of a name, if it is of one of these kinds."""
    from msolemu.runtime.types.registry import known_type

    found = part.session.find_command(name)
    if found is None:
        return None
    kind = known_type(NAMESPACE + "CommandTypes").python[found.command_type.value]  # type: ignore[index]  # has a class
    return found if int(kind.value) & int(kinds.value) else None


@method(INVOKE, "System.Management.Automation.CmdletInfo GetCmdlet(string commandName)", checked=False)
def get_cmdlet(part: Part, name: str) -> Value:
    """The cmdlet of a name."""
    found = part.session.resolver.find(name)
    return found if found is not None and found.command_type is CommandKind.CMDLET else None


properties(
    SCRIPT_CMDLET,
    ParameterSetName=lambda cmdlet: cmdlet.parameter_set,
    MyInvocation=lambda cmdlet: cmdlet.bound.stage.call_info.invocation_info(),
    SessionState=lambda cmdlet: state_of(cmdlet.session, cmdlet.bound.stage.block.module),
    InvokeCommand=lambda cmdlet: Part(INVOKE, cmdlet.session, cmdlet.bound.stage.block.module),
    Host=lambda cmdlet: host_object(cmdlet.session),
    CommandRuntime=lambda cmdlet: cmdlet,
    Stopping=lambda cmdlet: False,
    CommandOrigin=lambda cmdlet: "Internal",
)


@method(
    SCRIPT_CMDLET,
    "bool ShouldProcess(string target)",
    "bool ShouldProcess(string target, string action)",
    "bool ShouldProcess(string verboseDescription, string verboseWarning, string caption)",
    checked=False,
)
def should_process(cmdlet: FunctionCmdlet, *words: str) -> bool:
    """Whether to act."""
    return cmdlet.should_process(*words)


@method(
    SCRIPT_CMDLET,
    "bool ShouldContinue(string query, string caption)",
    "bool ShouldContinue(string query, string caption, [ref] bool yesToAll, [ref] bool noToAll)",
    checked=False,
)
def should_continue(
    cmdlet: FunctionCmdlet, query: str, caption: str, yes: Reference | None = None, no: Reference | None = None
) -> bool:
    """A question of the function's own."""
    if yes is None or no is None:
        return cmdlet.should_continue(query, caption)
    if unwrap(yes.value) or unwrap(no.value):
        return bool(unwrap(yes.value))
    answer = cmdlet.confirmation.should_continue(query, caption, for_all=True)
    if cmdlet.confirmation.for_all is not None:
        yes.value, no.value = cmdlet.confirmation.for_all, not cmdlet.confirmation.for_all
    return answer


@method(SCRIPT_CMDLET, "void WriteError(System.Management.Automation.ErrorRecord errorRecord)", checked=False)
def write_error(cmdlet: FunctionCmdlet, record: Any) -> None:
    """An error that does not end the function."""
    cmdlet.write_error(unwrap(record))


@method(
    SCRIPT_CMDLET, "void ThrowTerminatingError(System.Management.Automation.ErrorRecord errorRecord)", checked=False
)
def throw_terminating_error(cmdlet: FunctionCmdlet, record: Any) -> None:
    """An error that ends the function."""
    cmdlet.throw_terminating_error(unwrap(record))


@method(
    SCRIPT_CMDLET,
    "void WriteObject(System.Object sendToPipeline)",
    "void WriteObject(System.Object sendToPipeline, bool enumerateCollection)",
    checked=False,
)
def write_object(cmdlet: FunctionCmdlet, value: Value, enumerate_it: bool = False) -> None:
    """Output, as it is or by its elements."""
    from msolemu.runtime.values.objects import enumerate_value, is_enumerable

    if enumerate_it and is_enumerable(value):
        for element in enumerate_value(value):
            cmdlet.write_object(element)
    else:
        cmdlet.write_object(value)


@method(SCRIPT_CMDLET, "void WriteVerbose(string text)", checked=False)
def write_verbose(cmdlet: FunctionCmdlet, text: str) -> None:
    """A verbose message."""
    cmdlet.streams.write_verbose(text)


@method(SCRIPT_CMDLET, "void WriteWarning(string text)", checked=False)
def write_warning(cmdlet: FunctionCmdlet, text: str) -> None:
    """A warning."""
    cmdlet.streams.write_warning(text)


@method(SCRIPT_CMDLET, "void WriteDebug(string text)", checked=False)
def write_debug(cmdlet: FunctionCmdlet, text: str) -> None:
    """A debug message."""
    cmdlet.streams.write_debug(text)


@method(
    SCRIPT_CMDLET,
    "void WriteInformation(System.Object messageData, string[] tags)",
    checked=False,
)
def write_information(cmdlet: FunctionCmdlet, value: Value, tags: list[str]) -> None:
    """An information record."""
    cmdlet.streams.write_information(InformationRecord(value, "", tuple(tags or ())))


@method(
    SCRIPT_CMDLET,
    "System.Object GetVariableValue(string name)",
    "System.Object GetVariableValue(string name, System.Object defaultValue)",
    checked=False,
)
def get_variable_value(cmdlet: FunctionCmdlet, name: str, default: Value = None) -> Value:
    """The value of a variable of the caller."""
    found = cmdlet.session.get_variable(name, scope=cmdlet.bound.stage.call.frame.scope)
    return default if found is None else found

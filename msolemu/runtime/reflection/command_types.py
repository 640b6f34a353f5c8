"""Commands, parameters and modules as a script sees them: CmdletInfo, FunctionInfo, AliasInfo, PSModuleInfo.

A command that the evaluator calls is at the same time the object that `Get-Command` gives; this file says which
properties it shows. It is imported when a script first asks for one.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.binding.syntax import set_names, set_text, syntax_text
from msolemu.runtime.invoking.pipeline import CommandKind
from msolemu.runtime.reflection.output_types import output_types
from msolemu.runtime.state.aliases import options_of
from msolemu.runtime.types.declaring import method
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, declare, known_type, net_enum
from msolemu.runtime.values.objects import Hashtable, Value

if TYPE_CHECKING:
    from msolemu.runtime.binding.parameters import CommandMetadata, ParameterInfo
    from msolemu.runtime.invoking.scriptblock import ScriptBlock
    from msolemu.runtime.state.session import Session

NAMESPACE = "System.Management.Automation."
OPTIONS = NAMESPACE + "ScopedItemOptions"
TEXT = "System.String"


@net_enum(NAMESPACE + "CommandTypes")
class CommandTypes(enum.Flag):
    """The kinds of commands."""

    Alias = 1
    Function = 2
    Filter = 4
    Cmdlet = 8
    ExternalScript = 16
    Application = 32
    Script = 64
    Configuration = 256
    All = 383


COMMAND = declare(NAMESPACE + "CommandInfo", OBJECT)
FUNCTION = declare(NAMESPACE + "FunctionInfo", COMMAND)
FILTER = declare(NAMESPACE + "FilterInfo", FUNCTION)
CMDLET = declare(NAMESPACE + "CmdletInfo", COMMAND)
ALIAS = declare(NAMESPACE + "AliasInfo", COMMAND)
EXTERNAL_SCRIPT = declare(NAMESPACE + "ExternalScriptInfo", COMMAND)
SCRIPT = declare(NAMESPACE + "ScriptInfo", COMMAND)
PARAMETER_SET = declare(NAMESPACE + "CommandParameterSetInfo", OBJECT)
PARAMETER_IN_SET = declare(NAMESPACE + "CommandParameterInfo", OBJECT)
PARAMETER = declare(NAMESPACE + "ParameterMetadata", OBJECT)

_BY_KIND = {
    CommandKind.FUNCTION: FUNCTION,
    CommandKind.FILTER: FILTER,
    CommandKind.CMDLET: CMDLET,
    CommandKind.ALIAS: ALIAS,
    CommandKind.EXTERNAL_SCRIPT: EXTERNAL_SCRIPT,
}


def command_type(command: Any) -> NetType:
    """The type of a command as an object."""
    return _BY_KIND.get(command.command_type, SCRIPT)


class ScriptInfo:
    """A script block that is called, as a command: System.Management.Automation.ScriptInfo."""

    __slots__ = ("script_block",)
    name = ""
    command_type = CommandKind.SCRIPT

    def __init__(self, script_block: ScriptBlock) -> None:
        self.script_block = script_block

    @property
    def net_type(self) -> NetType:
        """Its type."""
        return SCRIPT

    def __str__(self) -> str:
        return str(self.script_block)


def as_command(called: Any) -> Any:
    """What was called, as a command: a script block has an object of its own for that."""
    from msolemu.runtime.invoking.scriptblock import ScriptBlock

    return ScriptInfo(called) if isinstance(called, ScriptBlock) else called


class Alias:
    """An alias as an object: System.Management.Automation.AliasInfo."""

    command_type = CommandKind.ALIAS

    def __init__(self, session: Session, name: str, target: str, module: Any = None) -> None:
        self.session = session
        self.name = getattr(target, "spelling", "") or name
        self.target = str(target)
        self.module = module or getattr(target, "module", None)
        self.options = options_of(target)
        self.description: str = getattr(target, "description", "")

    @property
    def net_type(self) -> NetType:
        """AliasInfo."""
        return ALIAS

    def __str__(self) -> str:
        return self.name

    def last_target(self) -> str:
        """The name at the end of a chain of aliases."""
        found = self.target
        seen = {self.name.lower()}
        while found.lower() not in seen:
            seen.add(found.lower())
            found = str(self.session.find_alias(found) or found)
        return found

    @property
    def resolved(self) -> Any:
        """The command that it stands for; None when there is none."""
        return self.session.find_command(self.target)

    def stage(self, call: Any) -> Any:
        """The command that it stands for, at work."""
        from msolemu.runtime.invoking.finding import find

        found, call.name = find(call.frame, self.target, call.extent)
        return found.stage(call)


@dataclass(frozen=True, slots=True)
class ParameterSetInfo:
    """One parameter set of a command."""

    metadata: CommandMetadata
    name: str

    @property
    def net_type(self) -> NetType:
        """CommandParameterSetInfo."""
        return PARAMETER_SET

    def __str__(self) -> str:
        return set_text(self.metadata, self.name)


@dataclass(frozen=True, slots=True)
class ParameterValue:
    """A parameter of a command, whatever the set."""

    info: ParameterInfo

    @property
    def net_type(self) -> NetType:
        """ParameterMetadata."""
        return PARAMETER


@dataclass(frozen=True, slots=True)
class ParameterInSet:
    """A parameter as one set declares it."""

    info: ParameterInfo
    set_name: str

    @property
    def net_type(self) -> NetType:
        """CommandParameterInfo."""
        return PARAMETER_IN_SET


def metadata_of(command: Any) -> CommandMetadata | None:
    """What binding knows of a command; None for one that is not bound."""
    known: CommandMetadata | None = getattr(command, "metadata", None)
    if known is not None:
        return known
    if isinstance(command, Alias):
        return None if command.resolved is None else metadata_of(command.resolved)
    block = getattr(command, "script_block", command)
    code = getattr(block, "code", None)
    if code is None:
        return None
    if code.node.dynamic_param_block is not None:
        from msolemu.runtime.invoking.dynamic_parameters import metadata_called_with

        return metadata_called_with(block, command.name, getattr(command, "arguments", ()))
    found: CommandMetadata = code.parameters.metadata(block.session.frame, command.name)
    return found


def _module(command: Any) -> Value:
    from msolemu.runtime.reflection.module_types import module_value

    return module_value(getattr(command, "module", None))


def _module_name(command: Any) -> str:
    module = getattr(command, "module", None)
    return "" if module is None else module.name


def _version(command: Any) -> Value:
    from msolemu.runtime.casting.conversion import convert
    from msolemu.runtime.types.registry import known_type

    module = getattr(command, "module", None)
    return None if module is None else convert(module.version, known_type("System.Version"))


def _definition(command: Any) -> Value:
    if isinstance(command, Alias):
        return command.target
    block = getattr(command, "script_block", None)
    if block is not None:
        return str(block)
    metadata = metadata_of(command)
    if metadata is None:
        return ""
    return syntax_text(metadata)


class ParameterTable(Hashtable):
    """`Parameters` of a command: ParameterMetadata by name."""

    __slots__ = ()


def _parameters(command: Any) -> Value:
    metadata = metadata_of(command)
    if metadata is None:
        return None
    return ParameterTable((one.name, ParameterValue(one)) for one in metadata.parameters.values())


def _parameter_sets(command: Any) -> Value:
    metadata = metadata_of(command)
    return [] if metadata is None else [ParameterSetInfo(metadata, name) for name in set_names(metadata)]


def _default_set(command: Any) -> Value:
    metadata = metadata_of(command)
    return "" if metadata is None else metadata.default_set


def _is_advanced(command: Any) -> bool:
    from msolemu.runtime.binding.parameters import Kind

    metadata = metadata_of(command)
    return metadata is not None and metadata.kind is not Kind.SIMPLE_FUNCTION


def _sets_of(info: ParameterInfo) -> Hashtable:
    return Hashtable((name, ParameterInSet(info, name)) for name in info.places)


def _in_set(one: ParameterSetInfo) -> list[ParameterInSet]:
    return [ParameterInSet(info, one.name) for info in one.metadata.in_set(one.name)]


def _parameter_type(info: ParameterInfo) -> Value:
    return info.net_type


def _place(one: ParameterInSet) -> Any:
    place = one.info.place(one.set_name)
    assert place is not None
    return place


def _position(one: ParameterInSet) -> int:
    position: int | None = _place(one).position
    return -2147483648 if position is None else position


def attributes_of(info: ParameterInfo) -> list[Value]:
    """The attributes of a parameter as objects."""
    from msolemu.runtime.reflection.attribute_values import attributes

    return attributes(info)


Read = Callable[[Any], Value]


def _declare(kind: NetType, pairs: Iterable[tuple[str, Read, str]]) -> None:
    for name, read, type_name in pairs:
        kind.declare_property(name, read, type_name)


_declare(
    COMMAND,
    (
        ("Name", lambda one: one.name, TEXT),
        ("CommandType", lambda one: CommandTypes[one.command_type.value], NAMESPACE + "CommandTypes"),
        ("Source", _module_name, TEXT),
        ("Version", _version, "System.Version"),
        ("Definition", _definition, TEXT),
        ("ModuleName", _module_name, TEXT),
        ("Module", _module, NAMESPACE + "PSModuleInfo"),
        ("Parameters", _parameters, "System.Object"),
        ("ParameterSets", _parameter_sets, "System.Object"),
        ("Visibility", lambda one: "Public", TEXT),
        ("OutputType", output_types, "System.Object"),
    ),
)


@method(COMMAND, "System.Management.Automation.ParameterMetadata ResolveParameter(string name)")
def resolve_parameter(command: Any, name: str) -> Value:
    """The parameter that a name, an alias or the beginning of one means in a call."""
    from msolemu.runtime.binding.binding_errors import BindingErrors
    from msolemu.runtime.binding.words import find_parameter

    metadata = metadata_of(command)
    if metadata is None:
        return None
    errors = BindingErrors(metadata, None)
    found = find_parameter(metadata, name, errors, None, exact=False)
    if found is None:
        raise errors.unknown_parameter(name, None)
    return ParameterValue(found)


def options_shown(command: Any) -> Value:
    """The options of a function or alias as the enumeration that PowerShell has for them."""
    from msolemu.runtime.casting.conversion import convert

    return convert(command.options, known_type(OPTIONS))


def _put_options(function: Any, value: Value) -> None:
    from msolemu.runtime.casting.conversion import convert

    function.put_options(int(convert(convert(value, known_type(OPTIONS)), known_type("System.Int32"))))


for _kind in (FUNCTION, EXTERNAL_SCRIPT, SCRIPT):
    _declare(
        _kind,
        (
            ("ScriptBlock", lambda one: getattr(one, "script_block", one), NAMESPACE + "ScriptBlock"),
            ("CmdletBinding", _is_advanced, "System.Boolean"),
            ("DefaultParameterSet", _default_set, TEXT),
            ("Description", lambda one: "", TEXT),
            ("Noun", lambda one: one.name.partition("-")[2], TEXT),
            ("Verb", lambda one: one.name.partition("-")[0] if "-" in one.name else "", TEXT),
            ("HelpFile", lambda one: None, TEXT),
        ),
    )
FUNCTION.declare_property("Options", options_shown, OPTIONS, _put_options)
_declare(EXTERNAL_SCRIPT, (("Path", lambda one: one.shown, TEXT), ("Source", lambda one: one.shown, TEXT)))
_declare(
    CMDLET,
    (
        ("Verb", lambda one: one.name.partition("-")[0], TEXT),
        ("Noun", lambda one: one.name.partition("-")[2], TEXT),
        ("DefaultParameterSet", _default_set, TEXT),
        ("HelpFile", lambda one: None, TEXT),
    ),
)


_declare(
    ALIAS,
    (
        ("DisplayName", lambda one: f"{one.name} -> {one.last_target()}", TEXT),
        ("ReferencedCommand", lambda one: one.resolved, NAMESPACE + "CommandInfo"),
        ("ResolvedCommand", lambda one: one.resolved, NAMESPACE + "CommandInfo"),
        ("ResolvedCommandName", lambda one: getattr(one.resolved, "name", None), TEXT),
        ("Options", options_shown, OPTIONS),
        ("Description", lambda one: one.description, TEXT),
    ),
)
_declare(
    PARAMETER_SET,
    (
        ("Name", lambda one: one.name, TEXT),
        ("IsDefault", lambda one: one.name == one.metadata.default_set, "System.Boolean"),
        ("Parameters", _in_set, "System.Object"),
    ),
)
_declare(
    PARAMETER_IN_SET,
    (
        ("Name", lambda one: one.info.name, TEXT),
        ("ParameterType", lambda one: _parameter_type(one.info), "System.Type"),
        ("IsMandatory", lambda one: _place(one).mandatory, "System.Boolean"),
        ("IsDynamic", lambda one: one.info.dynamic, "System.Boolean"),
        ("Position", _position, "System.Int32"),
        ("ValueFromPipeline", lambda one: _place(one).by_value, "System.Boolean"),
        ("ValueFromPipelineByPropertyName", lambda one: _place(one).by_name, "System.Boolean"),
        ("ValueFromRemainingArguments", lambda one: _place(one).remaining, "System.Boolean"),
        ("HelpMessage", lambda one: _place(one).help_message, TEXT),
        ("Aliases", lambda one: list(one.info.aliases), "System.Object"),
        ("Attributes", lambda one: attributes_of(one.info), "System.Object"),
    ),
)
_declare(
    PARAMETER,
    (
        ("Name", lambda one: one.info.name, TEXT),
        ("ParameterType", lambda one: _parameter_type(one.info), "System.Type"),
        ("ParameterSets", lambda one: _sets_of(one.info), "System.Object"),
        ("IsDynamic", lambda one: one.info.dynamic, "System.Boolean"),
        ("Aliases", lambda one: list(one.info.aliases), "System.Object"),
        ("Attributes", lambda one: attributes_of(one.info), "System.Object"),
        ("SwitchParameter", lambda one: one.info.is_switch, "System.Boolean"),
    ),
)

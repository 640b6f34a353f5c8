"""What `Get-Help` knows of a command: from a cmdlet's declaration, or from the comment and parameters of a function."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msolemu.cmdlets.comment_help import CommentHelp, comment_above, read_comment
from msolemu.foundation.dataclass import dataclass, field
from msolemu.runtime.binding.parameters import SWITCH_TYPE, CommandMetadata, ParameterInfo, SetPlace
from msolemu.runtime.binding.syntax import displayed, set_names, syntax_lines
from msolemu.runtime.reflection.command_types import metadata_of

if TYPE_CHECKING:
    from msolemu.cmdlets.declaration import Cmdlet
    from msolemu.runtime.types.net_type import NetType

MARKS = ("component", "role", "functionality")
NUMBERS = ("System.Int32", "System.Int64", "System.Double", "System.Decimal", "System.Byte", "System.UInt32")


@dataclass(frozen=True, slots=True)
class HelpParameter:
    """A parameter as help lists it."""

    name: str
    type_name: str
    text: Sequence[str]
    required: bool
    position: int | None
    default: str
    pipeline: str
    aliases: str
    is_switch: bool
    wildcards: bool

    @property
    def net_type(self) -> NetType:
        """MamlCommandHelpInfo#parameter."""
        from msolemu.cmdlets.help_objects import PARAMETER

        return PARAMETER


@dataclass(frozen=True, slots=True)
class HelpExample:
    """An example: the command line, and what is said of it."""

    code: str
    remarks: Sequence[str]
    prompt: str = "PS>"


@dataclass(slots=True)
class HelpTopic:
    """The help of one command: what `Get-Help` gives, drawn as its view says."""

    name: str
    category: str
    module: str
    synopsis: str
    syntax: Sequence[str]
    description: Sequence[str] = ()
    parameters: Sequence[HelpParameter] = ()
    examples: Sequence[HelpExample] = ()
    inputs: Sequence[str] = ()
    outputs: Sequence[str] = ()
    notes: Sequence[str] = ()
    links: Sequence[str] = ()
    view: str = "default"
    takes_common: bool = True
    marks: Mapping[str, str] = field(default_factory=dict)
    """Component, role and functionality."""
    sets: Sequence[Sequence[HelpParameter]] = ()
    """The parameters of each line of the syntax."""

    @property
    def net_type(self) -> NetType:
        """MamlCommandHelpInfo."""
        from msolemu.cmdlets.help_objects import TOPIC

        return TOPIC


def plain_type(parameter: ParameterInfo) -> str:
    """A type as help writes it: the name without its namespace."""
    return parameter.type_name.rpartition(".")[2] or parameter.type_name


def topic_of(command: Any) -> HelpTopic:
    """The help of a command."""
    cmdlet: Cmdlet | None = getattr(command, "cmdlet", None)
    metadata = metadata_of(command)
    return _of_script(command, metadata) if cmdlet is None else _of_cmdlet(cmdlet, cmdlet.metadata)


def _of_cmdlet(cmdlet: Cmdlet, metadata: CommandMetadata) -> HelpTopic:
    return HelpTopic(
        cmdlet.name,
        "Cmdlet",
        "" if cmdlet.module is None else cmdlet.module.name,
        cmdlet.synopsis,
        syntax_lines(metadata, plain_type),
        cmdlet.description.splitlines(),
        _parameters(metadata, _own_text, _zero),
        [HelpExample(example.line, (example.says,)) for example in cmdlet.examples],
        outputs=_output_lines(cmdlet.output),
        links=cmdlet.links,
        sets=_sets(metadata, _own_text, _zero),
    )


def _output_lines(output: Any) -> Sequence[str]:
    if output is None:
        return ()
    from msolemu.runtime.types.registry import net_type_of_class

    return (net_type_of_class(output).full_name,) if isinstance(output, type) else (str(output),)


def _of_script(command: Any, metadata: CommandMetadata | None) -> HelpTopic:
    block = getattr(command, "script_block", None)
    written = comment_of(command)
    syntax = [] if metadata is None else syntax_lines(metadata, plain_type)
    module = getattr(command, "module", None)
    topic = HelpTopic(
        command.name,
        command.command_type.value,
        "" if module is None else module.name,
        "\n".join(written.section("synopsis")) or "\n" + "\n\n".join(syntax) + "\n",
        syntax,
        written.section("description"),
        examples=[HelpExample(code, remarks, prompt) for prompt, code, remarks in written.examples],
        inputs=written.section("inputs"),
        outputs=written.section("outputs"),
        notes=written.section("notes"),
        links=written.links,
        marks={name: "\n".join(written.section(name)) for name in MARKS if written.section(name)},
    )
    if metadata is not None:
        defaults, above = _defaults(block), _comments(block)

        def text(info: ParameterInfo) -> Sequence[str]:
            return written.parameter(info.name) or above.get(info.name, ())

        def default(info: ParameterInfo) -> str:
            return defaults.get(info.name, _zero(info))

        topic.parameters = _parameters(metadata, text, default)
        topic.sets = _sets(metadata, text, default)
    return topic


def comment_of(command: Any) -> CommentHelp:
    """The comment that holds a function's or script's help."""
    text = getattr(command, "help_text", None)
    block = getattr(command, "script_block", None)
    if text is None and block is not None:
        text = getattr(block.code.node, "help_text", None)
    return read_comment(text or "")


def _comments(block: Any) -> dict[str, Sequence[str]]:
    """The comments above the parameters."""
    items = () if block is None else block.code.parameters.items
    extents = ((item.name, item.node.extent) for item in items)
    return {name: comment_above(extent.source.text, extent.start) for name, extent in extents}


def _defaults(block: Any) -> dict[str, str]:
    items = () if block is None else block.code.parameters.items
    found: dict[str, str] = {}
    for item in items:
        default = item.node.default_value
        if default is not None:
            found[item.name] = default.extent.text.strip("'\"")
    return found


def _own_text(info: ParameterInfo) -> Sequence[str]:
    return (info.help,) if info.help else ()


def _zero(info: ParameterInfo) -> str:
    if info.type_name == SWITCH_TYPE:
        return "False"
    return "0" if info.type_name in NUMBERS else ""


def _parameters(
    metadata: CommandMetadata,
    text: Callable[[ParameterInfo], Sequence[str]],
    default: Callable[[ParameterInfo], str],
) -> list[HelpParameter]:
    found: dict[str, tuple[ParameterInfo, SetPlace]] = {}
    for set_name in set_names(metadata):
        for info, place in displayed(metadata, set_name):
            found.setdefault(info.name, (info, place))
    order = [name for name in metadata.parameters if name in found]
    return [_parameter(*found[name], text, default) for name in order]


def _sets(
    metadata: CommandMetadata,
    text: Callable[[ParameterInfo], Sequence[str]],
    default: Callable[[ParameterInfo], str],
) -> list[list[HelpParameter]]:
    return [
        [_parameter(info, place, text, default) for info, place in displayed(metadata, set_name)]
        for set_name in set_names(metadata)
    ]


def _parameter(
    info: ParameterInfo,
    place: SetPlace,
    text: Callable[[ParameterInfo], Sequence[str]],
    default: Callable[[ParameterInfo], str],
) -> HelpParameter:
    ways = [*(["ByValue"] if place.by_value else []), *(["ByPropertyName"] if place.by_name else [])]
    said = list(text(info)) + ([f"Not emulated: {info.refused}."] if info.refused else [])
    return HelpParameter(
        info.name,
        plain_type(info),
        said,
        place.mandatory,
        None if place.position is None else place.position + 1,
        default(info),
        f"true ({', '.join(ways)})" if ways else "false",
        ", ".join(info.aliases),
        info.is_switch,
        info.supports_wildcards,
    )

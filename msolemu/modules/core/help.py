"""Get-Help, help."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.cmdlets.help import HelpTopic, topic_of
from msolemu.modules.core.lookup import Lookup, is_pattern
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty, ValidateSet
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.reflection.command_types import Alias
from msolemu.runtime.text.wildcard import WildcardPattern
from msolemu.runtime.types.registry import OBJECT, declare
from msolemu.runtime.values.objects import PSCustomObject


def _reader(field: str) -> Callable[[Any], Any]:
    def read(topic: Any) -> Any:
        value = getattr(topic, field)
        return "\n".join(map(str, value)) if isinstance(value, list | tuple) else value

    return read


TOPIC = declare("MamlCommandHelpInfo", OBJECT, HelpTopic)
for _name, _field in (
    ("Name", "name"),
    ("Category", "category"),
    ("Synopsis", "synopsis"),
    ("ModuleName", "module"),
    ("Syntax", "syntax"),
    ("Description", "description"),
    ("Parameters", "parameters"),
    ("Examples", "examples"),
    ("InputTypes", "inputs"),
    ("ReturnValues", "outputs"),
    ("AlertSet", "notes"),
    ("RelatedLinks", "links"),
):
    TOPIC.declare_property(_name, _reader(_field))


CATEGORIES = (
    *("Alias", "Cmdlet", "Provider", "General", "FAQ", "Glossary", "HelpFile", "ScriptCommand", "Function", "Filter"),
    *("ExternalScript", "All", "DefaultHelp", "DscResource", "Class", "Configuration"),
)
Name = Annotated[
    str,
    Parameter("The command.", position=0, from_property=True, validate=(ValidateNotNullOrEmpty(),)),
]
Category = Annotated[Sequence[str], Parameter("Kinds of commands.", validate=(ValidateSet(CATEGORIES),))]

get_help = Cmdlet(
    "Get-Help",
    "Explains a command.",
    output="HelpInfo",
    examples={
        "Get-Help Get-MsolUser": "Shows what a cmdlet is for and how it is written.",
        "Get-Help Get-MsolUser -Parameter TenantId": "Explains one parameter.",
        "Get-Help *-MsolGroup": "Lists the commands that match.",
    },
)


@get_help.parameter_set("AllUsersView", default=True)
def plain(
    call: CoreCall,
    name: Name = "",
    category: Category = (),
    full: Annotated[Switch, Parameter("Everything.")] = False,
) -> Output[Any]:
    """Help comes from the declaration of a cmdlet, and from the comment of a function.

    A name with wildcards lists what matches; a single match is explained.
    """
    yield from topics(call, name, category, "full" if full else "default")


@get_help.parameter_set("DetailedView")
def detailed(
    call: CoreCall,
    detailed: Annotated[Switch, Parameter("With parameters and examples.", mandatory=True)],
    name: Name = "",
    category: Category = (),
) -> Output[Any]:
    """The same with parameters and examples."""
    yield from topics(call, name, category, "detailed")


@get_help.parameter_set("Examples")
def examples(
    call: CoreCall,
    examples: Annotated[Switch, Parameter("The examples only.", mandatory=True)],
    name: Name = "",
    category: Category = (),
) -> Output[Any]:
    """The examples only."""
    yield from topics(call, name, category, "examples")


@get_help.parameter_set("Parameters")
def parameters(
    call: CoreCall,
    parameter: Annotated[Sequence[str], Parameter("These parameters only, with wildcards.")],
    name: Name = "",
    category: Category = (),
) -> Output[Any]:
    """Some parameters only."""
    patterns = [WildcardPattern(one) for one in parameter]
    for topic in topics(call, name, category, "parameter"):
        if not isinstance(topic, HelpTopic):
            yield topic
            continue
        topic.shown = [one for one in topic.parameters if any(pattern.matches(one.name) for pattern in patterns)]
        if topic.shown:
            yield topic
        else:
            call.write_error(
                "NoParameterFound",
                f"No parameter matches criteria {', '.join(parameter)}.",
                ErrorCategory.INVALID_ARGUMENT,
                "System.Management.Automation.PSArgumentException",
            )


ABOUT = """TOPIC
    msolemu Help System

SHORT DESCRIPTION
    Displays help about cmdlets, functions and scripts.

LONG DESCRIPTION
    Commands are named by a verb and a noun: Get-MsolUser. Connect-MsolService comes before any other Msol cmdlet;
    every user name and password will do. The cmdlets of the emulator itself have the noun prefix Emu.

    Get-Command -Module MSOnline     the cmdlets of a module: MSOnline, ActiveDirectory, ADSync, MsolEmu
    Get-Command *license*            the commands whose names have a word in them
    Get-Help Get-MsolUser            what a command is for, and how it is written
    Get-Help Get-MsolUser -Examples  the same by examples; -Full tells everything
    Get-MsolUser | Get-Member        what can be asked of objects
"""


def topics(call: CoreCall, name: str, category: Sequence[str], view: str) -> Iterator[Any]:
    """The help of a command in a view, or short lines of all that match."""
    if not name:
        yield ABOUT
        return
    lookup = Lookup(call.session, call.services.commands)
    found = [one for one in _commands(lookup, name) if not category or _is_of(one, category)]
    if not found:
        if not is_pattern(name):
            _missing(call, name)
        return
    if len(found) == 1 or not is_pattern(name):
        yield replace(topic_of(found[0]), view=view)
        return
    for one in found:
        yield _short(topic_of(one))


def _commands(lookup: Lookup, name: str) -> list[Any]:
    if is_pattern(name):
        return [one for one in lookup.matching(name) if not isinstance(one, Alias)]
    return [one.resolved if isinstance(one, Alias) else one for one in lookup.named(name)][:1]


def _is_of(command: Any, categories: Sequence[str]) -> bool:
    wanted = {one.lower() for one in categories}
    return "all" in wanted or command.command_type.value.lower() in wanted


def _short(topic: HelpTopic) -> PSCustomObject:
    return PSCustomObject(
        [
            ("Name", topic.name),
            ("Category", topic.category),
            ("Module", topic.module),
            ("Synopsis", topic.synopsis.strip().partition("\n")[0]),
        ],
        ("HelpInfoShort",),
    )


def _missing(call: CoreCall, name: str) -> None:
    call.write_error(
        "HelpNotFound",
        f"Get-Help could not find {name} in a help file in this session. To download updated help topics type: "
        '"Update-Help". To get help online, search for the help topic in the TechNet library at '
        "https:/go.microsoft.com/fwlink/?LinkID=107116.",
        ErrorCategory.RESOURCE_UNAVAILABLE,
        "Microsoft.PowerShell.Commands.HelpNotFoundException",
    )


help_ = Cmdlet(
    "help",
    "Explains a command.",
    examples={"help Get-MsolUser": "Shows what Get-Help shows."},
)


@help_.parameter_set()
def explained(
    call: CoreCall,
    name: Annotated[str, Parameter("The command.", position=0, from_property=True)] = "",
    full: Annotated[Switch, Parameter("Everything.")] = False,
    detailed: Annotated[Switch, Parameter("With parameters and examples.")] = False,
    examples: Annotated[Switch, Parameter("The examples only.")] = False,
) -> Output[HelpTopic]:
    """The same as Get-Help; the screen is not shown page by page."""
    view = "full" if full else "detailed" if detailed else "examples" if examples else "default"
    yield from topics(call, name, (), view)

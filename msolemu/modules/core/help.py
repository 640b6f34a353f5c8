"""Get-Help, help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.cmdlets.help import MARKS, HelpTopic, comment_of, topic_of
from msolemu.foundation.dataclass import dataclass, replace
from msolemu.modules.core.lookup import Lookup, is_pattern
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty, ValidateSet
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.reflection.command_types import Alias
from msolemu.runtime.text.wildcard import WildcardPattern
from msolemu.runtime.values.objects import PSCustomObject

CATEGORIES = (
    *("Alias", "Cmdlet", "Provider", "General", "FAQ", "Glossary", "HelpFile", "ScriptCommand", "Function", "Filter"),
    *("ExternalScript", "All", "DefaultHelp", "DscResource", "Class", "Configuration"),
)
Name = Annotated[
    str,
    Parameter("The command.", position=0, from_property=True, validate=(ValidateNotNullOrEmpty(),)),
]


@dataclass(frozen=True)
class Wanted:
    """Which of the commands of a name are meant: by kind, and by the marks in their comments."""

    category: Annotated[Sequence[str], Parameter("Kinds of commands.", validate=(ValidateSet(CATEGORIES),))] = ()
    component: Annotated[Sequence[str], Parameter("The component that a comment names, with wildcards.")] = ()
    functionality: Annotated[Sequence[str], Parameter("The functionality that a comment names.")] = ()
    role: Annotated[Sequence[str], Parameter("The role that a comment names.")] = ()

    def means(self, command: Any) -> bool:
        """Whether a command is one of them."""
        kinds = {one.lower() for one in self.category}
        if kinds and not kinds & {"all", command.command_type.value.lower()}:
            return False
        return all(self._marked(command, name) for name in MARKS if getattr(self, name))

    def _marked(self, command: Any, name: str) -> bool:
        text = "\n".join(comment_of(command).section(name))
        return any(WildcardPattern(one).matches(text) for one in getattr(self, name))


EVERY = Wanted()

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
    wanted: Wanted = EVERY,
    full: Annotated[Switch, Parameter("Everything.")] = False,
) -> Output[Any]:
    """Help comes from the declaration of a cmdlet, and from the comment of a function.

    A name with wildcards lists what matches; a single match is explained.
    """
    yield from topics(call, name, wanted, "full" if full else "default")


@get_help.parameter_set("DetailedView")
def detailed(
    call: CoreCall,
    detailed: Annotated[Switch, Parameter("With parameters and examples.", mandatory=True)],
    name: Name = "",
    wanted: Wanted = EVERY,
) -> Output[Any]:
    """The same with parameters and examples."""
    yield from topics(call, name, wanted, "detailed")


@get_help.parameter_set("Examples")
def examples(
    call: CoreCall,
    examples: Annotated[Switch, Parameter("The examples only.", mandatory=True)],
    name: Name = "",
    wanted: Wanted = EVERY,
) -> Output[Any]:
    """The examples only."""
    yield from topics(call, name, wanted, "examples")


@get_help.parameter_set("Parameters")
def parameters(
    call: CoreCall,
    parameter: Annotated[Sequence[str], Parameter("These parameters only, with wildcards.")],
    name: Name = "",
    wanted: Wanted = EVERY,
) -> Output[Any]:
    """Some parameters only."""
    patterns = [WildcardPattern(one) for one in parameter]
    for topic in topics(call, name, wanted, "parameter"):
        if not isinstance(topic, HelpTopic):
            yield topic
            continue
        shown = [one for one in topic.parameters if any(pattern.matches(one.name) for pattern in patterns)]
        yield from shown
        if not shown:
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


def topics(call: CoreCall, name: str, wanted: Wanted, view: str) -> Iterator[Any]:
    """The help of a command in a view, or short lines of all that match."""
    if not name:
        yield ABOUT
        return
    lookup = Lookup(call.session, call.services.commands)
    found = [one for one in _commands(lookup, name) if wanted.means(one)]
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
    found = [one.resolved if isinstance(one, Alias) else one for one in lookup.named(name)][:1]
    other = comment_of(found[0]).forwards_to if found else ""
    return (_commands(lookup, other) or found) if other and other.lower() != name.lower() else found


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
    yield from topics(call, name, EVERY, view)

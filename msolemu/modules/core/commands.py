"""Get-Command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Allow, Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.core.lookup import Lookup, is_pattern, of_type
from msolemu.modules.core.module_files import is_meant
from msolemu.modules.core.parameters import MODULE_SPECIFICATION, as_list
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.binding.syntax import syntax_text
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.invoking.functions import Function
from msolemu.runtime.reflection.command_types import Alias, CommandTypes, metadata_of
from msolemu.runtime.text.wildcard import matches_any
from msolemu.runtime.types.net_type import NetType

NOT_FOUND = (
    "The term '{0}' is not recognized as a name of a cmdlet, function, script file, or executable program.\n"
    "Check the spelling of the name, or if a path was included, verify that the path is correct and try again."
)
NOT_EMPTY = (ValidateNotNullOrEmpty(),)


@dataclass(frozen=True)
class Wanted:
    """What both sets of Get-Command ask for besides names."""

    module: Annotated[Sequence[str], Parameter("Modules.", aliases=("PSSnapin",), from_property=True)] = ()
    exclude_module: Annotated[Sequence[str], Parameter("Modules to leave out.")] = ()
    fully_qualified_module: Annotated[
        Sequence[Any],
        Parameter(
            "Modules with their versions.", from_property=True, type=MODULE_SPECIFICATION + "[]", convert=as_list
        ),
    ] = ()
    total_count: Annotated[int | None, Parameter("At most so many.", from_property=True)] = None
    syntax: Annotated[Switch, Parameter("Gives the syntax lines only.", from_property=True)] = False
    argument_list: Annotated[
        Sequence[Any],
        Parameter(
            "Arguments that decide on dynamic parameters.",
            position=1,
            remaining=True,
            aliases=("Args",),
            allow=Allow.NULL | Allow.EMPTY_COLLECTION,
        ),
    ] = ()
    all_: Annotated[Switch, Parameter("Also the commands that others of their name hide.", from_property=True)] = False
    list_imported: Annotated[
        Switch, Parameter("Those of the session only; every command counts as imported here.", from_property=True)
    ] = False
    parameter_name: Annotated[Sequence[str], Parameter("Commands that have such a parameter.", validate=NOT_EMPTY)] = ()
    parameter_type: Annotated[
        Sequence[Any],
        Parameter(
            "Commands that have a parameter of such a type.",
            type="System.Management.Automation.PSTypeName[]",
            validate=NOT_EMPTY,
            convert=as_list,
        ),
    ] = ()


get_command = Cmdlet(
    "Get-Command",
    "Finds commands: cmdlets, functions, aliases.",
    aliases=("gcm",),
    examples={
        "Get-Command -Noun Date": "Lists the cmdlets for dates.",
        "Get-Command Get-Date -Syntax": "Shows how a command is written.",
        "Get-Command *-Csv": "Lists the commands whose names match.",
    },
)


@get_command.parameter_set("CmdletSet", default=True)
def by_words(
    call: CoreCall,
    wanted: Wanted,
    verb: Annotated[Sequence[str], Parameter("Verbs.", from_property=True)] = (),
    noun: Annotated[Sequence[str], Parameter("Nouns.", from_property=True)] = (),
) -> Output[Any]:
    """Lists what can be called, with its module; what a name means in a script comes first."""
    lookup = Lookup(call.session, call.services.commands)
    if verb or noun:
        found: Iterable[Any] = lookup.by_words(verb, noun)
    else:
        found = lookup.of_modules(wanted.module) if wanted.module else lookup.every()
    yield from _shown(found, wanted)


@dataclass(frozen=True)
class Sought:
    """What the names are, and how they are compared."""

    name: Annotated[
        Sequence[str],
        Parameter("Names, with wildcards.", position=0, from_pipeline=True, from_property=True, validate=NOT_EMPTY),
    ] = ()
    command_type: Annotated[
        CommandTypes | None, Parameter("The kind of commands.", from_property=True, aliases=("Type",))
    ] = None
    use_fuzzy_matching: Annotated[Switch, Parameter("Also names that are nearly so, the nearest first.")] = False
    fuzzy_minimum_distance: Annotated[
        int, Parameter("With -UseFuzzyMatching: how many letters may differ.", type="System.UInt32")
    ] = 5
    use_abbreviation_expansion: Annotated[
        Switch, Parameter("Names by their capital letters: i-psdf.", from_property=True)
    ] = False

    def found(self, lookup: Lookup, name: str) -> Iterable[Any]:
        """What a name finds; all of it is wanted unless the name says exactly which command is meant."""
        if self.use_fuzzy_matching:
            return lookup.like(name, self.fuzzy_minimum_distance)
        if self.use_abbreviation_expansion:
            return (*lookup.named(name), *lookup.abbreviated(name))
        return lookup.matching(name) if is_pattern(name) else lookup.named(name)

    @property
    def is_exact(self) -> bool:
        """Whether the first command of a name is the one that is meant."""
        return not (self.use_fuzzy_matching or self.use_abbreviation_expansion)


@get_command.parameter_set("AllCommandSet")
def by_name(call: CoreCall, wanted: Wanted, sought: Sought) -> Output[Any]:
    """Finds commands by their names; one that is not there is an error."""
    lookup = Lookup(call.session, call.services.commands)
    for one in sought.name or ("*",):
        shown = _shown(of_type(sought.found(lookup, one), sought.command_type), wanted)
        if is_pattern(one):
            yield from shown
            continue
        found = list(shown)
        if found:
            yield from found[:1] if sought.is_exact and not wanted.all_ else found
        else:
            call.write_error(
                "CommandNotFoundException",
                NOT_FOUND.format(one),
                ErrorCategory.OBJECT_NOT_FOUND,
                "System.Management.Automation.CommandNotFoundException",
                target=one,
            )


def _shown(found: Iterable[Any], wanted: Wanted) -> Iterator[Any]:
    kept = (one for one in found if _is_wanted(one, wanted))
    for one in islice(kept, wanted.total_count):
        command = one.called_with(wanted.argument_list) if wanted.argument_list and isinstance(one, Function) else one
        yield _syntax(command) if wanted.syntax else command


def _is_wanted(command: Any, wanted: Wanted) -> bool:
    module = getattr(command, "module", None)
    name = "" if module is None else module.name
    if wanted.module and not _matches(name, wanted.module):
        return False
    if wanted.fully_qualified_module and (module is None or not is_meant(module, wanted.fully_qualified_module)):
        return False
    if wanted.exclude_module and _matches(name, wanted.exclude_module):
        return False
    return not (wanted.parameter_name or wanted.parameter_type) or _has_parameter(command, wanted)


def _has_parameter(command: Any, wanted: Wanted) -> bool:
    metadata = metadata_of(command)
    if metadata is None:
        return False
    types = [one.full_name if isinstance(one, NetType) else str(one) for one in wanted.parameter_type]
    for parameter in metadata.parameters.values():
        named = not wanted.parameter_name or any(_matches(one, wanted.parameter_name) for one in parameter.names)
        if named and (not types or parameter.type_name.lower() in (one.lower() for one in types)):
            return True
    return False


def _matches(name: str, patterns: Sequence[str]) -> bool:
    return matches_any(name, patterns)


def _syntax(command: Any) -> str:
    if isinstance(command, Alias):
        return f"{command.name} (alias) -> {command.target}\n"
    metadata = metadata_of(command)
    return "" if metadata is None else syntax_text(metadata)

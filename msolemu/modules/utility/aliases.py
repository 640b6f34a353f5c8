"""Get-Alias, Set-Alias, New-Alias, Remove-Alias, Export-Alias, Import-Alias."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from itertools import chain
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Fixed, Output, Parameter, Switch, Variation
from msolemu.modules.utility.csv_text import CsvWriter, records
from msolemu.modules.utility.date_formats import net_format
from msolemu.modules.utility.parameters import LiteralPathFromProperty, NoClobber, PassThru, UtilityCall
from msolemu.modules.utility.scopes import scope_of
from msolemu.modules.utility.text_file import LINE_END, one_place, open_writer
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty
from msolemu.runtime.casting.conversion import convert, to_text
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, StatementError
from msolemu.runtime.filesystem.files import read_text, resolve
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.reflection.command_types import Alias, options_shown
from msolemu.runtime.reflection.variable_objects import OPTIONS
from msolemu.runtime.state.aliases import AliasTarget, existing_alias, put_alias, target_of, visible_aliases
from msolemu.runtime.state.aliases import remove_alias as remove_from
from msolemu.runtime.text.wildcard import WildcardPattern, has_wildcards, matches_any
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.registry import known_type, net_enum
from msolemu.runtime.values.objects import Value

SOMETHING = (ValidateNotNullOrEmpty(),)
ScopeName = Annotated[str | None, Parameter("The scope: Global, Script, Local, or so many levels up.")]
Exclude = Annotated[list[str] | None, Parameter("Patterns of which a name must match none.")]

get_alias = Cmdlet(
    "Get-Alias",
    "Gives the aliases of the session.",
    aliases=("gal",),
    examples={"(Get-Alias select).Definition": "Tells what an alias stands for."},
)


def known_aliases(call: UtilityCall, scope: str | None) -> dict[str, str]:
    """The aliases that can be seen, or those of one scope."""
    if scope is not None:
        return dict(scope_of(call, scope).aliases or {})
    return visible_aliases(call.session.frame.scope)


def matching(call: UtilityCall, names: list[str], scope: str | None, exclude: list[str] | None) -> Iterator[Alias]:
    """The aliases that names and patterns mean; a missing one is an error of its own."""
    known = known_aliases(call, scope)
    for name in names:
        pattern = WildcardPattern(name)
        found = sorted(one for one in known if pattern.matches(one))
        if not found and not has_wildcards(name):
            _not_there(call, "name", name)
        for one in found:
            if not matches_any(one, exclude):
                yield Alias(call.session, one, known[one])


@get_alias.parameter_set("Default", default=True)
def get_by_name(
    call: UtilityCall,
    name: Annotated[
        list[str] | None,
        Parameter("Names; wildcards count.", position=0, from_pipeline=True, from_property=True, validate=SOMETHING),
    ] = None,
    exclude: Exclude = None,
    scope: ScopeName = None,
) -> Output[Value]:
    """Without a name all aliases are given."""
    yield from matching(call, name or ["*"], scope, exclude)


@get_alias.parameter_set("Definition")
def get_by_definition(
    call: UtilityCall,
    exclude: Exclude = None,
    scope: ScopeName = None,
    definition: Annotated[
        list[str] | None, Parameter("Commands that the aliases stand for.", validate=SOMETHING)
    ] = None,
) -> Output[Value]:
    """Gives the aliases of commands."""
    for wanted in definition or ["*"]:
        pattern = WildcardPattern(wanted)
        found = [one for one in matching(call, ["*"], scope, exclude) if pattern.matches(one.target)]
        if not found and not has_wildcards(wanted):
            _not_there(call, "definition", wanted)
        yield from found


NameOfAlias = Annotated[str, Parameter("The name.", position=0, from_property=True)]
Stands = Annotated[str, Parameter("The command that it stands for.", position=1, from_property=True)]
Description = Annotated[str | None, Parameter("What the alias is for.")]
Option = Annotated[Value, Parameter("ReadOnly, Constant, Private, AllScope.", type=OPTIONS)]
Force = Annotated[Switch, Parameter("Also what is there or read-only.")]


def defined(
    call: UtilityCall, name: str, target: AliasTarget, scope: str | None, *, force: bool, pass_thru: bool
) -> Iterator[Value]:
    """Make the alias, or report why it cannot be changed."""
    try:
        put_alias(scope_of(call, scope), name, target, force=force)
    except StatementError as error:
        call.write_error(error)
        return
    if pass_thru:
        yield Alias(call.session, name, target)


def described(value: str, option: Value, description: str | None) -> AliasTarget:
    """The target of an alias with what is said of it."""
    options: int = 0 if option is None else convert(convert(option, known_type(OPTIONS)), known_type("System.Int32"))
    return target_of(value, options, description or "")


set_alias = Cmdlet(
    "Set-Alias",
    "Gives a command another name.",
    should_process=True,
    aliases=("sal",),
    examples={"Set-Alias list Get-ChildItem": "Makes an alias, or changes one."},
)


@set_alias.parameter_set()
def set_(
    call: UtilityCall,
    name: NameOfAlias,
    value: Stands,
    description: Description = None,
    option: Option = None,
    pass_thru: PassThru = False,
    scope: ScopeName = None,
    force: Force = False,
) -> Output[Value]:
    """An alias stands for a name, without arguments."""
    if call.should_process(f"Name: {name} Value: {value}", "Set Alias"):
        yield from defined(call, name, described(value, option, description), scope, force=force, pass_thru=pass_thru)


def _already_there(call: UtilityCall, name: str) -> None:
    call.write_error(
        "AliasAlreadyExists",
        f"The alias is not allowed, because an alias with the name '{name}' already exists.",
        ErrorCategory.RESOURCE_EXISTS,
        "System.Management.Automation.SessionStateException",
        target=name,
    )


def _not_there(call: UtilityCall, kind: str, text: str) -> None:
    call.write_error(
        "ItemNotFoundException",
        f"This command cannot find a matching alias because an alias with the {kind} '{text}' does not exist.",
        ErrorCategory.OBJECT_NOT_FOUND,
        "System.Management.Automation.ItemNotFoundException",
        target=text,
    )


new_alias = Cmdlet(
    "New-Alias",
    "Gives a command another name that is not there yet.",
    should_process=True,
    aliases=("nal",),
    examples={"New-Alias list Get-ChildItem": "Makes an alias."},
)


@new_alias.parameter_set()
def new(
    call: UtilityCall,
    name: NameOfAlias,
    value: Stands,
    description: Description = None,
    option: Option = None,
    pass_thru: PassThru = False,
    scope: ScopeName = None,
    force: Force = False,
) -> Output[Value]:
    """An alias that is there in the scope is an error, unless -Force is said."""
    level = scope_of(call, scope)
    if existing_alias(level, name) is not None and not force:
        _already_there(call, name)
        return
    if call.should_process(f"Name: {name} Value: {value}", "New Alias"):
        yield from defined(call, name, described(value, option, description), scope, force=force, pass_thru=pass_thru)


remove_alias = Cmdlet(
    "Remove-Alias",
    "Removes aliases.",
    examples={"Set-Alias list Get-ChildItem; Remove-Alias list": "Removes an alias."},
)


@remove_alias.parameter_set("Default")
def remove(
    call: UtilityCall,
    name: Annotated[list[str], Parameter("The names.", position=0, from_pipeline=True, from_property=True)],
    scope: ScopeName = None,
    force: Force = False,
) -> None:
    """An alias that is not there is an error."""
    for one in name:
        levels = [scope_of(call, scope)] if scope is not None else list(call.session.frame.scope.chain())
        level = next((level for level in levels if one.lower() in (level.aliases or {})), None)
        if level is None:
            _not_there(call, "name", one)
        else:
            remove_from(level, one, force=force)


@net_enum("Microsoft.PowerShell.Commands.ExportAliasFormat")
class ExportAliasFormat(enum.Enum):
    """How aliases are written."""

    Csv = 0
    Script = 1


export_alias = Cmdlet(
    "Export-Alias",
    "Writes aliases to a file.",
    should_process=True,
    aliases=("epal",),
    examples={"Export-Alias aliases.csv select, where -Force": "Writes two aliases."},
)
ExportNames = Annotated[list[str] | None, Parameter("Which aliases.", position=1, from_property=True)]
As = Annotated[ExportAliasFormat, Parameter("As rows, or as a script.", name="As")]
Append = Annotated[Switch, Parameter("Adds to the file.")]
ExportForce = Annotated[Switch, Parameter("Overwrites a file that is read-only.")]
ExportDescription = Annotated[str | None, Parameter("A line that is written before them.")]


def head(call: UtilityCall) -> Iterator[str]:
    """The lines that say who has written the file, and when."""
    session = call.session
    yield "# Alias File"
    yield f"# Exported by : {session.environment_value('USERNAME') or ''}"
    yield f"# Date/Time : {net_format(DateTime.of(session.clock.now()), 'F')}"
    yield f"# Computer : {session.environment_value('COMPUTERNAME') or ''}"


def written(aliases: list[Alias], kind: ExportAliasFormat, description: str | None) -> Iterator[str]:
    """The lines of the file."""
    if description is not None:
        yield "#"
        yield "# " + description.replace("\n", "\n# ")
    writer = CsvWriter()
    for alias in aliases:
        told, options = alias.description, to_text(options_shown(alias))
        if kind is ExportAliasFormat.Script:
            yield f'set-alias -Name:"{alias.name}" -Value:"{alias.target}" -Description:"{told}" -Option:"{options}"'
        else:
            yield writer.row([alias.name, alias.target, told, options])


@export_alias.parameter_set("ByLiteralPath", Variation({"path": LiteralPathFromProperty}, {"literal": True}))
@export_alias.parameter_set("ByPath", default=True)
def export(
    call: UtilityCall,
    path: Annotated[str, Parameter("The file.", position=0)],
    name: ExportNames = None,
    pass_thru: PassThru = False,
    as_: As = ExportAliasFormat.Csv,
    append: Append = False,
    force: ExportForce = False,
    no_clobber: NoClobber = False,
    description: ExportDescription = None,
    scope: ScopeName = None,
    literal: Fixed = False,
) -> Output[Value]:
    """Import-Alias reads the rows again."""
    found = list(matching(call, name or ["*"], scope, None))
    if call.should_process(path, "Export Alias"):
        place = one_place(call.session, path, literal=literal)
        writer = open_writer(call.session, place, append=append, force=force, no_clobber=no_clobber)
        for line in chain(() if append else head(call), written(found, as_, description)):
            writer.write(line + LINE_END)
        writer.close()
    yield from found if pass_thru else ()


import_alias = Cmdlet(
    "Import-Alias",
    "Makes the aliases that a file lists.",
    should_process=True,
    aliases=("ipal",),
    examples={"Export-Alias aliases.csv select; Import-Alias aliases.csv -Force": "Reads aliases again."},
)


ImportScope = Annotated[
    str | None, Parameter("The scope: Global, Script, Local, or so many levels up.", validate=SOMETHING)
]
LiteralFile = Annotated[
    str,
    Parameter(
        "A path in which no wildcard counts.",
        name="LiteralPath",
        aliases=("PSPath", "LP"),
        from_pipeline=True,
        from_property=True,
    ),
]


@import_alias.parameter_set("ByLiteralPath", Variation({"path": LiteralFile}, {"literal": True}))
@import_alias.parameter_set("ByPath", default=True)
def imported(
    call: UtilityCall,
    path: Annotated[str, Parameter("The file.", position=0, from_pipeline=True, from_property=True)],
    scope: ImportScope = None,
    pass_thru: PassThru = False,
    force: Force = False,
    literal: Fixed = False,
) -> Output[Value]:
    """An alias that is there is an error, unless -Force is said."""
    place = _alias_file(call, path, literal=literal)
    known = known_aliases(call, scope)
    for name, target in list(_listed(call, place.shown, read_text(call.session, place))):
        if name.lower() in known and not force:
            _already_there(call, name)
        elif call.should_process(f"Name: {name} Value: {target}", "Import Alias"):
            yield from defined(call, name, target, scope, force=force, pass_thru=pass_thru)


def _alias_file(call: UtilityCall, path: str, *, literal: bool) -> Place:
    places = resolve(call.session, path, literal=literal)
    if len(places) != 1:
        raise call.error(
            "NotSupported",
            f"Cannot import alias because path '{path}' contains wildcard characters that resolve to multiple paths. "
            "Aliases can be imported from only one file. Change the value of the Path parameter to a path that "
            "resolves to a single file.",
            ErrorCategory.NOT_IMPLEMENTED,
            "System.Management.Automation.PSNotSupportedException",
        )
    return places[0]


def _listed(call: UtilityCall, file: str, text: str) -> Iterator[tuple[str, AliasTarget]]:
    """The aliases of a file, each on a line of four values; remarks and blank lines are left out."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = next(records(line + "\n"))
        if len(row) != 4:
            raise call.error(
                "ImportAliasFileFormatError",
                f"Cannot import an alias. Line number {number} in the file '{file}' is not a properly-formatted, "
                "comma-separated values (CSV) line for aliases. Change the line to contain four values separated by "
                "commas. If the value text itself contains a comma, then the value must be contained in quotation "
                "marks.",
                ErrorCategory.READ_ERROR,
                "System.FormatException",
                target=file,
            )
        name, value, description, options = row
        try:
            yield name, described(value, options, description)
        except PowerShellError:
            call.write_error(
                "ImportAliasOptionsError",
                f"Cannot import the alias because line number {number} in the file '{file}' contains an option that is "
                "not recognized for aliases. Change the file to contain valid options.",
                ErrorCategory.READ_ERROR,
                "System.ArgumentException",
                target=file,
            )

"""ConvertFrom-StringData, Import-PowerShellDataFile, Import-LocalizedData."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Fixed, Output, Parameter, Switch, Variation
from msolemu.cmdlets.errors import TerminatingError
from msolemu.modules.utility.parameters import UtilityCall
from msolemu.modules.utility.text_file import one_place
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import place_of, read_text
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.text.regular_expressions import unescape
from msolemu.runtime.values.objects import Char, Hashtable, Value

SOMETHING = (ValidateNotNullOrEmpty(),)
EQUALS = Char("=")
INVALID_OPERATION = "System.Management.Automation.PSInvalidOperationException"
DEFAULT_COMMANDS = ("ConvertFrom-StringData",)

convert_from_string_data = Cmdlet(
    "ConvertFrom-StringData",
    "Turns lines of the form name=value into a table.",
    output=Hashtable,
    examples={'(ConvertFrom-StringData "a=1`nb=2").b': "Reads two values."},
)


@convert_from_string_data.parameter_set()
def from_string_data(
    call: UtilityCall,
    string_data: Annotated[str, Parameter("The lines.", position=0, from_pipeline=True, allow=Allow.EMPTY_TEXT)],
    delimiter: Annotated[Char, Parameter("What stands between name and value.", position=1)] = EQUALS,
) -> Output[Hashtable]:
    """Blank lines and lines that begin with # are left out. Backslashes escape as in regular expressions."""
    found = Hashtable()
    for line in string_data.split("\n"):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        name, separator, value = text.partition(delimiter)
        if not separator:
            raise call.error(
                "InvalidOperation",
                f"Data line '{line.strip()}' is not in 'name=value' format. ",
                ErrorCategory.INVALID_OPERATION,
                INVALID_OPERATION,
            )
        name = name.strip()
        if name in found:
            raise call.error(
                "InvalidOperation",
                f"Data item '{name}' in line '{text}' is already defined. ",
                ErrorCategory.INVALID_OPERATION,
                INVALID_OPERATION,
            )
        found[name] = unescape(value.strip())
    yield found


import_data_file = Cmdlet(
    "Import-PowerShellDataFile",
    "Reads a file that holds a table in PowerShell's own form.",
    output=Hashtable,
    examples={
        "Set-Content data.psd1 '@{ Name = \"Ann\"; Ages = 31, 32 }'; (Import-PowerShellDataFile data.psd1).Name": (
            "Reads a table."
        ),
    },
)
SkipCheck = Annotated[Switch, Parameter("Takes tables of more than 500 keys too.")]


def read_data(call: UtilityCall, path: str, *, literal: bool, unlimited: bool) -> Iterator[Value]:
    """The first table that stands in a file; where there is none is an error of its own."""
    from msolemu.runtime.compiling.data_language import first_table, value_of

    place = _file_at(call, path, literal=literal)
    if place is None:
        return
    try:
        table = first_table(call.session, read_text(call.session, place))
    except PowerShellError:
        _not_data(call, "CouldNotParseAsPowerShellDataFile", place.shown)
        return
    if table is None:
        _not_data(call, "CouldNotParseAsPowerShellDataFileNoHashtableRoot", place.shown)
        return
    yield value_of(call.session, table.extent.text, table, unlimited=unlimited)


def _file_at(call: UtilityCall, path: str, *, literal: bool) -> Place | None:
    try:
        place = one_place(call.session, path, literal=literal)
        if Path(place.host).is_file():
            return place
    except PowerShellError:
        pass
    call.write_error(
        "PathNotFound",
        f"Cannot find path '{path}' because it does not exist.",
        ErrorCategory.INVALID_ARGUMENT,
        "System.ArgumentException",
        target=path,
    )
    return None


def _not_data(call: UtilityCall, error_id: str, path: str) -> None:
    call.write_error(
        error_id,
        f"The file '{path}' could not be parsed as a PowerShell Data File.",
        ErrorCategory.INVALID_DATA,
        "System.InvalidOperationException",
        target=path,
    )


LiteralFiles = Annotated[
    list[str],
    Parameter(
        "Paths in which no wildcard counts.",
        name="LiteralPath",
        position=0,
        aliases=("PSPath", "LP"),
        from_property=True,
        validate=SOMETHING,
    ),
]


@import_data_file.parameter_set("ByLiteralPath", Variation({"path": LiteralFiles}, {"literal": True}))
@import_data_file.parameter_set("ByPath", default=True)
def data_of_files(
    call: UtilityCall,
    path: Annotated[list[str], Parameter("The files; wildcards count.", position=0, validate=SOMETHING)],
    skip_limit_check: SkipCheck = False,
    literal: Fixed = False,
) -> Output[Value]:
    """Only constants, arrays and tables may stand in the table; a command in it is an error and is not run."""
    for one in path:
        yield from read_data(call, one, literal=literal, unlimited=skip_limit_check)


import_localized_data = Cmdlet(
    "Import-LocalizedData",
    "Reads the texts of a script in the language of the session.",
    error_owner="ImportLocalizedData",
    examples={
        "Set-Content t.psd1 '@{ A = \"Hi\" }'; Import-LocalizedData texts -FileName t.psd1 -BaseDirectory .": (
            "Reads texts into a variable."
        ),
    },
)


@import_localized_data.parameter_set()
def localized(
    call: UtilityCall,
    binding_variable: Annotated[
        str | None,
        Parameter("The variable that takes the texts.", position=0, aliases=("Variable",), validate=SOMETHING),
    ] = None,
    ui_culture: Annotated[str | None, Parameter("The language.", position=1, name="UICulture")] = None,
    base_directory: Annotated[str | None, Parameter("The folder; that of the script unless said.")] = None,
    file_name: Annotated[str | None, Parameter("The file; the script's name with .psd1 unless said.")] = None,
    supported_command: Annotated[list[str] | None, Parameter("Commands that may stand in the file.")] = None,
) -> Output[Value]:
    """A folder named after the language is looked in first, then one of the language without its country, then the
    base folder. The file holds what a data section may hold."""
    script = call.invocation.extent.file if call.invocation.extent is not None else None
    folder, _, own = (script or "").replace("\\", "/").rpartition("/")
    base = base_directory or folder or "."
    name = _plain_name(call, file_name, own)
    language = ui_culture or "en-US"
    for path in (f"{base}/{language}/{name}", f"{base}/{language.partition('-')[0]}/{name}", f"{base}/{name}"):
        place = place_of(call.session, path)
        if Path(place.host).is_file():
            found = _data_section(call, place, supported_command or DEFAULT_COMMANDS)
            if binding_variable is None:
                yield found
            else:
                call.session.set_variable(binding_variable, found)
            return
    looked = place_of(call.session, f"{base}/{language}").shown
    call.write_error(
        "ImportLocalizedData",
        f"Cannot find the PowerShell data file '{name}' in directory '{looked}', or in any parent culture directories.",
        ErrorCategory.OBJECT_NOT_FOUND,
        INVALID_OPERATION,
        target=f"{base}/{language}/{name}",
    )


def _plain_name(call: UtilityCall, given: str | None, script: str) -> str:
    name = given or script
    if not name:
        raise _fault(
            call,
            "The FileName parameter was not specified. The FileName parameter is required when Import-LocalizedData is "
            "not called from a script file.",
        )
    if "/" in name or "\\" in name:
        raise _fault(call, "The argument for the FileName parameter should not contain a path.")
    return f"{name.rpartition('.')[0] or name}.psd1"


def _data_section(call: UtilityCall, place: Place, commands: Sequence[str]) -> Value:
    """What the file gives as a data section, in which some commands are allowed."""
    from msolemu.runtime.compiling.data_language import section_value

    try:
        return section_value(call.session, read_text(call.session, place), place.shown, commands)
    except PowerShellError as error:
        raise _fault(
            call,
            f"The following error occurred while PowerShell was loading the '{place.shown}' script data file:\n"
            f"{error.record.exception.message}.",
        ) from error


def _fault(call: UtilityCall, text: str) -> TerminatingError:
    return call.error("InvalidOperation", text, ErrorCategory.INVALID_OPERATION, INVALID_OPERATION)

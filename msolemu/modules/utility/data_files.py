"""ConvertFrom-StringData, Import-PowerShellDataFile, Import-LocalizedData."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Fixed, Output, Parameter, Switch, Variation
from msolemu.modules.utility.parameters import UtilityCall
from msolemu.modules.utility.text_file import files_at
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, not_emulated
from msolemu.runtime.filesystem.files import place_of, read_text
from msolemu.runtime.text.regular_expressions import unescape
from msolemu.runtime.values.objects import Char, Hashtable, Value

SOMETHING = (ValidateNotNullOrEmpty(),)
EQUALS = Char("=")

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
                "System.Management.Automation.PSInvalidOperationException",
            )
        name = name.strip()
        if name in found:
            raise call.error(
                "InvalidOperation",
                f"Data item '{name}' in line '{text}' is already defined. ",
                ErrorCategory.INVALID_OPERATION,
                "System.Management.Automation.PSInvalidOperationException",
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
SkipCheck = Annotated[Switch, Parameter("Takes tables of any size; the size is not limited here.")]


def read_data(call: UtilityCall, paths: list[str], *, literal: bool) -> Iterator[Value]:
    """The table of each file; code in it is refused."""
    from msolemu.runtime.compiling.data_language import table_of

    for place in files_at(call, paths, literal=literal):
        text = read_text(call.session, place)
        try:
            table = table_of(call.session, text)
        except PowerShellError as error:
            raise _not_data(call, place.shown) from error
        if table is None:
            raise _unsafe(call, place.shown)
        yield table


def _not_data(call: UtilityCall, path: str) -> PowerShellError:
    return call.error(
        "CouldNotParseAsPowerShellDataFile",
        f"The file '{path}' could not be parsed as a PowerShell Data File.",
        ErrorCategory.INVALID_DATA,
        "System.InvalidOperationException",
        target=path,
    )


def _unsafe(call: UtilityCall, path: str) -> PowerShellError:
    return call.error(
        "System.InvalidOperationException",
        f"Cannot generate a PowerShell object for a ScriptBlock evaluating dynamic expressions: file '{path}' holds "
        "more than constants.",
        ErrorCategory.INVALID_OPERATION,
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
    """Only constants, arrays and tables may stand in the file; a command in it is an error and is not run."""
    yield from read_data(call, path, literal=literal)


import_localized_data = Cmdlet(
    "Import-LocalizedData",
    "Reads the texts of a script in the language of the session.",
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
    """A folder named after the language is looked in first, then the base folder."""
    script = call.invocation.extent.file if call.invocation.extent is not None else None
    folder, _, own = (script or "").replace("\\", "/").rpartition("/")
    base = base_directory or folder or "."
    name = file_name or own.rpartition(".")[0]
    if not name:
        raise not_emulated("LocalizedDataWithoutScript", "Import-LocalizedData outside a script without -FileName")
    if not name.lower().endswith(".psd1"):
        name += ".psd1"
    language = ui_culture or "en-US"
    for path in (f"{base}/{language}/{name}", f"{base}/{language.partition('-')[0]}/{name}", f"{base}/{name}"):
        place = place_of(call.session, path)
        try:
            found = list(read_data(call, [place.shown], literal=True)) if _is_file(place.host) else []
        except PowerShellError as error:
            call.write_error(error)
            return
        if found:
            if binding_variable is None:
                yield found[0]
            else:
                call.session.set_variable(binding_variable, found[0])
            return
    call.write_error(
        "ImportLocalizedData",
        f"Cannot find the Windows PowerShell data file '{name}' in directory '{base}/{language}', or in any parent "
        "culture directories.",
        ErrorCategory.OBJECT_NOT_FOUND,
        "System.Management.Automation.PSInvalidOperationException",
        target=f"{base}/{language}/{name}",
    )


def _is_file(host: str) -> bool:
    from pathlib import Path

    return Path(host).is_file()

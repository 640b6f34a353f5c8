"""Import-Csv."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Fixed, Output, Parameter
from msolemu.modules.utility.csv_parameters import (
    COMMA,
    Delimiter,
    Header,
    MustUseCulture,
)
from msolemu.modules.utility.csv_rows import CsvReading, rows_of
from msolemu.modules.utility.parameters import (
    LITERALLY,
    Encoding,
    UtilityCall,
)
from msolemu.modules.utility.text_file import one_place
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.filesystem.files import read_bytes
from msolemu.runtime.text.encodings import TextEncoding, decoded
from msolemu.runtime.values.objects import Value

import_csv = Cmdlet(
    "Import-Csv",
    "Reads objects from a file of comma-separated values.",
    aliases=("ipcsv",),
    examples={
        "Get-Verb | Export-Csv verbs.csv; Import-Csv verbs.csv | Select-Object -First 1": "Reads what was written.",
    },
)
CsvPaths = Annotated[
    list[str],
    Parameter(
        "The files; wildcards count.",
        position=0,
        from_pipeline=True,
        from_property=True,
        validate=(ValidateNotNullOrEmpty(),),
    ),
]


def imported(
    call: UtilityCall, paths: list[str], reading: CsvReading, encoding: TextEncoding | None, *, literal: bool
) -> Iterator[Value]:
    """The rows of each file; one that cannot be read is an error of its own."""
    for path in paths:
        try:
            place = one_place(call.session, path, literal=literal)
            text = decoded(read_bytes(call.session, place), encoding)
        except PowerShellError as error:
            call.write_error(error)
            continue
        yield from rows_of(call, text, reading)


@import_csv.parameter_set("DelimiterLiteralPath", LITERALLY)
@import_csv.parameter_set("DelimiterPath", default=True)
def by_delimiter(
    call: UtilityCall,
    path: CsvPaths,
    delimiter: Delimiter = COMMA,
    header: Header = None,
    encoding: Encoding = None,
    literal: Fixed = False,
) -> Output[Value]:
    """The first line names the columns. Every value is text; a cell that a row lacks is $null."""
    yield from imported(call, path, CsvReading(delimiter, header), encoding, literal=literal)


@import_csv.parameter_set("CultureLiteralPath", LITERALLY)
@import_csv.parameter_set("CulturePath")
def by_culture(
    call: UtilityCall,
    path: CsvPaths,
    use_culture: MustUseCulture,
    header: Header = None,
    encoding: Encoding = None,
    literal: Fixed = False,
) -> Output[Value]:
    """The culture says what separates the cells."""
    yield from imported(call, path, CsvReading(",", header), encoding, literal=literal)

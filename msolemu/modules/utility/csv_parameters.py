"""What the cmdlets of CSV have in common: parameters, and how rows are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.csv_rows import ColumnCells
from msolemu.modules.utility.csv_text import CsvWriter, QuoteKind
from msolemu.modules.utility.parameters import (
    PS_OBJECT,
    UtilityCall,
)
from msolemu.runtime.binding.validation import ValidateNotNull, ValidateNotNullOrEmpty
from msolemu.runtime.errors.records import ErrorCategory, StatementError
from msolemu.runtime.types.registry import type_names
from msolemu.runtime.values.objects import Char, Value

COMMA = Char(",")
SOMETHING = (ValidateNotNull(), ValidateNotNullOrEmpty())
InputObject = Annotated[
    Value,
    Parameter(
        "The objects to write.", position=0, type=PS_OBJECT, from_pipeline=True, from_property=True, mandatory=True
    ),
]
Delimiter = Annotated[Char, Parameter("What separates the cells.", position=1, validate=(ValidateNotNull(),))]
UseCulture = Annotated[Switch, Parameter("Cells are separated by the list separator of the culture: a comma.")]
MustUseCulture = Annotated[
    Switch, Parameter("Cells are separated by the list separator of the culture: a comma.", mandatory=True)
]
Header = Annotated[
    list[str] | None,
    Parameter("Names of the columns, where the text has no line with them.", validate=(ValidateNotNullOrEmpty(),)),
]


@dataclass(kw_only=True)
class RowOptions:
    """How rows are written."""

    include_type_information: Annotated[
        Switch, Parameter("Starts with a line that names the type.", aliases=("ITI",))
    ] = False
    no_type_information: Annotated[
        Switch, Parameter("Writes no line with the type; none is written anyhow.", aliases=("NTI",))
    ] = False
    quote_fields: Annotated[list[str] | None, Parameter("The columns to quote.", aliases=("QF",))] = None
    use_quotes: Annotated[QuoteKind | None, Parameter("Which cells to quote; all unless said.", aliases=("UQ",))] = None
    no_header: Annotated[Switch, Parameter("Leaves the line with the names out.")] = False

    def writer(self, call: UtilityCall, delimiter: str) -> CsvWriter:
        """The writer that these options mean."""
        if self.include_type_information and self.no_type_information:
            raise both(
                call,
                "CannotSpecifyIncludeTypeInformationAndNoTypeInformation",
                "IncludeTypeInformation",
                "NoTypeInformation",
            )
        if self.quote_fields is not None and self.use_quotes is not None:
            raise both(call, "CannotSpecifyQuoteFieldsAndUseQuotes", "UseQuotes", "QuoteFields")
        return CsvWriter(delimiter, self.use_quotes or QuoteKind.Always, self.quote_fields)


def both(call: UtilityCall, error_id: str, first: str, second: str) -> StatementError:
    """The error for two parameters of which only one may be given."""
    return call.error(
        error_id,
        f"You must specify either the -{first} or -{second} parameters, but not both.",
        ErrorCategory.INVALID_DATA,
        "System.InvalidOperationException",
    )


@dataclass(kw_only=True)
class WritingRows:
    """Turns objects into lines."""

    call: UtilityCall
    cells: ColumnCells | None = field(init=False, default=None)
    writer: CsvWriter = field(init=False)

    def start(self, options: RowOptions, delimiter: str) -> None:
        """Be ready for the first object."""
        self.options = options
        self.writer = options.writer(self.call, delimiter)

    def lines(self, value: Value) -> Iterator[str]:
        """The line of an object, after the first lines where it is the first."""
        if self.cells is None:
            self.cells = ColumnCells.of(value)
            if self.options.include_type_information:
                yield f"#TYPE {type_names(value)[0].removeprefix('CSV:')}"
            self.writer.names = self.cells.names
            if not self.options.no_header and self.cells.names:
                yield self.writer.header(self.cells.names)
        if self.cells.names:
            yield self.writer.row(self.cells.row(value))

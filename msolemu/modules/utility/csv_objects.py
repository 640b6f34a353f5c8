"""Export-Csv, Import-Csv, ConvertTo-Csv, ConvertFrom-Csv."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.modules.utility.csv_rows import ColumnCells, CsvReading, is_type_line, rows_of
from msolemu.modules.utility.csv_text import CsvWriter, QuoteKind, records
from msolemu.modules.utility.parameters import (
    PS_OBJECT,
    Encoding,
    Force,
    LiteralPaths,
    NoClobber,
    UtilityCall,
)
from msolemu.modules.utility.text_file import LINE_END, open_writer, output_place
from msolemu.runtime.binding.validation import ValidateNotNull, ValidateNotNullOrEmpty
from msolemu.runtime.encodings import UTF8, TextEncoding, decoded
from msolemu.runtime.files import FileWriter, read_bytes
from msolemu.runtime.locations import Place
from msolemu.runtime.objects import Char, Value
from msolemu.runtime.records import ErrorCategory, PowerShellError, StatementError
from msolemu.runtime.types.registry import type_names

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
            raise _both(
                call,
                "CannotSpecifyIncludeTypeInformationAndNoTypeInformation",
                "IncludeTypeInformation",
                "NoTypeInformation",
            )
        if self.quote_fields is not None and self.use_quotes is not None:
            raise _both(call, "CannotSpecifyQuoteFieldsAndUseQuotes", "UseQuotes", "QuoteFields")
        return CsvWriter(delimiter, self.use_quotes or QuoteKind.Always, self.quote_fields)


def _both(call: UtilityCall, error_id: str, first: str, second: str) -> StatementError:
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
                yield f"#TYPE {type_names(value)[0]}"
            self.writer.names = self.cells.names
            if not self.options.no_header and self.cells.names:
                yield self.writer.header(self.cells.names)
        if self.cells.names:
            yield self.writer.row(self.cells.row(value))


convert_to_csv = Cmdlet(
    "ConvertTo-Csv",
    "Turns objects into lines of comma-separated values.",
    examples={
        "Get-Verb | Select-Object -First 2 Verb, Group | ConvertTo-Csv": "Makes three lines, the first with the names.",
        "[pscustomobject]@{ A = 1; B = 'x;y' } | ConvertTo-Csv -Delimiter ';' -UseQuotes AsNeeded": (
            "Separates by semicolons, and quotes where it must be."
        ),
    },
)


@convert_to_csv.parameter_set("Delimiter", default=True)
@dataclass(kw_only=True)
class ToCsv(WritingRows):
    """The first object decides on the columns; what a later one has besides is left out."""

    input_object: Value = field(init=False)
    delimiter: Delimiter = COMMA
    options: RowOptions

    def begin(self) -> None:
        """Be ready for the first object."""
        self.start(self.options, self.delimiter)

    def process(self, input_object: InputObject) -> Iterator[str]:
        """Turn one object into a line."""
        yield from self.lines(input_object)


@convert_to_csv.parameter_set("UseCulture")
@dataclass(kw_only=True)
class ToCultureCsv(WritingRows):
    """The culture says what separates the cells."""

    input_object: Value = field(init=False)
    use_culture: UseCulture = False
    options: RowOptions

    def begin(self) -> None:
        """Be ready for the first object."""
        self.start(self.options, ",")

    def process(self, input_object: InputObject) -> Iterator[str]:
        """Turn one object into a line."""
        yield from self.lines(input_object)


export_csv = Cmdlet(
    "Export-Csv",
    "Writes objects to a file of comma-separated values.",
    should_process=True,
    aliases=("epcsv",),
    examples={
        "Get-Verb | Export-Csv verbs.csv -NoTypeInformation": "Writes all properties of all objects.",
        "[pscustomobject]@{ Name = 'Ann' } | Export-Csv people.csv -Append": "Adds a row.",
    },
)
CsvInput = Annotated[
    Value, Parameter("The objects to write.", type=PS_OBJECT, from_pipeline=True, from_property=True, mandatory=True)
]


@dataclass(kw_only=True)
class FileOptions:
    """Which file, and what may happen to it."""

    path: Annotated[str | None, Parameter("The file.", position=0, validate=(ValidateNotNullOrEmpty(),))] = None
    literal_path: Annotated[
        str | None,
        Parameter(
            "A path in which no wildcard counts.", aliases=("PSPath", "LP"), validate=(ValidateNotNullOrEmpty(),)
        ),
    ] = None
    force: Force = False
    no_clobber: NoClobber = False
    encoding: Encoding = None
    append: Annotated[Switch, Parameter("Adds rows to the file, in its columns.")] = False


@dataclass(kw_only=True)
class Exporting(WritingRows):
    """Keeps the lines until all objects have come, then writes the file."""

    output: FileWriter | None = field(init=False, default=None)
    place: Place | None = field(init=False, default=None)
    extending: bool = field(init=False, default=False)

    def opened(self, file: FileOptions) -> None:
        """Open the file, if the user lets it happen."""
        if (file.path is None) == (file.literal_path is None):
            raise _both(self.call, "CannotSpecifyPathAndLiteralPath", "Path", "LiteralPath")
        typed = file.path or file.literal_path or ""
        if not self.call.should_process(typed):
            return
        session = self.call.session
        self.place = output_place(session, typed, literal=file.path is None)
        encoding = file.encoding or UTF8
        known = self._known_columns(self.place, encoding) if file.append else None
        self.file = file
        self.output = open_writer(
            session,
            self.place,
            encoding,
            append=file.append,
            force=file.force or known is not None,
            no_clobber=file.no_clobber,
        )
        if known is not None:
            self.extending = True
            self.cells = ColumnCells(known)
            self.writer.names = known

    def _known_columns(self, place: Place, encoding: TextEncoding) -> list[str] | None:
        """The columns of the file that rows are added to; None where it has none yet."""
        try:
            text = decoded(read_bytes(self.call.session, place), encoding)
        except PowerShellError:
            return None
        for record in records(text, self.writer.delimiter):
            if not is_type_line(record):
                return record
        return None

    def write(self, value: Value) -> None:
        """Keep the line of an object."""
        if self.output is None:
            return
        if self.extending:
            self._demand_columns(value)
            self.extending = False
        for line in self.lines(value):
            self.output.write(line + LINE_END)

    def _demand_columns(self, value: Value) -> None:
        assert self.cells is not None
        assert self.place is not None
        missing = self.cells.missing(value)
        if missing is None or self.file.force:
            return
        self.output = None
        raise self.call.error(
            "CannotAppendCsvWithMismatchedPropertyNames",
            f"Cannot append CSV content to the following file: {self.place.shown}. The appended object does not have a "
            f"property that corresponds to the following column: {missing}. To continue with mismatched properties, "
            "add the -Force parameter, and then retry the command.",
            ErrorCategory.INVALID_DATA,
            "System.InvalidOperationException",
            target=missing,
        )

    def end(self) -> None:
        """Write the file."""
        if self.output is not None:
            self.output.close()


@export_csv.parameter_set("Delimiter", default=True)
@dataclass(kw_only=True)
class ToCsvFile(Exporting):
    """The first object decides on the columns. Every cell is quoted; the file is UTF-8 without a mark.

    The file is replaced when all objects have come, so that a failure on the way leaves the old one.
    """

    file: FileOptions
    delimiter: Delimiter = COMMA
    options: RowOptions

    def begin(self) -> None:
        """Open the file."""
        self.start(self.options, self.delimiter)
        self.opened(self.file)

    def process(self, input_object: CsvInput) -> None:
        """Keep the line of an object."""
        self.write(input_object)


@export_csv.parameter_set("UseCulture")
@dataclass(kw_only=True)
class ToCultureCsvFile(Exporting):
    """The culture says what separates the cells."""

    file: FileOptions
    use_culture: UseCulture = False
    options: RowOptions

    def begin(self) -> None:
        """Open the file."""
        self.start(self.options, ",")
        self.opened(self.file)

    def process(self, input_object: CsvInput) -> None:
        """Keep the line of an object."""
        self.write(input_object)


convert_from_csv = Cmdlet(
    "ConvertFrom-Csv",
    "Turns lines of comma-separated values into objects.",
    examples={
        "'Name,City', 'Ann,Oslo' | ConvertFrom-Csv": "Makes an object with two properties.",
        "'Ann,Oslo' | ConvertFrom-Csv -Header Name, City": "Names the columns itself.",
    },
)
CsvText = Annotated[
    list[Value],
    Parameter(
        "The lines.",
        position=0,
        type=PS_OBJECT + "[]",
        from_pipeline=True,
        from_property=True,
        validate=SOMETHING,
    ),
]


@dataclass(kw_only=True)
class ReadingRows:
    """Collects the lines; a record may reach over several."""

    call: UtilityCall
    kept: list[str] = field(init=False, default_factory=list)

    def add(self, values: Sequence[Value]) -> None:
        """Keep lines."""
        from msolemu.runtime.conversion import to_text

        self.kept.extend(map(to_text, values))

    def rows(self, delimiter: str, header: list[str] | None) -> Iterator[Value]:
        """The objects."""
        yield from rows_of(self.call, "\n".join(self.kept), CsvReading(delimiter, header))


@convert_from_csv.parameter_set("Delimiter", default=True)
@dataclass(kw_only=True)
class FromCsv(ReadingRows):
    """The first line names the columns. Blank lines are left out; every value is text."""

    delimiter: Delimiter = COMMA
    input_object: Value = field(init=False)
    header: Header = None

    def process(self, input_object: CsvText) -> None:
        """Keep lines."""
        self.add(input_object)

    def end(self) -> Iterator[Value]:
        """Give the objects."""
        yield from self.rows(self.delimiter, self.header)


@convert_from_csv.parameter_set("UseCulture")
@dataclass(kw_only=True)
class FromCultureCsv(ReadingRows):
    """The culture says what separates the cells."""

    use_culture: MustUseCulture
    input_object: Value = field(init=False)
    header: Header = None

    def process(self, input_object: CsvText) -> None:
        """Keep lines."""
        self.add(input_object)

    def end(self) -> Iterator[Value]:
        """Give the objects."""
        yield from self.rows(",", self.header)


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
    call: UtilityCall, paths: list[str], reading: CsvReading, encoding: TextEncoding | None, *, literal: bool = False
) -> Iterator[Value]:
    """The rows of each file; one that cannot be read is an error of its own."""
    for path in paths:
        try:
            place = output_place(call.session, path, literal=literal)
            text = decoded(read_bytes(call.session, place), encoding)
        except PowerShellError as error:
            call.write_error(error)
            continue
        yield from rows_of(call, text, reading)


@import_csv.parameter_set("DelimiterPath", default=True)
def from_path(
    call: UtilityCall, path: CsvPaths, delimiter: Delimiter = COMMA, header: Header = None, encoding: Encoding = None
) -> Output[Value]:
    """The first line names the columns. Every value is text; a cell that a row lacks is $null."""
    yield from imported(call, path, CsvReading(delimiter, header), encoding)


@import_csv.parameter_set("DelimiterLiteralPath")
def from_literal_path(
    call: UtilityCall,
    literal_path: LiteralPaths,
    delimiter: Delimiter = COMMA,
    header: Header = None,
    encoding: Encoding = None,
) -> Output[Value]:
    """The path is taken as it is."""
    yield from imported(call, literal_path, CsvReading(delimiter, header), encoding, literal=True)


@import_csv.parameter_set("CulturePath")
def from_path_by_culture(
    call: UtilityCall, path: CsvPaths, use_culture: MustUseCulture, header: Header = None, encoding: Encoding = None
) -> Output[Value]:
    """The culture says what separates the cells."""
    yield from imported(call, path, CsvReading(",", header), encoding)


@import_csv.parameter_set("CultureLiteralPath")
def from_literal_path_by_culture(
    call: UtilityCall,
    literal_path: LiteralPaths,
    use_culture: MustUseCulture,
    header: Header = None,
    encoding: Encoding = None,
) -> Output[Value]:
    """The path is taken as it is, and the culture says what separates the cells."""
    yield from imported(call, literal_path, CsvReading(",", header), encoding, literal=True)

"""Export-Csv."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.csv_parameters import (
    COMMA,
    Delimiter,
    RowOptions,
    UseCulture,
    WritingRows,
    both,
)
from msolemu.modules.utility.csv_rows import ColumnCells, is_type_line
from msolemu.modules.utility.csv_text import records
from msolemu.modules.utility.parameters import (
    PS_OBJECT,
    Encoding,
    Force,
    NoClobber,
)
from msolemu.modules.utility.text_file import LINE_END, demand_writable, one_place, open_writer
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import FileWriter
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.text.encodings import UTF8, TextEncoding, decoded
from msolemu.runtime.values.objects import Value

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
            raise both(self.call, "CannotSpecifyPathAndLiteralPath", "Path", "LiteralPath")
        if file.append and self.options.no_header:
            raise both(self.call, "CannotSpecifyBothAppendAndNoHeader", "Append", "NoHeader")
        typed = file.path or file.literal_path or ""
        if not self.call.should_process(typed):
            return
        self.file = file
        session = self.call.session
        self.place = one_place(session, typed, literal=file.path is None)
        encoding = file.encoding or UTF8
        if file.append:
            self.output = self._extended(self.place, encoding)
        else:
            self.output = open_writer(session, self.place, encoding, force=file.force, no_clobber=file.no_clobber)

    def _extended(self, place: Place, encoding: TextEncoding) -> FileWriter:
        """A writer of rows in the columns of the file, if it has any yet."""
        output = FileWriter(self.call.session, place, encoding, append=True)
        known = self._known_columns(output, encoding)
        demand_writable(output, place, force=self.file.force or known is not None)
        if known is not None:
            self.extending = True
            self.cells = ColumnCells(known)
            self.writer.names = known
        return output

    def _known_columns(self, output: FileWriter, encoding: TextEncoding) -> list[str] | None:
        """The columns of the file that rows are added to; None where it has none yet."""
        try:
            text = decoded(output.read_start(), encoding)
        except PowerShellError:
            return None
        return next((record for record in records(text, self.writer.delimiter) if not is_type_line(record)), None)

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

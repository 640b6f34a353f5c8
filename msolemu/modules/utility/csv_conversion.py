"""ConvertTo-Csv, ConvertFrom-Csv."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Parameter
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.csv_parameters import (
    COMMA,
    SOMETHING,
    Delimiter,
    Header,
    InputObject,
    MustUseCulture,
    RowOptions,
    UseCulture,
    WritingRows,
)
from msolemu.modules.utility.csv_rows import CsvReading, rows_of
from msolemu.modules.utility.parameters import (
    PS_OBJECT,
    UtilityCall,
)
from msolemu.runtime.values.objects import Value

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
        from msolemu.runtime.casting.conversion import to_text

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

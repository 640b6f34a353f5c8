"""Export-Clixml, Import-Clixml, ConvertTo-CliXml, ConvertFrom-CliXml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Fixed, Output, Parameter
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.parameters import (
    LITERALLY,
    ONE_LITERALLY,
    POSITIVE,
    PS_OBJECT,
    AnyInput,
    Encoding,
    Force,
    NoClobber,
    UtilityCall,
)
from msolemu.modules.utility.text_file import LINE_END, one_place, open_writer
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import FileWriter, read_bytes
from msolemu.runtime.text.encodings import UTF8, decoded
from msolemu.runtime.values.clixml import ClixmlReader, ClixmlWriter, NotClixml
from msolemu.runtime.values.objects import UInt64, Value

Depth = Annotated[int, Parameter("How deep objects are written out.", validate=(POSITIVE,))]

export_clixml = Cmdlet(
    "Export-Clixml",
    "Writes objects to a file from which Import-Clixml reads them again.",
    should_process=True,
    examples={"Get-Verb | Export-Clixml verbs.xml": "Writes objects with all their properties."},
)


@export_clixml.parameter_set("ByLiteralPath", ONE_LITERALLY)
@export_clixml.parameter_set("ByPath", default=True)
@dataclass(kw_only=True)
class Exporting:
    """Objects keep their properties, not their methods. Secure strings are written in digits that anybody can read."""

    call: UtilityCall
    path: Annotated[str, Parameter("The file.", position=0)]
    depth: Depth = 2
    force: Force = False
    no_clobber: NoClobber = False
    encoding: Encoding = None
    literal: Fixed = False
    objects: list[Value] = field(init=False, default_factory=list)
    output: FileWriter | None = field(init=False, default=None)

    def begin(self) -> None:
        """Open the file, if the user lets it happen."""
        if self.call.should_process(self.path):
            place = one_place(self.call.session, self.path, literal=self.literal)
            self.output = open_writer(
                self.call.session, place, self.encoding or UTF8, force=self.force, no_clobber=self.no_clobber
            )

    def process(self, input_object: AnyInput) -> None:
        """Keep an object."""
        self.objects.append(input_object)

    def end(self) -> None:
        """Write the file."""
        if self.output is not None:
            self.output.write(ClixmlWriter(self.depth).document(self.objects).replace("\n", LINE_END))
            self.output.close()


import_clixml = Cmdlet(
    "Import-Clixml",
    "Reads objects that Export-Clixml has written.",
    examples={"1, 'a' | Export-Clixml two.xml; Import-Clixml two.xml": "Reads what was written."},
)


@dataclass(frozen=True, kw_only=True)
class Page:
    """Which of the objects are given."""

    skip: Annotated[int | None, Parameter("How many to leave out.", type="System.UInt64")] = None
    first: Annotated[int | None, Parameter("How many at most.", type="System.UInt64")] = None

    def chosen(self, values: list[Value]) -> list[Value]:
        """Those that are wanted."""
        start = int(self.skip or UInt64(0))
        return values[start:] if self.first is None else values[start : start + int(self.first)]


@import_clixml.parameter_set("ByLiteralPath", LITERALLY)
@import_clixml.parameter_set("ByPath", default=True)
def imported(
    call: UtilityCall,
    path: Annotated[
        list[str], Parameter("The files; wildcards count.", position=0, from_pipeline=True, from_property=True)
    ],
    page: Page,
    literal: Fixed = False,
) -> Output[Value]:
    """Plain values come back as they were; of other objects the properties do, under a type name `Deserialized.*`."""
    for one in path:
        try:
            content = read_bytes(call.session, one_place(call.session, one, literal=literal))
        except PowerShellError as error:
            call.write_error(error)
            continue
        yield from page.chosen(parsed(call, decoded(content)))


def parsed(call: UtilityCall, text: str) -> list[Value]:
    """The objects of a text."""
    try:
        return ClixmlReader().document(text)
    except NotClixml as error:
        raise call.error(
            "System.Xml.XmlException",
            str(error),
            ErrorCategory.NOT_SPECIFIED,
            "System.Xml.XmlException",
        ) from error


convert_to_clixml = Cmdlet(
    "ConvertTo-CliXml",
    "Turns objects into the text that Export-Clixml writes.",
    output=str,
    examples={"1 | ConvertTo-CliXml | ConvertFrom-CliXml": "Gives 1 again."},
)


@convert_to_clixml.parameter_set()
@dataclass(kw_only=True)
class ToText:
    """All objects make one text."""

    call: UtilityCall
    depth: Depth = 2
    objects: list[Value] = field(init=False, default_factory=list)

    def process(
        self,
        input_object: Annotated[
            Value, Parameter("The objects.", position=0, type=PS_OBJECT, from_pipeline=True, mandatory=True)
        ],
    ) -> None:
        """Keep an object."""
        self.objects.append(input_object)

    def end(self) -> Iterator[str]:
        """Give the text."""
        if self.objects:
            yield ClixmlWriter(self.depth).document(self.objects)


convert_from_clixml = Cmdlet(
    "ConvertFrom-CliXml",
    "Turns the text that Export-Clixml writes into objects.",
    examples={"1 | ConvertTo-CliXml | ConvertFrom-CliXml": "Gives 1 again."},
)


@convert_from_clixml.parameter_set()
def from_text(
    call: UtilityCall, input_object: Annotated[str, Parameter("The text.", position=0, from_pipeline=True)]
) -> Output[Value]:
    """The text may hold several objects."""
    yield from parsed(call, input_object)

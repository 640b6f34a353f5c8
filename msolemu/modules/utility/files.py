"""Out-File, Get-FileHash, New-TemporaryFile, Unblock-File."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.utility.parameters import (
    Force,
    InputObject,
    LiteralPathFromProperty,
    LiteralPaths,
    NoClobber,
    Paths,
    UtilityCall,
)
from msolemu.modules.utility.text_file import LINE_END, TextOutput
from msolemu.runtime.binding.validation import ValidateRange, ValidateSet
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.filesystem.files import locations_of, read_bytes, resolve
from msolemu.runtime.text.encodings import UTF8, TextEncoding, encoding_of
from msolemu.runtime.types.file_items import file_item
from msolemu.runtime.types.registry import net_object
from msolemu.runtime.values.objects import NOTHING, Value

out_file = Cmdlet(
    "Out-File",
    "Writes its input to a text file as the screen would show it.",
    should_process=True,
    examples={
        "Get-Verb | Out-File verbs.txt": "Writes the table that the screen would show.",
        "'one more' | Out-File verbs.txt -Append": "Adds a line.",
    },
)


EncodingSecond = Annotated[
    TextEncoding | None,
    Parameter("How text becomes bytes; UTF-8 without a mark unless said.", position=1, convert=encoding_of),
]


@dataclass(kw_only=True)
class IntoFile:
    """Draws the objects into a file."""

    call: UtilityCall
    encoding: EncodingSecond = None
    append: Annotated[Switch, Parameter("Adds to the file.")] = False
    force: Force = False
    no_clobber: NoClobber = False
    width: Annotated[
        int | None,
        Parameter("Columns of a line; those of the screen unless said.", validate=(ValidateRange(2, 2**31 - 1),)),
    ] = None
    no_newline: Annotated[Switch, Parameter("Ends no line.")] = False
    output: TextOutput | None = field(init=False, default=None)

    def opened(self, path: str, *, literal: bool = False) -> None:
        """Open the file, if the user lets it happen."""
        if self.call.should_process(path, "Output to File"):
            self.output = TextOutput(
                self.call.session,
                path,
                self.encoding or UTF8,
                literal=literal,
                append=self.append,
                force=self.force,
                no_clobber=self.no_clobber,
                width=self.width,
                line_end="" if self.no_newline else LINE_END,
            )

    def process(self, input_object: InputObject = NOTHING) -> None:
        """Draw an object."""
        if self.output is not None and input_object is not NOTHING:
            self.output.add(input_object)

    def end(self) -> None:
        """Write the file."""
        if self.output is not None:
            self.output.close()


@out_file.parameter_set("ByPath", default=True)
@dataclass(kw_only=True)
class IntoFileByPath(IntoFile):
    """A text is a line as it is; other objects are drawn by the rules of the screen. The file is replaced when all
    objects have come."""

    file_path: Annotated[str, Parameter("The file.", position=0, aliases=("Path",))]

    def begin(self) -> None:
        """Open the file."""
        self.opened(self.file_path)


@out_file.parameter_set("ByLiteralPath")
@dataclass(kw_only=True)
class IntoFileByLiteralPath(IntoFile):
    """The path is taken as it is."""

    literal_path: LiteralPathFromProperty

    def begin(self) -> None:
        """Open the file."""
        self.opened(self.literal_path, literal=True)


@net_object("Microsoft.PowerShell.Commands.FileHashInfo")
@dataclass(slots=True)
class FileHashInfo:
    """The hash of a file's content."""

    Algorithm: str
    Hash: str
    Path: str | None


ALGORITHMS = ("SHA1", "SHA256", "SHA384", "SHA512", "MD5")
Algorithm = Annotated[str, Parameter("How to hash.", position=1, validate=(ValidateSet(ALGORITHMS),))]

get_file_hash = Cmdlet(
    "Get-FileHash",
    "Hashes the content of files.",
    output=FileHashInfo,
    examples={"'text' | Out-File a.txt; (Get-FileHash a.txt).Algorithm": "Hashes with SHA256."},
)


def hashed(call: UtilityCall, paths: list[str], algorithm: str, *, literal: bool) -> Iterator[FileHashInfo]:
    """The hash of each file; one that cannot be read is an error of its own."""
    for path in paths:
        try:
            places = resolve(call.session, path, literal=literal)
        except PowerShellError as error:
            call.write_error(error)
            continue
        for place in places:
            if not Path(locations_of(call.session).checked(place)).is_dir():
                digest = hashlib.new(algorithm.lower(), read_bytes(call.session, place)).hexdigest().upper()
                yield FileHashInfo(algorithm.upper(), digest, place.shown)


@get_file_hash.parameter_set("Path", default=True)
def hash_of_path(
    call: UtilityCall,
    path: Annotated[
        list[str], Parameter("The files; wildcards count.", position=0, from_pipeline=True, from_property=True)
    ],
    algorithm: Algorithm = "SHA256",
) -> Output[FileHashInfo]:
    """The hash says whether two files have the same content."""
    yield from hashed(call, path, algorithm, literal=False)


@get_file_hash.parameter_set("LiteralPath")
def hash_of_literal_path(
    call: UtilityCall,
    literal_path: Annotated[
        list[str],
        Parameter("Paths in which no wildcard counts.", position=0, aliases=("PSPath", "LP"), from_property=True),
    ],
    algorithm: Algorithm = "SHA256",
) -> Output[FileHashInfo]:
    """The path is taken as it is."""
    yield from hashed(call, literal_path, algorithm, literal=True)


@get_file_hash.parameter_set("StreamParameterSet")
def hash_of_stream(
    call: UtilityCall,
    input_stream: Annotated[Value, Parameter("A stream.", position=0, type="System.IO.Stream", mandatory=True)],
    algorithm: Algorithm = "SHA256",
) -> None:
    """Streams are not emulated."""


new_temporary_file = Cmdlet(
    "New-TemporaryFile",
    "Makes an empty file in the folder for temporary files.",
    should_process=True,
    examples={"(New-TemporaryFile).Extension": "Makes a file with the extension .tmp."},
)


@new_temporary_file.parameter_set()
def temporary_file(call: UtilityCall) -> Output[Value]:
    """The folder is the one that $env:TEMP names."""
    session = call.session
    folder = session.environment_value("TEMP") or "."
    place = locations_of(session).place(
        locations_of(session).join(folder, f"tmp{str(session.ids.guid()).replace('-', '')[:6]}.tmp")
    )
    if call.should_process(place.shown):
        host = Path(locations_of(session).checked(place, writing=True))
        host.parent.mkdir(parents=True, exist_ok=True)
        host.touch()
        yield file_item(place)


unblock_file = Cmdlet(
    "Unblock-File",
    "Takes the mark off files that came from the internet.",
    should_process=True,
    examples={"'text' | Out-File a.txt; Unblock-File a.txt": "Does nothing: files of a workspace have no mark."},
)


@unblock_file.parameter_set("ByPath", default=True)
def unblock(call: UtilityCall, path: Paths) -> None:
    """Files of a workspace never bear the mark, so that only their being there is checked."""
    _demand(call, path, literal=False)


@unblock_file.parameter_set("ByLiteralPath")
def unblock_literally(call: UtilityCall, literal_path: LiteralPaths) -> None:
    """The path is taken as it is."""
    _demand(call, literal_path, literal=True)


def _demand(call: UtilityCall, paths: list[str], *, literal: bool) -> None:
    for path in paths:
        try:
            resolve(call.session, path, literal=literal)
        except PowerShellError as error:
            call.write_error(error)

"""Out-File, Get-FileHash, New-TemporaryFile, Unblock-File."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Fixed, Output, Parameter, Switch, Variation
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.parameters import (
    LITERALLY,
    Force,
    InputObject,
    LiteralPathFromProperty,
    NoClobber,
    Paths,
    UtilityCall,
)
from msolemu.modules.utility.text_file import LINE_END, TextOutput, files_at
from msolemu.runtime.binding.validation import ValidateRange, ValidateSet
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import locations_of, read_bytes, resolve
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.text.encodings import UTF8, TextEncoding, encoding_of
from msolemu.runtime.types.file_items import file_item
from msolemu.runtime.types.registry import net_object
from msolemu.runtime.values.objects import NOTHING, Value

ITEM_NOT_FOUND = "System.Management.Automation.ItemNotFoundException"

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


@out_file.parameter_set("ByLiteralPath", Variation({"file_path": LiteralPathFromProperty}, {"literal": True}))
@out_file.parameter_set("ByPath", default=True)
@dataclass(kw_only=True)
class IntoFile:
    """A text is a line as it is; other objects are drawn by the rules of the screen. The file is replaced when all
    objects have come."""

    call: UtilityCall
    file_path: Annotated[str, Parameter("The file.", position=0, aliases=("Path",))]
    encoding: EncodingSecond = None
    append: Annotated[Switch, Parameter("Adds to the file.")] = False
    force: Force = False
    no_clobber: NoClobber = False
    width: Annotated[
        int | None,
        Parameter("Columns of a line; those of the screen unless said.", validate=(ValidateRange(2, 2**31 - 1),)),
    ] = None
    no_newline: Annotated[Switch, Parameter("Ends no line.")] = False
    literal: Fixed = False
    output: TextOutput | None = field(init=False, default=None)

    def begin(self) -> None:
        """Open the file, if the user lets it happen."""
        if self.call.should_process(self.file_path, "Output to File"):
            self.output = TextOutput(
                self.call.session,
                self.file_path,
                self.encoding or UTF8,
                literal=self.literal,
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


LiteralFiles = Annotated[
    list[str],
    Parameter(
        "Paths in which no wildcard counts.",
        name="LiteralPath",
        position=0,
        aliases=("PSPath", "LP"),
        from_property=True,
    ),
]


@get_file_hash.parameter_set("LiteralPath", Variation({"path": LiteralFiles}, {"literal": True}))
@get_file_hash.parameter_set("Path", default=True)
def hashed(
    call: UtilityCall,
    path: Annotated[
        list[str], Parameter("The files; wildcards count.", position=0, from_pipeline=True, from_property=True)
    ],
    algorithm: Algorithm = "SHA256",
    literal: Fixed = False,
) -> Output[FileHashInfo]:
    """The hash says whether two files have the same content."""
    for one in path:
        for place in _hashable(call, one, literal=literal):
            digest = hashlib.new(algorithm.lower(), read_bytes(call.session, place)).hexdigest().upper()
            yield FileHashInfo(algorithm.upper(), digest, place.shown)


def _hashable(call: UtilityCall, path: str, *, literal: bool) -> Iterator[Place]:
    """The files that a path means; a folder has no content to hash."""
    try:
        places = resolve(call.session, path, literal=literal)
    except PowerShellError as error:
        call.write_error("FileNotFound", str(error), ErrorCategory.OBJECT_NOT_FOUND, ITEM_NOT_FOUND, target=path)
        return
    for place in places:
        if not Path(locations_of(call.session).checked(place)).is_dir():
            yield place
            continue
        call.write_error(
            "UnauthorizedAccessError",
            f"Access to the path '{place.shown}' is denied.",
            ErrorCategory.INVALID_DATA,
            "System.UnauthorizedAccessException",
            target=place.shown,
        )


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


@unblock_file.parameter_set("ByLiteralPath", LITERALLY)
@unblock_file.parameter_set("ByPath", default=True)
def unblock(call: UtilityCall, path: Paths, literal: Fixed = False) -> None:
    """Files of a workspace never bear the mark, so that only their being there is checked."""
    for _ in files_at(call, path, literal=literal):
        pass

"""Format-Hex."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Fixed, Output, Parameter, Switch, Variation
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.parameters import PS_OBJECT, Encoding, UtilityCall
from msolemu.modules.utility.text_file import files_at
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.filesystem.files import locations_of, read_bytes
from msolemu.runtime.text.encodings import UTF8
from msolemu.runtime.types.file_items import FileSystemItem
from msolemu.runtime.types.registry import known_type, net_object, type_of
from msolemu.runtime.values.objects import (
    Byte,
    Char,
    Int16,
    Int64,
    SByte,
    Single,
    TypedArray,
    UInt16,
    UInt32,
    UInt64,
    Value,
    unwrap,
)

LINE = 16
UNPRINTABLE = "\ufffd"
LAYOUTS: dict[type, str] = {
    bool: "?",
    Byte: "B",
    SByte: "b",
    Int16: "<h",
    UInt16: "<H",
    int: "<i",
    UInt32: "<I",
    Int64: "<q",
    UInt64: "<Q",
    Single: "<f",
    float: "<d",
}
"""How the values that Format-Hex takes lie in memory."""


@net_object("Microsoft.PowerShell.Commands.ByteCollection")
@dataclass(slots=True)
class ByteCollection:
    """Up to sixteen bytes of what is shown, and where they begin."""

    Offset64: UInt64
    Label: str
    Bytes: TypedArray
    Offset: UInt32 = field(init=False)
    HexOffset: str = field(init=False)
    HexBytes: str = field(init=False)
    Ascii: str = field(init=False)

    def __post_init__(self) -> None:
        self.Offset = UInt32(min(self.Offset64, 2**32 - 1))
        self.HexOffset = f"{self.Offset64:016X}"
        self.HexBytes = " ".join(f"{byte:02X}" for byte in self.Bytes)
        self.Ascii = "".join(map(_shown, self.Bytes))

    def __str__(self) -> str:
        return f"{self.HexOffset}   {self.HexBytes:<47}  {self.Ascii:<16}"


def _shown(byte: int) -> str:
    if byte == 0:
        return " "
    return UNPRINTABLE if byte < 32 or 127 <= byte < 160 else chr(byte)


def lines(content: bytes, label: str, start: int = 0) -> Iterator[ByteCollection]:
    """The bytes in lines of sixteen, the first of which bears the number `start`."""
    for at in range(0, len(content), LINE):
        part = TypedArray(map(Byte, content[at : at + LINE]), known_type("System.Byte"))
        yield ByteCollection(UInt64(start + at), label, part)


format_hex = Cmdlet(
    "Format-Hex",
    "Shows the bytes of a file, a text or numbers.",
    output=ByteCollection,
    aliases=("fhx",),
    examples={
        "'text' | Out-File a.txt; Format-Hex a.txt": "Shows the bytes of a file, the line end too.",
        "'text' | Format-Hex -Encoding unicode": "Shows the bytes of a text in UTF-16.",
    },
)
Count = Annotated[int, Parameter("How many bytes to show.", type="System.Int64")]
Offset = Annotated[int, Parameter("How many bytes to leave out first.", type="System.Int64")]


LiteralFiles = Annotated[
    list[str], Parameter("Paths in which no wildcard counts.", name="LiteralPath", aliases=("PSPath", "LP"))
]


@format_hex.parameter_set("LiteralPath", Variation({"path": LiteralFiles}, {"literal": True}))
@format_hex.parameter_set("Path")
def shown(
    call: UtilityCall,
    path: Annotated[list[str], Parameter("The files; wildcards count.", position=0)],
    count: Count = 0,
    offset: Offset = 0,
    literal: Fixed = False,
) -> Output[ByteCollection]:
    """Sixteen bytes a line: their offset, their hexadecimal digits, and the characters that they are in Latin-1."""
    for place in files_at(call, path, literal=literal):
        if Path(locations_of(call.session).checked(place)).is_dir():
            call.write_error(
                "FormatHexOnlySupportsFileSystemPaths",
                f"The given path '{place.shown}' is not supported. This command only supports the FileSystem "
                "Provider paths.",
                ErrorCategory.INVALID_ARGUMENT,
                target=place.shown,
            )
        else:
            yield from lines(_cut(read_bytes(call.session, place), count, offset), place.shown, offset)


def _cut(content: bytes, count: int, offset: int) -> bytes:
    return content[offset:][:count] if count else content[offset:]


@format_hex.parameter_set("ByInputObject")
@dataclass(kw_only=True)
class OfInput:
    """Numbers of one type that follow each other are shown together, each text by itself."""

    call: UtilityCall
    encoding: Encoding = None
    count: Count = 0
    offset: Offset = 0
    raw: Annotated[Switch, Parameter("Changes nothing here, as in PowerShell 7.")] = False
    held: bytes = field(init=False, default=b"")
    held_type: type | None = field(init=False, default=None)
    label: str = field(init=False, default="")

    def process(
        self,
        input_object: Annotated[
            Value, Parameter("The objects to show.", type=PS_OBJECT, from_pipeline=True, mandatory=True)
        ],
    ) -> Iterator[ByteCollection]:
        """Take an object."""
        plain = unwrap(input_object)
        if isinstance(plain, FileSystemItem):
            yield from self._flushed()
            yield from shown(self.call, [plain.place.shown], self.count, self.offset, literal=True)
            return
        content = self._content(plain)
        if content is None:
            self._refuse(plain)
            return
        if type(plain) is not self.held_type or type(plain) is str:
            yield from self._flushed()
            self._start(plain, content)
        self.held += content

    def end(self) -> Iterator[ByteCollection]:
        """Show what is held."""
        yield from self._flushed()

    def _start(self, plain: Value, content: bytes) -> None:
        kind = type_of(plain)
        self.held_type = type(plain)
        self.label = f"{kind.full_name.rpartition('.')[2]} ({kind.full_name}) <{zlib.crc32(content):08X}>"

    def _flushed(self) -> Iterator[ByteCollection]:
        held, self.held, self.held_type = self.held, b"", None
        yield from lines(_cut(held, self.count, self.offset), self.label, self.offset)

    def _content(self, plain: Value) -> bytes | None:
        if type(plain) is str:
            return (self.encoding or UTF8).encode(plain)
        if isinstance(plain, Char):
            return struct.pack("<H", ord(plain))
        if isinstance(plain, TypedArray):
            parts = [self._content(unwrap(one)) for one in plain]
            return None if None in parts else b"".join(part for part in parts if part is not None)
        layout = LAYOUTS.get(type(plain))
        return None if layout is None else struct.pack(layout, plain)

    def _refuse(self, plain: Value) -> None:
        kind = type_of(plain).full_name
        self.call.write_error(
            "FormatHexTypeNotSupported",
            f"Cannot convert input of type '{kind}' to hexadecimal. To view the hexadecimal formatting of its string "
            "representation, pipe it to the Out-String cmdlet before piping it to Format-Hex.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.NotSupportedException",
            target=kind,
        )

"""System.IO.BinaryReader and BinaryWriter: values as bytes on a stream."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from typing import Any

from msolemu.runtime.errors.net_errors import NetError, null_argument
from msolemu.runtime.text.encodings import UTF8, TextEncoding
from msolemu.runtime.types.convert import FORMS as NUMBERS
from msolemu.runtime.types.convert import octets
from msolemu.runtime.types.declaring import constructor, method, typed_property
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.types.streams import Stream, seek
from msolemu.runtime.values.objects import (
    Byte,
    Char,
    SByte,
    TypedArray,
    Value,
)

READER, WRITER = (known_type(f"System.IO.Binary{name}") for name in ("Reader", "Writer"))
FORMS: dict[str, tuple[str, Callable[[Any], Value]]] = {**NUMBERS, "Byte": ("<B", Byte), "SByte": ("<b", SByte)}


class BinaryReader:
    """Reads values off a stream."""

    def __init__(self, stream: Stream, encoding: TextEncoding = UTF8, leave_open: bool = False) -> None:
        if stream is None:
            raise null_argument("input")
        self.stream = stream
        self.encoding = encoding
        self.leaves_open = leave_open

    def exactly(self, count: int) -> bytes:
        """So many bytes, which must be there."""
        found = self.stream.read(count)
        if len(found) < count:
            raise NetError("System.IO.EndOfStreamException", "Unable to read beyond the end of the stream.")
        return found

    def character(self) -> str:
        """The next character; empty at the end."""
        found = b""
        while more := self.stream.read(1):
            found += more
            text = self.encoding.decode(found)
            if text and "\ufffd" not in text:
                return text
        return ""

    def close(self) -> None:
        """End."""
        if not self.leaves_open:
            self.stream.close()


class BinaryWriter(BinaryReader):
    """Writes values to a stream."""


represent(READER, BinaryReader)
represent(WRITER, BinaryWriter)
for _kind, _class, _parameter in ((READER, BinaryReader, "input"), (WRITER, BinaryWriter, "output")):
    _over = f"System.IO.Stream {_parameter}"
    constructor(
        _kind,
        f"{_kind.full_name}({_over})",
        f"{_kind.full_name}({_over}, System.Text.Encoding encoding)",
        f"{_kind.full_name}({_over}, System.Text.Encoding encoding, bool leaveOpen)",
    )(_class)
    typed_property(_kind, "System.IO.Stream", "BaseStream", lambda held: held.stream)
    method(_kind, "void Close()", "void Dispose()")(lambda held: held.close())


def _declare(name: str, form: str, made: Callable[[Any], Value]) -> None:
    kind = known_type("System." + name)
    size = struct.calcsize(form)
    method(READER, f"{kind.script_name} Read{name}()")(
        lambda reader: made(struct.unpack(form, reader.exactly(size))[0])
    )
    method(WRITER, f"void Write({kind.script_name} value)")(
        lambda writer, value: writer.stream.write(struct.pack(form, value))
    )


for _name, (_form, _made) in FORMS.items():
    _declare(_name, _form, _made)


@method(READER, "byte[] ReadBytes(int count)")
def read_bytes(reader: BinaryReader, count: int) -> TypedArray:
    """So many bytes, or those that are left."""
    return octets(reader.stream.read(count))


@method(READER, "int Read()")
def read(reader: BinaryReader) -> int:
    """The next character's number, or -1."""
    found = reader.character()
    return ord(found[0]) if found else -1


@method(READER, "char ReadChar()")
def read_char(reader: BinaryReader) -> Char:
    """The next character."""
    found = reader.character()
    if not found:
        raise NetError("System.IO.EndOfStreamException", "Unable to read beyond the end of the stream.")
    return Char(found[0])


@method(READER, "char[] ReadChars(int count)")
def read_chars(reader: BinaryReader, count: int) -> TypedArray:
    """So many characters, or those that are left."""
    found = "".join(reader.character() for _ in range(count))
    return TypedArray(map(Char, found), known_type("System.Char"))


@method(READER, "int PeekChar()")
def peek(reader: BinaryReader) -> int:
    """The next character's number, or -1; it stays."""
    place = reader.stream.position
    found = read(reader)
    reader.stream.held.seek(place)
    return found


@method(READER, "int Read7BitEncodedInt()")
def read_packed(reader: BinaryReader) -> int:
    """A number in groups of seven bits."""
    found = shift = 0
    while True:
        octet = reader.exactly(1)[0]
        found |= (octet & 0x7F) << shift
        if octet < 0x80:
            return found
        shift += 7


@method(READER, "string ReadString()")
def read_string(reader: BinaryReader) -> str:
    """A text with its length before it."""
    return reader.encoding.decode(reader.exactly(read_packed(reader)))


@method(WRITER, "void Write7BitEncodedInt(int value)")
def write_packed(writer: BinaryWriter, number: int) -> None:
    """A number in groups of seven bits."""
    number &= 0xFFFFFFFF
    while number >= 0x80:
        writer.stream.write(bytes([number & 0x7F | 0x80]))
        number >>= 7
    writer.stream.write(bytes([number]))


@method(WRITER, "void Write(string value)")
def write_string(writer: BinaryWriter, text: str) -> None:
    """A text with its length before it."""
    content = writer.encoding.encode(text)
    write_packed(writer, len(content))
    writer.stream.write(content)


@method(WRITER, "void Write(char ch)", "void Write(char[] chars)")
def write_chars(writer: BinaryWriter, units: Sequence[str]) -> None:
    """Characters without a length."""
    writer.stream.write(writer.encoding.encode("".join(units)))


@method(WRITER, "void Write(byte[] buffer)", "void Write(byte[] buffer, int index, int count)")
def write_bytes(writer: BinaryWriter, content: Sequence[int], index: int = 0, count: int | None = None) -> None:
    """Bytes as they are."""
    writer.stream.write(bytes(content[index : None if count is None else index + count]))


method(WRITER, "void Flush()")(lambda writer: writer.stream.flush())
method(WRITER, "long Seek(int offset, System.IO.SeekOrigin origin)")(
    lambda writer, offset, origin: seek(writer.stream, offset, origin)
)

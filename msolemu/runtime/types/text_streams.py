"""Readers and writers of text, in memory and on files, and MemoryStream."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, Protocol

from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.filesystem import files
from msolemu.runtime.state import current
from msolemu.runtime.text.encodings import UTF8, UTF16, TextEncoding
from msolemu.runtime.types.convert import octets
from msolemu.runtime.types.declaring import constructor, method, typed_property
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.types.text_statics import format_text
from msolemu.runtime.values.objects import Byte, Value

_IO = "System.IO."
READER, WRITER, STRING_READER, STRING_WRITER, STREAM_READER, STREAM_WRITER, MEMORY = (
    known_type(_IO + name)
    for name in (
        "TextReader",
        "TextWriter",
        "StringReader",
        "StringWriter",
        "StreamReader",
        "StreamWriter",
        "MemoryStream",
    )
)


class TextReader:
    """Reads a text from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self.text: str | None = text
        self.at = 0

    def rest(self) -> str:
        """What is left."""
        if self.text is None:
            raise NetError("System.ObjectDisposedException", "Cannot read from a closed TextReader.")
        return self.text[self.at :]

    def line(self) -> str | None:
        """The next line without its end; None when there is none."""
        rest = self.rest()
        if not rest:
            return None
        found = rest.split("\n", 1)[0]
        self.at += len(found) + (len(found) < len(rest))
        return found.removesuffix("\r")

    def close(self) -> None:
        """Read no more."""
        self.text = None


class Target(Protocol):
    """Where a writer's text goes."""

    def write(self, text: str) -> object:
        """Take text."""
        ...

    def close(self) -> None:
        """End."""
        ...


class StringReader(TextReader):
    """Reads a text of the script's."""


class StreamReader(TextReader):
    """Reads a file."""


class TextWriter:
    """Collects a text."""

    def __init__(self, target: Target | None = None, encoding: TextEncoding = UTF8) -> None:
        self.parts: list[str] = []
        self.target = target
        self.encoding = encoding
        self.new_line = os.linesep

    def write(self, text: str) -> None:
        """Add text."""
        if self.target is not None:
            self.target.write(text)
        else:
            self.parts.append(text)

    def close(self) -> None:
        """Put what was written into the file."""
        if self.target is not None:
            self.target.close()


class StringWriter(TextWriter):
    """Writes a text for the script."""

    def __init__(self) -> None:
        super().__init__(encoding=UTF16)

    def __str__(self) -> str:
        return "".join(self.parts)


class StreamWriter(TextWriter):
    """Writes a file."""


class MemoryStream:
    """Bytes in memory, with a place where reading and writing go on."""

    def __init__(self, content: Sequence[int] = ()) -> None:
        self.content = bytearray(content)
        self.position = 0

    def write(self, content: bytes) -> None:
        """Write at the place."""
        self.content[self.position : self.position + len(content)] = content
        self.position += len(content)

    def read(self, count: int) -> bytes:
        """Read from the place."""
        found = bytes(self.content[self.position : self.position + count])
        self.position += len(found)
        return found


class StreamTarget:
    """Text that goes into a stream as bytes, at once: nothing waits for a flush."""

    def __init__(self, stream: MemoryStream, encoding: TextEncoding) -> None:
        self.stream = stream
        self.encoding = encoding

    def write(self, text: str) -> None:
        """Add the bytes of a text."""
        self.stream.write(self.encoding.encode(text))

    def close(self) -> None:
        """The bytes are there already."""


for _kind, _class in (
    (STRING_READER, StringReader),
    (STREAM_READER, StreamReader),
    (STRING_WRITER, StringWriter),
    (STREAM_WRITER, StreamWriter),
    (WRITER, TextWriter),
    (MEMORY, MemoryStream),
):
    represent(_kind, _class)

typed_property(STREAM_READER, "System.Boolean", "EndOfStream", lambda reader: not reader.rest())
method(READER, "string ReadLine()")(TextReader.line)
method(READER, "void Close()", "void Dispose()")(TextReader.close)


@method(READER, "string ReadToEnd()")
def read_to_end(reader: TextReader) -> str:
    """Everything that is left."""
    found = reader.rest()
    reader.at += len(found)
    return found


@method(READER, "int Peek()")
def peek(reader: TextReader) -> int:
    """The next character's number, or -1."""
    rest = reader.rest()
    return ord(rest[0]) if rest else -1


@method(READER, "int Read()")
def read(reader: TextReader) -> int:
    """The next character's number, or -1; it is read."""
    found = peek(reader)
    reader.at += found >= 0
    return found


typed_property(
    WRITER,
    "System.String",
    "NewLine",
    lambda writer: writer.new_line,
    lambda writer, text: setattr(writer, "new_line", text),
)
typed_property(WRITER, "System.Text.Encoding", "Encoding", lambda writer: writer.encoding)
typed_property(STREAM_WRITER, "System.Boolean", "AutoFlush", lambda writer: False, lambda writer, value: None)
_VALUES = ("string value", "char value", "System.Object value")


@method(WRITER, *(f"void Write({value})" for value in _VALUES))
def write(writer: TextWriter, value: Value) -> None:
    """The text of a value."""
    writer.write(culture_text(value))


@method(WRITER, "void Write(string format, Params System.Object[] arg)")
def write_formatted(writer: TextWriter, directive: str, values: list[Value]) -> None:
    """A composite format filled in."""
    writer.write(format_text(directive, values))


@method(WRITER, "void WriteLine()", *(f"void WriteLine({value})" for value in _VALUES))
def write_line(writer: TextWriter, value: Value = "") -> None:
    """The text of a value and a line end."""
    writer.write(culture_text(value) + writer.new_line)


@method(WRITER, "void WriteLine(string format, Params System.Object[] arg)")
def write_formatted_line(writer: TextWriter, directive: str, values: list[Value]) -> None:
    """A composite format filled in, and a line end."""
    writer.write(format_text(directive, values) + writer.new_line)


@method(WRITER, "void Close()", "void Dispose()")
def close(writer: TextWriter) -> None:
    """End writing."""
    writer.close()


@method(WRITER, "void Flush()")
def flush(writer: TextWriter) -> None:
    """A file counts when it is closed."""


@method(STRING_WRITER, "string ToString()")
def to_string(writer: StringWriter) -> str:
    """What was written."""
    return str(writer)


constructor(STRING_READER, "System.IO.StringReader(string s)")(StringReader)
constructor(STRING_WRITER, "System.IO.StringWriter()")(StringWriter)


@constructor(
    STREAM_READER,
    "System.IO.StreamReader(string path)",
    "System.IO.StreamReader(string path, System.Text.Encoding encoding)",
)
def open_reader(path: str, encoding: TextEncoding | None = None) -> StreamReader:
    """A reader of a file."""
    session = current.session()
    return StreamReader(files.read_text(session, files.place_of(session, path), encoding))


@constructor(
    STREAM_READER,
    "System.IO.StreamReader(System.IO.Stream stream)",
    "System.IO.StreamReader(System.IO.Stream stream, System.Text.Encoding encoding)",
)
def reader_of(stream: MemoryStream, encoding: TextEncoding = UTF8) -> StreamReader:
    """A reader of what is left of the bytes."""
    return StreamReader(encoding.decode(stream.read(len(stream.content))))


@constructor(
    STREAM_WRITER,
    "System.IO.StreamWriter(System.IO.Stream stream)",
    "System.IO.StreamWriter(System.IO.Stream stream, System.Text.Encoding encoding)",
)
def writer_to(stream: MemoryStream, encoding: TextEncoding = UTF8) -> StreamWriter:
    """A writer of bytes in memory."""
    return StreamWriter(StreamTarget(stream, encoding), encoding)


@constructor(
    STREAM_WRITER,
    "System.IO.StreamWriter(string path)",
    "System.IO.StreamWriter(string path, bool append)",
    "System.IO.StreamWriter(string path, bool append, System.Text.Encoding encoding)",
)
def open_writer(path: str, append: bool = False, encoding: TextEncoding = UTF8) -> StreamWriter:
    """A writer of a file."""
    session = current.session()
    return StreamWriter(files.FileWriter(session, files.place_of(session, path), encoding, append=append), encoding)


constructor(MEMORY, "System.IO.MemoryStream()", "System.IO.MemoryStream(byte[] buffer)")(MemoryStream)
typed_property(
    MEMORY,
    "System.Int64",
    "Position",
    lambda stream: stream.position,
    lambda stream, place: setattr(stream, "position", int(place)),
)
typed_property(MEMORY, "System.Int64", "Length", lambda stream: len(stream.content))
for _name in ("CanRead", "CanWrite", "CanSeek"):
    typed_property(MEMORY, "System.Boolean", _name, lambda stream: True)


@method(MEMORY, "void Write(byte[] buffer, int offset, int count)")
def write_bytes(stream: MemoryStream, content: Sequence[int], offset: int, count: int) -> None:
    """Write a part of an array."""
    stream.write(bytes(content)[offset : offset + count])


@method(MEMORY, "void WriteByte(byte value)")
def write_byte(stream: MemoryStream, octet: int) -> None:
    """Write one byte."""
    stream.write(bytes([octet]))


@method(MEMORY, "int ReadByte()")
def read_byte(stream: MemoryStream) -> int:
    """The next byte, or -1."""
    found = stream.read(1)
    return found[0] if found else -1


@method(MEMORY, "int Read(byte[] buffer, int offset, int count)")
def read_bytes(stream: MemoryStream, buffer: list[Any], offset: int, count: int) -> int:
    """Read into an array; gives how many bytes there were."""
    found = stream.read(count)
    buffer[offset : offset + len(found)] = map(Byte, found)
    return len(found)


@method(MEMORY, "byte[] ToArray()")
def to_array(stream: MemoryStream) -> Any:
    """All bytes."""
    return octets(bytes(stream.content))


@method(MEMORY, "long Seek(long offset, System.IO.SeekOrigin loc)")
def seek(stream: MemoryStream, offset: int, origin: Any) -> int:
    """Go to a place."""
    base = {"Begin": 0, "Current": stream.position, "End": len(stream.content)}[origin.name]
    stream.position = base + int(offset)
    return stream.position


@method(MEMORY, "void Close()", "void Dispose()", "void Flush()")
def end(stream: MemoryStream) -> None:
    """Nothing is held."""

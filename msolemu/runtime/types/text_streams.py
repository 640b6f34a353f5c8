"""Readers and writers of text, in memory and on streams of bytes."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import Any, Protocol

from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.errors.net_errors import NetError, null_argument
from msolemu.runtime.text.culture import EN_US
from msolemu.runtime.text.encodings import UTF8, UTF16, TextEncoding, decoded, marked_encoding
from msolemu.runtime.types.declaring import constants, constructor, method, refused, static, typed_property
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.types.streams import Stream, open_file
from msolemu.runtime.types.text_statics import format_text
from msolemu.runtime.values.objects import Char, Value

_IO = "System.IO."
READER, WRITER, STRING_READER, STRING_WRITER, STREAM_READER, STREAM_WRITER = (
    known_type(_IO + name)
    for name in ("TextReader", "TextWriter", "StringReader", "StringWriter", "StreamReader", "StreamWriter")
)
_LINE_END = re.compile("\r\n|\n|\r")


class TextReader:
    """Reads a text from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self._text: str | None = text
        self.at = 0

    def text(self) -> str:
        """All that there is to read."""
        if self._text is None:
            raise NetError("System.ObjectDisposedException", "Cannot read from a closed TextReader.")
        return self._text

    def take(self, count: int | None = None) -> str:
        """So many characters, or all that are left."""
        text = self.text()
        found = text[self.at :] if count is None else text[self.at : self.at + count]
        self.at += len(found)
        return found

    def line(self) -> str | None:
        """The next line without its end; None when there is none."""
        text = self.text()
        if self.at >= len(text):
            return None
        end = _LINE_END.search(text, self.at)
        found = text[self.at : end.start()] if end else text[self.at :]
        self.at = end.end() if end else len(text)
        return found

    def close(self) -> None:
        """Read no more."""
        self._text = None


class StringReader(TextReader):
    """Reads a text of the script's."""


class StreamReader(TextReader):
    """Reads a stream of bytes, all of it once somebody reads."""

    def __init__(self, stream: Stream, encoding: TextEncoding | None = None) -> None:
        super().__init__("")
        self.stream = stream
        self.encoding = encoding or UTF8
        self.is_open = True
        self._is_read = False

    def text(self) -> str:
        """All that there is to read."""
        if not self.is_open:
            raise NetError("System.ObjectDisposedException", "Cannot read from a closed TextReader.")
        if not self._is_read:
            content = self.stream.read()
            self._text, self._is_read = decoded(content, self.encoding), True
            self.encoding = marked_encoding(content) or self.encoding
        return super().text()

    def discard(self) -> None:
        """Read the stream anew, from where it stands."""
        self._is_read, self.at = False, 0

    def close(self) -> None:
        """Read no more; the stream ends too."""
        self.is_open = False
        self.stream.close()


class Target(Protocol):
    """Where a writer's text goes."""

    def write(self, text: str) -> object:
        """Take text."""
        ...

    def flush(self) -> None:
        """Let others see it."""
        ...

    def close(self) -> None:
        """End."""
        ...


class TextWriter:
    """Hands text on to where it goes."""

    def __init__(self, target: Target, encoding: TextEncoding = UTF8) -> None:
        self.target = target
        self.encoding = encoding
        self.new_line = os.linesep
        self.flushes = False

    def write(self, text: str) -> None:
        """Add text."""
        self.target.write(text)
        if self.flushes:
            self.target.flush()

    def close(self) -> None:
        """Write no more."""
        self.target.close()


class StringWriter(TextWriter):
    """Collects a text for the script."""

    def __init__(self, builder: Any = None) -> None:
        from msolemu.runtime.types.string_builder import StringBuilder

        self.builder = builder or StringBuilder()
        super().__init__(BuilderTarget(self.builder), UTF16)

    def __str__(self) -> str:
        return str(self.builder)


class BuilderTarget:
    """Text that goes into a StringBuilder."""

    def __init__(self, builder: Any) -> None:
        self.builder = builder

    def write(self, text: str) -> None:
        """Take text."""
        self.builder.append(text)

    def flush(self) -> None:
        """It is there already."""

    def close(self) -> None:
        """The text stays."""


class StreamTarget:
    """Text that goes into a stream as bytes, after the mark of its encoding where the stream is at its beginning."""

    def __init__(self, stream: Stream, encoding: TextEncoding, *, leaves_open: bool = False) -> None:
        self.stream = stream
        self.encoding = encoding
        self.leaves_open = leaves_open
        self._mark = b"" if stream.held.seekable() and stream.position else encoding.preamble

    def write(self, text: str) -> None:
        """Add the bytes of a text."""
        if self.stream.is_closed:
            raise NetError("System.ObjectDisposedException", "Cannot write to a closed TextWriter.")
        self.stream.write(self._mark + self.encoding.encode(text))
        self._mark = b""

    def flush(self) -> None:
        """Let others see it."""
        self.stream.flush()

    def close(self) -> None:
        """End the stream too, unless it is to stay open."""
        if not self.stream.is_closed:
            self.stream.write(self._mark)
            self.stream.flush()
        if not self.leaves_open:
            self.stream.close()


class StreamWriter(TextWriter):
    """Writes a stream of bytes."""

    target: StreamTarget

    def __init__(self, stream: Stream, encoding: TextEncoding = UTF8, *, leaves_open: bool = False) -> None:
        super().__init__(StreamTarget(stream, encoding, leaves_open=leaves_open), encoding)


for _kind, _class in (
    (STRING_READER, StringReader),
    (STREAM_READER, StreamReader),
    (STRING_WRITER, StringWriter),
    (STREAM_WRITER, StreamWriter),
    (WRITER, TextWriter),
    (READER, TextReader),
):
    represent(_kind, _class)

typed_property(STREAM_READER, "System.Boolean", "EndOfStream", lambda reader: reader.at >= len(reader.text()))
typed_property(STREAM_READER, "System.IO.Stream", "BaseStream", lambda reader: reader.stream)
typed_property(STREAM_READER, "System.Text.Encoding", "CurrentEncoding", lambda reader: reader.encoding)
method(STREAM_READER, "void DiscardBufferedData()")(StreamReader.discard)
method(READER, "string ReadLine()")(TextReader.line)
method(READER, "string ReadToEnd()")(TextReader.take)
method(READER, "void Close()", "void Dispose()")(lambda reader: reader.close())


@method(READER, "int Peek()")
def peek(reader: TextReader) -> int:
    """The next character's number, or -1."""
    text = reader.text()
    return ord(text[reader.at]) if reader.at < len(text) else -1


@method(READER, "int Read()")
def read(reader: TextReader) -> int:
    """The next character's number, or -1; it is read."""
    found = reader.take(1)
    return ord(found) if found else -1


@method(READER, "int Read(char[] buffer, int index, int count)", "int ReadBlock(char[] buffer, int index, int count)")
def read_into(reader: TextReader, buffer: list[Value], index: int, count: int) -> int:
    """Read into an array; gives how many characters there were."""
    found = reader.take(count)
    buffer[index : index + len(found)] = map(Char, found)
    return len(found)


typed_property(
    WRITER,
    "System.String",
    "NewLine",
    lambda writer: writer.new_line,
    lambda writer, text: setattr(writer, "new_line", text),
)
typed_property(WRITER, "System.Text.Encoding", "Encoding", lambda writer: writer.encoding)
typed_property(WRITER, "System.IFormatProvider", "FormatProvider", lambda writer: EN_US)
typed_property(
    STREAM_WRITER,
    "System.Boolean",
    "AutoFlush",
    lambda writer: writer.flushes,
    lambda writer, flushes: setattr(writer, "flushes", flushes),
)
typed_property(STREAM_WRITER, "System.IO.Stream", "BaseStream", lambda writer: writer.target.stream)
_PRINTED = ("string", "char", "bool", "int", "uint", "long", "ulong", "float", "double", "decimal", "System.Object")
_VALUES = tuple(f"{kind} value" for kind in _PRINTED)


@method(WRITER, *(f"void Write({value})" for value in _VALUES))
def write(writer: TextWriter, value: Value) -> None:
    """The text of a value."""
    writer.write(culture_text(value))


def _line(writer: TextWriter, text: str) -> None:
    writer.write(text + writer.new_line)


def _joined(units: Sequence[str] | None, index: int = 0, count: int | None = None) -> str:
    return "".join(units or ())[index : None if count is None else index + count]


_BUFFERS = ("char[] buffer", "char[] buffer, int index, int count")
method(WRITER, *(f"void Write({buffer})" for buffer in _BUFFERS))(lambda writer, *given: writer.write(_joined(*given)))
method(WRITER, *(f"void WriteLine({buffer})" for buffer in _BUFFERS))(
    lambda writer, *given: _line(writer, _joined(*given))
)


@method(WRITER, "void Write(string format, Params System.Object[] arg)")
def write_formatted(writer: TextWriter, directive: str, values: list[Value]) -> None:
    """A composite format filled in."""
    writer.write(format_text(directive, values))


@method(WRITER, "void WriteLine()", *(f"void WriteLine({value})" for value in _VALUES))
def write_line(writer: TextWriter, value: Value = "") -> None:
    """The text of a value and a line end."""
    _line(writer, culture_text(value))


@method(WRITER, "void WriteLine(string format, Params System.Object[] arg)")
def write_formatted_line(writer: TextWriter, directive: str, values: list[Value]) -> None:
    """A composite format filled in, and a line end."""
    _line(writer, format_text(directive, values))


@method(WRITER, "void Close()", "void Dispose()")
def close(writer: TextWriter) -> None:
    """End writing."""
    writer.close()


@method(WRITER, "void Flush()")
def flush(writer: TextWriter) -> None:
    """Let others see what was written."""
    writer.target.flush()


@method(STRING_WRITER, "string ToString()")
def to_string(writer: StringWriter) -> str:
    """What was written."""
    return str(writer)


typed_property(STRING_WRITER, "System.Text.Encoding", "Encoding", lambda writer: UTF16)
method(STRING_WRITER, "System.Text.StringBuilder GetStringBuilder()")(lambda writer: writer.builder)
constructor(STRING_WRITER, "System.IO.StringWriter()", "System.IO.StringWriter(System.Text.StringBuilder sb)")(
    StringWriter
)


@constructor(STRING_READER, "System.IO.StringReader(string s)")
def new_string_reader(text: str | None) -> StringReader:
    """A reader of a text."""
    if text is None:
        raise null_argument("s")
    return StringReader(text)


static(READER, "System.IO.TextReader Synchronized(System.IO.TextReader reader)")(lambda reader: reader)
static(WRITER, "System.IO.TextWriter Synchronized(System.IO.TextWriter writer)")(lambda writer: writer)
constants(READER, Null=StringReader(""))
constants(STREAM_READER, Null=StringReader(""))
_ASYNCHRONOUS = "runs one thing after another"
refused(READER, _ASYNCHRONOUS, *(f"{name}Async()" for name in ("Read", "ReadBlock", "ReadLine", "ReadToEnd")))
refused(WRITER, _ASYNCHRONOUS, *(f"{name}Async()" for name in ("Write", "WriteLine", "Flush", "Dispose")))


_DETECT = "System.Text.Encoding encoding, bool detectEncodingFromByteOrderMarks"


@constructor(
    STREAM_READER,
    "System.IO.StreamReader(string path)",
    "System.IO.StreamReader(string path, bool detectEncodingFromByteOrderMarks)",
    "System.IO.StreamReader(string path, System.Text.Encoding encoding)",
    f"System.IO.StreamReader(string path, {_DETECT})",
    f"System.IO.StreamReader(string path, {_DETECT}, int bufferSize)",
)
def open_reader(path: str, encoding: Any = None, *_more: Value) -> StreamReader:
    """A reader of a file."""
    stream = open_file(path, member("System.IO.FileMode", "Open"), member("System.IO.FileAccess", "Read"))
    return reader_of(stream, encoding)


@constructor(
    STREAM_READER,
    "System.IO.StreamReader(System.IO.Stream stream)",
    "System.IO.StreamReader(System.IO.Stream stream, bool detectEncodingFromByteOrderMarks)",
    "System.IO.StreamReader(System.IO.Stream stream, System.Text.Encoding encoding)",
    f"System.IO.StreamReader(System.IO.Stream stream, {_DETECT})",
    f"System.IO.StreamReader(System.IO.Stream stream, {_DETECT}, int bufferSize)",
)
def reader_of(stream: Stream, encoding: Any = None, *_more: Value) -> StreamReader:
    """A reader of what is left of the bytes."""
    return StreamReader(stream, encoding if isinstance(encoding, TextEncoding) else None)


@constructor(
    STREAM_WRITER,
    "System.IO.StreamWriter(System.IO.Stream stream)",
    "System.IO.StreamWriter(System.IO.Stream stream, System.Text.Encoding encoding)",
    "System.IO.StreamWriter(System.IO.Stream stream, System.Text.Encoding encoding, int bufferSize)",
    "System.IO.StreamWriter(System.IO.Stream stream, System.Text.Encoding encoding, int bufferSize, bool leaveOpen)",
)
def writer_to(
    stream: Stream, encoding: TextEncoding | None = UTF8, size: int = 0, leave_open: bool = False
) -> StreamWriter:
    """A writer of bytes."""
    return StreamWriter(stream, encoding or UTF8, leaves_open=leave_open)


@constructor(
    STREAM_WRITER,
    "System.IO.StreamWriter(string path)",
    "System.IO.StreamWriter(string path, bool append)",
    "System.IO.StreamWriter(string path, bool append, System.Text.Encoding encoding)",
    "System.IO.StreamWriter(string path, bool append, System.Text.Encoding encoding, int bufferSize)",
)
def open_writer(path: str, append: bool = False, encoding: TextEncoding = UTF8, size: int = 0) -> StreamWriter:
    """A writer of a file."""
    stream = open_file(path, member("System.IO.FileMode", "Append" if append else "Create"))
    return StreamWriter(stream, encoding)


constants(WRITER, Null=TextWriter(BuilderTarget(StringWriter().builder)))

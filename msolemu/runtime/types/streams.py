"""Streams of bytes: System.IO.MemoryStream and FileStream, and what every Stream has."""

from __future__ import annotations

import io
import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from msolemu.runtime.errors.net_errors import NetError, argument_error, not_supported, null_argument, out_of_range
from msolemu.runtime.filesystem import files
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.state import current
from msolemu.runtime.types.convert import octets
from msolemu.runtime.types.declaring import constructor, method, refused, static, typed_property
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Byte, Int64, Value

STREAM, MEMORY, FILE = (known_type(f"System.IO.{name}") for name in ("Stream", "MemoryStream", "FileStream"))


class Stream:
    """Bytes with a place where reading and writing go on; `held` is what Python reads and writes them with."""

    closed_text = "Cannot access a closed Stream."

    def __init__(self, held: IO[bytes], *, reads: bool = True, writes: bool = True) -> None:
        self._held = held
        self.reads = reads
        self.writes = writes

    @property
    def is_closed(self) -> bool:
        """Whether it was closed."""
        return self._held.closed

    @property
    def held(self) -> IO[bytes]:
        """What Python has; raises ObjectDisposedException once the stream is closed."""
        if self._held.closed:
            raise NetError("System.ObjectDisposedException", self.closed_text)
        return self._held

    @property
    def position(self) -> int:
        """The place."""
        return self.held.tell()

    @property
    def length(self) -> int:
        """How many bytes there are."""
        place = self.held.tell()
        end = self.held.seek(0, io.SEEK_END)
        self.held.seek(place)
        return end

    def read(self, count: int = -1) -> bytes:
        """Bytes from the place, all that are left unless told how many."""
        if not self.reads:
            raise not_supported("Stream does not support reading.")
        return self.held.read(count)

    def write(self, content: bytes) -> None:
        """Write at the place."""
        if not self.writes:
            raise not_supported("Stream does not support writing.")
        self.held.write(content)

    def flush(self) -> None:
        """Put what was written where others see it."""
        self.held.flush()

    def close(self) -> None:
        """End; a second time does nothing."""
        self._held.close()


class MemoryStream(Stream):
    """Bytes in memory; they can be had even of a closed one."""

    def __init__(self, content: Sequence[int] = b"", *, writes: bool = True) -> None:
        self.memory = io.BytesIO(bytes(content))
        self.kept = b""
        super().__init__(self.memory, writes=writes)

    @property
    def content(self) -> bytes:
        """All bytes."""
        return self.kept if self.memory.closed else self.memory.getvalue()

    def close(self) -> None:
        """End."""
        self.kept = self.content
        super().close()


class FileStream(Stream):
    """The bytes of a file."""

    closed_text = "Cannot access a closed file."

    def __init__(self, held: IO[bytes], place: Place, *, reads: bool, writes: bool) -> None:
        super().__init__(held, reads=reads, writes=writes)
        self.place = place
        weakref.finalize(self, held.close)

    def close(self) -> None:
        """End; a file that could be written bears lab time."""
        was_open = not self.is_closed
        super().close()
        if was_open and self.writes:
            files.touch(current.session(), Path(self.place.host))


represent(MEMORY, MemoryStream)
represent(FILE, FileStream)
_MODES = {"Open": "r+b", "Truncate": "r+b", "OpenOrCreate": "r+b", "Create": "w+b", "CreateNew": "x+b", "Append": "ab"}


def open_file(path: str | None, mode: Any, access: Any = None, *_sharing: Value) -> FileStream:
    """A stream over a file, within the folders that the session may touch."""
    if path is None:
        raise null_argument("path")
    if not path:
        raise argument_error("The path is empty.", "path")
    session = current.session()
    place = files.place_of(session, path)
    rights = access.name if access is not None else "Write" if mode.name == "Append" else "ReadWrite"
    writes = rights != "Read"
    if mode.name in ("Append", "Create", "CreateNew", "Truncate") and rights == "Read":
        raise argument_error(f"Combining FileMode: {mode.name} with FileAccess: {rights} is invalid.", "access")
    host = Path(files.locations_of(session).checked(place, writing=writes))
    return FileStream(_opened(host, place, mode.name, writes=writes), place, reads="Read" in rights, writes=writes)


def _opened(host: Path, place: Place, mode: str, *, writes: bool) -> IO[bytes]:
    if mode == "OpenOrCreate" and not host.exists():
        mode = "Create"
    try:
        held = host.open(_MODES[mode] if writes else "rb")
        if mode == "Truncate":
            held.truncate()
    except FileExistsError as error:
        raise NetError("System.IO.IOException", f"The file '{place.shown}' already exists.") from error
    except OSError as error:
        failure = files.open_failure(error, place).record.exception
        raise NetError(failure.type_name, failure.message) from error
    return held


_MODE, _ACCESS, _SHARE = "System.IO.FileMode mode", "System.IO.FileAccess access", "System.IO.FileShare share"
constructor(
    FILE,
    f"System.IO.FileStream(string path, {_MODE})",
    f"System.IO.FileStream(string path, {_MODE}, {_ACCESS})",
    f"System.IO.FileStream(string path, {_MODE}, {_ACCESS}, {_SHARE})",
    f"System.IO.FileStream(string path, {_MODE}, {_ACCESS}, {_SHARE}, int bufferSize)",
    f"System.IO.FileStream(string path, {_MODE}, {_ACCESS}, {_SHARE}, int bufferSize, bool useAsync)",
    f"System.IO.FileStream(string path, {_MODE}, {_ACCESS}, {_SHARE}, int bufferSize, System.IO.FileOptions options)",
)(open_file)
typed_property(FILE, "System.String", "Name", lambda stream: stream.place.shown)
typed_property(FILE, "System.Boolean", "IsAsync", lambda stream: False)
refused(FILE, "reads and writes files itself", "SafeFileHandle", "Handle", "Lock()", "Unlock()")


@constructor(
    MEMORY,
    "System.IO.MemoryStream()",
    "System.IO.MemoryStream(int capacity)",
    "System.IO.MemoryStream(byte[] buffer)",
    "System.IO.MemoryStream(byte[] buffer, bool writable)",
)
def new_memory(buffer: Any = b"", writes: bool = True) -> MemoryStream:
    """A stream over bytes, or an empty one."""
    if buffer is None:
        raise null_argument("buffer")
    return MemoryStream(b"" if isinstance(buffer, int) else buffer, writes=writes)


@constructor(MEMORY, "System.IO.MemoryStream(byte[] buffer, int index, int count)")
def memory_of_part(buffer: Sequence[int], index: int, count: int) -> MemoryStream:
    """A stream over a part of an array."""
    return MemoryStream(buffer[index : index + count])


@method(MEMORY, "byte[] ToArray()", "byte[] GetBuffer()")
def to_array(stream: MemoryStream) -> Any:
    """All bytes."""
    return octets(stream.content)


typed_property(MEMORY, "System.Int32", "Capacity", lambda stream: len(stream.content), lambda stream, size: None)
method(MEMORY, "void WriteTo(System.IO.Stream stream)")(lambda stream, other: other.write(stream.content))


def _go(stream: Stream, place: int) -> None:
    if place < 0:
        raise out_of_range("Non-negative number required.", "value")
    stream.held.seek(int(place))


typed_property(STREAM, "System.Int64", "Position", lambda stream: Int64(stream.position), _go)
typed_property(STREAM, "System.Int64", "Length", lambda stream: Int64(stream.length))
typed_property(STREAM, "System.Boolean", "CanRead", lambda stream: stream.reads and not stream.is_closed)
typed_property(STREAM, "System.Boolean", "CanWrite", lambda stream: stream.writes and not stream.is_closed)
typed_property(STREAM, "System.Boolean", "CanSeek", lambda stream: not stream.is_closed and stream.held.seekable())
typed_property(STREAM, "System.Boolean", "CanTimeout", lambda stream: False)


def _checked(buffer: Sequence[int] | None, offset: int, count: int) -> None:
    if buffer is None:
        raise null_argument("buffer")
    if offset < 0 or count < 0:
        raise out_of_range("Non-negative number required.", "offset" if offset < 0 else "count")
    if offset + count > len(buffer):
        raise argument_error(
            "Offset and length were out of bounds for the array or count is greater than the number of elements from "
            "index to the end of the source collection."
        )


@method(STREAM, "void Write(byte[] buffer, int offset, int count)", "void Write(byte[] buffer)")
def write_bytes(stream: Stream, content: Sequence[int], offset: int = 0, count: int | None = None) -> None:
    """Write an array or a part of it."""
    size = len(content or ()) if count is None else count
    _checked(content, offset, size)
    stream.write(bytes(content[offset : offset + size]))


@method(STREAM, "void WriteByte(byte value)")
def write_byte(stream: Stream, octet: int) -> None:
    """Write one byte."""
    stream.write(bytes([octet]))


@method(STREAM, "int ReadByte()")
def read_byte(stream: Stream) -> int:
    """The next byte, or -1."""
    found = stream.read(1)
    return found[0] if found else -1


@method(STREAM, "int Read(byte[] buffer, int offset, int count)", "int Read(byte[] buffer)")
def read_bytes(stream: Stream, buffer: list[Any], offset: int = 0, count: int | None = None) -> int:
    """Read into an array; gives how many bytes there were."""
    size = len(buffer or ()) if count is None else count
    _checked(buffer, offset, size)
    found = stream.read(size)
    buffer[offset : offset + len(found)] = map(Byte, found)
    return len(found)


@method(STREAM, "void ReadExactly(byte[] buffer, int offset, int count)")
def read_exactly(stream: Stream, buffer: list[Any], offset: int, count: int) -> None:
    """Read into an array; all must be there."""
    if read_bytes(stream, buffer, offset, count) < count:
        raise NetError("System.IO.EndOfStreamException", "Unable to read beyond the end of the stream.")


@method(STREAM, "long Seek(long offset, System.IO.SeekOrigin origin)")
def seek(stream: Stream, offset: int, origin: Any) -> Int64:
    """Go to a place."""
    base = {"Begin": 0, "Current": stream.position, "End": stream.length}[origin.name]
    if base + offset < 0:
        raise NetError(
            "System.IO.IOException", "An attempt was made to move the position before the beginning of the stream."
        )
    return Int64(stream.held.seek(base + int(offset)))


@method(STREAM, "void SetLength(long value)")
def set_length(stream: Stream, length: int) -> None:
    """Cut off what is behind, or fill up with zeros."""
    place, missing = stream.position, int(length) - stream.length
    if missing > 0:
        stream.held.seek(0, io.SEEK_END)
        stream.write(bytes(missing))
    else:
        stream.held.truncate(int(length))
    stream.held.seek(min(place, int(length)))


@method(
    STREAM, "void CopyTo(System.IO.Stream destination)", "void CopyTo(System.IO.Stream destination, int bufferSize)"
)
def copy_to(stream: Stream, target: Stream, size: int = 0) -> None:
    """Write what is left into another stream."""
    if target is None:
        raise null_argument("destination")
    target.write(stream.read())


method(STREAM, "void Flush()", "void Flush(bool flushToDisk)")(lambda stream, to_disk=False: stream.flush())
method(STREAM, "void Close()", "void Dispose()")(lambda stream: stream.close())
refused(
    STREAM,
    "runs one thing after another",
    *(f"{name}Async()" for name in ("Read", "Write", "Flush", "CopyTo", "Dispose")),
    *("BeginRead()", "EndRead()", "BeginWrite()", "EndWrite()"),
)


@static(STREAM, "System.IO.Stream Synchronized(System.IO.Stream stream)")
def synchronized(stream: Stream) -> Stream:
    """The stream itself: nobody else reads it."""
    return stream

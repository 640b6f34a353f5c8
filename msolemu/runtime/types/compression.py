"""System.IO.Compression: streams that compress what is written into another, and read what one holds compressed."""

from __future__ import annotations

import io
import zlib
from typing import Any

from msolemu.runtime.errors.net_errors import NetError, not_supported, null_argument
from msolemu.runtime.types.declaring import constructor, typed_property
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.types.streams import Stream

WINDOWS = {"GZip": 31, "Deflate": -15, "ZLib": 15}
"""How zlib names the formats."""
LEVELS = {"Optimal": 6, "Fastest": 1, "NoCompression": 0, "SmallestSize": 9}


class CompressionStream(Stream):
    """A stream over another one; each class of it has a format of its own."""

    window = 0

    def __init__(self, inner: Stream, level: int | None, *, leaves_open: bool) -> None:
        self.inner = inner
        self._leaves_open = leaves_open
        self._packer = None if level is None else zlib.compressobj(level, wbits=self.window)
        super().__init__(io.BytesIO(), reads=level is None, writes=level is not None)
        self._is_read = False

    def read(self, count: int = -1) -> bytes:
        """Bytes as they were before they were compressed."""
        if not self.reads:
            raise not_supported("Reading from the compression stream is not supported.")
        if not self._is_read:
            self._is_read = True
            self.held.write(self._unpacked())
            self.held.seek(0)
        return super().read(count)

    def _unpacked(self) -> bytes:
        try:
            return zlib.decompress(self.inner.read(), wbits=self.window)
        except zlib.error as error:
            message = "The archive entry was compressed using an unsupported compression method."
            raise NetError("System.IO.InvalidDataException", message) from error

    def write(self, content: bytes) -> None:
        """Compress bytes."""
        if self._packer is None:
            raise not_supported("Writing to the compression stream is not supported.")
        self.inner.write(self._packer.compress(content))

    def flush(self) -> None:
        """Write what waits for more."""
        if self._packer is not None:
            self.inner.write(self._packer.flush(zlib.Z_SYNC_FLUSH))

    def close(self) -> None:
        """Write the end; the inner stream ends too, unless it is to stay open."""
        if not self.is_closed and self._packer is not None:
            self.inner.write(self._packer.flush())
        super().close()
        if not self._leaves_open:
            self.inner.close()


def _declare(name: str, kind: NetType) -> None:
    cls: Any = type(f"{name}Stream", (CompressionStream,), {"window": WINDOWS[name], "__doc__": kind.full_name})

    def made(stream: Stream | None, how: Any, leave_open: bool = False) -> CompressionStream:
        if stream is None:
            raise null_argument("stream")
        level = LEVELS["Optimal"] if how.name == "Compress" else LEVELS.get(how.name)
        found: CompressionStream = cls(stream, level, leaves_open=leave_open)
        return found

    represent(kind, cls)
    typed_property(kind, "System.IO.Stream", "BaseStream", lambda stream: stream.inner)
    for how in ("CompressionMode mode", "CompressionLevel compressionLevel"):
        given = f"System.IO.Stream stream, System.IO.Compression.{how}"
        constructor(kind, f"{kind.full_name}({given})", f"{kind.full_name}({given}, bool leaveOpen)")(made)


for _name in WINDOWS:
    _declare(_name, known_type(f"System.IO.Compression.{_name}Stream"))

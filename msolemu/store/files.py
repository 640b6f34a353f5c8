"""The few operations on files that the store is made of, in one place so that tests can let each of them fail."""

from __future__ import annotations

import os
import time
from pathlib import Path

TRIES = 50
PAUSE = 0.02
UNFINISHED = ".part"


class Files:
    """The host's files. A write is on disk when the call returns."""

    def read(self, path: Path) -> bytes | None:
        """The content; None when there is no such file."""
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None

    def read_parts(self, path: Path, head: int, offset: int) -> tuple[bytes, bytes] | None:
        """The first bytes, and all bytes after an offset; None when there is no such file."""
        try:
            with path.open("rb") as file:
                first = file.read(head)
                file.seek(offset)
                return first, file.read()
        except FileNotFoundError:
            return None

    def signature(self, path: Path) -> tuple[int, ...] | None:
        """What differs after every change of a file; None when there is no such file."""
        try:
            found = path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns

    def append(self, path: Path, content: bytes) -> None:
        """Add to a file that is there; when that fails, what was written of it is taken back."""
        with path.open("r+b", buffering=0) as file:
            size = file.seek(0, os.SEEK_END)
            try:
                self.write(file.fileno(), content)
            except OSError:
                file.truncate(size)
                raise

    def write(self, handle: int, content: bytes) -> None:
        """Write everything to an open file and see it onto the disk."""
        view = memoryview(content)
        while view:
            view = view[self.write_some(handle, view) :]
        self.synchronize(handle)

    def write_some(self, handle: int, content: memoryview) -> int:
        """Write as much as the host takes at once; gives how much that was."""
        return os.write(handle, content)

    def synchronize(self, handle: int) -> None:
        """See what was written onto the disk."""
        os.fsync(handle)

    def replace(self, path: Path, content: bytes) -> None:
        """Write a file anew: whoever looks sees the old content or the new one, whole."""
        self.prepare(path, content)
        self.finish(path)

    def prepare(self, path: Path, content: bytes) -> None:
        """Write the new content beside a file; when that fails, it takes no room there."""
        unfinished = path.with_name(path.name + UNFINISHED)
        try:
            with unfinished.open("wb", buffering=0) as file:
                self.write(file.fileno(), content)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise

    def finish(self, path: Path) -> None:
        """Put what was prepared in its place."""
        self.rename(path.with_name(path.name + UNFINISHED), path)
        self.settle(path.parent)

    def rename(self, source: Path, target: Path) -> None:
        """Put a file in place of another. On Windows a reader of the old one (a virus scanner) may be in the way."""
        for left in reversed(range(TRIES)):
            try:
                source.replace(target)
                return
            except PermissionError:
                if os.name != "nt" or not left:
                    raise
                time.sleep(PAUSE)

    def settle(self, folder: Path) -> None:
        """Let new names survive a power cut, where folders can be synchronized."""
        if os.name == "nt":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            self.synchronize(handle)
        finally:
            os.close(handle)

    def remove(self, path: Path) -> None:
        """Remove a file, if it is there."""
        path.unlink(missing_ok=True)

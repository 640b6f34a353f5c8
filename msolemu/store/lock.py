"""Turns: one process at a time works on a workspace."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from msolemu.store.errors import WorkspaceBusy, WorkspaceUnwritable, WorkspaceVanished

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 5.0
"""Seconds after which the one who waits is told for whom."""
GIVING_UP = 600.0
OWNER_WIDTH = 24
Notice = Callable[[str], None]


def _silent(text: str) -> None:
    """Tell nobody."""


class Turn:
    """A lock that may be taken again by the one who has it. The host frees it when its process dies."""

    def __init__(self, folder: Path, notice: Notice = _silent, patience: float = PATIENCE) -> None:
        self._path = folder / "workspace.lock"
        self._owner = folder / "workspace.owner"
        self.notice = notice
        self._patience = patience
        self._lock: BaseFileLock | None = None
        self._depth = 0
        self._signed: tuple[int, int] | None = None

    def __enter__(self) -> Turn:
        if self._depth == 0:
            self._take()
        self._depth += 1
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._depth -= 1
        if self._depth == 0:
            assert self._lock is not None
            self._lock.release()

    def _take(self) -> None:
        from filelock import FileLock, Timeout

        if not self._path.parent.is_dir():  # the library would make it anew, empty
            raise WorkspaceVanished(self._path.parent, "the workspace's folder has vanished.")
        if self._lock is None:
            self._lock = FileLock(self._path)
        try:
            try:
                self._lock.acquire(timeout=self._patience, poll_interval=0.005)
            except Timeout:
                self.notice(f"Waiting for {self.holder()}, which works on the workspace {self._path.parent}.")
                self._lock.acquire(timeout=GIVING_UP, poll_interval=0.05)
            self._sign()
        except Timeout as error:
            raise WorkspaceBusy(self._path.parent, f"{self.holder()} does not let go of the workspace.") from error
        except (OSError, NotImplementedError) as error:  # the latter where a file system knows no locks
            if self._lock.is_locked:
                self._lock.release()
            why = error.strerror if isinstance(error, OSError) else str(error)
            raise WorkspaceUnwritable(self._path.parent, f"the workspace cannot be locked: {why}.") from error

    def _sign(self) -> None:
        """Say who has the turn, unless it still stands there; nothing is cut off first, for that costs milliseconds."""
        if self._signed is not None and self._signature() == self._signed:
            return
        with self._owner.open("r+b" if self._owner.exists() else "wb", buffering=0) as file:
            file.write(f"process {os.getpid()}".ljust(OWNER_WIDTH).encode())
        self._signed = self._signature()

    def _signature(self) -> tuple[int, int] | None:
        try:
            found = self._owner.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns

    def holder(self) -> str:
        """Who has the turn, as far as it can be told."""
        try:
            return self._owner.read_text(encoding="utf-8").strip() or "another process"
        except OSError:
            return "another process"


class NoTurns:
    """Nobody else is there: the lock of what lives in memory."""

    def __enter__(self) -> NoTurns:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

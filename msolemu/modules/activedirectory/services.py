"""What the cmdlets of this module need from the rest of the emulator."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from msolemu.cmdlets.call import Call
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.foundation.dataclass import dataclass


class ForestWork(Protocol):
    """One transaction on the forest; leaving it without commit forgets."""

    @property
    def forest(self) -> ForestDirectory:
        """The forest as this transaction sees it."""
        ...

    def __enter__(self) -> ForestWork: ...

    def __exit__(self, *error: object) -> None: ...

    def commit(self) -> None:
        """Make every change visible and durable."""
        ...


@dataclass(frozen=True)
class ActiveDirectoryServices:
    """Given by whoever puts the emulator together."""

    unit_of_work: Callable[[], ForestWork]


ADCall = Call[ActiveDirectoryServices]

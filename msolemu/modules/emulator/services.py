"""What the cmdlets of this module need from the rest of the emulator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from msolemu.cmdlets.call import Call
from msolemu.compat.catalogue import Profile
from msolemu.compat.known_issue import KnownIssue, KnownIssueSet
from msolemu.foundation.dataclass import dataclass


class LabTime(Protocol):
    """The workspace's clock, which remembers where it was put."""

    @property
    def frozen(self) -> bool:
        """Whether lab time stands still unless it is stepped."""
        ...

    def now(self) -> datetime:
        """Lab time."""
        ...

    def move_to(self, at: datetime) -> Sequence[object]:
        """Freeze lab time there; what falls due on the way runs in order, and is what is given back."""
        ...

    def freeze(self) -> None:
        """Stop where it is."""
        ...

    def follow(self) -> None:
        """Follow the host's clock again."""
        ...


class ReceivedMail(Protocol):
    """A message as a mailbox gives it."""

    @property
    def sender(self) -> str:
        """Who sent it."""
        ...

    @property
    def recipients(self) -> tuple[str, ...]:
        """Who received it."""
        ...

    @property
    def subject(self) -> str:
        """What it is about."""
        ...

    @property
    def sent(self) -> datetime:
        """When, aware."""
        ...

    @property
    def body(self) -> str:
        """Its text."""
        ...


class KnownIssueSwitches(Protocol):
    """The workspace's switches; a change holds at once and is remembered."""

    @property
    def issues(self) -> KnownIssueSet:
        """What is switched on."""
        ...

    def switch(self, issue: KnownIssue, *, on: bool) -> None:
        """Put one switch."""
        ...

    def choose(self, profile: Profile) -> None:
        """Put all switches as a profile has them."""
        ...


class ForestReader(Protocol):
    """Reads a forest from the text of an LDIF file."""

    def __call__(self, text: str) -> Mapping[str, int]:
        """Import every record, or none; gives how many objects of each class there were."""
        ...


@dataclass(frozen=True, slots=True)
class ConflictSeen:
    """A value that two objects want."""

    property_name: str
    value: str
    holder: str
    holder_type: str
    loser: str
    loser_type: str
    since: datetime
    heals_by_itself: bool


class SnapshotSeen(Protocol):
    """A snapshot as the workspace gives it."""

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def taken(self) -> datetime:
        """When, aware."""
        ...

    @property
    def automatic(self) -> bool:
        """Whether the emulator took it by itself."""
        ...


class WorkspaceStates(Protocol):
    """The workspace as a whole."""

    def snapshots(self) -> Sequence[SnapshotSeen]:
        """All snapshots, the oldest first."""
        ...

    def take(self, name: str) -> SnapshotSeen:
        """Keep the present state; raises SnapshotExists."""
        ...

    def restore(self, name: str) -> None:
        """Put everything back as it was; raises SnapshotNotFound."""
        ...

    def remove(self, name: str) -> None:
        """Forget a snapshot; raises SnapshotNotFound."""
        ...

    def reset(self) -> None:
        """Put everything back as it was when the workspace was new."""
        ...


@dataclass(frozen=True)
class EmulatorServices:
    """Given by whoever puts the emulator together."""

    time: LabTime
    switches: KnownIssueSwitches
    messages: Callable[[], Sequence[ReceivedMail]]
    read_forest: ForestReader
    conflicts: Callable[[], Iterable[ConflictSeen]]
    states: WorkspaceStates


EmuCall = Call[EmulatorServices]

"""What the cmdlets of this module give. All types are msolemu's own."""

from __future__ import annotations

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.types.registry import net_object
from msolemu.runtime.values import objects


@net_object("MsolEmu.Clock")
@dataclass(frozen=True, slots=True)
class Clock:
    """Lab time, and whether it stands still."""

    Time: objects.Value
    Frozen: bool


@net_object("MsolEmu.Mail")
@dataclass(frozen=True, slots=True)
class Mail:
    """A message that the emulator has sent."""

    Number: int
    Sent: objects.Value
    From: str
    To: list[str]
    Subject: str
    Body: str


@net_object("MsolEmu.KnownIssue")
@dataclass(frozen=True, slots=True)
class KnownIssueState:
    """A switch and its position."""

    Id: str
    Enabled: bool
    Summary: str
    Source: str


@net_object("MsolEmu.Conflict")
@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that two objects want: who has it, who waits for it, and what would end the waiting."""

    PropertyName: str
    Value: str
    Holder: str
    HolderType: str
    Loser: str
    LoserType: str
    Since: objects.Value
    Remedy: str


@net_object("MsolEmu.Snapshot")
@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state that the workspace can be put back into."""

    Name: str
    Taken: objects.Value
    Automatic: bool


@net_object("MsolEmu.ForestImport")
@dataclass(frozen=True, slots=True)
class ForestImport:
    """What was read into the forest."""

    Path: str
    OrganizationalUnits: int
    Users: int
    Groups: int
    Contacts: int
    Others: int

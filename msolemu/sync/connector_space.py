"""The two connector spaces: what was read from the forest, and what is to be written to the tenant."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from msolemu.foundation.dataclass import dataclass, field
from msolemu.sync.ports import CloudObjectType, Values


class Pending(enum.Enum):
    """A change that waits in a connector space."""

    NONE = "none"
    ADD = "add"
    UPDATE = "update"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class ForestSpaceObject:
    """An object of the forest as last imported; `order` is the number of its creation."""

    source_anchor: str
    distinguished_name: str
    object_class: str
    order: int
    attributes: Mapping[str, Values]
    pending_import: Pending = Pending.NONE


@dataclass(frozen=True, slots=True)
class CloudState:
    """The values of an object in the tenant; references hold source anchors."""

    object_type: CloudObjectType
    attributes: Mapping[str, Values] = field(default_factory=dict)
    references: Mapping[str, Values] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExportError:
    """Why the tenant refused an object, and how often."""

    name: str
    detail: str
    first_occurrence: datetime
    last_occurrence: datetime
    retry_count: int = 0


@dataclass(frozen=True, slots=True)
class CloudSpaceObject:
    """An object of the cloud connector: the state it should have, and the one that the tenant accepted last.

    No wanted state means that it is to be deleted, no accepted one that the tenant does not have it yet. What differs
    between the two is the pending export, and stays so until the tenant accepts it.
    """

    source_anchor: str
    order: int
    wanted: CloudState | None
    accepted: CloudState | None = None
    confirmed: bool = False
    error: ExportError | None = None

    @property
    def distinguished_name(self) -> str:
        """The name in the cloud connector's space: the anchor's bytes in hexadecimal."""
        return "CN={" + self.source_anchor.encode().hex().upper() + "}"

    @property
    def pending_export(self) -> Pending:
        """What waits to be sent."""
        if self.wanted is None:
            return Pending.DELETE if self.accepted else Pending.NONE
        if self.accepted is None:
            return Pending.ADD
        return Pending.NONE if self.wanted == self.accepted else Pending.UPDATE


def _arrival(known: CloudSpaceObject) -> Iterable[str]:
    if known.accepted is None:
        return (NOT_THERE,)
    return () if known.confirmed else (UNCONFIRMED,)


WAITING = "waiting"
NOT_THERE, UNCONFIRMED = "not there", "unconfirmed"
FOREST_INDEXES: Mapping[str, Callable[[ForestSpaceObject], Iterable[str]]] = {
    "pending": lambda known: () if known.pending_import is Pending.NONE else (WAITING,),
    "dn": lambda known: (known.distinguished_name.lower(),),
}
CLOUD_INDEXES: Mapping[str, Callable[[CloudSpaceObject], Iterable[str]]] = {
    "pending": lambda known: () if known.pending_export is Pending.NONE else (WAITING,),
    "arrival": _arrival,
}
"""What waits is found without looking at what does not."""

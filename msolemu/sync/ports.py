"""What synchronization needs from outside: a forest to read, a tenant to write, a place for its own state."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable, Mapping, Set
from types import TracebackType
from typing import Protocol, Self, TypeVar
from uuid import UUID

from msolemu.foundation.dataclass import dataclass, field

S_co = TypeVar("S_co", covariant=True)
Values = tuple[str, ...]


class CloudObjectType(enum.Enum):
    """The classes of objects that go to the tenant."""

    USER = "User"
    GROUP = "Group"
    CONTACT = "Contact"


@dataclass(frozen=True, slots=True)
class ForestObject:
    """One object as the forest shows it to an import; binary values are base64 text.

    `created` and `changed` are update sequence numbers. Attribute names are in lower case.
    """

    guid: UUID
    distinguished_name: str
    object_class: str
    created: int
    changed: int
    attributes: Mapping[str, Values] = field(default_factory=dict)
    is_deleted: bool = False


class Forest(Protocol):
    """The connected directory on-premises."""

    name: str

    def highest_change(self) -> int:
        """The update sequence number of the latest change."""
        ...

    def changed_since(self, change: int) -> Iterable[ForestObject]:
        """What changed after this number, tombstones included, the earliest change first."""
        ...


class Operation(enum.Enum):
    """What an export asks of the tenant."""

    ADD = "Add"
    UPDATE = "Update"
    DELETE = "Delete"


@dataclass(frozen=True, slots=True)
class ExportChange:
    """One object as it is sent: all its values, and the names of those that differ from what was sent before.

    References hold source anchors. A name in `changed` without values is to be cleared.
    """

    operation: Operation
    object_type: CloudObjectType
    source_anchor: str
    attributes: Mapping[str, Values] = field(default_factory=dict)
    references: Mapping[str, Values] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SetAside:
    """A value that the tenant took into quarantine instead of refusing the object."""

    property_name: str
    value: str


class ExportRefused(Exception):
    """The tenant refuses a change; `error_name` is what the client shows, `detail` the service's text."""

    def __init__(self, error_name: str, detail: str) -> None:
        super().__init__(error_name)
        self.error_name = error_name
        self.detail = detail


class Tenant(Protocol):
    """The connected directory in the cloud, as long as one run lasts; it may remember what the run created."""

    name: str

    def vanished(self, source_anchors: Set[str]) -> Collection[str]:
        """Those of many source anchors that no live object of the tenant is linked to."""
        ...

    def send(self, change: ExportChange) -> Iterable[SetAside]:
        """Apply one change and tell what was newly set aside; raises ExportRefused."""
        ...


class Connected(Protocol[S_co]):
    """Both directories and the server's own state, inside a transaction."""

    @property
    def space(self) -> S_co:
        """The synchronization server's own state."""
        ...

    @property
    def forest(self) -> Forest:
        """The forest as this transaction sees it."""
        ...

    @property
    def tenant(self) -> Tenant:
        """The tenant as this transaction sees it."""
        ...


class UnitOfWork(Connected[S_co], Protocol[S_co]):
    """One transaction; leaving it without commit forgets."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def commit(self) -> None:
        """Make every change visible and durable."""
        ...

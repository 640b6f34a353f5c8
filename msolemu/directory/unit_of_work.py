"""The documents of both directories, and the transaction in which they change.

The store keeps the collections; `directory_state` makes them with the indexes that the rules ask for. Keys: a company,
users, groups, contacts and subscriptions by object id, a domain by its name in lower case, the forest under FOREST,
entries by GUID.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from msolemu.directory.collection import Changes, Collection, Recording
from msolemu.directory.forest.objects import Forest, ForestEntry
from msolemu.directory.indexes import ENTRY_INDEXES, OBJECT_INDEXES, USER_INDEXES
from msolemu.directory.tenant.company import Company
from msolemu.directory.tenant.contact import Contact
from msolemu.directory.tenant.domain import Domain
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.licence import Subscription
from msolemu.directory.tenant.user import User

FOREST = "forest"


@dataclass(frozen=True, slots=True)
class DirectoryState:
    """The collections of one workspace's directories; each has the name of its field."""

    companies: Collection[Company]
    domains: Collection[Domain]
    users: Collection[User]
    groups: Collection[Group]
    contacts: Collection[Contact]
    subscriptions: Collection[Subscription]
    forests: Collection[Forest]
    entries: Collection[ForestEntry]


def directory_state(recording: Recording | None = None) -> DirectoryState:
    """Empty collections that tell `recording` what changes in them."""
    recording = recording or Recording()
    return DirectoryState(
        companies=Collection("companies", recording),
        domains=Collection("domains", recording),
        users=Collection("users", recording, USER_INDEXES),
        groups=Collection("groups", recording, OBJECT_INDEXES),
        contacts=Collection("contacts", recording, OBJECT_INDEXES),
        subscriptions=Collection("subscriptions", recording),
        forests=Collection("forests", recording),
        entries=Collection("entries", recording, ENTRY_INDEXES, order=lambda entry: entry.changed),
    )


class UnitOfWork(Protocol):
    """One transaction on both directories; leaving it without commit forgets. One may run inside another."""

    @property
    def directory(self) -> DirectoryState:
        """The documents as this transaction sees them."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def commit(self) -> None:
        """Make every change visible and durable."""
        ...


class MemoryWork:
    """A unit of work over collections that nothing keeps when the process ends."""

    def __init__(self, directory: DirectoryState, recording: Recording) -> None:
        self.directory = directory
        self._recording = recording
        self._changes = Changes()

    def __enter__(self) -> Self:
        self._recording.stack.append(self._changes)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._changes.forget()
        self._recording.stack.remove(self._changes)

    def commit(self) -> None:
        """Keep what changed."""
        self._changes.settle()

"""The documents of both directories, and the transaction in which they change.

The store keeps the collections; `directory_state` makes them with the indexes that the rules ask for. Keys: a company,
users, groups, contacts and subscriptions by object id, a domain by its name in lower case, the forest under FOREST,
entries by GUID. The tenants that the main tenant manages as a partner have collections of their own, named after the
main tenant's with `@` and the customer's id.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self
from uuid import UUID

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
CUSTOMER = "@"
"""Stands in the name of a customer's collection before the customer's id."""


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
    customers: Customers


class Customers:
    """The directories of the tenants that the main tenant manages, by tenant id; one is made when it is asked for."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._states: dict[str, DirectoryState] = {}

    def of(self, tenant_id: UUID | str) -> DirectoryState:
        """The directory of a customer; its forest stays empty."""
        key = str(tenant_id)
        if key not in self._states:
            self._states[key] = directory_state(self._recording, CUSTOMER + key)
        return self._states[key]


def directory_state(recording: Recording | None = None, of: str = "") -> DirectoryState:
    """Empty collections that tell `recording` what changes in them; `of` ends the name of each."""
    recording = recording or Recording()
    return DirectoryState(
        companies=Collection("companies" + of, recording),
        domains=Collection("domains" + of, recording),
        users=Collection("users" + of, recording, USER_INDEXES),
        groups=Collection("groups" + of, recording, OBJECT_INDEXES),
        contacts=Collection("contacts" + of, recording, OBJECT_INDEXES),
        subscriptions=Collection("subscriptions" + of, recording),
        forests=Collection("forests" + of, recording),
        entries=Collection("entries" + of, recording, ENTRY_INDEXES, order=lambda entry: entry.changed),
        customers=Customers(recording),
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

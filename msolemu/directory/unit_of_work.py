"""The documents of both directories, and the transaction in which they change.

The store keeps the collections; `directory_state` makes them with the indexes that the rules ask for. Keys: a company
and every object with an id by that, a domain by its name in lower case, memberships by what their `key` says, the
policy for devices and the forest under POLICY and FOREST, entries by GUID. The tenants that the main tenant manages as
a partner have collections of their own, named after the main tenant's with `@` and the customer's id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self
from uuid import UUID

from msolemu.directory.collection import Change, Changes, Collection, Recording
from msolemu.directory.forest.objects import Forest, ForestEntry
from msolemu.directory.indexes import (
    DEVICE_INDEXES,
    ENTRY_INDEXES,
    OBJECT_INDEXES,
    PRINCIPAL_INDEXES,
    SCOPED_MEMBER_INDEXES,
    UNIT_MEMBER_INDEXES,
    USER_INDEXES,
)
from msolemu.directory.tenant.administrative_unit import (
    AdministrativeUnit,
    ForeignRoleGroup,
    ScopedMember,
    UnitMember,
)
from msolemu.directory.tenant.company import Company
from msolemu.directory.tenant.contact import Contact
from msolemu.directory.tenant.contract import Contract
from msolemu.directory.tenant.device import Device, DevicePolicy
from msolemu.directory.tenant.domain import Domain
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.licence import Subscription
from msolemu.directory.tenant.service_principal import ServicePrincipal
from msolemu.directory.tenant.user import User
from msolemu.foundation.dataclass import dataclass

FOREST = "forest"
POLICY = "policy"
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
    contracts: Collection[Contract]
    forests: Collection[Forest]
    entries: Collection[ForestEntry]
    units: Collection[AdministrativeUnit]
    unit_members: Collection[UnitMember]
    scoped_members: Collection[ScopedMember]
    foreign_role_groups: Collection[ForeignRoleGroup]
    service_principals: Collection[ServicePrincipal]
    devices: Collection[Device]
    device_policies: Collection[DevicePolicy]
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

    def __iter__(self) -> Iterator[DirectoryState]:
        """The directories that were asked for or loaded."""
        return iter(list(self._states.values()))


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
        contracts=Collection("contracts" + of, recording),
        forests=Collection("forests" + of, recording),
        entries=Collection("entries" + of, recording, ENTRY_INDEXES, order=lambda entry: entry.changed),
        units=Collection("units" + of, recording),
        unit_members=Collection("unit_members" + of, recording, UNIT_MEMBER_INDEXES),
        scoped_members=Collection("scoped_members" + of, recording, SCOPED_MEMBER_INDEXES),
        foreign_role_groups=Collection("foreign_role_groups" + of, recording),
        service_principals=Collection("service_principals" + of, recording, PRINCIPAL_INDEXES),
        devices=Collection("devices" + of, recording, DEVICE_INDEXES),
        device_policies=Collection("device_policies" + of, recording),
        customers=Customers(recording),
    )


class DirectoryReader(Protocol):
    """Looks at both directories."""

    @property
    def directory(self) -> DirectoryState:
        """The documents as they are."""
        ...


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

    @property
    def changes(self) -> Iterable[Change[object]]:
        """What has changed and is not committed."""
        ...

    def commit(self) -> None:
        """Make every change visible and durable."""
        ...


class MemoryWork:
    """A unit of work over collections that nothing keeps when the process ends."""

    def __init__(self, directory: DirectoryState, recording: Recording) -> None:
        self.directory = directory
        self._recording = recording
        self.changes = Changes()

    def __enter__(self) -> Self:
        self._recording.stack.append(self.changes)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.changes.forget()
        self._recording.stack.remove(self.changes)

    def commit(self) -> None:
        """Keep what changed."""
        self.changes.settle()

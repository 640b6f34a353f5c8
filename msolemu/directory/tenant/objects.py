"""All objects of a tenant together: found by id, anchor, name and address, whatever their class."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TypeAlias
from uuid import UUID

from msolemu.directory.collection import Collection
from msolemu.directory.indexes import WAITING
from msolemu.directory.tenant.company import Company
from msolemu.directory.tenant.contact import Contact
from msolemu.directory.tenant.domain import Domain
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.service_principal import ServicePrincipal
from msolemu.directory.tenant.user import User
from msolemu.directory.unit_of_work import DirectoryState
from msolemu.foundation.dataclass import replace

TenantObject: TypeAlias = User | Group | Contact
Member: TypeAlias = TenantObject | ServicePrincipal
"""What can be in a group."""


class TenantObjects:
    """The users, groups and contacts of the main tenant as one transaction sees them."""

    def __init__(self, state: DirectoryState) -> None:
        self.state = state

    @property
    def company(self) -> Company:
        """The tenant itself; a workspace has one from its beginning."""
        return next(iter(self.state.companies))

    def change_company(self, changed: Company) -> None:
        """Put the tenant's changed settings in place."""
        self.state.companies.put(str(changed.object_id), changed)

    def next_number(self) -> int:
        """A number for a new object, greater than those of all others."""
        company = self.company
        self.change_company(replace(company, created_objects=company.created_objects + 1))
        return company.created_objects + 1

    def domain(self, name: str) -> Domain | None:
        """A domain of the tenant, verified or not."""
        return self.state.domains.get(name.lower())

    def domain_of(self, upn: str) -> Domain | None:
        """The domain that a name to sign in with ends with."""
        return self.domain(upn.rpartition("@")[2])

    def is_verified(self, domain: str) -> bool:
        """Whether names may end with a domain."""
        known = self.domain(domain)
        return known is not None and known.is_verified

    def get(self, object_id: UUID) -> TenantObject | None:
        """The object with an id."""
        key = str(object_id)
        return self.state.users.get(key) or self.state.groups.get(key) or self.state.contacts.get(key)

    def member(self, object_id: UUID) -> Member | None:
        """The object with an id, a service principal too."""
        return self.get(object_id) or self.state.service_principals.get(str(object_id))

    def put(self, one: TenantObject) -> None:
        """Keep a new or changed object."""
        key = str(one.object_id)
        match one:
            case User():
                self.state.users.put(key, one)
            case Group():
                self.state.groups.put(key, one)
            case Contact():
                self.state.contacts.put(key, one)

    def remove(self, one: TenantObject) -> None:
        """Forget an object."""
        key = str(one.object_id)
        for collection in self._collections():
            collection.remove(key)
        for belongs in (self.state.unit_members, self.state.scoped_members):
            for entry in belongs.find("member", key):
                belongs.remove(entry.key)

    def with_anchor(self, source_anchor: str) -> TenantObject | None:
        """The object that is linked to a source anchor, in the recycle bin or not; the anchor's case matters."""
        return next(self._found("anchor", source_anchor), None)

    def live_with_anchor(self, source_anchor: str) -> TenantObject | None:
        """The object that is linked to a source anchor and not deleted."""
        return next((one for one in self._found("anchor", source_anchor) if not one.is_deleted), None)

    def without_live(self, source_anchors: Set[str]) -> set[str]:
        """Those of many source anchors that no object is linked to but deleted ones; only a few are looked at."""
        deleted = {one.immutable_id for one in self.state.users.find("deleted", "deleted") if one.immutable_id}
        known = (collection.texts("anchor") for collection in self._collections())
        doubtful = set(source_anchors).difference(*known) | (deleted & source_anchors)
        return {anchor for anchor in doubtful if self.live_with_anchor(anchor) is None}

    def with_sid(self, identifier: str, but: UUID | None = None) -> TenantObject | None:
        """Another object with a security identifier."""
        return _another(self._found("sid", identifier), but)

    def with_upn(self, upn: str, but: UUID | None = None) -> User | None:
        """Another user with a user principal name; one that is not deleted comes first."""
        found = [user for user in self.state.users.find("upn", upn.lower()) if user.object_id != but]
        return min(found, key=lambda user: user.is_deleted, default=None)

    def with_address(self, address: str, but: UUID | None = None) -> TenantObject | None:
        """Another object with an address, deleted users included; the address has its prefix."""
        return _another(self._found("address", address.lower()), but)

    def all_with_address(self, address: str) -> Iterator[TenantObject]:
        """All objects with an address, deleted users among them; the address has its prefix."""
        return self._found("address", address.lower())

    def waiting(self) -> list[TenantObject]:
        """The objects that are there and have values set aside, in the order of creation."""
        return sorted(self._found("waiting", WAITING), key=lambda one: one.number)

    def _found(self, index: str, text: str) -> Iterator[TenantObject]:
        for collection in self._collections():
            if not collection.has(index, text):
                continue
            yield from collection.find(index, text)

    def _collections(self) -> tuple[Collection[User], Collection[Group], Collection[Contact]]:
        return self.state.users, self.state.groups, self.state.contacts


def _another(found: Iterator[TenantObject], but: UUID | None) -> TenantObject | None:
    return next((one for one in found if one.object_id != but), None)

"""The names that users sign in with: who may have which, and what a change of the domain means."""

from __future__ import annotations

from uuid import UUID

from msolemu.directory.tenant.account_errors import (
    BadSyntax,
    BadValue,
    MissingProperty,
    NotUnique,
    NoWayBetweenDomains,
    TooLong,
    UserAlreadyExists,
)
from msolemu.directory.tenant.addresses import SMTP
from msolemu.directory.tenant.domain import Domain
from msolemu.directory.tenant.incoming import WELL_FORMED_UPN
from msolemu.directory.tenant.objects import TenantObject, TenantObjects
from msolemu.directory.tenant.quarantine import ADDRESSES, UPN
from msolemu.directory.tenant.user import User

LONGEST_UPN = 113


def domain_for(objects: TenantObjects, upn: str) -> Domain:
    """The verified domain of a well-formed name; raises TooLong, BadSyntax or BadValue."""
    if len(upn) > LONGEST_UPN:
        raise TooLong(UPN)
    if not WELL_FORMED_UPN.fullmatch(upn):
        raise BadSyntax(UPN)
    domain = objects.domain_of(upn)
    if domain is None or not domain.is_verified:
        raise BadValue(UPN)
    return domain


def live_holder(objects: TenantObjects, upn: str, but: UUID | None = None) -> tuple[TenantObject, str] | None:
    """Who has a name, deleted users not counted, and whether as user principal name or as address."""
    user = objects.with_upn(upn, but)
    if user is not None and not user.is_deleted:
        return user, UPN
    other = live_with_address(objects, SMTP + upn, but)
    return (other, ADDRESSES) if other else None


def live_with_address(objects: TenantObjects, address: str, but: UUID | None = None) -> TenantObject | None:
    """Another object with an address, deleted users not counted."""
    found = objects.all_with_address(address)
    return next((one for one in found if one.object_id != but and not one.is_deleted), None)


def demand_new(objects: TenantObjects, upn: str) -> None:
    """Raise UserAlreadyExists or NotUnique where somebody has the name."""
    match live_holder(objects, upn):
        case (_, "UserPrincipalName"):
            raise UserAlreadyExists(upn)
        case (_, met):
            raise NotUnique(met)


def demand_free(objects: TenantObjects, upn: str, user: User) -> None:
    """Raise NotUnique where somebody else has the name."""
    if found := live_holder(objects, upn, user.object_id):
        raise NotUnique(found[1])


def demand_free_anchor(objects: TenantObjects, anchor: str, but: UUID | None = None) -> None:
    """Raise NotUnique where another object has the source anchor."""
    found = objects.with_anchor(anchor)
    if found is not None and found.object_id != but:
        raise NotUnique("SourceAnchor")


def demand_way_between(old: Domain | None, new: Domain, anchor: str | None, password: str | None) -> None:
    """Whether a user can go from one domain to another.

    A federated user has a source anchor and no password of its own, the others have a password; from one federated
    domain to another one there is no way but over a third domain. Raises MissingProperty or NoWayBetweenDomains.
    """
    was_federated = old is not None and old.is_federated
    if new.is_federated and not anchor:
        raise MissingProperty("FederatedUser.SourceAnchor")
    if new.is_federated and was_federated and old != new:
        raise NoWayBetweenDomains
    if was_federated and not new.is_federated and not password:
        raise MissingProperty("NewPassword")

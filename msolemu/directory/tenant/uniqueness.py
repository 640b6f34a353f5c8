"""Who holds a value that another object wants: names and addresses are unique over users, groups and contacts.

A wanted user principal name meets the names of other users and the mail addresses of all others. A wanted address meets
addresses. Users in the recycle bin hold their values until they are purged.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from msolemu.directory.tenant.addresses import SMTP, is_sip
from msolemu.directory.tenant.incoming import IncomingObject
from msolemu.directory.tenant.objects import TenantObject, TenantObjects
from msolemu.directory.tenant.quarantine import ADDRESSES, UPN
from msolemu.foundation.dataclass import dataclass

SIP = "SipProxyAddress"
SECURITY_IDENTIFIER = "OnPremiseSecurityIdentifier"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A wanted value, who has it, and as which property."""

    property_name: str
    value: str
    holder: TenantObject
    met: str


def holder_of_name(objects: TenantObjects, upn: str, but: UUID | None = None) -> tuple[TenantObject, str] | None:
    """Who has a name, and whether as user principal name or as address."""
    if user := objects.with_upn(upn, but):
        return user, UPN
    other = objects.with_address(SMTP + upn, but)
    return (other, ADDRESSES) if other else None


def is_free(objects: TenantObjects, name: str, but: UUID | None = None) -> bool:
    """Whether nobody else has a text as user principal name or mail address."""
    return holder_of_name(objects, name, but) is None


def name_conflict(objects: TenantObjects, upn: str, but: TenantObject | None) -> Conflict | None:
    """What stands against a wanted user principal name; nothing does when the object has it already."""
    if but is not None and (but.user_principal_name or "").lower() == upn.lower():
        return None
    found = holder_of_name(objects, upn, but.object_id if but else None)
    return Conflict(UPN, upn, *found) if found else None


def address_conflicts(objects: TenantObjects, wanted: tuple[str, ...], but: TenantObject | None) -> Iterator[Conflict]:
    """What stands against wanted addresses; those that the object has already are its own."""
    own = {address.lower() for address in but.proxy_addresses} if but else set()
    for address in wanted:
        if address.lower() in own:
            continue
        if holder := objects.with_address(address, but.object_id if but else None):
            yield Conflict(SIP if is_sip(address) else ADDRESSES, address, holder, ADDRESSES)


def identifier_conflict(objects: TenantObjects, incoming: IncomingObject, but: TenantObject | None) -> Conflict | None:
    """What stands against the security identifier."""
    identifier = incoming.first("onPremiseSecurityIdentifier")
    if identifier is None:
        return None
    holder = objects.with_sid(identifier, but.object_id if but else None)
    return Conflict(SECURITY_IDENTIFIER, identifier, holder, SECURITY_IDENTIFIER) if holder else None

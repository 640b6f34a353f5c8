"""An object as a synchronization client sends it, and how its values become those of the tenant's object."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msolemu.directory.tenant.addresses import accepted, bare, is_smtp, primary
from msolemu.foundation.dataclass import dataclass, field

Values = tuple[str, ...]
UPN_ATTRIBUTE = "userPrincipalName"
ADDRESS_ATTRIBUTE = "proxyAddresses"
WELL_FORMED_UPN = re.compile(r"(?=.{3,113}\Z)[A-Za-z0-9'._!#^~-]{1,64}(?<!\.)@[A-Za-z0-9.-]{1,48}")
"""The letters, signs and lengths that the service takes in a name to sign in with."""

TEXTS: Mapping[str, str] = {
    "displayName": "display_name",
    "givenName": "first_name",
    "surname": "last_name",
    "mail": "mail",
    "title": "title",
    "department": "department",
    "city": "city",
    "state": "state",
    "country": "country",
    "streetAddress": "street_address",
    "postalCode": "postal_code",
    "physicalDeliveryOfficeName": "office",
    "telephoneNumber": "phone_number",
    "mobile": "mobile_phone",
    "facsimileTelephoneNumber": "fax",
    "preferredLanguage": "preferred_language",
    "description": "description",
    "onPremiseSecurityIdentifier": "security_identifier",
}
"""Attributes of the client whose first value is a field of the object, where its class has that field."""


@dataclass(frozen=True, slots=True)
class IncomingObject:
    """An object to create or update: all its values, and the names of those that changed.

    `object_type` is User, Group or Contact. References hold source anchors.
    """

    object_type: str
    source_anchor: str
    attributes: Mapping[str, Values] = field(default_factory=dict)
    references: Mapping[str, Values] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()

    def first(self, attribute: str) -> str | None:
        """The first value of an attribute, or None."""
        values = self.attributes.get(attribute)
        return values[0] if values else None

    @property
    def upn(self) -> str | None:
        """The wanted user principal name; None for what is no user."""
        return self.first(UPN_ATTRIBUTE) if self.object_type == "User" else None

    @property
    def sent_addresses(self) -> Values:
        """All addresses as they were sent."""
        return self.attributes.get(ADDRESS_ATTRIBUTE, ())

    @property
    def addresses(self) -> Values:
        """The wanted addresses that the service takes."""
        return accepted(self.sent_addresses)

    @property
    def primary_address(self) -> str | None:
        """The primary mail address, which soft match goes by."""
        return primary(self.addresses)

    @property
    def nickname(self) -> str | None:
        """What the name at the initial domain is made of: the alias, else the prefix of the best address or name."""
        if alias := self.first("alias"):
            return alias.replace(" ", "")
        mails = [bare(address) for address in self.addresses if is_smtp(address)]
        main = self.primary_address
        candidates = (bare(main) if main else None, self.first("mail"), self.upn, *mails)
        return next((one.partition("@")[0] for one in candidates if one), None)

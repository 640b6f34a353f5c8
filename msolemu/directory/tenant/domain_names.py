"""Names of domains: how they are formed, which of them are one another's, and who uses one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from msolemu.directory.tenant.account_errors import BadSyntax, MissingProperty, TooLong
from msolemu.directory.tenant.domain import Domain
from msolemu.directory.tenant.domain_errors import DomainNameReserved
from msolemu.directory.tenant.objects import TenantObject, TenantObjects

LONGEST = 253
LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
WELL_FORMED = re.compile(rf"{LABEL}(\.{LABEL})+", re.IGNORECASE)
RESERVED = ("onmicrosoft.com", "microsoftonline.com", "microsoft.com", "outlook.com", "hotmail.com", "live.com")


def checked_name(name: str | None) -> str:
    """A well-formed name in lower case; raises MissingProperty, TooLong, BadSyntax or DomainNameReserved."""
    if not name:
        raise MissingProperty("Name")
    if len(name) > LONGEST:
        raise TooLong("Name")
    if not WELL_FORMED.fullmatch(name):
        raise BadSyntax("Name")
    lower = name.lower()
    if lower in RESERVED or lower.endswith(tuple("." + one for one in RESERVED)):
        raise DomainNameReserved(name)
    return lower


def is_below(name: str, root: str) -> bool:
    """Whether one name is a subdomain of another."""
    return name.endswith("." + root)


def root_of(name: str, domains: Iterable[Domain]) -> Domain | None:
    """The verified domain that a name is a subdomain of, the outermost of several."""
    above = [one for one in domains if one.is_verified and not one.is_initial and is_below(name, one.name)]
    return min(above, key=lambda one: len(one.name), default=None)


def names_in_use(objects: TenantObjects) -> Iterator[str]:
    """Every user principal name and address of the objects that are not deleted, in lower case."""
    for user in objects.state.users:
        if not user.is_deleted:
            yield user.user_principal_name.lower()
    every: Iterator[TenantObject] = chain(objects.state.users, objects.state.groups, objects.state.contacts)
    for one in every:
        if not one.is_deleted:
            yield from (address.lower() for address in one.proxy_addresses)


def is_in_use(objects: TenantObjects, name: str) -> bool:
    """Whether any object has a name or an address of a domain."""
    end = "@" + name.lower()
    return any(text.endswith(end) for text in names_in_use(objects))

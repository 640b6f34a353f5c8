"""Under which texts the documents of both directories are found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from msolemu.directory.forest.distinguished_name import normalized, parent_of
from msolemu.directory.forest.objects import ForestEntry
from msolemu.directory.tenant.administrative_unit import ScopedMember, UnitMember
from msolemu.directory.tenant.device import Device
from msolemu.directory.tenant.quarantine import SetAsideValue
from msolemu.directory.tenant.service_principal import ServicePrincipal
from msolemu.directory.tenant.user import User

WAITING = "waiting"
LINKS = ("member", "manager", "managedby")
"""Attributes of the forest that hold the names of other objects."""


class TenantObject(Protocol):
    """What users, groups and contacts have in common for an index."""

    @property
    def immutable_id(self) -> str | None:
        """The source anchor."""
        ...

    @property
    def security_identifier(self) -> str | None:
        """The security identifier on-premises."""
        ...

    @property
    def proxy_addresses(self) -> tuple[str, ...]:
        """Addresses with their prefixes."""
        ...

    @property
    def quarantine(self) -> tuple[SetAsideValue, ...]:
        """Values set aside."""
        ...

    @property
    def is_deleted(self) -> bool:
        """Whether it is in the recycle bin."""
        ...


def _given(text: str | None) -> Iterable[str]:
    return (text,) if text else ()


def _waiting(one: TenantObject) -> Iterable[str]:
    return (WAITING,) if one.quarantine and not one.is_deleted else ()


OBJECT_INDEXES: Mapping[str, Callable[[TenantObject], Iterable[str]]] = {
    "anchor": lambda one: _given(one.immutable_id),
    "sid": lambda one: _given(one.security_identifier),
    "address": lambda one: (address.lower() for address in one.proxy_addresses),
    "waiting": _waiting,
}
"""An address with its prefix in lower case; `waiting` has one text, WAITING. The anchor heeds case."""

USER_INDEXES: Mapping[str, Callable[[User], Iterable[str]]] = {
    **OBJECT_INDEXES,
    "upn": lambda user: (user.user_principal_name.lower(),),
    "deleted": lambda user: ("deleted",) if user.is_deleted else (),
    "licence": lambda user: [licence.sku for licence in user.licences],
    "role": lambda user: () if user.is_deleted else user.roles,
}

PRINCIPAL_INDEXES: Mapping[str, Callable[[ServicePrincipal], Iterable[str]]] = {
    "app": lambda one: (str(one.app_principal_id),),
    "name": lambda one: map(str.lower, one.names),
    "role": lambda one: one.roles,
}

DEVICE_INDEXES: Mapping[str, Callable[[Device], Iterable[str]]] = {
    "device": lambda one: (str(one.device_id),),
    "owner": lambda one: map(str, one.owners),
}

UNIT_MEMBER_INDEXES: Mapping[str, Callable[[UnitMember], Iterable[str]]] = {
    "unit": lambda one: (str(one.unit),),
    "member": lambda one: (str(one.member),),
}

SCOPED_MEMBER_INDEXES: Mapping[str, Callable[[ScopedMember], Iterable[str]]] = {
    "unit": lambda one: (str(one.unit),),
    "role": lambda one: (one.role,),
    "member": lambda one: (str(one.member),),
}


def _named(attribute: str) -> Callable[[ForestEntry], Iterable[str]]:
    return lambda entry: () if entry.is_deleted else (value.lower() for value in entry.attributes.get(attribute, ()))


def _links(entry: ForestEntry) -> Iterable[str]:
    return () if entry.is_deleted else (normalized(to) for name in LINKS for to in entry.attributes.get(name, ()))


ENTRY_INDEXES: Mapping[str, Callable[[ForestEntry], Iterable[str]]] = {
    "dn": lambda entry: (normalized(entry.distinguished_name),),
    "parent": lambda entry: () if entry.is_deleted else _given(parent_of(normalized(entry.distinguished_name))),
    "samaccountname": _named("samaccountname"),
    "userprincipalname": _named("userprincipalname"),
    "objectsid": _named("objectsid"),
    "proxyaddresses": _named("proxyaddresses"),
    "mail": _named("mail"),
    "link": _links,
}
"""Texts in lower case; tombstones are found by name and by change only. `link` finds who refers to a name."""

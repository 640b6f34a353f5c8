"""The object that comes out when an incoming one is taken: values, addresses, name, and what is set aside."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from msolemu.directory.tenant.addresses import RESERVED, SMTP, accepted, united
from msolemu.directory.tenant.contact import Contact
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.incoming import ADDRESS_ATTRIBUTE, TEXTS, UPN_ATTRIBUTE, IncomingObject
from msolemu.directory.tenant.objects import TenantObject, TenantObjects
from msolemu.directory.tenant.placeholder import initial_name, placeholder
from msolemu.directory.tenant.quarantine import ADDRESSES, UPN, SetAsideValue
from msolemu.directory.tenant.uniqueness import Conflict, is_free
from msolemu.directory.tenant.user import User
from msolemu.foundation.dataclass import dataclass, fields, replace
from msolemu.foundation.identifiers import IdSource

CLASSES: dict[str, type[User | Group | Contact]] = {"User": User, "Group": Group, "Contact": Contact}
FIELDS = {name: frozenset(one.name for one in fields(kind)) for name, kind in CLASSES.items()}
TRUE = "true"


@dataclass(frozen=True, slots=True)
class Target:
    """The object of the tenant that an incoming one is, None for a new one.

    Of an object that is already `linked`, only what changed is looked at.
    """

    found: TenantObject | None
    linked: bool
    changed: frozenset[str]

    def checks(self, attribute: str) -> bool:
        """Whether an attribute is taken from what came in."""
        return not self.linked or attribute in self.changed

    def entry(self, property_name: str, value: str) -> SetAsideValue | None:
        """The value of a property that the object waits for already."""
        for one in self.found.quarantine if self.found else ():
            if one.property_name == property_name and one.value.lower() == value.lower():
                return one
        return None


class Merge:
    """One incoming object and its target; conflicts are those that are to be set aside."""

    def __init__(
        self,
        objects: TenantObjects,
        ids: IdSource,
        now: datetime,
        *,
        incoming: IncomingObject,
        target: Target,
        conflicts: Iterable[Conflict],
    ) -> None:
        self._objects, self._ids, self._now = objects, ids, now
        self._incoming, self._target = incoming, target
        self._conflicts = [one for one in conflicts if one.property_name in (UPN, ADDRESSES)]
        self._initial_domain = objects.company.initial_domain
        self._own: list[str] = list(self._kept_own_addresses())

    def result(self) -> TenantObject:
        """The new or changed object, not yet put; raises NoPlaceholderLeft."""
        one = self._target.found or self._new()
        changes: dict[str, Any] = {**self._values(), **self._references(), **self._name(one)}
        # By the name of the property, as pasted consoles show: {ProxyAddresses, UserPrincipalName}.
        quarantine = tuple(sorted(self._quarantine(), key=lambda entry: entry.property_name))
        self._own += self._initial_address(quarantine, one.object_id)
        wanted = self._incoming.sent_addresses
        if not self._target.checks(ADDRESS_ATTRIBUTE):
            wanted = one.wanted_proxy_addresses
        changes |= {
            "immutable_id": self._incoming.source_anchor,
            "last_dirsync_time": self._now,
            "wanted_proxy_addresses": wanted,
            "own_addresses": united(self._own),
            "quarantine": quarantine,
            "proxy_addresses": effective_addresses(wanted, quarantine, self._own),
        }
        return replace(one, **changes)

    def _new(self) -> TenantObject:
        values: dict[str, Any] = {
            "object_id": self._ids.guid(),
            "number": self._objects.next_number(),
            "when_created": self._now,
        }
        if self._incoming.object_type == "User":
            values["user_principal_name"] = ""
        return CLASSES[self._incoming.object_type](**values)

    def _values(self) -> dict[str, Any]:
        incoming, target = self._incoming, self._target
        known = FIELDS[incoming.object_type]
        changes: dict[str, Any] = {}
        for attribute, name in TEXTS.items():
            value = incoming.first(attribute)
            # Taking over an object of the cloud, on-premises overwrites with its values and clears nothing.
            if name in known and (attribute in target.changed if target.linked else value is not None):
                changes[name] = value
        if target.checks("alias"):
            changes["mail_nickname"] = incoming.nickname
        for attribute, name in (("securityEnabled", "security_enabled"), ("mailEnabled", "mail_enabled")):
            if name in known and (value := incoming.first(attribute)):
                changes[name] = value.lower() == TRUE
        if isinstance(self._target.found, User) or incoming.object_type == "User":
            changes["deleted_at"] = None
            changes["block_credential"] = (incoming.first("accountEnabled") or TRUE).lower() != TRUE
        return changes

    def _references(self) -> dict[str, Any]:
        known = FIELDS[self._incoming.object_type]
        changes: dict[str, Any] = {}
        for attribute, name in (("manager", "manager"), ("managedBy", "managed_by")):
            if name in known and self._target.checks(attribute):
                changes[name] = next(iter(self._linked(attribute)), None)
        if "members" in known and self._target.checks("member"):
            changes["members"] = self._linked("member")
        return changes

    def _linked(self, attribute: str) -> tuple[UUID, ...]:
        found = (self._objects.with_anchor(anchor) for anchor in self._incoming.references.get(attribute, ()))
        return tuple(one.object_id for one in found if one is not None)

    def _name(self, one: TenantObject) -> dict[str, Any]:
        upn = self._incoming.upn
        if upn is None or not isinstance(one, User) or not self._target.checks(UPN_ATTRIBUTE):
            return {}
        return {"wanted_user_principal_name": upn, "user_principal_name": self._given_name(one, upn)}

    def _given_name(self, user: User, upn: str) -> str:
        def free(name: str) -> bool:
            return is_free(self._objects, name, user.object_id)

        if not self._objects.is_verified(upn.partition("@")[2]):
            nickname = self._incoming.nickname or upn.partition("@")[0]
            return initial_name(nickname, self._initial_domain, free, self._ids)
        if not any(one.property_name == UPN for one in self._conflicts):
            return upn
        if self._target.entry(UPN, upn):
            return user.user_principal_name
        given = placeholder(upn, self._initial_domain, free, self._ids)
        previous = user.user_principal_name
        if previous and self._objects.with_address(SMTP + previous, user.object_id) is None:
            self._own.append(SMTP + previous)
        self._own.append(SMTP + given)
        return given

    def _quarantine(self) -> Iterable[SetAsideValue]:
        attributes = {UPN: UPN_ATTRIBUTE, ADDRESSES: ADDRESS_ATTRIBUTE}
        for entry in self._target.found.quarantine if self._target.found else ():
            if not self._target.checks(attributes[entry.property_name]):
                yield entry
        for one in self._conflicts:
            known = self._target.entry(one.property_name, one.value)
            yield known or SetAsideValue(one.property_name, one.value, self._now, one.met)

    def _kept_own_addresses(self) -> Iterable[str]:
        found = self._target.found
        if found is None:
            return ()
        if found.immutable_id is not None or not found.proxy_addresses:
            return found.own_addresses
        if not self._incoming.sent_addresses:
            return found.proxy_addresses
        return tuple(address for address in found.proxy_addresses if address.lower().endswith(RESERVED))

    def _initial_address(self, quarantine: tuple[SetAsideValue, ...], object_id: UUID) -> list[str]:
        """A user that loses its primary address keeps one at the initial domain, as pasted consoles show."""
        lost = (self._incoming.primary_address or "").lower()
        fresh = [
            one
            for one in quarantine
            if one.property_name == ADDRESSES and one.value.lower() == lost and one.since == self._now
        ]
        if self._incoming.object_type != "User" or not fresh:
            return []
        nickname = self._incoming.nickname
        assert nickname is not None, "an object with an address has one"
        name = initial_name(
            nickname, self._initial_domain, lambda name: is_free(self._objects, name, object_id), self._ids
        )
        return [SMTP + name]


def effective_addresses(
    wanted: Iterable[str], quarantine: Iterable[SetAsideValue], own: Iterable[str]
) -> tuple[str, ...]:
    """The addresses that an object has: what on-premises wants and the service takes, without what waits, and those
    that the service gave.
    """
    waiting = {one.value.lower() for one in quarantine if one.property_name == ADDRESSES}
    return united((address for address in accepted(wanted) if address.lower() not in waiting), own)

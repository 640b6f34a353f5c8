"""What the tenant does with an object that a synchronization client sends.

Hard match, soft match, else a new object; then every value that must be unique is checked. A taken value refuses the
object, or, where the tenant has the feature for it, is set aside: a taken user principal name is replaced by a
placeholder, a taken address left out, and the incoming object is the one that loses. What is not sent as changed is not
looked at again, so a value that has become free comes back with the hourly sweep and not before.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from msolemu.compat.catalogue import TWIN_GROUPS_FAIL_FIRST, USER_MEETS_GROUP_ADDRESS
from msolemu.compat.known_issue import KnownIssueSet
from msolemu.directory.tenant.addresses import primary
from msolemu.directory.tenant.errors import ProvisioningRefused
from msolemu.directory.tenant.features import DUPLICATE_ADDRESS, DUPLICATE_UPN, SOFT_MATCH_ON_UPN, Features
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.incoming import ADDRESS_ATTRIBUTE, UPN_ATTRIBUTE, WELL_FORMED_UPN, IncomingObject
from msolemu.directory.tenant.matching import TYPE_MISMATCH, hard_match, soft_match
from msolemu.directory.tenant.merging import Merge, Target
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.placeholder import NoPlaceholderLeft
from msolemu.directory.tenant.quarantine import ADDRESSES, UPN, SetAsideValue
from msolemu.directory.tenant.recycle_bin import deleted, licensed_again
from msolemu.directory.tenant.uniqueness import (
    SECURITY_IDENTIFIER,
    SIP,
    Conflict,
    address_conflicts,
    identifier_conflict,
    name_conflict,
)
from msolemu.directory.tenant.user import User
from msolemu.foundation.identifiers import IdSource

NOT_UNIQUE = "AttributeValueMustBeUnique"
INVALID_SOFT_MATCH = "InvalidSoftMatch"
INVALID_IDENTITY = "IdentityDataValidationFailed"
CLOUD_ONLY = "DeletingCloudOnlyObjectNotAllowed"
NOT_ENABLED = "DirectorySynchronizationNotEnabled"
"""The tenant has switched synchronization off; the name is ours."""
REPORTED = (UPN, ADDRESSES, SIP, SECURITY_IDENTIFIER)
"""The order in which a refusal names properties."""


class Provisioning:
    """One export run, or a part of one: it remembers which groups it created."""

    def __init__(self, objects: TenantObjects, issues: KnownIssueSet, ids: IdSource, now: datetime) -> None:
        self._objects, self._issues, self._ids, self._now = objects, issues, ids, now
        self._features = Features(objects.company, issues)
        self._created_groups: set[UUID] = set()

    def take(self, incoming: IncomingObject) -> list[SetAsideValue]:
        """Create or update an object, and tell which values were newly set aside; raises ProvisioningRefused."""
        self._demand_enabled()
        target = self._target(incoming)
        conflicts = self._conflicts(incoming, target)
        if refused := self._refused(incoming, target, conflicts):
            raise ProvisioningRefused(self._refusal_name(incoming, target, refused), _values(refused))
        try:
            merge = Merge(self._objects, self._ids, self._now, incoming=incoming, target=target, conflicts=conflicts)
            taken = merge.result()
        except NoPlaceholderLeft as error:
            raise ProvisioningRefused(NOT_UNIQUE, ((UPN, (incoming.upn or "",)),)) from error
        if isinstance(taken, User) and taken.former_licences:
            taken = licensed_again(self._objects, taken, self._now)
        self._objects.put(taken)
        if target.found is None and isinstance(taken, Group):
            self._created_groups.add(taken.object_id)
        return [one for one in taken.quarantine if not target.entry(one.property_name, one.value)]

    def delete(self, source_anchor: str) -> None:
        """Move a user to the recycle bin, forget anything else; raises ProvisioningRefused."""
        self._demand_enabled()
        found = self._objects.with_anchor(source_anchor)
        if found is None or found.is_deleted:
            return
        if found.last_dirsync_time is None:
            raise ProvisioningRefused(CLOUD_ONLY)
        if isinstance(found, User):
            self._objects.put(deleted(found, self._now))
        else:
            self._objects.remove(found)

    def _demand_enabled(self) -> None:
        if not self._objects.company.directory_synchronization_enabled:
            raise ProvisioningRefused(NOT_ENABLED)

    def _target(self, incoming: IncomingObject) -> Target:
        found = hard_match(self._objects, self._features, incoming)
        if found is not None:
            return Target(found, linked=found.last_dirsync_time is not None, changed=incoming.changed)
        found = soft_match(self._objects, self._features, incoming)
        return Target(found, linked=False, changed=incoming.changed)

    def _conflicts(self, incoming: IncomingObject, target: Target) -> list[Conflict]:
        found: list[Conflict | None] = [identifier_conflict(self._objects, incoming, target.found)]
        upn = incoming.upn
        if upn and target.checks(UPN_ATTRIBUTE):
            if not WELL_FORMED_UPN.fullmatch(upn):
                raise ProvisioningRefused(INVALID_IDENTITY, ((UPN, (upn,)),))
            # An unverified suffix never counts: the name becomes one at the initial domain, without any entry.
            if self._objects.is_verified(upn.partition("@")[2]):
                found.append(name_conflict(self._objects, upn, target.found))
        if target.checks(ADDRESS_ATTRIBUTE):
            found.extend(address_conflicts(self._objects, incoming.addresses, target.found))
        return [conflict for conflict in found if conflict is not None]

    def _refused(self, incoming: IncomingObject, target: Target, conflicts: list[Conflict]) -> list[Conflict]:
        fresh = [one for one in conflicts if not target.entry(one.property_name, one.value)]
        refused = [one for one in fresh if not self._can_be_set_aside(one)]
        if refused or target.found is not None:
            return refused
        return self._meets_group(incoming, fresh) or self._meets_twin(incoming, fresh)

    def _can_be_set_aside(self, conflict: Conflict) -> bool:
        match conflict.property_name:
            case "UserPrincipalName":
                return self._features.on(DUPLICATE_UPN)
            case "ProxyAddresses":
                return self._features.on(DUPLICATE_ADDRESS)
        return False

    def _meets_group(self, incoming: IncomingObject, conflicts: list[Conflict]) -> list[Conflict]:
        """A new user whose name and address are both a group's primary address: the address refuses it."""
        name = (incoming.upn or "").lower()
        met = [
            one
            for one in conflicts
            if one.property_name == ADDRESSES
            and isinstance(one.holder, Group)
            and (primary(one.holder.proxy_addresses) or "").lower() == one.value.lower() == f"smtp:{name}"
        ]
        return met if met and self._issues.keep(USER_MEETS_GROUP_ADDRESS) else []

    def _meets_twin(self, incoming: IncomingObject, conflicts: list[Conflict]) -> list[Conflict]:
        """A new group with the address of another one that the same run created: the address refuses it."""
        twins = [one for one in conflicts if one.holder.object_id in self._created_groups]
        if incoming.object_type != "Group" or not twins:
            return []
        return twins if self._issues.keep(TWIN_GROUPS_FAIL_FIRST) else []

    def _refusal_name(self, incoming: IncomingObject, target: Target, refused: list[Conflict]) -> str:
        """The error's name: a new object that meets another one at what a soft match goes by failed to match."""
        if target.found is not None:
            return NOT_UNIQUE
        for conflict in refused:
            if not self._is_match_value(incoming, conflict):
                continue
            if conflict.holder.object_type != incoming.object_type:
                return TYPE_MISMATCH
            return INVALID_SOFT_MATCH
        return NOT_UNIQUE

    def _is_match_value(self, incoming: IncomingObject, conflict: Conflict) -> bool:
        if conflict.property_name == ADDRESSES:
            return conflict.value == incoming.primary_address
        return conflict.property_name == UPN and conflict.met == UPN and self._features.on(SOFT_MATCH_ON_UPN)


def _values(refused: list[Conflict]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = ((name, tuple(one.value for one in refused if one.property_name == name)) for name in REPORTED)
    return tuple((name, values) for name, values in found if values)

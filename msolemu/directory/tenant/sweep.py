"""The hourly task of the tenant: purges the recycle bin, then gives back values that have become free."""

from __future__ import annotations

from datetime import datetime, timedelta

from msolemu.compat.catalogue import SWEEP_COMPARES_UPN_WITH_UPN_ONLY
from msolemu.compat.known_issue import KnownIssueSet
from msolemu.directory.tenant.merging import effective_addresses
from msolemu.directory.tenant.objects import TenantObject, TenantObjects
from msolemu.directory.tenant.quarantine import ADDRESSES, UPN, SetAsideValue
from msolemu.directory.tenant.uniqueness import holder_of_name
from msolemu.directory.tenant.user import User
from msolemu.foundation.dataclass import dataclass, replace

KEPT_IN_RECYCLE_BIN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class WaitingValue:
    """A value that is set aside: who waits, who holds it as far as the sweep looks, and whether it ever comes back."""

    entry: SetAsideValue
    loser: TenantObject
    holder: TenantObject | None
    heals_by_itself: bool


class Sweep:
    """One pass of the task."""

    def __init__(self, objects: TenantObjects, issues: KnownIssueSet) -> None:
        self._objects = objects
        # The task compares a name with names only, so one that lost to an address never comes back.
        self._names_only = issues.keep(SWEEP_COMPARES_UPN_WITH_UPN_ONLY)

    def run(self, now: datetime) -> list[WaitingValue]:
        """Do both, and tell what was given back: of several that wait for a value, to the one that waits longest."""
        self._purge(now - KEPT_IN_RECYCLE_BIN)
        given: list[WaitingValue] = []
        for waiting in sorted(self.waiting(), key=lambda one: (one.entry.since, one.loser.number)):
            loser = self._objects.get(waiting.loser.object_id)
            if loser and waiting.heals_by_itself and self.holder(waiting.entry, loser) is None:
                self._objects.put(with_value_back(loser, waiting.entry))
                given.append(waiting)
        return given

    def waiting(self) -> list[WaitingValue]:
        """Everything that is set aside, by the order in which its objects were created."""
        return [
            WaitingValue(entry, loser, self.holder(entry, loser), self.heals_by_itself(entry))
            for loser in self._objects.waiting()
            for entry in loser.quarantine
        ]

    def holder(self, entry: SetAsideValue, loser: TenantObject) -> TenantObject | None:
        """Who has a value that is waited for, if anybody. A name that lost to a name waits for names alone."""
        if entry.property_name == ADDRESSES:
            return self._objects.with_address(entry.value, loser.object_id)
        if entry.met == UPN:
            return self._objects.with_upn(entry.value, loser.object_id)
        found = holder_of_name(self._objects, entry.value, loser.object_id)
        return found[0] if found else None

    def heals_by_itself(self, entry: SetAsideValue) -> bool:
        """Whether the task gives the value back once it is free."""
        return not (self._names_only and entry.property_name == UPN and entry.met == ADDRESSES)

    def _purge(self, before: datetime) -> None:
        for user in self._objects.state.users.find("deleted", "deleted"):
            if user.deleted_at is not None and user.deleted_at <= before:
                self._objects.remove(user)


def with_value_back(one: TenantObject, entry: SetAsideValue) -> TenantObject:
    """An object after a value came back: a name takes the place of its placeholder, which stays as an address."""
    left = tuple(other for other in one.quarantine if other != entry)
    if isinstance(one, User) and entry.property_name == UPN:
        return replace(one, quarantine=left, user_principal_name=entry.value)
    addresses = effective_addresses(one.wanted_proxy_addresses, left, one.own_addresses)
    return replace(one, quarantine=left, proxy_addresses=addresses)

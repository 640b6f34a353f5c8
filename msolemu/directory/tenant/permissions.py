"""Who may read a tenant and who may change what in it, where signing in is strict.

A change is judged by what it does to the documents, before it is kept: so no cmdlet has rules of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from msolemu.directory.collection import Change
from msolemu.directory.tenant.catalogue.permissions import Grant, matrix
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.role_errors import NotPermitted
from msolemu.directory.tenant.user import User
from msolemu.directory.unit_of_work import CUSTOMER
from msolemu.foundation.dataclass import fields

GUEST = "Guest"
USERS = "users"


class Permissions:
    """What the user who is signed in may do; asked anew for each transaction, for roles come and go.

    `objects` are those of the tenant that the user belongs to. Its roles there count in the tenants that it manages
    too; in such a customer also the roles of the groups of agents that the user is in. Raises NotPermitted when the
    user is gone or blocked, or is a guest.
    """

    def __init__(self, objects: TenantObjects, account: UUID, customer: TenantObjects | None = None) -> None:
        user = objects.state.users.get(str(account))
        if user is None or user.is_deleted or user.block_credential or user.user_type == GUEST:
            raise NotPermitted
        self._objects = objects
        roles = {*user.roles, *roles_of_groups(objects, account, objects)}
        self._grants = _grants(roles)
        if customer is not None:
            self._grants += _grants(roles_of_groups(objects, account, customer))
        scoped = objects.state.scoped_members.find("member", str(account))
        self._grants_of_units = [(entry.unit, grant) for entry in scoped for grant in _grants((entry.role,))]
        self._is_member = not roles and not scoped

    def demand_reading(self) -> None:
        """Raise NotPermitted for an ordinary user where the tenant keeps these from reading about others."""
        if self._is_member and not self._objects.company.settings.users_permission_to_read_other_users_enabled:
            raise NotPermitted

    def demand_any(self) -> None:
        """Raise NotPermitted for a user who may change nothing."""
        if not self._grants and not self._grants_of_units:
            raise NotPermitted

    def demand(self, changes: Iterable[Change[Any]]) -> None:
        """Raise NotPermitted if no role allows one of the changes."""
        for change in changes:
            for area in _areas(change):
                if not any(grant.allows(area) for grant in self._grants_on(change)):
                    raise NotPermitted

    def _grants_on(self, change: Change[Any]) -> Iterator[Grant]:
        """The grants that hold for an object."""
        administrator = _is_administrator(change.before) or _is_administrator(change.after)
        yield from (grant for grant in self._grants if grant.administrators_too or not administrator)
        if change.collection != USERS or administrator:
            return
        for unit, grant in self._grants_of_units:
            if self._objects.state.unit_members.get(f"{unit}/{change.key}") is not None:
                yield grant


def roles_of_groups(objects: TenantObjects, account: UUID, giver: TenantObjects) -> Iterator[str]:
    """The roles that a tenant, a customer or the user's own, has given to groups that a user is in."""
    for entry in giver.state.foreign_role_groups:
        group = objects.state.groups.get(str(entry.group))
        if entry.company == objects.company.object_id and group is not None and account in group.members:
            yield entry.role


def _grants(roles: Iterable[str]) -> list[Grant]:
    known = matrix().grants
    return [known[role] for role in roles if role in known]


def _is_administrator(one: Any) -> bool:
    return isinstance(one, User) and not matrix().no_administrators.issuperset(one.roles)


def _areas(change: Change[Any]) -> set[str]:
    """The areas that a change touches; one that makes or removes an object is of the object as a whole."""
    kind = change.collection.partition(CUSTOMER)[0]
    before, after = change.before, change.after
    if before is None or after is None:
        return {matrix().area(kind)}
    changed = (one.name for one in fields(after) if getattr(before, one.name) != getattr(after, one.name))
    return {area for area in (matrix().area(kind, name) for name in changed) if area}

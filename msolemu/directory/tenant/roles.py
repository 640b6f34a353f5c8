"""Who has which directory role: each call is a transaction of its own."""

from __future__ import annotations

from typing import TypeAlias
from uuid import UUID

from msolemu.directory.tenant.accounts import Identity, existing
from msolemu.directory.tenant.administrative_unit import ForeignRoleGroup, ScopedMember
from msolemu.directory.tenant.catalogue.roles import DirectoryRole, directory_roles, role_with_id, role_with_name
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.permissions import roles_of_groups
from msolemu.directory.tenant.principals import with_id
from msolemu.directory.tenant.role_errors import (
    RoleMemberNotFound,
    RoleMemberThere,
    RoleNotFound,
    RoleOfSelf,
)
from msolemu.directory.tenant.service_principal import ServicePrincipal
from msolemu.directory.tenant.transactions import Transactions
from msolemu.directory.tenant.units import existing_unit
from msolemu.directory.tenant.user import User
from msolemu.foundation.dataclass import replace

COMPANY_ADMINISTRATOR = "Company Administrator"
RoleMember: TypeAlias = User | ServicePrincipal | Group | ForeignRoleGroup


def role_of(identity: Identity) -> DirectoryRole:
    """A role by id, or by name in any case; raises RoleNotFound."""
    found = role_with_id(identity) if isinstance(identity, UUID) else role_with_name(identity)
    if found is None:
        raise RoleNotFound(str(identity))
    return found


class Roles:
    """The roles of a tenant. Users and service principals have them, and groups, a partner's as a rule."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def all(self) -> list[DirectoryRole]:
        """All roles."""
        with self._transactions.reading():
            return list(directory_roles().values())

    def role(self, identity: Identity) -> DirectoryRole:
        """A role by id, or by name in any case; raises RoleNotFound."""
        with self._transactions.reading():
            return role_of(identity)

    def members(self, identity: Identity) -> list[RoleMember]:
        """Who has a role: users in the order of creation, then service principals, then groups."""
        role = role_of(identity).name
        with self._transactions.reading() as objects:
            state = objects.state
            users = sorted(state.users.find("role", role), key=lambda user: user.number)
            groups = [state.groups.get(str(one.group)) or one for one in state.foreign_role_groups if one.role == role]
            return [*users, *state.service_principals.find("role", role), *groups]

    def of_user(self, who: Identity) -> list[DirectoryRole]:
        """The roles of a user and of the groups that it is in, not those for a unit only; raises UserNotFound."""
        with self._transactions.reading() as objects:
            user = existing(objects, who)
            held = {*user.roles, *roles_of_groups(objects, user.object_id, objects)}
        return [role for role in directory_roles().values() if role.name in held]

    def give_user(self, role: Identity, who: Identity) -> None:
        """Give a user a role; raises RoleNotFound, UserNotFound or RoleMemberThere."""
        name = role_of(role).name
        with self._transactions.changing() as objects:
            user = existing(objects, who)
            objects.put(replace(user, roles=_with(user.roles, name)))

    def give_principal(self, role: Identity, object_id: UUID) -> None:
        """Give a service principal a role; raises RoleNotFound, PrincipalNotFound or RoleMemberThere."""
        name = role_of(role).name
        with self._transactions.changing() as objects:
            one = with_id(objects, object_id)
            objects.state.service_principals.put(str(object_id), replace(one, roles=_with(one.roles, name)))

    def take_from_user(self, role: Identity, who: Identity, by: UUID | None = None) -> None:
        """Take a role from a user.

        Raises RoleNotFound, UserNotFound, RoleMemberNotFound, and RoleOfSelf when the company administrator `by` would
        cease to be one.
        """
        name = role_of(role).name
        with self._transactions.changing() as objects:
            user = existing(objects, who)
            rest = _without(user.roles, name, str(who))
            if name == COMPANY_ADMINISTRATOR and user.object_id == by:
                raise RoleOfSelf
            objects.put(replace(user, roles=rest))

    def take_from_principal(self, role: Identity, object_id: UUID) -> None:
        """Take a role from a service principal; raises RoleNotFound, PrincipalNotFound or RoleMemberNotFound."""
        name = role_of(role).name
        with self._transactions.changing() as objects:
            one = with_id(objects, object_id)
            rest = _without(one.roles, name, str(object_id))
            objects.state.service_principals.put(str(object_id), replace(one, roles=rest))

    # groups of other tenants

    def give_foreign_group(self, role: UUID, company: UUID, group: UUID) -> None:
        """Give the members of another tenant's group a role; raises RoleNotFound or RoleMemberThere."""
        entry = ForeignRoleGroup(role_of(role).name, company, group)
        with self._transactions.changing() as objects:
            groups = objects.state.foreign_role_groups
            if groups.get(entry.key) is not None:
                raise RoleMemberThere
            groups.put(entry.key, entry)

    def take_from_foreign_group(self, role: UUID, company: UUID, group: UUID) -> None:
        """Take it from them; raises RoleNotFound or RoleMemberNotFound."""
        entry = ForeignRoleGroup(role_of(role).name, company, group)
        with self._transactions.changing() as objects:
            groups = objects.state.foreign_role_groups
            if groups.get(entry.key) is None:
                raise RoleMemberNotFound(str(group))
            groups.remove(entry.key)

    # roles for a unit only

    def scoped_members(self, role: UUID, unit: UUID | None = None) -> list[tuple[ScopedMember, User]]:
        """Who has a role for a unit only, or for any; raises RoleNotFound or UnitNotFound."""
        name = role_of(role).name
        with self._transactions.reading() as objects:
            if unit is not None:
                existing_unit(objects, unit)
            entries = objects.state.scoped_members.find("role", name)
            pairs = [(one, objects.state.users.get(str(one.member))) for one in entries if unit in (None, one.unit)]
            return [(one, user) for one, user in pairs if user is not None and not user.is_deleted]

    def give_for_unit(self, role: UUID, unit: UUID, who: Identity) -> None:
        """Give a user a role for a unit; raises RoleNotFound, UnitNotFound, UserNotFound or RoleMemberThere."""
        name = role_of(role).name
        with self._transactions.changing() as objects:
            entry = self._scoped(objects, name, unit, who)
            if objects.state.scoped_members.get(entry.key) is not None:
                raise RoleMemberThere
            objects.state.scoped_members.put(entry.key, entry)

    def take_for_unit(self, role: UUID, unit: UUID, who: Identity) -> None:
        """Take it; raises RoleNotFound, UnitNotFound, UserNotFound or RoleMemberNotFound."""
        name = role_of(role).name
        with self._transactions.changing() as objects:
            entry = self._scoped(objects, name, unit, who)
            if objects.state.scoped_members.get(entry.key) is None:
                raise RoleMemberNotFound(str(who))
            objects.state.scoped_members.remove(entry.key)

    def _scoped(self, objects: TenantObjects, role: str, unit: UUID, who: Identity) -> ScopedMember:
        existing_unit(objects, unit)
        return ScopedMember(unit, role, existing(objects, who).object_id)


def _with(roles: tuple[str, ...], name: str) -> tuple[str, ...]:
    if name in roles:
        raise RoleMemberThere
    return (*roles, name)


def _without(roles: tuple[str, ...], name: str, who: str) -> tuple[str, ...]:
    if name not in roles:
        raise RoleMemberNotFound(who)
    return tuple(role for role in roles if role != name)

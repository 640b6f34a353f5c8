"""Administrative units and who is in them: each call is a transaction of its own."""

from __future__ import annotations

from typing import TypeAlias
from uuid import UUID

from msolemu.directory.tenant.account_errors import MissingProperty, NotUnique, TooLong
from msolemu.directory.tenant.accounts import Identity, existing
from msolemu.directory.tenant.administrative_unit import AdministrativeUnit, UnitMember
from msolemu.directory.tenant.errors import UserNotFound
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.role_errors import UnitMemberNotFound, UnitMemberThere, UnitNotFound
from msolemu.directory.tenant.transactions import Transactions
from msolemu.directory.tenant.user import User
from msolemu.foundation.dataclass import replace

LONGEST_NAME = 256
LONGEST_DESCRIPTION = 1024
Member: TypeAlias = User | Group


class Units:
    """The administrative units of a tenant. A display name is there once, in any case."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def all(self) -> list[AdministrativeUnit]:
        """All units in the order of creation."""
        with self._transactions.reading() as objects:
            return list(objects.state.units)

    def unit(self, object_id: UUID) -> AdministrativeUnit:
        """One unit; raises UnitNotFound."""
        with self._transactions.reading() as objects:
            return existing_unit(objects, object_id)

    def of_user(self, who: Identity) -> list[AdministrativeUnit]:
        """The units that a user is in; raises UserNotFound."""
        with self._transactions.reading() as objects:
            entries = objects.state.unit_members.find("member", str(existing(objects, who).object_id))
            return [existing_unit(objects, entry.unit) for entry in entries]

    def members(self, object_id: UUID) -> list[Member]:
        """Who is in a unit, deleted users left out; raises UnitNotFound."""
        with self._transactions.reading() as objects:
            existing_unit(objects, object_id)
            entries = objects.state.unit_members.find("unit", str(object_id))
            found = [objects.get(entry.member) for entry in entries]
            return [one for one in found if isinstance(one, User | Group) and not one.is_deleted]

    def create(self, display_name: str | None, description: str | None = None) -> AdministrativeUnit:
        """A new unit; raises MissingProperty, TooLong or NotUnique."""
        with self._transactions.changing() as objects:
            unit = AdministrativeUnit(
                self._transactions.ids.guid(), *_checked(objects, display_name, description, None)
            )
            objects.state.units.put(str(unit.object_id), unit)
        return unit

    def change(self, object_id: UUID, display_name: str | None, description: str | None) -> None:
        """Give a unit other texts; None leaves one as it is. Raises UnitNotFound and what `create` raises."""
        with self._transactions.changing() as objects:
            unit = existing_unit(objects, object_id)
            name = unit.display_name if display_name is None else display_name
            text = unit.description if description is None else description
            name, text = _checked(objects, name, text, object_id)
            objects.state.units.put(str(object_id), replace(unit, display_name=name, description=text))

    def remove(self, object_id: UUID) -> None:
        """Forget a unit, and who was in it; raises UnitNotFound."""
        with self._transactions.changing() as objects:
            key = str(existing_unit(objects, object_id).object_id)
            for belongs in (objects.state.unit_members, objects.state.scoped_members):
                for entry in belongs.find("unit", key):
                    belongs.remove(entry.key)
            objects.state.units.remove(key)

    def add_member(self, object_id: UUID, member: UUID) -> None:
        """Put a user or group into a unit; raises UnitNotFound, UserNotFound or UnitMemberThere."""
        with self._transactions.changing() as objects:
            existing_unit(objects, object_id)
            one = objects.get(member)
            if not isinstance(one, User | Group) or one.is_deleted:
                raise UserNotFound(str(member))
            entry = UnitMember(object_id, member)
            if objects.state.unit_members.get(entry.key) is not None:
                raise UnitMemberThere
            objects.state.unit_members.put(entry.key, entry)

    def remove_member(self, object_id: UUID, member: UUID) -> None:
        """Take one out of a unit; raises UnitNotFound or UnitMemberNotFound."""
        with self._transactions.changing() as objects:
            existing_unit(objects, object_id)
            entry = UnitMember(object_id, member)
            if objects.state.unit_members.get(entry.key) is None:
                raise UnitMemberNotFound(str(member))
            objects.state.unit_members.remove(entry.key)


def existing_unit(objects: TenantObjects, object_id: UUID) -> AdministrativeUnit:
    """A unit; raises UnitNotFound."""
    unit = objects.state.units.get(str(object_id))
    if unit is None:
        raise UnitNotFound(str(object_id))
    return unit


def _checked(
    objects: TenantObjects, name: str | None, description: str | None, but: UUID | None
) -> tuple[str, str | None]:
    if not name:
        raise MissingProperty("DisplayName")
    if len(name) > LONGEST_NAME:
        raise TooLong("DisplayName")
    if description and len(description) > LONGEST_DESCRIPTION:
        raise TooLong("Description")
    if any(unit.display_name.lower() == name.lower() and unit.object_id != but for unit in objects.state.units):
        raise NotUnique("DisplayName")
    return name, description or None

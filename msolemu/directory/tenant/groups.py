"""Groups, their members, and contacts, as cmdlets change them: each call is a transaction of its own."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from msolemu.directory.tenant.account_errors import BadValue, MissingProperty, TooLong
from msolemu.directory.tenant.contact import Contact
from msolemu.directory.tenant.errors import ContactNotFound, GroupNotFound
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.group_errors import (
    AlreadyMember,
    GroupAlreadyExists,
    GroupNotChangeable,
    GroupNotDeletable,
    MailEnabledGroup,
    MemberNotFound,
    MemberOfItself,
)
from msolemu.directory.tenant.licensing import Licensing
from msolemu.directory.tenant.objects import Member, TenantObject, TenantObjects
from msolemu.directory.tenant.transactions import Transactions
from msolemu.directory.tenant.user import User
from msolemu.foundation.dataclass import replace

LIMITS = {"DisplayName": 256, "Description": 1024, "ManagedBy": 256}
AGENT_GROUPS: Mapping[str, str] = {
    "AdminAgents": "Agents who administer customers",
    "HelpdeskAgents": "Agents who help the users of customers",
    "SalesAgents": "Agents who order for customers",
}
"""The groups of a partner whose members may act on customers."""
WELL_KNOWN: Mapping[str, str] = {
    **AGENT_GROUPS,
    "AllUsers": "All users of the tenant",
    "ProtectedUsers": "Users whose credentials are protected",
}
"""Groups with a meaning of their own. The list is ours: no source names those that the service knows."""


class Groups:
    """The groups of a tenant; what changes is durable when a call returns, and nothing changes when it raises."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def create(self, display_name: str | None, description: str | None = None, managed_by: str | None = None) -> Group:
        """A new security group; raises MissingProperty, TooLong, or BadValue for an owner that is not there."""
        with self._transactions.changing() as objects:
            group = self._new(objects, checked("DisplayName", display_name), checked("Description", description))
            group = replace(group, managed_by=owner(objects, managed_by))
            objects.put(group)
        return group

    def create_well_known(self, name: str) -> Group:
        """A new group with a meaning of its own; raises BadValue or GroupAlreadyExists."""
        known = next((one for one in WELL_KNOWN if one.lower() == name.lower()), None)
        if known is None:
            raise BadValue("WellKnownGroupName")
        with self._transactions.changing() as objects:
            if any(one.well_known_name == known for one in objects.state.groups):
                raise GroupAlreadyExists(known)
            group = replace(self._new(objects, known, WELL_KNOWN[known]), well_known_name=known)
            objects.put(group)
        return group

    def _new(self, objects: TenantObjects, display_name: str | None, description: str | None) -> Group:
        if not display_name:
            raise MissingProperty("DisplayName")
        ids, now = self._transactions.ids, self._transactions.now
        return Group(ids.guid(), objects.next_number(), now, display_name=display_name, description=description)

    def change(self, object_id: UUID, values: Mapping[str, str | None]) -> None:
        """Set DisplayName, Description or ManagedBy; an empty text clears, but for the name.

        Raises GroupNotFound, MailEnabledGroup, GroupNotChangeable, MissingProperty, TooLong or BadValue.
        """
        with self._transactions.changing() as objects:
            group = changeable(objects, object_id)
            texts = {name: checked(name, value) for name, value in values.items()}
            if "DisplayName" in texts and not texts["DisplayName"]:
                raise MissingProperty("DisplayName")
            objects.put(
                replace(
                    group,
                    display_name=texts.get("DisplayName", group.display_name),
                    description=texts.get("Description", group.description),
                    managed_by=owner(objects, texts["ManagedBy"]) if "ManagedBy" in texts else group.managed_by,
                )
            )

    def remove(self, object_id: UUID) -> None:
        """Forget a group; raises GroupNotFound, MailEnabledGroup or GroupNotDeletable."""
        with self._transactions.changing() as objects:
            group = existing(objects, object_id)
            if group.mail_enabled:
                raise MailEnabledGroup
            if is_of_others(group) or group.licences:
                raise GroupNotDeletable
            objects.remove(group)

    def provision_again(self, object_id: UUID) -> None:
        """Have the services look at a group anew: what they found wrong is settled. Raises GroupNotFound."""
        with self._transactions.changing() as objects:
            objects.put(replace(existing(objects, object_id), faults=()))

    # members

    def members(self, object_id: UUID) -> list[Member]:
        """Who is in a group directly, in the order of entry; raises GroupNotFound."""
        with self._transactions.reading() as objects:
            found = map(objects.member, existing(objects, object_id).members)
            return [one for one in found if one is not None and not one.is_deleted]

    def add_member(self, object_id: UUID, member: UUID, kind: type[Member]) -> None:
        """Put an object of a kind into a group; a user gets the group's licences.

        Raises GroupNotFound, MailEnabledGroup, GroupNotChangeable, MemberNotFound, AlreadyMember or MemberOfItself.
        """
        with self._transactions.changing() as objects:
            group = changeable(objects, object_id)
            if member == group.object_id:
                raise MemberOfItself
            found = of_kind(objects, member, kind)
            if member in group.members:
                raise AlreadyMember
            objects.put(replace(group, members=(*group.members, member)))
            if group.licences and isinstance(found, User):
                objects.put(Licensing(objects, self._transactions.now).joined(found, group))

    def remove_member(self, object_id: UUID, member: UUID, kind: type[Member]) -> None:
        """Take an object of a kind out of a group; raises as `add_member` does, MemberNotFound for one not in it."""
        with self._transactions.changing() as objects:
            group = changeable(objects, object_id)
            found = of_kind(objects, member, kind)
            if member not in group.members:
                raise MemberNotFound(str(member))
            objects.put(replace(group, members=tuple(one for one in group.members if one != member)))
            if group.licences and isinstance(found, User):
                objects.put(Licensing(objects, self._transactions.now).left(found, object_id))


class Contacts:
    """The contacts of a tenant; what changes is durable when a call returns."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def remove(self, object_id: UUID) -> None:
        """Forget a contact, one from on-premises too: it comes back if it is still sent. Raises ContactNotFound."""
        with self._transactions.changing() as objects:
            objects.remove(self._existing(objects, object_id))

    def provision_again(self, object_id: UUID) -> None:
        """Have the services look at a contact anew: what they found wrong is settled. Raises ContactNotFound."""
        with self._transactions.changing() as objects:
            objects.put(replace(self._existing(objects, object_id), faults=()))

    @staticmethod
    def _existing(objects: TenantObjects, object_id: UUID) -> Contact:
        found = objects.state.contacts.get(str(object_id))
        if found is None:
            raise ContactNotFound(str(object_id))
        return found


def existing(objects: TenantObjects, object_id: UUID) -> Group:
    """A group by id; raises GroupNotFound."""
    found = objects.state.groups.get(str(object_id))
    if found is None:
        raise GroupNotFound(str(object_id))
    return found


def changeable(objects: TenantObjects, object_id: UUID) -> Group:
    """A group that cmdlets may change; raises GroupNotFound, MailEnabledGroup or GroupNotChangeable."""
    group = existing(objects, object_id)
    if group.mail_enabled:
        raise MailEnabledGroup
    if is_of_others(group):
        raise GroupNotChangeable
    return group


def is_of_others(group: Group) -> bool:
    """Whether a group is mastered on-premises or by the service itself."""
    return group.is_system or group.last_dirsync_time is not None


def of_kind(objects: TenantObjects, object_id: UUID, kind: type[Member]) -> Member:
    """An object of a kind that is not deleted; raises MemberNotFound."""
    found = objects.member(object_id)
    if not isinstance(found, kind) or found.is_deleted:
        raise MemberNotFound(str(object_id))
    return found


def owner(objects: TenantObjects, identity: str | None) -> UUID | None:
    """The object that manages a group, by id or by user principal name; raises BadValue."""
    if not identity:
        return None
    try:
        found: TenantObject | None = objects.get(UUID(identity))
    except ValueError:
        found = objects.with_upn(identity)
    if not isinstance(found, User | Group) or found.is_deleted:
        raise BadValue("ManagedBy")
    return found.object_id


def checked(name: str, text: str | None) -> str | None:
    """A text as a group keeps it; raises TooLong."""
    if len(text or "") > LIMITS[name]:
        raise TooLong(name)
    return text or None

"""Groups and contacts as cmdlets change them."""

from __future__ import annotations

from uuid import UUID

import pytest

from msolemu.directory.tenant import account_errors, group_errors
from msolemu.directory.tenant.contact import Contact
from msolemu.directory.tenant.errors import ContactNotFound, GroupNotFound
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.user import ServiceFault, User
from msolemu.foundation.dataclass import replace
from tests.directory.builders import START, Cloud, a_contact, a_group

NOBODY = UUID(int=7)
FAULT = ServiceFault("exchange/NA001", "no mailbox", START)


@pytest.fixture
def cloud() -> Cloud:
    """A tenant with an administrator."""
    return Cloud()


def admin(cloud: Cloud) -> User:
    """The administrator."""
    return cloud.service.users()[0]


def test_a_new_group_is_a_security_group_of_the_cloud(cloud: Cloud) -> None:
    group = cloud.service.group_changes.create("Phoenix", "The project", "ADMIN@contoso.onmicrosoft.com")
    assert (group.display_name, group.description, group.managed_by) == (
        "Phoenix",
        "The project",
        admin(cloud).object_id,
    )
    assert (group.security_enabled, group.mail_enabled, group.last_dirsync_time) == (True, False, None)
    assert cloud.service.group_changes.create("Phoenix", None, str(group.object_id)).managed_by == group.object_id


@pytest.mark.parametrize(
    ("name", "description", "owner", "error"),
    [
        (None, None, None, account_errors.MissingProperty),
        ("", None, None, account_errors.MissingProperty),
        ("a" * 300, None, None, account_errors.TooLong),
        ("a", "a" * 1025, None, account_errors.TooLong),
        ("a", None, "nobody@contoso.com", account_errors.BadValue),
        ("a", None, str(NOBODY), account_errors.BadValue),
    ],
)
def test_bad_values_make_no_group(
    cloud: Cloud, name: str | None, description: str | None, owner: str | None, error: type[Exception]
) -> None:
    with pytest.raises(error):
        cloud.service.group_changes.create(name, description, owner)
    assert cloud.service.groups() == []
    assert cloud.service.company.created_objects == 1


def test_an_empty_text_clears_but_not_the_name(cloud: Cloud) -> None:
    groups = cloud.service.group_changes
    group = groups.create("Phoenix", "The project", str(admin(cloud).object_id))
    groups.change(group.object_id, {"Description": "", "ManagedBy": ""})
    changed = cloud.service.group(group.object_id)
    assert changed == replace(group, description=None, managed_by=None)
    with pytest.raises(account_errors.MissingProperty):
        groups.change(group.object_id, {"DisplayName": ""})
    groups.change(group.object_id, {"DisplayName": "Orion"})
    renamed = cloud.service.group(group.object_id)
    assert renamed is not None
    assert renamed.display_name == "Orion"


def test_groups_with_mail_and_groups_of_others_are_not_changed_here(cloud: Cloud) -> None:
    mailed = a_group("Staff", "SMTP:staff@contoso.com", securityEnabled="True", mailEnabled="True")
    synced = a_group("Synced", securityEnabled="True", mailEnabled="False")
    cloud.send_all(mailed, synced)
    groups, member = cloud.service.group_changes, admin(cloud).object_id
    for group, error, deletion in (
        (mailed, group_errors.MailEnabledGroup, group_errors.MailEnabledGroup),
        (synced, group_errors.GroupNotChangeable, group_errors.GroupNotDeletable),
    ):
        identity = cloud.found(group).object_id
        with pytest.raises(error):
            groups.change(identity, {"Description": "x"})
        with pytest.raises(error):
            groups.add_member(identity, member, User)
        with pytest.raises(error):
            groups.remove_member(identity, member, User)
        with pytest.raises(deletion):
            groups.remove(identity)


def test_users_and_groups_are_members(cloud: Cloud) -> None:
    groups, user = cloud.service.group_changes, admin(cloud)
    outer, inner = groups.create("Outer"), groups.create("Inner")
    groups.add_member(outer.object_id, user.object_id, User)
    groups.add_member(outer.object_id, inner.object_id, Group)
    assert groups.members(outer.object_id) == [user, inner]
    with pytest.raises(group_errors.AlreadyMember):
        groups.add_member(outer.object_id, user.object_id, User)
    groups.remove_member(outer.object_id, user.object_id, User)
    assert groups.members(outer.object_id) == [inner]
    with pytest.raises(group_errors.MemberNotFound):
        groups.remove_member(outer.object_id, user.object_id, User)


def test_a_member_is_of_the_kind_that_is_said(cloud: Cloud) -> None:
    groups, user = cloud.service.group_changes, admin(cloud)
    group = groups.create("Phoenix")
    for member, kind in ((user.object_id, Group), (NOBODY, User), (NOBODY, Contact)):
        with pytest.raises(group_errors.MemberNotFound):
            groups.add_member(group.object_id, member, kind)
    with pytest.raises(group_errors.MemberOfItself):
        groups.add_member(group.object_id, group.object_id, Group)
    with pytest.raises(GroupNotFound):
        groups.members(NOBODY)


def test_a_deleted_user_is_no_member_until_it_is_restored(cloud: Cloud) -> None:
    groups, accounts, user = cloud.service.group_changes, cloud.service.accounts, admin(cloud)
    group = groups.create("Phoenix")
    groups.add_member(group.object_id, user.object_id, User)
    accounts.remove(user.object_id)
    assert groups.members(group.object_id) == []
    accounts.restore(user.object_id)
    assert [one.object_id for one in groups.members(group.object_id)] == [user.object_id]


def test_a_removed_group_is_gone_from_the_groups_that_it_was_in(cloud: Cloud) -> None:
    groups = cloud.service.group_changes
    outer, inner = groups.create("Outer"), groups.create("Inner")
    groups.add_member(outer.object_id, inner.object_id, Group)
    groups.remove(inner.object_id)
    assert groups.members(outer.object_id) == []
    with pytest.raises(GroupNotFound):
        groups.remove(inner.object_id)


def test_there_is_one_group_of_each_well_known_name(cloud: Cloud) -> None:
    groups = cloud.service.group_changes
    assert groups.create_well_known("adminagents").well_known_name == "AdminAgents"
    with pytest.raises(group_errors.GroupAlreadyExists):
        groups.create_well_known("AdminAgents")
    with pytest.raises(account_errors.BadValue):
        groups.create_well_known("Friends")


def test_a_second_try_settles_what_services_found_wrong(cloud: Cloud) -> None:
    dana = a_contact("Dana", "SMTP:dana@fabrikam.com")
    cloud.send(dana)
    contact = cloud.found(dana)
    assert isinstance(contact, Contact)
    group = cloud.service.group_changes.create("Phoenix")
    cloud.objects.put(replace(contact, faults=(FAULT,)))
    cloud.objects.put(replace(group, faults=(FAULT,)))
    cloud.service.contact_changes.provision_again(contact.object_id)
    cloud.service.group_changes.provision_again(group.object_id)
    assert cloud.service.contact(contact.object_id) == contact
    assert cloud.service.group(group.object_id) == group


def test_a_contact_is_removed_for_good(cloud: Cloud) -> None:
    dana = a_contact("Dana", "SMTP:dana@fabrikam.com")
    cloud.send(dana)
    identity = cloud.found(dana).object_id
    cloud.service.contact_changes.remove(identity)
    assert cloud.service.contact(identity) is None
    with pytest.raises(ContactNotFound):
        cloud.service.contact_changes.remove(identity)
    with pytest.raises(ContactNotFound):
        cloud.service.contact_changes.provision_again(identity)

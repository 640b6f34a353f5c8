"""Who has which role."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from msolemu.directory.tenant import role_errors as refused
from msolemu.directory.tenant.catalogue.roles import directory_roles
from msolemu.directory.tenant.errors import UserNotFound
from msolemu.directory.tenant.principals import By
from msolemu.directory.tenant.roles import COMPANY_ADMINISTRATOR, Roles, role_of
from tests.directory.builders import Cloud, a_user

ANN = "ann@contoso.com"
HELPDESK = role_of("Helpdesk Administrator").object_id
NOBODY = UUID(int=7)
ADMIN = "admin@contoso.onmicrosoft.com"


@pytest.fixture
def cloud() -> Cloud:
    """A tenant with an administrator and Ann."""
    made = Cloud()
    made.send(a_user(ANN))
    return made


def names(cloud: Cloud, role: UUID | str) -> list[str | None]:
    return [getattr(one, "display_name", None) for one in cloud.service.roles.members(role)]


def test_roles_have_ids_of_their_own_and_are_found_by_name_in_any_case() -> None:
    assert len({role.object_id for role in directory_roles().values()}) == len(directory_roles()) == 28
    assert role_of("company administrator").object_id == UUID("62e90394-69f5-4237-9190-012177145e10")
    assert role_of(HELPDESK).name == "Helpdesk Administrator"


@pytest.mark.parametrize("identity", ["Global Administrator", "", NOBODY])
def test_a_role_that_is_unknown(identity: UUID | str) -> None:
    with pytest.raises(refused.RoleNotFound):
        Cloud().service.roles.role(identity)


def test_a_user_gets_a_role_and_loses_it(cloud: Cloud) -> None:
    roles = cloud.service.roles
    roles.give_user(HELPDESK, ANN)
    assert names(cloud, HELPDESK) == ["ann"]
    assert [role.name for role in roles.of_user(ANN)] == ["Helpdesk Administrator"]
    with pytest.raises(refused.RoleMemberThere):
        roles.give_user("Helpdesk Administrator", ANN)
    roles.take_from_user(HELPDESK, ANN)
    assert roles.of_user(ANN) == []
    with pytest.raises(refused.RoleMemberNotFound):
        roles.take_from_user(HELPDESK, ANN)


def test_a_deleted_user_is_no_member_until_it_is_restored(cloud: Cloud) -> None:
    cloud.service.roles.give_user(HELPDESK, ANN)
    cloud.service.accounts.remove(ANN)
    assert names(cloud, HELPDESK) == []
    cloud.service.accounts.restore(ANN)
    assert names(cloud, HELPDESK) == ["ann"]


def test_a_company_administrator_does_not_take_that_role_from_itself(cloud: Cloud) -> None:
    roles = cloud.service.roles
    admin = cloud.service.accounts.administrator()
    with pytest.raises(refused.RoleOfSelf):
        roles.take_from_user(COMPANY_ADMINISTRATOR, ADMIN, by=admin)
    assert names(cloud, COMPANY_ADMINISTRATOR) == ["Admin"]
    roles.give_user(HELPDESK, ADMIN)
    roles.take_from_user(HELPDESK, ADMIN, by=admin)


def test_a_service_principal_gets_a_role_and_loses_it(cloud: Cloud) -> None:
    roles = cloud.service.roles
    yammer = cloud.service.principals.one(By(app_principal_id=UUID("00000005-0000-0ff1-ce00-000000000000")))
    roles.give_principal(HELPDESK, yammer.object_id)
    roles.give_user(HELPDESK, ANN)
    assert names(cloud, HELPDESK) == ["ann", "Office 365 Yammer"]
    with pytest.raises(refused.RoleMemberThere):
        roles.give_principal(HELPDESK, yammer.object_id)
    roles.take_from_principal(HELPDESK, yammer.object_id)
    with pytest.raises(refused.RoleMemberNotFound):
        roles.take_from_principal(HELPDESK, yammer.object_id)
    with pytest.raises(refused.PrincipalNotFound):
        roles.give_principal(HELPDESK, NOBODY)


def test_a_foreign_group_gets_a_role_and_loses_it() -> None:
    cloud = Cloud()
    roles = cloud.service.roles
    group = (HELPDESK, UUID(int=1), UUID(int=2))
    roles.give_foreign_group(*group)
    assert [getattr(one, "group", None) for one in roles.members(HELPDESK)] == [UUID(int=2)]
    with pytest.raises(refused.RoleMemberThere):
        roles.give_foreign_group(*group)
    roles.take_from_foreign_group(*group)
    with pytest.raises(refused.RoleMemberNotFound):
        roles.take_from_foreign_group(*group)


def test_a_role_for_a_unit_only_is_no_role_for_the_tenant(cloud: Cloud) -> None:
    roles, units = cloud.service.roles, cloud.service.units
    west, east = units.create("West").object_id, units.create("East").object_id
    roles.give_for_unit(HELPDESK, west, ANN)
    roles.give_for_unit(HELPDESK, east, ADMIN)
    assert roles.of_user(ANN) == []
    assert [user.user_principal_name for _, user in roles.scoped_members(HELPDESK)] == [ANN, ADMIN]
    assert [user.user_principal_name for _, user in roles.scoped_members(HELPDESK, west)] == [ANN]
    with pytest.raises(refused.RoleMemberThere):
        roles.give_for_unit(HELPDESK, west, ANN)
    roles.take_for_unit(HELPDESK, west, ANN)
    with pytest.raises(refused.RoleMemberNotFound):
        roles.take_for_unit(HELPDESK, west, ANN)
    units.remove(east)
    assert roles.scoped_members(HELPDESK) == []


def test_a_user_that_is_gone_for_good_is_in_no_unit_and_has_no_role_for_one(cloud: Cloud) -> None:
    roles, units = cloud.service.roles, cloud.service.units
    west = units.create("West").object_id
    roles.give_for_unit(HELPDESK, west, ANN)
    cloud.service.accounts.remove(ANN)
    assert roles.scoped_members(HELPDESK, west) == []
    cloud.service.accounts.purge(ANN)
    assert len(cloud.state.scoped_members) == 0


CHANGES: list[Callable[[Roles], object]] = [
    lambda roles: roles.give_user(NOBODY, ANN),
    lambda roles: roles.take_from_user("Nothing", ANN),
    lambda roles: roles.give_principal(NOBODY, NOBODY),
    lambda roles: roles.members(NOBODY),
    lambda roles: roles.give_foreign_group(NOBODY, NOBODY, NOBODY),
    lambda roles: roles.give_for_unit(NOBODY, NOBODY, ANN),
    lambda roles: roles.scoped_members(NOBODY),
]


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_is_done_with_a_role_that_is_not_there(cloud: Cloud, change: Callable[[Roles], object]) -> None:
    with pytest.raises(refused.RoleNotFound):
        change(cloud.service.roles)


def test_nobody_who_is_not_there_gets_a_role(cloud: Cloud) -> None:
    with pytest.raises(UserNotFound):
        cloud.service.roles.give_user(HELPDESK, "nobody@contoso.com")
    with pytest.raises(refused.UnitNotFound):
        cloud.service.roles.give_for_unit(HELPDESK, NOBODY, ANN)

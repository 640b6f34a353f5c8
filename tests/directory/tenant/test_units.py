"""Administrative units."""

from __future__ import annotations

from uuid import UUID

import pytest

from msolemu.directory.tenant import role_errors as refused
from msolemu.directory.tenant.account_errors import MissingProperty, NotUnique, TooLong
from msolemu.directory.tenant.errors import UserNotFound
from tests.directory.builders import Cloud, a_contact, a_group, a_user

NOBODY = UUID(int=7)
ANN = "ann@contoso.com"


def test_a_unit_is_made_changed_and_removed() -> None:
    units = Cloud().service.units
    west = units.create("West", "Offices")
    units.change(west.object_id, None, "All offices")
    assert (units.unit(west.object_id).display_name, units.unit(west.object_id).description) == ("West", "All offices")
    units.change(west.object_id, "WEST", "")
    assert [(unit.display_name, unit.description) for unit in units.all()] == [("WEST", None)]
    units.remove(west.object_id)
    assert units.all() == []
    for call in (units.unit, units.remove, units.members):
        with pytest.raises(refused.UnitNotFound):
            call(west.object_id)


@pytest.mark.parametrize(
    ("name", "description", "error"),
    [
        (None, None, MissingProperty),
        ("", None, MissingProperty),
        ("x" * 257, None, TooLong),
        ("East", "x" * 1025, TooLong),
        ("WEST", None, NotUnique),
    ],
)
def test_texts_that_a_unit_cannot_have(name: str | None, description: str | None, error: type[Exception]) -> None:
    units = Cloud().service.units
    units.create("West")
    with pytest.raises(error):
        units.create(name, description)
    assert len(units.all()) == 1


def test_users_and_groups_are_put_into_a_unit_and_taken_out() -> None:
    cloud = Cloud()
    ann, staff, dana = a_user(ANN), a_group("Staff"), a_contact("Dana")
    cloud.send_all(ann, staff, dana)
    units = cloud.service.units
    west = units.create("West").object_id
    for one in (ann, staff):
        units.add_member(west, cloud.found(one).object_id)
    assert [one.display_name for one in units.members(west)] == ["ann", "Staff"]
    assert [unit.display_name for unit in units.of_user(ANN)] == ["West"]
    with pytest.raises(refused.UnitMemberThere):
        units.add_member(west, cloud.found(ann).object_id)
    for stranger in (NOBODY, cloud.found(dana).object_id):
        with pytest.raises(UserNotFound):
            units.add_member(west, stranger)
    cloud.delete(ann)
    assert [one.display_name for one in units.members(west)] == ["Staff"]
    units.remove_member(west, cloud.found(staff).object_id)
    with pytest.raises(refused.UnitMemberNotFound):
        units.remove_member(west, cloud.found(staff).object_id)


def test_a_unit_that_is_removed_has_no_members_left() -> None:
    cloud = Cloud()
    ann = a_user(ANN)
    cloud.send(ann)
    units = cloud.service.units
    west = units.create("West").object_id
    units.add_member(west, cloud.found(ann).object_id)
    units.remove(west)
    assert units.of_user(ANN) == []
    assert len(cloud.state.unit_members) == 0

"""A tenant as cmdlets read it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from msolemu.directory.tenant.service import described
from tests.directory.builders import BOTH, START, Cloud, a_contact, a_group, a_user

ANN = "ann@contoso.com"
DESK = "SMTP:desk@contoso.com"
NOBODY = UUID(int=0)


def test_objects_come_in_the_order_of_creation() -> None:
    cloud = Cloud()
    cloud.send_all(a_user("zoe@contoso.com"), a_group("Z"), a_contact("Z"), a_user(ANN), a_group("A"), a_contact("A"))
    names = [[one.display_name for one in them] for them in (cloud.service.users(), cloud.service.groups())]
    assert names == [["Admin", "zoe", "ann"], ["Z", "A"]]
    assert [one.display_name for one in cloud.service.contacts()] == ["Z", "A"]


def test_objects_are_found_by_id() -> None:
    cloud = Cloud()
    ann, staff, dana = a_user(ANN), a_group("Staff"), a_contact("Dana")
    cloud.send_all(ann, staff, dana)
    service = cloud.service
    assert service.user(cloud.found(ann).object_id) == cloud.found(ann)
    assert service.group(cloud.found(staff).object_id) == cloud.found(staff)
    assert service.contact(cloud.found(dana).object_id) == cloud.found(dana)
    assert (service.user(NOBODY), service.group(NOBODY), service.contact(NOBODY)) == (None, None, None)


def test_a_user_is_found_by_name_deleted_or_not() -> None:
    cloud = Cloud()
    ann = a_user(ANN)
    cloud.send(ann)
    assert cloud.service.user_with_upn("ANN@contoso.com", deleted=False) == cloud.found(ann)
    cloud.delete(ann)
    assert cloud.service.user_with_upn(ANN, deleted=False) is None
    assert cloud.service.user_with_upn(ANN, deleted=True) == cloud.found(ann)


def test_the_waiting_and_whom_they_wait_for() -> None:
    cloud = Cloud(*BOTH)
    ann, ben, press = a_user(ANN, DESK), a_user(ANN), a_group("Press", DESK)
    cloud.send_all(ann, ben, press)
    waiting = cloud.service.waiting()
    assert waiting == [cloud.found(ben), cloud.found(press)]
    holders = {cloud.service.holder(entry) for one in waiting for entry in one.quarantine}
    assert holders == {cloud.found(ann)}
    assert [(one.loser, one.holder) for one in cloud.service.conflicts()] == [
        (cloud.found(ben), cloud.found(ann)),
        (cloud.found(press), cloud.found(ann)),
    ]


def test_a_value_that_nobody_has_has_no_holder() -> None:
    cloud = Cloud(*BOTH)
    ann, ben = a_user(ANN), a_user(ANN)
    cloud.send_all(ann, ben)
    (entry,) = cloud.found(ben).quarantine
    cloud.objects.remove(cloud.found(ann))
    assert cloud.service.holder(entry) is None


def test_the_hour_can_be_run_and_the_last_synchronization_noted() -> None:
    cloud = Cloud()
    assert cloud.service.sweep(START) == []
    cloud.service.note_synchronization(START + timedelta(hours=1))
    assert cloud.service.company.last_dirsync_time == START + timedelta(hours=1)


def test_an_object_is_described_by_its_name_and_what_tells_it_from_others() -> None:
    cloud = Cloud()
    ann, staff = a_user(ANN), a_group("Staff")
    cloud.send_all(ann, staff)
    assert described(cloud.found(ann)) == "ann (ann@contoso.com)"
    assert described(cloud.found(staff)) == "Staff"
    assert described(None) == ""


def test_a_verified_domain_is_known_in_any_case() -> None:
    objects = Cloud().objects
    assert objects.is_verified("Contoso.COM")
    assert not objects.is_verified("fabrikam.com")

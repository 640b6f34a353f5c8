"""Registered devices and their policy."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from msolemu.directory.tenant.account_errors import BadValue
from msolemu.directory.tenant.device import Device, DevicePolicy
from msolemu.directory.tenant.devices import Devices, PolicyChanges
from msolemu.directory.tenant.errors import UserNotFound
from msolemu.directory.tenant.role_errors import DeviceNotFound
from tests.directory.builders import START, Cloud, a_user

ANN = "ann@contoso.com"
LAPTOP, PHONE, OLD = UUID(int=1), UUID(int=2), UUID(int=3)


def own_id(object_id: UUID) -> UUID:
    return UUID(int=object_id.int + 100)


@pytest.fixture
def devices() -> Devices:
    """Three devices; one of Ann's, one never used, one of a management service."""
    cloud = Cloud()
    ann = a_user(ANN)
    cloud.send(ann)
    for one in (
        Device(LAPTOP, own_id(LAPTOP), "Laptop", owners=(cloud.found(ann).object_id, UUID(int=9)), last_logon=START),
        Device(PHONE, own_id(PHONE), "Phone"),
        Device(OLD, own_id(OLD), "Old", last_logon=START - timedelta(days=400), system_managed=True),
    ):
        cloud.state.devices.put(str(one.object_id), one)
    return cloud.service.devices


def names(found: list[Device]) -> list[str]:
    return [one.display_name for one in found]


def test_devices_are_listed_those_of_services_on_demand(devices: Devices) -> None:
    assert names(devices.all()) == ["Laptop", "Phone"]
    assert names(devices.all(system_managed=True)) == ["Laptop", "Phone", "Old"]
    assert names(devices.before(START)) == ["Phone"]
    assert names(devices.named("LAPTOP")) == ["Laptop"]


def test_devices_are_found_by_either_id_and_by_owner(devices: Devices) -> None:
    laptop = devices.one(object_id=LAPTOP)
    assert devices.one(device_id=own_id(LAPTOP)) == laptop
    assert devices.owned_by(ANN) == [laptop]
    assert devices.owners(laptop) == [ANN]
    with pytest.raises(UserNotFound):
        devices.owned_by("nobody@contoso.com")


def test_a_device_is_kept_out_let_in_and_removed(devices: Devices) -> None:
    devices.switch(on=False, device_id=own_id(LAPTOP))
    assert not devices.one(object_id=LAPTOP).enabled
    devices.switch(on=True, object_id=LAPTOP)
    assert devices.one(object_id=LAPTOP).enabled
    devices.remove(object_id=LAPTOP)
    for call in (devices.one, devices.remove):
        with pytest.raises(DeviceNotFound):
            call(object_id=LAPTOP)


def test_the_policy_changes_where_something_is_given(devices: Devices) -> None:
    assert devices.policy() == DevicePolicy()
    devices.change_policy(PolicyChanges(5, azure_ad_join="None"))
    devices.change_policy(PolicyChanges(require_multi_factor=True))
    assert devices.policy() == DevicePolicy(5, require_multi_factor=True, azure_ad_join="None")


@pytest.mark.parametrize("most", [0, -1])
def test_a_policy_that_lets_nobody_register_anything_is_refused(devices: Devices, most: int) -> None:
    with pytest.raises(BadValue):
        devices.change_policy(PolicyChanges(most))

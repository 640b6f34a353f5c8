"""A cycle between the real forest and the real tenant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from msolemu.compat.catalogue import TWIN_GROUPS_FAIL_FIRST
from msolemu.directory.tenant.errors import ProvisioningRefused
from msolemu.sync.connected_tenant import text_of
from msolemu.sync.cycle import Side
from msolemu.sync.run_profile import RunOutcome, RunProfile
from tests.directory.builders import BOTH, START, Cloud
from tests.directory.forest.builders import add
from tests.sync.connected_lab import ConnectedLab


@pytest.fixture
def lab() -> ConnectedLab:
    """Both features on."""
    return ConnectedLab(Cloud(*BOTH))


def test_objects_of_the_forest_arrive_in_the_tenant(lab: ConnectedLab) -> None:
    ann = lab.user("ann", proxyAddresses="SMTP:ann@contoso.com", department="Sales")
    staff = add(lab.forest, "group", "Staff", member=("ann",))
    assert lab.export().outcome is RunOutcome.SUCCESS
    user = lab.arrived(ann)
    assert user is not None
    assert (user.department, user.proxy_addresses) == ("Sales", ("SMTP:ann@contoso.com",))
    assert user.last_dirsync_time == START + timedelta(minutes=30)
    (group,) = lab.cloud.state.groups
    assert (group.display_name, group.members) == (staff.first("name"), (user.object_id,))


def test_a_refusal_says_which_values_are_in_the_way() -> None:
    lab = ConnectedLab(Cloud())
    lab.user("ann", proxyAddresses="smtp:desk@contoso.com")
    lab.user("ben", proxyAddresses="smtp:desk@contoso.com", userPrincipalName="ann@contoso.com")
    step = lab.export()
    assert step.outcome is RunOutcome.EXPORT_ERRORS
    (failure,) = step.failures
    assert failure.error_name == "AttributeValueMustBeUnique"
    assert failure.detail == (
        "Unable to update this object because the following attributes associated with this object have values that "
        "may already be associated with another object in your local directory services: [UserPrincipalName "
        "ann@contoso.com;ProxyAddresses smtp:desk@contoso.com;]. Correct or remove the duplicate values in your local "
        "directory. Please refer to http://support.microsoft.com/kb/2647098 for more information on identifying "
        "objects with duplicate attribute values."
    )
    assert lab.export().counters.export_failure == 1


def test_a_value_set_aside_is_told_once_and_comes_back_within_the_hour(lab: ConnectedLab) -> None:
    ann = lab.user("ann")
    ben = lab.user("ben", userPrincipalName="ann@contoso.com")
    step = lab.export()
    assert step.outcome is RunOutcome.SUCCESS
    assert [(one.property_name, one.value) for one in step.quarantined] == [("UserPrincipalName", "ann@contoso.com")]
    lab.forest.change(ann, {"userPrincipalName": ("ann.sales@contoso.com",)})
    assert lab.export().quarantined == ()
    lab.cloud.sweep()
    healed = lab.arrived(ben)
    assert healed is not None
    assert healed.user_principal_name == "ann@contoso.com"
    assert lab.export().counters.export_update == 0


def test_a_deleted_user_goes_to_the_recycle_bin_and_leaves_its_groups(lab: ConnectedLab) -> None:
    ann = lab.user("ann")
    add(lab.forest, "group", "Staff", member=("ann",))
    lab.export()
    lab.forest.remove(ann)
    step = lab.export()
    assert (step.counters.export_delete, step.counters.export_update) == (1, 1)
    gone = lab.arrived(ann)
    assert gone is not None
    assert gone.is_deleted
    assert next(iter(lab.cloud.state.groups)).members == ()


def test_a_moved_user_stays_in_its_groups(lab: ConnectedLab) -> None:
    ann = lab.user("ann")
    add(lab.forest, "group", "Staff", member=("ann",))
    lab.export()
    unit = add(lab.forest, "organizationalUnit", "Sales")
    lab.forest.move(ann, unit.distinguished_name)
    lab.export()
    assert len(next(iter(lab.cloud.state.groups)).members) == 1


@pytest.mark.parametrize(
    ("lab_of", "failures"), [(Cloud, 1), (lambda *on: Cloud(*on, off=(TWIN_GROUPS_FAIL_FIRST,)), 0)]
)
def test_of_two_new_groups_with_one_address_one_fails_once(lab_of: Callable[..., Cloud], failures: int) -> None:
    lab = ConnectedLab(lab_of(*BOTH))
    for name in ("Phoenix", "Steering"):
        add(lab.forest, "group", name, proxyAddresses="SMTP:phoenix@contoso.com")
    assert len(lab.export().failures) == failures
    assert lab.export().outcome is RunOutcome.SUCCESS
    assert len(lab.cloud.state.groups) == 2
    assert len(lab.cloud.service.waiting()) == 1


def test_each_error_has_its_own_text(lab: ConnectedLab) -> None:
    lab.user("zoë")
    (failure,) = lab.export().failures
    assert failure.error_name == "IdentityDataValidationFailed"
    assert "the attribute [UserPrincipalName], is not valid" in failure.detail
    assert text_of(ProvisioningRefused("InvalidHardMatch")).startswith("Another cloud created object")


def test_a_cycle_can_be_made_of_single_runs(lab: ConnectedLab) -> None:
    ann = lab.user("ann")
    for profile in (RunProfile.FULL_IMPORT, RunProfile.FULL_SYNCHRONIZATION):
        lab.server.run(Side.FOREST, profile)
    lab.server.run(Side.CLOUD, RunProfile.EXPORT)
    assert lab.arrived(ann) is not None

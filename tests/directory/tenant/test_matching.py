"""Hard match by source anchor, soft match by primary mail address or name."""

from __future__ import annotations

import pytest

from msolemu.directory.tenant.user import User
from msolemu.foundation.dataclass import replace
from tests.directory.builders import BOTH, START, Cloud, a_group, a_user

ANN = "ann@contoso.com"


def a_cloud_user(cloud: Cloud, upn: str, *addresses: str, **values: object) -> User:
    """A user that was created in the tenant."""
    user = User(cloud.ids.guid(), cloud.objects.next_number(), START, upn, proxy_addresses=addresses)
    user = replace(user, **values)  # type: ignore[arg-type]
    cloud.objects.put(user)
    return user


def test_soft_match_goes_by_the_primary_smtp_address() -> None:
    cloud = Cloud()
    there = a_cloud_user(
        cloud, "a@contoso.com", "SMTP:ann@contoso.com", "smtp:ann@contoso.onmicrosoft.com", title="Boss"
    )
    ann = a_user(ANN, "SMTP:ann@contoso.com", department="Sales")
    assert cloud.send(ann) == []
    user = cloud.user(ann)
    assert (user.object_id, user.immutable_id) == (there.object_id, ann.source_anchor)
    assert (user.user_principal_name, user.title, user.department) == (ANN, "Boss", "Sales")
    assert user.proxy_addresses == ("SMTP:ann@contoso.com", "smtp:ann@contoso.onmicrosoft.com")


def test_a_secondary_address_matches_nobody() -> None:
    cloud = Cloud(*BOTH)
    a_cloud_user(cloud, "a@contoso.com", "SMTP:ann@contoso.com")
    assert len(cloud.send(a_user(ANN, "smtp:ann@contoso.com"))) == 2


def test_names_match_only_where_the_tenant_lets_them() -> None:
    cloud = Cloud(*BOTH)
    there = a_cloud_user(cloud, ANN, "SMTP:old@contoso.com")
    assert len(cloud.send(a_user(ANN))) == 1
    cloud.enable("EnableSoftMatchOnUpn")
    other = a_cloud_user(cloud, "ben@contoso.com", "SMTP:old2@contoso.com")
    ben = a_user("ben@contoso.com")
    assert cloud.send(ben) == []
    assert cloud.user(ben).object_id == other.object_id
    assert cloud.user(ben).proxy_addresses == ("SMTP:old2@contoso.com",)
    assert there.object_id != other.object_id


@pytest.mark.parametrize(
    "values", [{"roles": ("Company Administrator",)}, {"immutable_id": "x=="}, {"deleted_at": START}]
)
def test_an_administrator_a_linked_user_and_a_deleted_one_are_not_taken_over(values: dict[str, object]) -> None:
    cloud = Cloud()
    a_cloud_user(cloud, "a@contoso.com", "SMTP:ann@contoso.com", **values)
    assert cloud.refusal(a_user(ANN, "SMTP:ann@contoso.com")).error_name == "InvalidSoftMatch"


def test_a_tenant_can_block_soft_match() -> None:
    cloud = Cloud("BlockSoftMatch")
    a_cloud_user(cloud, "a@contoso.com", "SMTP:ann@contoso.com")
    assert cloud.refusal(a_user(ANN, "SMTP:ann@contoso.com")).error_name == "InvalidSoftMatch"


def test_an_anchor_given_by_hand_is_a_hard_match_unless_that_is_blocked() -> None:
    ann = a_user(ANN)
    cloud = Cloud("BlockCloudObjectTakeoverThroughHardMatch")
    there = a_cloud_user(cloud, "a@contoso.com", immutable_id=ann.source_anchor)
    assert cloud.refusal(ann).error_name == "InvalidHardMatch"
    cloud.disable("BlockCloudObjectTakeoverThroughHardMatch")
    cloud.send(ann)
    assert cloud.user(ann).object_id == there.object_id
    assert cloud.user(ann).user_principal_name == ANN


def test_an_anchor_of_another_class_is_no_match() -> None:
    cloud = Cloud()
    ann = a_user(ANN)
    cloud.send(ann)
    group = replace(a_group("Ann"), source_anchor=ann.source_anchor)
    assert cloud.refusal(group).error_name == "ObjectTypeMismatch"


def test_the_case_of_an_anchor_matters() -> None:
    cloud = Cloud()
    ann = replace(a_user(ANN), source_anchor="aB==")
    cloud.send(ann)
    assert cloud.objects.with_anchor("ab==") is None

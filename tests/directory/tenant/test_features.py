"""The features of directory synchronization."""

from __future__ import annotations

import pytest

from msolemu.compat.catalogue import RESILIENCY_ALWAYS_ON
from msolemu.directory.tenant.errors import FeatureCannotChange
from msolemu.directory.tenant.features import BLOCK_SOFT_MATCH, DUPLICATE_UPN, SOFT_MATCH_ON_UPN, Features
from msolemu.foundation.dataclass import replace
from tests.directory.builders import BOTH, Cloud


@pytest.mark.parametrize("name", [*BOTH, BLOCK_SOFT_MATCH, "PasswordSync"])
def test_most_features_can_be_switched_each_way(name: str) -> None:
    cloud = Cloud()
    assert not cloud.service.feature(name)
    cloud.enable(name)
    assert cloud.service.feature(name)
    cloud.disable(name)
    assert not cloud.service.feature(name)


def test_soft_match_on_names_stays_on_for_ever() -> None:
    cloud = Cloud()
    cloud.disable(SOFT_MATCH_ON_UPN)
    cloud.enable(SOFT_MATCH_ON_UPN)
    with pytest.raises(FeatureCannotChange):
        cloud.disable(SOFT_MATCH_ON_UPN)


@pytest.mark.parametrize("name", ["DeviceWriteback", "Bogus"])
def test_what_the_client_sets_and_what_does_not_exist_cannot_be_switched(name: str) -> None:
    with pytest.raises(FeatureCannotChange) as caught:
        Cloud().enable(name)
    assert (caught.value.feature, caught.value.name) == (name, "Feature")


def test_in_later_years_resiliency_is_on_and_stays_so() -> None:
    cloud = Cloud()
    company = cloud.objects.company
    features = Features(company, cloud.issues.switched(RESILIENCY_ALWAYS_ON, on=True))
    assert all(features.on(name) for name in BOTH)
    with pytest.raises(FeatureCannotChange):
        features.switched(DUPLICATE_UPN, on=False)
    assert features.switched(DUPLICATE_UPN, on=True) == replace(company, features=frozenset({DUPLICATE_UPN}))

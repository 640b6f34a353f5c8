"""The company that reports are made of."""

from __future__ import annotations

from datetime import timedelta

import pytest

from msolemu.directory.seed import seed_forest
from msolemu.directory.seeds.catalogue import NUMBER, seed_named
from msolemu.directory.tenant.licensing import account_skus
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.user import User
from msolemu.foundation.identifiers import RandomIds
from tests.directory.builders import START, Cloud


@pytest.fixture(scope="module")
def cloud() -> Cloud:
    found = Cloud()
    seed_forest(found.state, START, RandomIds(NUMBER))
    seed_named("contoso").fill(found.state, START, RandomIds(NUMBER))
    return found


def people(cloud: Cloud) -> list[User]:
    return [user for user in cloud.state.users if not user.is_deleted]


def test_it_has_two_hundred_users_of_all_kinds(cloud: Cloud) -> None:
    users = people(cloud)
    assert len(users) == 200
    assert sum(user.user_type == "Guest" for user in users) == 9
    assert any(user.block_credential and user.licences for user in users)
    assert any(user.strong_authentication_methods for user in users)
    assert any(user.faults for user in users)
    assert any(user.mailbox_unlicensed_since for user in users)
    assert any(user.last_dirsync_time for user in users)
    assert any(user.manager for user in users)
    assert sum(user.is_deleted for user in cloud.state.users) == 5


def test_names_and_addresses_are_unique(cloud: Cloud) -> None:
    names = [user.user_principal_name.lower() for user in people(cloud)]
    assert len(set(names)) == len(names)
    addresses = [address.lower() for user in people(cloud) for address in user.proxy_addresses]
    assert len(set(addresses)) == len(addresses)


def test_no_more_licences_are_used_than_were_bought(cloud: Cloud) -> None:
    skus = {one.sku.part_number: one for one in account_skus(TenantObjects(cloud.state))}
    assert all(one.consumed <= one.active for one in skus.values())
    assert skus["PROJECTPROFESSIONAL"].free == 0
    assert skus["VISIOCLIENT"].warning > 0


def test_nothing_happened_after_the_seed_was_sown(cloud: Cloud) -> None:
    for user in cloud.state.users:
        assert user.when_created <= START
        assert user.last_password_change is None or user.last_password_change <= START
        assert user.deleted_at is None or START - timedelta(days=30) < user.deleted_at < START


def test_two_domains_are_verified_and_one_is_not(cloud: Cloud) -> None:
    own = {domain.name: domain.is_verified for domain in cloud.state.domains if not domain.is_initial}
    assert own == {"contoso.com": True, "contoso.co.uk": True, "contoso-events.com": False}


def test_who_signs_in_here_has_the_known_password(cloud: Cloud) -> None:
    with_password = [user for user in people(cloud) if user.password is not None]
    assert len(with_password) > 50
    assert all(user.password and user.password.is_of("Lantern-2016") for user in with_password[:3])

"""A company of any size."""

from __future__ import annotations

from collections import Counter

from msolemu.directory.seed import seed
from msolemu.directory.seeds.large import sized
from msolemu.directory.tenant.licensing import account_skus
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.quarantine import ADDRESSES, UPN
from msolemu.directory.unit_of_work import DirectoryState, directory_state
from msolemu.foundation.identifiers import RandomIds
from tests.directory.builders import START


def company(size: str) -> DirectoryState:
    state = directory_state()
    ids = RandomIds(1)
    seed(state, START, ids)
    sized(size)(state, START, ids)
    return state


def test_so_many_users_come_besides_the_administrator() -> None:
    state = company("300")
    assert len(state.users) == 301
    assert len({user.number for user in state.users}) == 301
    assert TenantObjects(state).company.created_objects == 301


def test_the_same_size_gives_the_same_company() -> None:
    assert list(company("50").users) == list(company("50").users)


def test_every_name_and_address_has_one_holder() -> None:
    users = company("2000:5").users
    names = Counter(user.user_principal_name.lower() for user in users)
    addresses = Counter(address.lower() for user in users for address in user.proxy_addresses)
    assert max(names.values()) == max(addresses.values()) == 1


def test_conflicts_have_the_stated_share_and_lost_what_somebody_holds() -> None:
    state = company("400:3")
    losers = TenantObjects(state).waiting()
    assert len(losers) == 12
    assert Counter(user.quarantine[0].property_name for user in losers) == {UPN: 6, ADDRESSES: 6}
    for user in losers:
        (lost,) = user.quarantine
        index, text = ("upn", lost.value) if lost.property_name == UPN else ("address", lost.value)
        assert [holder for holder in state.users.find(index, text.lower()) if holder != user]
    assert not TenantObjects(company("100:0")).waiting()


def test_everybody_but_the_heads_of_departments_has_a_manager_of_the_same_department() -> None:
    users = {user.object_id: user for user in company("300").users if user.department}
    heads = [user for user in users.values() if user.manager is None]
    assert {user.title for user in heads} == {f"Head of {user.department}" for user in users.values()}
    assert all(users[user.manager].department == user.department for user in users.values() if user.manager)


def test_licences_are_those_that_were_bought() -> None:
    state = company("300")
    skus = account_skus(TenantObjects(state))
    assert sum(one.consumed for one in skus) == sum(user.is_licensed for user in state.users)
    assert 200 < sum(one.consumed for one in skus) < 300
    assert all(one.free >= 0 for one in skus)

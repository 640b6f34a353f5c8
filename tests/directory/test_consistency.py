"""What holds for both directories whatever way documents came into them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from msolemu.directory.consistency import Inconsistent, demand_consistent
from msolemu.directory.seed import seed
from msolemu.directory.seeds.catalogue import seed_named
from msolemu.directory.tenant.user import User
from msolemu.directory.unit_of_work import DirectoryState, directory_state
from msolemu.foundation.dataclass import replace
from msolemu.foundation.identifiers import RandomIds
from tests.directory.builders import START


def new(name: str = "empty") -> DirectoryState:
    state = directory_state()
    seed(state, START, RandomIds(1))
    seed_named(name).fill(state, START, RandomIds(1))
    return state


def administrator(state: DirectoryState) -> User:
    return next(iter(state.users))


def put(state: DirectoryState, number: int, user: User) -> None:
    key = UUID(int=number)
    state.users.put(str(key), replace(user, object_id=key, number=number))


@pytest.mark.parametrize("name", ["empty", "contoso", "partner", "large:300:5"])
def test_every_seed_keeps_the_rules(name: str) -> None:
    demand_consistent(new(name))


def test_a_name_has_one_owner_but_for_those_in_the_recycle_bin() -> None:
    state = new()
    put(state, 7, replace(administrator(state), deleted_at=START))
    demand_consistent(state)
    put(state, 8, administrator(state))
    with pytest.raises(Inconsistent, match="2 users have the user principal name 'admin@"):
        demand_consistent(state)


def test_addresses_and_anchors_have_one_owner() -> None:
    shared: list[dict[str, Any]] = [{"proxy_addresses": ("smtp:a@contoso.com",)}, {"immutable_id": "anchor"}]
    for same in shared:
        state = new()
        for number in (7, 8):
            user = replace(administrator(state), user_principal_name=f"user{number}@contoso.com")
            put(state, number, replace(user, **same))
        with pytest.raises(Inconsistent, match="2 users have the"):
            demand_consistent(state)


def test_names_end_with_domains_of_the_tenant() -> None:
    state = new()
    put(state, 7, replace(administrator(state), user_principal_name="a@fabrikam.com"))
    with pytest.raises(Inconsistent, match=r"'a@fabrikam\.com' ends with a domain"):
        demand_consistent(state)


def test_there_is_a_company() -> None:
    with pytest.raises(Inconsistent, match="one company"):
        demand_consistent(directory_state())

"""Which passwords are good, and for how long."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.directory.tenant.account_errors import (
    BadPassword,
    BadValue,
    NotForFederatedDomains,
    PasswordHasName,
    WeakPassword,
)
from msolemu.directory.tenant.domain import Domain
from msolemu.directory.tenant.domain_errors import DomainNotFound
from msolemu.directory.tenant.password import checked, expires_at, kept
from msolemu.directory.tenant.user import User
from msolemu.foundation.dataclass import replace
from msolemu.foundation.identifiers import RandomIds
from tests.directory.builders import START, Cloud

UPN = "ann.beck@contoso.com"
ANN = User(UUID(int=1), 1, START, UPN, last_password_change=START)


@pytest.mark.parametrize("text", ["Walnut-81", "Homo3136", "Abcdefg1", "aB345678", "Ünter-der-1Linde"])
def test_a_strong_password_is_taken(text: str) -> None:
    assert checked(text, UPN, strong=True) == text


@pytest.mark.parametrize(
    "text", ["", "Wal-81", "walnut-81", "WALNUT-81", "Walnuttree", "Walnut 81", "Walnut-8123456789", "Wal\tnut-81"]
)
def test_a_weak_one_is_not(text: str) -> None:
    with pytest.raises(WeakPassword):
        checked(text, UPN, strong=True)


def test_the_name_of_the_user_is_no_part_of_it() -> None:
    with pytest.raises(PasswordHasName):
        checked("Ann.Beck-1", UPN, strong=True)


def test_where_it_need_not_be_strong_only_its_length_counts() -> None:
    assert checked("a", UPN, strong=False) == "a"
    for text in ("", "a" * 17, "a\n"):
        with pytest.raises(BadPassword):
            checked(text, UPN, strong=False)


@given(st.integers(0, 2**32))
def test_a_drawn_password_is_strong(seed: int) -> None:
    text = RandomIds(seed).password()
    assert checked(text, "0@contoso.com" if "0" not in text else "xyz@contoso.com", strong=True) == text


def test_the_same_password_is_kept_differently_each_time() -> None:
    ids = RandomIds(1)
    one, other = kept("Walnut-81", ids), kept("Walnut-81", ids)
    assert one != other
    assert one.is_of("Walnut-81")
    assert other.is_of("Walnut-81")


def test_a_password_expires_by_the_policy_of_its_domain() -> None:
    assert expires_at(ANN, None) == START + timedelta(days=90)
    assert expires_at(ANN, Domain("contoso.com", password_validity_days=14)) == START + timedelta(days=14)
    assert expires_at(ANN, Domain("contoso.com", is_federated=True)) is None
    assert expires_at(replace(ANN, password_never_expires=True), None) is None
    assert expires_at(replace(ANN, last_password_change=None), None) is None


class TestPolicy:
    """What is set for a domain."""

    def test_a_subdomain_has_that_of_its_root(self) -> None:
        cloud = Cloud()
        cloud.state.domains.put("eu.contoso.com", Domain("eu.contoso.com", root="contoso.com"))
        policies = cloud.service.password_policies
        policies.change("EU.contoso.com", 60, 10)
        assert policies.of("contoso.com").password_validity_days == 60
        assert policies.of("eu.contoso.com").password_notification_days == 10

    @pytest.mark.parametrize(("validity", "notification"), [(13, 14), (731, 14), (90, 0), (90, 31)])
    def test_days_have_limits(self, validity: int, notification: int) -> None:
        with pytest.raises(BadValue):
            Cloud().service.password_policies.change("contoso.com", validity, notification)

    def test_for_ever_is_a_number_too(self) -> None:
        policies = Cloud().service.password_policies
        policies.change("contoso.com", 2**31 - 1, 30)
        assert policies.of("contoso.com").password_validity_days == 2**31 - 1

    def test_unknown_and_federated_domains_are_refused(self) -> None:
        cloud = Cloud()
        cloud.state.domains.put("fed.com", Domain("fed.com", is_federated=True))
        with pytest.raises(NotForFederatedDomains):
            cloud.service.password_policies.change("fed.com", 90, 14)
        with pytest.raises(DomainNotFound):
            cloud.service.password_policies.of("nowhere.com")

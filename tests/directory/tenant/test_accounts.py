"""Users that cmdlets create, change, rename, delete and restore."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from msolemu.directory.tenant import account_errors as refused
from msolemu.directory.tenant.accounts import Accounts, NewUser
from msolemu.directory.tenant.domain import Domain
from msolemu.directory.tenant.errors import UserNotFound
from msolemu.directory.tenant.features import DUPLICATE_UPN
from msolemu.directory.tenant.strong_authentication import Method, Requirement, UserDetails
from msolemu.directory.tenant.user import ServiceFault, User
from msolemu.foundation.dataclass import replace
from tests.directory.builders import START, Cloud, a_contact, a_user

ANN = "ann@contoso.com"
FEDERATED = "fed.contoso.com"
NOBODY = UUID(int=7)


@pytest.fixture
def cloud() -> Cloud:
    found = Cloud(DUPLICATE_UPN)
    found.state.domains.put(FEDERATED, Domain(FEDERATED, is_federated=True))
    found.state.domains.put("new.com", Domain("new.com", is_verified=False))
    return found


@pytest.fixture
def accounts(cloud: Cloud) -> Accounts:
    return cloud.service.accounts


def made(accounts: Accounts, upn: str = ANN, **values: Any) -> User:
    """A user that was just created."""
    return accounts.create(NewUser(upn, upn.partition("@")[0], values=values))[0]


class TestCreation:
    """New users."""

    def test_a_password_is_drawn_that_must_be_changed(self, accounts: Accounts, cloud: Cloud) -> None:
        user, password = accounts.create(NewUser(ANN, "Ann Beck"))
        assert password is not None
        assert user.password is not None
        assert user.password.is_of(password)
        assert not user.password.is_of(password + "x")
        assert user.force_change_password
        assert user.last_password_change == START
        assert cloud.service.user(user.object_id) == user

    def test_it_must_have_both_names(self, accounts: Accounts) -> None:
        with pytest.raises(refused.MissingProperty, match="UserPrincipalName"):
            accounts.create(NewUser(None, "Ann"))
        with pytest.raises(refused.MissingProperty, match="DisplayName"):
            accounts.create(NewUser(ANN, ""))

    @pytest.mark.parametrize(
        ("upn", "error"),
        [
            ("ann", refused.BadSyntax),
            ("an n@contoso.com", refused.BadSyntax),
            ("ann@nowhere.com", refused.BadValue),
            ("ann@new.com", refused.BadValue),
            ("a" * 110 + "@contoso.com", refused.TooLong),
        ],
    )
    def test_the_name_is_well_formed_and_of_a_verified_domain(
        self, accounts: Accounts, cloud: Cloud, upn: str, error: type[Exception]
    ) -> None:
        before = len(cloud.state.users)
        with pytest.raises(error):
            made(accounts, upn)
        assert len(cloud.state.users) == before

    def test_the_name_is_free_among_users_and_addresses(self, accounts: Accounts, cloud: Cloud) -> None:
        made(accounts)
        with pytest.raises(refused.UserAlreadyExists):
            made(accounts, "ANN@contoso.com")
        cloud.send(a_contact("Dana", "SMTP:dana@contoso.com"))
        with pytest.raises(refused.NotUnique, match="ProxyAddresses"):
            made(accounts, "dana@contoso.com")

    def test_a_deleted_user_does_not_stand_in_the_way(self, accounts: Accounts) -> None:
        accounts.remove(made(accounts).object_id)
        assert not made(accounts).is_deleted

    def test_a_federated_user_has_an_anchor_and_no_password(self, accounts: Accounts) -> None:
        upn = f"ann@{FEDERATED}"
        with pytest.raises(refused.MissingProperty, match="SourceAnchor"):
            made(accounts, upn)
        user, password = accounts.create(NewUser(upn, "Ann", values={"immutable_id": "abc="}))
        assert (user.password, password) == (None, None)
        with pytest.raises(refused.FederatedPassword):
            accounts.create(NewUser(f"bob@{FEDERATED}", "Bob", "Walnut-81", values={"immutable_id": "b="}))
        with pytest.raises(refused.NotUnique, match="SourceAnchor"):
            made(accounts, f"cem@{FEDERATED}", immutable_id="abc=")


class TestChanges:
    """Properties of users."""

    def test_what_is_given_changes_and_an_empty_text_clears(self, accounts: Accounts) -> None:
        made(accounts, city="Oslo", usage_location="no")
        user = accounts.change("Ann@contoso.com", {"city": "", "title": "Lead"})
        assert (user.city, user.title, user.usage_location) == (None, "Lead", "NO")

    @pytest.mark.parametrize("who", [NOBODY, "nobody@contoso.com"])
    @pytest.mark.parametrize(
        "call",
        [
            lambda accounts, who: accounts.change(who, {}),
            lambda accounts, who: accounts.rename(who, "x@contoso.com"),
            lambda accounts, who: accounts.remove(who),
            lambda accounts, who: accounts.purge(who),
            lambda accounts, who: accounts.restore(who),
            lambda accounts, who: accounts.set_password(who),
            lambda accounts, who: accounts.force_change_of_password(who, force_change=True),
            lambda accounts, who: accounts.set_licences(who, (), (), {}),
            lambda accounts, who: accounts.provision_again(who),
        ],
    )
    def test_nobody_is_not_found(
        self, accounts: Accounts, call: Callable[[Accounts, UUID | str], object], who: UUID | str
    ) -> None:
        with pytest.raises(UserNotFound, match=str(who)):
            call(accounts, who)

    def test_what_is_mastered_on_premises_stays(self, accounts: Accounts, cloud: Cloud) -> None:
        sent = a_user("bob@contoso.com", city="Oslo")
        cloud.send(sent)
        who = cloud.found(sent).object_id
        with pytest.raises(refused.MasteredOnPremises, match="City"):
            accounts.change(who, {"city": "Rome"})
        changed = accounts.change(who, {"city": "Oslo", "usage_location": "NO", "block_credential": True})
        assert (changed.usage_location, changed.block_credential) == ("NO", True)
        cloud.objects.change_company(replace(cloud.objects.company, directory_synchronization_enabled=False))
        assert accounts.change(who, {"city": "Rome"}).city == "Rome"

    def test_nobody_sets_when_a_user_was_deleted(self, accounts: Accounts) -> None:
        made(accounts)
        with pytest.raises(refused.MasteredOnPremises, match="SoftDeletionTimestamp"):
            accounts.change(ANN, {"deleted_at": START})
        assert accounts.change(ANN, {"deleted_at": None}).deleted_at is None

    def test_an_anchor_is_unique_and_stays_in_a_federated_domain(self, accounts: Accounts) -> None:
        made(accounts)
        made(accounts, f"fay@{FEDERATED}", immutable_id="fay=")
        with pytest.raises(refused.NotUnique, match="SourceAnchor"):
            accounts.change(ANN, {"immutable_id": "fay="})
        assert accounts.change(ANN, {"immutable_id": "ann="}).immutable_id == "ann="
        assert accounts.change(ANN, {"immutable_id": ""}).immutable_id is None
        with pytest.raises(refused.MasteredOnPremises, match="ImmutableId"):
            accounts.change(f"fay@{FEDERATED}", {"immutable_id": "other="})

    def test_second_factors_are_set_and_forgotten(self, accounts: Accounts, cloud: Cloud) -> None:
        user = made(accounts)
        details = UserDetails(phone_number="1")
        cloud.objects.put(replace(user, strong_authentication_details=details))
        values = {
            "strong_authentication_requirements": (Requirement(),),
            "strong_authentication_methods": (Method("OneWaySMS", is_default=True),),
        }
        accounts.change(ANN, values)
        accounts.forget_strong_authentication(ANN)
        found = cloud.service.user(user.object_id)
        assert found is not None
        assert found.strong_authentication_requirements == (Requirement(),)
        assert (found.strong_authentication_methods, found.strong_authentication_details) == ((), None)

    def test_a_second_try_settles_what_services_found_wrong(self, accounts: Accounts, cloud: Cloud) -> None:
        user = replace(made(accounts), faults=(ServiceFault("exchange", "No.", START),))
        cloud.objects.put(user)
        accounts.provision_again(user.object_id)
        found = cloud.service.user(user.object_id)
        assert found is not None
        assert found.faults == ()


class TestNames:
    """User principal names that change."""

    def test_another_name_of_a_verified_domain(self, accounts: Accounts) -> None:
        made(accounts)
        renamed, password = accounts.rename(ANN, "ann@contoso.onmicrosoft.com")
        assert (renamed.user_principal_name, password) == ("ann@contoso.onmicrosoft.com", None)
        assert accounts.rename(renamed.object_id, "Ann@contoso.com")[0].user_principal_name == "Ann@contoso.com"

    def test_a_name_that_somebody_has_is_refused(self, accounts: Accounts, cloud: Cloud) -> None:
        made(accounts)
        made(accounts, "bob@contoso.com")
        with pytest.raises(refused.NotUnique, match="UserPrincipalName"):
            accounts.rename(ANN, "BOB@contoso.com")
        cloud.send(a_contact("Dana", "smtp:dana@contoso.com"))
        with pytest.raises(refused.NotUnique, match="ProxyAddresses"):
            accounts.rename(ANN, "dana@contoso.com")

    def test_the_way_into_a_federated_domain_and_out_of_it(self, accounts: Accounts) -> None:
        made(accounts)
        with pytest.raises(refused.MissingProperty, match=r"FederatedUser\.SourceAnchor"):
            accounts.rename(ANN, f"ann@{FEDERATED}")
        inside, _ = accounts.rename(ANN, f"ann@{FEDERATED}", "ann=")
        assert (inside.immutable_id, inside.password) == ("ann=", None)
        with pytest.raises(refused.MissingProperty, match="NewPassword"):
            accounts.rename(inside.object_id, ANN)
        outside, password = accounts.rename(inside.object_id, ANN, password="Walnut-81")
        assert password == "Walnut-81"
        assert outside.password is not None

    def test_from_one_federated_domain_to_another_there_is_no_way(self, accounts: Accounts, cloud: Cloud) -> None:
        cloud.state.domains.put("other.com", Domain("other.com", is_federated=True))
        user = made(accounts, f"ann@{FEDERATED}", immutable_id="ann=")
        with pytest.raises(refused.NoWayBetweenDomains):
            accounts.rename(user.object_id, "ann@other.com")
        assert accounts.rename(user.object_id, f"anna@{FEDERATED}")[0].user_principal_name == f"anna@{FEDERATED}"

    def test_an_anchor_of_another_user_is_refused(self, accounts: Accounts) -> None:
        made(accounts, immutable_id="x=")
        made(accounts, "bob@contoso.com", immutable_id="bob=")
        with pytest.raises(refused.NotUnique, match="SourceAnchor"):
            accounts.rename(ANN, f"ann@{FEDERATED}", "bob=")

    def test_a_name_that_was_set_aside_is_no_longer_waited_for(self, accounts: Accounts, cloud: Cloud) -> None:
        made(accounts)
        twin = a_user(ANN, name="Twin")
        cloud.send(twin)
        assert cloud.waits_for(twin) == [("UserPrincipalName", ANN)]
        accounts.rename(ANN, "ann.old@contoso.com")
        accounts.rename(cloud.found(twin).object_id, ANN)
        assert cloud.waits_for(twin) == []


class TestRecycleBin:
    """Users that are deleted."""

    def test_a_user_comes_back_as_it_was(self, accounts: Accounts, cloud: Cloud) -> None:
        user = made(accounts, city="Oslo")
        accounts.remove(ANN)
        gone = cloud.service.user(user.object_id)
        assert gone is not None
        assert gone.deleted_at == START
        with pytest.raises(UserNotFound):
            accounts.change(ANN, {})
        assert accounts.restore(ANN) == user

    def test_nobody_removes_the_own_account(self, accounts: Accounts) -> None:
        user = made(accounts)
        with pytest.raises(refused.CannotRemoveSelf):
            accounts.remove(ANN, user.object_id)

    def test_only_a_deleted_user_is_forgotten(self, accounts: Accounts, cloud: Cloud) -> None:
        user = made(accounts)
        with pytest.raises(UserNotFound):
            accounts.purge(user.object_id)
        accounts.remove(user.object_id)
        accounts.purge(user.object_id)
        assert cloud.service.user(user.object_id) is None

    def test_of_several_with_one_name_the_last_deleted_comes_back(self, accounts: Accounts, cloud: Cloud) -> None:
        for city in ("Oslo", "Rome"):
            made(accounts, city=city)
            accounts.remove(ANN)
            cloud.later(days=1)
        assert accounts.restore(ANN).city == "Rome"

    def test_a_name_that_is_taken_must_be_another(self, accounts: Accounts) -> None:
        old = made(accounts)
        accounts.remove(ANN)
        made(accounts)
        with pytest.raises(refused.CannotRestore) as caught:
            accounts.restore(old.object_id)
        assert caught.value.kind == "UserPrincipalName"
        with pytest.raises(refused.BadValue):
            accounts.restore(old.object_id, "ann@nowhere.com")
        assert accounts.restore(old.object_id, "ann2@contoso.com").user_principal_name == "ann2@contoso.com"

    def test_addresses_that_are_taken_can_be_left_out(self, accounts: Accounts, cloud: Cloud) -> None:
        addresses = ("SMTP:ann@contoso.com", "smtp:sales@contoso.com")
        cloud.objects.put(replace(made(accounts), proxy_addresses=addresses, own_addresses=addresses))
        accounts.remove(ANN)
        other = made(accounts, "bob@contoso.com")
        cloud.objects.put(replace(other, proxy_addresses=("SMTP:sales@contoso.com",)))
        with pytest.raises(refused.CannotRestore) as caught:
            accounts.restore(ANN)
        assert caught.value.kind == "proxyAddress"
        assert accounts.restore(ANN, drop_addresses=True).proxy_addresses == addresses[:1]

    def test_another_object_with_the_anchor_stands_in_the_way(self, accounts: Accounts, cloud: Cloud) -> None:
        user = made(accounts, immutable_id="ann=")
        accounts.remove(ANN)
        twin = replace(user, object_id=NOBODY, number=99, user_principal_name="twin@contoso.com")
        cloud.objects.put(twin)
        with pytest.raises(refused.CannotRestore) as caught:
            accounts.restore(ANN)
        assert caught.value.kind == "SourceAnchor"


class TestPasswords:
    """Passwords that cmdlets set."""

    def test_a_password_is_set_or_drawn(self, accounts: Accounts, cloud: Cloud) -> None:
        user = made(accounts)
        cloud.later(days=1)
        assert accounts.set_password(ANN, "Walnut-81", force_change=False) == "Walnut-81"
        found = cloud.service.user(user.object_id)
        assert found is not None
        assert found.password is not None
        assert found.password.is_of("Walnut-81")
        assert (found.force_change_password, found.last_password_change) == (False, cloud.now)
        accounts.force_change_of_password(ANN, force_change=True)
        again = cloud.service.user(user.object_id)
        assert again is not None
        assert again.force_change_password
        assert again.password == found.password
        assert len(accounts.set_password(ANN)) == 8

    def test_federated_users_have_none_here(self, accounts: Accounts) -> None:
        made(accounts, f"ann@{FEDERATED}", immutable_id="ann=")
        with pytest.raises(refused.FederatedPassword):
            accounts.set_password(f"ann@{FEDERATED}")
        with pytest.raises(refused.FederatedPassword):
            accounts.convert_federated(f"ann@{FEDERATED}", "Walnut-81")

    def test_a_user_whose_domain_was_federated_is_converted_once(self, accounts: Accounts, cloud: Cloud) -> None:
        user = made(accounts)
        with pytest.raises(refused.NothingToConvert):
            accounts.convert_federated(ANN, "Walnut-81")
        cloud.objects.put(replace(user, password=None, awaits_conversion=True))
        with pytest.raises(refused.AwaitsConversion):
            accounts.set_password(ANN)
        assert accounts.convert_federated(ANN, "Walnut-81") == "Walnut-81"
        assert accounts.set_password(ANN, "Walnut-82") == "Walnut-82"


def test_the_first_company_administrator_is_the_one_of_the_seed(accounts: Accounts, cloud: Cloud) -> None:
    admin = cloud.service.user_with_upn("admin@contoso.onmicrosoft.com", deleted=False)
    assert admin is not None
    assert accounts.administrator() == admin.object_id
    cloud.objects.remove(admin)
    assert accounts.administrator() is None

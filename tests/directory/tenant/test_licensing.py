"""Licences that users get and lose."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from msolemu.directory.tenant import account_errors as refused
from msolemu.directory.tenant.accounts import Accounts, NewUser
from msolemu.directory.tenant.catalogue.skus import skus
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.groups import Groups
from msolemu.directory.tenant.licence import AssignedLicence, Subscription, SubscriptionStatus
from msolemu.directory.tenant.licensing import AccountSku, reconciliation_needed
from msolemu.directory.tenant.user import User
from msolemu.foundation.dataclass import replace
from tests.directory.builders import START, Cloud, a_contact, a_user

ANN = "ann@contoso.com"
E3, E1, FLOW, STORE = "contoso:ENTERPRISEPACK", "contoso:STANDARDPACK", "contoso:FLOW_FREE", "contoso:WINDOWS_STORE"
GROUP = UUID(int=5)


def giving(cloud: Cloud, *licences: str) -> Groups:
    """The groups of a tenant, one of which, GROUP, gives licences."""
    group = Group(GROUP, 100, START, display_name="Group", licences=tuple(map(AssignedLicence, licences)))
    cloud.objects.put(group)
    return cloud.service.group_changes


def buy(cloud: Cloud, sku: str, total: int, status: SubscriptionStatus = SubscriptionStatus.ENABLED) -> None:
    """Add a subscription."""
    bought = Subscription(cloud.ids.guid(), sku, total, START, status=status)
    cloud.state.subscriptions.put(str(bought.object_id), bought)


@pytest.fixture
def cloud() -> Cloud:
    found = Cloud()
    for sku, total in (("ENTERPRISEPACK", 2), ("STANDARDPACK", 5), ("FLOW_FREE", 10), ("WINDOWS_STORE", 5)):
        buy(found, sku, total)
    return found


@pytest.fixture
def accounts(cloud: Cloud) -> Accounts:
    return cloud.service.accounts


def made(accounts: Accounts, upn: str = ANN, *licences: str, location: str = "US") -> User:
    """A user with licences."""
    values: dict[str, Any] = {"usage_location": location}
    return accounts.create(NewUser(upn, "Ann", licences=licences, values=values))[0]


def sku(accounts: Accounts, account_sku_id: str) -> AccountSku:
    """What the tenant has of a licence."""
    return next(one for one in accounts.skus() if one.account_sku_id == account_sku_id)


def test_what_is_used_and_free_adds_up(accounts: Accounts) -> None:
    made(accounts, ANN, E3)
    found = sku(accounts, E3)
    assert (found.active, found.consumed, found.free, found.warning) == (2, 1, 1, 0)
    accounts.remove(ANN)
    assert sku(accounts, E3).consumed == 0


def test_subscriptions_of_one_licence_count_together(accounts: Accounts, cloud: Cloud) -> None:
    buy(cloud, "ENTERPRISEPACK", 3)
    buy(cloud, "ENTERPRISEPACK", 4, SubscriptionStatus.WARNING)
    buy(cloud, "ENTERPRISEPACK", 5, SubscriptionStatus.SUSPENDED)
    found = sku(accounts, E3)
    assert (found.active, found.warning, found.free, len(found.subscriptions)) == (9, 4, 5, 4)
    assert found.units(SubscriptionStatus.SUSPENDED) == 5
    assert len(cloud.service.subscriptions()) == 7


def test_the_last_licence_is_the_last(accounts: Accounts) -> None:
    made(accounts, ANN, E3)
    made(accounts, "bob@contoso.com", E3)
    with pytest.raises(refused.NoLicenceLeft):
        made(accounts, "cem@contoso.com", E3)
    made(accounts, "cem@contoso.com")
    with pytest.raises(refused.NoLicenceLeft):
        accounts.set_licences("cem@contoso.com", [E3], [], {})
    accounts.set_licences(ANN, [E3], [E3], {})


@pytest.mark.parametrize(
    "wanted", ["contoso:NOTHING", "ENTERPRISEPACK", "fabrikam:ENTERPRISEPACK", "contoso:ENTERPRISEPACK,", STORE, ""]
)
def test_a_licence_that_the_tenant_has_not_is_invalid(accounts: Accounts, wanted: str) -> None:
    made(accounts)
    with pytest.raises(refused.InvalidLicence):
        accounts.set_licences(ANN, [wanted], [], {})


def test_a_licence_is_added_once_and_removed_once(accounts: Accounts) -> None:
    made(accounts, ANN, "Contoso:enterprisepack")
    with pytest.raises(refused.InvalidLicence):
        accounts.set_licences(ANN, [E3], [], {})
    assert accounts.set_licences(ANN, [], [E3], {}).licences == ()
    with pytest.raises(refused.InvalidLicence):
        accounts.set_licences(ANN, [], [E3], {})


def test_a_change_is_whole_or_none(accounts: Accounts, cloud: Cloud) -> None:
    user = made(accounts, ANN, E3)
    with pytest.raises(refused.InvalidLicence):
        accounts.set_licences(ANN, [FLOW, "contoso:NOTHING"], [E3], {})
    assert cloud.service.user(user.object_id) == user
    changed = accounts.set_licences(ANN, [E1], [E3], {})
    assert [one.sku for one in changed.licences] == ["STANDARDPACK"]


def test_there_must_be_a_usage_location(accounts: Accounts, cloud: Cloud) -> None:
    made(accounts, location="")
    with pytest.raises(refused.MissingProperty, match="UsageLocation"):
        accounts.set_licences(ANN, [E3], [], {})
    cloud.objects.change_company(replace(cloud.objects.company, default_usage_location="US"))
    assert accounts.set_licences(ANN, [E3], [], {}).is_licensed


def test_plans_that_are_not_sold_there_stand_in_the_way(accounts: Accounts, cloud: Cloud) -> None:
    buy(cloud, "MCOPSTN1", 5)
    made(accounts, location="IN")
    with pytest.raises(refused.PlansNotSold) as caught:
        accounts.set_licences(ANN, ["contoso:MCOPSTN1"], [], {})
    assert caught.value.plans == ("MCOPSTN1",)
    accounts.set_licences(ANN, [E3], [], {})
    with pytest.raises(refused.PlansNotSold):
        accounts.change(ANN, {"usage_location": "CU"})
    assert accounts.change(ANN, {"usage_location": "DE"}).usage_location == "DE"


def test_two_plans_for_one_mailbox_exclude_each_other(accounts: Accounts) -> None:
    made(accounts, ANN, E3)
    with pytest.raises(refused.PlansExcludeEachOther) as caught:
        accounts.set_licences(ANN, [E1], [], {})
    assert set(caught.value.plans) >= {"EXCHANGE_S_ENTERPRISE", "EXCHANGE_S_STANDARD"}
    off = {E1: ["EXCHANGE_S_STANDARD", "SHAREPOINTSTANDARD"]}
    assert len(accounts.set_licences(ANN, [E1], [], off).licences) == 2


class TestOptions:
    """Plans that are switched off."""

    def test_a_list_takes_the_place_of_the_one_before(self, accounts: Accounts) -> None:
        made(accounts, ANN, E3)
        first = accounts.set_licences(ANN, [], [], {E3: ["sway", "TEAMS1"]})
        assert first.licences[0].disabled_plans == ("SWAY", "TEAMS1")
        assert accounts.set_licences(ANN, [], [], {E3: []}).licences[0].disabled_plans == ()

    def test_plan_and_licence_must_be_there(self, accounts: Accounts) -> None:
        made(accounts, ANN, E3)
        with pytest.raises(refused.InvalidPlan):
            accounts.set_licences(ANN, [], [], {E3: ["NOTHING"]})
        with pytest.raises(refused.InvalidLicence):
            accounts.set_licences(ANN, [], [], {E1: []})

    def test_a_plan_is_not_left_without_the_one_that_it_needs(self, accounts: Accounts) -> None:
        made(accounts, ANN, E3)
        with pytest.raises(refused.PlanNeedsAnother, match="SHAREPOINTWAC"):
            accounts.set_licences(ANN, [], [], {E3: ["SHAREPOINTENTERPRISE"]})
        accounts.set_licences(ANN, [], [], {E3: ["SHAREPOINTENTERPRISE", "SHAREPOINTWAC"]})


class TestLicencesOfGroups:
    """Licences that come from groups."""

    def test_they_are_not_taken_from_the_user(self, accounts: Accounts, cloud: Cloud) -> None:
        user = replace(made(accounts), licences=(AssignedLicence("FLOW_FREE", groups=(GROUP,)),))
        cloud.objects.put(user)
        with pytest.raises(refused.InheritedLicence):
            accounts.set_licences(ANN, [], [FLOW], {})
        both = accounts.set_licences(ANN, [FLOW], [], {})
        assert both.licences[0].groups == (GROUP, user.object_id)
        with pytest.raises(refused.InvalidLicence):
            accounts.set_licences(ANN, [FLOW], [], {})
        assert accounts.set_licences(ANN, [], [FLOW], {}).licences == user.licences


class TestMailbox:
    """What a plan for a mailbox brings."""

    def test_a_mailbox_has_an_address(self, accounts: Accounts) -> None:
        assert made(accounts, ANN, E3).proxy_addresses == (f"SMTP:{ANN}",)
        assert made(accounts, "bob@contoso.com", FLOW).proxy_addresses == ()

    def test_an_address_that_is_there_or_taken_is_not_given(self, accounts: Accounts, cloud: Cloud) -> None:
        user = made(accounts)
        cloud.objects.put(replace(user, proxy_addresses=("SMTP:a@contoso.com",)))
        assert accounts.set_licences(ANN, [E3], [], {}).proxy_addresses == ("SMTP:a@contoso.com",)
        bob = made(accounts, "bob@contoso.com")
        cloud.send(a_contact("Bob", "SMTP:b@contoso.com", "smtp:bob@fabrikam.com"))
        cloud.objects.put(replace(bob, user_principal_name="b@contoso.com"))
        assert accounts.set_licences(bob.object_id, [E3], [], {}).proxy_addresses == ()

    def test_without_its_licence_it_waits_for_thirty_days(self, accounts: Accounts) -> None:
        made(accounts, ANN, E3)
        user = accounts.set_licences(ANN, [FLOW], [E3], {})
        assert reconciliation_needed(user, START + timedelta(days=29))
        assert not reconciliation_needed(user, START + timedelta(days=30))
        assert not reconciliation_needed(accounts.set_licences(ANN, [E3], [], {}), START)


class TestDeletion:
    """Licences of users that are deleted."""

    def test_they_come_back_if_they_are_free(self, accounts: Accounts) -> None:
        made(accounts, ANN, E3)
        accounts.remove(ANN)
        assert accounts.restore(ANN).licences == (AssignedLicence("ENTERPRISEPACK"),)

    def test_when_they_are_taken_the_user_stays_where_it_is(self, accounts: Accounts) -> None:
        made(accounts, ANN, E3)
        accounts.remove(ANN)
        for name in ("bob", "cem"):
            made(accounts, f"{name}@contoso.com", E3)
        with pytest.raises(refused.NoLicenceToRestore):
            accounts.restore(ANN)

    @pytest.mark.parametrize(("taken", "licensed"), [(0, True), (2, False)])
    def test_a_user_that_synchronization_brings_back(
        self, accounts: Accounts, cloud: Cloud, taken: int, licensed: bool
    ) -> None:
        sent = a_user(ANN)
        cloud.send(sent)
        accounts.change(ANN, {"usage_location": "US"})
        accounts.set_licences(ANN, [E3], [], {})
        cloud.delete(sent)
        assert not cloud.user(sent).is_licensed
        for number in range(taken):
            made(accounts, f"user{number}@contoso.com", E3)
        cloud.send(sent)
        assert cloud.user(sent).is_licensed is licensed
        assert cloud.user(sent).former_licences == ()


class TestCatalogue:
    """The licences that are sold."""

    def test_it_has_the_real_ids(self) -> None:
        assert len(skus()) == 62
        pack = skus()["ENTERPRISEPACK"]
        assert str(pack.sku_id) == "6fd2c87f-b296-42f0-b197-1e91e994b900"
        plan = pack.plan("exchange_s_enterprise")
        assert plan is not None
        assert str(plan.plan_id) == "efb87545-963c-4e0d-99df-69c6916d9eb0"
        assert (plan.service, plan.is_of_tenant) == ("Exchange", False)
        assert pack.plan("nothing") is None

    def test_every_plan_belongs_to_a_service(self) -> None:
        assert {plan.service for one in skus().values() for plan in one.plans} >= {"SharePoint", "Other", "SCO"}

    def test_who_comes_into_the_group_gets_them_and_who_leaves_loses_them(
        self, accounts: Accounts, cloud: Cloud
    ) -> None:
        ann = made(accounts, ANN, E3)
        groups = giving(cloud, "ENTERPRISEPACK", "FLOW_FREE")
        groups.add_member(GROUP, ann.object_id, User)
        inside = cloud.service.user(ann.object_id)
        assert inside is not None
        assert [(one.sku, one.groups) for one in inside.licences] == [
            ("ENTERPRISEPACK", (GROUP, ann.object_id)),
            ("FLOW_FREE", (GROUP,)),
        ]
        groups.remove_member(GROUP, ann.object_id, User)
        outside = cloud.service.user(ann.object_id)
        assert outside is not None
        assert [(one.sku, one.groups) for one in outside.licences] == [("ENTERPRISEPACK", ())]

    @pytest.mark.parametrize(
        ("location", "own", "given", "why"),
        [
            ("US", (E3,), "STANDARDPACK", "MutuallyExclusiveViolation"),
            ("CU", (), "STANDARDPACK", "ProhibitedInUsageLocationViolation"),
            ("", (), "FLOW_FREE", "ProhibitedInUsageLocationViolation"),
            ("US", (), "EMS", "CountViolation"),
        ],
    )
    def test_why_one_does_not_reach_a_member_stands_with_the_member(
        self, accounts: Accounts, cloud: Cloud, location: str, own: tuple[str, ...], given: str, why: str
    ) -> None:
        ann = made(accounts, ANN, *own, location=location)
        giving(cloud, given).add_member(GROUP, ann.object_id, User)
        found = cloud.service.user(ann.object_id)
        assert found is not None
        assert found.licences == ann.licences
        assert [(one.sku, one.group, one.error) for one in found.licence_errors] == [(given, GROUP, why)]

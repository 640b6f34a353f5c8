"""Who may change what where signing in is strict."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from msolemu.directory.tenant.account_errors import FederatedPassword
from msolemu.directory.tenant.accounts import NewUser
from msolemu.directory.tenant.administrative_unit import ForeignRoleGroup
from msolemu.directory.tenant.catalogue.permissions import matrix
from msolemu.directory.tenant.catalogue.roles import directory_roles
from msolemu.directory.tenant.domain import Domain
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.role_errors import AccountBlocked, NotPermitted, WrongPassword
from msolemu.directory.tenant.roles import role_of
from msolemu.directory.tenant.service import TenantService
from msolemu.directory.tenant.user import User
from msolemu.foundation.dataclass import replace
from tests.directory.builders import START, Cloud

ANN, BEN, ADMIN = "ann@contoso.com", "ben@contoso.com", "admin@contoso.onmicrosoft.com"
PASSWORD = "Passw0rd1"
Change = Callable[[TenantService], object]
CHANGES: dict[str, Change] = {
    "users": lambda tenant: tenant.accounts.change(BEN, {"city": "Oslo"}),
    "create": lambda tenant: tenant.accounts.create(NewUser("new@contoso.com", "New")),
    "remove": lambda tenant: tenant.accounts.remove(BEN),
    "passwords": lambda tenant: tenant.accounts.set_password(BEN, "Secret99x"),
    "licences": lambda tenant: tenant.accounts.change(BEN, {"usage_location": "NO"}),
    "roles": lambda tenant: tenant.roles.give_user("Reports Reader", BEN),
    "administrator": lambda tenant: tenant.accounts.change(ADMIN, {"city": "Oslo"}),
    "password of administrator": lambda tenant: tenant.accounts.set_password(ADMIN, "Secret99x"),
    "units": lambda tenant: tenant.units.create("West"),
    "features": lambda tenant: tenant.switch_feature("DuplicateUPNResiliency", on=True),
}
ALLOWED = {
    "Company Administrator": set(CHANGES),
    "User Account Administrator": {"users", "create", "remove", "passwords", "licences"},
    "Helpdesk Administrator": {"passwords"},
    "License Administrator": {"licences"},
    "Billing Administrator": set(),
    "Exchange Service Administrator": set(),
    "": set(),
}


class Signed:
    """Contoso with Ann, who is signed in, and Ben."""

    def __init__(self, role: str = "") -> None:
        self.cloud = Cloud()
        self.whole = self.cloud.service
        self.ann, _ = self.whole.accounts.create(NewUser(ANN, "Ann", PASSWORD))
        self.ben, _ = self.whole.accounts.create(NewUser(BEN, "Ben", PASSWORD))
        if role:
            self.whole.roles.give_user(role, ANN)

    @property
    def tenant(self) -> TenantService:
        """The tenant for Ann."""
        return self.whole.for_account(self.ann.object_id)

    def set(self, **values: Any) -> None:
        """Change Ann."""
        ann = self.cloud.objects.get(self.ann.object_id)
        assert isinstance(ann, User)
        self.cloud.objects.put(replace(ann, **values))


@pytest.mark.parametrize("role", ALLOWED)
@pytest.mark.parametrize("name", CHANGES)
def test_the_matrix_says_which_role_may_change_what(role: str, name: str) -> None:
    signed = Signed(role)
    before = {collection: list(collection) for collection in (signed.cloud.state.users, signed.cloud.state.units)}
    if name in ALLOWED[role]:
        CHANGES[name](signed.tenant)
        return
    with pytest.raises(NotPermitted):
        CHANGES[name](signed.tenant)
    assert all(list(collection) == documents for collection, documents in before.items())


def test_the_roles_of_the_matrix_are_there() -> None:
    assert set(matrix().grants) | matrix().no_administrators <= set(directory_roles())


def test_a_billing_administrator_changes_what_is_on_the_bill() -> None:
    signed = Signed("Billing Administrator")
    with signed.tenant.transactions.changing() as objects:
        objects.change_company(replace(objects.company, city="Oslo"))
    assert signed.whole.company.city == "Oslo"
    with pytest.raises(NotPermitted), signed.tenant.transactions.changing() as objects:
        objects.change_company(replace(objects.company, display_name="Fabrikam"))
    assert signed.whole.company.display_name == "Contoso"


def test_a_role_for_a_unit_counts_for_its_members_only() -> None:
    signed = Signed()
    west = signed.whole.units.create("West").object_id
    signed.whole.units.add_member(west, signed.ben.object_id)
    signed.whole.roles.give_for_unit(role_of("Helpdesk Administrator").object_id, west, ANN)
    signed.tenant.accounts.set_password(BEN, "Secret99x")
    for refused in ("users", "password of administrator", "features"):
        with pytest.raises(NotPermitted):
            CHANGES[refused](signed.tenant)
    signed.whole.units.remove_member(west, signed.ben.object_id)
    with pytest.raises(NotPermitted):
        signed.tenant.accounts.set_password(BEN, "Secret99y")


def test_a_member_reads_unless_the_tenant_forbids_it() -> None:
    signed = Signed()
    assert len(signed.tenant.users()) == 3
    company = signed.cloud.objects.company
    closed = replace(company.settings, users_permission_to_read_other_users_enabled=False)
    signed.cloud.objects.change_company(replace(company, settings=closed))
    with pytest.raises(NotPermitted):
        signed.tenant.users()
    signed.whole.roles.give_user("Reports Reader", ANN)
    assert len(signed.tenant.users()) == 3


@pytest.mark.parametrize("values", [{"block_credential": True}, {"user_type": "Guest"}])
def test_whoever_is_blocked_or_a_guest_reads_nothing(values: dict[str, object]) -> None:
    signed = Signed("Company Administrator")
    signed.set(**values)
    with pytest.raises(NotPermitted):
        signed.tenant.users()


def test_whoever_is_gone_does_nothing() -> None:
    with pytest.raises(NotPermitted):
        Cloud().service.for_account(UUID(int=7)).users()


def test_a_user_signs_in_with_the_right_password() -> None:
    signed = Signed()
    assert signed.whole.logon.account(ANN.upper(), PASSWORD) == signed.ann.object_id
    for name, password in ((ANN, "wrong"), (ANN, ""), ("nobody@contoso.com", PASSWORD), (ADMIN, "")):
        with pytest.raises(WrongPassword):
            signed.whole.logon.account(name, password)


def test_a_user_who_is_blocked_deleted_or_federated_does_not_sign_in() -> None:
    signed = Signed()
    signed.set(block_credential=True)
    with pytest.raises(AccountBlocked):
        signed.whole.logon.account(ANN, PASSWORD)
    signed.whole.accounts.remove(BEN)
    with pytest.raises(WrongPassword):
        signed.whole.logon.account(BEN, PASSWORD)
    signed.cloud.state.domains.put("contoso.com", Domain("contoso.com", is_federated=True))
    with pytest.raises(FederatedPassword):
        signed.whole.logon.account(ANN, PASSWORD)


def test_a_password_is_drawn_for_the_administrator() -> None:
    whole = Cloud().service
    administrator = whole.accounts.administrator()
    assert administrator is not None
    name, password = whole.logon.give_password(administrator)
    assert name == ADMIN
    assert whole.logon.account(name, password) == administrator


def test_an_agent_of_a_partner_has_at_a_customer_the_role_that_its_group_has_there() -> None:
    signed = Signed()
    customer = UUID(int=5)
    objects, there = signed.cloud.objects, TenantObjects(signed.cloud.state.customers.of(customer))
    agents = Group(UUID(int=6), objects.next_number(), START, display_name="Agents", members=(signed.ann.object_id,))
    objects.put(agents)
    there.change_company(replace(objects.company, object_id=customer))
    for group in (agents.object_id, UUID(int=8)):
        entry = ForeignRoleGroup("Company Administrator", objects.company.object_id, group)
        there.state.foreign_role_groups.put(entry.key, entry)
    for account, allowed in ((signed.ann, True), (signed.ben, False)):
        tenant = TenantService(replace(signed.whole.transactions, customer=customer, account=account.object_id))
        if allowed:
            assert tenant.units.create("West").display_name == "West"
            continue
        with pytest.raises(NotPermitted):
            tenant.units.create("East")
    with pytest.raises(NotPermitted):
        signed.tenant.units.create("West")

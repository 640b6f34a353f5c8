"""The seed partner: customers that differ, so that reports over all of them have something to say."""

from __future__ import annotations

from uuid import UUID

import pytest

from msolemu.directory.seeds import partner
from msolemu.directory.tenant.contract import ContractType
from msolemu.directory.tenant.partnership import Customer
from msolemu.directory.tenant.service import TenantService
from tests.directory.builders import START, Cloud


@pytest.fixture
def cloud() -> Cloud:
    """Contoso with its customers."""
    cloud = Cloud()
    partner.fill(cloud.state, START, cloud.ids)
    return cloud


def tenant_of(cloud: Cloud, customer: Customer) -> TenantService:
    """The tenant of a customer."""
    found = cloud.service.customer(customer.contract.customer)
    assert found is not None
    return found


def test_there_are_five_customers_under_both_kinds_of_contracts(cloud: Cloud) -> None:
    kinds = [one.contract.kind for one in cloud.service.partnership.customers()]
    assert len(kinds) == 5
    assert set(kinds) == set(ContractType)


def test_licences_of_each_customer_add_up(cloud: Cloud) -> None:
    for customer in cloud.service.partnership.customers():
        tenant = tenant_of(cloud, customer)
        licensed = sum(user.is_licensed for user in tenant.users())
        assert [sku.consumed for sku in tenant.accounts.skus()] == [licensed]
        assert licensed <= sum(one.total for one in tenant.subscriptions())


def test_domains_are_of_every_kind(cloud: Cloud) -> None:
    domains = [one for customer in cloud.service.partnership.customers() for one in customer.domains]
    assert {one.name for one in domains if not one.is_verified} == {"adventure-works.co.uk"}
    assert {one.name for one in domains if one.is_federated} == {"tailspin.net"}
    assert len({one.name for one in domains}) == len(domains)


def test_agents_are_in_their_groups(cloud: Cloud) -> None:
    groups = {one.display_name: one.members for one in cloud.service.groups()}
    assert {name: len(members) for name, members in groups.items()} == {
        "AdminAgents": 1,
        "HelpdeskAgents": 2,
        "SalesAgents": 1,
    }


def test_the_same_seed_gives_the_same_customers(cloud: Cloud) -> None:
    def ids(of: Cloud) -> list[UUID]:
        return [one.contract.customer for one in of.service.partnership.customers()]

    other = Cloud()
    partner.fill(other.state, START, other.ids)
    assert ids(other) == ids(cloud)

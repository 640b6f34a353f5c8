"""The tenant's own settings, directory synchronization, and partners."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from msolemu.directory.seeds import partner
from msolemu.directory.tenant import account_errors, domain_errors
from msolemu.directory.tenant.accounts import NewUser
from msolemu.directory.tenant.company import DataLocation
from msolemu.directory.tenant.company_errors import DirSyncChangeWaits, NoPartner
from msolemu.directory.tenant.errors import ProvisioningRefused
from msolemu.directory.tenant.organization import DISABLING, ENABLING
from tests.directory.builders import START, Cloud, a_contact, a_group, a_user


@pytest.fixture
def cloud() -> Cloud:
    """The tenant Contoso."""
    return Cloud()


@pytest.fixture
def partnered() -> Cloud:
    """Contoso as a partner with five customers."""
    cloud = Cloud()
    partner.fill(cloud.state, START, cloud.ids)
    return cloud


def test_lists_of_addresses_are_replaced(cloud: Cloud) -> None:
    cloud.service.organization.change({"technical_notification_emails": ["a@b.com", "c@d.org"]})
    assert cloud.service.company.technical_notification_emails == ("a@b.com", "c@d.org")
    cloud.service.organization.change({"technical_notification_emails": []})
    assert not cloud.service.company.technical_notification_emails


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"technical_notification_emails": ["a@b.com", "nobody"]}, account_errors.BadSyntax),
        ({"technical_notification_emails": [""]}, account_errors.BadSyntax),
        ({"security_compliance_notification_phones": [""]}, account_errors.BadSyntax),
        ({"marketing_notification_emails": ["a" * 300 + "@b.com"]}, account_errors.TooLong),
        ({"street": "a" * 300}, account_errors.TooLong),
    ],
)
def test_bad_values_change_nothing(cloud: Cloud, values: dict[str, Any], error: type[Exception]) -> None:
    before = cloud.service.company
    with pytest.raises(error):
        cloud.service.organization.change(values)
    assert cloud.service.company == before


def test_permissions_and_the_usage_location(cloud: Cloud) -> None:
    organization = cloud.service.organization
    organization.change_settings({"allow_ad_hoc_subscriptions": False}, "de")
    company = cloud.service.company
    assert (company.settings.allow_ad_hoc_subscriptions, company.default_usage_location) == (False, "DE")
    organization.change_settings({}, "")
    assert cloud.service.company.default_usage_location is None
    with pytest.raises(account_errors.BadValue):
        organization.change_settings({"allow_ad_hoc_subscriptions": True}, "XX")
    assert not cloud.service.company.settings.allow_ad_hoc_subscriptions


def test_a_service_has_one_default_location(cloud: Cloud) -> None:
    organization = cloud.service.organization
    organization.allow_location(DataLocation("exchange", "eur", is_default=True), overwrite=False)
    organization.allow_location(DataLocation("SharePoint", "EUR", is_default=True), overwrite=False)
    organization.allow_location(DataLocation("Exchange", "NAM", is_default=True), overwrite=False)
    assert cloud.service.company.data_locations == (
        DataLocation("Exchange", "EUR"),
        DataLocation("SharePoint", "EUR", is_default=True),
        DataLocation("Exchange", "NAM", is_default=True),
    )
    organization.allow_location(DataLocation("Exchange", "APC"), overwrite=True)
    assert list(cloud.service.company.data_locations)[1:] == [DataLocation("Exchange", "APC")]


@pytest.mark.parametrize(
    ("service", "location", "error"),
    [
        ("", "EUR", account_errors.MissingProperty),
        ("Exchange", "", account_errors.MissingProperty),
        ("Word", "EUR", account_errors.BadValue),
        ("Exchange", "Europe", account_errors.BadValue),
    ],
)
def test_what_is_no_location_is_refused(cloud: Cloud, service: str, location: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        cloud.service.organization.allow_location(DataLocation(service, location), overwrite=False)


def test_services_of_several_nations(cloud: Cloud) -> None:
    organization = cloud.service.organization
    organization.switch_multi_national("EXCHANGE", on=True)
    assert cloud.service.company.multi_national_services == {"Exchange"}
    organization.switch_multi_national("Exchange", on=False)
    assert not cloud.service.company.multi_national_services


def test_switching_synchronization_off_takes_three_days(cloud: Cloud) -> None:
    ann, staff, dana = a_user("ann@contoso.com"), a_group("Staff"), a_contact("Dana")
    cloud.send_all(ann, staff, dana)
    organization = cloud.service.organization
    organization.switch_dirsync(on=True)
    organization.switch_dirsync(on=False)
    for on in (True, False):
        with pytest.raises(DirSyncChangeWaits):
            organization.switch_dirsync(on=on)
    cloud.service.sweep(START + DISABLING - timedelta(seconds=1))
    assert cloud.service.company.directory_synchronization_enabled
    cloud.service.sweep(START + DISABLING)
    company = cloud.service.company
    assert (company.directory_synchronization_enabled, company.dirsync_change_due) == (False, None)
    assert {cloud.found(one).last_dirsync_time for one in (ann, staff, dana)} == {None}
    cloud.service.accounts.change("ann@contoso.com", {"city": "Oslo"})
    cloud.new_run()
    assert cloud.refusal(ann).error_name == "DirectorySynchronizationNotEnabled"
    with pytest.raises(ProvisioningRefused):
        cloud.delete(ann)


def test_switching_it_on_takes_an_hour(cloud: Cloud) -> None:
    organization = cloud.service.organization
    organization.switch_dirsync(on=False)
    cloud.service.sweep(START + DISABLING)
    organization.switch_dirsync(on=True)
    assert not cloud.service.company.directory_synchronization_enabled
    cloud.service.sweep(START + ENABLING)
    assert cloud.service.company.directory_synchronization_enabled


def test_the_threshold_of_deletions(cloud: Cloud) -> None:
    cloud.service.organization.change_threshold(600)
    assert cloud.service.company.accidental_deletion_threshold == 600
    with pytest.raises(account_errors.BadValue):
        cloud.service.organization.change_threshold(2**32 - 1)


def test_a_tenant_that_is_no_partner_has_no_customers(cloud: Cloud) -> None:
    with pytest.raises(NoPartner):
        cloud.service.partnership.customers()
    assert cloud.service.customer(UUID(int=1)) is None


def test_a_partner_has_customers_with_directories_of_their_own(partnered: Cloud) -> None:
    customers = partnered.service.partnership.customers()
    assert [one.company.display_name for one in customers][:2] == ["Fabrikam", "Northwind Traders"]
    assert [one.default_domain for one in customers][-1] == "wideworldimporters.onmicrosoft.com"
    assert [one.has_verified("FABRIKAM.com") for one in customers] == [True, False, False, False, False]
    assert not any(one.has_verified("adventure-works.co.uk") for one in customers)
    fabrikam = partnered.service.customer(customers[0].contract.customer)
    assert fabrikam is not None
    assert fabrikam.company.initial_domain == "fabrikam.onmicrosoft.com"
    fabrikam.accounts.create(NewUser("new@fabrikam.com", "New"))
    assert len(fabrikam.users()) == 10
    assert partnered.service.user_with_upn("new@fabrikam.com", deleted=False) is None


def test_the_recycle_bins_of_customers_are_purged_too(partnered: Cloud) -> None:
    fabrikam = partnered.service.customer(partnered.service.partnership.customers()[0].contract.customer)
    assert fabrikam is not None
    user, _ = fabrikam.accounts.create(NewUser("new@fabrikam.com", "New"))
    fabrikam.accounts.remove(user.object_id)
    partnered.service.sweep(START + timedelta(days=31))
    assert fabrikam.user(user.object_id) is None


def test_a_domain_belongs_to_one_tenant(partnered: Cloud) -> None:
    domains = partnered.service.domains
    domains.add("fabrikam.com")
    domains.verification_record("fabrikam.com")
    with pytest.raises(domain_errors.DomainNameTaken):
        domains.confirm("fabrikam.com")


def test_what_customers_see_of_a_partner(partnered: Cloud) -> None:
    organization, company = partnered.service.organization, partnered.service.company
    organization.change_partner({"support_emails": ["a@b.com"], "help_url": ""}, "SupportPartnerTenant")
    changed = partnered.service.company
    assert (changed.partner.support_emails, changed.partner.help_url) == (("a@b.com",), None)
    assert (changed.partner.commerce_url, changed.company_type) == (
        company.partner.commerce_url,
        "SupportPartnerTenant",
    )
    organization.change_partner({}, of=company.object_id)
    assert partnered.service.company == changed
    with pytest.raises(account_errors.BadValue):
        organization.change_partner({}, of=UUID(int=1))

"""Domains: added, verified, made default, federated and removed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.directory.tenant import account_errors, domain_errors
from msolemu.directory.tenant.accounts import NewUser
from msolemu.directory.tenant.domain import Domain, FederationSettings, VerificationMethod
from msolemu.directory.tenant.domain_names import checked_name, root_of
from msolemu.directory.tenant.domains import MOST_UNVERIFIED, Domains
from msolemu.directory.tenant.federation_server import server_settings
from msolemu.foundation.dataclass import replace
from tests.directory.builders import Cloud, a_contact

NEW, CHILD, OTHER = "fabrikam.com", "eu.fabrikam.com", "northwind.com"
SETTINGS = server_settings("sts.fabrikam.com", NEW)


@pytest.fixture
def cloud() -> Cloud:
    """A tenant with its two domains."""
    return Cloud()


def verified(cloud: Cloud, name: str = NEW) -> Domains:
    """The domains after one more was added and verified."""
    domains = cloud.service.domains
    domains.add(name)
    domains.verification_record(name)
    domains.confirm(name)
    return domains


def test_a_new_domain_waits_for_its_verification(cloud: Cloud) -> None:
    added = cloud.service.domains.add("FABRIKAM.com")
    assert (added.name, added.is_verified, added.is_federated, added.capabilities) == (NEW, False, False, ())
    assert [one.name for one in cloud.service.domains.all()][-1] == NEW


def test_a_record_that_nobody_asked_for_is_not_there(cloud: Cloud) -> None:
    domains = cloud.service.domains
    domains.add(NEW)
    with pytest.raises(domain_errors.VerificationRecordMissing):
        domains.confirm(NEW)
    code = domains.verification_record(NEW).verification_code
    assert code is not None
    assert len(str(code)) == 8
    assert domains.verification_record(NEW.upper()).verification_code == code
    domains.confirm(NEW)
    assert domains.get(NEW).is_verified


def test_a_domain_is_verified_once(cloud: Cloud) -> None:
    domains = verified(cloud)
    with pytest.raises(domain_errors.DomainVerified):
        domains.confirm(NEW)


def test_a_subdomain_of_a_verified_domain_is_verified_and_signs_in_as_that_does(cloud: Cloud) -> None:
    domains = verified(cloud)
    domains.federate(NEW, SETTINGS)
    child = domains.add(CHILD)
    assert (child.is_verified, child.root, child.is_federated) == (True, NEW, True)
    with pytest.raises(domain_errors.OtherDomainAuthentication):
        domains.add("us.fabrikam.com", federated=False)
    with pytest.raises(domain_errors.NotARootDomain):
        domains.manage(CHILD)
    assert domains.federation(CHILD) == domains.federation(NEW)
    domains.manage(NEW)
    assert not domains.get(CHILD).is_federated


def test_mail_verifies_what_was_added_so(cloud: Cloud) -> None:
    domains = cloud.service.domains
    domains.add(NEW, method=VerificationMethod.EMAIL)
    with pytest.raises(domain_errors.OtherVerification):
        domains.confirm(NEW)
    domains.confirm_by_mail(NEW)
    assert domains.get(NEW).is_verified
    domains.add(OTHER)
    with pytest.raises(domain_errors.OtherVerification):
        domains.confirm_by_mail(OTHER)


@pytest.mark.parametrize(
    ("name", "error"),
    [
        (None, account_errors.MissingProperty),
        ("", account_errors.MissingProperty),
        ("a" * 300 + ".com", account_errors.TooLong),
        ("a" * 64 + ".com", account_errors.BadSyntax),
        ("nodot", account_errors.BadSyntax),
        ("-a.com", account_errors.BadSyntax),
        ("a b.com", account_errors.BadSyntax),
        ("a..com", account_errors.BadSyntax),
        ("more.onmicrosoft.com", domain_errors.DomainNameReserved),
        ("Outlook.com", domain_errors.DomainNameReserved),
        ("CONTOSO.com", domain_errors.DomainAlreadyExists),
    ],
)
def test_what_is_no_new_domain_is_refused_and_changes_nothing(
    cloud: Cloud, name: str | None, error: type[Exception]
) -> None:
    before = cloud.service.domains.all()
    with pytest.raises(error):
        cloud.service.domains.add(name)
    assert cloud.service.domains.all() == before


LABELS = st.from_regex(r"\A[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?\Z")


@given(st.lists(LABELS, min_size=1, max_size=4), LABELS)
def test_every_name_of_well_formed_labels_is_taken_and_found_below_its_root(labels: list[str], root: str) -> None:
    above = f"{root}.example"
    name = checked_name(".".join([*labels, above]).upper())
    assert name == name.lower()
    assert root_of(name, [Domain("example.org"), Domain(above)]) == Domain(above)
    assert root_of(name, [Domain(above, is_verified=False)]) is None


def test_a_tenant_has_so_many_unverified_domains(cloud: Cloud) -> None:
    domains = cloud.service.domains
    for number in range(MOST_UNVERIFIED):
        domains.add(f"d{number}.example")
    with pytest.raises(domain_errors.TooManyUnverifiedDomains):
        domains.add("one.more.example")


def test_there_is_one_default_domain(cloud: Cloud) -> None:
    domains = verified(cloud)
    domains.make_default(NEW)
    assert [one.name for one in domains.all() if one.is_default] == [NEW]
    with pytest.raises(domain_errors.DefaultDomainNeeded):
        domains.make_default(NEW, default=False)
    domains.make_default("contoso.com", default=False)
    domains.add(OTHER)
    with pytest.raises(domain_errors.DefaultDomainUnverified):
        domains.make_default(OTHER)
    domains.make_default("contoso.com")
    domains.federate(NEW, SETTINGS)
    with pytest.raises(domain_errors.DefaultDomainFederated):
        domains.make_default(NEW)


def test_what_is_in_use_is_not_removed(cloud: Cloud) -> None:
    domains = verified(cloud)
    with pytest.raises(domain_errors.InitialDomainStays):
        domains.remove("contoso.onmicrosoft.com")
    with pytest.raises(domain_errors.DefaultDomainStays):
        domains.remove("contoso.com")
    domains.add(CHILD)
    with pytest.raises(domain_errors.DomainHasSubdomains):
        domains.remove(NEW)
    domains.remove(CHILD)
    user, _ = cloud.service.accounts.create(NewUser(f"ann@{NEW}", "Ann"))
    with pytest.raises(domain_errors.DomainInUse):
        domains.remove(NEW)
    cloud.service.accounts.remove(user.object_id)
    domains.remove(NEW)
    with pytest.raises(domain_errors.DomainNotFound):
        domains.get(NEW)


def test_an_address_keeps_its_domain(cloud: Cloud) -> None:
    domains = verified(cloud)
    admin = cloud.service.users()[0]
    cloud.objects.put(replace(admin, proxy_addresses=(f"smtp:admin@{NEW.upper()}",)))
    with pytest.raises(domain_errors.DomainInUse):
        domains.remove(NEW)


def test_an_unverified_domain_is_nobodys_though_a_contact_has_an_address_of_it(cloud: Cloud) -> None:
    cloud.send(a_contact("Dana", f"SMTP:dana@{NEW}"))
    cloud.service.domains.add(NEW)
    cloud.service.domains.remove(NEW)
    verified(cloud)
    with pytest.raises(domain_errors.DomainInUse):
        cloud.service.domains.remove(NEW)


def test_users_of_a_domain_that_is_managed_again_wait_for_a_password(cloud: Cloud) -> None:
    domains = verified(cloud)
    domains.federate(NEW, SETTINGS)
    values = {"immutable_id": "anchor=="}
    user, password = cloud.service.accounts.create(NewUser(f"ann@{NEW}", "Ann", values=values))
    assert password is None
    assert domains.manage(NEW) == [f"ann@{NEW}"]
    assert domains.manage(NEW) == []
    waiting = cloud.service.user(user.object_id)
    assert waiting is not None
    assert waiting.awaits_conversion


def test_with_new_passwords_nobody_waits(cloud: Cloud) -> None:
    domains = verified(cloud)
    domains.federate(NEW, SETTINGS)
    user, _ = cloud.service.accounts.create(NewUser(f"ann@{NEW}", "Ann", values={"immutable_id": "anchor=="}))
    [(upn, password)] = domains.standardize(NEW)
    changed = cloud.service.user(user.object_id)
    assert changed is not None
    assert changed.password is not None
    assert (upn, changed.awaits_conversion, changed.force_change_password) == (f"ann@{NEW}", False, True)
    assert changed.password.is_of(password)


def test_settings_of_a_federation_change_one_by_one(cloud: Cloud) -> None:
    domains = verified(cloud)
    with pytest.raises(domain_errors.OtherDomainAuthentication):
        domains.federation(NEW)
    with pytest.raises(domain_errors.OtherDomainAuthentication):
        domains.change_federation(NEW, SETTINGS)
    domains.federate(NEW, SETTINGS)
    domains.change_federation(NEW, FederationSettings(federation_brand_name="Fabrikam", log_off_uri=""))
    changed = domains.federation(NEW)
    assert (changed.federation_brand_name, changed.log_off_uri) == ("Fabrikam", None)
    assert changed.issuer_uri == SETTINGS.issuer_uri


@pytest.mark.parametrize(
    ("settings", "error"),
    [
        (FederationSettings(), account_errors.MissingProperty),
        (replace(SETTINGS, signing_certificate=""), account_errors.MissingProperty),
        (replace(SETTINGS, issuer_uri="no uri"), account_errors.BadSyntax),
        (replace(SETTINGS, signing_certificate="§"), account_errors.BadSyntax),
        (replace(SETTINGS, log_off_uri="https://" + "a" * 3000), account_errors.TooLong),
        (replace(SETTINGS, federation_brand_name="a" * 300), account_errors.TooLong),
    ],
)
def test_bad_settings_are_refused_and_change_nothing(
    cloud: Cloud, settings: FederationSettings, error: type[Exception]
) -> None:
    domains = verified(cloud)
    with pytest.raises(error):
        domains.federate(NEW, settings)
    assert not domains.get(NEW).is_federated


def test_two_domains_have_two_issuers(cloud: Cloud) -> None:
    domains = verified(cloud)
    verified(cloud, OTHER)
    domains.federate(NEW, SETTINGS)
    domains.federate(NEW, SETTINGS)
    with pytest.raises(domain_errors.IssuerTaken):
        domains.federate(OTHER, SETTINGS)
    domains.federate(OTHER, server_settings("sts.fabrikam.com", OTHER, several=True))
    assert domains.federation(OTHER).issuer_uri == "http://northwind.com/adfs/services/trust/"


def test_only_a_verified_domain_that_is_neither_initial_nor_default_is_federated(cloud: Cloud) -> None:
    domains = cloud.service.domains
    with pytest.raises(domain_errors.InitialDomainUnchangeable):
        domains.federate("contoso.onmicrosoft.com", SETTINGS)
    with pytest.raises(domain_errors.DefaultDomainFederated):
        domains.federate("contoso.com", SETTINGS)
    domains.add(NEW)
    with pytest.raises(domain_errors.DomainUnverified):
        domains.federate(NEW, SETTINGS)


def test_a_federated_domain_is_verified_with_its_settings(cloud: Cloud) -> None:
    domains = cloud.service.domains
    domains.add(NEW, federated=True)
    domains.verification_record(NEW)
    with pytest.raises(account_errors.MissingProperty):
        domains.confirm(NEW)
    domains.confirm(NEW, SETTINGS)
    assert domains.federation(NEW) == SETTINGS
    domains.add(OTHER)
    domains.verification_record(OTHER)
    with pytest.raises(domain_errors.OtherDomainAuthentication):
        domains.confirm(OTHER, SETTINGS)

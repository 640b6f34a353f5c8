"""Domains whose users sign in elsewhere: what the settings must hold, and what begins and ends with them."""

from __future__ import annotations

import re
from typing import Any

from msolemu.directory.tenant.account_errors import BadSyntax, MissingProperty, TooLong
from msolemu.directory.tenant.domain import Domain, FederationSettings
from msolemu.directory.tenant.domain_errors import (
    DefaultDomainFederated,
    DomainUnverified,
    InitialDomainUnchangeable,
    IssuerTaken,
    NotARootDomain,
    OtherDomainAuthentication,
)
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.foundation.dataclass import asdict, replace

URIS = {
    "active_log_on_uri": "ActiveLogOnUri",
    "issuer_uri": "IssuerUri",
    "log_off_uri": "LogOffUri",
    "metadata_exchange_uri": "MetadataExchangeUri",
    "open_id_connect_discovery_endpoint": "OpenIdConnectDiscoveryEndpoint",
    "passive_log_on_uri": "PassiveLogOnUri",
}
CERTIFICATES = {"next_signing_certificate": "NextSigningCertificate", "signing_certificate": "SigningCertificate"}
NEEDED = {
    "issuer_uri": "IssuerUri",
    "passive_log_on_uri": "PassiveLogOnUri",
    "signing_certificate": "SigningCertificate",
}
URI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s]+", re.IGNORECASE)
BASE64 = re.compile(r"[A-Za-z0-9+/\s]+={0,2}\s*")
LONGEST_URI = 2048
LONGEST_BRAND = 256


def checked_settings(objects: TenantObjects, domain: Domain, settings: FederationSettings) -> FederationSettings:
    """Settings that a domain can be federated with; an empty text clears.

    Raises MissingProperty, BadSyntax, TooLong or IssuerTaken.
    """
    cleared: dict[str, Any] = {
        name: value or None for name, value in asdict(settings).items() if isinstance(value, str)
    }
    settings = replace(settings, **cleared)
    for field, name in NEEDED.items():
        if getattr(settings, field) is None:
            raise MissingProperty(name)
    _demand_syntax(settings)
    if len(settings.federation_brand_name or "") > LONGEST_BRAND:
        raise TooLong("FederationBrandName")
    others = (one for one in objects.state.domains if one.name != domain.name and one.federation is not None)
    if any(one.federation and one.federation.issuer_uri == settings.issuer_uri for one in others):
        raise IssuerTaken(domain.name)
    return settings


def _demand_syntax(settings: FederationSettings) -> None:
    for pattern, names in ((URI, URIS), (BASE64, CERTIFICATES)):
        for field, name in names.items():
            text = getattr(settings, field)
            if text is not None and not pattern.fullmatch(text):
                raise BadSyntax(name)
            if text is not None and pattern is URI and len(text) > LONGEST_URI:
                raise TooLong(name)


class Federation:
    """Begins and ends the federation of the domains that one transaction sees."""

    def __init__(self, objects: TenantObjects) -> None:
        self._objects = objects

    def begin(self, domain: Domain, settings: FederationSettings) -> None:
        """Federate a domain with its subdomains, or give a federated one other settings.

        Raises InitialDomainUnchangeable, DefaultDomainFederated, DomainUnverified, NotARootDomain, and what
        `checked_settings` raises.
        """
        self._demand_changeable(domain)
        if domain.is_default:
            raise DefaultDomainFederated(domain.name)
        self._put(replace(domain, federation=checked_settings(self._objects, domain, settings)), federated=True)

    def change(self, domain: Domain, settings: FederationSettings) -> None:
        """Change the settings of a federated domain; what is None stays.

        Raises OtherDomainAuthentication, DomainUnverified, NotARootDomain, and what `checked_settings` raises.
        """
        if not domain.is_federated:
            raise OtherDomainAuthentication(domain.name)
        self._demand_changeable(domain)
        given = {name: value for name, value in asdict(settings).items() if value is not None}
        changed = replace(domain.federation or FederationSettings(), **given)
        self._put(replace(domain, federation=checked_settings(self._objects, domain, changed)), federated=True)

    def end(self, domain: Domain) -> list[str]:
        """Let users sign in with passwords again; gives the names of those who must be given one.

        A domain that is not federated stays as it is. Raises InitialDomainUnchangeable, DomainUnverified or
        NotARootDomain.
        """
        if not domain.is_federated:
            return []
        self._demand_changeable(domain)
        names = self._put(replace(domain, federation=None), federated=False)
        waiting = []
        for user in sorted(self._objects.state.users, key=lambda user: user.number):
            if user.user_principal_name.rpartition("@")[2].lower() in names and not user.is_deleted:
                self._objects.put(replace(user, awaits_conversion=True))
                waiting.append(user.user_principal_name)
        return waiting

    def _demand_changeable(self, domain: Domain) -> None:
        if domain.is_initial:
            raise InitialDomainUnchangeable(domain.name)
        if not domain.is_verified:
            raise DomainUnverified(domain.name)
        if domain.root is not None:
            raise NotARootDomain(domain.name)

    def _put(self, domain: Domain, *, federated: bool) -> set[str]:
        """Keep the domain, and its subdomains with it; gives their names."""
        domains = self._objects.state.domains
        domains.put(domain.name, replace(domain, is_federated=federated))
        below = [one for one in domains if one.root == domain.name]
        for one in below:
            domains.put(one.name, replace(one, is_federated=federated))
        return {domain.name, *(one.name for one in below)}

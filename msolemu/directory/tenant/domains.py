"""The domains of a tenant as cmdlets change them: each call is a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable

from msolemu.directory.tenant.domain import Domain, FederationSettings, VerificationMethod
from msolemu.directory.tenant.domain_errors import (
    DefaultDomainFederated,
    DefaultDomainNeeded,
    DefaultDomainStays,
    DefaultDomainUnverified,
    DomainAlreadyExists,
    DomainHasSubdomains,
    DomainInUse,
    DomainNameTaken,
    DomainNotFound,
    DomainVerified,
    InitialDomainStays,
    OtherDomainAuthentication,
    OtherVerification,
    TooManyUnverifiedDomains,
    VerificationRecordMissing,
)
from msolemu.directory.tenant.domain_names import checked_name, is_below, is_in_use, root_of
from msolemu.directory.tenant.federation import Federation, checked_settings
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.tenant.password import kept
from msolemu.directory.tenant.transactions import Transactions
from msolemu.foundation.dataclass import replace

MOST_UNVERIFIED = 100
LOWEST_CODE, HIGHEST_CODE = 10_000_000, 99_999_999
IsTaken = Callable[[str], bool]
"""Whether another tenant has verified a domain."""


class Domains:
    """The domains of a tenant; what changes is durable when a call returns, and nothing changes when it raises.

    Every method that takes a name raises DomainNotFound.
    """

    def __init__(self, transactions: Transactions, is_taken: IsTaken) -> None:
        self._transactions, self._is_taken = transactions, is_taken

    def all(self) -> list[Domain]:
        """All of them, in the order in which they were added."""
        with self._transactions.reading() as objects:
            return list(objects.state.domains)

    def get(self, name: str) -> Domain:
        """One of them."""
        with self._transactions.reading() as objects:
            return existing(objects, name)

    def add(
        self, name: str | None, *, federated: bool | None = None, method: VerificationMethod | None = None
    ) -> Domain:
        """A new domain, to be verified; one below a verified domain is verified at once and signs in as that does.

        Raises what `checked_name` raises, DomainAlreadyExists, OtherDomainAuthentication, TooManyUnverifiedDomains.
        """
        wanted = checked_name(name)
        with self._transactions.changing() as objects:
            if objects.domain(wanted) is not None:
                raise DomainAlreadyExists(wanted)
            root = root_of(wanted, objects.state.domains)
            domain = self._new(objects, wanted, federated=bool(federated))
            if root is not None:
                if federated is not None and federated is not root.is_federated:
                    raise OtherDomainAuthentication(wanted)
                domain = replace(domain, is_verified=True, is_federated=root.is_federated, root=root.name)
            put(objects, replace(domain, verification_method=method or VerificationMethod.DNS_RECORD))
        return self.get(wanted)

    def _new(self, objects: TenantObjects, name: str, *, federated: bool) -> Domain:
        if sum(not one.is_verified for one in objects.state.domains) >= MOST_UNVERIFIED:
            raise TooManyUnverifiedDomains
        code = self._transactions.ids.number(LOWEST_CODE, HIGHEST_CODE)
        return Domain(name, is_verified=False, is_federated=federated, verification_code=code)

    def remove(self, name: str) -> None:
        """Forget a domain; one that is not verified is in nobody's use, whatever addresses contacts and guests have.

        Raises InitialDomainStays, DefaultDomainStays, DomainHasSubdomains or DomainInUse.
        """
        with self._transactions.changing() as objects:
            domain = existing(objects, name)
            if domain.is_initial:
                raise InitialDomainStays(domain.name)
            if domain.is_default:
                raise DefaultDomainStays(domain.name)
            if any(is_below(one.name, domain.name) for one in objects.state.domains):
                raise DomainHasSubdomains(domain.name)
            if domain.is_verified and is_in_use(objects, domain.name):
                raise DomainInUse(domain.name)
            objects.state.domains.remove(domain.name)

    def make_default(self, name: str, *, default: bool = True) -> None:
        """Have new users be of this domain.

        Raises DefaultDomainNeeded, DefaultDomainUnverified or DefaultDomainFederated.
        """
        with self._transactions.changing() as objects:
            domain = existing(objects, name)
            if not default:
                if domain.is_default:
                    raise DefaultDomainNeeded(domain.name)
                return
            if not domain.is_verified:
                raise DefaultDomainUnverified(domain.name)
            if domain.is_federated:
                raise DefaultDomainFederated(domain.name)
            for one in objects.state.domains:
                if one.is_default is not (one.name == domain.name):
                    put(objects, replace(one, is_default=one.name == domain.name))

    def verification_record(self, name: str) -> Domain:
        """The domain with the code of its record, which counts as published from here on."""
        with self._transactions.changing() as objects:
            domain = existing(objects, name)
            code = domain.verification_code or self._transactions.ids.number(LOWEST_CODE, HIGHEST_CODE)
            given = replace(domain, verification_code=code, record_given=True)
            if given != domain:
                put(objects, given)
        return given

    def confirm(self, name: str, settings: FederationSettings | None = None) -> None:
        """Verify by the record; a federated domain wants its settings.

        Raises DomainVerified, OtherVerification, VerificationRecordMissing, DomainNameTaken, and what
        `checked_settings` raises.
        """
        with self._transactions.changing() as objects:
            domain = self._confirmable(objects, name)
            if domain.verification_method is VerificationMethod.EMAIL:
                raise OtherVerification(domain.name)
            if not domain.record_given:
                raise VerificationRecordMissing(domain.name)
            if not domain.is_federated and settings is not None:
                raise OtherDomainAuthentication(domain.name)
            if domain.is_federated:
                settings = checked_settings(objects, domain, settings or FederationSettings())
            put(objects, replace(domain, is_verified=True, federation=settings))

    def confirm_by_mail(self, name: str) -> None:
        """Verify a domain whose users have shown by mail that it is theirs; raises as `confirm` does."""
        with self._transactions.changing() as objects:
            domain = self._confirmable(objects, name)
            if domain.verification_method is not VerificationMethod.EMAIL:
                raise OtherVerification(domain.name)
            put(objects, replace(domain, is_verified=True))

    def _confirmable(self, objects: TenantObjects, name: str) -> Domain:
        domain = existing(objects, name)
        if domain.is_verified:
            raise DomainVerified(domain.name)
        if self._is_taken(domain.name):
            raise DomainNameTaken(domain.name)
        return domain

    # federation

    def federate(self, name: str, settings: FederationSettings) -> None:
        """Have users of a domain and its subdomains sign in elsewhere; raises what `Federation.begin` raises."""
        with self._transactions.changing() as objects:
            Federation(objects).begin(existing(objects, name), settings)

    def change_federation(self, name: str, settings: FederationSettings) -> None:
        """Change what is not None of the settings; raises what `Federation.change` raises."""
        with self._transactions.changing() as objects:
            Federation(objects).change(existing(objects, name), settings)

    def manage(self, name: str) -> list[str]:
        """Have users of a domain and its subdomains sign in with passwords again; gives those who wait for one.

        Raises what `Federation.end` raises.
        """
        with self._transactions.changing() as objects:
            return Federation(objects).end(existing(objects, name))

    def standardize(self, name: str) -> list[tuple[str, str]]:
        """The same, and each user is given a new password, to be changed when signing in; gives names and passwords.

        Raises what `Federation.end` raises.
        """
        ids, now = self._transactions.ids, self._transactions.now
        given = []
        with self._transactions.changing() as objects:
            for upn in Federation(objects).end(existing(objects, name)):
                user, text = objects.with_upn(upn), ids.password()
                assert user is not None, "who waits is there"
                user = replace(user, awaits_conversion=False, force_change_password=True, password=kept(text, ids))
                objects.put(replace(user, last_password_change=now, refresh_tokens_valid_from=now))
                given.append((upn, text))
        return given

    def federation(self, name: str) -> FederationSettings:
        """The settings of a domain or of the one that it belongs to; raises OtherDomainAuthentication."""
        with self._transactions.reading() as objects:
            domain = existing(objects, name)
            source = objects.domain(domain.root or domain.name) or domain
        if not domain.is_federated:
            raise OtherDomainAuthentication(domain.name)
        return source.federation or FederationSettings()


def existing(objects: TenantObjects, name: str) -> Domain:
    """A domain of the tenant; raises DomainNotFound."""
    found = objects.domain(name)
    if found is None:
        raise DomainNotFound(name)
    return found


def put(objects: TenantObjects, domain: Domain) -> None:
    """Keep a new or changed domain."""
    objects.state.domains.put(domain.name, domain)

"""What a tenant refuses about domains, without prose."""

from __future__ import annotations

from msolemu.directory.tenant.errors import IdentityNotFound, TenantError


class DomainRefused(TenantError):
    """A domain cannot be changed this way; `name` is the domain's."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class DomainNotFound(IdentityNotFound):
    """The tenant has no such domain."""


class DomainAlreadyExists(DomainRefused):
    """The tenant has the domain already."""


class DomainNameTaken(DomainRefused):
    """Another tenant has shown that the domain is its own."""


class DomainNameReserved(DomainRefused):
    """Only the service itself gives such names."""


class InitialDomainStays(DomainRefused):
    """The initial domain cannot be removed."""


class InitialDomainUnchangeable(DomainRefused):
    """The initial domain cannot be changed this way."""


class DefaultDomainStays(DomainRefused):
    """The default domain cannot be removed."""


class DefaultDomainNeeded(DomainRefused):
    """There must be a default domain; another one is made it, this one is not unmade."""


class DefaultDomainFederated(DomainRefused):
    """The default domain is managed."""


class DefaultDomainUnverified(DomainRefused):
    """The default domain is verified."""


class DomainHasSubdomains(DomainRefused):
    """A domain with subdomains cannot be removed."""


class DomainInUse(DomainRefused):
    """Objects have names or addresses of the domain."""


class DomainUnverified(DomainRefused):
    """The domain must be verified first."""


class DomainVerified(DomainRefused):
    """The domain is verified already."""


class VerificationRecordMissing(DomainRefused):
    """No record shows that the domain is the tenant's own."""


class OtherVerification(DomainRefused):
    """The domain is verified in another way."""


class TooManyUnverifiedDomains(TenantError):
    """A tenant has so many unverified domains and no more."""


class NotARootDomain(DomainRefused):
    """A subdomain goes with its root domain."""


class OtherDomainAuthentication(DomainRefused):
    """Users of the domain sign in in another way than the change demands."""


class IssuerTaken(DomainRefused):
    """Another domain has this issuer."""

"""Get-MsolDomain, New-MsolDomain, Set-MsolDomain, Remove-MsolDomain, Confirm-MsolDomain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.directory.tenant.account_errors import MissingProperty
from msolemu.directory.tenant.domain import VerificationMethod
from msolemu.modules.msonline.dirsync_feature import confirmed
from msolemu.modules.msonline.domain_settings import DomainName, FederationParameters
from msolemu.modules.msonline.parameters import Force, TenantId
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.domain import (
    Domain,
    DomainAuthenticationType,
    DomainCapabilities,
    DomainStatus,
    DomainVerificationMethod,
    ForceTakeoverOption,
)

if TYPE_CHECKING:
    from msolemu.directory.tenant.domain import Domain as TenantDomain

METHODS = {
    DomainVerificationMethod.None_: VerificationMethod.NONE,
    DomainVerificationMethod.DnsRecord: VerificationMethod.DNS_RECORD,
    DomainVerificationMethod.Email: VerificationMethod.EMAIL,
}
SHOWN_METHODS = {kept: shown for shown, kept in METHODS.items()}
Authentication = Annotated[
    DomainAuthenticationType | None,
    Parameter("Managed: users have passwords here. Federated: they sign in elsewhere.", nullable=True),
]

get_msol_domain = Cmdlet(
    "Get-MsolDomain",
    "Gets the domains of the tenant.",
    output=Domain,
    error_owner="GetDomain",
    examples={
        "Get-MsolDomain": "Lists all domains.",
        "(Get-MsolDomain | Where-Object { $_.IsInitial }).Name": "Tells the name that the tenant was made with.",
        "Get-MsolDomain -DomainName contoso.com": "Gets one domain.",
    },
)


@get_msol_domain.parameter_set("ListDomains__0", default=True)
def listed(
    call: MsolCall,
    authentication: Authentication = None,
    capability: Annotated[
        DomainCapabilities | None, Parameter("Domains that are used for this.", nullable=True)
    ] = None,
    status: Annotated[DomainStatus | None, Parameter("Verified or unverified domains.", nullable=True)] = None,
    tenant_id: TenantId = None,
) -> Output[Domain]:
    """Lists domains, in the order in which they were added, or gets one by its name."""
    for one in map(msol_domain, call.services.tenant(tenant_id).domains.all()):
        if authentication in (None, one.Authentication) and status in (None, one.Status) and serves(one, capability):
            yield one


def serves(domain: Domain, capability: DomainCapabilities | None) -> bool:
    """Whether a domain is used for something; None of the enumeration finds those that are used for nothing."""
    if capability is None or domain.Capabilities is None:
        return True
    return capability in domain.Capabilities if capability.value else domain.Capabilities == capability


@get_msol_domain.parameter_set("GetDomain__0")
def by_name(call: MsolCall, domain_name: DomainName, tenant_id: TenantId = None) -> Output[Domain]:
    """Gets one domain."""
    yield msol_domain(call.services.tenant(tenant_id).domains.get(domain_name))


new_msol_domain = Cmdlet(
    "New-MsolDomain",
    "Adds a domain to the tenant; it is to be verified.",
    output=Domain,
    error_owner="NewDomain",
    examples={"New-MsolDomain -Name fabrikam.com": "Adds a domain that is still to be verified."},
)


@new_msol_domain.parameter_set()
def added(
    call: MsolCall,
    authentication: Annotated[
        DomainAuthenticationType | None, Parameter("Managed or Federated.", from_property=True, nullable=True)
    ] = None,
    name: Annotated[str | None, Parameter("The domain, such as contoso.com.", from_property=True)] = None,
    tenant_id: TenantId = None,
    verification_method: Annotated[
        DomainVerificationMethod | None,
        Parameter(
            "How the domain will be verified; by a record of DNS unless said.", from_property=True, nullable=True
        ),
    ] = None,
) -> Output[Domain]:
    """A subdomain of a verified domain is verified at once and signs in as that does. Of any other domain
    Get-MsolDomainVerificationDns tells the record that shows whose it is; Confirm-MsolDomain looks for it.
    """
    federated = None if authentication is None else authentication is DomainAuthenticationType.Federated
    method = None if verification_method is None else METHODS[verification_method]
    yield msol_domain(call.services.tenant(tenant_id).domains.add(name, federated=federated, method=method))


set_msol_domain = Cmdlet(
    "Set-MsolDomain",
    "Makes a domain the default one.",
    error_owner="SetDomain",
    examples={"Set-MsolDomain -Name contoso.onmicrosoft.com -IsDefault": "Has new users be of the initial domain."},
)


@set_msol_domain.parameter_set()
def changed(
    call: MsolCall,
    is_default: Annotated[Switch, Parameter("Make it the default domain.", from_property=True)] = False,
    name: Annotated[str | None, Parameter("The domain.", from_property=True)] = None,
    tenant_id: TenantId = None,
) -> None:
    """The default domain is verified and managed; the one before it no longer is the default."""
    domains = call.services.tenant(tenant_id).domains
    if not name:
        raise MissingProperty("Name")
    if call.is_bound("IsDefault"):
        domains.make_default(name, default=is_default)
    else:
        domains.get(name)


remove_msol_domain = Cmdlet(
    "Remove-MsolDomain",
    "Removes a domain that nothing uses.",
    error_owner="RemoveDomain",
    examples=(
        ("New-MsolDomain -Name fabrikam.com; Remove-MsolDomain -DomainName fabrikam.com -Force", "Removes a domain."),
    ),
)


@remove_msol_domain.parameter_set()
def removed(call: MsolCall, domain_name: DomainName, force: Force = False, tenant_id: TenantId = None) -> None:
    """Users, groups and contacts must have no name or address of the domain, and it must have no subdomains.

    Asks unless -Force is given. The initial domain and the default one stay.
    """
    domains = call.services.tenant(tenant_id).domains
    if force or confirmed(call):
        domains.remove(domain_name)


confirm_msol_domain = Cmdlet(
    "Confirm-MsolDomain",
    "Verifies that a domain is the tenant's.",
    error_owner="ConfirmDomain",
    examples=(
        (
            "New-MsolDomain -Name fabrikam.com; Get-MsolDomainVerificationDns -DomainName fabrikam.com; "
            "Confirm-MsolDomain -DomainName fabrikam.com",
            "Adds a domain, shows its record and verifies it.",
        ),
    ),
)


@confirm_msol_domain.parameter_set()
def verified(
    call: MsolCall,
    domain_name: DomainName,
    federation: FederationParameters,
    force_takeover: Annotated[
        ForceTakeoverOption,
        Parameter("Force: take it from a tenant that nobody administers; there is none here.", from_property=True),
    ] = ForceTakeoverOption.No,
    tenant_id: TenantId = None,
) -> None:
    """Looks for the record that Get-MsolDomainVerificationDns tells. A lab has no name servers: the record counts as
    published once it was asked for. A federated domain wants the settings of its federation too.

    Nothing here makes tenants that nobody administers, so -ForceTakeover finds none to take a domain from.
    """
    settings = None if federation.are_empty else federation.settings()
    call.services.tenant(tenant_id).domains.confirm(domain_name, settings)


confirm_email_verified_domain = Cmdlet(
    "Confirm-MsolEmailVerifiedDomain",
    "Verifies a domain whose users have shown by mail that it is theirs.",
    error_owner="ConfirmEmailVerifiedDomain",
    examples=(
        (
            "New-MsolDomain -Name fabrikam.com -VerificationMethod Email; "
            "Confirm-MsolEmailVerifiedDomain -DomainName fabrikam.com",
            "Verifies a domain by mail.",
        ),
    ),
)


@confirm_email_verified_domain.parameter_set()
def verified_by_mail(call: MsolCall, domain_name: DomainName, tenant_id: TenantId = None) -> None:
    """The domain was added with -VerificationMethod Email."""
    call.services.tenant(tenant_id).domains.confirm_by_mail(domain_name)


def msol_domain(domain: TenantDomain) -> Domain:
    """A domain as the service's contract has it."""
    capabilities = DomainCapabilities.None_
    for name in domain.capabilities:
        capabilities |= DomainCapabilities[name]
    return Domain(
        Authentication=(
            DomainAuthenticationType.Federated if domain.is_federated else DomainAuthenticationType.Managed
        ),
        Capabilities=capabilities,
        IsDefault=domain.is_default,
        IsInitial=domain.is_initial,
        Name=domain.name,
        RootDomain=domain.root,
        Status=DomainStatus.Verified if domain.is_verified else DomainStatus.Unverified,
        VerificationMethod=SHOWN_METHODS[domain.verification_method],
    )

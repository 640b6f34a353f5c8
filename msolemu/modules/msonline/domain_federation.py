"""Set-MsolDomainAuthentication, Get-MsolDomainFederationSettings, Set-MsolDomainFederationSettings."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.modules.msonline.domain_settings import DomainName, FederationParameters, shown_settings
from msolemu.modules.msonline.parameters import TenantId
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.domain import DomainAuthenticationType, DomainFederationSettings

FEDERATE = (
    "Set-MsolDomain -Name contoso.onmicrosoft.com -IsDefault; Set-MsolDomainAuthentication -DomainName contoso.com "
    "-Authentication Federated -IssuerUri http://sts.contoso.com/adfs/services/trust "
    "-PassiveLogOnUri https://sts.contoso.com/adfs/ls/ -SigningCertificate MIIC"
)

set_msol_domain_authentication = Cmdlet(
    "Set-MsolDomainAuthentication",
    "Changes where the users of a domain sign in.",
    error_owner="SetDomainAuthentication",
    examples=(
        (FEDERATE, "Has the users of contoso.com sign in at the company's own server."),
        (
            "Set-MsolDomainAuthentication -DomainName contoso.com -Authentication Managed",
            "Has them sign in with passwords again.",
        ),
    ),
)


@set_msol_domain_authentication.parameter_set()
def changed(
    call: MsolCall,
    authentication: Annotated[DomainAuthenticationType, Parameter("Managed or Federated.", from_property=True)],
    domain_name: DomainName,
    federation: FederationParameters,
    tenant_id: TenantId = None,
) -> None:
    """A federated domain wants at least -IssuerUri, -PassiveLogOnUri and -SigningCertificate. Neither the initial
    domain nor the default one is federated, and subdomains go with their root domain.

    Users of a domain that is managed again need new passwords: Convert-MsolFederatedUser gives them.
    """
    domains = call.services.tenant(tenant_id).domains
    if authentication is DomainAuthenticationType.Federated:
        domains.federate(domain_name, federation.settings())
    else:
        domains.manage(domain_name)


get_federation_settings = Cmdlet(
    "Get-MsolDomainFederationSettings",
    "Shows where the users of a federated domain sign in.",
    output=DomainFederationSettings,
    error_owner="GetDomainFederationSettings",
    examples=((f"{FEDERATE}; Get-MsolDomainFederationSettings -DomainName contoso.com", "Shows what was set."),),
)


@get_federation_settings.parameter_set()
def shown(call: MsolCall, domain_name: DomainName, tenant_id: TenantId = None) -> Output[DomainFederationSettings]:
    """A subdomain has the settings of its root domain."""
    yield shown_settings(call.services.tenant(tenant_id).domains.federation(domain_name))


set_federation_settings = Cmdlet(
    "Set-MsolDomainFederationSettings",
    "Changes where the users of a federated domain sign in.",
    error_owner="SetDomainFederationSettings",
    examples=(
        (
            f"{FEDERATE}; Set-MsolDomainFederationSettings -DomainName contoso.com -FederationBrandName Contoso",
            "Gives the page that sends users on a name.",
        ),
    ),
)


@set_federation_settings.parameter_set()
def settings_changed(
    call: MsolCall, domain_name: DomainName, federation: FederationParameters, tenant_id: TenantId = None
) -> None:
    """What is not given stays; an empty text clears."""
    call.services.tenant(tenant_id).domains.change_federation(domain_name, federation.settings())

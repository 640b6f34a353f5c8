"""The parameters about federation that several cmdlets for domains take."""

from __future__ import annotations

import enum
from typing import Annotated, Any, TypeVar

from msolemu.cmdlets.declaration import Parameter
from msolemu.directory.tenant.domain import FederationSettings
from msolemu.foundation.dataclass import dataclass, fields
from msolemu.modules.msonline.types.domain import (
    AuthenticationProtocol,
    DomainFederationSettings,
    PromptLoginBehavior,
    SigningCertificateUpdateStatus,
)

DomainName = Annotated[str, Parameter("The domain, such as contoso.com.", from_property=True)]
Text = str | None
E = TypeVar("E", bound=enum.Enum)


def of(text: str, *, nullable: bool = False) -> Parameter:
    """A parameter that is taken from the property of the same name."""
    return Parameter(text, from_property=True, nullable=nullable)


@dataclass(frozen=True, slots=True)
class FederationParameters:
    """Where users of a federated domain sign in; what was not given is None."""

    active_log_on_uri: Annotated[Text, of("Where clients other than browsers sign in.")] = None
    default_interactive_authentication_method: Annotated[Text, of("The method that is asked for first.")] = None
    federation_brand_name: Annotated[Text, of("The name on the page that sends users on.")] = None
    issuer_uri: Annotated[Text, of("The name of the federation server in its tokens.")] = None
    log_off_uri: Annotated[Text, of("Where users go when they sign out.")] = None
    metadata_exchange_uri: Annotated[Text, of("Where clients learn what the federation server can do.")] = None
    next_signing_certificate: Annotated[Text, of("The certificate that comes next, as Base64.")] = None
    open_id_connect_discovery_endpoint: Annotated[Text, of("Where the server describes itself for OpenID.")] = None
    passive_log_on_uri: Annotated[Text, of("Where browsers are sent to sign in.")] = None
    preferred_authentication_protocol: Annotated[
        AuthenticationProtocol | None, of("WsFed or Samlp.", nullable=True)
    ] = None
    prompt_login_behavior: Annotated[
        PromptLoginBehavior | None, of("What becomes of a demand to ask again.", nullable=True)
    ] = None
    signing_certificate: Annotated[Text, of("The certificate that tokens are signed with, as Base64.")] = None
    signing_certificate_update_status: Annotated[
        SigningCertificateUpdateStatus | None, of("How the last renewal of the certificate went.")
    ] = None
    supports_mfa: Annotated[bool | None, of("Whether the server asks for a second factor.", nullable=True)] = None

    def settings(self) -> FederationSettings:
        """The settings in the words of the directory."""
        values: dict[str, Any] = {one.name: getattr(self, one.name) for one in fields(self)}
        named: dict[str, Any] = {name: one.name if isinstance(one, enum.Enum) else one for name, one in values.items()}
        return FederationSettings(**named)

    @property
    def are_empty(self) -> bool:
        """Whether none was given."""
        return all(getattr(self, one.name) is None for one in fields(self))


def shown_settings(settings: FederationSettings) -> DomainFederationSettings:
    """The settings as the service's contract has them."""
    return DomainFederationSettings(
        ActiveLogOnUri=settings.active_log_on_uri,
        DefaultInteractiveAuthenticationMethod=settings.default_interactive_authentication_method,
        FederationBrandName=settings.federation_brand_name,
        IssuerUri=settings.issuer_uri,
        LogOffUri=settings.log_off_uri,
        MetadataExchangeUri=settings.metadata_exchange_uri,
        NextSigningCertificate=settings.next_signing_certificate,
        OpenIdConnectDiscoveryEndpoint=settings.open_id_connect_discovery_endpoint,
        PassiveLogOnUri=settings.passive_log_on_uri,
        PreferredAuthenticationProtocol=_member(AuthenticationProtocol, settings.preferred_authentication_protocol),
        PromptLoginBehavior=_member(PromptLoginBehavior, settings.prompt_login_behavior),
        SigningCertificate=settings.signing_certificate,
        SigningCertificateUpdateStatus=_member(
            SigningCertificateUpdateStatus, settings.signing_certificate_update_status
        ),
        SupportsMfa=settings.supports_mfa,
    )


def _member(kind: type[E], name: str | None) -> E | None:
    return None if name is None else kind[name]

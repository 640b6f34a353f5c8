"""What the cmdlets about domains give, and the enumerations that they take."""

from __future__ import annotations

import enum

from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.msonline.types.contract import EXTENSION_DATA, NAMESPACE, ExtensionDataObject, data_contract
from msolemu.runtime.types.registry import net_enum


@net_enum(f"{NAMESPACE}.DomainAuthenticationType")
class DomainAuthenticationType(enum.Enum):
    """Where users of a domain sign in."""

    Managed = 0
    Federated = 1


@net_enum(f"{NAMESPACE}.DomainStatus")
class DomainStatus(enum.Enum):
    """Whether a domain is known to be the tenant's."""

    Unverified = 0
    Verified = 1
    PendingDeletion = 2


@net_enum(f"{NAMESPACE}.DomainVerificationMethod")
class DomainVerificationMethod(enum.Enum):
    """How a domain is verified."""

    None_ = 0
    DnsRecord = 1
    Email = 2


@net_enum(f"{NAMESPACE}.DomainVerificationMode")
class DomainVerificationMode(enum.Enum):
    """The kinds of records that verify a domain."""

    DnsMXRecord = 0
    DnsTxtRecord = 1


@net_enum(f"{NAMESPACE}.DomainCapabilities")
class DomainCapabilities(enum.Flag):
    """What a domain is used for."""

    None_ = 0
    Email = 1
    Sharepoint = 2
    OfficeCommunicationsOnline = 4
    SharepointDefault = 8
    FullRedelegation = 16
    SharePointPublic = 128
    OrgIdAuthentication = 256
    Yammer = 512
    Intune = 1024
    All = 2047


@net_enum(f"{NAMESPACE}.AuthenticationProtocol")
class AuthenticationProtocol(enum.Enum):
    """How a federated domain speaks with the service."""

    WsFed = 0
    Samlp = 1


@net_enum(f"{NAMESPACE}.PromptLoginBehavior")
class PromptLoginBehavior(enum.Enum):
    """What becomes of a demand to ask for the password again."""

    TranslateToFreshPasswordAuth = 0
    NativeSupport = 1
    Disabled = 2


@net_enum(f"{NAMESPACE}.SigningCertificateUpdateStatus")
class SigningCertificateUpdateStatus(enum.Enum):
    """How the last renewal of the certificate went. The members are inferred: no source names them."""

    None_ = 0
    Success = 1
    Failed = 2


@net_enum(f"{NAMESPACE}.ForceTakeoverOption")
class ForceTakeoverOption(enum.Enum):
    """Whether a domain is taken from a tenant that nobody administers. No but Force is inferred."""

    No = 0
    Force = 1


@data_contract("Domain")
@dataclass(slots=True)
class Domain:
    """A domain of a tenant."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    Authentication: DomainAuthenticationType | None = DomainAuthenticationType.Managed
    Capabilities: DomainCapabilities | None = DomainCapabilities.None_
    IsDefault: bool | None = False
    IsInitial: bool | None = False
    Name: str | None = None
    RootDomain: str | None = None
    Status: DomainStatus | None = DomainStatus.Unverified
    VerificationMethod: DomainVerificationMethod | None = DomainVerificationMethod.None_


@data_contract("DomainFederationSettings")
@dataclass(slots=True)
class DomainFederationSettings:
    """Where users of a federated domain sign in."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    ActiveLogOnUri: str | None = None
    DefaultInteractiveAuthenticationMethod: str | None = None
    FederationBrandName: str | None = None
    IssuerUri: str | None = None
    LogOffUri: str | None = None
    MetadataExchangeUri: str | None = None
    NextSigningCertificate: str | None = None
    OpenIdConnectDiscoveryEndpoint: str | None = None
    PassiveLogOnUri: str | None = None
    PasswordChangeUri: str | None = None
    PasswordResetUri: str | None = None
    PreferredAuthenticationProtocol: AuthenticationProtocol | None = None
    PromptLoginBehavior: PromptLoginBehavior | None = None
    SigningCertificate: str | None = None
    SigningCertificateUpdateStatus: SigningCertificateUpdateStatus | None = None
    SupportsMfa: bool | None = None


@data_contract("DomainDnsTxtRecord")
@dataclass(slots=True)
class DomainDnsTxtRecord:
    """The text record that shows whose a domain is."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    Capability: DomainCapabilities | None = DomainCapabilities.None_
    Label: str | None = None
    Text: str | None = None
    Ttl: int | None = 3600


@data_contract("DomainDnsMXRecord")
@dataclass(slots=True)
class DomainDnsMXRecord:
    """The mail exchange record that does the same; its shape is inferred."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    Capability: DomainCapabilities | None = DomainCapabilities.None_
    Label: str | None = None
    MailExchange: str | None = None
    Preference: int | None = 32767
    Ttl: int | None = 3600


@data_contract("Automation.FederationProperty")
@dataclass(slots=True)
class FederationProperty:
    """What one side of a federation knows of it. The type's name and the order are inferred."""

    Source: str | None = None
    ActiveClientSignInUrl: str | None = None
    FederationServiceDisplayName: str | None = None
    FederationServiceIdentifier: str | None = None
    FederationMetadataUrl: str | None = None
    PassiveClientSignInUrl: str | None = None
    PassiveClientSignOutUrl: str | None = None
    TokenSigningCertificate: str | None = None
    NextTokenSigningCertificate: str | None = None
    PreferredAuthenticationProtocol: AuthenticationProtocol | None = None

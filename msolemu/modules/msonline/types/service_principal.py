"""Service principals as the service's contract has them."""

from __future__ import annotations

import enum
from uuid import UUID

from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.msonline.types.contract import (
    EXTENSION_DATA,
    NAMESPACE,
    ExtensionDataObject,
    data_contract,
    list_of,
    texts,
)
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.registry import net_enum
from msolemu.runtime.values.objects import GenericList

REDIRECT_URI = f"{NAMESPACE}.RedirectUri"


@net_enum(f"{NAMESPACE}.AddressType")
class AddressKind(enum.Enum):
    """What an address of an application is for."""

    Reply = 0
    Realm = 1
    Error = 2
    Other = 3
    SamlMetadata = 4
    SamlLogout = 5


@net_enum(f"{NAMESPACE}.ServicePrincipalCredentialType")
class CredentialType(enum.Enum):
    """What an application proves itself with."""

    Asymmetric = 0
    Symmetric = 1
    Password = 2
    Other = 3


@net_enum(f"{NAMESPACE}.ServicePrincipalCredentialUsage")
class CredentialUsage(enum.Enum):
    """What a credential is used for."""

    Sign = 0
    Verify = 1


@data_contract("RedirectUri")
@dataclass(slots=True)
class RedirectUri:
    """An address of an application."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    Address: str | None = None
    AddressType: AddressKind = AddressKind.Reply


def redirect_uris(items: list[RedirectUri] | None = None) -> GenericList:
    """The collection that service principals have."""
    return list_of(REDIRECT_URI, items or ())


@data_contract("ServicePrincipal")
@dataclass(slots=True)
class ServicePrincipal:
    """An application in a tenant."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    AccountEnabled: bool | None = None
    Addresses: GenericList = field(default_factory=redirect_uris)
    AppPrincipalId: UUID | None = None
    DisplayName: str | None = None
    ObjectId: UUID | None = None
    ServicePrincipalNames: GenericList = field(default_factory=texts)
    TrustedForDelegation: bool | None = None


@data_contract("ServicePrincipalExtended")
@dataclass(slots=True)
class ServicePrincipalExtended(ServicePrincipal):
    """A service principal that was just made, with its first credential."""

    EndDate: DateTime | None = None
    KeyGroupId: UUID | None = None
    KeyId: UUID | None = None
    StartDate: DateTime | None = None
    Type: CredentialType | None = None
    Usage: CredentialUsage | None = None


@data_contract("ServicePrincipalCredential")
@dataclass(slots=True)
class ServicePrincipalCredential:
    """A credential of a service principal; its value is there only when it was asked for."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    EndDate: DateTime | None = None
    KeyGroupId: UUID | None = None
    KeyId: UUID | None = None
    StartDate: DateTime | None = None
    Type: CredentialType | None = None
    Usage: CredentialUsage | None = None
    Value: str | None = None

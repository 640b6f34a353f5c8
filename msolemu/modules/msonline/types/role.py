"""Roles and administrative units as the service's contract has them."""

from __future__ import annotations

import enum
from uuid import UUID

from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.msonline.types import enums
from msolemu.modules.msonline.types.contract import (
    EXTENSION_DATA,
    NAMESPACE,
    ExtensionDataObject,
    data_contract,
    empty,
)
from msolemu.modules.msonline.types.strong_authentication import StrongAuthenticationRequirement
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.registry import net_enum
from msolemu.runtime.values.objects import GenericList


@net_enum(f"{NAMESPACE}.RoleMemberType")
class MemberKind(enum.Enum):
    """What has a role."""

    User = 0
    Group = 1
    ServicePrincipal = 2
    Other = 3


@data_contract("Role")
@dataclass(slots=True)
class Role:
    """A directory role."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    Description: str | None = None
    IsEnabled: bool | None = True
    IsSystem: bool | None = True
    Name: str | None = None
    ObjectId: UUID | None = None


@data_contract("RoleMember")
@dataclass(slots=True)
class RoleMember:
    """A user, service principal or group that has a role."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    DisplayName: str | None = None
    EmailAddress: str | None = None
    IsLicensed: bool | None = None
    LastDirSyncTime: DateTime | None = None
    ObjectId: UUID | None = None
    OverallProvisioningStatus: enums.ProvisioningStatus | None = None
    RoleMemberType: MemberKind = MemberKind.User
    StrongAuthenticationRequirements: GenericList = field(default_factory=empty(StrongAuthenticationRequirement))
    ValidationStatus: enums.ValidationStatus | None = None


@data_contract("RoleScopedMember")
@dataclass(slots=True)
class RoleScopedMember:
    """A user that has a role for an administrative unit."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    DisplayName: str | None = None
    ObjectId: UUID | None = None
    UserPrincipalName: str | None = None


@data_contract("AdministrativeUnit")
@dataclass(slots=True)
class AdministrativeUnit:
    """A part of a tenant that administrators can be limited to."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    Description: str | None = None
    DisplayName: str | None = None
    ObjectId: UUID | None = None


@data_contract("AdministrativeUnitMember")
@dataclass(slots=True)
class AdministrativeUnitMember:
    """A user or group in an administrative unit."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    AdministrativeUnitMemberType: str | None = None
    DisplayName: str | None = None
    EmailAddress: str | None = None
    ObjectId: UUID | None = None

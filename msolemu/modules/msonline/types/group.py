"""The group of the service's contract."""

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
    texts,
)
from msolemu.modules.msonline.types.dirsync import provisioning_errors
from msolemu.modules.msonline.types.licence import AccountSkuIdentifier, LicenseOption
from msolemu.modules.msonline.types.strong_authentication import VALIDATION_ERRORS
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.registry import net_enum
from msolemu.runtime.values.objects import GenericList, Value


@data_contract("Group", Errors=VALIDATION_ERRORS)
@dataclass(slots=True)
class Group:
    """A group of a tenant."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    AssignedLicenses: GenericList = field(default_factory=empty(LicenseOption))
    CommonName: str | None = None
    Description: str | None = None
    DirSyncProvisioningErrors: GenericList = field(default_factory=provisioning_errors)
    DisplayName: str | None = None
    EmailAddress: str | None = None
    Errors: Value = None
    GroupLicenseProcessingDetail: Value = None
    GroupType: enums.GroupType | None = enums.GroupType.Security
    IsSystem: bool | None = False
    LastDirSyncTime: DateTime | None = None
    Licenses: GenericList = field(default_factory=empty(AccountSkuIdentifier))
    ManagedBy: str | None = None
    ObjectId: UUID | None = None
    ProxyAddresses: GenericList = field(default_factory=texts)
    ValidationStatus: enums.ValidationStatus | None = enums.ValidationStatus.Healthy


@net_enum(f"{NAMESPACE}.GroupMemberType")
class GroupMemberType(enum.Enum):
    """What can be in a group."""

    User = 0
    Group = 1
    Contact = 2
    ServicePrincipal = 3


@data_contract("GroupMember")
@dataclass(slots=True)
class GroupMember:
    """One who is in a group; the members after ObjectId in the reference are those that role members have too."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    CommonName: str | None = None
    DisplayName: str | None = None
    EmailAddress: str | None = None
    GroupMemberType: GroupMemberType | None = None
    IsLicensed: bool | None = None
    LastDirSyncTime: DateTime | None = None
    ObjectId: UUID | None = None
    OverallProvisioningStatus: enums.ProvisioningStatus | None = None
    ValidationStatus: enums.ValidationStatus | None = None

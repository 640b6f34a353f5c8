"""The group of the service's contract."""

from __future__ import annotations

from dataclasses import dataclass, field

from msolemu.modules.msonline.types import enums
from msolemu.modules.msonline.types.contract import EXTENSION_DATA, NAMESPACE, ExtensionDataObject, nothings, texts
from msolemu.modules.msonline.types.dirsync import provisioning_errors
from msolemu.runtime.objects import GenericList, Value
from msolemu.runtime.types.registry import net_object


@net_object(f"{NAMESPACE}.Group")
@dataclass(slots=True)
class Group:
    """A group of a tenant."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    AssignedLicenses: GenericList = field(default_factory=nothings)
    CommonName: str | None = None
    Description: str | None = None
    DirSyncProvisioningErrors: GenericList = field(default_factory=provisioning_errors)
    DisplayName: str | None = None
    EmailAddress: str | None = None
    Errors: Value = None
    GroupLicenseProcessingDetail: Value = None
    GroupType: enums.GroupType | None = enums.GroupType.Security
    IsSystem: bool | None = False
    LastDirSyncTime: Value = None
    Licenses: GenericList = field(default_factory=nothings)
    ManagedBy: str | None = None
    ObjectId: Value = None
    ProxyAddresses: GenericList = field(default_factory=texts)
    ValidationStatus: enums.ValidationStatus | None = enums.ValidationStatus.Healthy

"""What the cmdlets about directory synchronization give."""

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
from msolemu.runtime.values.objects import GenericList, UInt32

PROVISIONING_ERROR = "Microsoft.Online.Administration.DirSyncProvisioningError"


@data_contract("DirSyncProvisioningError")
@dataclass(slots=True)
class DirSyncProvisioningError:
    """A value that is set aside because another object has it."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    ErrorCategory: str | None = None
    PropertyName: str | None = None
    PropertyValue: str | None = None
    WhenStarted: DateTime | None = None


def provisioning_errors(entries: list[DirSyncProvisioningError] | None = None) -> GenericList:
    """The collection that users, groups and contacts have."""
    return list_of(PROVISIONING_ERROR, entries or ())


@data_contract("DirSyncProvisioningErrorObject")
@dataclass(slots=True)
class DirSyncProvisioningErrorObject:
    """An object with values that are set aside. The name of the type is ours, the real one was not found."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    DisplayName: str | None = None
    ImmutableId: str | None = None
    LastDirSyncTime: DateTime | None = None
    ObjectId: UUID | None = None
    ObjectType: str | None = None
    ProvisioningErrors: GenericList = field(default_factory=provisioning_errors)
    ProxyAddresses: GenericList = field(default_factory=texts)
    UserPrincipalName: str | None = None


@data_contract("DirSyncFeatureDetails")
@dataclass(slots=True)
class DirSyncFeatureDetails:
    """A feature of directory synchronization and whether it is on."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    DirSyncFeature: str | None = None
    Enabled: bool = False


@net_enum(f"{NAMESPACE}.DeletionPreventionType")
class DeletionPreventionType(enum.Enum):
    """How an export that deletes too much is stopped; all but EnabledForCount are inferred."""

    Disabled = 0
    EnabledForCount = 1
    EnabledForPercentage = 2


@data_contract("DirSyncConfiguration")
@dataclass(slots=True)
class DirSyncConfiguration:
    """What stops an export that deletes too much."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    AccidentalDeletionThreshold: UInt32 | None = None
    DeletionPreventionType: DeletionPreventionType | None = DeletionPreventionType.EnabledForCount

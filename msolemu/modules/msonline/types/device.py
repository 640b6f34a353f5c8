"""Devices and the policy for registering them. These types are no data contracts: they have no ExtensionData."""

from __future__ import annotations

import enum
from uuid import UUID

from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.msonline.types.contract import NAMESPACE, data_contract, empty, guids, texts
from msolemu.modules.msonline.types.user_parts import AlternativeSecurityId
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.registry import net_enum
from msolemu.runtime.values.objects import GenericList

AUTOMATION = f"{NAMESPACE}.Automation"
POLICY = f"{AUTOMATION}.DeviceRegistrationServicePolicy"


@net_enum(f"{POLICY}+Scope")
class Scope(enum.Enum):
    """Whose devices may be registered."""

    All = 0
    None_ = 1
    Selected = 2


@data_contract("Automation.GraphDeviceObject")
@dataclass(slots=True)
class GraphDeviceObject:
    """What another service says of a device. The name of the type is ours, the real one was not found."""

    IsCompliant: bool | None = None
    IsManaged: bool | None = None


@data_contract("Device")
@dataclass(slots=True)
class Device:
    """A registered device."""

    Enabled: bool | None = None
    ObjectId: UUID | None = None
    DeviceId: UUID | None = None
    DisplayName: str | None = None
    DeviceObjectVersion: int | None = None
    DeviceOsType: str | None = None
    DeviceOsVersion: str | None = None
    DeviceTrustType: str | None = None
    DeviceTrustLevel: str | None = None
    DevicePhysicalIds: GenericList = field(default_factory=texts)
    ApproximateLastLogonTimestamp: DateTime | None = None
    AlternativeSecurityIds: GenericList = field(default_factory=empty(AlternativeSecurityId))
    DirSyncEnabled: bool | None = None
    LastDirSyncTime: DateTime | None = None
    RegisteredOwners: GenericList = field(default_factory=texts)
    GraphDeviceObject: GraphDeviceObject | None = None


@data_contract("Automation.DeviceRegistrationServicePolicy")
@dataclass(slots=True)
class DeviceRegistrationServicePolicy:
    """Who may register devices, and how many."""

    MaximumDevicesPerUser: int | None = None
    RequireMultiFactorAuth: bool | None = None
    AllowedToWorkplaceJoin: Scope | None = None
    AllowedToAzureAdJoin: Scope | None = None
    Groups: GenericList = field(default_factory=guids)
    Users: GenericList = field(default_factory=guids)

"""Licences as the service's contract has them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import attrgetter
from uuid import UUID

from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.msonline.types import enums
from msolemu.modules.msonline.types.contract import (
    EXTENSION_DATA,
    EXTENSION_DATA_TYPE,
    NAMESPACE,
    ExtensionDataObject,
    assign,
    data_contract,
    empty,
    guids,
    many,
    texts,
)
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.registry import OBJECT, declare
from msolemu.runtime.values.objects import GenericList, Value


@data_contract("ServicePlan")
@dataclass(slots=True)
class ServicePlan:
    """A part of a licence."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    ServiceName: str | None = None
    ServicePlanId: UUID | None = None
    ServiceType: str | None = None
    TargetClass: str | None = None


@data_contract("ServiceStatus")
@dataclass(slots=True)
class ServiceStatus:
    """How far a plan has been provisioned."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    ProvisioningStatus: enums.ProvisioningStatus = enums.ProvisioningStatus.None_
    ServicePlan: ServicePlan | None = None


statuses = empty(ServiceStatus)
"""Makes a list without any."""


@data_contract("AccountSkuIdentifier")
@dataclass(slots=True)
class AccountSkuIdentifier:
    """The two halves of an account SKU id."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    AccountName: str | None = None
    SkuPartNumber: str | None = None


class UserLicense:
    """A licence that a user has; how its plans stand is made when somebody asks, for there are many."""

    __slots__ = ("AccountSku", "AccountSkuId", "ExtensionData", "GroupsAssigningLicense", "_make_statuses", "_statuses")

    def __init__(
        self,
        account_sku: Value = None,
        account_sku_id: str | None = None,
        groups: GenericList | None = None,
        make_statuses: Callable[[], GenericList] = statuses,
    ) -> None:
        self.ExtensionData: Value = EXTENSION_DATA
        self.AccountSku = account_sku
        self.AccountSkuId = account_sku_id
        self.GroupsAssigningLicense: Value = guids() if groups is None else groups
        self._make_statuses = make_statuses
        self._statuses: Value = None

    @property
    def ServiceStatus(self) -> Value:  # noqa: N802  the service's name of the property
        """How the plans stand."""
        if self._statuses is None:
            self._statuses = self._make_statuses()
        return self._statuses

    @ServiceStatus.setter
    def ServiceStatus(self, value: Value) -> None:  # noqa: N802  the same
        self._statuses = value


USER_LICENSE = declare(f"{NAMESPACE}.UserLicense", OBJECT, UserLicense)
USER_LICENSE.declare_constructor(UserLicense)
for _name, _type in (
    ("ExtensionData", EXTENSION_DATA_TYPE),
    ("AccountSku", f"{NAMESPACE}.AccountSkuIdentifier"),
    ("AccountSkuId", "System.String"),
    ("GroupsAssigningLicense", many("System.Guid")),
    ("ServiceStatus", many(f"{NAMESPACE}.ServiceStatus")),
):
    USER_LICENSE.declare_property(_name, attrgetter(_name), _type, partial(assign, _name))


@data_contract("LicenseOption")
@dataclass(slots=True)
class LicenseOption:
    """Which plans of a licence are to be switched off."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    AccountSkuId: AccountSkuIdentifier | None = None
    DisabledServicePlans: GenericList = field(default_factory=texts)


@data_contract("LicenseAssignment")
@dataclass(slots=True)
class LicenseAssignment:
    """One way in which a licence came to a user; the name of the type is ours, the real one was not found."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    DisabledServicePlans: GenericList = field(default_factory=texts)
    Error: str | None = None
    ReferencedObjectId: UUID | None = None
    Status: str | None = None


@data_contract("LicenseAssignmentDetail")
@dataclass(slots=True)
class LicenseAssignmentDetail:
    """All the ways in which a licence came to a user."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    AccountSku: AccountSkuIdentifier | None = None
    Assignments: GenericList = field(default_factory=empty(LicenseAssignment))


@data_contract("IndirectLicenseError")
@dataclass(slots=True)
class IndirectLicenseError:
    """Why a user did not get a licence from a group."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    AccountSku: AccountSkuIdentifier | None = None
    Error: str | None = None
    ReferencedObjectId: UUID | None = None


@data_contract("AccountSkuDetails")
@dataclass(slots=True)
class AccountSkuDetails:
    """What a tenant has of a licence."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    AccountName: str | None = None
    AccountObjectId: UUID | None = None
    AccountSkuId: str | None = None
    ActiveUnits: int = 0
    ConsumedUnits: int = 0
    LockedOutUnits: int = 0
    ServiceStatus: GenericList = field(default_factory=statuses)
    SkuId: UUID | None = None
    SkuPartNumber: str | None = None
    SubscriptionIds: GenericList = field(default_factory=guids)
    SuspendedUnits: int = 0
    TargetClass: enums.SkuTargetClass = enums.SkuTargetClass.User
    WarningUnits: int = 0


@data_contract("Subscription")
@dataclass(slots=True)
class Subscription:
    """Licences that were bought together."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    DateCreated: DateTime | None = None
    IsTrial: bool | None = False
    NextLifecycleDate: DateTime | None = None
    ObjectId: UUID | None = None
    OcpSubscriptionId: str | None = None
    OwnerContextId: UUID | None = None
    OwnerObjectId: UUID | None = None
    OwnerType: str | None = None
    ServiceStatus: GenericList = field(default_factory=statuses)
    SkuId: UUID | None = None
    SkuPartNumber: str | None = None
    Status: str | None = None
    TotalLicenses: int = 0

"""What the service knows of a tenant itself."""

from __future__ import annotations

from uuid import UUID

from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.msonline.types import enums
from msolemu.modules.msonline.types.contract import EXTENSION_DATA, XML, ExtensionDataObject, data_contract, texts
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.values.objects import GenericList, Value


@data_contract("CompanyInformation", PortalSettings=XML)
@dataclass(slots=True)
class CompanyInformation:
    """A tenant's settings and contacts."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    AllowAdHocSubscriptions: bool | None = True
    AllowEmailVerifiedUsers: bool | None = True
    AuthorizedServiceInstances: GenericList = field(default_factory=texts)
    AuthorizedServices: GenericList = field(default_factory=texts)
    City: str | None = None
    CompanyDeletionStartTime: DateTime | None = None
    CompanyTags: GenericList = field(default_factory=texts)
    CompanyType: enums.CompanyType = enums.CompanyType.CompanyTenant
    CompassEnabled: bool | None = None
    Country: str | None = None
    CountryLetterCode: str | None = None
    DapEnabled: bool | None = None
    DefaultUsageLocation: str | None = None
    DirSyncApplicationType: UUID | None = None
    DirSyncClientMachineName: str | None = None
    DirSyncClientVersion: str | None = None
    DirSyncServiceAccount: str | None = None
    DirectorySynchronizationEnabled: bool | None = False
    DirectorySynchronizationStatus: enums.DirSyncStatus = enums.DirSyncStatus.Disabled
    DisplayName: str | None = None
    InitialDomain: str | None = None
    LastDirSyncTime: DateTime | None = None
    LastPasswordSyncTime: DateTime | None = None
    MarketingNotificationEmails: GenericList = field(default_factory=texts)
    MultipleDataLocationsForServicesEnabled: GenericList = field(default_factory=texts)
    ObjectId: UUID | None = None
    PasswordSynchronizationEnabled: bool | None = False
    PortalSettings: Value = None
    PostalCode: str | None = None
    PreferredLanguage: str | None = None
    ReleaseTrack: enums.O365TenantReleaseTrack | None = None
    ReplicationScope: str | None = None
    RmsViralSignUpEnabled: bool | None = True
    SecurityComplianceNotificationEmails: GenericList = field(default_factory=texts)
    SecurityComplianceNotificationPhones: GenericList = field(default_factory=texts)
    SelfServePasswordResetEnabled: bool | None = True
    ServiceInformation: GenericList = field(default_factory=texts)
    ServiceInstanceInformation: GenericList = field(default_factory=texts)
    State: str | None = None
    Street: str | None = None
    SubscriptionProvisioningLimited: bool | None = False
    TechnicalNotificationEmails: GenericList = field(default_factory=texts)
    TelephoneNumber: str | None = None
    UIExtensibilityUris: GenericList = field(default_factory=texts)
    UsersPermissionToCreateGroupsEnabled: bool | None = True
    UsersPermissionToCreateLOBAppsEnabled: bool | None = True
    UsersPermissionToReadOtherUsersEnabled: bool | None = True
    UsersPermissionToUserConsentToAppEnabled: bool | None = True
    WhenCreated: DateTime | None = None


@data_contract("AllowedDataLocation")
@dataclass(slots=True)
class AllowedDataLocation:
    """Where a service may keep the data of users; the members are inferred from the parameters that set them."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    InitialDomain: str | None = None
    IsDefault: bool | None = False
    Location: str | None = None
    ServiceType: str | None = None

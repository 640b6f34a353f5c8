"""The user of the service's contract."""

from __future__ import annotations

from dataclasses import dataclass, field

from msolemu.modules.msonline.types import enums
from msolemu.modules.msonline.types.contract import EXTENSION_DATA, NAMESPACE, ExtensionDataObject, nothings, texts
from msolemu.modules.msonline.types.dirsync import provisioning_errors
from msolemu.runtime.objects import GenericList, Value
from msolemu.runtime.types.registry import net_object


@net_object(f"{NAMESPACE}.User")
@dataclass(slots=True)
class User:
    """A user of a tenant."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    AlternateEmailAddresses: GenericList = field(default_factory=texts)
    AlternateMobilePhones: GenericList = field(default_factory=texts)
    AlternativeSecurityIds: GenericList = field(default_factory=nothings)
    BlockCredential: bool | None = False
    City: str | None = None
    CloudExchangeRecipientDisplayType: Value = None
    Country: str | None = None
    Department: str | None = None
    DirSyncProvisioningErrors: GenericList = field(default_factory=provisioning_errors)
    DisplayName: str | None = None
    Errors: Value = None
    Fax: str | None = None
    FirstName: str | None = None
    ImmutableId: str | None = None
    IndirectLicenseErrors: GenericList = field(default_factory=nothings)
    IsBlackberryUser: bool | None = False
    IsLicensed: bool | None = False
    LastDirSyncTime: Value = None
    LastName: str | None = None
    LastPasswordChangeTimestamp: Value = None
    LicenseAssignmentDetails: GenericList = field(default_factory=nothings)
    LicenseReconciliationNeeded: bool | None = False
    Licenses: GenericList = field(default_factory=nothings)
    LiveId: str | None = None
    MSExchRecipientTypeDetails: Value = None
    MSRtcSipDeploymentLocator: str | None = None
    MSRtcSipPrimaryUserAddress: str | None = None
    MobilePhone: str | None = None
    OathTokenMetadata: Value = None
    ObjectId: Value = None
    Office: str | None = None
    OverallProvisioningStatus: enums.ProvisioningStatus = enums.ProvisioningStatus.None_
    PasswordNeverExpires: bool | None = False
    PasswordResetNotRequiredDuringActivate: bool | None = None
    PhoneNumber: str | None = None
    PortalSettings: Value = None
    PostalCode: str | None = None
    PreferredDataLocation: str | None = None
    PreferredLanguage: str | None = None
    ProxyAddresses: GenericList = field(default_factory=texts)
    ReleaseTrack: Value = None
    ServiceInformation: GenericList = field(default_factory=nothings)
    SignInName: str | None = None
    SoftDeletionTimestamp: Value = None
    State: str | None = None
    StreetAddress: str | None = None
    StrongAuthenticationMethods: GenericList = field(default_factory=nothings)
    StrongAuthenticationPhoneAppDetails: GenericList = field(default_factory=nothings)
    StrongAuthenticationProofupTime: Value = None
    StrongAuthenticationRequirements: GenericList = field(default_factory=nothings)
    StrongAuthenticationUserDetails: Value = None
    StrongPasswordRequired: bool | None = True
    StsRefreshTokensValidFrom: Value = None
    Title: str | None = None
    UsageLocation: str | None = None
    UserLandingPageIdentifierForO365Shell: str | None = None
    UserPrincipalName: str | None = None
    UserThemeIdentifierForO365Shell: str | None = None
    UserType: enums.UserType | None = enums.UserType.Member
    ValidationStatus: enums.ValidationStatus | None = enums.ValidationStatus.Healthy
    WhenCreated: Value = None

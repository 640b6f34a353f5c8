"""The user of the service's contract."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from msolemu.modules.msonline.types import enums
from msolemu.modules.msonline.types.contract import EXTENSION_DATA, NAMESPACE, ExtensionDataObject, list_of, texts
from msolemu.modules.msonline.types.dirsync import provisioning_errors
from msolemu.runtime.objects import GenericList, Value
from msolemu.runtime.types.registry import net_object


def nothing_of(name: str) -> Value:
    """A default: an empty list of a type of the contract."""
    return field(default_factory=partial(list_of, f"{NAMESPACE}.{name}"))


@net_object(f"{NAMESPACE}.User")
@dataclass(slots=True)
class User:
    """A user of a tenant."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    AlternateEmailAddresses: GenericList = field(default_factory=texts)
    AlternateMobilePhones: GenericList = field(default_factory=texts)
    AlternativeSecurityIds: GenericList = nothing_of("AlternativeSecurityId")
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
    IndirectLicenseErrors: GenericList = nothing_of("IndirectLicenseError")
    IsBlackberryUser: bool | None = False
    IsLicensed: bool | None = False
    LastDirSyncTime: Value = None
    LastName: str | None = None
    LastPasswordChangeTimestamp: Value = None
    LicenseAssignmentDetails: GenericList = nothing_of("LicenseAssignmentDetail")
    LicenseReconciliationNeeded: bool | None = False
    Licenses: GenericList = nothing_of("UserLicense")
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
    ServiceInformation: GenericList = nothing_of("ServiceInformation")
    SignInName: str | None = None
    SoftDeletionTimestamp: Value = None
    State: str | None = None
    StreetAddress: str | None = None
    StrongAuthenticationMethods: GenericList = nothing_of("StrongAuthenticationMethod")
    StrongAuthenticationPhoneAppDetails: GenericList = nothing_of("StrongAuthenticationPhoneAppDetail")
    StrongAuthenticationProofupTime: Value = None
    StrongAuthenticationRequirements: GenericList = nothing_of("StrongAuthenticationRequirement")
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

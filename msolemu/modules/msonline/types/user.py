"""The user of the service's contract.

A tenant has many users and a script looks at few of their properties, so a property is made when it is first asked for.
An object then stays the same: what `$u.Licenses` gave, it gives again, and what a script assigned holds.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from msolemu.modules.msonline import shown_factors, shown_licences
from msolemu.modules.msonline.identity import entries, moment
from msolemu.modules.msonline.types import enums
from msolemu.modules.msonline.types.contract import (
    EXTENSION_DATA,
    EXTENSION_DATA_TYPE,
    NAMESPACE,
    XML,
    empty,
    many,
    texts,
)
from msolemu.modules.msonline.types.dirsync import DirSyncProvisioningError
from msolemu.modules.msonline.types.licence import IndirectLicenseError, LicenseAssignmentDetail, UserLicense
from msolemu.modules.msonline.types.strong_authentication import (
    VALIDATION_ERRORS,
    StrongAuthenticationMethod,
    StrongAuthenticationPhoneAppDetail,
    StrongAuthenticationRequirement,
)
from msolemu.modules.msonline.types.user_parts import AlternativeSecurityId, ServiceInformation
from msolemu.runtime.types.registry import OBJECT, declare, net_type_of_class, type_of
from msolemu.runtime.values.objects import Int64

if TYPE_CHECKING:
    from datetime import datetime

    from msolemu.directory.tenant.user import User as TenantUser
    from msolemu.runtime.values.objects import GenericList, Value

MAILBOX_USER = 1073741824
"""The display type of a user with a mailbox, as consoles show it."""
TEXT = "System.String"
TRUTH, TIME, GUID, INT, LONG = (
    f"System.Nullable`1[System.{name}]" for name in ("Boolean", "DateTime", "Guid", "Int32", "Int64")
)


class NamesItsAccount(Protocol):
    """A tenant."""

    @property
    def account(self) -> str:
        """What its account SKU ids begin with."""
        ...


class ShownTenant(NamedTuple):
    """What a user's properties need of its tenant: the name that account SKU ids begin with, and lab time."""

    directory: NamesItsAccount
    now: datetime

    @property
    def account(self) -> str:
        """The name; a script seldom asks for it."""
        return self.directory.account


class User:
    """A user of a tenant; without a source it is one that `New-Object` made, and all is blank."""

    __slots__ = ("given", "source", "tenant")

    def __init__(self, source: TenantUser | None = None, tenant: ShownTenant | None = None) -> None:
        self.source: Any = source
        self.tenant: Any = tenant
        self.given: dict[str, Value] | None = None

    def keep(self, name: str, value: Value) -> Value:
        """Remember a value of a property, and give it."""
        if self.given is None:
            self.given = {}
        self.given[name] = value
        return value

    def __getattr__(self, name: str) -> Value:
        found = type_of(self).property(name.lower())
        if found is None:
            raise AttributeError(name)
        return found.read(self)


class UserExtended(User):
    """A user that was just created, with its password."""

    __slots__ = ()


USER = declare(f"{NAMESPACE}.User", OBJECT, User)
USER.declare_constructor(User)
EXTENDED = declare(f"{NAMESPACE}.UserExtended", USER, UserExtended)
EXTENDED.declare_constructor(UserExtended)


def plain(name: str, field: str, type_name: str = TEXT, blank: Value = None) -> None:
    """A property that shows a field of the directory as it is."""
    of_source = attrgetter(field)

    def read(user: User) -> Value:
        given = user.given
        if given is not None and name in given:
            return given[name]
        return blank if user.source is None else of_source(user.source)

    USER.declare_property(name, read, type_name, lambda user, value: user.keep(name, value))


def made(
    name: str, make: Callable[[Any, Any], Value], type_name: str, blank: Callable[..., Value] | None = None
) -> None:
    """A property that is made of the directory's user and its tenant, once."""

    def read(user: User) -> Value:
        given = user.given
        if given is not None and name in given:
            return given[name]
        if user.source is None:
            return user.keep(name, blank() if blank is not None else None)
        return user.keep(name, make(user.source, user.tenant))

    USER.declare_property(name, read, type_name, lambda user, value: user.keep(name, value))


def several(name: str, element: type, make: Callable[[Any, Any], GenericList] | None = None) -> None:
    """A property that shows a list of a type, an empty one unless it is said how to make it."""
    none = empty(element)
    made(name, make or (lambda user, tenant: none()), many(net_type_of_class(element).full_name), none)


def always(name: str, value: Value, type_name: str) -> None:
    """A property that has nothing to show here."""
    made(name, lambda user, tenant: value, type_name, lambda: value)


def time(name: str, field: str) -> None:
    """A property that shows a time."""
    of_source = attrgetter(field)
    made(name, lambda user, tenant: moment(of_source(user)), TIME)


def live_id(user: TenantUser) -> str:
    """The id by which the sign-in service knows the user: 16 hexadecimal digits."""
    return f"1003{user.object_id.hex[-12:].upper()}"


def has_mailbox(user: TenantUser) -> bool:
    """Whether a licence gives the user a mailbox."""
    from msolemu.directory.tenant.licensing import has_mailbox_plan

    return has_mailbox_plan(user)


def reconciliation_needed(user: TenantUser, tenant: ShownTenant) -> bool:
    """Whether a mailbox will be deleted unless it gets a licence."""
    from msolemu.directory.tenant.licensing import reconciliation_needed as needed

    return needed(user, tenant.now)


# In ordinal order, as the contract has them: capitals before small letters.
always("ExtensionData", EXTENSION_DATA, EXTENSION_DATA_TYPE)
several("AlternateEmailAddresses", str, lambda user, tenant: texts(user.alternate_email_addresses))
several("AlternateMobilePhones", str, lambda user, tenant: texts(user.alternate_mobile_phones))
several("AlternativeSecurityIds", AlternativeSecurityId)
plain("BlockCredential", "block_credential", TRUTH, blank=False)
plain("City", "city")
made("CloudExchangeRecipientDisplayType", lambda user, tenant: MAILBOX_USER if has_mailbox(user) else None, INT)
plain("Country", "country")
plain("Department", "department")
several("DirSyncProvisioningErrors", DirSyncProvisioningError, lambda user, tenant: entries(user.quarantine))
plain("DisplayName", "display_name")
made("Errors", lambda user, tenant: shown_factors.errors(user.faults), VALIDATION_ERRORS)
plain("Fax", "fax")
plain("FirstName", "first_name")
plain("ImmutableId", "immutable_id")
several(
    "IndirectLicenseErrors",
    IndirectLicenseError,
    lambda user, tenant: shown_licences.license_errors(user.licence_errors, tenant.account),
)
always("IsBlackberryUser", False, TRUTH)
plain("IsLicensed", "is_licensed", TRUTH, blank=False)
time("LastDirSyncTime", "last_dirsync_time")
plain("LastName", "last_name")
time("LastPasswordChangeTimestamp", "last_password_change")
several(
    "LicenseAssignmentDetails",
    LicenseAssignmentDetail,
    lambda user, tenant: shown_licences.assignment_details(user, tenant.account),
)
made("LicenseReconciliationNeeded", reconciliation_needed, TRUTH, lambda: False)
several("Licenses", UserLicense, lambda user, tenant: shown_licences.user_licences(user.licences, tenant.account))
made("LiveId", lambda user, tenant: live_id(user), TEXT)
made("MSExchRecipientTypeDetails", lambda user, tenant: Int64(1) if has_mailbox(user) else None, LONG)
always("MSRtcSipDeploymentLocator", None, TEXT)
always("MSRtcSipPrimaryUserAddress", None, TEXT)
plain("MobilePhone", "mobile_phone")
always("OathTokenMetadata", None, "System.Object")
plain("ObjectId", "object_id", GUID)
plain("Office", "office")
made(
    "OverallProvisioningStatus",
    lambda user, tenant: enums.ProvisioningStatus.Success if user.licences else enums.ProvisioningStatus.None_,
    f"{NAMESPACE}.ProvisioningStatus",
    lambda: enums.ProvisioningStatus.None_,
)
plain("PasswordNeverExpires", "password_never_expires", TRUTH, blank=False)
always("PasswordResetNotRequiredDuringActivate", None, TRUTH)
plain("PhoneNumber", "phone_number")
always("PortalSettings", None, XML)
plain("PostalCode", "postal_code")
plain("PreferredDataLocation", "preferred_data_location")
plain("PreferredLanguage", "preferred_language")
several("ProxyAddresses", str, lambda user, tenant: texts(user.proxy_addresses))
always("ReleaseTrack", None, f"System.Nullable`1[{NAMESPACE}.O365UserReleaseTrack]")
several("ServiceInformation", ServiceInformation)
plain("SignInName", "user_principal_name")
time("SoftDeletionTimestamp", "deleted_at")
plain("State", "state")
plain("StreetAddress", "street_address")
several(
    "StrongAuthenticationMethods",
    StrongAuthenticationMethod,
    lambda user, tenant: shown_factors.methods(user.strong_authentication_methods),
)
several(
    "StrongAuthenticationPhoneAppDetails",
    StrongAuthenticationPhoneAppDetail,
    lambda user, tenant: shown_factors.phone_apps(user.phone_apps),
)
always("StrongAuthenticationProofupTime", None, LONG)
several(
    "StrongAuthenticationRequirements",
    StrongAuthenticationRequirement,
    lambda user, tenant: shown_factors.requirements(user.strong_authentication_requirements),
)
made(
    "StrongAuthenticationUserDetails",
    lambda user, tenant: shown_factors.details(user.strong_authentication_details),
    f"{NAMESPACE}.StrongAuthenticationUserDetails",
)
plain("StrongPasswordRequired", "strong_password_required", TRUTH, blank=True)
time("StsRefreshTokensValidFrom", "refresh_tokens_valid_from")
plain("Title", "title")
plain("UsageLocation", "usage_location")
always("UserLandingPageIdentifierForO365Shell", None, TEXT)
plain("UserPrincipalName", "user_principal_name")
always("UserThemeIdentifierForO365Shell", None, TEXT)
made(
    "UserType",
    lambda user, tenant: enums.UserType[user.user_type],
    f"System.Nullable`1[{NAMESPACE}.UserType]",
    lambda: enums.UserType.Member,
)
made(
    "ValidationStatus",
    lambda user, tenant: enums.ValidationStatus.Error if user.faults else enums.ValidationStatus.Healthy,
    f"System.Nullable`1[{NAMESPACE}.ValidationStatus]",
    lambda: enums.ValidationStatus.Healthy,
)
time("WhenCreated", "when_created")
EXTENDED.declare_property(
    "Password",
    lambda user: (user.given or {}).get("Password"),
    TEXT,
    lambda user, value: user.keep("Password", value),
)

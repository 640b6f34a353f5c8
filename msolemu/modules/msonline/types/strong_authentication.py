"""Second factors as the service's contract has them."""

from __future__ import annotations

import enum

from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.msonline.types.contract import (
    EXTENSION_DATA,
    NAMESPACE,
    XML,
    ExtensionDataObject,
    data_contract,
    many,
)
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.registry import net_enum
from msolemu.runtime.values.objects import Value


@data_contract("StrongAuthenticationRequirement")
@dataclass(slots=True)
class StrongAuthenticationRequirement:
    """That a user needs a second factor."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    RelyingParty: str | None = None
    RememberDevicesNotIssuedBefore: DateTime = field(default_factory=DateTime.default)
    State: str | None = None


@data_contract("StrongAuthenticationMethod")
@dataclass(slots=True)
class StrongAuthenticationMethod:
    """What a user has registered as a second factor."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    IsDefault: bool = False
    MethodType: str | None = None


@data_contract("StrongAuthenticationUserDetails")
@dataclass(slots=True)
class StrongAuthenticationUserDetails:
    """Where a user is reached for it."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    AlternativePhoneNumber: str | None = None
    Email: str | None = None
    OldPin: str | None = None
    PhoneNumber: str | None = None
    Pin: str | None = None


@net_enum(f"{NAMESPACE}.StrongAuthenticationPhoneAppAuthenticationType")
class PhoneAppAuthenticationType(enum.Flag):
    """What an app on a phone is used for."""

    Notification = 1
    OTP = 2


@net_enum(f"{NAMESPACE}.StrongAuthenticationPhoneAppNotificationType")
class PhoneAppNotificationType(enum.Enum):
    """The service that carries a notification to the phone."""

    Unspecified = 0
    Invalid = 1
    APNS = 2
    C2DM = 3
    GCM = 4
    MPNS = 5
    BPS = 6


@data_contract("StrongAuthenticationPhoneAppDetail")
@dataclass(slots=True)
class StrongAuthenticationPhoneAppDetail:
    """An app on a phone that a user has registered as a second factor."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    AuthenticationType: PhoneAppAuthenticationType | None = None
    DeviceName: str | None = None
    DeviceTag: str | None = None
    DeviceToken: str | None = None
    NotificationType: PhoneAppNotificationType | None = None
    OathSecretKey: str | None = None
    OathTokenTimeDrift: int | None = None
    PhoneAppVersion: str | None = None


@data_contract("ValidationError", ErrorDetail=XML)
@dataclass(slots=True)
class ValidationError:
    """What a service found wrong in an object; `ErrorDetail` is a document."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    ErrorDetail: Value = None
    Resolved: bool | None = False
    ServiceInstance: str | None = None
    Timestamp: DateTime | None = None


VALIDATION_ERRORS = many(f"{NAMESPACE}.ValidationError")
"""The type of the lists of them, which are null where there is none."""


@data_contract("PasswordPolicy")
@dataclass(slots=True)
class PasswordPolicy:
    """How long passwords of a domain are good; blank: as long as the service has it."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    NotificationDays: int | None = None
    ValidityPeriod: int | None = None

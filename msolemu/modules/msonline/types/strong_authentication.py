"""Second factors as the service's contract has them."""

from __future__ import annotations

from dataclasses import dataclass, field

from msolemu.modules.msonline.types.contract import EXTENSION_DATA, ExtensionDataObject, data_contract
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.values.objects import Value


@data_contract("StrongAuthenticationRequirement", RememberDevicesNotIssuedBefore="System.DateTime")
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


@data_contract("ValidationError")
@dataclass(slots=True)
class ValidationError:
    """What a service found wrong in an object; `ErrorDetail` is a document."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    ErrorDetail: Value = None
    Resolved: bool | None = False
    ServiceInstance: str | None = None
    Timestamp: Value = None


@data_contract("PasswordPolicy")
@dataclass(slots=True)
class PasswordPolicy:
    """How long passwords of a domain are good; blank: as long as the service has it."""

    ExtensionData: ExtensionDataObject = field(default=EXTENSION_DATA)
    NotificationDays: Value = None
    ValidityPeriod: Value = None

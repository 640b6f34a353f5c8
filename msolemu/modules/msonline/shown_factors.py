"""Second factors of the directory as the service's contract has them, and back; what services found wrong."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from msolemu.directory.tenant.strong_authentication import Method, Requirement
from msolemu.modules.msonline.identity import moment
from msolemu.modules.msonline.types.contract import of_contract
from msolemu.modules.msonline.types.strong_authentication import (
    PhoneAppAuthenticationType,
    PhoneAppNotificationType,
    StrongAuthenticationMethod,
    StrongAuthenticationPhoneAppDetail,
    StrongAuthenticationRequirement,
    StrongAuthenticationUserDetails,
    ValidationError,
)
from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.registry import net_type_of_class
from msolemu.runtime.values.objects import GenericList, PSObject, Value

if TYPE_CHECKING:
    from msolemu.directory.tenant.strong_authentication import PhoneApp, UserDetails
    from msolemu.directory.tenant.user import ServiceFault


def requirements(kept: Iterable[Requirement]) -> GenericList:
    """Whether a user needs a second factor; an empty list means no."""
    return of_contract(
        "StrongAuthenticationRequirement",
        [
            StrongAuthenticationRequirement(
                RelyingParty=one.relying_party,
                RememberDevicesNotIssuedBefore=moment(one.remember_devices_not_issued_before) or DateTime.default(),
                State=one.state,
            )
            for one in kept
        ],
    )


def methods(kept: Iterable[Method]) -> GenericList:
    """What a user has registered."""
    return of_contract(
        "StrongAuthenticationMethod",
        [StrongAuthenticationMethod(IsDefault=one.is_default, MethodType=one.method_type) for one in kept],
    )


def details(kept: UserDetails | None) -> StrongAuthenticationUserDetails | None:
    """Where a user is reached, or None."""
    if kept is None:
        return None
    return StrongAuthenticationUserDetails(
        AlternativePhoneNumber=kept.alternative_phone_number, Email=kept.email, PhoneNumber=kept.phone_number
    )


def phone_apps(kept: Iterable[PhoneApp]) -> GenericList:
    """The apps that a user has registered; what they prove themselves with is never shown."""
    return of_contract("StrongAuthenticationPhoneAppDetail", map(_phone_app, kept))


def _phone_app(kept: PhoneApp) -> StrongAuthenticationPhoneAppDetail:
    uses = PhoneAppAuthenticationType.Notification | PhoneAppAuthenticationType.OTP
    return StrongAuthenticationPhoneAppDetail(
        AuthenticationType=uses,
        DeviceName=kept.device_name,
        DeviceTag="SoftwareTokenActivated",
        DeviceToken="NO_DEVICE_TOKEN",
        NotificationType=PhoneAppNotificationType[kept.notified_by],
        OathTokenTimeDrift=0,
        PhoneAppVersion=kept.version,
    )


def kept_requirements(shown: Iterable[Value]) -> tuple[Requirement, ...]:
    """Requirements as the directory keeps them."""
    return tuple(_requirement(plain(one)) for one in shown)


def kept_methods(shown: Iterable[Value]) -> tuple[Method, ...]:
    """Methods as the directory keeps them."""
    return tuple(Method(one.MethodType or "", bool(one.IsDefault)) for one in map(plain, shown))


def plain(value: Value) -> Value:
    """A value without what a script hung on it."""
    return value.base if isinstance(value, PSObject) else value


def instant(value: Value) -> datetime | None:
    """A time that a script gave; the earliest one there is stands for none."""
    if value is None or value == DateTime.default():
        return None
    found: DateTime = convert(plain(value), net_type_of_class(DateTime))
    return found.to_datetime()


def _requirement(one: StrongAuthenticationRequirement) -> Requirement:
    return Requirement(one.RelyingParty or "*", one.State or "", instant(one.RememberDevicesNotIssuedBefore))


def errors(faults: Iterable[ServiceFault]) -> Value:
    """What services found wrong, None for nothing; the text stands where scripts look for it."""
    found = [
        ValidationError(
            ErrorDetail=_document(one), ServiceInstance=f"{one.service}/NA001", Timestamp=moment(one.at), Resolved=False
        )
        for one in faults
    ]
    return of_contract("ValidationError", [*found]) if found else None


def _document(fault: ServiceFault) -> Value:
    from xml.sax.saxutils import escape

    from msolemu.runtime.types.xml import load_xml, new_document

    document = new_document()
    record = (
        f"<ErrorRecord><ErrorCode>1</ErrorCode><ErrorDescription>{escape(fault.text)}</ErrorDescription></ErrorRecord>"
    )
    load_xml(document, f"<ServiceError><ObjectErrors>{record}</ObjectErrors></ServiceError>")
    return document.root

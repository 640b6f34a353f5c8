"""The properties of users that cmdlets set: their limits, and which of them on-premises alone changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msolemu.directory.tenant.account_errors import (
    BadSyntax,
    BadValue,
    MasteredOnPremises,
    MissingProperty,
    TooLong,
)
from msolemu.directory.tenant.catalogue.usage_locations import usage_locations
from msolemu.directory.tenant.company import Company
from msolemu.directory.tenant.strong_authentication import Method, Requirement
from msolemu.directory.tenant.user import User

LIMITS: Mapping[str, int] = {
    "city": 128,
    "country": 128,
    "department": 64,
    "display_name": 256,
    "fax": 64,
    "first_name": 64,
    "immutable_id": 256,
    "last_name": 64,
    "mobile_phone": 64,
    "office": 128,
    "phone_number": 64,
    "postal_code": 40,
    "preferred_data_location": 10,
    "preferred_language": 64,
    "state": 128,
    "street_address": 1024,
    "title": 128,
    "usage_location": 2,
}
"""How long texts may be: those of the directory's schema."""

OF_THE_CLOUD = frozenset(
    {
        "alternate_email_addresses",
        "block_credential",
        "force_change_password",
        "last_password_change",
        "password_never_expires",
        "preferred_data_location",
        "refresh_tokens_valid_from",
        "strong_authentication_methods",
        "strong_authentication_requirements",
        "strong_password_required",
        "usage_location",
        "user_type",
    }
)
"""What is set in the cloud for synchronized users too."""

STATES = ("Disabled", "Enabled", "Enforced")
METHODS = (
    "OneWaySMS",
    "PhoneAppNotification",
    "PhoneAppOTP",
    "TwoWayVoiceAlternateMobile",
    "TwoWayVoiceMobile",
    "TwoWayVoiceOffice",
)
LONGEST_ADDRESS = 256


def property_name(field: str) -> str:
    """The service's name of a user's field: `usage_location` is UsageLocation."""
    special = {"deleted_at": "SoftDeletionTimestamp", "last_password_change": "LastPasswordChangeTimestamp"}
    return special.get(field) or "".join(part.capitalize() for part in field.split("_"))


def checked_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as a user keeps them: an empty text clears. Raises TooLong, BadSyntax, BadValue or MissingProperty."""
    found = {field: _checked(field, value) for field, value in values.items()}
    if "display_name" in found and found["display_name"] is None:
        raise MissingProperty("DisplayName")
    return found


def demand_settable(user: User, company: Company, values: Mapping[str, Any]) -> None:
    """Raise MasteredOnPremises if a value differs that cannot be set; sending again what is there changes nothing."""
    synchronized = user.last_dirsync_time is not None and company.directory_synchronization_enabled
    for field, value in values.items():
        if getattr(user, field) == value:
            continue
        if field == "deleted_at" or (synchronized and field not in OF_THE_CLOUD):
            raise MasteredOnPremises(property_name(field))


def _checked(field: str, value: Any) -> Any:
    if isinstance(value, str):
        return _text(field, value)
    match field:
        case "alternate_email_addresses":
            return _mail_addresses(field, value)
        case "alternate_mobile_phones":
            return _phones(field, value)
        case "strong_authentication_requirements":
            return _requirements(value)
        case "strong_authentication_methods":
            return _methods(value)
    return value


def _text(field: str, value: str) -> str | None:
    if len(value) > LIMITS.get(field, len(value)):
        raise TooLong(property_name(field))
    if field != "usage_location" or not value:
        return value or None
    if value.upper() not in usage_locations():
        raise BadValue(property_name(field))
    return value.upper()


def _phones(field: str, values: Iterable[str]) -> tuple[str, ...]:
    found = tuple(values)
    if any(len(one) > LIMITS["mobile_phone"] for one in found):
        raise TooLong(property_name(field))
    return found


def _mail_addresses(field: str, values: Iterable[str]) -> tuple[str, ...]:
    found = tuple(values)
    for one in found:
        name, at, domain = one.partition("@")
        if not (name and at and domain) or " " in one:
            raise BadSyntax(property_name(field))
        if len(one) > LONGEST_ADDRESS:
            raise TooLong(property_name(field))
    return found


def _requirements(values: Iterable[Requirement]) -> tuple[Requirement, ...]:
    found = tuple(values)
    if not all(one.state in STATES for one in found):
        raise BadValue("StrongAuthenticationRequirements")
    return found


def _methods(values: Iterable[Method]) -> tuple[Method, ...]:
    found = tuple(values)
    if not all(one.method_type in METHODS for one in found):
        raise BadValue("StrongAuthenticationMethods")
    return found

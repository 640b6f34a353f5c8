"""The properties that New-MsolUser and Set-MsolUser have in common, as parameters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from msolemu.cmdlets.declaration import UNSET, Parameter, Unset
from msolemu.foundation.dataclass import dataclass, fields
from msolemu.modules.msonline.shown_factors import instant, kept_methods, kept_requirements, plain
from msolemu.modules.msonline.types.enums import UserType
from msolemu.modules.msonline.types.licence import LicenseOption
from msolemu.modules.msonline.types.strong_authentication import (
    StrongAuthenticationMethod,
    StrongAuthenticationRequirement,
)
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.types.date_time import DateTime

Text = str | None | Unset
Truth = bool | None | Unset
Time = DateTime | None | Unset

FIELDS = {
    "last_password_change_timestamp": "last_password_change",
    "soft_deletion_timestamp": "deleted_at",
    "sts_refresh_tokens_valid_from": "refresh_tokens_valid_from",
}
"""Where the directory's name of a field is not that of the parameter."""
LISTS = frozenset(
    {
        "alternate_email_addresses",
        "alternate_mobile_phones",
        "strong_authentication_methods",
        "strong_authentication_requirements",
    }
)
NULLABLE = frozenset(
    {
        "block_credential",
        "last_password_change_timestamp",
        "password_never_expires",
        "soft_deletion_timestamp",
        "strong_password_required",
        "sts_refresh_tokens_valid_from",
        "user_type",
    }
)
"""Parameters for which null means that nothing was given; an empty text clears a property."""


def of(text: str) -> Parameter:
    """A parameter that is taken from the property of the same name."""
    return Parameter(text, from_property=True)


def nullable(text: str) -> Parameter:
    """The same, of a type that has no null of its own."""
    return Parameter(text, from_property=True, nullable=True)


@dataclass(frozen=True, slots=True)
class UserValues:
    """Properties of a user; those that were not given are UNSET."""

    alternate_email_addresses: Annotated[tuple[str, ...] | Unset | None, of("Further mail addresses.")] = UNSET
    alternate_mobile_phones: Annotated[tuple[str, ...] | Unset | None, of("Further mobile phones.")] = UNSET
    block_credential: Annotated[Truth, nullable("Whether the user is kept from signing in.")] = UNSET
    city: Annotated[Text, of("The city.")] = UNSET
    country: Annotated[Text, of("The country.")] = UNSET
    department: Annotated[Text, of("The department.")] = UNSET
    display_name: Annotated[Text, of("The name that people see.")] = UNSET
    fax: Annotated[Text, of("The fax number.")] = UNSET
    first_name: Annotated[Text, of("The first name.")] = UNSET
    immutable_id: Annotated[Text, of("The source anchor, for users of a federated or synchronized domain.")] = UNSET
    last_name: Annotated[Text, of("The last name.")] = UNSET
    mobile_phone: Annotated[Text, of("The mobile phone.")] = UNSET
    office: Annotated[Text, of("The office.")] = UNSET
    password_never_expires: Annotated[Truth, nullable("Whether the password is good for ever.")] = UNSET
    phone_number: Annotated[Text, of("The phone on the desk.")] = UNSET
    postal_code: Annotated[Text, of("The postal code.")] = UNSET
    preferred_data_location: Annotated[Text, of("Where the user's data are to be kept.")] = UNSET
    preferred_language: Annotated[Text, of("The language, such as en-US.")] = UNSET
    state: Annotated[Text, of("The state or province.")] = UNSET
    street_address: Annotated[Text, of("The street.")] = UNSET
    strong_password_required: Annotated[Truth, nullable("Whether the password must be a strong one.")] = UNSET
    title: Annotated[Text, of("The title.")] = UNSET
    usage_location: Annotated[Text, of("The country of the licences, by its two letters.")] = UNSET
    last_password_change_timestamp: Annotated[Time, nullable("When the password was last changed.")] = UNSET
    soft_deletion_timestamp: Annotated[
        Time, nullable("When the user was deleted; it is there to be sent again and cannot be changed.")
    ] = UNSET
    strong_authentication_methods: Annotated[
        tuple[StrongAuthenticationMethod, ...] | Unset | None,
        of("What the user has registered as a second factor; an empty array forgets it."),
    ] = UNSET
    strong_authentication_requirements: Annotated[
        tuple[StrongAuthenticationRequirement, ...] | Unset | None,
        of("Whether the user needs a second factor; an empty array says no."),
    ] = UNSET
    sts_refresh_tokens_valid_from: Annotated[Time, nullable("Sessions that began before end.")] = UNSET
    user_type: Annotated[UserType | Unset | None, nullable("Member, Guest, Viral or Other.")] = UNSET

    def values(self) -> dict[str, Any]:
        """What was given, by the directory's names of the fields."""
        given = ((one.name, getattr(self, one.name)) for one in fields(self))
        return {
            FIELDS.get(name, name): kept(name, value)
            for name, value in given
            if value is not UNSET and not (value is None and name in NULLABLE)
        }


def kept(name: str, value: Any) -> Any:
    """A value as the directory keeps it."""
    if name in LISTS:
        return kept_list(name, value or ())
    if isinstance(value, UserType):
        return value.name
    if isinstance(plain(value), DateTime):
        return instant(plain(value))
    return "" if value is None else value


def kept_list(name: str, values: Iterable[Any]) -> tuple[Any, ...]:
    """The values of a collection as the directory keeps them."""
    if name == "strong_authentication_requirements":
        return kept_requirements(values)
    if name == "strong_authentication_methods":
        return kept_methods(values)
    return tuple(map(to_text, values))


def options_of(options: Iterable[LicenseOption] | None) -> dict[str, list[str]]:
    """Which plans are to be switched off, by account SKU id."""
    found = {}
    for option in map(plain, options or ()):
        sku = plain(option.AccountSkuId)
        name = f"{sku.AccountName}:{sku.SkuPartNumber}" if sku is not None else ""
        found[name] = [to_text(plan) for plan in option.DisabledServicePlans or ()]
    return found

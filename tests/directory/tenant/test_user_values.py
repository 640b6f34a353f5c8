"""The values that users' properties take."""

from __future__ import annotations

from typing import Any

import pytest

from msolemu.directory.tenant.account_errors import BadSyntax, BadValue, MissingProperty, TooLong
from msolemu.directory.tenant.strong_authentication import Method, Requirement
from msolemu.directory.tenant.user_values import LIMITS, checked_values, property_name


@pytest.mark.parametrize("field", sorted(set(LIMITS) - {"usage_location"}))
def test_a_text_has_its_limit(field: str) -> None:
    text = "x" * LIMITS[field]
    assert checked_values({field: text}) == {field: text}
    with pytest.raises(TooLong, match=property_name(field)):
        checked_values({field: text + "x"})


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"usage_location": "XX"}, BadValue),
        ({"usage_location": "USA"}, TooLong),
        ({"display_name": ""}, MissingProperty),
        ({"alternate_email_addresses": ("ann",)}, BadSyntax),
        ({"alternate_email_addresses": ("ann @x",)}, BadSyntax),
        ({"alternate_email_addresses": ("a@" + "x" * 300,)}, TooLong),
        ({"alternate_mobile_phones": ("1" * 65,)}, TooLong),
        ({"strong_authentication_requirements": (Requirement(state="Perhaps"),)}, BadValue),
        ({"strong_authentication_methods": (Method("Pigeon"),)}, BadValue),
    ],
)
def test_a_value_that_cannot_be_is_refused(values: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        checked_values(values)


def test_good_values_are_kept_as_they_are_meant() -> None:
    values = {
        "usage_location": "de",
        "city": "",
        "block_credential": True,
        "alternate_email_addresses": ["ann@x.com"],
        "alternate_mobile_phones": ["1"],
        "strong_authentication_methods": [Method("OneWaySMS")],
    }
    assert checked_values(values) == {
        "usage_location": "DE",
        "city": None,
        "block_credential": True,
        "alternate_email_addresses": ("ann@x.com",),
        "alternate_mobile_phones": ("1",),
        "strong_authentication_methods": (Method("OneWaySMS"),),
    }


def test_fields_have_the_names_that_the_service_uses() -> None:
    assert property_name("usage_location") == "UsageLocation"
    assert property_name("deleted_at") == "SoftDeletionTimestamp"

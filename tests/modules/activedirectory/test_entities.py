"""Objects of the forest in the shape that the module prints."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from msolemu.modules.activedirectory.attributes import GROUPS, SCHEMA, USER_DEFAULTS, USERS
from msolemu.modules.activedirectory.entities import chosen, entity, value_of
from msolemu.modules.activedirectory.errors import UnknownProperty
from msolemu.modules.activedirectory.types import AD_USER
from msolemu.runtime.types.security_identifier import SecurityIdentifier
from msolemu.runtime.values.objects import Int64

GUID = UUID("91665060-7a8a-4067-ba70-3294fac3c207")
SID = base64.b64decode("AQUAAAAAAAUVAAAAofQEYqkxQ0AH5TsreAQAAA==")


@dataclass
class Entry:
    """An object as the forest keeps it."""

    attributes: dict[str, tuple[str, ...]] = field(default_factory=dict)


ANN: Any = Entry(
    {
        "name": ("Ann Beck",),
        "samaccountname": ("abeck",),
        "useraccountcontrol": ("514",),
        "objectclass": ("top", "person", "organizationalPerson", "user"),
        "objectguid": (base64.b64encode(GUID.bytes_le).decode(),),
        "objectsid": (base64.b64encode(SID).decode(),),
        "mail": ("ann@contoso.com",),
        "proxyaddresses": ("SMTP:ann@contoso.com", "smtp:beck@contoso.com"),
        "usnchanged": ("12886",),
        "pwdlastset": ("130448865640000000",),
        "acme-badge": ("7",),
    }
)


def names(*asked: str) -> list[str]:
    return [one.name for one in chosen(asked, USER_DEFAULTS, USERS, ANN)]


def test_ten_properties_are_shown_sorted() -> None:
    assert names() == sorted(USER_DEFAULTS, key=str.lower)


def test_an_extended_property_is_shown_even_without_a_value() -> None:
    assert "Department" in names("department")


def test_an_attribute_is_shown_only_with_a_value() -> None:
    assert "mail" in names("MAIL")
    assert "pager" not in names("pager")


def test_an_attribute_that_only_the_object_knows_is_shown() -> None:
    assert "acme-badge" in names("acme-badge")


def test_a_property_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownProperty):
        names("bogus")


def test_an_asterisk_shows_all_that_there_is() -> None:
    everything = names("*")
    assert {"Enabled", "Department", "mail", "EmailAddress", "proxyAddresses", "acme-badge"} <= set(everything)
    assert len(everything) == len({name.lower() for name in everything})


def test_values_have_the_types_of_the_module() -> None:
    shown = entity(ANN, chosen(("mail", "proxyAddresses", "uSNChanged"), USER_DEFAULTS, USERS, ANN), AD_USER)
    values: dict[str, Any] = dict(map(tuple, shown.properties.values()))
    assert values["Enabled"] is False
    assert values["ObjectClass"] == "user"
    assert values["ObjectGUID"] == GUID
    assert str(values["SID"]) == "S-1-5-21-1644491937-1078145449-725345543-1144"
    assert list(values["proxyAddresses"]) == ["SMTP:ann@contoso.com", "smtp:beck@contoso.com"]
    assert values["uSNChanged"] == 12886
    assert values["GivenName"] is None
    assert shown.type_names[0] == "Microsoft.ActiveDirectory.Management.ADUser"


def test_numbers_times_and_bytes_of_the_directory() -> None:
    entry: Any = Entry(
        {
            "accountexpires": ("9223372036854775807",),
            "pwdlastset": ("130448865640000000",),
            "whencreated": ("20160601080000.0Z",),
            "thumbnailphoto": ("AQID",),
        }
    )
    assert value_of(entry, USERS["AccountExpirationDate"]) is None
    changed: Any = value_of(entry, USERS["PasswordLastSet"])
    assert changed.to_datetime() == datetime(2014, 5, 18, 11, 36, 4, tzinfo=UTC)
    created: Any = value_of(entry, USERS["Created"])
    assert created.to_datetime() == datetime(2016, 6, 1, 8, tzinfo=UTC)
    assert value_of(entry, SCHEMA["thumbnailPhoto"]) == [1, 2, 3]
    assert isinstance(value_of(entry, SCHEMA["accountExpires"]), Int64)
    assert list(value_of(entry, USERS["MemberOf"]) or ()) == []


@pytest.mark.parametrize(
    ("number", "scope", "category"),
    [
        ("-2147483640", "Universal", "Security"),
        ("8", "Universal", "Distribution"),
        ("-2147483646", "Global", "Security"),
    ],
)
def test_a_group_type_tells_scope_and_category(number: str, scope: str, category: str) -> None:
    group: Any = Entry({"grouptype": (number,)})
    assert value_of(group, GROUPS["GroupScope"]) == scope
    assert value_of(group, GROUPS["GroupCategory"]) == category


def test_a_security_identifier_is_its_text() -> None:
    assert SecurityIdentifier.of(SID).value == str(SecurityIdentifier.of(SID))

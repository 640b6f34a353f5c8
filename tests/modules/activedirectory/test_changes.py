"""What New-ADUser and Set-ADUser set, as attributes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from msolemu.modules.activedirectory.changes import AccountChanges
from msolemu.modules.activedirectory.group import ADGroupCategory, GroupChanges
from msolemu.modules.activedirectory.modifications import Modifications
from msolemu.modules.activedirectory.writing import texts_of
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.values.objects import Hashtable

NORMAL = 0x200


@dataclass
class Entry:
    """An object as the forest keeps it."""

    attributes: dict[str, tuple[str, ...]] = field(default_factory=dict)


ANN: Any = Entry({"proxyaddresses": ("SMTP:a@x", "smtp:b@x"), "title": ("Buyer",)})


def test_what_is_not_given_does_not_change() -> None:
    assert AccountChanges().attributes(NORMAL) == {}


def test_properties_become_attributes_and_null_clears() -> None:
    changes = AccountChanges(surname="Beck", email_address="a@x", title=None, po_box="7")
    assert changes.attributes(NORMAL) == {
        "sn": ("Beck",),
        "mail": ("a@x",),
        "title": (),
        "postOfficeBox": ("7",),
    }


def test_flags_change_their_bit_alone() -> None:
    assert AccountChanges(enabled=False).attributes(NORMAL) == {"userAccountControl": ("514",)}
    assert AccountChanges(enabled=True).attributes(NORMAL | 2) == {"userAccountControl": ("512",)}
    assert AccountChanges(password_never_expires=True).attributes(NORMAL) == {"userAccountControl": ("66048",)}
    assert AccountChanges(enabled=True).attributes(NORMAL) == {}


def test_an_account_that_never_expires_has_zero() -> None:
    assert AccountChanges(account_expiration_date=None).attributes(NORMAL) == {"accountExpires": ("0",)}


def test_a_time_of_expiry_is_a_large_integer() -> None:
    expires = DateTime.of(datetime(2014, 5, 18, 11, 36, 4, tzinfo=UTC))
    assert AccountChanges(account_expiration_date=expires).attributes(NORMAL) == {
        "accountExpires": ("130448865640000000",)
    }


def test_collections_become_values_and_null_none() -> None:
    assert texts_of(["a", None, "b", True]) == ("a", "b", "TRUE")


def test_modifications_apply_in_the_order_remove_add_replace_clear() -> None:
    found = Modifications(
        remove=Hashtable([("proxyAddresses", "SMTP:B@x")]),
        add=Hashtable([("proxyAddresses", ["smtp:c@x", "smtp:a@x"])]),
        replace=Hashtable([("info", "new")]),
        clear=["title"],
    ).applied_to(ANN)
    assert found == {"proxyAddresses": ("SMTP:a@x", "smtp:c@x"), "info": ("new",), "title": ()}


def test_a_security_group_has_the_sign_bit() -> None:
    universal, security = 8, -2147483640
    assert GroupChanges(group_category=ADGroupCategory.Security).attributes(universal) == {
        "groupType": (str(security),)
    }
    assert GroupChanges(group_category=ADGroupCategory.Distribution).attributes(security) == {
        "groupType": (str(universal),)
    }

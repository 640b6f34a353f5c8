"""Objects of a forest with only the relevant attributes named."""

from __future__ import annotations

from itertools import count
from uuid import UUID

from msolemu.sync.ports import ForestObject, Values

numbers = count(1)


def an_object(kind: str, name: str, **attributes: str | Values) -> ForestObject:
    """An object that no forest holds yet."""
    given = {key: (value,) if isinstance(value, str) else value for key, value in attributes.items()}
    dn = f"CN={name},OU=Contoso,DC=contoso,DC=local"
    return ForestObject(UUID(int=next(numbers)), dn, kind, 0, 0, {"cn": (name,), "displayname": (name,), **given})


def a_user(name: str, **attributes: str | Values) -> ForestObject:
    """An enabled user whose sign-in name is its name at contoso.com."""
    alias = name.replace(" ", ".")
    given = {"samaccountname": alias, "userprincipalname": f"{alias}@contoso.com", "useraccountcontrol": "512"}
    return an_object("user", name, **{**given, **attributes})


def a_group(name: str, **attributes: str | Values) -> ForestObject:
    """A global security group."""
    return an_object("group", name, **{"samaccountname": name, "grouptype": "-2147483646", **attributes})


def a_contact(name: str, **attributes: str | Values) -> ForestObject:
    """A contact with a mail address at another company."""
    return an_object("contact", name, **{"mail": f"{name.replace(' ', '.')}@fabrikam.com", **attributes})

"""What New-ADUser and Set-ADUser may set, as parameters and as attributes of the directory."""

from __future__ import annotations

import base64
import dataclasses
from collections.abc import Iterator
from typing import Annotated, TypeAlias
from uuid import UUID

from msolemu.cmdlets.declaration import UNSET, Parameter, Unset, spelt
from msolemu.directory.forest.account_control import NORMAL_ACCOUNT
from msolemu.directory.forest.objects import ForestEntry
from msolemu.directory.forest.times import NOT_SET, file_time
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.activedirectory.attributes import ACCOUNT_CONTROL, USERS, Kind
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.values.objects import Value, is_enumerable, unwrap

Text: TypeAlias = Annotated[str | Unset | None, Parameter("Sets the property of that name.", from_property=True)]
Truth: TypeAlias = Annotated[bool | Unset | None, Parameter("Sets the property of that name.", from_property=True)]


def _named(name: str) -> Parameter:
    return Parameter("Sets the property of that name.", from_property=True, name=name)


@dataclass(frozen=True, slots=True)
class AccountChanges:
    """The properties of a user that have a parameter of their own."""

    account_expiration_date: Annotated[
        DateTime | Unset | None, Parameter("When the account expires.", from_property=True, nullable=True)
    ] = UNSET
    account_not_delegated: Truth = UNSET
    allow_reversible_password_encryption: Truth = UNSET
    city: Text = UNSET
    company: Text = UNSET
    country: Text = UNSET
    department: Text = UNSET
    description: Text = UNSET
    display_name: Text = UNSET
    division: Text = UNSET
    email_address: Text = UNSET
    employee_id: Annotated[str | Unset | None, _named("EmployeeID")] = UNSET
    employee_number: Text = UNSET
    enabled: Truth = UNSET
    fax: Text = UNSET
    given_name: Text = UNSET
    home_directory: Text = UNSET
    home_drive: Text = UNSET
    home_page: Text = UNSET
    home_phone: Text = UNSET
    initials: Text = UNSET
    logon_workstations: Text = UNSET
    manager: Text = UNSET
    mobile_phone: Text = UNSET
    office: Text = UNSET
    office_phone: Text = UNSET
    organization: Text = UNSET
    other_name: Text = UNSET
    password_never_expires: Truth = UNSET
    password_not_required: Truth = UNSET
    po_box: Annotated[str | Unset | None, _named("POBox")] = UNSET
    postal_code: Text = UNSET
    profile_path: Text = UNSET
    sam_account_name: Text = UNSET
    script_path: Text = UNSET
    smartcard_logon_required: Truth = UNSET
    state: Text = UNSET
    street_address: Text = UNSET
    surname: Text = UNSET
    title: Text = UNSET
    trusted_for_delegation: Truth = UNSET
    user_principal_name: Text = UNSET

    def given(self) -> Iterator[tuple[str, Value]]:
        """The properties that were given, by their names in PowerShell; null means to clear one."""
        spellings = {"employee_id": "EmployeeID", "po_box": "POBox"}
        for one in dataclasses.fields(self):
            value = getattr(self, one.name)
            if value is not UNSET:
                yield spellings.get(one.name) or spelt(one.name), value

    def attributes(self, control: int) -> dict[str, tuple[str, ...]]:
        """The directory's attributes after the change, by LDAP name; empty to clear one.

        `control` is the account's control word so far.
        """
        found: dict[str, tuple[str, ...]] = {}
        changed = control
        for name, value in self.given():
            declared = USERS[name]
            if declared.kind is Kind.FLAG:
                is_set = bool(value) != declared.inverted
                changed = changed | declared.bit if is_set else changed & ~declared.bit
            else:
                found[declared.attribute] = texts_of(value, declared.kind)
        if changed != control:
            found[ACCOUNT_CONTROL] = (str(changed),)
        return found


def control_of(entry: ForestEntry) -> int:
    """The control word of an account."""
    return int(entry.first(ACCOUNT_CONTROL.lower()) or NORMAL_ACCOUNT)


def texts_of(value: Value, kind: Kind = Kind.TEXT) -> tuple[str, ...]:
    """A value, or the values of a collection, as the directory keeps them; null and empty text are no value."""
    plain = unwrap(value)
    if kind is Kind.BINARY and plain is not None:
        return (_encoded(plain),)
    if kind is Kind.FILE_TIME:
        return (NOT_SET if plain is None else file_time(plain.to_datetime()),)
    if is_enumerable(plain):
        return tuple(text for one in plain for text in texts_of(one, kind))
    if plain is None or plain == "":
        return ()
    if isinstance(plain, bool):
        return ("TRUE" if plain else "FALSE",)
    return (to_text(plain),)


def _encoded(value: Value) -> str:
    """Bytes, a GUID or a text as an octet string."""
    match value:
        case UUID():
            content = value.bytes_le
        case str():
            content = value.encode("utf-8")
        case _:
            content = bytes(value)
    return base64.b64encode(content).decode("ascii")

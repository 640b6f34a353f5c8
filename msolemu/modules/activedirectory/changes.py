"""What New-ADUser and Set-ADUser may set, as parameters."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msolemu.cmdlets.declaration import UNSET, Parameter, Unset
from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.names import NameMap
from msolemu.modules.activedirectory.attributes import USERS, Property
from msolemu.modules.activedirectory.writing import Changes, Text, Truth
from msolemu.runtime.types.date_time import DateTime


def _named(name: str) -> Parameter:
    return Parameter("Sets the property of that name.", from_property=True, name=name)


@dataclass(frozen=True, slots=True)
class AccountChanges(Changes):
    """The properties of a user that have a parameter of their own."""

    properties: ClassVar[NameMap[Property]] = USERS

    account_expiration_date: Annotated[
        DateTime | Unset | None, Parameter("When the account expires.", from_property=True, nullable=True)
    ] = UNSET
    account_not_delegated: Truth = UNSET
    allow_reversible_password_encryption: Truth = UNSET
    cannot_change_password: Truth = UNSET
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

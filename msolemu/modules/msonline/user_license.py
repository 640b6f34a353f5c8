"""Set-MsolUserLicense."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Parameter
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.parameters import LicenseOptions, ObjectId, TenantId, UserPrincipalName
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.user_values import options_of


@dataclass(frozen=True, slots=True)
class LicenceChange:
    """Which licences come and go."""

    add_licenses: Annotated[
        tuple[str, ...] | None, Parameter("Licences to add, by account SKU ids.", from_property=True)
    ] = None
    license_options: LicenseOptions = None
    remove_licenses: Annotated[
        tuple[str, ...] | None, Parameter("Licences to take away, by account SKU ids.", from_property=True)
    ] = None
    tenant_id: TenantId = None


set_msol_user_license = Cmdlet(
    "Set-MsolUserLicense",
    "Adds and removes licences of a user, and switches their plans.",
    error_owner="SetUserLicense",
    examples={
        "Set-MsolUserLicense -UserPrincipalName ann.beck@contoso.com -AddLicenses contoso:ENTERPRISEPACK": (
            "Adds a licence."
        ),
        "Set-MsolUserLicense -UserPrincipalName ann.beck@contoso.com -AddLicenses contoso:SPE_E3 "
        "-RemoveLicenses contoso:ENTERPRISEPACK": "Puts one licence in place of another.",
    },
)


@set_msol_user_license.parameter_set("SetUserLicenses__0", default=True)
def by_id(call: MsolCall, object_id: ObjectId, change: LicenceChange) -> None:
    """Changes all licences that are named, or none. A user needs a usage location before it gets a licence.

    Options switch plans off; the plans that they do not name are on.
    """
    changed(call, object_id, change)


@set_msol_user_license.parameter_set("SetUserLicensesByUpn__0")
def by_upn(call: MsolCall, user_principal_name: UserPrincipalName, change: LicenceChange) -> None:
    """Changes the licences of a user by name."""
    changed(call, user_principal_name, change)


def changed(call: MsolCall, who: UUID | str, change: LicenceChange) -> None:
    """Change licences."""
    accounts = call.services.tenant(change.tenant_id).accounts
    options = options_of(change.license_options)
    accounts.set_licences(who, change.add_licenses or (), change.remove_licenses or (), options)

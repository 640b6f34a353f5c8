"""Set-MsolUserPassword."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.parameters import ObjectId, TenantId, UserPrincipalName
from msolemu.modules.msonline.services import MsolCall


@dataclass(frozen=True, slots=True)
class PasswordChange:
    """What becomes of the password."""

    force_change_password: Annotated[
        bool | None,
        Parameter(
            "Whether it must be changed at the next sign-in; true unless said.", from_property=True, nullable=True
        ),
    ] = True
    force_change_password_only: Annotated[
        bool | None,
        Parameter("Demand a change and leave the password as it is.", from_property=True, nullable=True),
    ] = None
    new_password: Annotated[
        str | None, Parameter("The new password; one is drawn unless given.", from_property=True)
    ] = None
    tenant_id: TenantId = None


set_msol_user_password = Cmdlet(
    "Set-MsolUserPassword",
    "Sets the password of a user.",
    output=str,
    error_owner="SetUserPassword",
    examples={
        "Set-MsolUserPassword -UserPrincipalName admin@contoso.onmicrosoft.com": "Draws a password and shows it.",
        "Set-MsolUserPassword -UserPrincipalName admin@contoso.onmicrosoft.com -NewPassword 'Lantern-42' "
        "-ForceChangePassword $false": "Sets a password that need not be changed.",
    },
)


@set_msol_user_password.parameter_set("ResetUserPassword__0", default=True)
def by_id(call: MsolCall, object_id: ObjectId, change: PasswordChange) -> Output[str]:
    """Sets the password of a user, or draws one, and shows it. Federated users have no password here."""
    yield from changed(call, object_id, change)


@set_msol_user_password.parameter_set("ResetUserPasswordByUpn__0")
def by_upn(call: MsolCall, user_principal_name: UserPrincipalName, change: PasswordChange) -> Output[str]:
    """Sets the password of a user by name."""
    yield from changed(call, user_principal_name, change)


def changed(call: MsolCall, who: UUID | str, change: PasswordChange) -> Output[str]:
    """Set a password, or only the demand to change it, and give the new one."""
    accounts = call.services.tenant(change.tenant_id).accounts
    if change.force_change_password_only:
        accounts.force_change_of_password(who, force_change=change.force_change_password is not False)
        return
    force = change.force_change_password is not False
    yield accounts.set_password(who, change.new_password or None, force_change=force)

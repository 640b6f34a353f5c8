"""Set-MsolUserPrincipalName."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Parameter
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.parameters import ObjectId, TenantId, UserPrincipalName
from msolemu.modules.msonline.services import MsolCall

NewName = Annotated[str, Parameter("The new name to sign in with.", from_property=True)]


@dataclass(frozen=True, slots=True)
class Move:
    """What a change of the domain may need."""

    immutable_id: Annotated[str | None, Parameter("The source anchor, for a federated domain.", from_property=True)] = (
        None
    )
    new_password: Annotated[
        str | None, Parameter("A password, on the way out of a federated domain.", from_property=True)
    ] = None
    tenant_id: TenantId = None


set_msol_user_principal_name = Cmdlet(
    "Set-MsolUserPrincipalName",
    "Changes the name that a user signs in with.",
    error_owner="SetUserPrincipalName",
    examples={
        "Set-MsolUserPrincipalName -UserPrincipalName admin@contoso.onmicrosoft.com "
        "-NewUserPrincipalName admin@contoso.com": "Moves a user to another domain.",
    },
)


@set_msol_user_principal_name.parameter_set("ChangeUserPrincipalName__0", default=True)
def by_id(call: MsolCall, object_id: ObjectId, new_user_principal_name: NewName, move: Move) -> None:
    """Changes the user principal name. A federated domain needs a source anchor, the way out of one a password."""
    rename(call, object_id, new_user_principal_name, move)


@set_msol_user_principal_name.parameter_set("ChangeUserPrincipalNameByUpn__0")
def by_upn(
    call: MsolCall, user_principal_name: UserPrincipalName, new_user_principal_name: NewName, move: Move
) -> None:
    """Changes the user principal name of a user by name."""
    rename(call, user_principal_name, new_user_principal_name, move)


def rename(call: MsolCall, who: UUID | str, name: str, move: Move) -> None:
    """Give a user another name."""
    accounts = call.services.tenant(move.tenant_id).accounts
    accounts.rename(who, name, move.immutable_id or None, move.new_password or None)

"""Convert-MsolFederatedUser."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Parameter
from msolemu.modules.msonline.parameters import TenantId, UserPrincipalName
from msolemu.modules.msonline.refusals import RequiredProperty
from msolemu.modules.msonline.services import MsolCall

convert_msol_federated_user = Cmdlet(
    "Convert-MsolFederatedUser",
    "Gives a password to a user whose domain is no longer federated.",
    error_owner="ConvertFederatedUser",
    examples={
        "Convert-MsolFederatedUser -UserPrincipalName ann.beck@contoso.com -NewPassword 'Lantern-42'": (
            "Lets a user sign in with a password."
        ),
    },
)


@convert_msol_federated_user.parameter_set()
def converted(
    call: MsolCall,
    user_principal_name: UserPrincipalName,
    new_password: Annotated[str | None, Parameter("The user's password.", from_property=True)] = None,
    tenant_id: TenantId = None,
) -> None:
    """The domain must have been converted before; the service wants the password although the parameter is optional."""
    accounts = call.services.tenant(tenant_id).accounts
    if not new_password:
        raise RequiredProperty("NewPassword")
    accounts.convert_federated(user_principal_name, new_password)

"""Remove-MsolApplicationPassword."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Parameter
from msolemu.modules.msonline.parameters import TenantId, UserPrincipalName
from msolemu.modules.msonline.services import MsolCall

remove_msol_application_password = Cmdlet(
    "Remove-MsolApplicationPassword",
    "Takes an application password from a user.",
    error_owner="RemoveApplicationPassword",
    examples={
        "Remove-MsolApplicationPassword -UserPrincipalName admin@contoso.onmicrosoft.com -PasswordId 7f1c "
        "-ErrorAction SilentlyContinue": "Takes a password from a user, if it is there."
    },
)


@remove_msol_application_password.parameter_set()
def removed(
    call: MsolCall,
    password_id: Annotated[str, Parameter("The id of the password.", from_property=True)],
    user_principal_name: UserPrincipalName,
    tenant_id: TenantId = None,
) -> None:
    """Clients that know no second factor sign in with such passwords. No cmdlet makes or lists them: users do, in the
    portal. The seed contoso has some.
    """
    call.services.tenant(tenant_id).accounts.remove_application_password(user_principal_name, password_id)

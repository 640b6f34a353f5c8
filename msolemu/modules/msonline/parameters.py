"""Parameters that many cmdlets of the module have in common."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Parameter, Switch
from msolemu.modules.msonline.types.licence import LicenseOption

TenantId = Annotated[
    UUID | None,
    Parameter(
        "The customer's tenant, for partners. Without it: the tenant of the connection.",
        from_property=True,
        nullable=True,
    ),
]
All = Annotated[Switch, Parameter("Everything, however much it is.", mandatory=True)]
ObjectId = Annotated[UUID, Parameter("The unique id of the object.", from_property=True)]
UserPrincipalName = Annotated[str, Parameter("The name that the user signs in with.", from_property=True)]
LicenseOptions = Annotated[
    tuple[LicenseOption, ...] | None,
    Parameter("Which plans of which licences are switched off; see New-MsolLicenseOptions.", from_property=True),
]
Force = Annotated[Switch, Parameter("Do not ask.")]
RoleId = Annotated[UUID, Parameter("The id of the role.")]
UnitId = Annotated[UUID, Parameter("The administrative unit.")]

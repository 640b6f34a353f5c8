"""Get-MsolRole, Get-MsolUserRole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.tenant.catalogue.roles import DirectoryRole
from msolemu.modules.msonline.parameters import ObjectId, TenantId, UserPrincipalName
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.role import Role

get_msol_role = Cmdlet(
    "Get-MsolRole",
    "Gets the directory roles.",
    output=Role,
    error_owner="GetRole",
    examples={
        "Get-MsolRole": "Lists all roles.",
        "Get-MsolRole -RoleName 'Company Administrator'": "Gets one role.",
    },
)


@get_msol_role.parameter_set("ListRoles__0", default=True)
def listed(call: MsolCall, tenant_id: TenantId = None) -> Output[Role]:
    """The roles are the same, with the same ids, in every tenant. Their names are the old ones: a global administrator
    is a Company Administrator here.
    """
    yield from shown(call.services.tenant(tenant_id).roles.all())


@get_msol_role.parameter_set("GetRole__0")
def by_id(call: MsolCall, object_id: ObjectId, tenant_id: TenantId = None) -> Output[Role]:
    """Gets one role."""
    yield from shown([call.services.tenant(tenant_id).roles.role(object_id)])


@get_msol_role.parameter_set("GetRoleByName__0")
def by_name(
    call: MsolCall,
    role_name: Annotated[str, Parameter("The whole name of the role, in any case.", from_property=True)],
    tenant_id: TenantId = None,
) -> Output[Role]:
    """Gets one role."""
    yield from shown([call.services.tenant(tenant_id).roles.role(role_name)])


get_msol_user_role = Cmdlet(
    "Get-MsolUserRole",
    "Gets the roles that a user has.",
    output=Role,
    error_owner="GetUserRole",
    examples={
        "Get-MsolUserRole -UserPrincipalName admin@contoso.onmicrosoft.com": "Lists the roles of one user.",
        "Get-MsolUser -All | Get-MsolUserRole": "Lists the roles of all users, one after the other.",
    },
)


@get_msol_user_role.parameter_set("ListRolesForUser__0", default=True)
def of_user(call: MsolCall, object_id: ObjectId, tenant_id: TenantId = None) -> Output[Role]:
    """Roles of groups that the user is in are among them; those for an administrative unit only are not, see
    Get-MsolScopedRoleMember.
    """
    yield from shown(call.services.tenant(tenant_id).roles.of_user(object_id))


@get_msol_user_role.parameter_set("ListRolesForUserByUpn__0")
def of_user_by_upn(call: MsolCall, user_principal_name: UserPrincipalName, tenant_id: TenantId = None) -> Output[Role]:
    """Lists the roles of a user."""
    yield from shown(call.services.tenant(tenant_id).roles.of_user(user_principal_name))


def shown(roles: Iterable[DirectoryRole]) -> Output[Role]:
    """Roles as the service's contract has them."""
    for role in roles:
        yield Role(Description=role.description, Name=role.name, ObjectId=role.object_id)

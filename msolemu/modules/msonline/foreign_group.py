"""Add-MsolForeignGroupToRole, Remove-MsolForeignGroupFromRole."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Parameter
from msolemu.modules.msonline.parameters import TenantId
from msolemu.modules.msonline.services import MsolCall

Company = Annotated[UUID, Parameter("The tenant that the group belongs to.", from_property=True)]
Group = Annotated[UUID, Parameter("The group in that tenant.", from_property=True)]
Role = Annotated[UUID, Parameter("The role.", from_property=True)]

add_msol_foreign_group_to_role = Cmdlet(
    "Add-MsolForeignGroupToRole",
    "Gives a role to the members of a group of another tenant.",
    error_owner="AddForeignGroupToRole",
    examples={
        "Add-MsolForeignGroupToRole -RoleObjectId 729827e3-9c14-49f7-bb1b-9608f156bbb8 -ForeignCompanyObjectId "
        "11111111-2222-3333-4444-555555555555 -ForeignGroupObjectId 66666666-7777-8888-9999-000000000000": (
            "Lets the agents of a partner do helpdesk tasks."
        )
    },
)


@add_msol_foreign_group_to_role.parameter_set()
def added(
    call: MsolCall,
    foreign_company_object_id: Company,
    foreign_group_object_id: Group,
    role_object_id: Role,
    tenant_id: TenantId = None,
) -> None:
    """This is how a partner's agents administer a customer; with the tenant's own id it gives a role to a group of its
    own. The other tenant is not asked whether the group exists.
    """
    roles = call.services.tenant(tenant_id).roles
    roles.give_foreign_group(role_object_id, foreign_company_object_id, foreign_group_object_id)


remove_msol_foreign_group_from_role = Cmdlet(
    "Remove-MsolForeignGroupFromRole",
    "Takes a role from a group of another tenant.",
    error_owner="RemoveForeignGroupFromRole",
    examples={
        "$group = @{ RoleObjectId = '729827e3-9c14-49f7-bb1b-9608f156bbb8'; ForeignCompanyObjectId = "
        "'11111111-2222-3333-4444-555555555555'; ForeignGroupObjectId = '66666666-7777-8888-9999-000000000000' }; "
        "Add-MsolForeignGroupToRole @group; Remove-MsolForeignGroupFromRole @group": "Gives a role and takes it again."
    },
)


@remove_msol_foreign_group_from_role.parameter_set()
def removed(
    call: MsolCall,
    foreign_company_object_id: Company,
    foreign_group_object_id: Group,
    role_object_id: Role,
    tenant_id: TenantId = None,
) -> None:
    """The members of the group lose the role at once."""
    roles = call.services.tenant(tenant_id).roles
    roles.take_from_foreign_group(role_object_id, foreign_company_object_id, foreign_group_object_id)

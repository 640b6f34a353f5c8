"""Get-MsolScopedRoleMember, Add-MsolScopedRoleMember, Remove-MsolScopedRoleMember."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.tenant.accounts import Identity
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.parameters import All, RoleId, TenantId, UnitId
from msolemu.modules.msonline.refusals import RequiredProperty
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.role import RoleScopedMember

PAGE = 500


@dataclass(frozen=True, slots=True)
class ScopedFilter:
    """What the sets that list members take."""

    administrative_unit_object_id: Annotated[UUID | None, Parameter("Only members for this unit.", nullable=True)] = (
        None
    )
    role_object_id: Annotated[UUID | None, Parameter("The role.", type="System.Guid")] = None
    tenant_id: TenantId = None


@dataclass(frozen=True, slots=True)
class ScopedMember:
    """Who gets or loses a role for a unit."""

    role_member_object_id: Annotated[UUID | None, Parameter("The user, by id.", from_property=True, nullable=True)] = (
        None
    )
    role_member_user_principal_name: Annotated[
        str | None, Parameter("The user, by user principal name.", from_property=True)
    ] = None
    tenant_id: TenantId = None

    @property
    def user(self) -> Identity:
        """The user; raises RequiredProperty."""
        found = self.role_member_object_id or self.role_member_user_principal_name
        if not found:
            raise RequiredProperty("RoleMemberObjectId")
        return found


get_msol_scoped_role_member = Cmdlet(
    "Get-MsolScopedRoleMember",
    "Gets the users that have a role for an administrative unit only.",
    output=RoleScopedMember,
    error_owner="GetScopedRoleMember",
    examples={
        "Get-MsolScopedRoleMember -RoleObjectId fe930be7-5e62-47db-91af-98c3a49a38b1": (
            "Lists the user account administrators of all units."
        )
    },
)


@get_msol_scoped_role_member.parameter_set("ListRoleScopedMembers__0", default=True)
def listed(
    call: MsolCall,
    wanted: ScopedFilter,
    max_results: Annotated[int, Parameter("The most members to list; 500 unless said.")] = PAGE,
) -> Output[RoleScopedMember]:
    """The role must be given by its id; without a unit the members of all units come."""
    yield from islice(found(call, wanted), max(max_results, 0))


@get_msol_scoped_role_member.parameter_set("All__0")
def everybody(call: MsolCall, wanted: ScopedFilter, all_: All) -> Output[RoleScopedMember]:
    """Lists members without limit."""
    yield from found(call, wanted)


add_msol_scoped_role_member = Cmdlet(
    "Add-MsolScopedRoleMember",
    "Gives a user a role for the members of an administrative unit only.",
    error_owner="AddScopedRoleMember",
    examples={
        "$unit = New-MsolAdministrativeUnit -DisplayName 'West Coast'; $role = Get-MsolRole -RoleName "
        "'User Account Administrator'; Add-MsolScopedRoleMember -RoleObjectId $role.ObjectId "
        "-AdministrativeUnitObjectId $unit.ObjectId -RoleMemberUserPrincipalName admin@contoso.onmicrosoft.com": (
            "Makes a user account administrator of a new unit."
        )
    },
)


@add_msol_scoped_role_member.parameter_set()
def added(call: MsolCall, role_object_id: RoleId, administrative_unit_object_id: UnitId, member: ScopedMember) -> None:
    """Roles for administrators of users make sense: User Account Administrator and Helpdesk Administrator."""
    roles = call.services.tenant(member.tenant_id).roles
    roles.give_for_unit(role_object_id, administrative_unit_object_id, member.user)


remove_msol_scoped_role_member = Cmdlet(
    "Remove-MsolScopedRoleMember",
    "Takes from a user a role that holds for an administrative unit only.",
    error_owner="RemoveScopedRoleMember",
    examples={
        "$unit = New-MsolAdministrativeUnit -DisplayName West; $ids = @{ RoleObjectId = (Get-MsolRole -RoleName "
        "'Helpdesk Administrator').ObjectId; AdministrativeUnitObjectId = $unit.ObjectId; "
        "RoleMemberUserPrincipalName = 'admin@contoso.onmicrosoft.com' }; Add-MsolScopedRoleMember @ids; "
        "Remove-MsolScopedRoleMember @ids": "Gives a role for a unit and takes it again."
    },
)


@remove_msol_scoped_role_member.parameter_set()
def removed(
    call: MsolCall, role_object_id: RoleId, administrative_unit_object_id: UnitId, member: ScopedMember
) -> None:
    """Takes the role; for other units it stays."""
    roles = call.services.tenant(member.tenant_id).roles
    roles.take_for_unit(role_object_id, administrative_unit_object_id, member.user)


def found(call: MsolCall, wanted: ScopedFilter) -> Iterator[RoleScopedMember]:
    """The members that a filter finds."""
    roles = call.services.tenant(wanted.tenant_id).roles
    if wanted.role_object_id is None:
        raise RequiredProperty("RoleObjectId")
    members = roles.scoped_members(wanted.role_object_id, wanted.administrative_unit_object_id)
    return (
        RoleScopedMember(
            DisplayName=user.display_name, ObjectId=user.object_id, UserPrincipalName=user.user_principal_name
        )
        for _, user in members
    )

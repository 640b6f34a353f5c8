"""Get-, Add- and Remove-MsolAdministrativeUnitMember."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.tenant.units import Member
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.parameters import All, TenantId, UnitId
from msolemu.modules.msonline.refusals import RequiredProperty
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.role import AdministrativeUnitMember

PAGE = 500
MemberId = Annotated[UUID | None, Parameter("The user or group.", from_property=True, nullable=True)]


@dataclass(frozen=True, slots=True)
class MemberFilter:
    """What the sets that list members take."""

    administrative_unit_object_id: Annotated[UUID | None, Parameter("The unit.", type="System.Guid")] = None
    tenant_id: TenantId = None


get_msol_administrative_unit_member = Cmdlet(
    "Get-MsolAdministrativeUnitMember",
    "Gets who is in an administrative unit.",
    output=AdministrativeUnitMember,
    error_owner="GetAdministrativeUnitMember",
    examples={
        "$unit = New-MsolAdministrativeUnit -DisplayName West; Get-MsolAdministrativeUnitMember "
        "-AdministrativeUnitObjectId $unit.ObjectId": "Lists the members of a new unit: nobody."
    },
)


@get_msol_administrative_unit_member.parameter_set("ListAdministrativeUnitMembers__0", default=True)
def listed(
    call: MsolCall,
    wanted: MemberFilter,
    max_results: Annotated[int, Parameter("The most members to list; 500 unless said.")] = PAGE,
) -> Output[AdministrativeUnitMember]:
    """The unit must be given by its id."""
    yield from islice(found(call, wanted), max(max_results, 0))


@get_msol_administrative_unit_member.parameter_set("All__0")
def everybody(call: MsolCall, wanted: MemberFilter, all_: All) -> Output[AdministrativeUnitMember]:
    """Lists members without limit."""
    yield from found(call, wanted)


add_msol_administrative_unit_member = Cmdlet(
    "Add-MsolAdministrativeUnitMember",
    "Puts a user or a group into an administrative unit.",
    error_owner="AddAdministrativeUnitMember",
    examples={
        "$unit = New-MsolAdministrativeUnit -DisplayName West; $user = Get-MsolUser -MaxResults 1; "
        "Add-MsolAdministrativeUnitMember -AdministrativeUnitObjectId $unit.ObjectId "
        "-AdministrativeUnitMemberObjectId $user.ObjectId": "Puts a user into a new unit."
    },
)


@add_msol_administrative_unit_member.parameter_set()
def added(
    call: MsolCall,
    administrative_unit_object_id: UnitId,
    administrative_unit_member_object_id: MemberId = None,
    tenant_id: TenantId = None,
) -> None:
    """An object can be in several units."""
    units = call.services.tenant(tenant_id).units
    units.add_member(administrative_unit_object_id, given(administrative_unit_member_object_id))


remove_msol_administrative_unit_member = Cmdlet(
    "Remove-MsolAdministrativeUnitMember",
    "Takes a user or a group out of an administrative unit.",
    error_owner="RemoveAdministrativeUnitMember",
    examples={
        "$ids = @{ AdministrativeUnitObjectId = (New-MsolAdministrativeUnit -DisplayName West).ObjectId; "
        "AdministrativeUnitMemberObjectId = (Get-MsolUser -MaxResults 1).ObjectId }; "
        "Add-MsolAdministrativeUnitMember @ids; Remove-MsolAdministrativeUnitMember @ids": (
            "Puts a user into a unit and takes it out again."
        )
    },
)


@remove_msol_administrative_unit_member.parameter_set()
def removed(
    call: MsolCall,
    administrative_unit_object_id: UnitId,
    administrative_unit_member_object_id: MemberId = None,
    tenant_id: TenantId = None,
) -> None:
    """The object stays in the tenant."""
    units = call.services.tenant(tenant_id).units
    units.remove_member(administrative_unit_object_id, given(administrative_unit_member_object_id))


def given(member: UUID | None) -> UUID:
    """The id of the member; raises RequiredProperty."""
    if member is None:
        raise RequiredProperty("AdministrativeUnitMemberObjectId")
    return member


def found(call: MsolCall, wanted: MemberFilter) -> Iterator[AdministrativeUnitMember]:
    """The members of the unit."""
    units = call.services.tenant(wanted.tenant_id).units
    if wanted.administrative_unit_object_id is None:
        raise RequiredProperty("AdministrativeUnitObjectId")
    return map(shown, units.members(wanted.administrative_unit_object_id))


def shown(member: Member) -> AdministrativeUnitMember:
    """A member as the service's contract has it."""
    return AdministrativeUnitMember(
        AdministrativeUnitMemberType=member.object_type,
        DisplayName=member.display_name,
        EmailAddress=member.user_principal_name or member.mail,
        ObjectId=member.object_id,
    )

"""Get-, New-, Set- and Remove-MsolAdministrativeUnit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.directory.tenant.administrative_unit import AdministrativeUnit as TenantUnit
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.dirsync_feature import confirmed
from msolemu.modules.msonline.parameters import All, ObjectId, TenantId
from msolemu.modules.msonline.refusals import RequiredProperty
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.role import AdministrativeUnit

PAGE = 500
DisplayName = Annotated[str | None, Parameter("The name that people see.", from_property=True)]
Description = Annotated[str | None, Parameter("What the unit is for.", from_property=True)]


@dataclass(frozen=True, slots=True)
class UnitFilter:
    """What the sets that list units take; all conditions must hold."""

    search_string: Annotated[str | None, Parameter("Units whose display name begins so.")] = None
    tenant_id: TenantId = None
    user_object_id: Annotated[UUID | None, Parameter("Units that this user is in.", nullable=True)] = None
    user_principal_name: Annotated[str | None, Parameter("Units that this user is in, by name.")] = None


get_msol_administrative_unit = Cmdlet(
    "Get-MsolAdministrativeUnit",
    "Gets the administrative units of the tenant.",
    output=AdministrativeUnit,
    error_owner="GetAdministrativeUnit",
    examples={
        "Get-MsolAdministrativeUnit -All": "Lists all units.",
        "Get-MsolAdministrativeUnit -SearchString West": "Lists the units whose name begins with West.",
    },
)


@get_msol_administrative_unit.parameter_set("ListAdministrativeUnits__0", default=True)
def listed(
    call: MsolCall,
    wanted: UnitFilter,
    max_results: Annotated[int, Parameter("The most units to list; 500 unless said.")] = PAGE,
) -> Output[AdministrativeUnit]:
    """Lists units, those of one user on demand, or gets one by its id."""
    yield from islice(found(call, wanted), max(max_results, 0))


@get_msol_administrative_unit.parameter_set("GetAdministrativeUnit__0")
def by_id(call: MsolCall, object_id: ObjectId, tenant_id: TenantId = None) -> Output[AdministrativeUnit]:
    """Gets one unit."""
    yield shown(call.services.tenant(tenant_id).units.unit(object_id))


@get_msol_administrative_unit.parameter_set("All__0")
def every(call: MsolCall, wanted: UnitFilter, all_: All) -> Output[AdministrativeUnit]:
    """Lists units without limit."""
    yield from found(call, wanted)


new_msol_administrative_unit = Cmdlet(
    "New-MsolAdministrativeUnit",
    "Creates an administrative unit.",
    output=AdministrativeUnit,
    error_owner="NewAdministrativeUnit",
    examples={"New-MsolAdministrativeUnit -DisplayName 'West Coast' -Description 'All offices there'": "Creates one."},
)


@new_msol_administrative_unit.parameter_set()
def created(
    call: MsolCall, display_name: DisplayName = None, description: Description = None, tenant_id: TenantId = None
) -> Output[AdministrativeUnit]:
    """The display name must be given, and be no other unit's."""
    yield shown(call.services.tenant(tenant_id).units.create(display_name, description))


set_msol_administrative_unit = Cmdlet(
    "Set-MsolAdministrativeUnit",
    "Changes the name or the description of an administrative unit.",
    error_owner="SetAdministrativeUnit",
    examples={
        "New-MsolAdministrativeUnit -DisplayName West | Set-MsolAdministrativeUnit -Description 'All offices there'": (
            "Describes a new unit."
        )
    },
)


@set_msol_administrative_unit.parameter_set()
def changed(
    call: MsolCall,
    object_id: Annotated[UUID | None, Parameter("The unit.", from_property=True, nullable=True)] = None,
    display_name: DisplayName = None,
    description: Description = None,
    tenant_id: TenantId = None,
) -> None:
    """What is not given stays; an empty description clears it."""
    units = call.services.tenant(tenant_id).units
    if object_id is None:
        raise RequiredProperty("ObjectId")
    units.change(object_id, display_name, description)


remove_msol_administrative_unit = Cmdlet(
    "Remove-MsolAdministrativeUnit",
    "Removes an administrative unit.",
    error_owner="RemoveAdministrativeUnit",
    examples={
        "New-MsolAdministrativeUnit -DisplayName West | Remove-MsolAdministrativeUnit -Force": (
            "Creates a unit and removes it without a question."
        )
    },
)


@remove_msol_administrative_unit.parameter_set()
def removed(
    call: MsolCall,
    object_id: ObjectId,
    force: Annotated[Switch, Parameter("Do not ask.")] = False,
    tenant_id: TenantId = None,
) -> None:
    """Asks first, unless -Force is given. Its members stay in the tenant; roles for the unit are gone."""
    units = call.services.tenant(tenant_id).units
    if force or confirmed(call):
        units.remove(object_id)


def found(call: MsolCall, wanted: UnitFilter) -> Iterator[AdministrativeUnit]:
    """The units that a filter finds."""
    units = call.services.tenant(wanted.tenant_id).units
    who = wanted.user_object_id or wanted.user_principal_name
    text = (wanted.search_string or "").lower()
    them = units.all() if who is None else units.of_user(who)
    return (shown(unit) for unit in them if unit.display_name.lower().startswith(text))


def shown(unit: TenantUnit) -> AdministrativeUnit:
    """A unit as the service's contract has it."""
    return AdministrativeUnit(Description=unit.description, DisplayName=unit.display_name, ObjectId=unit.object_id)

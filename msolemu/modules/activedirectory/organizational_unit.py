"""Get-ADOrganizationalUnit, New-ADOrganizationalUnit."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.query import Equals
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.activedirectory.attributes import UNIT_DEFAULTS, UNITS
from msolemu.modules.activedirectory.changes import texts_of
from msolemu.modules.activedirectory.identity import Identity
from msolemu.modules.activedirectory.modifications import pairs
from msolemu.modules.activedirectory.parameters import Asked, Creation, Filter, LdapFilter, Properties, Searching
from msolemu.modules.activedirectory.reading import Reading
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.types import AD_ORGANIZATIONAL_UNIT
from msolemu.runtime.values.objects import PSCustomObject

CLASS = "organizationalUnit"
READ_UNITS = Reading(CLASS, Equals("objectclass", CLASS), UNIT_DEFAULTS, UNITS, AD_ORGANIZATIONAL_UNIT)

get_ad_organizational_unit = Cmdlet(
    "Get-ADOrganizationalUnit",
    "Gets organizational units of the on-premises directory.",
    error_owner="GetADOrganizationalUnit",
    examples={"Get-ADOrganizationalUnit -Filter \"Name -like 'S*'\"": "Searches."},
)


@get_ad_organizational_unit.parameter_set("Filter", default=True)
def filtered(call: ADCall, filter_: Filter, searching: Searching) -> Output[PSCustomObject]:
    """Gets one organizational unit by distinguished name or GUID, or those that meet a filter."""
    yield from READ_UNITS.filtered(call, filter_, searching)


@get_ad_organizational_unit.parameter_set("LdapFilter")
def filtered_by_ldap(call: ADCall, ldap_filter: LdapFilter, searching: Searching) -> Output[PSCustomObject]:
    """Gets organizational units that meet an LDAP filter."""
    yield from READ_UNITS.filtered_by_ldap(call, ldap_filter, searching)


@get_ad_organizational_unit.parameter_set("Identity")
def identified(call: ADCall, identity: Identity, asked: Asked, properties: Properties = ()) -> Output[PSCustomObject]:
    """Gets one organizational unit."""
    yield READ_UNITS.identified(call, identity, properties)


@dataclass(frozen=True, slots=True)
class UnitDetails:
    """What a new organizational unit may be given."""

    description: Annotated[str | None, Parameter("What it is for.", from_property=True)] = None
    display_name: Annotated[str | None, Parameter("The name that people see.", from_property=True)] = None
    managed_by: Annotated[str | None, Parameter("Who looks after it.", from_property=True)] = None
    protected_from_accidental_deletion: Annotated[
        bool, Parameter("Whether it can be removed only after this was taken back.", from_property=True)
    ] = True


new_ad_organizational_unit = Cmdlet(
    "New-ADOrganizationalUnit",
    "Creates an organizational unit in the on-premises directory.",
    error_owner="NewADOrganizationalUnit",
    should_process=True,
    examples={"New-ADOrganizationalUnit -Name Staff -Path 'DC=contoso,DC=local'": "Creates an organizational unit."},
)


@new_ad_organizational_unit.parameter_set()
def created(
    call: ADCall,
    name: Annotated[str, Parameter("The name of the object.", position=0, from_property=True)],
    details: UnitDetails,
    creation: Creation,
) -> Output[PSCustomObject]:
    """Without -Path it is created in the domain itself. Protection changes nothing: no cmdlet here removes a unit."""
    attributes = {
        "description": texts_of(details.description),
        "displayName": texts_of(details.display_name),
        "managedBy": texts_of(details.managed_by),
        **dict(pairs(creation.other_attributes)),
    }
    if not call.should_process(creation.target(name, "OU"), "New"):
        return
    with call.services.unit_of_work() as work:
        entry = work.forest.add(CLASS, name, creation.path, attributes)
        work.commit()
    if creation.pass_thru:
        yield READ_UNITS.shown(entry)

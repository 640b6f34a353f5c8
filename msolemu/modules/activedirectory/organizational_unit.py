"""Get-ADOrganizationalUnit, New-ADOrganizationalUnit, Set-ADOrganizationalUnit, Remove-ADOrganizationalUnit."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msolemu.cmdlets.declaration import UNSET, Cmdlet, ConfirmImpact, Output, Parameter, Unset
from msolemu.directory.query import Equals
from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.names import NameMap
from msolemu.modules.activedirectory.attributes import PROTECTED, UNIT_DEFAULTS, UNITS, Property
from msolemu.modules.activedirectory.changing import modified, removed, written_back
from msolemu.modules.activedirectory.identity import Identity
from msolemu.modules.activedirectory.modifications import Modifications, pairs
from msolemu.modules.activedirectory.parameters import (
    Asked,
    Changing,
    Creation,
    Filter,
    Instance,
    LdapFilter,
    Properties,
    Recursive,
    Searching,
)
from msolemu.modules.activedirectory.reading import Reading
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.types import AD_ORGANIZATIONAL_UNIT
from msolemu.modules.activedirectory.writing import Changes, Text
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
class UnitChanges(Changes):
    """The properties of an organizational unit that have a parameter of their own."""

    properties: ClassVar[NameMap[Property]] = UNITS

    city: Text = UNSET
    country: Text = UNSET
    description: Text = UNSET
    display_name: Text = UNSET
    managed_by: Text = UNSET
    postal_code: Text = UNSET
    protected_from_accidental_deletion: Annotated[
        bool | Unset | None,
        Parameter("Whether it can be removed or moved only after this was taken back.", from_property=True),
    ] = UNSET
    state: Text = UNSET
    street_address: Text = UNSET


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
    changes: UnitChanges,
    creation: Creation,
) -> Output[PSCustomObject]:
    """Without -Path it is created in the domain itself. It is protected from deletion unless that is said not to be."""
    attributes = {PROTECTED.attribute: ("TRUE",), **changes.attributes(template=creation.instance)}
    attributes |= dict(pairs(creation.other_attributes))
    if not call.should_process(creation.target(name, "OU"), "New"):
        return
    with call.services.unit_of_work() as work:
        entry = work.forest.add(CLASS, name, creation.path, attributes)
        work.commit()
    if creation.pass_thru:
        yield READ_UNITS.shown(entry)


set_ad_organizational_unit = Cmdlet(
    "Set-ADOrganizationalUnit",
    "Changes an organizational unit of the on-premises directory.",
    error_owner="SetADOrganizationalUnit",
    should_process=True,
    examples={
        "Get-ADOrganizationalUnit -Filter * | Set-ADOrganizationalUnit -ProtectedFromAccidentalDeletion $true": (
            "Keeps every organizational unit from being removed by mistake."
        ),
    },
)


@set_ad_organizational_unit.parameter_set("Identity", default=True)
def changed_unit(
    call: ADCall, identity: Identity, changes: UnitChanges, modifications: Modifications, changing: Changing
) -> Output[PSCustomObject]:
    """-Remove, -Add, -Replace and -Clear take LDAP names and are applied in this order, all of them or none."""
    yield from modified(call, READ_UNITS, identity, changing, changes.attributes(), modifications)


@set_ad_organizational_unit.parameter_set("Instance")
def changed_instance(call: ADCall, instance: Instance, changing: Changing) -> Output[PSCustomObject]:
    """Writes back what was changed of an object."""
    yield from written_back(call, READ_UNITS, instance, changing)


remove_ad_organizational_unit = Cmdlet(
    "Remove-ADOrganizationalUnit",
    "Removes an organizational unit from the on-premises directory.",
    error_owner="RemoveADOrganizationalUnit",
    should_process=True,
    confirm_impact=ConfirmImpact.HIGH,
    examples={
        "New-ADOrganizationalUnit Staff -ProtectedFromAccidentalDeletion $false\n"
        "Remove-ADOrganizationalUnit 'OU=Staff,DC=contoso,DC=local' -Confirm:$false": "Removes an unprotected one.",
    },
)


@remove_ad_organizational_unit.parameter_set()
def removed_unit(call: ADCall, identity: Identity, asked: Asked, recursive: Recursive = False) -> None:
    """Asks before it removes. One that is protected from accidental deletion is refused, and so is one that holds
    objects, unless -Recursive is said.
    """
    removed(call, CLASS, identity, recursive=recursive)

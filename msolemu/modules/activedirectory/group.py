"""Get-ADGroup, New-ADGroup, Set-ADGroup, Remove-ADGroup."""

from __future__ import annotations

import enum
from typing import Annotated, ClassVar

from msolemu.cmdlets.declaration import UNSET, Cmdlet, ConfirmImpact, Output, Parameter, Unset
from msolemu.directory.forest.objects import ForestEntry
from msolemu.directory.query import Equals
from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.names import NameMap
from msolemu.modules.activedirectory.attributes import GROUP_DEFAULTS, GROUPS, Property
from msolemu.modules.activedirectory.changing import changed, removed, written_back
from msolemu.modules.activedirectory.entities import SECURITY_BIT
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
    Searching,
)
from msolemu.modules.activedirectory.reading import Reading
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.types import AD_GROUP
from msolemu.modules.activedirectory.writing import Attributes, Changes, Text, word_of, written
from msolemu.runtime.types.registry import net_enum
from msolemu.runtime.values.objects import PSCustomObject

SCOPE = GROUPS["GroupScope"]
READ_GROUPS = Reading("group", Equals("objectclass", "group"), GROUP_DEFAULTS, GROUPS, AD_GROUP)

get_ad_group = Cmdlet(
    "Get-ADGroup",
    "Gets groups of the on-premises directory.",
    error_owner="GetADGroup",
    examples={
        "Get-ADGroup -Filter \"GroupCategory -eq 'Security'\"": "Searches.",
    },
)


@get_ad_group.parameter_set("Filter", default=True)
def filtered(call: ADCall, filter_: Filter, searching: Searching) -> Output[PSCustomObject]:
    """Gets one group by distinguished name, GUID, SID or account name, or those that meet a filter."""
    yield from READ_GROUPS.filtered(call, filter_, searching)


@get_ad_group.parameter_set("LdapFilter")
def filtered_by_ldap(call: ADCall, ldap_filter: LdapFilter, searching: Searching) -> Output[PSCustomObject]:
    """Gets groups that meet an LDAP filter."""
    yield from READ_GROUPS.filtered_by_ldap(call, ldap_filter, searching)


@get_ad_group.parameter_set("Identity")
def identified(call: ADCall, identity: Identity, asked: Asked, properties: Properties = ()) -> Output[PSCustomObject]:
    """Gets one group."""
    yield READ_GROUPS.identified(call, identity, properties)


@net_enum("Microsoft.ActiveDirectory.Management.ADGroupScope")
class ADGroupScope(enum.Enum):
    """Where a group can be used."""

    DomainLocal = 0
    Global = 1
    Universal = 2


@net_enum("Microsoft.ActiveDirectory.Management.ADGroupCategory")
class ADGroupCategory(enum.Enum):
    """What a group is for."""

    Distribution = 0
    Security = 1


@dataclass(frozen=True, slots=True)
class GroupChanges(Changes):
    """The properties of a group that have a parameter of their own."""

    properties: ClassVar[NameMap[Property]] = GROUPS

    description: Text = UNSET
    display_name: Text = UNSET
    group_category: Annotated[
        ADGroupCategory | Unset, Parameter("Distribution or Security.", from_property=True, nullable=True)
    ] = UNSET
    home_page: Text = UNSET
    managed_by: Text = UNSET
    sam_account_name: Text = UNSET


new_ad_group = Cmdlet(
    "New-ADGroup",
    "Creates a group in the on-premises directory.",
    error_owner="NewADGroup",
    should_process=True,
    examples={
        "New-ADGroup -Name 'Project Osprey' -GroupScope Universal": "Creates a security group.",
    },
)


@new_ad_group.parameter_set()
def created(
    call: ADCall,
    name: Annotated[str, Parameter("The name of the object.", position=0, from_property=True)],
    group_scope: Annotated[
        ADGroupScope, Parameter("DomainLocal, Global or Universal.", position=1, from_property=True)
    ],
    changes: GroupChanges,
    creation: Creation,
) -> Output[PSCustomObject]:
    """A security group unless -GroupCategory says otherwise; without -SamAccountName it is named like the object."""
    attributes = written([(SCOPE, group_scope)], SECURITY_BIT)
    attributes |= changes.attributes(int(attributes["groupType"][0]), creation.instance)
    attributes.setdefault("sAMAccountName", (name,))
    attributes |= dict(pairs(creation.other_attributes))
    if not call.should_process(creation.target(name), "New"):
        return
    with call.services.unit_of_work() as work:
        entry = work.forest.add("group", name, creation.path, attributes)
        work.commit()
    if creation.pass_thru:
        yield READ_GROUPS.shown(entry)


set_ad_group = Cmdlet(
    "Set-ADGroup",
    "Changes a group of the on-premises directory.",
    error_owner="SetADGroup",
    should_process=True,
    examples={
        "Set-ADGroup 'Event Team' -Description 'Plans the events' -ManagedBy rfields": "Changes two properties.",
        "Set-ADGroup 'Event Team' -GroupScope Universal": "Lets every domain of the forest use a group.",
    },
)


@set_ad_group.parameter_set("Identity", default=True)
def changed_group(
    call: ADCall,
    identity: Identity,
    changes: GroupChanges,
    modifications: Modifications,
    changing: Changing,
    group_scope: Annotated[
        ADGroupScope | Unset,
        Parameter("DomainLocal, Global or Universal.", from_property=True, nullable=True),
    ] = UNSET,
) -> Output[PSCustomObject]:
    """-Remove, -Add, -Replace and -Clear take LDAP names and are applied in this order, all of them or none."""
    scope = [] if group_scope is UNSET else [(SCOPE, group_scope)]

    def values(entry: ForestEntry) -> Attributes:
        given = written([*scope, *changes.given()], word_of(entry))
        return {**given, **modifications.applied_to(entry)}

    yield from changed(call, READ_GROUPS, identity, changing, values)


@set_ad_group.parameter_set("Instance")
def changed_instance(call: ADCall, instance: Instance, changing: Changing) -> Output[PSCustomObject]:
    """Writes back what was changed of an object."""
    yield from written_back(call, READ_GROUPS, instance, changing)


remove_ad_group = Cmdlet(
    "Remove-ADGroup",
    "Removes a group from the on-premises directory.",
    error_owner="RemoveADGroup",
    should_process=True,
    confirm_impact=ConfirmImpact.HIGH,
    examples={"Remove-ADGroup -Identity 'Event Team' -Confirm:$false": "Removes a group without asking."},
)


@remove_ad_group.parameter_set()
def removed_group(call: ADCall, identity: Identity, asked: Asked) -> None:
    """Asks before it removes; its members stay."""
    removed(call, "group", identity)

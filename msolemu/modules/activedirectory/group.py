"""Get-ADGroup, New-ADGroup."""

from __future__ import annotations

import enum
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, ConfirmImpact, Output, Parameter
from msolemu.directory.query import Equals
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.activedirectory.attributes import GROUP_DEFAULTS, GROUPS
from msolemu.modules.activedirectory.changes import texts_of
from msolemu.modules.activedirectory.changing import removed
from msolemu.modules.activedirectory.entities import SECURITY_BIT
from msolemu.modules.activedirectory.identity import Identity
from msolemu.modules.activedirectory.modifications import pairs
from msolemu.modules.activedirectory.parameters import Asked, Creation, Filter, LdapFilter, Properties, Searching
from msolemu.modules.activedirectory.reading import Reading
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.types import AD_GROUP
from msolemu.runtime.types.registry import net_enum
from msolemu.runtime.values.objects import PSCustomObject

INT32 = 2**32
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

    @property
    def bit(self) -> int:
        """The bit of `groupType` that says so."""
        return {ADGroupScope.DomainLocal: 4, ADGroupScope.Global: 2, ADGroupScope.Universal: 8}[self]


@net_enum("Microsoft.ActiveDirectory.Management.ADGroupCategory")
class ADGroupCategory(enum.Enum):
    """What a group is for."""

    Distribution = 0
    Security = 1


@dataclass(frozen=True, slots=True)
class GroupDetails:
    """What a new group may be given."""

    group_category: Annotated[ADGroupCategory, Parameter("Distribution or Security.", from_property=True)] = (
        ADGroupCategory.Security
    )
    description: Annotated[str | None, Parameter("What the group is for.", from_property=True)] = None
    display_name: Annotated[str | None, Parameter("The name that people see.", from_property=True)] = None
    home_page: Annotated[str | None, Parameter("Its page.", from_property=True)] = None
    managed_by: Annotated[str | None, Parameter("Who looks after it.", from_property=True)] = None
    sam_account_name: Annotated[str | None, Parameter("The account's name.", from_property=True)] = None


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
    details: GroupDetails,
    creation: Creation,
) -> Output[PSCustomObject]:
    """A security group unless -GroupCategory says otherwise; without -SamAccountName it is named like the object."""
    attributes = {
        "groupType": (str(group_type(group_scope, details.group_category)),),
        "sAMAccountName": (details.sam_account_name or name,),
        "description": texts_of(details.description),
        "displayName": texts_of(details.display_name),
        "wWWHomePage": texts_of(details.home_page),
        "managedBy": texts_of(details.managed_by),
        **dict(pairs(creation.other_attributes)),
    }
    if not call.should_process(creation.target(name), "New"):
        return
    with call.services.unit_of_work() as work:
        entry = work.forest.add("group", name, creation.path, attributes)
        work.commit()
    if creation.pass_thru:
        yield READ_GROUPS.shown(entry)


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


def group_type(scope: ADGroupScope, category: ADGroupCategory) -> int:
    """The number of `groupType`, signed as the directory keeps it."""
    bits = scope.bit | (SECURITY_BIT if category is ADGroupCategory.Security else 0)
    return bits - INT32 if bits & SECURITY_BIT else bits

"""Get-MsolGroup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.directory.tenant.errors import GroupNotFound
from msolemu.modules.msonline.identity import entries, moment
from msolemu.modules.msonline.parameters import All, ObjectId, TenantId
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.contract import texts
from msolemu.modules.msonline.types.enums import GroupType
from msolemu.modules.msonline.types.group import Group

if TYPE_CHECKING:
    from msolemu.directory.tenant.group import Group as TenantGroup

PAGE = 250


@dataclass(frozen=True, slots=True)
class GroupFilter:
    """What the sets that list groups take; all conditions must hold."""

    group_type: Annotated[
        GroupType | None, Parameter("DistributionList, Security or MailEnabledSecurity.", nullable=True)
    ] = None
    has_errors_only: Annotated[Switch, Parameter("Groups in which a service found an error.")] = False
    has_license_errors_only: Annotated[
        bool | None, Parameter("Groups with users whose licences failed.", nullable=True)
    ] = None
    is_agent_role: Annotated[
        Switch, Parameter("Agent groups of a partner.", refused="Partners and their agents are not emulated yet")
    ] = False
    search_string: Annotated[str | None, Parameter("Groups whose display name begins so.")] = None
    tenant_id: TenantId = None
    user_object_id: Annotated[
        UUID | None,
        Parameter("An agent, by id.", nullable=True, refused="Partners and their agents are not emulated yet"),
    ] = None
    user_principal_name: Annotated[
        str | None, Parameter("An agent, by name.", refused="Partners and their agents are not emulated yet")
    ] = None

    def meets(self, group: TenantGroup) -> bool:
        """Whether a group is to be listed; no group has errors of services or licences here yet."""
        if self.has_errors_only or self.has_license_errors_only:
            return False
        if self.group_type is not None and self.group_type is not group_type(group):
            return False
        return self.search_string is None or (group.display_name or "").lower().startswith(self.search_string.lower())


get_msol_group = Cmdlet(
    "Get-MsolGroup",
    "Gets groups from the tenant directory.",
    output=Group,
    error_owner="GetGroup",
    examples={
        "Get-MsolGroup -MaxResults 3": "Lists three groups.",
        "Get-MsolGroup -SearchString Project": "Lists the groups whose name begins with Project.",
    },
)


@get_msol_group.parameter_set("ListGroups__0", default=True)
def listed(
    call: MsolCall,
    wanted: GroupFilter,
    max_results: Annotated[int, Parameter("The most groups to list; 250 unless said.")] = PAGE,
) -> Output[Group]:
    """Lists groups, or gets one by its id."""
    yield from islice(found(call, wanted), max(max_results, 0))


@get_msol_group.parameter_set("GetGroup__0")
def by_id(call: MsolCall, object_id: ObjectId, tenant_id: TenantId = None) -> Output[Group]:
    """Gets one group."""
    group = call.services.tenant(tenant_id).group(object_id)
    if group is None:
        raise GroupNotFound(str(object_id))
    yield msol_group(group)


@get_msol_group.parameter_set("All__0")
def every(call: MsolCall, wanted: GroupFilter, all_: All) -> Output[Group]:
    """Lists groups without limit."""
    yield from found(call, wanted)


def found(call: MsolCall, wanted: GroupFilter) -> Iterator[Group]:
    """The groups that meet a filter."""
    return map(msol_group, filter(wanted.meets, call.services.tenant(wanted.tenant_id).groups()))


def group_type(group: TenantGroup) -> GroupType:
    """The kind of a group, from what it is used for."""
    if not group.security_enabled:
        return GroupType.DistributionList
    return GroupType.MailEnabledSecurity if group.mail_enabled else GroupType.Security


def msol_group(group: TenantGroup) -> Group:
    """A group as the service's contract has it."""
    return Group(
        CommonName=group.display_name,
        Description=group.description,
        DirSyncProvisioningErrors=entries(group.quarantine),
        DisplayName=group.display_name,
        EmailAddress=group.mail,
        GroupType=group_type(group),
        LastDirSyncTime=moment(group.last_dirsync_time),
        ObjectId=group.object_id,
        ProxyAddresses=texts(group.proxy_addresses),
    )

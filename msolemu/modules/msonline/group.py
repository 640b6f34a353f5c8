"""Get-MsolGroup, New-MsolGroup, Set-MsolGroup, Remove-MsolGroup, New-MsolWellKnownGroup."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import UNSET, Cmdlet, Output, Parameter, Switch, Unset
from msolemu.directory.tenant.errors import GroupNotFound, UserNotFound
from msolemu.directory.tenant.groups import AGENT_GROUPS
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.dirsync_feature import confirmed
from msolemu.modules.msonline.identity import entries, moment
from msolemu.modules.msonline.parameters import All, Force, ObjectId, TenantId
from msolemu.modules.msonline.refusals import RequiredProperty
from msolemu.modules.msonline.services import MsolCall, TenantDirectory
from msolemu.modules.msonline.shown_factors import errors
from msolemu.modules.msonline.shown_licences import identifier
from msolemu.modules.msonline.types.contract import of_contract, texts
from msolemu.modules.msonline.types.enums import GroupType, ValidationStatus
from msolemu.modules.msonline.types.group import Group
from msolemu.modules.msonline.types.licence import LicenseOption

if TYPE_CHECKING:
    from msolemu.directory.tenant.group import Group as TenantGroup

PAGE = 250
Text = str | Unset


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
    is_agent_role: Annotated[Switch, Parameter("The groups of a partner's agents.")] = False
    search_string: Annotated[str | None, Parameter("Groups whose display name begins so.")] = None
    tenant_id: TenantId = None
    user_object_id: Annotated[
        UUID | None, Parameter("Groups of this agent, by id; with -IsAgentRole.", nullable=True)
    ] = None
    user_principal_name: Annotated[str | None, Parameter("Groups of this agent, by name; with -IsAgentRole.")] = None

    def meets(self, group: TenantGroup) -> bool:
        """Whether a group is to be listed, but for the condition about its licences."""
        if self.has_errors_only and not group.faults:
            return False
        if self.group_type is not None and self.group_type is not group_type(group):
            return False
        if self.is_agent_role and group.well_known_name not in AGENT_GROUPS:
            return False
        return self.search_string is None or (group.display_name or "").lower().startswith(self.search_string.lower())

    @property
    def names_agent(self) -> bool:
        """Whether the groups of one user are looked for."""
        return self.user_object_id is not None or self.user_principal_name is not None


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
    tenant = call.services.tenant(tenant_id)
    group = tenant.group(object_id)
    if group is None:
        raise GroupNotFound(str(object_id))
    yield msol_group(group, tenant.account)


@get_msol_group.parameter_set("All__0")
def every(call: MsolCall, wanted: GroupFilter, all_: All) -> Output[Group]:
    """Lists groups without limit."""
    yield from found(call, wanted)


def found(call: MsolCall, wanted: GroupFilter) -> Iterator[Group]:
    """The groups that meet a filter; raises RequiredProperty or UserNotFound."""
    tenant = call.services.tenant(wanted.tenant_id)
    groups = filter(wanted.meets, tenant.groups())
    if wanted.has_license_errors_only:
        failing = {error.group for user in tenant.users() for error in user.licence_errors}
        groups = filter(lambda group: group.object_id in failing, groups)
    if wanted.names_agent:
        if not wanted.is_agent_role:
            raise RequiredProperty("IsAgentRole")
        agent = agent_of(tenant, wanted)
        groups = filter(lambda group: agent in group.members, groups)
    account = tenant.account
    return (msol_group(group, account) for group in groups)


def agent_of(tenant: TenantDirectory, wanted: GroupFilter) -> UUID:
    """The user whose groups are looked for; raises UserNotFound."""
    if wanted.user_object_id is not None:
        user = tenant.user(wanted.user_object_id)
    else:
        user = tenant.user_with_upn(wanted.user_principal_name or "", deleted=False)
    if user is None or user.is_deleted:
        raise UserNotFound(str(wanted.user_object_id or wanted.user_principal_name))
    return user.object_id


new_msol_group = Cmdlet(
    "New-MsolGroup",
    "Makes a security group.",
    output=Group,
    error_owner="NewGroup",
    examples={'New-MsolGroup -DisplayName "Project Phoenix" -Description "All who work on it"': "Makes a group."},
)


@new_msol_group.parameter_set()
def created(
    call: MsolCall,
    description: Annotated[str | None, Parameter("What the group is for.", from_property=True)] = None,
    display_name: Annotated[str | None, Parameter("The name that people see.", from_property=True)] = None,
    managed_by: Annotated[
        str | None, Parameter("Who owns the group: an object id or a user principal name.", from_property=True)
    ] = None,
    tenant_id: TenantId = None,
) -> Output[Group]:
    """A group needs a display name; others may have the same. Groups with mail are made in Exchange."""
    tenant = call.services.tenant(tenant_id)
    yield msol_group(tenant.group_changes.create(display_name, description, managed_by), tenant.account)


set_msol_group = Cmdlet(
    "Set-MsolGroup",
    "Changes a security group.",
    error_owner="SetGroup",
    examples={
        "$group = New-MsolGroup -DisplayName Phoenix; Set-MsolGroup -ObjectId $group.ObjectId -Description Done": (
            "Says what the group is for."
        ),
    },
)


@set_msol_group.parameter_set()
def changed(
    call: MsolCall,
    description: Annotated[Text, Parameter("What the group is for; an empty text clears.", from_property=True)] = UNSET,
    display_name: Annotated[Text, Parameter("The name that people see.", from_property=True)] = UNSET,
    managed_by: Annotated[
        Text, Parameter("Who owns the group: an object id or a user principal name.", from_property=True)
    ] = UNSET,
    object_id: Annotated[
        UUID | None, Parameter("The unique id of the group.", from_property=True, nullable=True)
    ] = None,
    tenant_id: TenantId = None,
) -> None:
    """Groups with mail, groups from on-premises and the service's own groups are not changed here."""
    tenant = call.services.tenant(tenant_id)
    if object_id is None:
        raise RequiredProperty("ObjectId")
    given = {"Description": description, "DisplayName": display_name, "ManagedBy": managed_by}
    tenant.group_changes.change(
        object_id, {name: value for name, value in given.items() if not isinstance(value, Unset)}
    )


remove_msol_group = Cmdlet(
    "Remove-MsolGroup",
    "Removes a security group.",
    error_owner="RemoveGroup",
    examples={
        "New-MsolGroup -DisplayName Phoenix | Remove-MsolGroup -Force": "Makes a group and removes it again.",
    },
)


@remove_msol_group.parameter_set()
def removed(call: MsolCall, object_id: ObjectId, force: Force = False, tenant_id: TenantId = None) -> None:
    """The group is gone at once and for good. Asks unless -Force is given."""
    tenant = call.services.tenant(tenant_id)
    if force or confirmed(call):
        tenant.group_changes.remove(object_id)


new_well_known_group = Cmdlet(
    "New-MsolWellKnownGroup",
    "Makes a group that has a meaning of its own.",
    output=Group,
    error_owner="NewWellKnownGroup",
    examples={"New-MsolWellKnownGroup -WellKnownGroupName AdminAgents": "Makes the group of a partner's agents."},
)


@new_well_known_group.parameter_set()
def created_well_known(
    call: MsolCall,
    well_known_group_name: Annotated[
        str,
        Parameter("AdminAgents, HelpdeskAgents, SalesAgents, AllUsers or ProtectedUsers.", from_property=True),
    ],
    tenant_id: TenantId = None,
) -> Output[Group]:
    """There is one of each. Get-MsolGroup -IsAgentRole lists those of a partner's agents."""
    tenant = call.services.tenant(tenant_id)
    yield msol_group(tenant.group_changes.create_well_known(well_known_group_name), tenant.account)


def group_type(group: TenantGroup) -> GroupType:
    """The kind of a group, from what it is used for."""
    if not group.security_enabled:
        return GroupType.DistributionList
    return GroupType.MailEnabledSecurity if group.mail_enabled else GroupType.Security


def msol_group(group: TenantGroup, account: str) -> Group:
    """A group as the service's contract has it."""
    skus = [identifier(account, one.sku) for one in group.licences]
    options = [
        LicenseOption(AccountSkuId=sku, DisabledServicePlans=texts(one.disabled_plans))
        for sku, one in zip(skus, group.licences, strict=True)
    ]
    return Group(
        AssignedLicenses=of_contract("LicenseOption", options),
        CommonName=group.display_name,
        Description=group.description,
        DirSyncProvisioningErrors=entries(group.quarantine),
        DisplayName=group.display_name,
        EmailAddress=group.mail,
        Errors=errors(group.faults),
        GroupType=group_type(group),
        IsSystem=group.is_system,
        LastDirSyncTime=moment(group.last_dirsync_time),
        Licenses=of_contract("AccountSkuIdentifier", skus),
        ManagedBy=None if group.managed_by is None else str(group.managed_by),
        ObjectId=group.object_id,
        ProxyAddresses=texts(group.proxy_addresses),
        ValidationStatus=ValidationStatus.Error if group.faults else ValidationStatus.Healthy,
    )

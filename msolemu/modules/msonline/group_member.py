"""Get-MsolGroupMember, Add-MsolGroupMember, Remove-MsolGroupMember."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.tenant.account_errors import BadValue
from msolemu.directory.tenant.contact import Contact
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.service_principal import ServicePrincipal
from msolemu.directory.tenant.user import User
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline.identity import moment
from msolemu.modules.msonline.parameters import All, TenantId
from msolemu.modules.msonline.refusals import RequiredProperty
from msolemu.modules.msonline.search import begins
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.enums import ProvisioningStatus, ValidationStatus
from msolemu.modules.msonline.types.group import GroupMember, GroupMemberType

if TYPE_CHECKING:
    from msolemu.directory.tenant.objects import Member

PAGE = 250
KINDS: dict[GroupMemberType, type[Member]] = {
    GroupMemberType.User: User,
    GroupMemberType.Group: Group,
    GroupMemberType.Contact: Contact,
    GroupMemberType.ServicePrincipal: ServicePrincipal,
}


@dataclass(frozen=True, slots=True)
class MemberFilter:
    """What both sets that list members take."""

    group_object_id: Annotated[UUID | None, Parameter("The unique id of the group.", type="System.Guid")] = None
    search_string: Annotated[str | None, Parameter("Members whose display name or address begins so.")] = None
    tenant_id: TenantId = None
    member_object_types: Annotated[
        Sequence[str] | None, Parameter("Only these: User, Group, Contact, ServicePrincipal.")
    ] = None

    def kinds(self) -> set[GroupMemberType]:
        """The kinds of members that are wanted; raises BadValue."""
        if self.member_object_types is None:
            return set(GroupMemberType)
        known = {one.name.lower(): one for one in GroupMemberType}
        if not all(name.lower() in known for name in self.member_object_types):
            raise BadValue("MemberObjectTypes")
        return {known[name.lower()] for name in self.member_object_types}


get_msol_group_member = Cmdlet(
    "Get-MsolGroupMember",
    "Lists who is in a group.",
    output=GroupMember,
    error_owner="GetGroupMember",
    examples={
        "$group = New-MsolGroup -DisplayName Phoenix; Get-MsolGroupMember -GroupObjectId $group.ObjectId": (
            "Lists the members of a group."
        ),
    },
)


@get_msol_group_member.parameter_set("ListGroupMembers__0", default=True)
def listed(
    call: MsolCall,
    wanted: MemberFilter,
    max_results: Annotated[int, Parameter("The most members to list; 250 unless said.")] = PAGE,
) -> Output[GroupMember]:
    """Members of groups inside the group are not listed, but those groups are."""
    yield from islice(found(call, wanted), max(max_results, 0))


@get_msol_group_member.parameter_set("All__0")
def every(call: MsolCall, wanted: MemberFilter, all_: All) -> Output[GroupMember]:
    """Lists members without limit."""
    yield from found(call, wanted)


def found(call: MsolCall, wanted: MemberFilter) -> Iterator[GroupMember]:
    """The members that meet a filter; raises RequiredProperty, BadValue or GroupNotFound."""
    tenant = call.services.tenant(wanted.tenant_id)
    if wanted.group_object_id is None:
        raise RequiredProperty("GroupObjectId")
    kinds = wanted.kinds()
    for one in tenant.group_changes.members(wanted.group_object_id):
        if wanted.search_string is not None and not begins(one, wanted.search_string):
            continue
        if GroupMemberType[one.object_type] in kinds:
            yield group_member(one)


add_msol_group_member = Cmdlet(
    "Add-MsolGroupMember",
    "Puts a user, a group, a contact or a service principal into a security group.",
    error_owner="AddGroupMember",
    examples={
        "$group = New-MsolGroup -DisplayName Phoenix; $user = Get-MsolUser -MaxResults 1; "
        "Add-MsolGroupMember -GroupObjectId $group.ObjectId -GroupMemberType User "
        "-GroupMemberObjectId $user.ObjectId": "Puts a user into a group.",
    },
)
GroupObjectId = Annotated[UUID, Parameter("The unique id of the group.")]
MemberId = Annotated[UUID | None, Parameter("The unique id of the member.", from_property=True, nullable=True)]
MemberType = Annotated[
    GroupMemberType, Parameter("User (unless said), Group, Contact or ServicePrincipal.", from_property=True)
]


@add_msol_group_member.parameter_set()
def added(
    call: MsolCall,
    group_object_id: GroupObjectId,
    group_member_object_id: MemberId = None,
    group_member_type: MemberType = GroupMemberType.User,
    tenant_id: TenantId = None,
) -> None:
    """Groups with mail and groups from on-premises are not changed here."""
    groups = call.services.tenant(tenant_id).group_changes
    member, kind = demanded(group_member_object_id, group_member_type)
    groups.add_member(group_object_id, member, kind)


remove_msol_group_member = Cmdlet(
    "Remove-MsolGroupMember",
    "Takes a user, a group, a contact or a service principal out of a security group.",
    error_owner="RemoveGroupMember",
    examples={
        "$group = New-MsolGroup -DisplayName Phoenix; $user = Get-MsolUser -MaxResults 1; "
        "Add-MsolGroupMember -GroupObjectId $group.ObjectId -GroupMemberObjectId $user.ObjectId; "
        "Remove-MsolGroupMember -GroupObjectId $group.ObjectId -GroupMemberObjectId $user.ObjectId": (
            "Takes a user out again."
        ),
    },
)


@remove_msol_group_member.parameter_set()
def removed(
    call: MsolCall,
    group_object_id: GroupObjectId,
    group_member_object_id: MemberId = None,
    group_member_type: MemberType = GroupMemberType.User,
    tenant_id: TenantId = None,
) -> None:
    """Groups with mail and groups from on-premises are not changed here."""
    groups = call.services.tenant(tenant_id).group_changes
    member, kind = demanded(group_member_object_id, group_member_type)
    groups.remove_member(group_object_id, member, kind)


def demanded(member: UUID | None, kind: GroupMemberType) -> tuple[UUID, type[Member]]:
    """Who is meant; raises RequiredProperty."""
    if member is None:
        raise RequiredProperty("GroupMemberObjectId")
    return member, KINDS[kind]


def group_member(one: Member) -> GroupMember:
    """A member as the service's contract has it; a service principal has a name and nothing to receive mail with."""
    if isinstance(one, ServicePrincipal):
        return GroupMember(
            CommonName=one.display_name,
            DisplayName=one.display_name,
            GroupMemberType=GroupMemberType.ServicePrincipal,
            ObjectId=one.object_id,
        )
    user = one if isinstance(one, User) else None
    return GroupMember(
        CommonName=one.display_name,
        DisplayName=one.display_name,
        EmailAddress=one.mail or (user.user_principal_name if user else None),
        GroupMemberType=GroupMemberType[one.object_type],
        IsLicensed=user.is_licensed if user else None,
        LastDirSyncTime=moment(one.last_dirsync_time),
        ObjectId=one.object_id,
        OverallProvisioningStatus=provisioning(user) if user else None,
        ValidationStatus=ValidationStatus.Error if one.faults else ValidationStatus.Healthy,
    )


def provisioning(user: User) -> ProvisioningStatus:
    """How far the services of a user's licences are provisioned."""
    return ProvisioningStatus.Success if user.is_licensed else ProvisioningStatus.None_

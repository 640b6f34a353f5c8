"""Get-MsolRoleMember, Add-MsolRoleMember, Remove-MsolRoleMember."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated
from uuid import UUID

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.directory.tenant.account_errors import BadValue
from msolemu.directory.tenant.accounts import Identity
from msolemu.directory.tenant.group import Group
from msolemu.directory.tenant.role_errors import RoleMemberNotFound
from msolemu.directory.tenant.roles import RoleMember as Holder
from msolemu.directory.tenant.roles import role_of
from msolemu.directory.tenant.service_principal import ServicePrincipal
from msolemu.directory.tenant.user import User
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.msonline import shown_factors
from msolemu.modules.msonline.identity import moment
from msolemu.modules.msonline.parameters import All, RoleId, TenantId
from msolemu.modules.msonline.refusals import RequiredProperty
from msolemu.modules.msonline.services import MsolCall
from msolemu.modules.msonline.types.enums import ProvisioningStatus, ValidationStatus
from msolemu.modules.msonline.types.role import MemberKind, RoleMember

PAGE = 250
RoleName = Annotated[str, Parameter("The name of the role.")]


@dataclass(frozen=True, slots=True)
class MemberFilter:
    """What the sets that list members take."""

    member_object_types: Annotated[
        tuple[str, ...] | None, Parameter("Only members of these types: User, Group, ServicePrincipal.")
    ] = None
    role_object_id: Annotated[UUID | None, Parameter("The role.", type="System.Guid")] = None
    search_string: Annotated[str | None, Parameter("Members whose display name or address begins so.")] = None
    tenant_id: TenantId = None

    def meets(self, member: RoleMember) -> bool:
        """Whether a member is to be listed."""
        kinds = None if self.member_object_types is None else {kind.lower() for kind in self.member_object_types}
        if kinds is not None and member.RoleMemberType.name.lower() not in kinds:
            return False
        wanted = (self.search_string or "").lower()
        return any((text or "").lower().startswith(wanted) for text in (member.DisplayName, member.EmailAddress))


@dataclass(frozen=True, slots=True)
class Member:
    """Who gets or loses a role."""

    role_member_email_address: Annotated[
        str | None, Parameter("The user, by user principal name.", from_property=True)
    ] = None
    role_member_object_id: Annotated[
        UUID | None, Parameter("The user or service principal, by id.", from_property=True, nullable=True)
    ] = None
    role_member_type: Annotated[
        MemberKind, Parameter("User, unless said; or ServicePrincipal.", from_property=True)
    ] = MemberKind.User
    tenant_id: TenantId = None

    @property
    def user(self) -> Identity:
        """The user; raises RequiredProperty."""
        return self.role_member_object_id or self.role_member_email_address or missing()

    @property
    def principal(self) -> UUID:
        """The service principal, which goes by its id only; raises RequiredProperty."""
        return self.role_member_object_id or missing()


def missing() -> UUID:
    """Raise RequiredProperty."""
    raise RequiredProperty("RoleMemberObjectId")


get_msol_role_member = Cmdlet(
    "Get-MsolRoleMember",
    "Gets who has a role.",
    output=RoleMember,
    error_owner="GetRoleMember",
    examples={
        "Get-MsolRoleMember -RoleObjectId 62e90394-69f5-4237-9190-012177145e10": "Lists the company administrators.",
        "Get-MsolRole | ForEach-Object { Get-MsolRoleMember -RoleObjectId $_.ObjectId }": (
            "Lists everybody who has a role, role by role."
        ),
    },
)


@get_msol_role_member.parameter_set("ListRoleMembers__0", default=True)
def listed(
    call: MsolCall,
    wanted: MemberFilter,
    max_results: Annotated[int, Parameter("The most members to list; 250 unless said.")] = PAGE,
) -> Output[RoleMember]:
    """The role must be given by its id. Users come first, then service principals, then groups."""
    yield from islice(found(call, wanted), max(max_results, 0))


@get_msol_role_member.parameter_set("All__0")
def everybody(call: MsolCall, wanted: MemberFilter, all_: All) -> Output[RoleMember]:
    """Lists members without limit."""
    yield from found(call, wanted)


add_msol_role_member = Cmdlet(
    "Add-MsolRoleMember",
    "Gives a role to a user or a service principal.",
    error_owner="AddRoleMember",
    examples={
        "$user = New-MsolUser -UserPrincipalName ann.beck@contoso.com -DisplayName 'Ann Beck'; Add-MsolRoleMember "
        "-RoleName 'Helpdesk Administrator' -RoleMemberEmailAddress ann.beck@contoso.com": "Gives a role to a new user."
    },
)


@add_msol_role_member.parameter_set("AddRoleMembers__0", default=True)
def added(call: MsolCall, role_object_id: RoleId, member: Member) -> None:
    """A group gets a role by Add-MsolForeignGroupToRole only."""
    add(call, role_object_id, member)


@add_msol_role_member.parameter_set("AddRoleMembersByRoleName__0")
def added_by_name(call: MsolCall, role_name: RoleName, member: Member) -> None:
    """Gives a role by its name."""
    add(call, role_name, member)


remove_msol_role_member = Cmdlet(
    "Remove-MsolRoleMember",
    "Takes a role from a user or a service principal.",
    error_owner="RemoveRoleMember",
    examples={
        "Get-MsolServicePrincipal -SearchString 'Office 365 Yammer' | ForEach-Object { Remove-MsolRoleMember "
        "-RoleName 'Directory Readers' -RoleMemberType ServicePrincipal -RoleMemberObjectId $_.ObjectId }": (
            "Takes a role from an application."
        )
    },
)


@remove_msol_role_member.parameter_set("RemoveRoleMembers__0", default=True)
def removed(call: MsolCall, role_object_id: RoleId, member: Member) -> None:
    """A company administrator cannot take that role from the account that is signed in."""
    remove(call, role_object_id, member)


@remove_msol_role_member.parameter_set("RemoveRoleMembersByRoleName__0")
def removed_by_name(call: MsolCall, role_name: RoleName, member: Member) -> None:
    """Takes a role by its name."""
    remove(call, role_name, member)


def found(call: MsolCall, wanted: MemberFilter) -> Iterator[RoleMember]:
    """The members that a filter finds."""
    tenant = call.services.tenant(wanted.tenant_id)
    if wanted.role_object_id is None:
        raise RequiredProperty("RoleObjectId")
    return filter(wanted.meets, map(shown, tenant.roles.members(wanted.role_object_id)))


def add(call: MsolCall, role: Identity, member: Member) -> None:
    """Give a role; raises BadValue for what cannot have one."""
    roles = call.services.tenant(member.tenant_id).roles
    match member.role_member_type:
        case MemberKind.User:
            roles.give_user(role, member.user)
        case MemberKind.ServicePrincipal:
            roles.give_principal(role, member.principal)
        case _:
            raise BadValue("RoleMemberType")


def remove(call: MsolCall, role: Identity, member: Member) -> None:
    """Take a role; what cannot have one is no member."""
    roles = call.services.tenant(member.tenant_id).roles
    match member.role_member_type:
        case MemberKind.User:
            roles.take_from_user(role, member.user, call.services.actor)
        case MemberKind.ServicePrincipal:
            roles.take_from_principal(role, member.principal)
        case _:
            role_of(role)
            raise RoleMemberNotFound(str(member.user))


def shown(member: Holder) -> RoleMember:
    """A member as the service's contract has it; of a group of another tenant nothing but its id is known here."""
    match member:
        case User():
            return RoleMember(
                DisplayName=member.display_name,
                EmailAddress=member.user_principal_name,
                IsLicensed=member.is_licensed,
                LastDirSyncTime=moment(member.last_dirsync_time),
                ObjectId=member.object_id,
                OverallProvisioningStatus=(
                    ProvisioningStatus.Success if member.is_licensed else ProvisioningStatus.None_
                ),
                RoleMemberType=MemberKind.User,
                StrongAuthenticationRequirements=shown_factors.requirements(member.strong_authentication_requirements),
                ValidationStatus=ValidationStatus.Error if member.faults else ValidationStatus.Healthy,
            )
        case ServicePrincipal():
            return RoleMember(
                DisplayName=member.display_name,
                ObjectId=member.object_id,
                RoleMemberType=MemberKind.ServicePrincipal,
            )
        case Group():
            return RoleMember(
                DisplayName=member.display_name,
                EmailAddress=member.mail,
                LastDirSyncTime=moment(member.last_dirsync_time),
                ObjectId=member.object_id,
                RoleMemberType=MemberKind.Group,
            )
    return RoleMember(ObjectId=member.group, RoleMemberType=MemberKind.Group)

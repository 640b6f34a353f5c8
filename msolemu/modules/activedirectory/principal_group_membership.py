"""Get-ADPrincipalGroupMembership, Add-ADPrincipalGroupMembership, Remove-ADPrincipalGroupMembership."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, ConfirmImpact, Output, Parameter
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.objects import ForestEntry
from msolemu.modules.activedirectory.changing import applied
from msolemu.modules.activedirectory.group import READ_GROUPS
from msolemu.modules.activedirectory.group_member import ChangeMembers, joined, left
from msolemu.modules.activedirectory.identity import Identity, identity_text
from msolemu.modules.activedirectory.object import READ_OBJECTS
from msolemu.modules.activedirectory.parameters import Asked, Changing
from msolemu.modules.activedirectory.services import ADCall
from msolemu.runtime.values.objects import PSCustomObject, Value

MemberOf = Annotated[
    Sequence[Value],
    Parameter(
        "The groups: distinguished names, GUIDs, SIDs, account names, or the objects themselves.",
        position=1,
        mandatory=True,
    ),
]

get_ad_principal_group_membership = Cmdlet(
    "Get-ADPrincipalGroupMembership",
    "Gets the groups of the on-premises directory that somebody is in.",
    error_owner="GetADPrincipalGroupMembership",
    examples={"(Get-ADPrincipalGroupMembership rfields).Name": "Gets the names of a user's groups."},
)


@get_ad_principal_group_membership.parameter_set()
def groups(call: ADCall, identity: Identity, asked: Asked) -> Output[PSCustomObject]:
    """The primary group, such as Domain Users, and the groups that the object itself is a member of."""
    with call.services.unit_of_work() as work:
        entry = work.forest.find(identity_text(identity), "top")
        names = (*entry.attributes.get("primarygroup", ()), *entry.attributes.get("memberof", ()))
        found = [work.forest.find(name, "group") for name in names]
    for group in found:
        yield READ_GROUPS.shown(group)


add_ad_principal_group_membership = Cmdlet(
    "Add-ADPrincipalGroupMembership",
    "Puts an account or group into groups of the on-premises directory.",
    error_owner="AddADPrincipalGroupMembership",
    should_process=True,
    examples={"Get-ADUser rfields | Add-ADPrincipalGroupMembership -MemberOf 'Event Team'": "Puts a user in."},
)


@add_ad_principal_group_membership.parameter_set()
def added(call: ADCall, identity: Identity, member_of: MemberOf, changing: Changing) -> Output[PSCustomObject]:
    """The other way round than Add-ADGroupMember: one member, any number of groups."""
    yield from _changed(call, identity, member_of, changing, joined)


remove_ad_principal_group_membership = Cmdlet(
    "Remove-ADPrincipalGroupMembership",
    "Takes an account or group out of groups of the on-premises directory.",
    error_owner="RemoveADPrincipalGroupMembership",
    should_process=True,
    confirm_impact=ConfirmImpact.HIGH,
    examples={
        "Remove-ADPrincipalGroupMembership jhayes -MemberOf 'Event Team' -Confirm:$false": "Takes a user out.",
    },
)


@remove_ad_principal_group_membership.parameter_set()
def removed(call: ADCall, identity: Identity, member_of: MemberOf, changing: Changing) -> Output[PSCustomObject]:
    """Asks before it takes anybody out; nobody leaves the primary group."""
    yield from _changed(call, identity, member_of, changing, left)


def _changed(
    call: ADCall, identity: Value, member_of: Sequence[Value], changing: Changing, change: ChangeMembers
) -> Iterator[PSCustomObject]:
    def apply(forest: ForestDirectory, member: ForestEntry) -> ForestEntry:
        for one in member_of:
            change(forest, forest.find(identity_text(one), "group"), [member])
        return forest.find(member.distinguished_name, "top")

    return applied(call, READ_OBJECTS, identity, changing, apply)

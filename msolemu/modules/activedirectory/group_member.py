"""Get-ADGroupMember, Add-ADGroupMember, Remove-ADGroupMember."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, ConfirmImpact, Output, Parameter, Switch
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.errors import IsPrimaryGroup
from msolemu.directory.forest.objects import ForestEntry
from msolemu.modules.activedirectory.attributes import MEMBER_DEFAULTS, MEMBERS
from msolemu.modules.activedirectory.changing import applied
from msolemu.modules.activedirectory.entities import chosen, entity
from msolemu.modules.activedirectory.group import READ_GROUPS
from msolemu.modules.activedirectory.identity import Identity, identity_text
from msolemu.modules.activedirectory.parameters import Asked, Changing
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.types import PRINCIPAL
from msolemu.runtime.values.objects import PSCustomObject, Value

ChangeMembers = Callable[[ForestDirectory, ForestEntry, Sequence[ForestEntry]], ForestEntry]
Members = Annotated[
    Sequence[Value],
    Parameter(
        "Who: distinguished names, GUIDs, SIDs, account names, or the objects themselves.",
        position=1,
        mandatory=True,
    ),
]

get_ad_group_member = Cmdlet(
    "Get-ADGroupMember",
    "Gets who is in a group of the on-premises directory.",
    error_owner="GetADGroupMember",
    examples={"Get-ADGroupMember -Identity 'Event Team' -Recursive": "Gets the members of the groups in it too."},
)


@get_ad_group_member.parameter_set()
def members(
    call: ADCall,
    identity: Identity,
    asked: Asked,
    recursive: Annotated[Switch, Parameter("Give who is in the groups that are members, in their place.")] = False,
) -> Output[PSCustomObject]:
    """Six properties are shown of each member; its own cmdlet gives more."""
    with call.services.unit_of_work() as work:
        group = work.forest.find(identity_text(identity), "group")
        found = list(_below(work.forest, group, set()) if recursive else _directly(work.forest, group))
    for entry in found:
        yield entity(entry, chosen((), MEMBER_DEFAULTS, MEMBERS, entry), PRINCIPAL)


def _directly(forest: ForestDirectory, group: ForestEntry) -> Iterator[ForestEntry]:
    yield from forest.with_primary_group(group)
    for name in group.attributes.get("member", ()):
        yield forest.find(name, "top")


def _below(forest: ForestDirectory, group: ForestEntry, seen: set[str]) -> Iterator[ForestEntry]:
    for entry in _directly(forest, group):
        if entry.distinguished_name in seen:
            continue
        seen.add(entry.distinguished_name)
        if entry.object_class.lower() == "group":
            yield from _below(forest, entry, seen)
        else:
            yield entry


add_ad_group_member = Cmdlet(
    "Add-ADGroupMember",
    "Puts accounts and groups into a group of the on-premises directory.",
    error_owner="AddADGroupMember",
    should_process=True,
    examples={"Add-ADGroupMember -Identity 'Event Team' -Members rfields, jhayes": "Puts two users into a group."},
)


@add_ad_group_member.parameter_set()
def added(call: ADCall, identity: Identity, members: Members, changing: Changing) -> Output[PSCustomObject]:
    """Who is in the group already stays in it."""
    yield from _changed(call, identity, members, changing, joined)


remove_ad_group_member = Cmdlet(
    "Remove-ADGroupMember",
    "Takes accounts and groups out of a group of the on-premises directory.",
    error_owner="RemoveADGroupMember",
    should_process=True,
    confirm_impact=ConfirmImpact.HIGH,
    examples={"Remove-ADGroupMember 'Event Team' jhayes -Confirm:$false": "Takes a user out without asking."},
)


@remove_ad_group_member.parameter_set()
def removed(call: ADCall, identity: Identity, members: Members, changing: Changing) -> Output[PSCustomObject]:
    """Asks before it takes anybody out; who is not in the group is passed over."""
    yield from _changed(call, identity, members, changing, left)


def _changed(
    call: ADCall, identity: Value, members: Sequence[Value], changing: Changing, change: ChangeMembers
) -> Iterator[PSCustomObject]:
    def apply(forest: ForestDirectory, group: ForestEntry) -> ForestEntry:
        return change(forest, group, [forest.find(identity_text(one), "top") for one in members])

    return applied(call, READ_GROUPS, identity, changing, apply)


def joined(forest: ForestDirectory, group: ForestEntry, members: Sequence[ForestEntry]) -> ForestEntry:
    """Put objects into a group; who is in it stays."""
    new = [one.distinguished_name for one in members if one.first("primarygroup") != group.distinguished_name]
    return forest.change(group, {"member": tuple(dict.fromkeys([*group.attributes.get("member", ()), *new]))})


def left(forest: ForestDirectory, group: ForestEntry, members: Sequence[ForestEntry]) -> ForestEntry:
    """Take objects out of a group; raises IsPrimaryGroup for one that the group is the primary one of."""
    for one in members:
        if one.first("primarygroup") == group.distinguished_name:
            raise IsPrimaryGroup(one.distinguished_name)
    gone = {one.distinguished_name for one in members}
    return forest.change(group, {"member": tuple(one for one in group.attributes.get("member", ()) if one not in gone)})

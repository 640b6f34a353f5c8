"""Get-ADPrincipalGroupMembership."""

from __future__ import annotations

from msolemu.cmdlets.declaration import Cmdlet, Output
from msolemu.modules.activedirectory.group import READ_GROUPS
from msolemu.modules.activedirectory.identity import Identity, identity_text
from msolemu.modules.activedirectory.parameters import Asked
from msolemu.modules.activedirectory.services import ADCall
from msolemu.runtime.values.objects import PSCustomObject

get_ad_principal_group_membership = Cmdlet(
    "Get-ADPrincipalGroupMembership",
    "Gets the groups of the on-premises directory that somebody is in.",
    error_owner="GetADPrincipalGroupMembership",
    examples={"(Get-ADPrincipalGroupMembership rfields).Name": "Gets the names of a user's groups."},
)


@get_ad_principal_group_membership.parameter_set()
def groups(call: ADCall, identity: Identity, asked: Asked) -> Output[PSCustomObject]:
    """The groups that the object is a member of itself; the forest has no built-in ones such as Domain Users."""
    with call.services.unit_of_work() as work:
        entry = work.forest.find(identity_text(identity), "top")
        found = [work.forest.find(name, "group") for name in entry.attributes.get("memberof", ())]
    for group in found:
        yield READ_GROUPS.shown(group)

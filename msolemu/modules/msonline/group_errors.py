"""What the service refuses about groups, the company and partners, in its own words.

An entry that a comment marks as inferred has a name of the service's contract as id and a text of ours.
"""

from __future__ import annotations

from collections.abc import Mapping

from msolemu.cmdlets.errors import Fault
from msolemu.directory.tenant import company_errors, group_errors
from msolemu.directory.tenant.company_errors import DirSyncChangeWaits
from msolemu.modules.msonline.faults import service_error


def waiting(error: DirSyncChangeWaits) -> str:
    """The beginning of the text is an article's, for a change while switching off waits; the rest is inferred."""
    verb = "off" if error.was_enabled else "on"
    return (
        f"You cannot turn {verb} Active Directory synchronization. A change of its status is still being made; wait "
        "until it is done."
    )


GROUP_FAULTS: Mapping[type[Exception], Fault] = {
    group_errors.MailEnabledGroup: service_error(
        "MailEnabledGroupsNotSupported",
        "You cannot update mail-enabled groups using this cmdlet. Use Exchange Online to perform this operation.",
    ),
    company_errors.DirSyncChangeWaits: service_error("DirSyncStatusChangeNotAllowed", waiting),
    # All that follow are inferred.
    group_errors.GroupNotChangeable: service_error(
        "GroupUpdateNotAllowed", "You cannot update this group. It is a system group or is synchronized."
    ),
    group_errors.GroupNotDeletable: service_error(
        "GroupDeletionNotAllowed",
        "You cannot delete this group. It is a system group, is synchronized, or gives licenses.",
    ),
    group_errors.GroupAlreadyExists: service_error(
        "GroupAlreadyExists", lambda error: f"Unable to add this group because the group {error.name} already exists."
    ),
    group_errors.AlreadyMember: service_error(
        "MemberAlreadyExists", "The group member that you are trying to add is already in the group."
    ),
    group_errors.MemberNotFound: service_error(
        "GroupMemberNotFound", lambda error: f"Group Member Not Found.  Member: {error.identity}."
    ),
    group_errors.MemberOfItself: service_error(
        "GroupUpdateNotAllowed", "You cannot update this group. A group cannot be a member of itself."
    ),
    company_errors.NoPartner: service_error(
        "TenantNotPartnerType", "Unable to perform this operation because your company is not a partner."
    ),
}

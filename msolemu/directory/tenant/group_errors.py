"""What a tenant refuses about groups and their members, without prose."""

from __future__ import annotations

from msolemu.directory.tenant.errors import IdentityNotFound, TenantError


class MailEnabledGroup(TenantError):
    """Groups with mail are changed where the mail is."""


class GroupNotChangeable(TenantError):
    """The group comes from on-premises, or is the service's own."""


class GroupNotDeletable(TenantError):
    """The group comes from on-premises, is the service's own, or gives licences."""


class GroupAlreadyExists(TenantError):
    """There is such a group already."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class AlreadyMember(TenantError):
    """The object is a member already."""


class MemberNotFound(IdentityNotFound):
    """The group has no such member, or nothing of this kind has the id."""


class MemberOfItself(TenantError):
    """A group cannot be its own member."""

"""A group of a tenant."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from msolemu.directory.tenant.licence import AssignedLicence
from msolemu.directory.tenant.quarantine import SetAsideValue
from msolemu.directory.tenant.user import ServiceFault
from msolemu.foundation.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """A group; the fields that it shares with users mean the same.

    Members are object ids, those of deleted objects among them: who reads passes over them, and a user that is restored
    is a member again. `licences` are those that the group gives its members. `well_known_name` tells the groups that
    have a meaning of their own, such as those of a partner's agents.
    """

    object_id: UUID
    number: int
    when_created: datetime
    display_name: str | None = None
    immutable_id: str | None = None
    last_dirsync_time: datetime | None = None
    proxy_addresses: tuple[str, ...] = ()
    quarantine: tuple[SetAsideValue, ...] = ()
    wanted_proxy_addresses: tuple[str, ...] = ()
    own_addresses: tuple[str, ...] = ()
    members: tuple[UUID, ...] = ()
    managed_by: UUID | None = None
    security_identifier: str | None = None
    mail_nickname: str | None = None
    mail: str | None = None
    description: str | None = None
    security_enabled: bool = True
    mail_enabled: bool = False
    is_system: bool = False
    well_known_name: str | None = None
    licences: tuple[AssignedLicence, ...] = ()
    faults: tuple[ServiceFault, ...] = ()

    @property
    def object_type(self) -> str:
        """The class, as cmdlets print it."""
        return "Group"

    @property
    def user_principal_name(self) -> str | None:
        """A group does not sign in."""
        return None

    @property
    def is_deleted(self) -> bool:
        """Deleted groups are gone at once."""
        return False

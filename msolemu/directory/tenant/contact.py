"""A mail contact of a tenant."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from msolemu.directory.tenant.quarantine import SetAsideValue
from msolemu.directory.tenant.user import ServiceFault
from msolemu.foundation.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact; the fields that it shares with users mean the same."""

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
    manager: UUID | None = None
    mail_nickname: str | None = None
    mail: str | None = None
    city: str | None = None
    country: str | None = None
    department: str | None = None
    fax: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    mobile_phone: str | None = None
    office: str | None = None
    phone_number: str | None = None
    postal_code: str | None = None
    state: str | None = None
    street_address: str | None = None
    title: str | None = None
    faults: tuple[ServiceFault, ...] = ()

    @property
    def object_type(self) -> str:
        """The class, as cmdlets print it."""
        return "Contact"

    @property
    def user_principal_name(self) -> str | None:
        """A contact does not sign in."""
        return None

    @property
    def security_identifier(self) -> str | None:
        """A contact is no principal."""
        return None

    @property
    def is_deleted(self) -> bool:
        """Deleted contacts are gone at once."""
        return False

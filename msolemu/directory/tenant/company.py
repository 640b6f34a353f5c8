"""The tenant itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Company:
    """The tenant's settings and contacts.

    `features` are the names of the features of directory synchronization that were switched on; ask
    `features.Features`, which knows the rules. `created_objects` counts users, groups and contacts, past ones too.
    """

    object_id: UUID
    display_name: str
    initial_domain: str
    when_created: datetime
    city: str | None = None
    country_letter_code: str | None = None
    postal_code: str | None = None
    preferred_language: str | None = None
    state: str | None = None
    street: str | None = None
    telephone_number: str | None = None
    technical_notification_emails: tuple[str, ...] = ()
    marketing_notification_emails: tuple[str, ...] = ()
    directory_synchronization_enabled: bool = False
    dirsync_service_account: str | None = None
    last_dirsync_time: datetime | None = None
    features: frozenset[str] = frozenset()
    created_objects: int = 0
    default_usage_location: str | None = None

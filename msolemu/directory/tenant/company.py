"""The tenant itself."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from msolemu.foundation.dataclass import dataclass, replace

SYNC_SERVER = "SYNC01"
"""The machine of the client that exports to the tenant."""


@dataclass(frozen=True, slots=True)
class CompanySettings:
    """What users of the tenant may do; a new tenant allows everything."""

    allow_ad_hoc_subscriptions: bool = True
    allow_email_verified_users: bool = True
    self_serve_password_reset_enabled: bool = True
    users_permission_to_create_groups_enabled: bool = True
    users_permission_to_create_lob_apps_enabled: bool = True
    users_permission_to_read_other_users_enabled: bool = True
    users_permission_to_user_consent_to_app_enabled: bool = True


@dataclass(frozen=True, slots=True)
class DataLocation:
    """Where a service may keep the data of the tenant's users."""

    service_type: str
    location: str
    is_default: bool = False
    initial_domain: str | None = None


@dataclass(frozen=True, slots=True)
class PartnerProfile:
    """What the customers of a partner see of it."""

    commerce_url: str | None = None
    company_name: str | None = None
    help_url: str | None = None
    support_emails: tuple[str, ...] = ()
    support_telephones: tuple[str, ...] = ()
    support_url: str | None = None


@dataclass(frozen=True, slots=True)
class Company:
    """The tenant's settings and contacts.

    `features` are the names of the features of directory synchronization that were switched on; ask
    `features.Features`, which knows the rules. `created_objects` counts users, groups and contacts, past ones too.
    While a change of directory synchronization waits, `dirsync_change_due` tells until when, and
    `directory_synchronization_enabled` what was before. `company_type` is the contract's name of it.
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
    security_compliance_notification_emails: tuple[str, ...] = ()
    security_compliance_notification_phones: tuple[str, ...] = ()
    settings: CompanySettings = CompanySettings()
    data_locations: tuple[DataLocation, ...] = ()
    multi_national_services: frozenset[str] = frozenset()
    dirsync_change_due: datetime | None = None
    accidental_deletion_threshold: int = 500
    company_type: str = "CompanyTenant"
    partner: PartnerProfile = PartnerProfile()


def synchronized(company: Company, at: datetime) -> Company:
    """The tenant after the client exported; it has an account of its own, named when it first comes."""
    name = f"Sync_{SYNC_SERVER}_{company.object_id.hex[:12]}@{company.initial_domain}"
    return replace(company, last_dirsync_time=at, dirsync_service_account=company.dirsync_service_account or name)

"""A user of a tenant."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from msolemu.directory.tenant.licence import AssignedLicence, LicenceError
from msolemu.directory.tenant.password import KeptPassword
from msolemu.directory.tenant.quarantine import SetAsideValue
from msolemu.directory.tenant.strong_authentication import Method, PhoneApp, Requirement, UserDetails
from msolemu.foundation.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ServiceFault:
    """What a service found wrong in an object when it was provisioned."""

    service: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class User:
    """A user; `number` tells the order of creation in its tenant.

    The `wanted_...` fields hold what on-premises sent (the shadow attributes of the service): a value there that is not
    among the effective ones waits in `quarantine` or was dropped by the rules for addresses. `own_addresses` are those
    that the service gave: placeholders and addresses at the initial domain. A deleted user keeps its values, but for
    its licences, which wait in `former_licences`. `mailbox_unlicensed_since`: when a mailbox lost the licence for it.
    `application_passwords` are the ids of passwords for clients that know no second factor; only a portal makes them.
    `awaits_conversion`: its domain is no longer federated, and it has no password yet.
    """

    object_id: UUID
    number: int
    when_created: datetime
    user_principal_name: str
    display_name: str | None = None
    immutable_id: str | None = None
    last_dirsync_time: datetime | None = None
    proxy_addresses: tuple[str, ...] = ()
    quarantine: tuple[SetAsideValue, ...] = ()
    wanted_user_principal_name: str | None = None
    wanted_proxy_addresses: tuple[str, ...] = ()
    own_addresses: tuple[str, ...] = ()
    deleted_at: datetime | None = None
    roles: tuple[str, ...] = ()
    manager: UUID | None = None
    security_identifier: str | None = None
    mail_nickname: str | None = None
    mail: str | None = None
    block_credential: bool = False
    city: str | None = None
    country: str | None = None
    department: str | None = None
    fax: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    last_password_change: datetime | None = None
    mobile_phone: str | None = None
    office: str | None = None
    password_never_expires: bool = False
    phone_number: str | None = None
    postal_code: str | None = None
    preferred_language: str | None = None
    state: str | None = None
    street_address: str | None = None
    title: str | None = None
    usage_location: str | None = None
    user_type: str = "Member"
    alternate_email_addresses: tuple[str, ...] = ()
    alternate_mobile_phones: tuple[str, ...] = ()
    preferred_data_location: str | None = None
    password: KeptPassword | None = None
    force_change_password: bool = False
    strong_password_required: bool = True
    awaits_conversion: bool = False
    refresh_tokens_valid_from: datetime | None = None
    licences: tuple[AssignedLicence, ...] = ()
    former_licences: tuple[AssignedLicence, ...] = ()
    mailbox_unlicensed_since: datetime | None = None
    licence_errors: tuple[LicenceError, ...] = ()
    strong_authentication_requirements: tuple[Requirement, ...] = ()
    strong_authentication_methods: tuple[Method, ...] = ()
    strong_authentication_details: UserDetails | None = None
    phone_apps: tuple[PhoneApp, ...] = ()
    application_passwords: tuple[str, ...] = ()
    faults: tuple[ServiceFault, ...] = ()

    @property
    def object_type(self) -> str:
        """The class, as cmdlets print it."""
        return "User"

    @property
    def is_licensed(self) -> bool:
        """Whether it has any licence."""
        return bool(self.licences)

    @property
    def is_deleted(self) -> bool:
        """Whether it is in the recycle bin."""
        return self.deleted_at is not None

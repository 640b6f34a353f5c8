"""A device that is registered in a tenant, and the policy for registering more."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from msolemu.foundation.dataclass import dataclass

EVERYBODY = "All"
SCOPES = (EVERYBODY, "None", "Selected")


@dataclass(frozen=True, slots=True)
class Device:
    """A device. `owners` are ids of users; one that a management service added by itself is `system_managed`.

    Trust types are Workplace Joined, AzureAD Joined and Domain Joined, levels Authenticated, Managed and Compliant.
    """

    object_id: UUID
    device_id: UUID
    display_name: str
    enabled: bool = True
    os_type: str | None = None
    os_version: str | None = None
    object_version: int = 2
    trust_type: str | None = None
    trust_level: str | None = None
    physical_ids: tuple[str, ...] = ()
    last_logon: datetime | None = None
    synchronized: bool = False
    last_dirsync_time: datetime | None = None
    owners: tuple[UUID, ...] = ()
    system_managed: bool = False
    is_compliant: bool | None = None
    is_managed: bool | None = None


@dataclass(frozen=True, slots=True)
class DevicePolicy:
    """Who may register devices, and how many; the scopes are those of SCOPES."""

    maximum_per_user: int = 20
    require_multi_factor: bool = False
    workplace_join: str = EVERYBODY
    azure_ad_join: str = EVERYBODY
    groups: tuple[UUID, ...] = ()
    users: tuple[UUID, ...] = ()

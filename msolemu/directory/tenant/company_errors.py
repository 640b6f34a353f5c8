"""What a tenant refuses about itself and its partners, without prose."""

from __future__ import annotations

from msolemu.directory.tenant.errors import TenantError


class DirSyncChangeWaits(TenantError):
    """Directory synchronization is being switched; until that is done nothing about it changes."""

    def __init__(self, *, was_enabled: bool) -> None:
        super().__init__(was_enabled)
        self.was_enabled = was_enabled


class NoPartner(TenantError):
    """The tenant is not a partner, so it has no contracts."""

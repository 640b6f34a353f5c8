"""A service principal of a tenant: what an application is there."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from msolemu.foundation.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class PrincipalCredential:
    """A key or password that an application proves itself with. `kind` is Asymmetric, Symmetric, Password or Other."""

    key_id: UUID
    kind: str
    usage: str
    value: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class ReplyAddress:
    """An address of an application; `kind` is Reply, Realm, Error, SamlMetadata, SamlLogout or Other."""

    address: str
    kind: str = "Reply"


@dataclass(frozen=True, slots=True)
class ServicePrincipal:
    """An application in the tenant. `names` begin with the id of the application, by which it always goes."""

    object_id: UUID
    app_principal_id: UUID
    display_name: str
    names: tuple[str, ...] = ()
    account_enabled: bool = True
    addresses: tuple[ReplyAddress, ...] = ()
    trusted_for_delegation: bool = False
    roles: tuple[str, ...] = ()
    credentials: tuple[PrincipalCredential, ...] = ()

    @property
    def object_type(self) -> str:
        """The class, as cmdlets print it."""
        return "ServicePrincipal"

    @property
    def proxy_addresses(self) -> tuple[str, ...]:
        """It receives no mail."""
        return ()

    @property
    def is_deleted(self) -> bool:
        """Deleted service principals are gone at once."""
        return False

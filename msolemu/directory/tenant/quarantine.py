"""Values that are set aside because another object has them."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from msolemu.foundation.dataclass import dataclass

UPN = "UserPrincipalName"
ADDRESSES = "ProxyAddresses"


@dataclass(frozen=True, slots=True)
class SetAsideValue:
    """A value that an object waits for, since when, and which property of its holder it met.

    `property_name` and `met` are UserPrincipalName or ProxyAddresses. An address has its prefix.
    """

    property_name: str
    value: str
    since: datetime
    met: str = ADDRESSES


class WantedValue(Protocol):
    """A value that somebody waits for."""

    @property
    def property_name(self) -> str:
        """UserPrincipalName or ProxyAddresses."""
        ...

    @property
    def value(self) -> str:
        """The value, an address with its prefix."""
        ...

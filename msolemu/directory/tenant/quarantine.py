"""Values that are set aside because another object has them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

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

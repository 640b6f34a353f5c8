"""The conditions that lists of users, groups and contacts have in common; all ignore case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Addressed(Protocol):
    """What has a name and addresses."""

    @property
    def display_name(self) -> str | None:
        """The name that people see."""
        ...

    @property
    def proxy_addresses(self) -> Iterable[str]:
        """Addresses with their prefixes."""
        ...


def equal(wanted: str, value: str | None) -> bool:
    """Whether a value is the one that is wanted."""
    return value is not None and wanted.lower() == value.lower()


def addresses(one: Addressed) -> list[str]:
    """Mail addresses in lower case, without their prefix."""
    return [address[5:].lower() for address in one.proxy_addresses if address.lower().startswith("smtp:")]


def begins(one: Addressed, text: str) -> bool:
    """Whether the display name, an address or the user principal name begins with a text."""
    wanted = text.lower()
    upn = getattr(one, "user_principal_name", None) or ""
    places = [(one.display_name or "").lower(), upn.lower(), *addresses(one)]
    return any(place.startswith(wanted) for place in places)


def on_domain(one: Addressed, domain: str) -> bool:
    """Whether an address, or the user principal name, is of a domain."""
    suffix = "@" + domain.lower()
    upn = getattr(one, "user_principal_name", None) or ""
    return any(place.endswith(suffix) for place in (upn.lower(), *addresses(one)))

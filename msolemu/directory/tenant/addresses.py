"""Proxy addresses: their prefixes, and which of those that on-premises sends the service takes."""

from __future__ import annotations

from collections.abc import Iterable

RESERVED = (".onmicrosoft.com", ".microsoftonline.com")
"""Suffixes that only the service itself gives."""
SMTP = "smtp:"


def is_smtp(address: str) -> bool:
    """Whether it is a mail address, primary or not."""
    return address[:5].lower() == SMTP


def is_sip(address: str) -> bool:
    """Whether it is an address of instant messaging, which resiliency does not cover."""
    return address[:4].lower() == "sip:"


def bare(address: str) -> str:
    """The address without its prefix."""
    return address.partition(":")[2]


def primary(addresses: Iterable[str]) -> str | None:
    """The primary mail address, with its prefix."""
    return next((address for address in addresses if address.startswith("SMTP:")), None)


def accepted(addresses: Iterable[str]) -> tuple[str, ...]:
    """The addresses that the service takes: no reserved suffix, no blank, no mail address without an at sign."""
    return tuple(address for address in addresses if is_acceptable(address))


def is_acceptable(address: str) -> bool:
    """Whether the service takes an address from on-premises."""
    if " " in address or ":" not in address:
        return False
    return not is_smtp(address) or ("@" in address and not address.lower().endswith(RESERVED))


def united(*parts: Iterable[str]) -> tuple[str, ...]:
    """Addresses in their order, each once, ignoring case: the first spelling stays."""
    kept: dict[str, str] = {}
    for part in parts:
        for address in part:
            kept.setdefault(address.lower(), address)
    return tuple(kept.values())

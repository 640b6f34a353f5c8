"""System.Net.IPAddress."""

from __future__ import annotations

import ipaddress
from typing import Any

from msolemu.runtime.errors.net_errors import NetError, null_argument
from msolemu.runtime.types.convert import octets
from msolemu.runtime.types.declaring import constants, method, static, typed_property
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.references import Reference

ADDRESS = known_type("System.Net.IPAddress")


class IPAddress:
    """An address of version 4 or 6."""

    __slots__ = ("held",)

    def __init__(self, text: str) -> None:
        self.held = ipaddress.ip_address(text)

    def __str__(self) -> str:
        return str(self.held)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, IPAddress) and self.held == other.held

    def __hash__(self) -> int:
        return hash(self.held)


represent(ADDRESS, IPAddress)
constants(
    ADDRESS,
    Any=IPAddress("0.0.0.0"),
    Loopback=IPAddress("127.0.0.1"),
    Broadcast=IPAddress("255.255.255.255"),
    IPv6Any=IPAddress("::"),
    IPv6Loopback=IPAddress("::1"),
)
typed_property(ADDRESS, "System.String", "IPAddressToString", str)
typed_property(
    ADDRESS,
    "System.String",
    "AddressFamily",
    lambda address: "InterNetwork" if address.held.version == 4 else "InterNetworkV6",
)


def _read(text: str) -> Any:
    try:
        return IPAddress(text.strip())
    except ValueError:
        return None


@static(ADDRESS, "ipaddress Parse(string ipString)")
def parse(text: str) -> IPAddress:
    """The address of a text."""
    if text is None:
        raise null_argument("ipString")
    found: IPAddress | None = _read(text)
    if found is None:
        raise NetError("System.FormatException", "An invalid IP address was specified.")
    return found


@static(ADDRESS, "bool TryParse(string ipString, [ref] ipaddress address)")
def try_parse(text: str | None, result: Reference) -> bool:
    """Whether the text is an address, which `address` then holds."""
    result.value = _read(text or "")
    return result.value is not None


@static(ADDRESS, "bool IsLoopback(ipaddress address)")
def is_loopback(address: IPAddress) -> bool:
    """Whether the address is the machine's own."""
    return address.held.is_loopback


@method(ADDRESS, "byte[] GetAddressBytes()")
def get_address_bytes(address: IPAddress) -> Any:
    """The bytes of the address."""
    return octets(address.held.packed)

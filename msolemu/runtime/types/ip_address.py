"""System.Net.IPAddress."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from typing import Any

from msolemu.runtime.errors.net_errors import NetError, argument_error, null_argument, out_of_range
from msolemu.runtime.types.convert import octets
from msolemu.runtime.types.declaring import constants, constructor, method, static, typed_property
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Int64, Value
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
    IPv6None=IPAddress("::"),
    **{"None": IPAddress("255.255.255.255")},
)
typed_property(
    ADDRESS,
    "System.Net.Sockets.AddressFamily",
    "AddressFamily",
    lambda address: member(
        "System.Net.Sockets.AddressFamily", "InterNetwork" if address.held.version == 4 else "InterNetworkV6"
    ),
)


def _only(version: int, read: Callable[[IPAddress], Value]) -> Callable[[IPAddress], Value]:
    def run(address: IPAddress) -> Value:
        if address.held.version != version:
            raise NetError(
                "System.Net.Sockets.SocketException",
                "The attempted operation is not supported for the type of object referenced.",
            )
        return read(address)

    return run


def _of_version_6(test: Callable[[Any], bool]) -> Callable[[IPAddress], bool]:
    return lambda address: address.held.version == 6 and test(address.held)


typed_property(
    ADDRESS,
    "System.Int64",
    "ScopeId",
    _only(6, lambda address: Int64(int(getattr(address.held, "scope_id", None) or 0))),
)
for _name, _test in (
    ("IsIPv6Multicast", lambda held: held.is_multicast),
    ("IsIPv6LinkLocal", lambda held: held.is_link_local),
    ("IsIPv6SiteLocal", lambda held: held.is_site_local),
    ("IsIPv6Teredo", lambda held: held.teredo is not None),
    ("IsIPv6UniqueLocal", lambda held: held.packed[0] & 0xFE == 0xFC),
    ("IsIPv4MappedToIPv6", lambda held: held.ipv4_mapped is not None),
):
    typed_property(ADDRESS, "System.Boolean", _name, _of_version_6(_test))
typed_property(
    ADDRESS,
    "System.Int64",
    "Address",
    _only(4, lambda address: Int64(int.from_bytes(address.held.packed, "little"))),
)
typed_property(ADDRESS, "System.String", "IPAddressToString", str)
method(ADDRESS, "ipaddress MapToIPv6()")(
    lambda address: IPAddress(f"::ffff:{address}") if address.held.version == 4 else address
)
method(ADDRESS, "ipaddress MapToIPv4()")(
    lambda address: (
        address if address.held.version == 4 else IPAddress(str(ipaddress.IPv4Address(address.held.packed[12:])))
    )
)
for _type, _bits in (("int16", 16), ("int", 32), ("long", 64)):
    for _name in ("HostToNetworkOrder", "NetworkToHostOrder"):
        static(ADDRESS, f"{_type} {_name}({_type} value)")(
            lambda number, bits=_bits: type(number)(
                int.from_bytes(int(number).to_bytes(bits // 8, "big", signed=True), "little", signed=True)
            )
        )


@constructor(ADDRESS, "ipaddress(long newAddress)", "ipaddress(byte[] address)")
def new_address(given: Any) -> IPAddress:
    """The address of a number, its first byte the lowest, or of bytes."""
    if isinstance(given, int):
        if not 0 <= given <= 0xFFFFFFFF:
            raise out_of_range("Specified argument was out of the range of valid values.", "newAddress")
        return IPAddress(".".join(str(given >> shift & 0xFF) for shift in (0, 8, 16, 24)))
    if len(given) not in (4, 16):
        raise argument_error("An invalid IP address was specified.", "address")
    return IPAddress(str(ipaddress.ip_address(bytes(given))))


def _read(text: str) -> Any:
    try:
        return IPAddress(text.strip().removeprefix("[").removesuffix("]") if ":" in text else _in_four(text))
    except (ValueError, OverflowError):
        return None


def _in_four(text: str) -> str:
    """A text such as `10.1`, whose last number fills what is left, as four numbers; raises ValueError."""
    *head, last = [
        int(part, 0 if part.startswith(("0x", "0X")) else 8 if part[:1] == "0" else 10) for part in text.split(".")
    ]
    whole = last.to_bytes(4 - len(head), "big") if len(head) < 4 else b""
    if not whole or any(not 0 <= part < 256 for part in head) or last < 0:
        raise ValueError(text)
    return ".".join(map(str, (*head, *whole)))


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

"""Addresses by the rules of System.Uri: how a text is taken apart, brought into its normal form and resolved."""

from __future__ import annotations

import os
import re
from typing import NoReturn
from urllib.parse import quote, unquote

from msolemu.foundation.dataclass import dataclass, replace
from msolemu.foundation.text import from_units, to_units
from msolemu.runtime.errors.net_errors import NetError

PORTS = {
    "http": 80,
    "https": 443,
    "ws": 80,
    "wss": 443,
    "ftp": 21,
    "gopher": 70,
    "nntp": 119,
    "telnet": 23,
    "ldap": 389,
    "mailto": 25,
    "net.tcp": 808,
}
"""The ports of the schemes that .NET knows; any other has none of its own."""
WEB = frozenset(("http", "https", "ws", "wss", "ftp", "gopher", "net.tcp"))
"""The schemes whose addresses name a host and have a path that begins with a slash."""
UNRESERVED = "-._~"
RESERVED = "-._~!#$&'()*+,/:;=?@[]"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_HOST = re.compile(r"[^\s\\/?#@:%<>\"`{}|^\[\]]+")
_ESCAPE = re.compile("%([0-9A-Fa-f]{2})")
_NO_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")
_DOS = re.compile(r"[A-Za-z][:|][\\/]")
_LARGEST_PORT = 65535
_SLASHES = ("/", "\\")


class NoAddress(NetError):
    """A text that is no address; `may_be_relative` says whether it still may be a relative one."""

    def __init__(self, message: str, *, may_be_relative: bool = False) -> None:
        super().__init__("System.UriFormatException", f"Invalid URI: {message}")
        self.may_be_relative = may_be_relative


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of an absolute address in their normal form."""

    scheme: str
    user: str = ""
    host: str = ""
    port: int = -1
    path: str = ""
    query: str = ""
    fragment: str = ""
    has_authority: bool = True
    is_dos_path: bool = False

    @property
    def is_unc(self) -> bool:
        """Whether it is a file on another machine."""
        return self.scheme == "file" and bool(self.host)

    @property
    def is_default_port(self) -> bool:
        """Whether the port is the scheme's own."""
        return self.port == PORTS.get(self.scheme, -1)

    @property
    def authority(self) -> str:
        """The host, and the port where it is not the scheme's own."""
        return self.host if self.is_default_port else f"{self.host}:{self.port}"

    @property
    def beginning(self) -> str:
        """Everything before the path."""
        between = "://" if self.has_authority else ":"
        user = f"{self.user}@" if self.user else ""
        slash = "/" if self.is_dos_path else ""
        return f"{self.scheme}{between}{user}{self.authority}{slash}"

    def __str__(self) -> str:
        return f"{self.beginning}{self.path}{self.query}{self.fragment}"


def parse(text: str) -> Address:
    """The address of a text; raises NoAddress for what is none, or a relative one."""
    plain = text.strip(" \t\r\n")
    if not plain:
        raise NoAddress("The URI is empty.", may_be_relative=True)
    if _DOS.match(plain):
        return _file("", f"{plain[0]}:{plain[2:]}")
    if plain[0] in _SLASHES and plain[1:2] in _SLASHES:
        host, path = _cut(plain.lstrip("/\\").replace("\\", "/"), "/")
        return _file(_host(host), path)
    if plain[0] == "/" and os.name != "nt":
        return _file("", plain)
    return _with_scheme(plain)


def _with_scheme(text: str) -> Address:
    found = _SCHEME.match(text)
    if found is None:
        raise NoAddress("The format of the URI could not be determined.", may_be_relative=True)
    if len(found[0]) == 1:
        raise NoAddress("A Dos path must be rooted, for example, 'c:\\'.")
    scheme, rest = found[0].lower(), text[found.end() + 1 :]
    rest, fragment = _cut(rest, "#")
    rest, query = _cut(rest, "?")
    if scheme in WEB or scheme == "file":
        rest = rest.replace("\\", "/")
    if scheme == "file":
        return _file_address(rest, query, fragment)
    if rest.startswith("//"):
        return _with_authority(scheme, rest[2:], query, fragment)
    if scheme in WEB:
        raise NoAddress("The Authority/Host could not be parsed.", may_be_relative=True)
    user, _, host = rest.rpartition("@") if scheme == "mailto" else ("", "", "")
    path = "" if host else escaped(rest)
    return Address(
        scheme, user, host, PORTS.get(scheme, -1), path, escaped(query), escaped(fragment), has_authority=False
    )


def _with_authority(scheme: str, rest: str, query: str, fragment: str) -> Address:
    authority, path = _cut(rest, "/")
    user, _, place = authority.rpartition("@")
    host, port = _port(place, PORTS.get(scheme, -1))
    if not host and scheme in WEB:
        raise NoAddress("The hostname could not be parsed.")
    path = escaped(path)
    if scheme in WEB:
        path = compressed(path) or "/"
    return Address(scheme, user, _host(host), port, path, escaped(query), escaped(fragment))


def _port(place: str, own: int) -> tuple[str, int]:
    host, colon, digits = place.rpartition(":")
    if not colon or place.endswith("]"):
        return place, own
    if digits and not (digits.isdecimal() and int(digits) <= _LARGEST_PORT):
        raise NoAddress("Invalid port specified.")
    return host, int(digits) if digits else own


def _host(host: str) -> str:
    if host.startswith("[") and host.endswith("]"):
        import ipaddress

        try:
            return f"[{ipaddress.IPv6Address(host[1:-1])}]"
        except ValueError:
            _refuse_host()
    if host and not _HOST.fullmatch(host):
        _refuse_host()
    return host.lower()


def _refuse_host() -> NoReturn:
    raise NoAddress("The hostname could not be parsed.")


def _file_address(rest: str, query: str, fragment: str) -> Address:
    host, path = _cut(rest[2:], "/") if rest.startswith("//") else ("", rest)
    if _DOS.match(host + "/"):
        host, path = "", f"/{host}{path}"
    found = _file(_host("" if host == "localhost" else host), path[1:] if _DOS.match(path[1:]) else path)
    return replace(found, query=escaped(query), fragment=escaped(fragment))


def _file(host: str, path: str) -> Address:
    is_dos = _DOS.match(path) is not None
    normal = compressed(escaped(path.replace("\\", "/"))) or "/"
    return Address("file", host=host, path=normal, is_dos_path=is_dos)


def _cut(text: str, mark: str) -> tuple[str, str]:
    """The text before the first mark, and the rest with it."""
    head, found, tail = text.partition(mark)
    return head, found + tail


def escaped(text: str) -> str:
    """What may not stand in an address in percent form; what need not be in it is taken out."""
    plain = _ESCAPE.sub(lambda found: _needed(found[0]), _NO_ESCAPE.sub("%25", text))
    return quote(from_units(plain), safe="%" + RESERVED)


def _needed(escape: str) -> str:
    unit = chr(int(escape[1:], 16))
    return unit if unit.isascii() and (unit.isalnum() or unit in UNRESERVED) else escape


def unescaped(text: str, kept: str = "") -> str:
    """Percent forms as characters, but for those of the characters that are kept."""
    guarded = _ESCAPE.sub(lambda found: f"%25{found[1]}" if chr(int(found[1], 16)) in kept else found[0], text)
    return to_units(unquote(guarded))


def compressed(path: str) -> str:
    """A path without `.` and `..`."""
    rooted = path.startswith("/")
    found: list[str] = []
    words = path.split("/")[rooted:]
    for word in words:
        if word == "..":
            del found[-1:]
        elif word != ".":
            found.append(word)
    if words[-1] in (".", ".."):
        found.append("")
    return "/" * rooted + "/".join(found)


def resolved(base: Address, relative: str) -> str:
    """The text of an address below another one."""
    if relative.startswith(("//", "\\\\")):
        return f"{base.scheme}:{relative}"
    if not relative:
        return f"{base.beginning}{base.path}{base.query}"
    if relative[0] == "?":
        return f"{base.beginning}{base.path}{relative}"
    if relative[0] == "#":
        return f"{base.beginning}{base.path}{base.query}{relative}"
    if relative[0] in _SLASHES:
        return f"{base.beginning}{base.path[:2] if base.is_dos_path else ''}{relative}"
    return f"{base.beginning}{base.path[: base.path.rfind('/') + 1]}{relative}"


def difference(base: Address, other: Address) -> str:
    """How one leads to the other: a relative address, or the other itself."""
    if (base.scheme, base.host, base.port) != (other.scheme, other.host, other.port):
        return str(other)
    way = _way(base.path, other.path, folded=base.scheme == "file")
    if ":" in way.partition("/")[0]:
        way = "./" + way
    return f"{way}{other.query}{other.fragment}"


def _way(start: str, end: str, *, folded: bool) -> str:
    one, other = (start.lower(), end.lower()) if folded else (start, end)
    size = next(
        (place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        len(min(one, other, key=len)),
    )
    common = one[:size]
    if not common:
        return end
    if one == other:
        return ""
    slash = common.rfind("/")
    up = "../" * start.count("/", len(common))
    if not up and slash == len(end) - 1:
        return "./"
    return up + end[slash + 1 :]

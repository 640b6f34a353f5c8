"""System.Uri."""

from __future__ import annotations

import enum
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit

from msolemu.foundation.text import from_units, to_units
from msolemu.runtime.errors.net_errors import NetError, null_argument
from msolemu.runtime.types.declaring import constants, constructor, method, static, typed_property
from msolemu.runtime.types.registry import STRING, known_type, represent
from msolemu.runtime.values.objects import TypedArray, Value
from msolemu.runtime.values.references import Reference

URI = known_type("System.Uri")
PORTS = {"http": 80, "https": 443, "ftp": 21, "ldap": 389, "ldaps": 636, "mailto": 25, "ws": 80, "wss": 443}
UNRESERVED = "-._~"
RESERVED = "-._~!#$&'()*+,/:;=?@[]"


class Uri:
    """An absolute or relative address."""

    __slots__ = ("absolute", "original", "parts")

    def __init__(self, original: str, *, relative: bool = False) -> None:
        self.original = original
        self.parts = urlsplit(original.strip())
        self.absolute = bool(self.parts.scheme) and not relative

    def __str__(self) -> str:
        return to_units(unquote(from_units(self.absolute_text))) if self.absolute else self.original

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Uri) and self.absolute_text == other.absolute_text

    def __hash__(self) -> int:
        return hash(self.absolute_text)

    @property
    def host(self) -> str:
        """The host in small letters."""
        return (self.parts.hostname or "").lower()

    @property
    def port(self) -> int:
        """The port, the scheme's own where none is written."""
        return self.parts.port or PORTS.get(self.parts.scheme, -1)

    @property
    def path(self) -> str:
        """The path, `/` where a host has none."""
        path = quote(from_units(self.parts.path), safe="%" + RESERVED)
        return path or ("/" if self.parts.netloc else "")

    @property
    def query(self) -> str:
        """`?` and the query, or nothing."""
        return "?" + self.parts.query if self.parts.query else ""

    @property
    def fragment(self) -> str:
        """`#` and the fragment, or nothing."""
        return "#" + self.parts.fragment if self.parts.fragment else ""

    @property
    def authority(self) -> str:
        """The host, and the port where it is not the scheme's own."""
        own = PORTS.get(self.parts.scheme)
        return self.host if self.port in (own, -1) else f"{self.host}:{self.port}"

    @property
    def absolute_text(self) -> str:
        """The address in its normal form."""
        if not self.absolute:
            return self.original
        between = "://" if self.parts.netloc or self.parts.scheme == "file" else ":"
        user = f"{self.parts.netloc.rpartition('@')[0]}@" if "@" in self.parts.netloc else ""
        return f"{self.parts.scheme}{between}{user}{self.authority}{self.path}{self.query}{self.fragment}"


represent(URI, Uri)


def _absolute_only(read: Any) -> Any:
    def run(uri: Uri) -> Value:
        if not uri.absolute:
            raise NetError("System.InvalidOperationException", "This operation is not supported for a relative URI.")
        return read(uri)

    return run


_TEXTS: dict[str, Any] = {
    "AbsolutePath": lambda uri: uri.path,
    "AbsoluteUri": lambda uri: uri.absolute_text,
    "LocalPath": lambda uri: unquote(uri.path),
    "Authority": lambda uri: uri.authority,
    "PathAndQuery": lambda uri: uri.path + uri.query,
    "Query": lambda uri: uri.query,
    "Fragment": lambda uri: uri.fragment,
    "Host": lambda uri: uri.host,
    "DnsSafeHost": lambda uri: uri.host,
    "IdnHost": lambda uri: uri.host,
    "Scheme": lambda uri: uri.parts.scheme,
    "UserInfo": lambda uri: uri.parts.netloc.rpartition("@")[0],
}
for _name, _read in _TEXTS.items():
    typed_property(URI, "System.String", _name, _absolute_only(_read))
typed_property(URI, "System.String", "OriginalString", lambda uri: uri.original)
typed_property(URI, "System.Int32", "Port", _absolute_only(lambda uri: uri.port))
typed_property(URI, "System.Boolean", "IsAbsoluteUri", lambda uri: uri.absolute)
typed_property(
    URI, "System.Boolean", "IsDefaultPort", _absolute_only(lambda uri: uri.port == PORTS.get(uri.parts.scheme))
)
typed_property(URI, "System.Boolean", "IsFile", _absolute_only(lambda uri: uri.parts.scheme == "file"))
typed_property(URI, "System.Boolean", "IsUnc", _absolute_only(lambda uri: False))
typed_property(
    URI, "System.Boolean", "IsLoopback", _absolute_only(lambda uri: uri.host in ("localhost", "127.0.0.1", "::1"))
)
typed_property(URI, "System.Boolean", "UserEscaped", lambda uri: False)


def _segments(uri: Uri) -> TypedArray:
    words = uri.path.split("/")
    found = [word + "/" for word in words[:-1]]
    return TypedArray([*found, words[-1]] if words[-1] else found, STRING)


typed_property(URI, "System.String[]", "Segments", _absolute_only(_segments))


def _made(text: str | None, kind: enum.Enum | None) -> Uri:
    if text is None:
        raise null_argument("uriString")
    name = "Absolute" if kind is None else kind.name
    parts = urlsplit(text.strip())
    if name == "Relative":
        return Uri(text, relative=True)
    if not parts.scheme or (parts.scheme in PORTS and parts.scheme != "mailto" and not parts.netloc):
        if name == "RelativeOrAbsolute":
            return Uri(text, relative=True)
        if not text.strip():
            raise NetError("System.UriFormatException", "Invalid URI: The URI is empty.")
        raise NetError("System.UriFormatException", "Invalid URI: The format of the URI could not be determined.")
    return Uri(text)


@constructor(URI, "uri(string uriString)", "uri(string uriString, System.UriKind uriKind)")
def from_text(text: str, kind: enum.Enum | None = None) -> Uri:
    """The address of a text."""
    return _made(text, kind)


@constructor(URI, "uri(uri baseUri, string relativeUri)", "uri(uri baseUri, uri relativeUri)")
def combined(base: Uri, relative: Value) -> Uri:
    """A relative address below another."""
    return Uri(urljoin(base.absolute_text, relative if isinstance(relative, str) else relative.original))


@static(URI, "bool TryCreate(string uriString, System.UriKind uriKind, [ref] uri result)")
def try_create(text: str | None, kind: enum.Enum, result: Reference) -> bool:
    """Whether the text is an address, which `result` then holds."""
    try:
        result.value = _made(text, kind)
    except NetError:
        result.value = None
        return False
    return True


@static(URI, "bool IsWellFormedUriString(string uriString, System.UriKind uriKind)")
def is_well_formed(text: str | None, kind: enum.Enum) -> bool:
    """Whether the text is an address in which nothing must be escaped."""
    try:
        found = _made(text, kind)
    except NetError:
        return False
    return " " not in found.original


@static(URI, "string EscapeDataString(string stringToEscape)")
def escape_data(text: str) -> str:
    """Everything but letters, digits and `-._~` in percent form."""
    return quote(from_units(text), safe=UNRESERVED)


@static(URI, "string EscapeUriString(string stringToEscape)")
def escape_uri(text: str) -> str:
    """As EscapeDataString, but what has a meaning in addresses stays."""
    return quote(from_units(text), safe=RESERVED)


@static(URI, "string UnescapeDataString(string stringToUnescape)")
def unescape_data(text: str) -> str:
    """Percent forms as characters."""
    return to_units(unquote(text))


@static(URI, "bool CheckSchemeName(string schemeName)")
def check_scheme_name(name: str | None) -> bool:
    """Whether a scheme may be called so."""
    return (
        bool(name) and name is not None and name[0].isalpha() and all(unit.isalnum() or unit in "+-." for unit in name)
    )


@method(URI, "string ToString()")
def to_string(uri: Uri) -> str:
    """The address as people read it."""
    return str(uri)


@method(URI, "bool IsBaseOf(uri uri)")
def is_base_of(uri: Uri, other: Uri) -> bool:
    """Whether the other stands below."""
    base = uri.absolute_text
    return other.absolute_text.startswith(base[: base.rfind("/") + 1])


@method(URI, "string GetLeftPart(System.UriPartial part)")
def get_left_part(uri: Uri, part: Any) -> str:
    """The beginning up to and with a part."""
    scheme = f"{uri.parts.scheme}://"
    match part.name:
        case "Scheme":
            return scheme
        case "Authority":
            return scheme + uri.authority
        case "Path":
            return scheme + uri.authority + uri.path
    return scheme + uri.authority + uri.path + uri.query


constants(
    URI,
    SchemeDelimiter="://",
    **{
        f"UriScheme{_name}": _name.lower()
        for _name in (
            "File",
            "Ftp",
            "Ftps",
            "Gopher",
            "Http",
            "Https",
            "Mailto",
            "News",
            "Nntp",
            "Sftp",
            "Ssh",
            "Telnet",
        )
    },
    UriSchemeWs="ws",
    UriSchemeWss="wss",
)

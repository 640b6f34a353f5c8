"""System.Uri. How addresses are read stands in `runtime.text.addresses`."""

from __future__ import annotations

import enum
import ipaddress
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from msolemu.foundation.text import from_units
from msolemu.runtime.errors.net_errors import NetError, argument_error, index_out_of_range, null_argument, out_of_range
from msolemu.runtime.text import addresses
from msolemu.runtime.text.addresses import RESERVED, UNRESERVED, Address, NoAddress, unescaped
from msolemu.runtime.types.comparisons import comparison_of
from msolemu.runtime.types.declaring import constants, constructor, method, static, typed_property
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.registry import STRING, known_type, represent
from msolemu.runtime.values.enumerations import number_of
from msolemu.runtime.values.objects import Char, TypedArray, Value
from msolemu.runtime.values.references import Reference

URI = known_type("System.Uri")
_DNS_NAME = re.compile(r"(?=.{1,255}$)[^\W_]([\w-]*\w)?(\.[^\W_]([\w-]*\w)?)*\.?")
_HEXADECIMAL = "0123456789abcdefABCDEF"


class Uri:
    """An absolute or relative address."""

    __slots__ = ("_address", "original")

    def __init__(self, original: str, address: Address | None = None) -> None:
        self.original = original
        self._address = address

    def __str__(self) -> str:
        return unescaped(str(self._address), "#?%") if self._address else self.original

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Uri) and self._compared == other._compared

    def __hash__(self) -> int:
        return hash(self._compared)

    @property
    def _compared(self) -> str:
        """What two addresses are compared by: not the fragment, nor the user."""
        return f"{self._address.beginning}{self._address.path}{self._address.query}" if self._address else self.original

    @property
    def is_absolute(self) -> bool:
        """Whether it names everything."""
        return self._address is not None

    @property
    def address(self) -> Address:
        """The parts; raises InvalidOperationException for a relative address."""
        if self._address is None:
            raise NetError("System.InvalidOperationException", "This operation is not supported for a relative URI.")
        return self._address

    @property
    def text(self) -> str:
        """The address in its normal form."""
        return str(self._address) if self._address else self.original


represent(URI, Uri)


def made(text: str | None, kind: str = "Absolute", parameter: str = "uriString") -> Uri:
    """The address of a text, of the kind that is asked for; raises UriFormatException."""
    if text is None:
        raise null_argument(parameter)
    try:
        found = addresses.parse(text)
    except NoAddress as error:
        if kind == "Absolute" or (kind == "RelativeOrAbsolute" and not error.may_be_relative):
            raise
        return Uri(text)
    if kind != "Relative":
        return Uri(text, found)
    raise NoAddress("A relative URI cannot be created because the 'uriString' parameter represents an absolute URI.")


def host_kind(name: str) -> str:
    """What kind of name a host has, by the names of UriHostNameType."""
    plain = name.removeprefix("[").removesuffix("]")
    try:
        return f"IPv{ipaddress.ip_address(plain).version}"
    except ValueError:
        return "Dns" if _DNS_NAME.fullmatch(name) else "Basic" if name and "/" not in name else "Unknown"


def _local_path(address: Address) -> str:
    path = unescaped(address.path)
    if address.is_unc:
        return f"\\\\{address.host}{path}".replace("/", "\\")
    return path.replace("/", "\\") if address.is_dos_path else path


def _segments(address: Address) -> TypedArray:
    path = "/" + address.path if address.is_dos_path else address.path
    return TypedArray(re.findall("[^/]*/|[^/]+", path), STRING)


_PARTS: dict[str, tuple[str, Callable[[Address], Value]]] = {
    "AbsolutePath": ("String", lambda address: address.path),
    "AbsoluteUri": ("String", str),
    "LocalPath": ("String", _local_path),
    "Authority": ("String", lambda address: address.authority),
    "HostNameType": (
        "UriHostNameType",
        lambda address: member("System.UriHostNameType", host_kind(address.host) if address.host else "Basic"),
    ),
    "IsDefaultPort": ("Boolean", lambda address: address.is_default_port),
    "IsFile": ("Boolean", lambda address: address.scheme == "file"),
    "IsLoopback": (
        "Boolean",
        lambda address: (
            address.host in ("localhost", "loopback", "127.0.0.1", "[::1]")
            or (address.scheme == "file" and not address.host)
        ),
    ),
    "PathAndQuery": ("String", lambda address: address.path + address.query),
    "Segments": ("String[]", _segments),
    "IsUnc": ("Boolean", lambda address: address.is_unc),
    "Host": ("String", lambda address: address.host),
    "Port": ("Int32", lambda address: address.port),
    "Query": ("String", lambda address: "" if address.query == "?" else address.query),
    "Fragment": ("String", lambda address: "" if address.fragment == "#" else address.fragment),
    "Scheme": ("String", lambda address: address.scheme),
    "IdnHost": (
        "String",
        lambda address: address.host.strip("[]").encode("idna").decode("ascii") if address.host else "",
    ),
    "DnsSafeHost": ("String", lambda address: address.host.strip("[]")),
    "UserInfo": ("String", lambda address: address.user),
}


def _of_address(read: Callable[[Address], Value]) -> Callable[[Uri], Value]:
    return lambda uri: read(uri.address)


for _name, (_type, _read) in _PARTS.items():
    typed_property(URI, f"System.{_type}", _name, _of_address(_read))
typed_property(URI, "System.String", "OriginalString", lambda uri: uri.original)
typed_property(URI, "System.Boolean", "IsAbsoluteUri", lambda uri: uri.is_absolute)
typed_property(URI, "System.Boolean", "UserEscaped", lambda uri: False)


@constructor(URI, "uri(string uriString)", "uri(string uriString, System.UriKind uriKind)")
def from_text(text: str, kind: enum.Enum | None = None) -> Uri:
    """The address of a text."""
    return made(text, "Absolute" if kind is None else kind.name)


def absolute(uri: Uri) -> str:
    """`AbsoluteUri`; raises InvalidOperationException for a relative address."""
    return str(uri.address)


@constructor(URI, "uri(uri baseUri, string relativeUri)", "uri(uri baseUri, uri relativeUri)")
def combined(base: Uri, relative: Value) -> Uri:
    """A relative address below another."""
    if base is None:
        raise null_argument("baseUri")
    if not base.is_absolute:
        raise out_of_range("This operation is not supported for a relative URI.", "baseUri")
    other = made(relative, "RelativeOrAbsolute") if isinstance(relative, str) else relative
    rooted = other.original[:1] == "/"
    return other if other.is_absolute and not rooted else made(addresses.resolved(base.address, other.original))


@static(
    URI,
    "bool TryCreate(string uriString, System.UriKind uriKind, [ref] uri result)",
    "bool TryCreate(uri baseUri, string relativeUri, [ref] uri result)",
    "bool TryCreate(uri baseUri, uri relativeUri, [ref] uri result)",
)
def try_create(first: Any, second: Any, result: Reference) -> bool:
    """Whether there is such an address, which `result` then holds."""
    try:
        result.value = combined(first, second) if isinstance(first, Uri) else from_text(first, second)
    except NetError:
        result.value = None
        return False
    return True


@static(URI, "bool IsWellFormedUriString(string uriString, System.UriKind uriKind)")
def is_well_formed_text(text: str | None, kind: enum.Enum) -> bool:
    """Whether the text is an address in which nothing must be escaped."""
    try:
        return is_well_formed(made(text, kind.name))
    except NetError:
        return False


@method(URI, "bool IsWellFormedOriginalString()")
def is_well_formed(uri: Uri) -> bool:
    """Whether nothing in the original text must be escaped or turned."""
    text = uri.original
    if uri.is_absolute and not re.match("[A-Za-z][A-Za-z0-9+.-]+:", text):
        return False
    return re.search(r'[\s\\<>"`{}|^]|%(?![0-9A-Fa-f]{2})', text) is None


@static(URI, "string EscapeDataString(string stringToEscape)")
def escape_data(text: str) -> str:
    """Everything but letters, digits and `-._~` in percent form."""
    return quote(from_units(text), safe=UNRESERVED)


@static(URI, "string EscapeUriString(string stringToEscape)")
def escape_uri(text: str) -> str:
    """As EscapeDataString, but what has a meaning in addresses stays."""
    return quote(from_units(text), safe=RESERVED)


static(URI, "string UnescapeDataString(string stringToUnescape)")(unescaped)


@static(URI, "bool CheckSchemeName(string schemeName)")
def check_scheme_name(name: str | None) -> bool:
    """Whether a scheme may be called so."""
    return re.fullmatch("[A-Za-z][A-Za-z0-9+.-]*", name or "") is not None


@static(URI, "System.UriHostNameType CheckHostName(string name)")
def check_host_name(name: str | None) -> Any:
    """What kind of name it is."""
    return member("System.UriHostNameType", host_kind(name or ""))


@static(URI, "bool IsHexDigit(char character)")
def is_hexadecimal(unit: str) -> bool:
    """Whether it is a hexadecimal digit."""
    return unit in _HEXADECIMAL


@static(URI, "int FromHex(char digit)")
def from_hexadecimal(unit: str) -> int:
    """What a hexadecimal digit counts."""
    if unit not in _HEXADECIMAL:
        raise argument_error("Value does not fall within the expected range.", "digit")
    return int(unit, 16)


@static(URI, "bool IsHexEncoding(string pattern, int index)")
def is_encoded(text: str, index: int) -> bool:
    """Whether a percent form stands there."""
    return re.match("%[0-9A-Fa-f]{2}", text[index:]) is not None


@static(URI, "string HexEscape(char character)")
def hex_escape(unit: str) -> str:
    """The percent form of a character."""
    return f"%{ord(unit):02X}"


@static(URI, "char HexUnescape(string pattern, [ref] int index)")
def hex_unescape(text: str, index: Reference) -> Char:
    """The character there, be it in percent form; the index moves behind it."""
    place = int(index.value)
    if not 0 <= place < len(text):
        raise index_out_of_range()
    encoded = is_encoded(text, place)
    index.value = place + (3 if encoded else 1)
    return Char(chr(int(text[place + 1 : place + 3], 16)) if encoded else text[place])


@method(URI, "string ToString()")
def to_string(uri: Uri) -> str:
    """The address as people read it."""
    return str(uri)


@method(URI, "bool IsBaseOf(uri uri)")
def is_base_of(uri: Uri, other: Uri) -> bool:
    """Whether the other stands below."""
    return not other.is_absolute or other.text.startswith(uri.text[: uri.text.rfind("/") + 1])


@method(URI, "uri MakeRelativeUri(uri uri)")
def make_relative(uri: Uri, other: Uri) -> Uri:
    """How this address leads to the other."""
    return made(addresses.difference(uri.address, other.address), "RelativeOrAbsolute")


@method(URI, "string MakeRelative(uri toUri)")
def make_relative_text(uri: Uri, other: Uri) -> str:
    """How this address leads to the other."""
    return addresses.difference(uri.address, other.address)


@method(URI, "string GetLeftPart(System.UriPartial part)")
def get_left_part(uri: Uri, part: Any) -> str:
    """The beginning up to and with a part."""
    address = uri.address
    scheme = f"{address.scheme}{'://' if address.has_authority else ':'}"
    match part.name:
        case "Scheme":
            return scheme
        case "Authority":
            return (
                f"{scheme}{address.user + '@' if address.user else ''}{address.authority}"
                if address.has_authority
                else ""
            )
        case "Path":
            return address.beginning + address.path
    return address.beginning + address.path + address.query


_SCHEME, _USER, _HOST, _PORT, _PATH, _QUERY, _FRAGMENT, _STRONG_PORT, _DELIMITED = (
    *(1, 2, 4, 8, 16, 32, 64, 128, 0x40000000),
)


@method(URI, "string GetComponents(System.UriComponents components, System.UriFormat format)")
def get_components(uri: Uri, wanted: enum.Enum, form: enum.Enum) -> str:
    """The parts that are asked for; one alone comes without its mark, unless that is kept."""
    flags, address = number_of(wanted), uri.address
    alone = flags.bit_count() == 1
    found = []
    for flag, text in (
        (_SCHEME, address.scheme if alone else f"{address.scheme}{'://' if address.has_authority else ':'}"),
        (_USER, address.user if alone or not address.user else f"{address.user}@"),
        (_HOST, address.host),
        (_STRONG_PORT, str(address.port) if alone else f":{address.port}"),
        (_PORT, "" if address.is_default_port else str(address.port) if alone else f":{address.port}"),
        (_PATH, address.path.lstrip("/") if alone else ("/" * address.is_dos_path + address.path)),
        (_QUERY, address.query[1:] if alone else address.query),
        (_FRAGMENT, address.fragment[1:] if alone else address.fragment),
    ):
        if flags & flag and not (flag == _PORT and flags & _STRONG_PORT):
            found.append(text)
    text = "".join(found)
    return text if form.name == "UriEscaped" else unescaped(text, "#?%" if form.name == "SafeUnescaped" else "")


@static(
    URI,
    "int Compare(uri uri1, uri uri2, System.UriComponents partsToCompare, System.UriFormat compareFormat, "
    "System.StringComparison comparisonType)",
)
def compare(one: Uri, other: Uri, parts: enum.Enum, form: enum.Enum, how: Any) -> int:
    """The order of two addresses by some of their parts."""
    return comparison_of(how).compare(get_components(one, parts, form), get_components(other, parts, form))


constants(
    URI,
    SchemeDelimiter="://",
    **{
        f"UriScheme{_name}": _name.lower()
        for _name in (
            *("File", "Ftp", "Ftps", "Gopher", "Http", "Https", "Mailto", "News", "Nntp", "Sftp", "Ssh", "Telnet"),
            *("Data", "Ws", "Wss"),
        )
    },
    UriSchemeNetPipe="net.pipe",
    UriSchemeNetTcp="net.tcp",
)

"""System.Guid."""

from __future__ import annotations

import uuid
from typing import Any

from msolemu.runtime.errors.net_errors import argument_error, format_error
from msolemu.runtime.state import current
from msolemu.runtime.types.declaring import constants, constructor, method, static, typed_property
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import Byte, TypedArray, Value
from msolemu.runtime.values.references import Reference

GUID = known_type("System.Guid")
EMPTY = uuid.UUID(int=0)
constants(GUID, Empty=EMPTY, AllBitsSet=uuid.UUID(int=2**128 - 1))
BYTES = 16
HEXADECIMAL = frozenset("0123456789abcdefABCDEF")
GROUPS = ([8, 4, 4, 4, 12], [32])

typed_property(GUID, "System.Int32", "Variant", lambda value: value.int >> 60 & 0xF)
typed_property(GUID, "System.Int32", "Version", lambda value: value.int >> 76 & 0xF)
typed_property(GUID, "System.String", "Guid", str)


def read(text: str) -> uuid.UUID | None:
    """The identifier of a text in the forms N, D, B and P; None when it is none."""
    plain = text.strip()
    if plain[:1] + plain[-1:] in ("{}", "()"):
        plain = plain[1:-1]
    digits = plain.replace("-", "")
    if [len(part) for part in plain.split("-")] in GROUPS and set(digits) <= HEXADECIMAL:
        return uuid.UUID(digits)
    return None


@static(GUID, "guid NewGuid()")
def new_guid() -> uuid.UUID:
    """A new identifier, from the session's source of them."""
    return current.session().ids.guid()


@static(GUID, "guid Parse(string input)", "guid Parse(string s, System.IFormatProvider provider)")
def parse(text: str, provider: Value = None) -> uuid.UUID:
    """The identifier of a text."""
    found = read(text)
    if found is None:
        raise format_error(UNRECOGNIZED)
    return found


UNRECOGNIZED = "Unrecognized Guid format."


@static(GUID, "guid ParseExact(string input, string format)")
def parse_exact(text: str, directive: str) -> uuid.UUID:
    """The identifier of a text in the form D, N, B, P or X."""
    found = read(text)
    if found is None or to_string(found, directive) != text.strip().lower():
        raise format_error(UNRECOGNIZED)
    return found


@static(GUID, "bool TryParseExact(string input, string format, [ref] guid result)")
def try_parse_exact(text: str | None, directive: str, result: Reference) -> bool:
    """Whether the text is an identifier in that form, which `result` then holds."""
    found = read(text or "")
    worked = found is not None and to_string(found, directive) == (text or "").strip().lower()
    result.value = found if worked else EMPTY
    return worked


@static(
    GUID,
    "bool TryParse(string input, [ref] guid result)",
    "bool TryParse(string s, System.IFormatProvider provider, [ref] guid result)",
)
def try_parse(text: str | None, *rest: Any) -> bool:
    """Whether the text is an identifier, which `result` then holds."""
    result: Reference = rest[-1]
    found = read(text or "")
    result.value = found or EMPTY
    return found is not None


@constructor(GUID, "guid(string g)")
def from_text(text: str) -> uuid.UUID:
    """The identifier of a text."""
    return parse(text)


@constructor(GUID, "guid()")
def empty() -> uuid.UUID:
    """The empty identifier."""
    return EMPTY


@constructor(GUID, "guid(byte[] b)", "guid(System.ReadOnlySpan[byte] b, bool bigEndian)")
def from_bytes(octets: list[int], big_endian: bool = False) -> uuid.UUID:
    """The identifier of sixteen bytes as .NET orders them."""
    if len(octets) != BYTES:
        raise argument_error("Byte array for Guid must be exactly 16 bytes long.", "b")
    return uuid.UUID(bytes=bytes(octets)) if big_endian else uuid.UUID(bytes_le=bytes(octets))


@static(GUID, "guid CreateVersion7()", "guid CreateVersion7(System.DateTimeOffset timestamp)")
def create_version_7(moment: Any = None) -> uuid.UUID:
    """A new identifier that begins with the time, lab time unless told otherwise."""
    from msolemu.runtime.types.date_time_members import UNIX_START

    session = current.session()
    seconds = session.clock.now().timestamp() if moment is None else (moment.utc_ticks - UNIX_START) / 10**7
    low = session.ids.guid().int & (1 << 76) - 1
    return uuid.UUID(int=int(seconds * 1000) << 80 | 7 << 76 | low & ~(0b11 << 62) | 0b10 << 62)


@constructor(GUID, f"guid(int a, int16 b, int16 c, {', '.join(f'byte {letter}' for letter in 'defghijk')})")
@constructor(GUID, f"guid(uint a, uint16 b, uint16 c, {', '.join(f'byte {letter}' for letter in 'defghijk')})")
def from_parts(first: int, second: int, third: int, *octets: int) -> uuid.UUID:
    """The identifier of its parts."""
    head = (first & 0xFFFFFFFF).to_bytes(4, "big") + b"".join(
        (part & 0xFFFF).to_bytes(2, "big") for part in (second, third)
    )
    return uuid.UUID(bytes=head + bytes(octets))


@constructor(GUID, "guid(int a, int16 b, int16 c, byte[] d)")
def from_parts_and_bytes(first: int, second: int, third: int, octets: list[int]) -> uuid.UUID:
    """The identifier of its parts."""
    return from_parts(first, second, third, *octets)


@method(GUID, "byte[] ToByteArray()", "byte[] ToByteArray(bool bigEndian)")
def to_byte_array(value: uuid.UUID, big_endian: bool = False) -> TypedArray:
    """The sixteen bytes as .NET orders them, or as they are written."""
    return TypedArray(map(Byte, value.bytes if big_endian else value.bytes_le), known_type("System.Byte"))


@method(
    GUID,
    "string ToString()",
    "string ToString(string format)",
    "string ToString(string format, System.IFormatProvider provider)",
)
def to_string(value: uuid.UUID, directive: str | None = None, provider: Value = None) -> str:
    """The text in the form D, N, B, P or X."""
    match (directive or "D").upper():
        case "D":
            return str(value)
        case "N":
            return value.hex
        case "B":
            return f"{{{value}}}"
        case "P":
            return f"({value})"
        case "X":
            first = f"0x{value.time_low:08x},0x{value.time_mid:04x},0x{value.time_hi_version:04x}"
            return f"{{{first},{{{','.join(f'0x{octet:02x}' for octet in value.bytes[8:])}}}}}"
    raise format_error(
        'Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".',
    )


@method(GUID, "int CompareTo(guid value)", "int CompareTo(System.Object value)")
def compare_to(value: uuid.UUID, other: Value) -> int:
    """The order by the digits."""
    if other is None:
        return 1
    if not isinstance(other, uuid.UUID):
        raise argument_error("Object must be of type GUID.", "value")
    return (value > other) - (value < other)

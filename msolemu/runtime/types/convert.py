"""System.Convert and System.BitConverter."""

from __future__ import annotations

import base64
import binascii
import struct
from collections.abc import Callable, Sequence
from typing import Any

from msolemu.runtime.casting import conversion
from msolemu.runtime.errors.net_errors import (
    NetError,
    argument_error,
    format_error,
    index_out_of_range,
    null_argument,
    overflow,
)
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.numeric.numbers import too_large
from msolemu.runtime.types.declaring import constants, static
from msolemu.runtime.types.missing import NULL
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import BOOLEAN, CHAR, known_type, type_of
from msolemu.runtime.values.objects import (
    INTEGER_RANGES,
    Byte,
    Char,
    Int16,
    Int64,
    Single,
    TypedArray,
    UInt16,
    UInt32,
    UInt64,
    Value,
)

CONVERT = known_type("System.Convert")
BITS = known_type("System.BitConverter")
BYTE = known_type("System.Byte")
DECIMAL, HEXADECIMAL = 10, 16
BASES = (2, 8, DECIMAL, HEXADECIMAL)
LINE = 76

constants(BITS, IsLittleEndian=True)


def octets(content: bytes) -> TypedArray:
    """Bytes as a `Byte[]`."""
    return TypedArray(map(Byte, content), BYTE)


def _declare_conversion(name: str, kind: NetType) -> None:
    """ToInt32 and its kin: the value by the type's own conversion, null as zero."""

    def to_type(value: Value, culture: Value = None) -> Value:
        if type(value) is str:
            return _of_text(value, kind, culture)
        try:
            return conversion.convert(value, kind)
        except PowerShellError as error:
            raise _cause(error, value, kind) from None

    static(
        CONVERT,
        f"{kind.script_name} To{name}(System.Object value)",
        f"{kind.script_name} To{name}(System.Object value, System.IFormatProvider provider)",
    )(to_type)
    if kind.python in INTEGER_RANGES:
        static(CONVERT, f"{kind.script_name} To{name}(string value, int fromBase)")(
            lambda text, base: _from_base(text, base, kind)
        )


def _of_text(text: str, kind: NetType, culture: Value) -> Value:
    """A text as the type's own Parse reads it, which is stricter than a cast."""
    from msolemu.runtime.values.members import invoke_static

    given = [text] if culture is None or kind is BOOLEAN or kind is CHAR else [text, culture]
    try:
        return invoke_static(kind, "Parse", given)
    except PowerShellError as error:
        inner = error.record.exception.innermost()
        raise NetError(inner.type_name, inner.message) from None


def _cause(error: PowerShellError, value: Value, kind: NetType) -> NetError:
    """What .NET itself throws where PowerShell's cast fails."""
    inner = error.record.exception.innermost()
    if inner.type_name.endswith("InvalidCastException") or inner is error.record.exception:
        source = type_of(value)
        if source.method("gettypecode") is None:
            message = f"Unable to cast object of type '{source.full_name}' to type 'System.IConvertible'."
        else:
            message = f"Invalid cast from '{source.name}' to '{kind.name}'."
        return NetError("System.InvalidCastException", message)
    return NetError(inner.type_name, inner.message)


_NAMES = "Boolean Byte SByte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double Decimal DateTime Char"
for _name in _NAMES.split():
    _declare_conversion(_name, known_type("System." + _name))


def _from_base(text: str | None, base: int, kind: NetType) -> Value:
    if base not in BASES:
        raise argument_error("Invalid Base.")
    cls: Any = kind.python
    if text is None:
        return cls(0)
    if not text:
        raise index_out_of_range("")
    if base == DECIMAL:
        return _of_text(text, kind, None)
    if text.startswith("-"):
        raise argument_error("String cannot contain a minus sign if the base is not 10.")
    number = int(_digits(text, base), base)
    low, high = INTEGER_RANGES[cls]
    size = high - low + 1
    if number >= max(size, 2**32):
        raise overflow(str(too_large(UInt64 if size > 2**32 else UInt32)))
    if low and high < number < size:
        number -= size
    if not low <= number <= high:
        raise overflow(str(too_large(cls)))
    return cls(number)


def _digits(text: str, base: int) -> str:
    """The digits of a text in base 2, 8 or 16, without the `0x` that may stand before them."""
    plain = text[2:] if base == HEXADECIMAL and text[:2].lower() == "0x" else text
    rest = plain.lower().lstrip("0123456789abcdef"[:base])
    if len(rest) == len(plain):
        raise format_error("Could not find any recognizable digits.")
    if rest:
        raise format_error("Additional non-parsable characters are at the end of the string.")
    return plain


@static(
    CONVERT,
    "string ToString(System.Object value)",
    "string ToString(System.Object value, System.IFormatProvider provider)",
)
def to_string(value: Value, culture: Value = None) -> str:
    """The value as text, under a culture where one is given."""
    if culture is None or value is None or isinstance(value, str | bool):
        return conversion.culture_text(value)
    from msolemu.runtime.text.text_operators import composite

    return composite("{0}", [value], culture)


@static(
    CONVERT,
    *(f"string ToString({kind} value, int toBase)" for kind in ("int", "long", "byte", "int16")),
)
def to_base(number: int, base: int) -> str:
    """A whole number in base 2, 8, 10 or 16; one below zero in two's complement."""
    if base not in BASES:
        raise argument_error("Invalid Base.")
    if number < 0 and base != 10:
        low, high = INTEGER_RANGES[type(number)]
        number = int(number) + (high - low + 1)
    return format(int(number), {2: "b", 8: "o", 10: "d", 16: "x"}[base])


@static(
    CONVERT,
    *(
        f"System.Object ChangeType(System.Object value, {kind}{provider})"
        for kind in ("type conversionType", "System.TypeCode typeCode")
        for provider in ("", ", System.IFormatProvider provider")
    ),
)
def change_type(value: Value, wanted: Any, provider: Value = None) -> Value:
    """The value as another type."""
    kind: NetType = wanted if isinstance(wanted, NetType) else known_type(f"System.{wanted.name}")
    try:
        return conversion.convert(value, kind)
    except PowerShellError as error:
        raise _cause(error, value, kind) from None


@static(
    CONVERT, "string ToBase64String(byte[] inArray)", "string ToBase64String(byte[] inArray, int offset, int length)"
)
def to_base64(content: Sequence[int], offset: int = 0, length: int | None = None) -> str:
    """Bytes in base 64."""
    if content is None:
        raise null_argument("inArray")
    part = bytes(content)[offset:] if length is None else bytes(content)[offset : offset + length]
    return base64.b64encode(part).decode("ascii")


_OPTIONS = "System.Base64FormattingOptions options"


@static(
    CONVERT,
    f"string ToBase64String(byte[] inArray, {_OPTIONS})",
    f"string ToBase64String(byte[] inArray, int offset, int length, {_OPTIONS})",
)
def to_base64_lines(content: Sequence[int], *rest: Any) -> str:
    """Bytes in base 64, in lines where asked for."""
    *part, options = rest
    text = to_base64(content, *part)
    if not options.value:
        return text
    return "\r\n".join(text[start : start + LINE] for start in range(0, len(text), LINE))


@static(CONVERT, "byte[] FromBase64String(string s)")
def from_base64(text: str | None) -> TypedArray:
    """The bytes of a text in base 64."""
    if text is None:
        raise null_argument("s")
    plain = "".join(text.split())
    try:
        return octets(base64.b64decode(plain, validate=True))
    except (binascii.Error, ValueError):
        raise format_error(
            "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding "
            "characters, or an illegal character among the padding characters."
        ) from None


_CHARACTERS = "byte[] inArray, int offsetIn, int length, char[] outArray, int offsetOut"


@static(CONVERT, f"int ToBase64CharArray({_CHARACTERS})", f"int ToBase64CharArray({_CHARACTERS}, {_OPTIONS})")
def to_base64_characters(
    content: Sequence[int], start: int, length: int, target: list[Value], index: int, *options: Any
) -> int:
    """Put bytes in base 64 into an array of characters; gives how many there are."""
    text = to_base64_lines(content, start, length, *options) if options else to_base64(content, start, length)
    target[index : index + len(text)] = map(Char, text)
    return len(text)


@static(CONVERT, "byte[] FromBase64CharArray(char[] inArray, int offset, int length)")
def from_base64_characters(units: Sequence[str], offset: int, length: int) -> TypedArray:
    """The bytes of characters in base 64."""
    return from_base64("".join(units[offset : offset + length]))


@static(CONVERT, "bool IsDBNull(System.Object value)")
def is_null_of_database(value: Value) -> bool:
    """Whether a value is the null of databases."""
    return value is NULL


constants(CONVERT, DBNull=NULL)


@static(CONVERT, "string ToHexString(byte[] inArray)", "string ToHexString(byte[] inArray, int offset, int length)")
def to_hexadecimal(content: Sequence[int], offset: int = 0, length: int | None = None) -> str:
    """Bytes as hexadecimal digits."""
    if content is None:
        raise null_argument("inArray")
    return bytes(content[offset : None if length is None else offset + length]).hex().upper()


static(
    CONVERT,
    "string ToHexStringLower(byte[] inArray)",
    "string ToHexStringLower(byte[] inArray, int offset, int length)",
)(lambda *given: to_hexadecimal(*given).lower())


@static(CONVERT, "byte[] FromHexString(string s)")
def from_hexadecimal(text: str) -> TypedArray:
    """The bytes of hexadecimal digits."""
    try:
        return octets(bytes.fromhex(text))
    except ValueError:
        raise format_error(
            "The input is not a valid hex string as it contains a non-hex character."
            if len(text) % 2 == 0
            else "The input is not a valid hex string as its length is not a multiple of 2."
        ) from None


@static(CONVERT, "System.TypeCode GetTypeCode(System.Object value)")
def type_code(value: Value) -> Any:
    """The code of a value's type."""
    from msolemu.runtime.types.enumerations import member
    from msolemu.runtime.values.members import invoke_method

    if value is None:
        return member("System.TypeCode", "Empty")
    if type_of(value).method("gettypecode") is None:
        return member("System.TypeCode", "Object")
    return invoke_method(value, "GetTypeCode", [])


@static(
    BITS,
    "string ToString(byte[] value)",
    "string ToString(byte[] value, int startIndex)",
    "string ToString(byte[] value, int startIndex, int length)",
)
def bits_text(content: Sequence[int], start: int = 0, length: int | None = None) -> str:
    """Bytes as pairs of digits with dashes."""
    part = content[start:] if length is None else content[start : start + length]
    return "-".join(f"{octet:02X}" for octet in part)


FORMS: dict[str, tuple[str, Callable[[Any], Value]]] = {
    "Int16": ("<h", Int16),
    "UInt16": ("<H", UInt16),
    "Int32": ("<i", int),
    "UInt32": ("<I", UInt32),
    "Int64": ("<q", Int64),
    "UInt64": ("<Q", UInt64),
    "Single": ("<f", Single),
    "Double": ("<d", float),
    "Boolean": ("<?", bool),
}
"""How numbers and truth stand in bytes, the lowest byte first, and what is made of them."""


def _declare_bits(name: str, form: str, cls: Callable[[Any], Value]) -> None:
    kind = known_type("System." + name)
    size = struct.calcsize(form)

    def read(content: Sequence[int], start: int) -> Value:
        part = bytes(content[start : start + size])
        if len(part) < size:
            raise argument_error(
                "Destination array is not long enough to copy all the items in the collection. "
                "Check array index and length."
            )
        return cls(struct.unpack(form, part)[0])

    static(BITS, f"{kind.script_name} To{name}(byte[] value, int startIndex)")(read)
    static(BITS, f"byte[] GetBytes({kind.script_name} value)")(lambda value: octets(struct.pack(form, value)))


for _name, (_form, _cls) in FORMS.items():
    _declare_bits(_name, _form, _cls)

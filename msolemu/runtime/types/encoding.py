"""System.Text.Encoding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msolemu.runtime.errors.net_errors import NetError, argument_error, null_argument
from msolemu.runtime.text import encodings
from msolemu.runtime.text.encodings import TextEncoding
from msolemu.runtime.types.convert import octets
from msolemu.runtime.types.declaring import constructor, method, static, static_properties, typed_property
from msolemu.runtime.types.registry import CHAR, known_type
from msolemu.runtime.values.objects import TypedArray, Value

ENCODING = known_type("System.Text.Encoding")
static_properties(
    ENCODING,
    UTF8=lambda: encodings.UTF8_MARKED,
    Unicode=lambda: encodings.UTF16,
    BigEndianUnicode=lambda: encodings.UTF16_BIG,
    UTF32=lambda: encodings.UTF32,
    UTF7=lambda: encodings.UTF7,
    ASCII=lambda: encodings.ASCII,
    Latin1=lambda: encodings.LATIN1,
    Default=lambda: encodings.UTF8,
)
typed_property(ENCODING, "System.Byte[]", "Preamble", lambda encoding: octets(encoding.preamble))
typed_property(ENCODING, "System.String", "BodyName", lambda encoding: encoding.WebName)
typed_property(ENCODING, "System.String", "EncodingName", lambda encoding: encoding.EncodingName)
typed_property(ENCODING, "System.String", "HeaderName", lambda encoding: encoding.WebName)
typed_property(ENCODING, "System.String", "WebName", lambda encoding: encoding.WebName)
typed_property(
    ENCODING,
    "System.Boolean",
    "IsSingleByte",
    lambda encoding: encoding in (encodings.ASCII, encodings.LATIN1, encodings.WINDOWS, encodings.OEM),
)
typed_property(ENCODING, "System.Boolean", "IsReadOnly", lambda encoding: True)
typed_property(ENCODING, "System.Int32", "CodePage", lambda encoding: encoding.CodePage)


@method(ENCODING, "byte[] GetBytes(string s)")
def get_bytes(encoding: TextEncoding, text: str | None) -> TypedArray:
    """The bytes of a text."""
    if text is None:
        raise null_argument("s")
    return octets(encoding.encode(text))


@method(ENCODING, "byte[] GetBytes(char[] chars)")
def get_bytes_of_chars(encoding: TextEncoding, units: Sequence[str]) -> TypedArray:
    """The bytes of characters."""
    return octets(encoding.encode("".join(units)))


@method(ENCODING, "string GetString(byte[] bytes)", "string GetString(byte[] bytes, int index, int count)")
def get_string(encoding: TextEncoding, content: Sequence[int], index: int = 0, count: int | None = None) -> str:
    """The text of bytes; a byte order mark stays in it, as in .NET."""
    if content is None:
        raise null_argument("bytes")
    part = bytes(content)[index:] if count is None else bytes(content)[index : index + count]
    unmarked = TextEncoding(encoding.WebName, encoding.EncodingName, encoding.CodePage, encoding.codec)
    return unmarked.decode(part)


@method(ENCODING, "char[] GetChars(byte[] bytes)")
def get_chars(encoding: TextEncoding, content: Sequence[int]) -> TypedArray:
    """The characters of bytes."""
    from msolemu.runtime.values.objects import Char

    return TypedArray(map(Char, get_string(encoding, content)), CHAR)


@method(ENCODING, "int GetByteCount(string chars)")
def get_byte_count(encoding: TextEncoding, text: str) -> int:
    """How many bytes a text takes."""
    return len(encoding.encode(text))


@method(ENCODING, "int GetCharCount(byte[] bytes)")
def get_char_count(encoding: TextEncoding, content: Sequence[int]) -> int:
    """How many characters bytes make."""
    return len(get_string(encoding, content))


@method(ENCODING, "byte[] GetPreamble()")
def get_preamble(encoding: TextEncoding) -> TypedArray:
    """The bytes that mark a file of the encoding."""
    return octets(encoding.preamble)


@method(ENCODING, "string ToString()")
def to_string(encoding: TextEncoding) -> str:
    """The type's name."""
    return _CLASSES.get(encoding.WebName, "System.Text.Encoding")


_CLASSES = {"utf-8": "System.Text.UTF8Encoding+UTF8EncodingSealed", "us-ascii": "System.Text.ASCIIEncoding"}
_ALL = (
    encodings.UTF8_MARKED,
    encodings.UTF16,
    encodings.UTF16_BIG,
    encodings.UTF32,
    encodings.UTF32_BIG,
    encodings.ASCII,
    encodings.LATIN1,
    encodings.WINDOWS,
    encodings.UTF7,
    encodings.OEM,
)


@static(ENCODING, "System.Text.Encoding GetEncoding(string name)", "System.Text.Encoding GetEncoding(int codepage)")
def get_encoding(wanted: Any) -> TextEncoding:
    """The encoding of a name or code page."""
    for known in _ALL:
        if wanted == known.CodePage or (isinstance(wanted, str) and wanted.lower() in _names(known)):
            return known
    if isinstance(wanted, str):
        raise argument_error(
            f"'{wanted}' is not a supported encoding name. For information on defining a custom encoding, "
            "see the documentation for the Encoding.RegisterProvider method.",
            "name",
        )
    raise NetError(
        "System.NotSupportedException",
        f"No data is available for encoding {wanted}. For information on defining a custom encoding, "
        "see the documentation for the Encoding.RegisterProvider method.",
    )


def _names(encoding: TextEncoding) -> tuple[str, ...]:
    others = {"utf-8": ("utf8",), "us-ascii": ("ascii",), "utf-16": ("unicode",), "iso-8859-1": ("latin1",)}
    return (encoding.WebName.lower(), *others.get(encoding.WebName, ()))


@constructor(
    known_type("System.Text.UTF8Encoding"),
    "System.Text.UTF8Encoding()",
    "System.Text.UTF8Encoding(bool encoderShouldEmitUTF8Identifier)",
    "System.Text.UTF8Encoding(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)",
)
def new_utf8(marked: bool = False, strict: bool = False) -> TextEncoding:
    """UTF-8 with or without a byte order mark."""
    return encodings.UTF8_MARKED if marked else encodings.UTF8


@constructor(
    known_type("System.Text.UnicodeEncoding"),
    "System.Text.UnicodeEncoding()",
    "System.Text.UnicodeEncoding(bool bigEndian, bool byteOrderMark)",
)
def new_utf16(big: bool = False, marked: bool = True) -> TextEncoding:
    """UTF-16 of either order."""
    return encodings.UTF16_BIG if big else encodings.UTF16


@constructor(known_type("System.Text.ASCIIEncoding"), "System.Text.ASCIIEncoding()")
def new_ascii() -> Value:
    """ASCII."""
    return encodings.ASCII

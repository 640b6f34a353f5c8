"""Encodings of text files, by the names that `-Encoding` takes, and how a text file's own is recognised.

Without a byte order mark text is UTF-8; bytes that are not UTF-8 become U+FFFD, as in PowerShell. `ansi` and 5.1's
`Default` mean Windows-1252 on every host.
"""

from __future__ import annotations

import codecs

from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.text import from_units, to_units
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.errors.records import ErrorCategory, runtime_error
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Value, is_number, unwrap


class Encoding:
    """What parameters that take an encoding are declared with."""

    __slots__ = ()


represent(known_type("System.Text.Encoding"), Encoding)


@dataclass(frozen=True, slots=True)
class TextEncoding(Encoding):
    """System.Text.Encoding: a codec and the bytes that may mark its files."""

    WebName: str
    EncodingName: str
    CodePage: int
    codec: str
    preamble: bytes = b""
    class_name: str = "SBCSCodePageEncoding"
    is_strict: bool = False
    """Whether bytes that mean nothing are an error; else they become U+FFFD."""

    @property
    def net_type(self) -> NetType:
        """The class that it has in .NET."""
        return known_type(f"System.Text.{self.class_name}")

    def encode(self, text: str) -> bytes:
        """The bytes of a text, without preamble; what the encoding lacks becomes a question mark."""
        return from_units(text).encode(self.codec, "replace")

    def decode(self, content: bytes) -> str:
        """The text of bytes; a preamble is no part of it."""
        try:
            return to_units(
                content.removeprefix(self.preamble).decode(self.codec, "strict" if self.is_strict else "replace")
            )
        except UnicodeDecodeError as error:
            wrong = "".join(f"[{octet:02X}]" for octet in content[error.start : error.end])
            raise NetError(
                "System.Text.DecoderFallbackException",
                f"Unable to translate bytes {wrong} at index {error.start} from specified code page to Unicode.",
            ) from error


UTF8 = TextEncoding("utf-8", "Unicode (UTF-8)", 65001, "utf-8", class_name="UTF8Encoding")
UTF8_MARKED = TextEncoding(
    "utf-8", "Unicode (UTF-8)", 65001, "utf-8", codecs.BOM_UTF8, "UTF8Encoding+UTF8EncodingSealed"
)
UTF16 = TextEncoding("utf-16", "Unicode", 1200, "utf-16-le", codecs.BOM_UTF16_LE, "UnicodeEncoding")
UTF16_BIG = TextEncoding("utf-16BE", "Unicode (Big-Endian)", 1201, "utf-16-be", codecs.BOM_UTF16_BE, "UnicodeEncoding")
UTF32 = TextEncoding("utf-32", "Unicode (UTF-32)", 12000, "utf-32-le", codecs.BOM_UTF32_LE, "UTF32Encoding")
UTF32_BIG = TextEncoding(
    "utf-32BE", "Unicode (UTF-32 Big-Endian)", 12001, "utf-32-be", codecs.BOM_UTF32_BE, "UTF32Encoding"
)
ASCII = TextEncoding("us-ascii", "US-ASCII", 20127, "ascii", class_name="ASCIIEncoding+ASCIIEncodingSealed")
LATIN1 = TextEncoding(
    "iso-8859-1", "Western European (ISO)", 28591, "latin-1", class_name="Latin1Encoding+Latin1EncodingSealed"
)
WINDOWS = TextEncoding("windows-1252", "Western European (Windows)", 1252, "cp1252")
UTF7 = TextEncoding("utf-7", "Unicode (UTF-7)", 65000, "utf-7", class_name="UTF7Encoding")
OEM = TextEncoding("ibm437", "OEM United States", 437, "cp437")

BY_NAME: dict[str, TextEncoding] = {
    "ascii": ASCII,
    "ansi": WINDOWS,
    "bigendianunicode": UTF16_BIG,
    "bigendianutf32": UTF32_BIG,
    "default": WINDOWS,
    "oem": OEM,
    "string": UTF16,
    "unicode": UTF16,
    "unknown": UTF16,
    "utf7": UTF7,
    "utf8": UTF8,
    "utf8bom": UTF8_MARKED,
    "utf8nobom": UTF8,
    "utf32": UTF32,
}
LISTED = "ascii, ansi, bigendianunicode, bigendianutf32, unicode, utf7, utf8, utf8BOM, utf8NoBOM, utf32, oem"
_WEB_NAMES = {
    one.WebName.lower(): one for one in (UTF16, UTF16_BIG, UTF32, UTF32_BIG, ASCII, LATIN1, WINDOWS, OEM, UTF8)
}
_PAGES = {one.CodePage: one for one in (UTF16, UTF16_BIG, UTF32, UTF32_BIG, ASCII, LATIN1, WINDOWS, UTF7, OEM, UTF8)}
_MARKED = (UTF8_MARKED, UTF32, UTF32_BIG, UTF16, UTF16_BIG)
_MARKS = tuple(one.preamble for one in _MARKED)


def encoding_of(value: Value) -> TextEncoding:
    """The encoding that an argument means: one itself, a name, a code page."""
    plain = unwrap(value)
    if isinstance(plain, TextEncoding):
        return plain
    if is_number(plain):
        return _of_page(int(plain), str(plain))
    name = str(plain)
    found = BY_NAME.get(name.lower()) or _WEB_NAMES.get(name.lower())
    if found is not None:
        return found
    return _of_page(int(name), name) if name.isdecimal() else _of_codec(name, name)


def _of_page(page: int, name: str) -> TextEncoding:
    known = _PAGES.get(page)
    return known if known is not None else _of_codec(f"cp{page}", name)


def _of_codec(codec: str, name: str) -> TextEncoding:
    try:
        found = codecs.lookup(codec)
    except LookupError:
        raise runtime_error(
            "ArgumentException",
            f"'{name}' is not a supported encoding name. For information on defining a custom encoding, see the "
            "documentation for the Encoding.RegisterProvider method. (Parameter 'name')",
            ErrorCategory.INVALID_ARGUMENT,
            "System.ArgumentException",
        ) from None
    page = int(codec[2:]) if codec.startswith("cp") and codec[2:].isdecimal() else 0
    return TextEncoding(found.name, found.name, page, found.name)


def marked_encoding(content: bytes) -> TextEncoding | None:
    """The encoding that the first bytes tell of."""
    if not content.startswith(_MARKS):
        return None
    return next(one for one in _MARKED if content.startswith(one.preamble))


def decoded(content: bytes, encoding: TextEncoding | None = None) -> str:
    """The text of a file: by its byte order mark, else the encoding asked for, else UTF-8."""
    found = marked_encoding(content) or encoding or UTF8
    return found.decode(content)

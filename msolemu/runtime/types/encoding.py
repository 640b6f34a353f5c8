"""System.Text.Encoding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msolemu.foundation.dataclass import replace
from msolemu.runtime.errors.net_errors import NetError, argument_error, null_argument, out_of_range
from msolemu.runtime.text import encodings
from msolemu.runtime.text.encodings import TextEncoding
from msolemu.runtime.types.convert import octets
from msolemu.runtime.types.declaring import (
    constants,
    constructor,
    method,
    refused,
    static,
    static_properties,
    typed_property,
)
from msolemu.runtime.types.registry import CHAR, known_type, represent
from msolemu.runtime.values.objects import Char, TypedArray, Value

ENCODING, INFO, PROVIDER = (
    known_type(f"System.Text.{_name}") for _name in ("Encoding", "EncodingInfo", "CodePagesEncodingProvider")
)
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
    "System.Int32",
    "WindowsCodePage",
    lambda encoding: 1200 if encoding.class_name.startswith("U") else 1252,
)
for _name in ("IsBrowserDisplay", "IsBrowserSave", "IsMailNewsDisplay", "IsMailNewsSave"):
    typed_property(ENCODING, "System.Boolean", _name, lambda encoding: encoding.CodePage != encodings.UTF32.CodePage)
typed_property(
    ENCODING,
    "System.Boolean",
    "IsSingleByte",
    lambda encoding: not encoding.class_name.startswith("U"),
)
refused(ENCODING, "replaces what an encoding lacks by a question mark", "EncoderFallback", "DecoderFallback")
typed_property(ENCODING, "System.Boolean", "IsReadOnly", lambda encoding: True)
typed_property(ENCODING, "System.Int32", "CodePage", lambda encoding: encoding.CodePage)


refused(ENCODING, "encodes whole texts", "GetEncoder()", "GetDecoder()", "::CreateTranscodingStream()")


def _part(whole: Any, index: int, count: int | None, parameter: str) -> Any:
    """A part of a text, of characters or of bytes."""
    if whole is None:
        raise null_argument(parameter)
    if count is None:
        return whole
    if index < 0 or count < 0:
        raise out_of_range("Non-negative number required.", "index" if index < 0 else "count")
    if index + count > len(whole):
        raise out_of_range("Index and count must refer to a location within the buffer.", parameter)
    return whole[index : index + count]


_RANGE = ", int index, int count"


@method(ENCODING, "byte[] GetBytes(string s)", f"byte[] GetBytes(string s{_RANGE})")
def get_bytes(encoding: TextEncoding, text: str | None, index: int = 0, count: int | None = None) -> TypedArray:
    """The bytes of a text."""
    return octets(encoding.encode(_part(text, index, count, "s")))


@method(ENCODING, "byte[] GetBytes(char[] chars)", f"byte[] GetBytes(char[] chars{_RANGE})")
def get_bytes_of_chars(
    encoding: TextEncoding, units: Sequence[str], index: int = 0, count: int | None = None
) -> TypedArray:
    """The bytes of characters."""
    return octets(encoding.encode("".join(_part(units, index, count, "chars"))))


_CHARACTERS = "int charIndex, int charCount, byte[] bytes, int byteIndex"


@method(ENCODING, f"int GetBytes(string s, {_CHARACTERS})", f"int GetBytes(char[] chars, {_CHARACTERS})")
def put_bytes(encoding: TextEncoding, text: Any, index: int, count: int, target: list[Value], place: int) -> int:
    """Put the bytes into an array; gives how many there are."""
    found = octets(encoding.encode("".join(_part(text, index, count, "chars"))))
    target[place : place + len(found)] = found
    return len(found)


@method(ENCODING, "string GetString(byte[] bytes)", f"string GetString(byte[] bytes{_RANGE})")
def get_string(encoding: TextEncoding, content: Sequence[int], index: int = 0, count: int | None = None) -> str:
    """The text of bytes; a byte order mark stays in it, as in .NET."""
    return replace(encoding, preamble=b"").decode(bytes(_part(content, index, count, "bytes")))


@method(ENCODING, "char[] GetChars(byte[] bytes)", f"char[] GetChars(byte[] bytes{_RANGE})")
def get_chars(encoding: TextEncoding, content: Sequence[int], index: int = 0, count: int | None = None) -> TypedArray:
    """The characters of bytes."""
    return TypedArray(map(Char, get_string(encoding, content, index, count)), CHAR)


@method(ENCODING, "int GetByteCount(string chars)", f"int GetByteCount(string s{_RANGE})")
@method(ENCODING, "int GetByteCount(char[] chars)", f"int GetByteCount(char[] chars{_RANGE})")
def get_byte_count(encoding: TextEncoding, text: Any, index: int = 0, count: int | None = None) -> int:
    """How many bytes a text takes."""
    return len(encoding.encode("".join(_part(text, index, count, "chars"))))


@method(ENCODING, "int GetCharCount(byte[] bytes)", f"int GetCharCount(byte[] bytes{_RANGE})")
def get_char_count(encoding: TextEncoding, content: Sequence[int], index: int = 0, count: int | None = None) -> int:
    """How many characters bytes make."""
    return len(get_string(encoding, content, index, count))


_WIDTHS = {"utf-8": 3, "utf-16": 2, "utf-16be": 2, "utf-32": 4, "utf-32be": 4}


@method(ENCODING, "int GetMaxByteCount(int charCount)")
def most_bytes(encoding: TextEncoding, count: int) -> int:
    """How many bytes so many characters take at the most."""
    return (count + 1) * _WIDTHS.get(encoding.WebName.lower(), 1)


@method(ENCODING, "int GetMaxCharCount(int byteCount)")
def most_characters(encoding: TextEncoding, count: int) -> int:
    """How many characters so many bytes make at the most."""
    match _WIDTHS.get(encoding.WebName.lower(), 1):
        case 3:
            return count + 1
        case 2:
            return count // 2 + count % 2 + 1
        case 4:
            return count // 2 + 2
    return count


method(ENCODING, "System.Object Clone()")(lambda encoding: encoding)
method(ENCODING, "bool IsAlwaysNormalized()", "bool IsAlwaysNormalized(System.Text.NormalizationForm form)")(
    lambda encoding, form=None: encoding.class_name.startswith(("ASCII", "Latin1"))
)


@static(
    ENCODING,
    "byte[] Convert(System.Text.Encoding srcEncoding, System.Text.Encoding dstEncoding, byte[] bytes)",
    f"byte[] Convert(System.Text.Encoding srcEncoding, System.Text.Encoding dstEncoding, byte[] bytes{_RANGE})",
)
def converted(
    source: TextEncoding, target: TextEncoding, content: Sequence[int], index: int = 0, count: int | None = None
) -> TypedArray:
    """The bytes of the same text in another encoding."""
    return octets(target.encode(get_string(source, content, index, count)))


@method(ENCODING, "byte[] GetPreamble()")
def get_preamble(encoding: TextEncoding) -> TypedArray:
    """The bytes that mark a file of the encoding."""
    return octets(encoding.preamble)


@method(ENCODING, "string ToString()")
def to_string(encoding: TextEncoding) -> str:
    """The type's name."""
    return encoding.net_type.full_name


_ALL = (
    encodings.UTF8_MARKED,
    encodings.UTF16,
    encodings.UTF16_BIG,
    encodings.UTF32,
    encodings.UTF32_BIG,
    encodings.ASCII,
    encodings.LATIN1,
    encodings.UTF7,
)
_PAGES: dict[int, tuple[str, str]] = {
    **{page: (f"IBM{page}", f"cp{page}") for page in (437, 850, 852, 855, 857, 858, 860, 861, 863, 865, 866, 869)},
    **{page: (f"windows-{page}", f"cp{page}") for page in range(1250, 1259)},
    **{28590 + part: (f"iso-8859-{part}", f"iso8859-{part}") for part in (2, 3, 4, 5, 6, 7, 8, 9, 13, 15)},
    932: ("shift_jis", "cp932"),
    936: ("gb2312", "cp936"),
    949: ("ks_c_5601-1987", "cp949"),
    950: ("big5", "cp950"),
    20866: ("koi8-r", "koi8-r"),
    21866: ("koi8-u", "koi8-u"),
    51932: ("euc-jp", "euc-jp"),
    54936: ("GB18030", "gb18030"),
    10000: ("macintosh", "mac-roman"),
    37: ("IBM037", "cp037"),
    500: ("IBM500", "cp500"),
}
"""The code pages with the name and the codec of each."""
_SHOWN = {encoding.CodePage: encoding for encoding in (encodings.WINDOWS, encodings.OEM)}


def _of_page(page: int) -> TextEncoding:
    name, codec = _PAGES[page]
    return _SHOWN.get(page) or TextEncoding(name, name, page, codec)


@static(
    ENCODING,
    "System.Text.Encoding GetEncoding(string name)",
    "System.Text.Encoding GetEncoding(int codepage)",
)
def get_encoding(wanted: Any) -> TextEncoding:
    """The encoding of a name or code page."""
    if wanted is None:
        raise null_argument("name")
    if wanted == 0:
        return encodings.UTF8
    for known in _ALL:
        if wanted == known.CodePage or (isinstance(wanted, str) and wanted.lower() in _names(known)):
            return known
    for page, (name, codec) in _PAGES.items():
        if wanted == page or (isinstance(wanted, str) and wanted.lower() in (name.lower(), codec)):
            return _of_page(page)
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
    others = {"utf-8": ("utf8",), "us-ascii": ("ascii",), "utf-16": ("unicode", "utf-16le"), "iso-8859-1": ("latin1",)}
    return (encoding.WebName.lower(), *others.get(encoding.WebName, ()))


class EncodingInfo:
    """An encoding's number and names."""

    __slots__ = ("encoding",)

    def __init__(self, encoding: TextEncoding) -> None:
        self.encoding = encoding


class CodePages:
    """What .NET must be told of before it knows code pages; PowerShell has told it already."""

    __slots__ = ()


represent(INFO, EncodingInfo)
represent(PROVIDER, CodePages)
constants(PROVIDER, Instance=CodePages())
typed_property(INFO, "System.Int32", "CodePage", lambda info: info.encoding.CodePage)
typed_property(INFO, "System.String", "Name", lambda info: info.encoding.WebName)
typed_property(INFO, "System.String", "DisplayName", lambda info: info.encoding.EncodingName)
method(INFO, "System.Text.Encoding GetEncoding()")(lambda info: info.encoding)
static(ENCODING, "void RegisterProvider(System.Text.EncodingProvider provider)")(lambda provider: None)


@static(ENCODING, "System.Text.EncodingInfo[] GetEncodings()")
def get_encodings() -> TypedArray:
    """Every encoding by its code page."""
    found = [*_ALL, *map(_of_page, _PAGES)]
    return TypedArray(map(EncodingInfo, sorted(found, key=lambda one: one.CodePage)), INFO)


@constructor(
    known_type("System.Text.UTF8Encoding"),
    "System.Text.UTF8Encoding()",
    "System.Text.UTF8Encoding(bool encoderShouldEmitUTF8Identifier)",
    "System.Text.UTF8Encoding(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)",
)
def new_utf8(marked: bool = False, strict: bool = False) -> TextEncoding:
    """UTF-8 with or without a byte order mark."""
    return replace(encodings.UTF8, preamble=encodings.UTF8_MARKED.preamble if marked else b"", is_strict=strict)


@constructor(
    known_type("System.Text.UnicodeEncoding"),
    "System.Text.UnicodeEncoding()",
    "System.Text.UnicodeEncoding(bool bigEndian, bool byteOrderMark)",
    "System.Text.UnicodeEncoding(bool bigEndian, bool byteOrderMark, bool throwOnInvalidBytes)",
)
def new_utf16(big: bool = False, marked: bool = True, strict: bool = False) -> TextEncoding:
    """UTF-16 of either order."""
    found = encodings.UTF16_BIG if big else encodings.UTF16
    return replace(found, preamble=found.preamble if marked else b"", is_strict=strict)


@constructor(
    known_type("System.Text.UTF32Encoding"),
    "System.Text.UTF32Encoding()",
    "System.Text.UTF32Encoding(bool bigEndian, bool byteOrderMark)",
)
def new_utf32(big: bool = False, marked: bool = True) -> TextEncoding:
    """UTF-32 of either order."""
    found = encodings.UTF32_BIG if big else encodings.UTF32
    return replace(found, preamble=found.preamble if marked else b"")


@constructor(known_type("System.Text.ASCIIEncoding"), "System.Text.ASCIIEncoding()")
def new_ascii() -> Value:
    """ASCII."""
    return replace(encodings.ASCII, class_name="ASCIIEncoding")

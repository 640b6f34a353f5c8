"""System.Char."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from msolemu.foundation.text import to_units
from msolemu.runtime.errors.net_errors import argument_error, format_error, index_out_of_range, out_of_range
from msolemu.runtime.types.convertible import implement_conversions
from msolemu.runtime.types.declaring import constants, method, static
from msolemu.runtime.types.registry import CHAR
from msolemu.runtime.types.text import WHITE_SPACE, lower, upper
from msolemu.runtime.values.objects import Char, Value
from msolemu.runtime.values.references import Reference

implement_conversions(CHAR)
constants(CHAR, MinValue=Char("\0"), MaxValue=Char("\uffff"))

_CATEGORIES = (
    *(
        f"{first}{second}"
        for first, seconds in (
            ("L", "ultmo"),
            ("M", "nce"),
            ("N", "dlo"),
            ("Z", "slp"),
            ("C", "cfso"),
            ("P", "cdseifo"),
            ("S", "mcko"),
        )
        for second in seconds
    ),
    "Cn",
)
"""The categories in the order of UnicodeCategory."""
_TESTS: dict[str, Callable[[str], bool]] = {
    "IsDigit": lambda unit: unicodedata.category(unit) == "Nd",
    "IsNumber": lambda unit: unicodedata.category(unit)[0] == "N",
    "IsLetter": lambda unit: unicodedata.category(unit)[0] == "L",
    "IsLetterOrDigit": lambda unit: unicodedata.category(unit)[0] == "L" or unicodedata.category(unit) == "Nd",
    "IsUpper": lambda unit: unicodedata.category(unit) == "Lu",
    "IsLower": lambda unit: unicodedata.category(unit) == "Ll",
    "IsWhiteSpace": lambda unit: unit in WHITE_SPACE,
    "IsPunctuation": lambda unit: unicodedata.category(unit)[0] == "P",
    "IsSymbol": lambda unit: unicodedata.category(unit)[0] == "S",
    "IsSeparator": lambda unit: unicodedata.category(unit)[0] == "Z",
    "IsControl": lambda unit: unicodedata.category(unit) == "Cc",
    "IsSurrogate": lambda unit: "\ud800" <= unit <= "\udfff",
    "IsHighSurrogate": lambda unit: "\ud800" <= unit <= "\udbff",
    "IsLowSurrogate": lambda unit: "\udc00" <= unit <= "\udfff",
}
_ASCII_TESTS: dict[str, Callable[[str], bool]] = {
    "IsAscii": str.isascii,
    "IsAsciiDigit": lambda unit: unit in "0123456789",
    "IsAsciiLetter": lambda unit: unit.isascii() and unit.isalpha(),
    "IsAsciiLetterOrDigit": lambda unit: unit.isascii() and unit.isalnum(),
    "IsAsciiLetterUpper": lambda unit: "A" <= unit <= "Z",
    "IsAsciiLetterLower": lambda unit: "a" <= unit <= "z",
    "IsAsciiHexDigit": lambda unit: unit in "0123456789abcdefABCDEF",
    "IsAsciiHexDigitUpper": lambda unit: unit in "0123456789ABCDEF",
    "IsAsciiHexDigitLower": lambda unit: unit in "0123456789abcdef",
}


def _of_text(test: Callable[[str], Any]) -> Callable[[str, int], Any]:
    def run(text: str, index: int) -> Any:
        if not 0 <= index < len(text):
            raise out_of_range("Specified argument was out of the range of valid values.", "index")
        return test(text[index])

    return run


for _name, _test in _TESTS.items():
    static(CHAR, f"bool {_name}(char c)")(_test)
    static(CHAR, f"bool {_name}(string s, int index)")(_of_text(_test))
for _name, _test in _ASCII_TESTS.items():
    static(CHAR, f"bool {_name}(char c)")(_test)


@static(CHAR, "char ToUpper(char c)", "char ToUpperInvariant(char c)", "char ToUpper(char c, cultureinfo culture)")
def to_upper(unit: str, culture: Value = None) -> Char:
    """The capital."""
    return Char(upper(unit, culture))


@static(CHAR, "char ToLower(char c)", "char ToLowerInvariant(char c)", "char ToLower(char c, cultureinfo culture)")
def to_lower(unit: str, culture: Value = None) -> Char:
    """The small letter."""
    return Char(lower(unit, culture))


@static(CHAR, "double GetNumericValue(char c)")
def numeric_value(unit: str) -> float:
    """The number that the character stands for, or -1."""
    return float(unicodedata.numeric(unit, -1.0))


@static(CHAR, "System.Globalization.UnicodeCategory GetUnicodeCategory(char c)")
def unicode_category(unit: str) -> Any:
    """The Unicode category."""
    from msolemu.runtime.types.registry import known_type
    from msolemu.runtime.values.enumerations import value_of

    python: Any = known_type("System.Globalization.UnicodeCategory").python
    return value_of(python, _CATEGORIES.index(unicodedata.category(unit)))


static(CHAR, "double GetNumericValue(string s, int index)")(_of_text(numeric_value))
static(CHAR, "System.Globalization.UnicodeCategory GetUnicodeCategory(string s, int index)")(_of_text(unicode_category))
static(CHAR, "bool IsBetween(char c, char minInclusive, char maxInclusive)")(
    lambda unit, low, high: low <= unit <= high
)


@static(CHAR, "bool IsSurrogatePair(char highSurrogate, char lowSurrogate)")
def is_pair(high: str, low: str) -> bool:
    """Whether two units are one character."""
    return _TESTS["IsHighSurrogate"](high) and _TESTS["IsLowSurrogate"](low)


static(CHAR, "bool IsSurrogatePair(string s, int index)")(
    lambda text, index: is_pair(text[index : index + 1] or " ", text[index + 1 : index + 2] or " ")
)


@static(CHAR, "int ConvertToUtf32(char highSurrogate, char lowSurrogate)")
def joined(high: str, low: str) -> int:
    """The code point of two units."""
    if not is_pair(high, low):
        part, least, most = ("low", "dc00", "dfff") if _TESTS["IsHighSurrogate"](high) else ("high", "d800", "dbff")
        raise out_of_range(
            f"A valid {part} surrogate character is between 0x{least} and 0x{most}, inclusive.", f"{part}Surrogate"
        )
    return 0x10000 + ((ord(high) - 0xD800) << 10) + ord(low) - 0xDC00


@static(CHAR, "string ConvertFromUtf32(int utf32)")
def from_code_point(number: int) -> str:
    """The text of a code point."""
    if not 0 <= number <= 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        raise out_of_range(
            "A valid UTF32 value is between 0x000000 and 0x10ffff, inclusive, and should not include surrogate "
            "codepoint values (0x00d800 ~ 0x00dfff).",
            "utf32",
        )
    return to_units(chr(number))


@static(CHAR, "int ConvertToUtf32(string s, int index)")
def to_code_point(text: str, index: int) -> int:
    """The code point at an index."""
    if not 0 <= index < len(text):
        raise index_out_of_range()
    if "\ud800" <= text[index] <= "\udfff":
        return joined(text[index], text[index + 1 : index + 2] or "\0")
    return ord(text[index])


@static(CHAR, "char Parse(string s)")
def parse(text: str) -> Char:
    """The text's one character."""
    if len(text) != 1:
        raise format_error("String must be exactly one character long.")
    return Char(text)


@static(CHAR, "bool TryParse(string s, [ref] char result)")
def try_parse(text: str | None, result: Reference) -> bool:
    """Whether the text is one character."""
    worked = text is not None and len(text) == 1
    result.value = Char(text) if worked else Char("\0")
    return worked


@static(CHAR, "string ToString(char c)")
def text_of(unit: str) -> str:
    """The character as a text."""
    return str(unit)


@method(CHAR, "string ToString()", "string ToString(System.IFormatProvider provider)")
def to_string(unit: str, provider: Value = None) -> str:
    """The character as a text."""
    return str.__str__(unit)


@method(CHAR, "int CompareTo(char value)", "int CompareTo(System.Object value)")
def compare_to(unit: str, other: Value) -> int:
    """The order by number."""
    if other is None:
        return 1
    if not isinstance(other, Char):
        raise argument_error("Object must be of type Char.")
    return ord(unit) - ord(other)


@method(CHAR, "bool Equals(char obj)", "bool Equals(System.Object obj)")
def equals(unit: str, other: Value) -> bool:
    """Whether the other is the same character."""
    return isinstance(other, Char) and str.__eq__(unit, other)


@method(CHAR, "System.TypeCode GetTypeCode()")
def type_code(unit: str) -> Any:
    """TypeCode.Char."""
    from msolemu.runtime.types.enumerations import member

    return member("System.TypeCode", "Char")

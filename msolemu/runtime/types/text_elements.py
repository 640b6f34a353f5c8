"""StringInfo: text by the characters that a reader sees, which may be several units."""

from __future__ import annotations

import regex

from msolemu.foundation.text import from_units, to_units
from msolemu.runtime.errors.net_errors import null_argument, out_of_range
from msolemu.runtime.types import sequences
from msolemu.runtime.types.declaring import constructor, method, static, typed_property
from msolemu.runtime.types.registry import INT, known_type, represent
from msolemu.runtime.values.objects import TypedArray, Value

INFO = known_type("System.Globalization.StringInfo")
_ELEMENT = regex.compile(r"\X")


def elements_of(text: str) -> list[str]:
    """The characters of a text, in its units."""
    return [to_units(found) for found in _ELEMENT.findall(from_units(text))]


class StringInfo:
    """A text that is counted by characters."""

    __slots__ = ("text",)

    def __init__(self, text: str = "") -> None:
        if text is None:
            raise null_argument("value")
        self.text = text

    def part(self, start: int, length: int | None = None) -> str:
        """So many characters from a place on."""
        found = elements_of(self.text)
        if not 0 <= start < len(found):
            raise out_of_range("Specified argument was out of the range of valid values.", "startingTextElement")
        return "".join(found[start:] if length is None else found[start : start + length])


represent(INFO, StringInfo)
constructor(INFO, "System.Globalization.StringInfo()", "System.Globalization.StringInfo(string value)")(StringInfo)
typed_property(INFO, "string", "String", lambda info: info.text, lambda info, text: setattr(info, "text", text))
typed_property(INFO, "int", "LengthInTextElements", lambda info: len(elements_of(info.text)))
method(
    INFO,
    "string SubstringByTextElements(int startingTextElement)",
    "string SubstringByTextElements(int startingTextElement, int lengthInTextElements)",
)(StringInfo.part)
method(INFO, "bool Equals(System.Object value)")(
    lambda info, other: isinstance(other, StringInfo) and info.text == other.text
)


@static(INFO, "string GetNextTextElement(string str)", "string GetNextTextElement(string str, int index)")
def next_element(text: str, index: int = 0) -> str:
    """The character that begins at an index."""
    return next(iter(elements_of(text[index:])), "")


@static(INFO, "System.Globalization.TextElementEnumerator GetTextElementEnumerator(string str)")
def enumerator(text: str) -> Value:
    """The characters one after the other."""
    return sequences.enumerator(elements_of(text), "System.Globalization.TextElementEnumerator")


@static(INFO, "int[] ParseCombiningCharacters(string str)")
def beginnings(text: str) -> TypedArray:
    """The indexes at which characters begin."""
    found, at = [], 0
    for element in elements_of(text):
        found.append(at)
        at += len(element)
    return TypedArray(found, INT)

"""Text as .NET counts it: inside msolemu a `str` holds UTF-16 code units, astral characters as surrogate pairs.

So `len`, offsets and slices are those that PowerShell shows. Text is turned at the edges only: what is read from files,
the console or the command line goes through `to_units`, what is written through `from_units`.
"""

from __future__ import annotations

import re

from msolemu.foundation.pattern import pattern

ASTRAL = pattern("[\U00010000-\U0010ffff]")
SURROGATE = pattern("[\ud800-\udfff]")


def to_units(text: str) -> str:
    """The text in UTF-16 code units."""
    if text.isascii() or not ASTRAL.search(text):
        return text
    return ASTRAL.sub(_pair, text)


def _pair(match: re.Match[str]) -> str:
    offset = ord(match[0]) - 0x10000
    return chr(0xD800 + (offset >> 10)) + chr(0xDC00 + (offset & 0x3FF))


def from_units(text: str) -> str:
    """The text in characters; a surrogate without its partner becomes U+FFFD."""
    if text.isascii() or not SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

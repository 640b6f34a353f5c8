"""Text in the order of the invariant culture, as ICU sorts it: letters, then accents, then case with small ones first.

Space comes before punctuation, punctuation before signs, those before digits and digits before letters; control
characters count for nothing. Key and equality agree, so that sorting and `-lt` do.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from msolemu.foundation.pattern import pattern

Key = tuple[str, str, str]

PUNCTUATION = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
_DIGITS, _LETTERS, _OTHERS = 0x4000, 0x5000, 0x6000
_FIRST = {
    **{ord(character): chr(0x20 + place) for place, character in enumerate("\t\n\v\f\r" + PUNCTUATION)},
    **{ord(character): chr(_DIGITS + place) for place, character in enumerate("0123456789")},
    **{ord(character): chr(_LETTERS + place) for place, character in enumerate("abcdefghijklmnopqrstuvwxyz")},
}
_IGNORED = pattern("[\0-\x08\x0e-\x1f\x7f]")
_CASES = {code: "1" if chr(code).isupper() else "0" for code in range(0x80)}
_LIGATURES = {"ß": "ss", "æ": "ae", "œ": "oe"}
_LATIN = {
    "ø": "o\u0338",
    "đ": "d\u0335",
    "ł": "l\u0335",
    "ħ": "h\u0335",
    "ı": "i\u0335",
}


@lru_cache(maxsize=8192)
def collation_key(text: str, ignore_case: bool = True) -> Key:
    """What texts are ordered by; with `ignore_case` the last part is empty."""
    if text.isascii() and not _IGNORED.search(text):
        return text.lower().translate(_FIRST), "", "" if ignore_case else text.translate(_CASES).rstrip("0")
    letters, accents, cases = _parts(text)
    return letters, accents, "" if ignore_case else cases


def _parts(text: str) -> Key:
    letters: list[str] = []
    accents: list[str] = []
    cases: list[str] = []
    for character in unicodedata.normalize("NFC", text):
        lowered = character.lower()
        ligature = _LIGATURES.get(lowered)
        expanded = ligature or _LATIN.get(lowered) or unicodedata.normalize("NFD", lowered)
        mark = "1" if character != lowered else "0"
        for part in expanded:
            if unicodedata.combining(part):
                accents.append(part)
            elif not _is_ignored(part):
                letters.append(_first(part))
                accents.append("\1" if ligature else "\0")
                cases.append(mark)
    return "".join(letters), "".join(accents).rstrip("\0"), "".join(cases).rstrip("0")


def _is_ignored(character: str) -> bool:
    return bool(_IGNORED.match(character)) or (
        unicodedata.category(character) in ("Cc", "Cf") and character not in "\x85"
    )


def _first(character: str) -> str:
    known = _FIRST.get(ord(character))
    if known is not None:
        return known
    category = unicodedata.category(character)
    if category == "Nd":
        return chr(_DIGITS + unicodedata.digit(character))
    if category[0] in "ZPS":
        return chr(0x100 + (ord(character) & 0x3FFF) % 0x3E00)
    if ord(character) > 0xFFFF:
        return "\U0010ffff" + character
    return chr(_OTHERS + ord(character)) if ord(character) + _OTHERS < 0xD800 else chr(0x10000 + ord(character))


def same_text(left: str, right: str, *, ignore_case: bool = True) -> bool:
    """Whether two texts are equal in the invariant culture."""
    if left == right:
        return True
    if left.isascii() and right.isascii() and left.isprintable() and right.isprintable():
        return ignore_case and len(left) == len(right) and left.lower() == right.lower()
    return collation_key(left, ignore_case) == collation_key(right, ignore_case)


def compare_text(left: str, right: str, *, ignore_case: bool = True) -> int:
    """Below zero, zero or above, as the left text comes before the right one, with it or after it."""
    if left == right:
        return 0
    one, other = collation_key(left, ignore_case), collation_key(right, ignore_case)
    return (one > other) - (one < other)

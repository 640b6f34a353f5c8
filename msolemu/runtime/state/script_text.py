"""Script files as text: UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252."""

from __future__ import annotations

import codecs
import functools

from msolemu.foundation.text import to_units

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def script_text(content: bytes) -> str:
    """The text of a script file, in UTF-16 units; whatever the bytes are, there is a text."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return to_units(content[len(mark) :].decode(encoding, "replace"))
    try:
        return to_units(content.decode("utf-8"))
    except UnicodeDecodeError:
        return windows_text(content)


def windows_text(content: bytes) -> str:
    """Text in Windows-1252; the five bytes that it leaves open stand for themselves, as in Windows."""
    return "".join(map(_letters().__getitem__, content))


@functools.cache
def _letters() -> list[str]:
    return [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]

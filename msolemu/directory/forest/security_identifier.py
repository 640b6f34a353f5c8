"""Security identifiers as text (`S-1-5-21-...`) and as the directory keeps them: bytes in base64."""

from __future__ import annotations

import base64
import re
from binascii import Error

TEXT = re.compile(r"S-1-(\d+)((?:-\d+)*)", re.IGNORECASE)


def encoded(text: str) -> str | None:
    """The base64 text of an identifier, None when it is none."""
    found = TEXT.fullmatch(text)
    if found is None:
        return None
    parts = [int(part) for part in found[2].split("-")[1:]]
    head = bytes([1, len(parts)]) + int(found[1]).to_bytes(6, "big")
    return base64.b64encode(head + b"".join(part.to_bytes(4, "little") for part in parts)).decode()


def decoded(value: str) -> str | None:
    """The text of an identifier in base64, None when the bytes are none."""
    try:
        content = base64.b64decode(value, validate=True)
    except Error:
        return None
    if len(content) < 8 or len(content) != 8 + 4 * content[1]:
        return None
    parts = [int.from_bytes(content[at : at + 4], "little") for at in range(8, len(content), 4)]
    return "-".join(["S", str(content[0]), str(int.from_bytes(content[2:8], "big")), *map(str, parts)])

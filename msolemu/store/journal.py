"""The journal: a head that names what it continues, and one checksummed line for each commit."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from msolemu.foundation.dataclass import dataclass, field

Document: TypeAlias = dict[str, Any]
KEY = "_key"
"""Where a document says its key."""
PLAIN = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
ESCAPED = json.JSONEncoder(separators=(",", ":")).encode
SORTED = json.JSONEncoder(sort_keys=True).encode


@dataclass(frozen=True, slots=True)
class Change:
    """A document put in place of what was there, or removed (None); `before` is the checksum of what was there."""

    table: str
    id: str
    before: int
    document: Document | None

    def instead(self, document: Document | None) -> Change:
        """A change of the same document that puts another one there."""
        return Change(self.table, self.id, self.before, document)


Record: TypeAlias = Sequence[Change]
"""What one commit changes."""


@dataclass(frozen=True, slots=True)
class Head:
    """Which database file a journal continues."""

    generation: int
    checksum: int

    def line(self) -> bytes:
        """The head as the journal's first line."""
        return framed({"generation": self.generation, "checksum": self.checksum})


@dataclass(slots=True)
class Reading:
    """What a stretch of the journal holds: whole records, their length in bytes, and what follows them unread."""

    head: Head | None = None
    records: list[Record] = field(default_factory=list)
    length: int = 0
    rest: bytes = b""


def line_of(record: Record) -> bytes:
    """A commit as a line."""
    return framed([[change.table, change.id, change.before, change.document] for change in record])


def framed(content: Any) -> bytes:
    """JSON in one line after its checksum."""
    text = encoded(content)
    return b"%08x %s\n" % (zlib.crc32(text), text)


def encoded(content: Any) -> bytes:
    """JSON in UTF-8; escaped where the text holds halves of surrogate pairs, as .NET's strings may."""
    try:
        return PLAIN(content).encode()
    except UnicodeEncodeError:
        return ESCAPED(content).encode()


def checksum_of(document: Document | None) -> int:
    """A number that tells whether a document is the same; 0 for none."""
    return 0 if document is None else zlib.crc32(SORTED(document).encode())


def read(content: bytes, *, with_head: bool) -> Reading:
    """Read whole lines up to the first that is not what its checksum says, or is not finished.

    The first line is the head; when it is damaged there is none, and what follows is read all the same.
    """
    reading = Reading()
    for line, end in _lines(content):
        found = _unframed(line)
        if with_head and not reading.length:
            reading.head = Head(found["generation"], found["checksum"]) if _is_head(found) else None
        elif isinstance(found, list):
            reading.records.append([Change(*change) for change in found])
        else:
            break
        reading.length = end
    reading.rest = content[reading.length :]
    return reading


def _lines(content: bytes) -> Iterator[tuple[bytes, int]]:
    start = 0
    while (end := content.find(b"\n", start)) >= 0:
        yield content[start:end], end + 1
        start = end + 1


def _unframed(line: bytes) -> Any:
    checksum, _, text = line.partition(b" ")
    try:
        return json.loads(text) if int(checksum, 16) == zlib.crc32(text) else None
    except ValueError:
        return None


def _is_head(found: Any) -> bool:
    return isinstance(found, dict) and found.keys() == {"generation", "checksum"}

"""LDIF files (RFC 2849): text to records. Only content records and `changetype: add` are read.

A damaged file is one DamagedLdif that names the line. Strict readers refuse raw UTF-8; exports have it, it is taken.
"""

from __future__ import annotations

import base64
import re
from binascii import Error
from collections.abc import Iterator

from msolemu.directory.forest.distinguished_name import parse
from msolemu.directory.forest.errors import DamagedLdif, MalformedName
from msolemu.directory.forest.schema import BINARY, INTEGERS, is_number
from msolemu.foundation.dataclass import dataclass, field
from msolemu.foundation.text import from_units, to_units

NAME = re.compile(r"([A-Za-z0-9][A-Za-z0-9.-]*)((?:;[A-Za-z0-9*=-]+)*)")
REFUSED = frozenset({"control", "newrdn", "deleteoldrdn", "newsuperior"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line with those that continue it; `number` is that of its beginning."""

    number: int
    text: str


@dataclass(slots=True)
class Record:
    """One object of a file. Attribute names are in lower case; binary values are base64 text."""

    line: int
    distinguished_name: str
    attributes: dict[str, list[str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, value: str, line: int) -> None:
        """Note one more value, unless it is there already."""
        values = self.attributes.setdefault(name, [])
        self.lines.setdefault(name, line)
        if value not in values:
            values.append(value)


def records(text: str) -> Iterator[Record]:
    """The records of a file; raises DamagedLdif."""
    blocks = _blocks(text)
    for count, block in enumerate(blocks):
        lines = _without_version(block) if count == 0 else block
        if lines:
            yield _record(lines)


def _blocks(text: str) -> Iterator[list[Line]]:
    """The lines between blank ones, comments left out."""
    block: list[Line] = []
    for line in _unfolded(text):
        if line.text.startswith("#"):
            continue
        if line.text:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _unfolded(text: str) -> Iterator[Line]:
    pending: Line | None = None
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.removesuffix("\r")
        if line.startswith(" "):
            if pending is None or not pending.text:
                raise DamagedLdif(number, "a line that continues another one stands at the beginning of a record")
            pending = Line(pending.number, pending.text + line[1:])
            continue
        if pending is not None:
            yield pending
        pending = Line(number, line)
    if pending is not None:
        yield pending


def _without_version(block: list[Line]) -> list[Line]:
    first = block[0]
    if not first.text.lower().startswith("version:"):
        return block
    version = first.text.partition(":")[2].strip()
    if version != "1":
        raise DamagedLdif(first.number, f"LDIF version '{version}' is not known, only 1 is")
    return block[1:]


def _record(lines: list[Line]) -> Record:
    name, value = _pair(lines[0])
    if name != "dn":
        raise DamagedLdif(lines[0].number, f"a record begins with 'dn:', not with '{name}:'")
    try:
        parts = parse(value)
    except MalformedName as error:
        raise DamagedLdif(lines[0].number, f"'{from_units(value)}' is no distinguished name") from error
    if not parts:
        raise DamagedLdif(lines[0].number, "the distinguished name is empty")
    record = Record(lines[0].number, value)
    for line in lines[1:]:
        _take(record, line)
    if "objectclass" not in record.attributes:
        raise DamagedLdif(record.line, "the record has no objectClass")
    return record


def _take(record: Record, line: Line) -> None:
    if line.text == "-":
        raise DamagedLdif(line.number, "changes of objects cannot be imported, only objects")
    name, value = _pair(line)
    if name == "changetype":
        if value.lower() != "add":
            raise DamagedLdif(line.number, f"changetype '{value}' cannot be imported, only 'add'")
    elif name == "dn":
        raise DamagedLdif(line.number, "a second 'dn:' in one record; a blank line is missing before it")
    elif name in REFUSED:
        raise DamagedLdif(line.number, f"'{name}:' cannot be imported")
    elif name in INTEGERS and not is_number(value):
        raise DamagedLdif(line.number, f"the value of '{name}' is no whole number")
    elif value:
        record.add(name, value, line.number)


def _pair(line: Line) -> tuple[str, str]:
    description, colon, rest = line.text.partition(":")
    if not colon:
        raise DamagedLdif(line.number, "a line without a colon")
    found = NAME.fullmatch(description)
    if found is None:
        raise DamagedLdif(line.number, f"'{from_units(description)}' is no name of an attribute")
    name = found[1].lower()
    if rest.startswith("<"):
        raise DamagedLdif(line.number, f"the value of '{found[1]}' is a URL, which is not read")
    if rest.startswith(":"):
        return name, _decoded(name, rest[1:].strip(" "), line.number)
    return name, _plain(name, rest.lstrip(" "), line.number)


def _decoded(name: str, value: str, line: int) -> str:
    """A value in base64: its bytes again for a binary attribute, or where they are no text."""
    try:
        content = base64.b64decode(value, validate=True)
    except (Error, ValueError) as error:
        raise DamagedLdif(line, f"the value of '{name}' is no base64") from error
    if name == "objectguid" and len(content) != 16:
        raise DamagedLdif(line, f"the value of '{name}' has {len(content)} bytes, not 16")
    if name in BINARY:
        return base64.b64encode(content).decode()
    try:
        return to_units(content.decode("utf-8"))
    except UnicodeDecodeError:
        return base64.b64encode(content).decode()


def _plain(name: str, value: str, line: int) -> str:
    if name == "objectguid":
        raise DamagedLdif(line, f"the value of '{name}' must be in base64, after two colons")
    if name in BINARY:
        return base64.b64encode(from_units(value).encode("utf-8")).decode()
    return to_units(value)

"""A forest, and LDIF files as text."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from msolemu.directory.collection import Recording
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.objects import ForestEntry, Values
from msolemu.directory.forest.schema import BINARY
from msolemu.directory.seed import seed_forest
from msolemu.directory.unit_of_work import directory_state
from msolemu.foundation.identifiers import RandomIds
from msolemu.foundation.text import from_units

START = datetime(2016, 6, 1, 8, 0, tzinfo=UTC)
ROOT = "DC=contoso,DC=local"
SAFE = re.compile(r"(?![ :<])[\x01-\x09\x0b\x0c\x0e-\x7f]*(?<! )")


def a_forest(recording: Recording | None = None) -> ForestDirectory:
    """An empty forest contoso.local."""
    state, ids = directory_state(recording), RandomIds(1)
    seed_forest(state, START, ids)
    return ForestDirectory(state, START, ids)


def add(
    forest: ForestDirectory, kind: str, name: str, path: str | None = None, **attributes: str | Values
) -> ForestEntry:
    """Create an object with only the relevant attributes named."""
    given = {key: (value,) if isinstance(value, str) else value for key, value in attributes.items()}
    return forest.add(kind, name, path, given)


def ldif(*records: tuple[str, Mapping[str, Iterable[str]]], width: int = 76) -> str:
    """A file with these objects, written as RFC 2849 has it."""
    lines = ["version: 1", ""]
    for name, attributes in records:
        lines += folded("dn", name, width)
        lines.append("changetype: add")
        for attribute, values in attributes.items():
            for value in values:
                lines += folded(attribute, value, width)
        lines.append("")
    return "\n".join(lines)


def folded(attribute: str, value: str, width: int) -> list[str]:
    """One value, in base64 where it must be, over as many lines as it takes."""
    if attribute.lower() in BINARY:
        line = f"{attribute}:: {value}"
    elif SAFE.fullmatch(value):
        line = f"{attribute}: {value}"
    else:
        line = f"{attribute}:: {base64.b64encode(from_units(value).encode()).decode()}"
    pieces = [line[:width], *(line[at : at + width - 1] for at in range(width, len(line), width - 1))]
    return [pieces[0], *(f" {piece}" for piece in pieces[1:])]

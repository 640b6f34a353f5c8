"""How documents of older versions become those of today: one function for each version that there was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from msolemu.store.journal import Document

Upgrade: TypeAlias = Callable[[str, Document], Document | None]
"""Takes a table's name and a document of one version; gives that of the next, None where it has no place any more."""

UPGRADES: Sequence[Upgrade] = ()
"""From version 1 to 2, from 2 to 3, and so on. A field that is new and has a default needs none."""


def upgraded(table: str, document: Document, steps: Sequence[Upgrade]) -> Document | None:
    """A document after some steps."""
    found: Document | None = document
    for step in steps:
        if found is None:
            return None
        found = step(table, found)
    return found

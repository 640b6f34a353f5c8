"""What differs between two states of a workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msolemu.directory.snapshots import Difference
from msolemu.store.journal import Document

Documents = Mapping[str, Document]
ADDED, REMOVED, CHANGED = "added", "removed", "changed"
NAMES = ("user_principal_name", "distinguished_name", "display_name", "name", "profile", "sku")
"""The attributes that tell a reader which object it is; the first that there is."""
NOTHING: Documents = {}


def differences(
    before: Mapping[str, Documents], after: Mapping[str, Documents], defaults_of: Callable[[str], Document]
) -> Iterator[Difference]:
    """Every object that was added, removed or changed: table by table, within a table by key.

    `defaults_of` a table are the values of attributes that its documents leave out.
    """
    for table in sorted({*before, *after}):
        old, new = before.get(table, NOTHING), after.get(table, NOTHING)
        for key in sorted({*old, *new}):
            first, second = old.get(key), new.get(key)
            if first is not second and first != second:
                defaults = defaults_of(table) if first and second else {}
                yield difference(table, key, first and {**defaults, **first}, second and {**defaults, **second})


def difference(table: str, key: str, before: Document | None, after: Document | None) -> Difference:
    """What one object's documents do not agree on; what the store itself writes into them does not count."""
    old, new = before or {}, after or {}
    attributes = {
        name: (old.get(name), new.get(name))
        for name in sorted({*old, *new})
        if not name.startswith("_") and old.get(name) != new.get(name)
    }
    change = ADDED if before is None else REMOVED if after is None else CHANGED
    return Difference(change, table, key, _name_of(new or old, key), attributes)


def _name_of(document: Document, key: str) -> str:
    return next((str(document[name]) for name in NAMES if document.get(name)), key)

"""Snapshots as those who take and use them know them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state that a workspace can be put back into; an automatic one says in `name` what it was taken before."""

    name: str
    taken: datetime
    automatic: bool = False


class SnapshotNotFound(Exception):
    """There is no snapshot of that name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no snapshot '{name}'.")
        self.name = name


class SnapshotExists(Exception):
    """There is a snapshot of that name already, or the name is kept for automatic ones."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is a snapshot '{name}' already.")
        self.name = name


class NothingToUndo(Exception):
    """There is no automatic snapshot to go back to."""

    def __init__(self) -> None:
        super().__init__("There is nothing to undo: no snapshot was taken before a script ran.")


@dataclass(frozen=True, slots=True)
class Difference:
    """An object that two states do not agree on. `attributes` are those that differ, before and after."""

    change: str
    kind: str
    key: str
    name: str
    attributes: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)

"""What can be wrong with the name of a snapshot."""

from __future__ import annotations


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

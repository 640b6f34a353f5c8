"""The forest as the connected directory that synchronization imports from."""

from __future__ import annotations

from collections.abc import Iterator

from msolemu.directory.unit_of_work import FOREST, DirectoryState
from msolemu.sync.ports import ForestObject


class ConnectedForest:
    """Reads the objects of the forest by their change numbers."""

    def __init__(self, state: DirectoryState) -> None:
        forest = state.forests.get(FOREST)
        assert forest is not None, "a workspace has a forest from its beginning"
        self.name = forest.name
        self._state = state

    def highest_change(self) -> int:
        """The update sequence number of the latest change."""
        forest = self._state.forests.get(FOREST)
        return forest.highest_change if forest else 0

    def changed_since(self, change: int) -> Iterator[ForestObject]:
        """What changed after this number, tombstones included, the earliest change first."""
        for entry in self._state.entries.after(change):
            yield ForestObject(
                entry.guid,
                entry.distinguished_name,
                entry.object_class,
                entry.created,
                entry.changed,
                entry.attributes,
                entry.is_deleted,
            )

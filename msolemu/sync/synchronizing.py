"""Synchronization: from what was imported to what the cloud's connector space should hold; no directory is touched."""

from __future__ import annotations

from msolemu.foundation.dataclass import replace
from msolemu.sync.attribute_flow import cloud_state
from msolemu.sync.connector_space import WAITING, CloudSpaceObject, CloudState, ForestSpaceObject, Pending
from msolemu.sync.run_history import Counters
from msolemu.sync.server_state import SyncSpace


class Synchronization:
    """One pass over the forest's connector space."""

    def __init__(self, space: SyncSpace, domain: str) -> None:
        self._space, self._domain = space, domain
        self.counters = Counters()

    def full(self) -> None:
        """Evaluate every object again."""
        for known in sorted(self._space.forest_objects, key=order_of):
            self._evaluate(known)

    def delta(self) -> None:
        """Evaluate the objects with a pending import."""
        for known in sorted(self._space.forest_objects.find("pending", WAITING), key=order_of):
            self._evaluate(known)

    def _evaluate(self, known: ForestSpaceObject) -> None:
        anchor = known.source_anchor
        if known.pending_import is Pending.DELETE:
            self._space.forest_objects.remove(anchor)
            wanted = None
        else:
            wanted = cloud_state(known, self._domain, self._anchor_of)
            if known.pending_import is not Pending.NONE:
                self._space.forest_objects.put(anchor, replace(known, pending_import=Pending.NONE))
        linked = self._space.cloud_objects.get(anchor)
        self._count(known, linked, wanted)
        self._stage_export(known, linked, wanted)

    def _stage_export(
        self, known: ForestSpaceObject, linked: CloudSpaceObject | None, wanted: CloudState | None
    ) -> None:
        anchor = known.source_anchor
        if linked is None:
            if wanted is not None:
                self._space.cloud_objects.put(anchor, CloudSpaceObject(anchor, known.order, wanted))
        elif wanted is None and linked.accepted is None:
            self._space.cloud_objects.remove(anchor)  # it never reached the tenant, so there is nothing to delete
        elif linked.wanted != wanted:
            changed = replace(linked, wanted=wanted)
            settled = changed.pending_export is Pending.NONE
            self._space.cloud_objects.put(anchor, replace(changed, error=None) if settled else changed)

    def _count(self, known: ForestSpaceObject, linked: CloudSpaceObject | None, wanted: CloudState | None) -> None:
        was_linked = linked is not None and linked.wanted is not None
        if known.pending_import is Pending.DELETE:
            self.counters.connector_delete_remove_mv += was_linked
        elif wanted is None:
            self.counters.connector_filtered_remove_mv += was_linked
            self.counters.disconnector_filtered += not was_linked
        elif linked is None or not was_linked:
            self.counters.disconnector_projected_flow += 1
        elif linked.wanted == wanted:
            self.counters.connector_no_flow += 1
        else:
            self.counters.connector_flow += 1

    def _anchor_of(self, distinguished_name: str) -> str | None:
        """The source anchor of the object of this name, as far as the connector space knows it."""
        found = self._space.forest_objects.find("dn", distinguished_name.lower())
        return found[0].source_anchor if found else None


def order_of(known: ForestSpaceObject | CloudSpaceObject) -> tuple[int, str]:
    """Where an object stands in every pass: in the order in which the forest created it."""
    return known.order, known.source_anchor

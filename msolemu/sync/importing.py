"""Import: from the connected directories into their connector spaces; nothing is decided here."""

from __future__ import annotations

import base64

from msolemu.directory.collection import Collection
from msolemu.foundation.dataclass import replace
from msolemu.sync.attribute_flow import INCLUDED
from msolemu.sync.connector_space import NOT_THERE, UNCONFIRMED, ForestSpaceObject, Pending
from msolemu.sync.ports import Forest, ForestObject, Tenant
from msolemu.sync.run_history import Counters
from msolemu.sync.scoping import CLASSES
from msolemu.sync.server_state import SyncSpace


def source_anchor_of(found: ForestObject) -> str:
    """The immutable id that links an object of the forest to one of the tenant: its GUID's bytes in base64."""
    return base64.b64encode(found.guid.bytes_le).decode()


class ForestImport:
    """One import from the forest; the watermark afterwards is `reached`."""

    def __init__(self, forest: Forest, space: Collection[ForestSpaceObject]) -> None:
        self._forest, self._space = forest, space
        self.counters = Counters()
        self.reached = forest.highest_change()

    def full(self) -> None:
        """Read every object; what the connector space has and the forest has not is staged as deleted."""
        obsolete = {known.source_anchor for known in self._space}
        for found in self._forest.changed_since(0):
            if found.object_class.lower() in CLASSES and not found.is_deleted:
                obsolete.discard(source_anchor_of(found))
                self._stage(found)
        for anchor in sorted(obsolete):
            self._stage_deletion(anchor)

    def delta(self, watermark: int) -> None:
        """Read what changed after the watermark, deletions included."""
        for found in self._forest.changed_since(watermark):
            if found.is_deleted:
                self._stage_deletion(source_anchor_of(found))
            elif found.object_class.lower() in CLASSES:
                self._stage(found)

    def _stage(self, found: ForestObject) -> None:
        anchor = source_anchor_of(found)
        attributes = {name: values for name, values in found.attributes.items() if name in INCLUDED}
        fresh = ForestSpaceObject(anchor, found.distinguished_name, found.object_class, found.created, attributes)
        known = self._space.get(anchor)
        if known is None:
            self.counters.stage_add += 1
            self._space.put(anchor, replace(fresh, pending_import=Pending.ADD))
        elif replace(known, pending_import=Pending.NONE) == fresh:
            self.counters.stage_no_change += 1
        else:
            self._count_change(known, fresh)
            self._space.put(anchor, replace(fresh, pending_import=still_pending(known)))

    def _count_change(self, known: ForestSpaceObject, fresh: ForestSpaceObject) -> None:
        if known.distinguished_name == fresh.distinguished_name:
            self.counters.stage_update += 1
        else:
            self.counters.stage_rename += 1

    def _stage_deletion(self, anchor: str) -> None:
        known = self._space.get(anchor)
        if known is None or known.pending_import is Pending.DELETE:
            return
        self.counters.stage_delete += 1
        self._space.put(anchor, replace(known, pending_import=Pending.DELETE))


def still_pending(known: ForestSpaceObject) -> Pending:
    """What a further change makes of a pending import: an addition that nobody has processed stays one."""
    return Pending.ADD if known.pending_import is Pending.ADD else Pending.UPDATE


def confirm_exports(space: SyncSpace, tenant: Tenant, *, full: bool) -> Counters:
    """Import from the tenant: exports that arrived are confirmed, and what vanished there is to be sent again.

    Only a full import counts what is as it was. The tenant answers with the values as they came from the forest, so
    what it set aside makes no difference here.
    """
    linked = set(space.cloud_objects.all_keys())
    linked.difference_update(known.source_anchor for known in space.cloud_objects.find("arrival", NOT_THERE))
    vanished = tenant.vanished(linked)
    for anchor in sorted(vanished):
        known = space.cloud_objects.get(anchor)
        assert known is not None, "it was among those that are linked"
        space.cloud_objects.put(anchor, replace(known, accepted=None, confirmed=False))
    arrived = space.cloud_objects.find("arrival", UNCONFIRMED)
    for known in arrived:
        space.cloud_objects.put(known.source_anchor, replace(known, confirmed=True))
    unchanged = len(linked) - len(vanished) - len(arrived)
    return Counters(stage_add=len(arrived), stage_delete=len(vanished), stage_no_change=unchanged if full else 0)

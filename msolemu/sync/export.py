"""Export: pending changes go to the tenant; what it refuses stays pending and is sent again in the next run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from msolemu.directory.collection import Collection
from msolemu.foundation.dataclass import replace
from msolemu.foundation.identifiers import IdSource
from msolemu.sync.connector_space import WAITING, CloudSpaceObject, CloudState, ExportError, Pending
from msolemu.sync.ports import ExportChange, ExportRefused, Operation, SetAside, Tenant
from msolemu.sync.run_history import Counters, FailedExport, QuarantinedValue
from msolemu.sync.run_profile import RunOutcome
from msolemu.sync.synchronizing import order_of

ERROR_LIMIT = 5000


class Export:
    """One export run. References to objects that the tenant does not have yet are sent in a second pass."""

    def __init__(self, space: Collection[CloudSpaceObject], tenant: Tenant, now: datetime, ids: IdSource) -> None:
        self._space, self._tenant, self._now, self._ids = space, tenant, now, ids
        self.counters = Counters()
        self.failures: list[FailedExport] = []
        self.quarantined: list[QuarantinedValue] = []

    def run(self, deletion_threshold: int | None) -> RunOutcome:
        """Send all that waits, unless too many objects would be deleted."""
        deletions = sum(known.pending_export is Pending.DELETE for known in self._space.find("pending", WAITING))
        if deletion_threshold is not None and deletions >= deletion_threshold:
            return RunOutcome.DELETION_THRESHOLD
        for _ in range(2):
            for known in self._waiting():
                self._send(known)
                if len(self.failures) > ERROR_LIMIT:
                    return RunOutcome.ERROR_LIMIT
        return RunOutcome.EXPORT_ERRORS if self.failures else RunOutcome.SUCCESS

    def _waiting(self) -> Iterator[CloudSpaceObject]:
        failed = {failure.source_anchor for failure in self.failures}
        for known in sorted(self._space.find("pending", WAITING), key=order_of):
            if known.source_anchor not in failed:
                yield known

    def _send(self, known: CloudSpaceObject) -> None:
        state = self._sendable(known.wanted)
        if state is not None and state == known.accepted:
            return
        try:
            quarantined = self._tenant.send(change_of(known, state))
        except ExportRefused as refusal:
            self._refused(known, refusal)
        else:
            self._accepted(known, state, quarantined)

    def _sendable(self, wanted: CloudState | None) -> CloudState | None:
        if wanted is None or not wanted.references:
            return wanted
        present = {
            name: tuple(anchor for anchor in anchors if self._is_present(anchor))
            for name, anchors in wanted.references.items()
        }
        return replace(wanted, references={name: anchors for name, anchors in present.items() if anchors})

    def _is_present(self, anchor: str) -> bool:
        known = self._space.get(anchor)
        return known is not None and known.accepted is not None

    def _accepted(self, known: CloudSpaceObject, state: CloudState | None, quarantined: Iterable[SetAside]) -> None:
        anchor = known.source_anchor
        self._count(known)
        identity = identity_of(known)
        self.quarantined += [QuarantinedValue(anchor, identity, one.property_name, one.value) for one in quarantined]
        if state is None:
            self._space.remove(anchor)
        else:
            self._space.put(anchor, replace(known, accepted=state, confirmed=False, error=None))

    def _count(self, known: CloudSpaceObject) -> None:
        match known.pending_export:
            case Pending.ADD:
                self.counters.export_add += 1
            case Pending.DELETE:
                self.counters.export_delete += 1
            case _:
                self.counters.export_update += 1

    def _refused(self, known: CloudSpaceObject, refusal: ExportRefused) -> None:
        self.counters.export_failure += 1
        before = known.error
        error = ExportError(
            refusal.error_name,
            refusal.detail,
            first_occurrence=before.first_occurrence if before else self._now,
            last_occurrence=self._now,
            retry_count=before.retry_count + 1 if before else 0,
        )
        self._space.put(known.source_anchor, replace(known, error=error))
        name, identity = known.distinguished_name, identity_of(known)
        failure = FailedExport(name, known.source_anchor, identity, error.name, error.detail, self._ids.guid())
        self.failures.append(failure)


def change_of(known: CloudSpaceObject, state: CloudState | None) -> ExportChange:
    """The pending export as the tenant gets it."""
    before = known.accepted
    if state is None:
        assert before is not None, "what the tenant never accepted is not deleted there"
        return ExportChange(Operation.DELETE, before.object_type, known.source_anchor)
    return ExportChange(
        Operation.UPDATE if before else Operation.ADD,
        state.object_type,
        known.source_anchor,
        state.attributes,
        state.references,
        changed_names(before, state),
    )


def changed_names(before: CloudState | None, after: CloudState) -> frozenset[str]:
    """The names whose values differ, those that are to be cleared among them."""
    old = {**before.attributes, **before.references} if before else {}
    new = {**after.attributes, **after.references}
    return frozenset(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))


def identity_of(known: CloudSpaceObject) -> str:
    """How a report names an object: its sign-in name, else its mail address, else its display name."""
    state = known.wanted or known.accepted
    attributes = state.attributes if state else {}
    for name in ("userPrincipalName", "mail", "displayName"):
        if values := attributes.get(name):
            return values[0]
    return known.source_anchor

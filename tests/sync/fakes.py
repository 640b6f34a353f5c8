"""A forest, a tenant and a place for the server's state, as small as the protocols allow."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from datetime import UTC, datetime
from types import TracebackType
from typing import Self
from uuid import UUID

from msolemu.foundation.clock import SteppedClock
from msolemu.foundation.dataclass import dataclass, field, replace
from msolemu.foundation.identifiers import RandomIds
from msolemu.sync.connector_space import CloudSpaceObject
from msolemu.sync.cycle import Side, SyncServer
from msolemu.sync.importing import source_anchor_of
from msolemu.sync.ports import ExportChange, ExportRefused, ForestObject, Operation, SetAside, Values
from msolemu.sync.run_history import RunResult, StepResult
from msolemu.sync.run_profile import RunProfile
from msolemu.sync.server_state import SyncSpace, sync_space

START = datetime(2016, 6, 1, 8, 0, tzinfo=UTC)


@dataclass
class FakeForest:
    """Objects with change numbers; `put` and `delete` are what an administrator does."""

    name: str = "contoso.local"
    objects: dict[UUID, ForestObject] = field(default_factory=dict)
    usn: int = 100

    def put(self, found: ForestObject, **attributes: str | Values) -> ForestObject:
        """Create an object, or change attributes of one; an empty text clears one."""
        self.usn += 1
        given = {name: (value,) if isinstance(value, str) else value for name, value in attributes.items()}
        merged = {name: values for name, values in {**found.attributes, **given}.items() if values not in ((), ("",))}
        created = found.created or self.usn
        self.objects[found.guid] = replace(found, attributes=merged, created=created, changed=self.usn)
        return self.objects[found.guid]

    def delete(self, found: ForestObject) -> None:
        """Leave a tombstone."""
        self.usn += 1
        self.objects[found.guid] = replace(found, is_deleted=True, changed=self.usn, attributes={})

    def highest_change(self) -> int:
        """The latest number."""
        return self.usn

    def changed_since(self, change: int) -> Iterable[ForestObject]:
        """What changed later, in order."""
        return sorted((o for o in self.objects.values() if o.changed > change), key=lambda o: o.changed)


@dataclass
class FakeTenant:
    """Addresses are unique: a taken one refuses its object, or is set aside once `resilient`."""

    name: str = "contoso.onmicrosoft.com"
    resilient: bool = False
    objects: dict[str, ExportChange] = field(default_factory=dict)
    sent: list[ExportChange] = field(default_factory=list)

    def vanished(self, source_anchors: Set[str]) -> Collection[str]:
        """Those that are not there."""
        return source_anchors - self.objects.keys()

    def send(self, change: ExportChange) -> Iterable[SetAside]:
        """Apply or refuse."""
        self.sent.append(change)
        if change.operation is Operation.DELETE:
            del self.objects[change.source_anchor]
            return ()
        taken = [
            address
            for address in change.attributes.get("proxyAddresses", ())
            for other in self.objects.values()
            if other.source_anchor != change.source_anchor and address in other.attributes.get("proxyAddresses", ())
        ]
        if taken and not self.resilient:
            raise ExportRefused("AttributeValueMustBeUnique", f"[ProxyAddresses {taken[0]};]")
        free = tuple(one for one in change.attributes.get("proxyAddresses", ()) if one not in taken)
        attributes = {**change.attributes, "proxyAddresses": free}
        self.objects[change.source_anchor] = replace(change, attributes=attributes)
        return [SetAside("ProxyAddresses", address) for address in taken]

    def names(self) -> list[str]:
        """Display names of what is there."""
        return [one.attributes["displayName"][0] for one in self.objects.values()]


@dataclass
class FakeWork:
    """A unit of work that keeps everything at once."""

    space: SyncSpace
    forest: FakeForest
    tenant: FakeTenant
    commits: int = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def commit(self) -> None:
        """Count it."""
        self.commits += 1


class Lab:
    """A server between a fake forest and a fake tenant, at 8 o'clock."""

    def __init__(self) -> None:
        self.space = sync_space()
        self.forest, self.tenant, self.clock = FakeForest(), FakeTenant(), SteppedClock(START)
        self.work = FakeWork(self.space, self.forest, self.tenant)
        self.reported: list[RunResult] = []
        self.server = SyncServer(lambda: self.work, self.clock, RandomIds(1), self.reported.append)

    def cycle(self) -> dict[tuple[Side, RunProfile], StepResult]:
        """Run a cycle and give the steps of its runs."""
        names = {connector.name: connector.side for connector in self.server.connectors()}
        return {(names[run.connector_name], run.profile): run.steps[0] for run in self.server.start_cycle().runs}

    def export(self) -> StepResult:
        """Run a cycle and give the step that exported to the tenant."""
        return self.cycle()[Side.CLOUD, RunProfile.EXPORT]

    def wanted(self, found: ForestObject) -> CloudSpaceObject | None:
        """The object in the cloud's connector space."""
        return self.space.cloud_objects.get(source_anchor_of(found))

"""A server between Contoso's real forest and its real tenant, held in memory."""

from __future__ import annotations

from datetime import timedelta

from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.objects import ForestEntry
from msolemu.directory.seed import seed_forest
from msolemu.directory.tenant.user import User
from msolemu.directory.unit_of_work import MemoryWork
from msolemu.foundation.clock import SteppedClock
from msolemu.sync.connected_forest import ConnectedForest
from msolemu.sync.connected_tenant import ConnectedTenant
from msolemu.sync.cycle import SyncServer
from msolemu.sync.importing import source_anchor_of
from msolemu.sync.run_history import RunResult, StepResult
from msolemu.sync.server_state import sync_space
from tests.directory.builders import START, Cloud
from tests.directory.forest.builders import add


class ConnectedWork(MemoryWork):
    """One transaction on both directories and the server's own state."""

    def __init__(self, lab: ConnectedLab) -> None:
        super().__init__(lab.cloud.state, lab.cloud.recording)
        self.space = lab.space
        self.forest = ConnectedForest(lab.cloud.state)
        self.tenant = ConnectedTenant(lab.cloud.state, lab.cloud.issues, lab.cloud.ids, lab.clock.now())


class ConnectedLab:
    """Contoso's forest and tenant, and a server between them."""

    def __init__(self, cloud: Cloud) -> None:
        self.cloud, self.clock = cloud, SteppedClock(START)
        self.space = sync_space(cloud.recording)
        seed_forest(cloud.state, START, cloud.ids)
        self.forest = ForestDirectory(cloud.state, START, cloud.ids)
        self.results: list[RunResult] = []
        self.server = SyncServer(lambda: ConnectedWork(self), self.clock, cloud.ids, self.results.append)

    def export(self) -> StepResult:
        """Run a cycle and give the step that exported to the tenant."""
        self.clock.advance(timedelta(minutes=30))
        self.server.start_cycle()
        return self.results[-1].steps[0]

    def user(self, name: str, **attributes: str) -> ForestEntry:
        """Create a user of contoso.com."""
        given = {"userPrincipalName": f"{name}@contoso.com", "displayName": name, **attributes}
        return add(self.forest, "user", name, **given)

    def arrived(self, entry: ForestEntry) -> User | None:
        """The user in the tenant."""
        (found,) = [one for one in ConnectedForest(self.cloud.state).changed_since(0) if one.guid == entry.guid]
        user = self.cloud.objects.with_anchor(source_anchor_of(found))
        assert user is None or isinstance(user, User)
        return user

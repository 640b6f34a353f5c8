"""A seed whose forest and tenant are in step: synchronization finds nothing to do until somebody changes something."""

from __future__ import annotations

import pytest

from msolemu.directory.seeds.catalogue import NUMBER, seed_named
from msolemu.directory.tenant.user import User
from msolemu.foundation.clock import SteppedClock
from msolemu.foundation.dataclass import replace
from msolemu.foundation.identifiers import RandomIds
from msolemu.sync.cycle import begin_synchronized
from msolemu.sync.run_history import Counters
from msolemu.sync.run_profile import RunOutcome
from msolemu.sync.scheduler import Policy
from tests.directory.builders import START, Cloud
from tests.sync.connected_lab import ConnectedLab, ConnectedWork

SEED = seed_named("contoso")


@pytest.fixture
def lab() -> ConnectedLab:
    """The company as its seed leaves it, before the first cycle."""
    lab = ConnectedLab(Cloud())
    SEED.fill(lab.cloud.state, START, RandomIds(NUMBER))
    return lab


def begin(lab: ConnectedLab) -> None:
    """Let the first cycle have run when the seed says."""
    assert SEED.last_cycle is not None
    now, lab.clock = lab.clock, SteppedClock(START - SEED.last_cycle)
    with ConnectedWork(lab) as work:
        begin_synchronized(work, lab.clock, lab.cloud.ids)
        work.commit()
    lab.clock = now


def test_what_the_first_cycle_sends_is_in_the_tenant_already(lab: ConnectedLab) -> None:
    def people() -> dict[str, User]:
        return {str(user.object_id): replace(user, security_identifier=None) for user in lab.cloud.state.users}

    before = people()
    begin(lab)
    assert people() == before


def test_every_synchronized_object_has_its_counterpart(lab: ConnectedLab) -> None:
    anchors = {one.immutable_id for one in (*lab.cloud.state.users, *lab.cloud.state.groups) if one.last_dirsync_time}
    begin(lab)
    assert anchors == set(lab.space.cloud_objects.all_keys())


@pytest.mark.parametrize("policy", [Policy.DELTA, Policy.INITIAL])
def test_a_cycle_after_the_seed_changes_nothing(lab: ConnectedLab, policy: Policy) -> None:
    begin(lab)
    steps = [step for run in lab.server.start_cycle(policy).runs for step in run.steps]
    unchanged = Counters()
    for step in steps:
        counted = replace(step.counters, stage_no_change=0, connector_no_flow=0, disconnector_filtered=0)
        assert (counted, step.failures, step.quarantined) == (unchanged, (), ())
    assert {step.outcome for step in steps} <= {RunOutcome.SUCCESS, RunOutcome.NO_OBJECTS}


def test_a_change_on_premises_arrives(lab: ConnectedLab) -> None:
    begin(lab)
    entry = next(iter(lab.cloud.state.entries.find("parent", "ou=production,ou=staff,dc=contoso,dc=local")))
    lab.forest.change(entry, {"title": ("Night Watch",)})
    lab.export()
    arrived = lab.arrived(entry)
    assert arrived is not None
    assert arrived.title == "Night Watch"

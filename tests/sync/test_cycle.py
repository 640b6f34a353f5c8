"""Cycles from outside: what arrives in the tenant, and what the run history says."""

from __future__ import annotations

from datetime import timedelta

import pytest

from msolemu.foundation.dataclass import replace
from msolemu.sync.cycle import Side
from msolemu.sync.errors import SchedulerSuspended
from msolemu.sync.ports import Operation
from msolemu.sync.run_profile import RunOutcome, RunProfile
from msolemu.sync.scheduler import Policy
from tests.sync.builders import a_group, a_user
from tests.sync.fakes import START, Lab

IMPORT = (Side.FOREST, RunProfile.DELTA_IMPORT)
SYNCHRONIZATION = (Side.FOREST, RunProfile.DELTA_SYNCHRONIZATION)


def test_the_first_cycle_reads_everything_although_a_delta_was_asked_for(lab: Lab) -> None:
    lab.forest.put(a_user("Ann"))
    runs = lab.server.start_cycle(Policy.DELTA).runs
    assert [(run.connector_name, run.profile.value) for run in runs] == [
        ("contoso.local", "Full Import"),
        ("contoso.onmicrosoft.com - AAD", "Full Import"),
        ("contoso.local", "Full Synchronization"),
        ("contoso.onmicrosoft.com - AAD", "Full Synchronization"),
        ("contoso.onmicrosoft.com - AAD", "Export"),
        ("contoso.local", "Export"),
    ]
    assert lab.tenant.names() == ["Ann"]


def test_a_delta_cycle_touches_only_what_changed(lab: Lab) -> None:
    ann = lab.forest.put(a_user("Ann"))
    lab.forest.put(a_user("Ben"))
    lab.cycle()
    lab.forest.put(ann, title="Counsel")
    steps = lab.cycle()
    assert (steps[IMPORT].counters.stage_update, steps[IMPORT].counters.stage_add) == (1, 0)
    assert steps[SYNCHRONIZATION].counters.connector_flow == 1
    assert lab.tenant.sent[-1].changed == {"title"}
    assert len(lab.tenant.sent) == 3


def test_a_cycle_without_changes_sends_nothing(lab: Lab) -> None:
    lab.forest.put(a_user("Ann"))
    lab.cycle()
    assert lab.export().outcome is RunOutcome.SUCCESS
    assert len(lab.tenant.sent) == 1


def test_an_import_that_reads_nothing_says_so(lab: Lab) -> None:
    lab.forest.put(a_user("Ann"))
    cloud_import = (Side.CLOUD, RunProfile.DELTA_IMPORT)
    assert [run.outcome for run in lab.server.start_cycle().runs[:2]] == [RunOutcome.SUCCESS, RunOutcome.NO_OBJECTS]
    assert lab.cycle()[cloud_import].outcome is RunOutcome.SUCCESS
    steps = lab.cycle()
    assert (steps[IMPORT].outcome, steps[cloud_import].outcome) == (RunOutcome.NO_OBJECTS, RunOutcome.NO_OBJECTS)
    assert lab.server.start_cycle(Policy.INITIAL).runs[1].outcome is RunOutcome.SUCCESS


def test_an_initial_cycle_evaluates_every_object_again(lab: Lab) -> None:
    lab.forest.put(a_user("Ann"))
    lab.cycle()
    runs = lab.server.start_cycle(Policy.INITIAL).runs
    assert runs[0].steps[0].counters.stage_no_change == 1
    assert runs[1].steps[0].counters.stage_add == 1
    assert runs[2].steps[0].counters.connector_no_flow == 1


def test_a_deleted_user_is_deleted_in_the_tenant(lab: Lab) -> None:
    ann = lab.forest.put(a_user("Ann"))
    lab.cycle()
    lab.forest.delete(ann)
    assert lab.export().counters.export_delete == 1
    assert lab.tenant.sent[-1].operation is Operation.DELETE
    assert lab.wanted(ann) is None


def test_a_full_import_finds_what_vanished_without_a_trace(lab: Lab) -> None:
    ann = lab.forest.put(a_user("Ann"))
    lab.cycle()
    del lab.forest.objects[ann.guid]
    assert lab.server.start_cycle(Policy.INITIAL).runs[0].steps[0].counters.stage_delete == 1
    assert lab.tenant.names() == []


def test_an_object_deleted_before_it_ever_left_the_server_is_not_sent(lab: Lab) -> None:
    lab.cycle()
    ann = lab.forest.put(a_user("Ann"))
    lab.server.run(*IMPORT)
    lab.server.run(*SYNCHRONIZATION)
    lab.forest.delete(ann)
    lab.forest.delete(a_user("Never seen"))
    lab.cycle()
    assert lab.tenant.sent == []


def test_what_vanished_in_the_tenant_is_sent_again(lab: Lab) -> None:
    lab.forest.put(a_user("Ann"))
    lab.cycle()
    lab.tenant.objects.clear()
    assert lab.export().counters.export_add == 1
    assert lab.tenant.names() == ["Ann"]


def test_objects_arrive_in_the_order_of_their_creation(lab: Lab) -> None:
    names = ["Zoe", "Ann", "Mia", "Ben"]
    made = [lab.forest.put(a_user(name)) for name in names]
    lab.forest.put(made[0], title="Counsel")
    lab.cycle()
    assert lab.tenant.names() == names


def test_a_refused_object_stays_pending_and_is_refused_again(lab: Lab) -> None:
    lab.forest.put(a_user("Ann", proxyaddresses="smtp:desk@contoso.com"))
    ben = lab.forest.put(a_user("Ben", proxyaddresses="smtp:desk@contoso.com"))
    for retries in range(3):
        step = lab.export()
        assert step.outcome is RunOutcome.EXPORT_ERRORS
        (failure,) = step.failures
        assert (failure.identity, failure.error_name) == ("Ben@contoso.com", "AttributeValueMustBeUnique")
        assert failure.text.startswith("[ProxyAddresses smtp:desk@contoso.com;]\nTracking Id: ")
        waiting = lab.wanted(ben)
        assert waiting is not None
        assert waiting.error is not None
        assert waiting.error.retry_count == retries
    assert len(lab.reported) == 3


def test_a_value_that_the_tenant_sets_aside_is_no_error_and_told_once(lab: Lab) -> None:
    lab.forest.put(a_user("Ann", proxyaddresses="smtp:desk@contoso.com"))
    ben = lab.forest.put(a_user("Ben", proxyaddresses="smtp:desk@contoso.com"))
    lab.cycle()
    lab.tenant.resilient = True
    step = lab.export()
    assert step.outcome is RunOutcome.SUCCESS
    assert [(one.identity, one.value) for one in step.quarantined] == [("Ben@contoso.com", "smtp:desk@contoso.com")]
    healed = lab.wanted(ben)
    assert healed is not None
    assert healed.error is None
    assert lab.export().quarantined == ()


def test_a_refused_change_that_is_taken_back_leaves_no_error(lab: Lab) -> None:
    lab.forest.put(a_user("Ann", proxyaddresses="smtp:desk@contoso.com"))
    ben = lab.forest.put(a_user("Ben"))
    lab.cycle()
    lab.forest.put(ben, proxyaddresses="smtp:desk@contoso.com")
    assert lab.export().counters.export_failure == 1
    lab.forest.put(ben, proxyaddresses="")
    assert lab.export().outcome is RunOutcome.SUCCESS
    healed = lab.wanted(ben)
    assert healed is not None
    assert healed.error is None


def test_members_follow_in_a_second_pass(lab: Lab) -> None:
    lab.forest.put(a_group("Staff", member=("CN=Ann,OU=Contoso,DC=contoso,DC=local", "CN=Out,DC=elsewhere")))
    lab.forest.put(a_user("Ann"))
    step = lab.export()
    assert (step.counters.export_add, step.counters.export_update) == (2, 1)
    assert [len(change.references.get("member", ())) for change in lab.tenant.sent] == [0, 0, 1]


def test_a_member_that_was_refused_joins_its_group_when_it_arrives(lab: Lab) -> None:
    lab.forest.put(a_user("Ann", proxyaddresses="smtp:desk@contoso.com"))
    ben = lab.forest.put(a_user("Ben", proxyaddresses="smtp:desk@contoso.com"))
    lab.forest.put(a_group("Staff", member=ben.distinguished_name))
    lab.cycle()
    lab.tenant.resilient = True
    lab.cycle()
    assert len(lab.tenant.sent[-1].references["member"]) == 1


def test_too_many_deletions_stop_the_export_before_anything_is_sent(lab: Lab) -> None:
    users = [lab.forest.put(a_user(f"User{number}")) for number in range(3)]
    lab.cycle()
    settings = lab.server.settings()
    lab.space.settings.put("server", replace(settings, deletion_threshold=2))
    for user in users[:2]:
        lab.forest.delete(user)
    assert lab.export().outcome is RunOutcome.DELETION_THRESHOLD
    assert len(lab.tenant.objects) == 3


def test_an_export_gives_up_after_too_many_errors(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msolemu.sync.export.ERROR_LIMIT", 1)
    for number in range(4):
        lab.forest.put(a_user(f"User{number}", proxyaddresses="smtp:desk@contoso.com"))
    step = lab.export()
    assert step.outcome is RunOutcome.ERROR_LIMIT
    assert len(step.failures) == 2


def test_runs_are_numbered_by_connector_and_the_latest_stands_first(lab: Lab) -> None:
    lab.cycle()
    runs = lab.server.runs()
    assert [run.number for run in runs] == [3, 3, 2, 2, 1, 1]
    assert runs[0].profile is RunProfile.EXPORT
    assert runs[0].outcome is RunOutcome.SUCCESS


def test_old_runs_are_purged(lab: Lab) -> None:
    lab.cycle()
    lab.clock.advance(timedelta(days=8))
    lab.cycle()
    assert len(lab.server.runs()) == 6


def test_nothing_is_exported_in_staging_mode(lab: Lab) -> None:
    lab.forest.put(a_user("Ann"))
    lab.server.change_scheduler(lambda scheduler: replace(scheduler, staging_mode=True))
    assert len(lab.server.start_cycle().runs) == 4
    assert lab.tenant.sent == []


def test_no_cycle_starts_while_the_scheduler_is_suspended(lab: Lab) -> None:
    lab.server.change_scheduler(lambda scheduler: replace(scheduler, suspended=True))
    with pytest.raises(SchedulerSuspended):
        lab.server.start_cycle()


def test_after_a_cycle_the_next_is_a_delta_one_interval_later(lab: Lab) -> None:
    lab.server.change_scheduler(lambda scheduler: replace(scheduler, next_policy=Policy.INITIAL))
    assert lab.server.start_cycle().policy is Policy.INITIAL
    scheduler = lab.server.settings().scheduler
    assert (scheduler.next_policy, scheduler.next_start) == (Policy.DELTA, START + timedelta(minutes=30))

"""The cmdlets of the lab over services held in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from msolemu.compat.catalogue import SORT_IGNORED, Profile
from msolemu.compat.known_issue import KnownIssue, KnownIssueSet, UnknownKnownIssue
from msolemu.modules.emulator import clock, conflict, forest, known_issue, mail, snapshot, workspace
from msolemu.modules.emulator.errors import ClockRunsBackwards, NothingToSet
from msolemu.modules.emulator.services import ConflictSeen, EmulatorServices
from msolemu.runtime.types.date_time import DateTime

MORNING = datetime(2016, 6, 1, 8, tzinfo=UTC)


@dataclass
class Time:
    """Lab time that remembers where it was put."""

    at: datetime = MORNING
    frozen: bool = True

    def now(self) -> datetime:
        return self.at

    def move_to(self, at: datetime) -> Sequence[object]:
        self.at, self.frozen = at, True
        return ()

    def freeze(self) -> None:
        self.frozen = True

    def follow(self) -> None:
        self.frozen = False


@dataclass
class Switches:
    """Switches held in memory."""

    issues: KnownIssueSet = field(default_factory=Profile.DOCUMENTED.issues)

    def switch(self, issue: KnownIssue, *, on: bool) -> None:
        self.issues = self.issues.switched(issue, on)

    def choose(self, profile: Profile) -> None:
        self.issues = profile.issues()


@dataclass(frozen=True)
class Letter:
    """A message."""

    sender: str = "service@example.com"
    recipients: tuple[str, ...] = ("it@contoso.com",)
    subject: str = "Report"
    sent: datetime = MORNING
    body: str = "text"


SEEN = ConflictSeen("UserPrincipalName", "a@x", "Holder", "User", "Loser", "User", MORNING, heals_by_itself=True)


@dataclass(frozen=True)
class Kept:
    """A snapshot."""

    name: str
    taken: datetime = MORNING
    automatic: bool = False


@dataclass
class States:
    """What was asked of the workspace as a whole."""

    kept: list[Kept] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def snapshots(self) -> Sequence[Kept]:
        return self.kept

    def take(self, name: str) -> Kept:
        self.kept.append(Kept(name))
        return self.kept[-1]

    def restore(self, name: str) -> None:
        self.asked.append(f"restore {name}")

    def remove(self, name: str) -> None:
        self.asked.append(f"remove {name}")

    def reset(self) -> None:
        self.asked.append("reset")


def no_forest(text: str) -> Mapping[str, int]:
    return {}


@pytest.fixture
def call() -> Any:
    services = EmulatorServices(
        Time(), Switches(), lambda: [Letter(), Letter(subject="Second")], no_forest, lambda: [SEEN], States()
    )
    return SimpleNamespace(services=services, should_process=lambda target: target != "kept back")


def test_stepping_moves_lab_time_on(call: Any) -> None:
    clock.stepped(call, days=1, hours=1, minutes=1, seconds=1)
    assert call.services.time.at == MORNING + timedelta(days=1, hours=1, minutes=1, seconds=1)


def test_lab_time_never_runs_backwards(call: Any) -> None:
    with pytest.raises(ClockRunsBackwards):
        clock.stepped(call, hours=-1)
    with pytest.raises(ClockRunsBackwards):
        clock.put(call, DateTime.of(MORNING - timedelta(hours=1)))


def test_a_step_of_nothing_is_refused(call: Any) -> None:
    with pytest.raises(NothingToSet):
        clock.stepped(call)


def test_lab_time_can_be_put_frozen_and_let_go(call: Any) -> None:
    clock.put(call, DateTime.of(MORNING + timedelta(hours=2)))
    assert call.services.time.at == MORNING + timedelta(hours=2)
    clock.following(call, follow=True)
    assert [shown.Frozen for shown in clock.shown(call)] == [False]
    clock.frozen(call, freeze=True)
    assert [shown.Frozen for shown in clock.shown(call)] == [True]


def test_a_switch_set_to_false_asks_for_nothing(call: Any) -> None:
    with pytest.raises(NothingToSet):
        clock.frozen(call, freeze=False)
    with pytest.raises(NothingToSet):
        clock.following(call, follow=False)


def test_switches_are_listed_by_pattern(call: Any) -> None:
    assert [one.Id for one in known_issue.listed(call, "SORT*")] == ["sort-ignored"]


def test_a_switch_holds_at_once(call: Any) -> None:
    known_issue.switched(call, "sort-ignored", enabled=False)
    assert not call.services.switches.issues.keep(SORT_IGNORED)


def test_a_profile_puts_every_switch(call: Any) -> None:
    known_issue.chosen(call, known_issue.KnownIssueProfile.Later)
    assert call.services.switches.issues == Profile.LATER.issues()


def test_an_unknown_switch_names_what_is_near(call: Any) -> None:
    with pytest.raises(UnknownKnownIssue, match="sort-ignored"):
        known_issue.switched(call, "sort-ignord", enabled=False)


def test_mail_is_numbered_from_one(call: Any) -> None:
    assert [(one.Number, one.Subject) for one in mail.received(call)] == [(1, "Report"), (2, "Second")]
    assert [one.Subject for one in mail.received(call, 2)] == ["Second"]


def test_a_conflict_says_what_would_end_it(call: Any) -> None:
    (found,) = conflict.seen(call)
    assert (found.Holder, found.Loser, found.Value) == ("Holder", "Loser", "a@x")
    assert "hourly sweep gives it to 'Loser'" in found.Remedy


@pytest.mark.parametrize(
    ("holder", "heals", "words"),
    [
        ("", True, "The value is free"),
        ("Holder", False, "when 'Holder' has given the address up, change 'Loser' on-premises"),
        ("", False, "only; change 'Loser' on-premises"),
    ],
)
def test_the_remedy_depends_on_the_conflict(holder: str, heals: bool, words: str) -> None:
    one = ConflictSeen("UserPrincipalName", "a@x", holder, "User", "Loser", "User", MORNING, heals_by_itself=heals)
    assert words in conflict.remedy(one)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_forest_file_may_be_written_as_ldifde_writes_it(encoding: str) -> None:
    assert forest.decoded("cn: Zoë\n".encode(encoding)) == "cn: Zoë\n"


def test_snapshots_are_taken_and_listed_by_pattern(call: Any) -> None:
    assert [one.Name for one in snapshot.taken(call, "first")] == ["first"]
    assert list(snapshot.taken(call, "kept back")) == []
    assert [(one.Name, one.Automatic) for one in snapshot.listed(call, "F*")] == [("first", False)]
    assert [one.Name for one in snapshot.listed(call, "x*")] == []


def test_the_workspace_is_put_back_only_when_the_user_agrees(call: Any) -> None:
    for name in ("first", "kept back"):
        snapshot.restored(call, name)
        snapshot.removed(call, name)
    workspace.reset(call)
    assert call.services.states.asked == ["restore first", "remove first", "reset"]

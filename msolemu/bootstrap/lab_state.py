"""The lab's clock and switches, which the workspace remembers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from msolemu.compat.catalogue import Profile, profile_of, switched
from msolemu.compat.known_issue import KnownIssue, KnownIssueSet
from msolemu.foundation.dataclass import replace

if TYPE_CHECKING:
    from msolemu.bootstrap.lab import Lab
    from msolemu.bootstrap.settings import Settings
    from msolemu.runtime.state.session import Session


class LabTime:
    """Lab time. With `for_this_run` (`--at`) the workspace does not remember where it was put."""

    def __init__(self, lab: Lab, *, for_this_run: bool) -> None:
        self._lab = lab
        self._for_this_run = for_this_run

    @property
    def frozen(self) -> bool:
        """Whether lab time stands still unless it is stepped."""
        return self._lab.clock.frozen_at is not None

    def now(self) -> datetime:
        """Lab time."""
        return self._lab.clock.now()

    def move_to(self, at: datetime) -> Sequence[object]:
        """Freeze lab time there; what falls due on the way runs in order, and is what is given back."""
        with self._lab.work():  # one turn for all of it: a stretch of years has many full hours
            done = self._lab.schedule.run_until(at, self._lab.clock.freeze)
            self._remember()
        return done

    def freeze(self) -> None:
        """Stop where it is."""
        self._lab.clock.freeze()
        self._remember()

    def follow(self) -> None:
        """Follow the host's clock again."""
        self._lab.clock.follow()
        self._remember()

    def _remember(self) -> None:
        if not self._for_this_run:
            frozen_at = self._lab.clock.frozen_at
            self._lab.remember(lambda settings: replace(settings, frozen_at=frozen_at))

    def take(self) -> None:
        """Take lab time from the workspace, unless it was given for this run."""
        if not self._for_this_run:
            self._lab.clock.frozen_at = self._lab.settings.frozen_at

    def begin(self) -> None:
        """Take lab time from the workspace, and run what fell due while nothing ran."""
        self.take()
        self._lab.schedule.catch_up(self._lab.clock.now())


class KnownIssueSwitches:
    """The switches: those that the workspace remembers, under the profile and the switches of this run."""

    def __init__(self, lab: Lab, session: Session, settings: Settings) -> None:
        self._lab, self._session = lab, session
        self._profile = profile_of(settings.profile) if settings.profile else None
        self._options = settings.known_issues
        self._of_this_run = dict(settings.known_issues)

    @property
    def issues(self) -> KnownIssueSet:
        """What is switched on."""
        return self._session.issues

    def switch(self, issue: KnownIssue, *, on: bool) -> None:
        """Put one switch: it holds at once, whatever this run was started with, and is remembered."""
        self._lab.remember(lambda kept: replace(kept, known_issues=_with(kept.known_issues, issue.id, on=on)))
        self._of_this_run[issue.id] = on
        self._session.issues = self.issues.switched(issue, on)

    def choose(self, profile: Profile) -> None:
        """Put all switches as a profile has them."""
        chosen = profile.issues()
        self._lab.remember(lambda kept: replace(kept, known_issues=chosen.on))
        self._profile = None
        self._of_this_run.clear()
        self._session.issues = chosen

    def put_back(self) -> None:
        """The workspace is as it was at another time: what was switched since then does not count."""
        self._of_this_run = dict(self._options)
        self.begin()

    def begin(self) -> None:
        """Take the switches from the workspace."""
        kept = KnownIssueSet(self._lab.settings.known_issues)
        base = kept if self._profile is None else self._profile.issues()
        self._session.issues = switched(base, self._of_this_run)


def _with(names: frozenset[str], name: str, *, on: bool) -> frozenset[str]:
    return names | {name} if on else names - {name}

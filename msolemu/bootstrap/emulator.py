"""A session with its commands, ready to run text."""

from __future__ import annotations

import functools
import os
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from msolemu.bootstrap.display import ConsoleDisplay
from msolemu.bootstrap.error_log import ErrorLog
from msolemu.bootstrap.faults import WorkspaceFault
from msolemu.bootstrap.services import discovery_for
from msolemu.bootstrap.settings import DEFAULT_SEED, Settings
from msolemu.compat.catalogue import Profile, profile_of, switched
from msolemu.foundation.clock import Clock, LabClock, SystemClock
from msolemu.foundation.identifiers import IdSource, RandomIds
from msolemu.foundation.text import to_units
from msolemu.host.aliases import ALIASES
from msolemu.host.commands import CommandTable
from msolemu.host.environment import environment
from msolemu.host.runspace import Outcome, Runspace
from msolemu.host.session_functions import unread
from msolemu.runtime.errors.records import ErrorRecord
from msolemu.runtime.filesystem.locations import Locations
from msolemu.runtime.state import automatic
from msolemu.runtime.state.session import Host, Session

if TYPE_CHECKING:
    from datetime import timedelta

    from msolemu.bootstrap.lab import Lab
    from msolemu.bootstrap.lab_state import KnownIssueSwitches, LabTime
    from msolemu.bootstrap.workspace_states import WorkspaceStates


COMPLETIONS = (
    "$found = TabExpansion2 $args[0] $args[0].Length; "
    "$found.ReplacementIndex; $found.CompletionMatches | ForEach-Object CompletionText"
)


class Emulator:
    """One session over one lab."""

    def __init__(self, settings: Settings, host: Host, host_clock: Clock, ids: IdSource) -> None:
        self.settings = settings
        self.clock = LabClock(host_clock, settings.at)
        self.ids = ids
        issues = (profile_of(settings.profile) if settings.profile else Profile.DOCUMENTED).issues()
        self.discovery = discovery_for(self)
        commands = CommandTable(self.discovery, settings.stubs)
        locations = Locations(os.getcwd(), self._drives, map(str, settings.allowed))  # noqa: PTH109  text, as scripts see it
        self.session = Session(host, self.clock, ids, switched(issues, settings.known_issues), locations, commands)
        self.session.time_zone = settings.time_zone
        commands.session = self.session
        self._fill(self.session)
        log = ErrorLog(settings.error_log, self.clock) if settings.error_log is not None else None
        self.runspace = Runspace(self.session, ConsoleDisplay, log)

    def _fill(self, session: Session) -> None:
        session.environment = environment(os.environ)
        session.time_zone = self.settings.time_zone
        session.pass_time = self._pass
        session.furnish = functools.partial(self._furnish, session)
        session.furnish()

    def _furnish(self, session: Session) -> None:
        aliases = session.global_scope.aliases
        assert aliases is not None
        aliases.update(ALIASES)
        session.unread_functions = unread()
        automatic.install(session, os.path.expanduser("~"), os.getpid())  # noqa: PTH111  the same

    @functools.cached_property
    def lab(self) -> Lab:
        """The workspace at work, opened when it is first asked for. Raises WorkspaceFault."""
        from msolemu.bootstrap.lab import Lab

        session = self.session
        return Lab(
            self.settings.workspace, self.clock, self.ids, lambda: session.issues, self.notice, self.settings.seed
        )

    def notice(self, text: str) -> None:
        """A line for the user, besides the output."""
        self.session.host.write_error_line(text)

    @functools.cached_property
    def time(self) -> LabTime:
        """Lab time."""
        from msolemu.bootstrap.lab_state import LabTime

        return LabTime(self.lab, for_this_run=self.settings.at is not None)

    @functools.cached_property
    def states(self) -> WorkspaceStates:
        """The workspace as a whole: snapshots, export, import, reset."""
        from msolemu.bootstrap.workspace_states import WorkspaceStates

        return WorkspaceStates(self.lab, self._take_settings)

    def _take_settings(self) -> None:
        """Another state is in place: its clock and switches hold."""
        self.switches.put_back()
        self.time.take()

    @functools.cached_property
    def switches(self) -> KnownIssueSwitches:
        """The known issues."""
        from msolemu.bootstrap.lab_state import KnownIssueSwitches

        return KnownIssueSwitches(self.lab, self.session, self.settings)

    def begin(self) -> None:
        """What every command begins with: what others have committed is taken in, what fell due is run.

        A lab in memory that nothing has touched yet has nothing to catch up with. Raises WorkspaceFault.
        """
        if self.settings.workspace is None and "lab" not in self.__dict__:
            return
        with self.lab.work():
            self.switches.begin()
            self.time.begin()

    def run(self, text: str, file: str | None = None, args: Sequence[str] = ()) -> Outcome:
        """Run a text or a script file, after what every command begins with."""
        if file is not None:
            self.allow_folder_of(file)
        try:
            self.begin()
        except WorkspaceFault as error:
            self.notice(f"{error.id}: {error}")
            return Outcome(1, succeeded=False, failed=True)
        return self.runspace.run(text, file, args)

    def run_typed(self, text: str) -> Outcome:
        """Run what somebody typed, and keep it in the history."""
        from msolemu.runtime.state.history import PIPELINE_STATE, History
        from msolemu.runtime.types import enumerations
        from msolemu.runtime.types.date_time import DateTime

        history = self.session.state(History)
        history.running, start = text, DateTime.of(self.clock.now())
        outcome = self.run(text)
        status = enumerations.member(PIPELINE_STATE, "Failed" if outcome.failed else "Completed")
        history.add(history.running, status, start, DateTime.of(self.clock.now()))
        return outcome

    def run_script(self, content: bytes, file: str | None = None, args: Sequence[str] = ()) -> Outcome:
        """Run what a script file or standard input holds, in whatever encoding it is."""
        from msolemu.runtime.state.script_text import script_text

        return self.run(script_text(content), file, [to_units(word) for word in args])

    def is_incomplete(self, text: str) -> bool:
        """Whether more input would make the text whole."""
        from msolemu.language.parser import parse

        return parse(text).incomplete

    def completions(self, text: str) -> tuple[int, list[str]]:
        """What the end of a text can become, as the command TabExpansion2 tells, and where that part begins."""
        from msolemu.runtime.casting.conversion import to_text

        start, *found = self.session.invoke(self.session.parse(COMPLETIONS), [text])
        return int(start), list(map(to_text, found))

    @property
    def newest_error(self) -> ErrorRecord | None:
        """The first of `$Error`."""
        newest = self.session.error_list[0] if self.session.error_list else None
        return newest if isinstance(newest, ErrorRecord) else None

    def feedback(self) -> list[str]:
        """What a shell adds to the newest error, to help on somebody who types."""
        from msolemu.host.suggestions import feedback_lines

        return [] if self.newest_error is None else feedback_lines(self.newest_error, self.session, self.discovery)

    def prompt(self) -> str:
        """What a shell shows before the cursor: the output of a function `prompt`, else pwsh's own."""
        session = self.session
        own = session.find_function("prompt")
        output = session.invoke(own.script_block) if own is not None else []
        if output:
            from msolemu.runtime.casting.conversion import to_text

            return "".join(map(to_text, output))
        assert session.locations is not None
        return f"PS {session.locations.here.path}> "

    def close(self) -> None:
        """Let go of what was only lent."""
        if "lab" in self.__dict__:
            self.lab.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def allow_folder_of(self, file: str) -> None:
        """Let the session touch the folder of a script."""
        assert self.session.locations is not None
        self.session.locations.allow(os.path.dirname(os.path.abspath(file)))  # noqa: PTH100,PTH120  the same

    def _pass(self, span: timedelta) -> None:
        """Really wait while lab time follows the host's clock; where it is frozen it only moves on."""
        if self.clock.frozen_at is None:
            time.sleep(span.total_seconds())
        else:
            self.time.move_to(self.clock.now() + span)

    def _drives(self) -> str:
        return str(self.lab.drives())


def build(settings: Settings, host: Host, clock: Clock | None = None, ids: IdSource | None = None) -> Emulator:
    """Put an emulator together; raises UnknownKnownIssue or UnknownSeed for what does not exist."""
    sys.set_int_max_str_digits(0)  # a BigInteger has as many digits as it needs
    if settings.seed != DEFAULT_SEED:
        from msolemu.directory.seeds.catalogue import seed_named

        seed_named(settings.seed)
    return Emulator(settings, host, clock or SystemClock(), ids or RandomIds())

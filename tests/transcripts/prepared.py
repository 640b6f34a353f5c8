"""What many transcripts begin with is made once: the lab after some commands, copied for each of them."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from uuid import UUID

from msolemu.bootstrap import Emulator, Settings, build
from msolemu.foundation.identifiers import RandomIds
from msolemu.foundation.text import to_units
from msolemu.host.capture import CaptureHost
from msolemu.mail.message import Message
from msolemu.store.database import Placed
from msolemu.store.journal import Document
from tests.transcripts.reader import Transcript

SEED = 1
"""Placeholders and ids are random; in a transcript they come in the same order each time."""
CONNECT = "Connect-MsolService"
IMPORT = "Import-EmuForest "
OF_THE_LAB = (CONNECT, IMPORT, "Start-ADSyncSyncCycle ", "Set-MsolDirSyncFeature ", "Step-EmuClock ")
"""Commands that leave nothing in the session but that it is connected."""


class Ids:
    """Ids in the same order each time, which another lab can go on with."""

    def __init__(self) -> None:
        self.source = RandomIds(SEED)

    def guid(self) -> UUID:
        return self.source.guid()

    def number(self, low: int, high: int) -> int:
        return self.source.number(low, high)

    def password(self) -> str:
        return self.source.password()


@dataclass(frozen=True)
class Prepared:
    """A lab after some commands."""

    tables: dict[str, dict[str, Document]]
    messages: Sequence[Message]
    at: datetime
    ids: RandomIds


def settings_of(transcript: Transcript, *, connected: bool = False) -> Settings:
    """What a transcript's directions say."""
    at = datetime.fromisoformat(transcript.at).replace(tzinfo=UTC)
    issues = transcript.known_issues
    return Settings(at=at, known_issues=issues, seed=transcript.seed, connected=connected)


def beginning(transcript: Transcript) -> tuple[str, ...]:
    """The commands that come before and leave nothing in the session."""
    lines = transcript.before
    return tuple(lines[: next((n for n, line in enumerate(lines) if not line.startswith(OF_THE_LAB)), len(lines))])


def run(emulator: Emulator, lines: Sequence[str]) -> None:
    """Run what comes before; it must not fail."""
    for line in lines:
        outcome = emulator.run(to_units(line))
        host = emulator.session.host
        assert not outcome.failed, host.screen if isinstance(host, CaptureHost) else line


def prepared_emulator(transcript: Transcript, host: CaptureHost) -> Emulator:
    """An emulator in memory after everything that comes before."""
    lines = beginning(transcript)
    if lines in ((), (CONNECT,)):
        made = build(settings_of(transcript), host, ids=Ids())
        run(made, transcript.before)
        return made
    issues = tuple(sorted(transcript.known_issues.items()))
    found = prepared(transcript.at, issues, transcript.seed, lines)
    made = going_on(found, settings_of(transcript, connected=CONNECT in lines), host)
    run(made, transcript.before[len(lines) :])
    return made


@cache
def prepared(at: str, issues: tuple[tuple[str, bool], ...], seed: str, lines: tuple[str, ...]) -> Prepared:
    """The lab after some commands. Reading a forest comes first in most, and heeds no known issue."""
    transcript = Transcript("", at=at, known_issues=dict(issues), seed=seed)
    shared = lines[:1] if lines[0].startswith(IMPORT) and (len(lines) > 1 or issues) else ()
    if shared:
        made = going_on(prepared(at, (), seed, shared), settings_of(transcript), CaptureHost())
    else:
        made = build(settings_of(transcript), CaptureHost(), ids=Ids())
    with made:
        run(made, lines[len(shared) :])
        tables = {name: dict(found) for name, found in made.lab.workspace.database.present().items()}
        assert isinstance(made.ids, Ids)
        return Prepared(tables, made.lab.mailbox.messages(), made.clock.now(), made.ids.source)


def going_on(found: Prepared, settings: Settings, host: CaptureHost) -> Emulator:
    """An emulator whose lab is what was prepared."""
    ids = Ids()
    made = build(settings, host, ids=ids)
    workspace = made.lab.workspace
    gone = [Placed(table, key, None) for table, known in workspace.database.present().items() for key in dict(known)]
    placed = [Placed(table, key, one) for table, known in found.tables.items() for key, one in known.items()]
    with made.lab.work():
        workspace.database.commit([*gone, *placed])
        workspace.take([*gone, *placed])
    for message in found.messages:
        made.lab.mailbox.deliver(message)
    made.clock.freeze(found.at)
    ids.source = copy.deepcopy(found.ids)
    return made

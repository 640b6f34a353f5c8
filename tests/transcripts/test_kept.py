"""What the cmdlets of MSOnline change is the same after the workspace was opened again, to those that read too."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from msolemu.bootstrap import Emulator, build
from msolemu.foundation.dataclass import replace
from msolemu.foundation.text import from_units, to_units
from msolemu.host.capture import CaptureHost
from tests.transcripts.prepared import settings_of
from tests.transcripts.reader import Transcript, files, read
from tests.transcripts.test_transcripts import HERE, ROOT, emulator

PATHS = list(files(HERE / "msonline"))
READING = re.compile(
    r"[(@]*Get-Msol(?!FederationProperty)(?!.*(\$(?!_|null|true|false)|\b(Add|New|Set|Remove|Restore|Enable|Disable)-Msol)).*",
    re.DOTALL,
)
"""A command that only reads, and needs nothing of the session: no variable, no federation server."""


def documents(emulator: Emulator) -> dict[str, list[dict[str, Any]]]:
    """Everything in the workspace."""
    with emulator.lab.work():
        return emulator.lab.workspace.documents()


def screens(emulator: Emulator, transcript: Transcript) -> list[str]:
    """What the reading commands of a transcript show now."""
    host = emulator.session.host
    assert isinstance(host, CaptureHost)
    found = []
    for step in transcript.steps:
        if READING.fullmatch(step.command):
            shown = len(host.screen)
            emulator.run(to_units(step.command))
            found.append(from_units(host.screen[shown:]))
    return found


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_what_a_transcript_changed_is_there_when_the_workspace_is_opened_again(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    transcript = read(path.read_text(encoding="utf-8"))
    folder = tmp_path / "lab"
    with emulator(transcript, CaptureHost(answers=transcript.typed), folder) as first:
        for step in transcript.steps:
            first.run(to_units(step.command))
        first.run(to_units("Connect-MsolService"))
        left, seen, now = documents(first), screens(first, transcript), first.clock.now()
    settings = replace(settings_of(transcript, connected=True), workspace=folder, at=now)
    with build(settings, CaptureHost()) as again:
        assert documents(again) == left
        assert screens(again, transcript) == seen

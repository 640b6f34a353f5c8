"""What the cmdlets of MSOnline change is the same after the workspace was opened again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from msolemu.bootstrap import Emulator, Settings, build
from msolemu.foundation.text import to_units
from msolemu.host.capture import CaptureHost
from tests.transcripts.reader import files, read
from tests.transcripts.test_transcripts import HERE, ROOT, emulator

PATHS = list(files(HERE / "msonline"))


def documents(emulator: Emulator) -> dict[str, list[dict[str, Any]]]:
    """Everything in the workspace."""
    with emulator.lab.work():
        return emulator.lab.workspace.documents()


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_what_a_transcript_changed_is_there_when_the_workspace_is_opened_again(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    transcript = read(path.read_text(encoding="utf-8"))
    folder = tmp_path / "lab"
    host = CaptureHost(answers=transcript.typed)
    with emulator(transcript, host, folder) as first:
        for step in transcript.steps:
            first.run(to_units(step.command))
        left = documents(first)
    with build(Settings(folder), CaptureHost()) as again:
        assert documents(again) == left

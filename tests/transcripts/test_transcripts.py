"""Every transcript beside this file, and those of the README, give the screen that they claim."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from msolemu.bootstrap import Emulator, build
from msolemu.foundation.dataclass import replace
from msolemu.foundation.text import from_units, to_units
from msolemu.host.capture import CaptureHost
from tests.transcripts.prepared import Ids, prepared_emulator, run, settings_of
from tests.transcripts.reader import Transcript, blocks, files, read, tidy

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FOLDER = "$ROOT"
"""Stands in transcripts for the folder of the checkout, where their commands run."""


def emulator(transcript: Transcript, host: CaptureHost, workspace: Path | None = None) -> Emulator:
    """An emulator as the transcript's directions want it, after what comes before."""
    if workspace is None:
        return prepared_emulator(transcript, host)
    made = build(replace(settings_of(transcript), workspace=workspace), host, ids=Ids())
    run(made, transcript.before)
    return made


def screens(transcript: Transcript) -> list[str]:
    """The screen of each step, run in an emulator of its own that keeps nothing."""
    host = CaptureHost(answers=transcript.typed)
    found = []
    with emulator(transcript, host) as made:
        shown = len(host.screen)
        for step in transcript.steps:
            made.run(to_units(step.command))
            found.append(from_units(host.screen[shown:]).replace(str(ROOT), FOLDER))
            shown = len(host.screen)
    return found


def transcripts() -> Iterator[tuple[str, Transcript]]:
    """All of them, by name."""
    for path in files(HERE):
        yield path.relative_to(HERE).as_posix(), read(path.read_text(encoding="utf-8"))
    for number, block in enumerate(blocks((ROOT / "README.md").read_text(encoding="utf-8"))):
        yield f"README {number}", read(block)


@pytest.mark.parametrize("transcript", [pytest.param(transcript, id=name) for name, transcript in transcripts()])
def test_a_transcript_shows_what_it_claims(transcript: Transcript, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert transcript.steps
    for step, screen in zip(transcript.steps, screens(transcript), strict=True):
        assert tidy(screen) == step.screen, f"line {step.line}: {step.command}"


def test_a_transcript_says_where_its_behaviour_comes_from() -> None:
    assert not [path.name for path in files(HERE) if not read(path.read_text(encoding="utf-8")).source]


def test_every_transcript_is_recorded() -> None:
    assert not list(HERE.rglob("*.commands"))

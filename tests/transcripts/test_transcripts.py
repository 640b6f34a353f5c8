"""Every transcript beside this file, and those of the README, give the screen that they claim."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from msolemu.bootstrap import Settings, build
from msolemu.foundation.identifiers import RandomIds
from msolemu.foundation.text import from_units, to_units
from msolemu.host.capture import CaptureHost
from tests.transcripts.reader import Transcript, blocks, files, read, tidy

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SEED = 1
"""Placeholders and ids are random; in a transcript they come in the same order each time."""


def screens(transcript: Transcript) -> list[str]:
    """The screen of each step, run in an emulator of its own that keeps nothing."""
    host = CaptureHost(answers=transcript.typed)
    settings = Settings(
        at=datetime.fromisoformat(transcript.at).replace(tzinfo=UTC), known_issues=transcript.known_issues
    )
    found = []
    with build(settings, host, ids=RandomIds(SEED)) as emulator:
        for line in transcript.before:
            outcome = emulator.run(to_units(line))
            assert not outcome.failed, host.screen
        shown = len(host.screen)
        for step in transcript.steps:
            emulator.run(to_units(step.command))
            found.append(from_units(host.screen[shown:]))
            shown = len(host.screen)
    return found


def transcripts() -> Iterator[Transcript]:
    """All of them."""
    for path in files(HERE):
        yield read(path.read_text(encoding="utf-8"), str(path.relative_to(HERE)))
    for number, block in enumerate(blocks((ROOT / "README.md").read_text(encoding="utf-8"))):
        yield read(block, f"README {number}")


@pytest.mark.parametrize("transcript", transcripts(), ids=lambda transcript: transcript.title)
def test_a_transcript_shows_what_it_claims(transcript: Transcript, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert transcript.steps
    for step, screen in zip(transcript.steps, screens(transcript), strict=True):
        assert tidy(screen) == step.screen, f"line {step.line}: {step.command}"


def test_a_transcript_says_where_its_behaviour_comes_from() -> None:
    assert not [path.name for path in files(HERE) if not read(path.read_text(encoding="utf-8")).source]


def test_every_transcript_is_recorded() -> None:
    assert not list(HERE.rglob("*.commands"))

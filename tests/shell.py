"""Runs text in a fresh emulator that keeps nothing, at a fixed moment, and gives what was shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from msolemu.bootstrap import Settings, build
from msolemu.host.capture import CaptureHost

MOMENT = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Shown:
    """What a run left: its output, its errors, its code."""

    output: str
    errors: str
    code: int

    @property
    def lines(self) -> list[str]:
        """The lines of the output, blank ones left out."""
        return [line.rstrip() for line in self.output.splitlines() if line.strip()]


def shell(text: str, *, answers: Sequence[str] = (), stubs: Sequence[str] = (), folder: Path | None = None) -> Shown:
    """Run the text; `answers` are what prompts read; with a folder as the script file `case.ps1` in it."""
    host = CaptureHost(answers=answers)
    file = None if folder is None else str(folder / "case.ps1")
    with build(Settings(at=MOMENT, stubs=stubs), host) as emulator:
        outcome = emulator.run(text, file)
    return Shown(host.output, host.errors, outcome.code)


def output(text: str, *, answers: Sequence[str] = ()) -> list[str]:
    """The lines that a text shows; no error may come with them."""
    shown = shell(text, answers=answers)
    assert not shown.errors, shown.errors
    return shown.lines


def error(text: str) -> str:
    """The text of the errors that running shows, on one line."""
    return " ".join(shell(text).errors.replace("| ", " ").split())

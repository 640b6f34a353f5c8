"""A shell for tests of cmdlets: a script runs in an emulator that keeps nothing, in an empty folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from msolemu.bootstrap import Settings, build
from msolemu.foundation.text import from_units, to_units
from msolemu.host.capture import CaptureHost

MOMENT = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Screen:
    """What a script printed."""

    output: str
    errors: str
    code: int

    @property
    def lines(self) -> list[str]:
        """The lines of standard output, blank ones left out."""
        return [line.rstrip() for line in self.output.splitlines() if line.strip()]


@dataclass(frozen=True)
class Shell:
    """Runs scripts in one folder, each in a session of its own."""

    folder: Path

    def run(self, script: str, answers: Iterable[str] = ()) -> Screen:
        """What a script prints; `answers` are the lines that prompts read."""
        host = CaptureHost(answers=answers)
        with build(Settings(workspace=None, at=MOMENT), host) as emulator:
            file = str(self.folder / "test.ps1")
            emulator.allow_folder_of(file)
            outcome = emulator.runspace.run(to_units(script), file)
        return Screen(from_units(host.output), from_units(host.errors), outcome.code)

    def lines(self, script: str, answers: Iterable[str] = ()) -> list[str]:
        """The lines that a script prints, blank ones left out; errors that nobody caught fail the test."""
        screen = self.run(script, answers)
        assert screen.errors == ""
        return screen.lines

    def caught(self, command: str) -> list[str]:
        """Id, category and exception class of the error that a command gives."""
        tell = "$_.FullyQualifiedErrorId; $_.CategoryInfo.Category; $_.Exception.GetType().Name"
        return self.lines(f"$ErrorActionPreference = 'Stop'\ntry {{ {command} }} catch {{ {tell} }}")


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Shell(tmp_path)

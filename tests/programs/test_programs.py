"""Programs of the kinds that administrators write run as they stand and print what was recorded beside them.

`# type: TEXT` lines of a program wait on standard input for its prompts; `# seed: NAME` says what the workspace holds
at first. `python -m tests.programs.record` writes the
`.out` files anew: screen, errors and exit code, to be read before they are committed.
"""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from msolemu.bootstrap import Settings, build
from msolemu.bootstrap.settings import DEFAULT_SEED
from msolemu.foundation.text import from_units, to_units
from msolemu.host.capture import CaptureHost

HERE = Path(__file__).parent
PROGRAMS = sorted(HERE.glob("*.ps1"))
AT = datetime(2016, 6, 1, 8, 0, tzinfo=UTC)
TYPED, SEED = "# type: ", "# seed: "


def marked(text: str, mark: str) -> list[str]:
    """What follows a mark at the beginning of a program's lines."""
    return [line.removeprefix(mark) for line in text.splitlines() if line.startswith(mark)]


def screen(program: Path, folder: Path) -> str:
    """What a program shows when it is run in an empty folder, with its exit code."""
    shutil.copytree(HERE / "data", folder / "data")
    script = Path(shutil.copy(program, folder))
    text = script.read_text(encoding="utf-8")
    host = CaptureHost(answers=marked(text, TYPED))
    seed = next(iter(marked(text, SEED)), DEFAULT_SEED)
    with build(Settings(at=AT, seed=seed), host) as emulator:
        emulator.allow_folder_of(str(script))
        outcome = emulator.run(to_units(text), str(script))
    shown = from_units(host.screen).replace(str(folder), "$FOLDER")
    return "\n".join(line.rstrip() for line in shown.splitlines()) + f"\n[exit code {outcome.code}]\n"


@pytest.mark.parametrize("program", PROGRAMS, ids=[program.stem for program in PROGRAMS])
def test_a_program_prints_what_was_recorded(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert screen(program, tmp_path) == program.with_suffix(".out").read_text(encoding="utf-8")


def test_there_are_fifteen_programs_of_a_usual_length() -> None:
    assert len(PROGRAMS) == 15
    for program in PROGRAMS:
        assert 30 <= len(program.read_text(encoding="utf-8").splitlines()) <= 80, program.name

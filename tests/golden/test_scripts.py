"""Scripts print what they printed on a real PowerShell 7.6.5."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.golden import cases
from tests.golden.causes import cause_of
from tests.golden.replay import run_script, tree_of

CASES = cases.scripts()


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder whose path is short, as it was in the recording: PowerShell shortens a target that is long."""
    with tempfile.TemporaryDirectory(prefix="") as name:
        yield Path(name)
        monkeypatch.undo()


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_a_script_prints_what_it_printed(case: cases.ScriptCase, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run_script(case, folder, monkeypatch)
    cause = cause_of(tree_of(case.script))
    if cause is not None:
        assert ran.differences(case), f"passes, although excused by: {cause.name}"
    else:
        assert (ran.stdout.rstrip("\n"), ran.stderr.split(), ran.code) == (
            case.stdout.rstrip("\n"),
            case.stderr.split(),
            case.code,
        )

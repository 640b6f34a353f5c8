"""Turns on a workspace."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from msolemu.store.errors import WorkspaceBusy
from msolemu.store.lock import Turn
from tests.store.fakes import Told, in_folder, put, read


def test_whoever_waits_long_is_told_for_whom(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msolemu.store.lock.GIVING_UP", 0.01)
    folder.mkdir()
    told = Told()
    with Turn(folder), pytest.raises(WorkspaceBusy, match="process"):
        Turn(folder, told, patience=0.01).__enter__()
    assert "Waiting for process" in told[0]


def test_the_turn_of_a_dead_process_is_taken_over(folder: Path) -> None:
    folder.mkdir()
    code = (
        "import os, sys; from pathlib import Path; from msolemu.store.lock import Turn; "
        "Turn(Path(sys.argv[1])).__enter__(); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(folder)], check=False).returncode == 9
    told = Told()
    with Turn(folder, told, patience=0.5):
        assert not told


def test_without_the_owner_file_it_is_another_process(folder: Path) -> None:
    folder.mkdir()
    assert Turn(folder).holder() == "another process"


def test_a_turn_within_a_turn_is_the_same(folder: Path) -> None:
    workspace = in_folder(folder)
    with workspace.database.turn, workspace.database.turn:
        put(workspace, "one")
    assert read(workspace) == {"one": []}

"""Eight processes change one workspace at the same time; `--changes N` sets how much each of them does."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from msolemu.store.unit_of_work import UnitOfWork
from msolemu.store.workspace import LabSettings
from tests.store.fakes import MADE, in_folder, read

PROCESSES = 8


def count_up(folder: Path, name: str, changes: int) -> None:
    """What each of them does: add one to a number that all share, again and again."""
    workspace = in_folder(folder)
    for _ in range(changes):
        with UnitOfWork(workspace) as work:
            known = workspace.settings.get("shared")
            number = int(next(iter(known.known_issues))) if known else 0
            workspace.settings.put("shared", LabSettings(MADE, known_issues=frozenset({str(number + 1)})))
            workspace.settings.put(name, LabSettings(MADE))
            work.commit()


def test_no_update_is_lost_between_processes(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    changes = pytestconfig.getoption("changes")
    context = multiprocessing.get_context("spawn")
    processes = [
        context.Process(target=count_up, args=(tmp_path, f"process {number}", changes)) for number in range(PROCESSES)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    found = read(in_folder(tmp_path))
    assert found["shared"] == [str(PROCESSES * changes)]
    assert len(found) == PROCESSES + 1

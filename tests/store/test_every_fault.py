"""Each single write, fsync, replacement and removal fails once, in turn; nothing that was acknowledged is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from msolemu.store import database, storage
from msolemu.store.errors import StoreError
from msolemu.store.snapshots import Snapshots
from msolemu.store.unit_of_work import UnitOfWork
from msolemu.store.workspace import LabSettings, Workspace
from tests.store.fakes import ANY, MADE, FailingFiles, Told, in_folder, put, read, remove

Model = dict[str, list[str]]
Step = tuple[Callable[[Workspace], object], Callable[[Model], Model]]


def fold(workspace: Workspace) -> None:
    workspace.begin()
    try:
        workspace.database.checkpoint()
    finally:
        workspace.end()


def put_many(workspace: Workspace) -> None:
    with UnitOfWork(workspace) as work:
        for number in range(9):
            workspace.settings.put(f"many {number}", LabSettings(MADE))
        work.commit()


def without(model: Model, key: str) -> Model:
    return {name: value for name, value in model.items() if name != key}


STEPS: tuple[Step, ...] = (
    (lambda lab: put(lab, "one", "a"), lambda model: {**model, "one": ["a"]}),
    (lambda lab: put(lab, "two", "b"), lambda model: {**model, "two": ["b"]}),
    (fold, lambda model: model),
    (lambda lab: put(lab, "three", "c"), lambda model: {**model, "three": ["c"]}),
    (lambda lab: remove(lab, "one"), lambda model: without(model, "one")),
    (lambda lab: Snapshots(lab).take("kept", MADE, automatic=True), lambda model: model),
    (put_many, lambda model: {**model, **{f"many {number}": [] for number in range(9)}}),
    (lambda lab: put(lab, "two", "d" * 900), lambda model: {**model, "two": ["d" * 900]}),
    (fold, lambda model: model),
    (lambda lab: put(lab, "four"), lambda model: {**model, "four": []}),
)
UNDONE: Model = {"two": ["b"], "three": ["c"]}


def run(folder: Path, files: FailingFiles) -> tuple[Model, int]:
    """What every acknowledged step has made of the documents, and how many steps failed."""
    model: Model = {}
    failed = 0
    workspace: Workspace | None = None
    for act, effect in STEPS:
        try:
            workspace = workspace or in_folder(folder, Told(), files)
            act(workspace)
            model = effect(model)
        except StoreError:
            failed += 1
            assert files.fails is None, "only what was made to fail fails"
        if workspace is not None:
            assert read(workspace) == model
    return model, failed


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BULK", 5)
    monkeypatch.setattr(storage, "SMALLEST_JOURNAL", 600)


def operations(folder: Path) -> int:
    files = FailingFiles()
    assert run(folder, files)[1] == 0
    return files.calls


def test_whatever_fails_what_was_acknowledged_is_there_and_nothing_else(tmp_path: Path) -> None:
    count = operations(tmp_path / "whole")
    assert count > 50
    for number in range(count):
        files = FailingFiles()
        files.arm(ANY, number)
        folder = tmp_path / f"fault-{number}"
        model, failed = run(folder, files)
        assert files.fails is None, "there were as many operations as without a fault"
        assert read(in_folder(folder)) == model, number
        snapshots = Snapshots(in_folder(folder))
        if not failed:
            snapshots.undo()
            assert read(in_folder(folder)) == UNDONE, number

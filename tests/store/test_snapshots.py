"""Snapshots, over memory and over a folder."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from msolemu.directory.snapshot_errors import NothingToUndo, SnapshotExists, SnapshotNotFound
from msolemu.store.errors import SnapshotGone
from msolemu.store.snapshots import AUTOMATIC, Snapshots
from msolemu.store.workspace import Workspace
from tests.store.conftest import Open
from tests.store.fakes import MADE, put, read, remove


def fold(workspace: Workspace) -> None:
    workspace.begin()
    workspace.database.checkpoint()
    workspace.end()


def names(snapshots: Snapshots) -> list[str]:
    return [one.name for one in snapshots.all()]


def test_a_snapshot_brings_back_what_was_added_changed_and_removed(workspace: Workspace) -> None:
    snapshots = Snapshots(workspace)
    put(workspace, "changed", "a")
    put(workspace, "removed", "b")
    assert snapshots.take("then", MADE).taken == MADE
    put(workspace, "changed", "c")
    remove(workspace, "removed")
    put(workspace, "added")
    snapshots.restore("then")
    assert read(workspace) == {"changed": ["a"], "removed": ["b"]}
    snapshots.restore("then")
    assert read(workspace) == {"changed": ["a"], "removed": ["b"]}
    assert names(snapshots) == ["then"]


def test_names_are_there_once_and_must_be_known(workspace: Workspace) -> None:
    snapshots = Snapshots(workspace)
    snapshots.take("a", MADE)
    with pytest.raises(SnapshotExists):
        snapshots.take("a", MADE)
    snapshots.remove("a")
    for call in (snapshots.remove, snapshots.restore, snapshots.demand, snapshots.differences):
        with pytest.raises(SnapshotNotFound, match="'a'"):
            call("a")
    with pytest.raises(NothingToUndo):
        snapshots.undo()


def test_the_last_ten_automatic_ones_are_kept_and_all_named_ones(workspace: Workspace) -> None:
    snapshots = Snapshots(workspace)
    snapshots.take("mine", MADE)
    for number in range(AUTOMATIC + 3):
        put(workspace, "one", f"{number}")
        snapshots.take("before script", MADE + timedelta(hours=number), automatic=True)
    found = snapshots.all()
    assert len([one for one in found if one.automatic]) == AUTOMATIC
    assert found[0].name == "mine"
    assert [one.taken for one in found[1:]] == sorted(one.taken for one in found[1:])


def test_undoing_goes_back_step_by_step(workspace: Workspace) -> None:
    snapshots = Snapshots(workspace)
    for number in range(3):
        snapshots.take("before script", MADE, automatic=True)
        put(workspace, "one", f"{number}")
    assert [snapshots.undo().name for _ in range(2)] == ["before script (3)", "before script (2)"]
    assert read(workspace) == {"one": ["0"]}
    snapshots.undo()
    assert read(workspace) == {}


def test_checkpoints_keep_what_snapshots_need_and_no_more(open_folder: Open, folder: Path) -> None:
    workspace = open_folder()
    snapshots = Snapshots(workspace)
    for name in "abc":
        put(workspace, name, name)
        snapshots.take(name, MADE)
        put(workspace, name, "later")
        fold(workspace)
    for _ in range(3):
        fold(workspace)
    assert len(list(folder.glob("workspace.*.json"))) == 4
    other = Snapshots(open_folder())
    other.restore("a")
    assert read(open_folder()) == {"a": ["a"]}
    other.restore("c")
    assert read(open_folder()) == {"a": ["later"], "b": ["later"], "c": ["c"]}
    for name in "abc":
        other.remove(name)
    fold(open_folder())
    assert sorted(path.name for path in folder.glob("workspace.*.j*")) == ["workspace.7.journal", "workspace.7.json"]


def test_a_snapshot_whose_files_have_gone_says_so(open_folder: Open, folder: Path) -> None:
    workspace = open_folder()
    Snapshots(workspace).take("a", MADE)
    fold(workspace)
    for path in (*folder.glob("workspace.?.json"), *folder.glob("workspace.?.journal")):
        path.unlink()
    with pytest.raises(SnapshotGone, match="no longer there"):
        Snapshots(open_folder()).restore("a")


def test_a_snapshot_in_a_generation_whose_database_is_damaged_is_found_over_the_one_before(
    open_folder: Open, folder: Path
) -> None:
    workspace = open_folder()
    put(workspace, "one", "a")
    Snapshots(workspace).take("first", MADE)
    fold(workspace)
    put(workspace, "two", "b")
    Snapshots(workspace).take("second", MADE)
    put(workspace, "three", "c")
    (folder / "workspace.json").write_bytes(b"{")
    again = open_folder()
    assert read(again) == {"one": ["a"], "two": ["b"], "three": ["c"]}
    Snapshots(again).restore("second")
    assert read(again) == {"one": ["a"], "two": ["b"]}
    Snapshots(again).restore("first")
    assert read(open_folder()) == {"one": ["a"]}


def test_what_a_restore_does_is_seen_by_others(open_folder: Open) -> None:
    first, second = open_folder(), open_folder()
    put(first, "one", "a")
    Snapshots(first).take("then", MADE)
    put(second, "two", "b")
    assert read(first) == {"one": ["a"], "two": ["b"]}
    Snapshots(second).restore("then")
    assert read(first) == {"one": ["a"]}


def test_differences_name_objects_and_attributes(workspace: Workspace) -> None:
    snapshots = Snapshots(workspace)
    put(workspace, "changed", "a")
    put(workspace, "removed")
    put(workspace, "same", "x")
    snapshots.take("before", MADE)
    put(workspace, "changed", "b")
    put(workspace, "added")
    remove(workspace, "removed")
    found = snapshots.differences("before")
    assert [(one.change, one.kind, one.key) for one in found] == [
        ("added", "lab", "added"),
        ("changed", "lab", "changed"),
        ("removed", "lab", "removed"),
    ]
    assert dict(found[1].attributes) == {"known_issues": (["a"], ["b"])}
    snapshots.take("after", MADE)
    remove(workspace, "added")
    assert snapshots.differences("before", "after") == found
    assert snapshots.differences("after", "after") == []

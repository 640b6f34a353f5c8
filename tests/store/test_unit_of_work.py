"""Transactions, over memory and over a folder."""

from __future__ import annotations

import pytest

from msolemu.store.unit_of_work import UnitOfWork
from msolemu.store.workspace import LabSettings, Workspace
from tests.store.conftest import Open
from tests.store.fakes import MADE, put, read, remove


def test_what_was_committed_is_there(workspace: Workspace) -> None:
    put(workspace, "one", "a")
    put(workspace, "one", "b", "c")
    put(workspace, "two")
    assert read(workspace) == {"one": ["b", "c"], "two": []}


def test_leaving_without_commit_forgets(workspace: Workspace) -> None:
    put(workspace, "one", "a")
    with UnitOfWork(workspace):
        workspace.settings.put("one", LabSettings(MADE))
        workspace.settings.put("two", LabSettings(MADE))
        workspace.settings.remove("one")
    assert read(workspace) == {"one": ["a"]}


def test_an_error_inside_forgets(workspace: Workspace) -> None:
    def fail() -> None:
        with UnitOfWork(workspace):
            workspace.settings.put("one", LabSettings(MADE))
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert read(workspace) == {}


def test_what_was_removed_is_gone(workspace: Workspace) -> None:
    put(workspace, "one", "a")
    remove(workspace, "one")
    remove(workspace, "never there")
    assert read(workspace) == {}
    put(workspace, "one", "b")
    assert read(workspace) == {"one": ["b"]}


def test_what_an_inner_transaction_commits_stays_when_the_outer_one_forgets(workspace: Workspace) -> None:
    with UnitOfWork(workspace):
        workspace.settings.put("outer", LabSettings(MADE))
        put(workspace, "inner", "a")
    assert read(workspace) == {"inner": ["a"]}


def test_an_outer_transaction_commits_after_an_inner_one(workspace: Workspace) -> None:
    with UnitOfWork(workspace) as work:
        workspace.settings.put("outer", LabSettings(MADE))
        put(workspace, "inner", "a")
        work.commit()
    assert read(workspace) == {"outer": [], "inner": ["a"]}


def test_text_of_every_plane_comes_back_as_it_was(workspace: Workspace, open_folder: Open) -> None:
    texts = ("Zoë", "漢字", "\ud83d\ude00", "\ud83d alone")
    put(workspace, "Jörg \ud83d\ude00", *texts)
    assert read(workspace) == {"Jörg \ud83d\ude00": sorted(texts)}


def test_another_process_sees_what_was_committed(open_folder: Open) -> None:
    first, second = open_folder(), open_folder()
    put(first, "one", "a")
    assert read(second) == {"one": ["a"]}
    put(second, "two", "\ud83d\ude00")
    remove(second, "one")
    assert read(first) == {"two": ["\ud83d\ude00"]}


def test_another_process_follows_over_a_checkpoint(open_folder: Open) -> None:
    first, second = open_folder(), open_folder()
    put(first, "one", "a")
    assert read(second) == {"one": ["a"]}
    with first.database.turn:
        first.database.checkpoint()
    put(first, "two", "b")
    assert read(second) == {"one": ["a"], "two": ["b"]}


def test_keys_keep_their_order_after_reopening(open_folder: Open) -> None:
    first = open_folder()
    for key in ("c", "a", "b"):
        put(first, key)
    put(first, "a", "changed")
    assert list(read(open_folder())) == ["c", "a", "b"]
    with first.database.turn:
        first.database.checkpoint()
    assert list(read(open_folder())) == ["c", "a", "b"]


def test_a_commit_without_changes_writes_nothing(open_folder: Open) -> None:
    workspace = open_folder()
    put(workspace, "one", "a")
    journal = workspace.folder / "workspace.journal"  # type: ignore[operator]
    size = journal.stat().st_size
    with UnitOfWork(workspace) as work:
        work.commit()
    assert journal.stat().st_size == size

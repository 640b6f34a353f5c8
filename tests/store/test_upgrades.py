"""Workspaces of older versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from msolemu.store.database import Database
from msolemu.store.errors import NewerVersion, WorkspaceUnwritable
from msolemu.store.journal import Document
from msolemu.store.snapshots import Snapshots
from msolemu.store.upgrades import Upgrade
from msolemu.store.workspace import Workspace
from tests.store.fakes import MADE, FailingFiles, Told, in_folder, put, read


def louder(table: str, document: Document) -> Document:
    """Known issues are written in capitals since."""
    return {**document, "known_issues": [name.upper() for name in document.get("known_issues", ())]}


def without_drafts(table: str, document: Document) -> Document | None:
    """Drafts are no longer kept."""
    return None if document["_key"] == "draft" else document


STEPS: tuple[Upgrade, ...] = (louder, without_drafts)


def later(folder: Path, steps: tuple[Upgrade, ...] = STEPS, files: FailingFiles | None = None) -> Workspace:
    """The workspace as a later msolemu opens it."""
    told = Told()
    return Workspace(Database.in_folder(folder, told, told, files), steps)


def test_an_older_workspace_is_upgraded_after_a_copy(folder: Path) -> None:
    old = in_folder(folder)
    put(old, "one", "a")
    put(old, "draft", "b")
    assert read(later(folder)) == {"one": ["A"]}
    assert read(later(folder)) == {"one": ["A"]}
    copy = (folder / "workspace.version-1.json").read_text(encoding="utf-8")
    assert '"known_issues":["a"]' in copy
    assert '"_version":3' in (folder / "workspace.json").read_text(encoding="utf-8")


def test_a_copy_opens_as_what_it_was(folder: Path, tmp_path: Path) -> None:
    put(in_folder(folder), "one", "a")
    read(later(folder))
    back = tmp_path / "back"
    back.mkdir()
    (folder / "workspace.version-1.json").rename(back / "workspace.json")
    assert read(in_folder(back)) == {"one": ["a"]}


def test_an_older_msolemu_refuses_what_was_upgraded(folder: Path) -> None:
    put(in_folder(folder), "one", "a")
    read(later(folder))
    with pytest.raises(NewerVersion, match="later msolemu"):
        read(in_folder(folder))


def test_documents_that_others_write_later_are_refused_too(folder: Path) -> None:
    old = in_folder(folder)
    put(old, "one", "a")
    put(later(folder, ()), "two")
    assert len(read(old)) == 2
    workspace = later(folder)
    put(workspace, "three")
    with pytest.raises(NewerVersion):
        read(old)


def test_without_a_copy_nothing_is_upgraded(folder: Path) -> None:
    put(in_folder(folder), "one", "a")
    files = FailingFiles()
    files.arm("write")
    with pytest.raises(WorkspaceUnwritable, match="no copy"):
        read(later(folder, STEPS, files))
    assert read(in_folder(folder)) == {"one": ["a"]}


def test_a_snapshot_of_an_older_version_is_restored_in_the_present_one(folder: Path) -> None:
    old = in_folder(folder)
    put(old, "one", "a")
    put(old, "draft")
    Snapshots(old).take("then", MADE)
    put(old, "one", "b")
    workspace = later(folder)
    assert read(workspace) == {"one": ["B"]}
    Snapshots(workspace).restore("then")
    assert read(workspace) == {"one": ["A"]}

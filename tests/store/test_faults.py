"""What can happen to the files of a workspace; nothing that was acknowledged is lost."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from msolemu.store import storage
from msolemu.store.errors import (
    DamagedDatabase,
    MissingDatabase,
    NewerVersion,
    StoreError,
    UnreadableDocument,
    WorkspaceUnreadable,
    WorkspaceUnwritable,
    WorkspaceVanished,
)
from msolemu.store.files import Files
from msolemu.store.unit_of_work import UnitOfWork
from msolemu.store.workspace import LabSettings, Workspace
from tests.store.conftest import Open
from tests.store.fakes import MADE, FailingFiles, Told, in_folder, put, read, remove

EVERYTHING = {"one": ["a"], "two": ["b"]}


@pytest.fixture
def filled(open_folder: Open) -> Workspace:
    """Two documents: one in the database, one in the journal."""
    workspace = open_folder()
    put(workspace, "one", "a")
    with workspace.database.turn:
        workspace.database.checkpoint()
    put(workspace, "two", "b")
    return workspace


def aside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.aside-*"))


def test_a_journal_cut_at_any_byte_of_its_last_record_opens(filled: Workspace, folder: Path, tmp_path: Path) -> None:
    whole = (folder / "workspace.journal").read_bytes()
    start = whole.index(b"\n") + 1
    for cut in range(start, len(whole)):
        copy = tmp_path / f"cut-{cut}"
        shutil.copytree(folder, copy)
        (copy / "workspace.journal").write_bytes(whole[:cut])
        told = Told()
        workspace = in_folder(copy, told)
        assert read(workspace) == {"one": ["a"]}
        assert len(told) == len(aside(copy)) == (cut > start)
        put(workspace, "three")
        assert read(in_folder(copy)) == {"one": ["a"], "three": []}


def test_a_flipped_bit_keeps_the_record_aside_and_says_so(
    filled: Workspace, folder: Path, open_folder: Open, told: Told
) -> None:
    journal = folder / "workspace.journal"
    content = bytearray(journal.read_bytes())
    content[-5] ^= 1
    journal.write_bytes(content)
    assert read(open_folder()) == {"one": ["a"]}
    assert aside(folder) == ["workspace.aside-1"]
    assert "workspace.aside-1" in told[0]
    assert read(open_folder()) == {"one": ["a"]}
    assert len(told) == 1


def test_what_follows_a_damaged_head_is_used_as_far_as_it_fits(
    filled: Workspace, folder: Path, open_folder: Open, told: Told
) -> None:
    put(filled, "one", "later")
    damaged = b"x" + (folder / "workspace.journal").read_bytes()
    (folder / "workspace.journal").write_bytes(damaged)
    assert read(open_folder()) == {"one": ["later"], "two": ["b"]}
    assert (folder / "workspace.aside-1").read_bytes() == damaged
    (folder / "workspace.journal").write_bytes(damaged)
    assert read(open_folder()) == {"one": ["later"], "two": ["b"]}
    assert len(told) == 2


def test_a_journal_of_nothing_but_nonsense_is_kept_aside(filled: Workspace, folder: Path, open_folder: Open) -> None:
    (folder / "workspace.journal").write_bytes(b"nonsense\n" * 3)
    assert read(open_folder()) == {"one": ["a"]}
    assert (folder / "workspace.aside-1").read_bytes() == b"nonsense\n" * 3


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"_store": {}}', b'{"_store": {"1": {"format": 1}}}'])
def test_a_damaged_database_is_made_anew_from_the_one_before(
    damage: bytes, filled: Workspace, folder: Path, open_folder: Open, told: Told
) -> None:
    (folder / "workspace.json").write_bytes(damage)
    assert read(open_folder()) == EVERYTHING
    assert (folder / "workspace.aside-1").read_bytes() == damage
    assert "damaged" in told[0]
    assert read(open_folder()) == EVERYTHING


def test_a_missing_database_is_made_anew_too(filled: Workspace, folder: Path, open_folder: Open) -> None:
    (folder / "workspace.json").unlink()
    assert read(open_folder()) == EVERYTHING


def test_a_crash_between_replacing_the_database_and_the_journal_loses_nothing(
    filled: Workspace, folder: Path, open_folder: Open
) -> None:
    old = (folder / "workspace.journal").read_bytes()
    with filled.database.turn:
        filled.database.checkpoint()
    (folder / "workspace.journal").write_bytes(old)
    assert read(open_folder()) == EVERYTHING
    (folder / "workspace.journal").unlink()
    assert read(open_folder()) == EVERYTHING


def test_the_first_database_held_nothing_so_that_its_journal_tells_everything(
    folder: Path, open_folder: Open, told: Told
) -> None:
    put(open_folder(), "one", "a")
    (folder / "workspace.json").write_bytes(b"{")
    assert read(open_folder()) == {"one": ["a"]}
    assert (folder / "workspace.aside-1").read_bytes() == b"{"
    assert len(told) == 1


def test_the_first_journal_and_those_that_follow_it_tell_everything(
    filled: Workspace, folder: Path, open_folder: Open
) -> None:
    for path in folder.glob("workspace*.json"):
        path.unlink()
    assert read(open_folder()) == EVERYTHING


def test_with_nothing_to_fall_back_on_a_damaged_database_is_refused(filled: Workspace, folder: Path) -> None:
    for path in (*folder.glob("workspace.*.json"), *folder.glob("workspace.*.journal")):
        path.unlink()
    (folder / "workspace.json").write_bytes(b"{")
    with pytest.raises(DamagedDatabase, match="damaged"):
        read(in_folder(folder))
    assert (folder / "workspace.json").read_bytes() == b"{"


def test_after_a_gap_only_what_fits_is_used(filled: Workspace, folder: Path, open_folder: Open, told: Told) -> None:
    """A commit that wrote the database anew is in no journal; what changed its documents later has nothing to fit."""
    with UnitOfWork(filled) as work:
        filled.settings.put("bulk", LabSettings(MADE))
        work.changes.settle()
        filled.database.table("lab").apply(filled.database.table("lab").change("bulk", {"_key": "bulk", "_version": 1}))
        filled.database.checkpoint()
    put(filled, "bulk", "changed")
    put(filled, "one", "later")
    (folder / "workspace.json").write_bytes(b"{")
    assert read(open_folder()) == {"one": ["later"], "two": ["b"]}
    assert any("lab bulk" in line for line in told)


def test_a_journal_of_a_database_that_is_not_there_is_kept_aside(
    filled: Workspace, folder: Path, open_folder: Open, told: Told
) -> None:
    shutil.copy(folder / "workspace.1.json", folder / "workspace.json")
    assert read(open_folder()) == {}
    assert aside(folder) == ["workspace.aside-1"]
    assert "not there" in told[0]


def test_a_newer_format_is_refused(filled: Workspace, folder: Path, open_folder: Open) -> None:
    database = folder / "workspace.json"
    state = json.loads(database.read_text(encoding="utf-8"))
    state["_store"]["1"]["format"] = 99
    database.write_text(json.dumps(state), encoding="utf-8")
    with pytest.raises(NewerVersion, match="later msolemu"):
        read(open_folder())


def test_a_newer_document_is_refused(filled: Workspace, folder: Path, open_folder: Open) -> None:
    database = folder / "workspace.json"
    database.write_text(database.read_text(encoding="utf-8").replace('"_version":1', '"_version":99'), encoding="utf-8")
    with pytest.raises(NewerVersion, match="one"):
        read(open_folder())


def test_stock_tinydb_reads_the_database_after_a_checkpoint(filled: Workspace, folder: Path) -> None:
    with filled.database.turn:
        filled.database.checkpoint()
    with TinyDB(folder / "workspace.json") as stock:
        assert [one["_key"] for one in stock.table("lab").all()] == ["one", "two"]


def test_what_stock_tinydb_did_not_touch_still_holds(
    filled: Workspace, folder: Path, open_folder: Open, told: Told
) -> None:
    put(filled, "one", "mine")
    with TinyDB(folder / "workspace.json") as stock:
        stock.table("lab").update({"known_issues": ["theirs"]}, where("_key") == "one")
    assert read(open_folder()) == {"one": ["theirs"], "two": ["b"]}
    assert "lab one" in told[0]
    assert b"mine" in (folder / "workspace.aside-1").read_bytes()
    assert read(open_folder()) == {"one": ["theirs"], "two": ["b"]}
    assert len(told) == 1


def test_a_running_process_sees_what_stock_tinydb_changed_and_keeps_it(
    filled: Workspace, folder: Path, open_folder: Open
) -> None:
    with TinyDB(folder / "workspace.json") as stock:
        stock.table("lab").update({"known_issues": ["theirs"]}, where("_key") == "one")
    assert read(filled) == {"one": ["theirs"], "two": ["b"]}
    with TinyDB(folder / "workspace.json") as stock:
        stock.table("lab").remove(where("_key") == "one")
    put(filled, "three", "c")
    with filled.database.turn:
        filled.database.checkpoint()
    assert read(filled) == read(open_folder()) == {"two": ["b"], "three": ["c"]}


@pytest.mark.parametrize("operation", ["write"])
def test_a_full_disk_refuses_the_commit_and_changes_nothing(operation: str, folder: Path, told: Told) -> None:
    files = FailingFiles()
    workspace = in_folder(folder, told, files)
    put(workspace, "one", "a")
    files.arm(operation)
    with pytest.raises(WorkspaceUnwritable, match="No space left"):
        put(workspace, "two", "b")
    assert read(workspace) == {"one": ["a"]}
    put(workspace, "two", "c")
    assert read(in_folder(folder)) == {"one": ["a"], "two": ["c"]}


def test_what_could_not_be_written_takes_no_room(folder: Path, told: Told) -> None:
    files = FailingFiles()
    workspace = in_folder(folder, told, files)
    put(workspace, "one", "a")
    files.arm("write")
    with workspace.database.turn, pytest.raises(WorkspaceUnwritable):
        workspace.database.checkpoint()
    assert not list(folder.glob("*.part"))


@pytest.mark.parametrize("operation", ["write", "rename", "settle"])
@pytest.mark.parametrize("after", range(4))
def test_a_checkpoint_that_fails_at_any_point_loses_nothing(
    operation: str, after: int, folder: Path, told: Told
) -> None:
    files = FailingFiles()
    workspace = in_folder(folder, told, files)
    put(workspace, "one", "a")
    files.arm(operation, after)
    with workspace.database.turn, contextlib.suppress(WorkspaceUnwritable):
        workspace.database.checkpoint()
    files.fails = None
    put(in_folder(folder), "two", "b")
    assert read(in_folder(folder)) == EVERYTHING
    assert read(workspace) == EVERYTHING


def test_a_vanished_folder_is_told(filled: Workspace, folder: Path) -> None:
    shutil.rmtree(folder)
    with pytest.raises(WorkspaceVanished, match="vanished"):
        put(filled, "three")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(WorkspaceUnwritable, match="cannot be made"):
        in_folder(tmp_path / "file" / "workspace")


def test_a_lock_that_cannot_be_taken_is_told(folder: Path, open_folder: Open) -> None:
    (folder / "workspace.lock").mkdir(parents=True)
    with pytest.raises(WorkspaceUnwritable, match="cannot be locked"):
        put(open_folder(), "one")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_without_permission_is_told(filled: Workspace, folder: Path, open_folder: Open) -> None:
    folder.chmod(0o500)
    try:
        with pytest.raises(WorkspaceUnwritable):
            put(open_folder(), "three")
    finally:
        folder.chmod(0o700)


def test_files_that_cannot_be_read_are_told(folder: Path, told: Told) -> None:
    class Unreadable(Files):
        def read(self, path: Path) -> bytes | None:
            raise PermissionError(13, "Permission denied")

    put(in_folder(folder), "one")
    with pytest.raises(WorkspaceUnreadable, match="Permission denied"):
        read(in_folder(folder, told, Unreadable()))


def test_a_journal_that_has_outgrown_the_database_is_folded_in(
    folder: Path, open_folder: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "SMALLEST_JOURNAL", 300)
    workspace = open_folder()
    for number in range(20):
        put(workspace, "one", f"{number}")
    remove(workspace, "never there")
    assert (folder / "workspace.journal").stat().st_size < 900
    assert read(open_folder()) == {"one": ["19"]}


def test_a_commit_holds_when_the_checkpoint_after_it_fails(
    folder: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "SMALLEST_JOURNAL", 1)
    files = FailingFiles()
    workspace = in_folder(folder, told, files)
    put(workspace, "one", "a" * 500)
    files.arm("rename")
    put(workspace, "two", "b" * 5000)
    assert "No space left" in told[0]
    assert list(read(workspace)) == ["one", "two"]
    assert list(read(in_folder(folder))) == ["one", "two"]


def test_a_first_journal_without_its_database_tells_everything(folder: Path, open_folder: Open, told: Told) -> None:
    put(open_folder(), "one", "a")
    (folder / "workspace.json").unlink()
    assert read(open_folder()) == {"one": ["a"]}
    assert "made anew from its journal" in told[0]
    assert read(open_folder()) == {"one": ["a"]}
    assert len(told) == 1


def test_a_first_journal_whose_end_is_damaged_too_tells_what_it_can(
    folder: Path, open_folder: Open, told: Told
) -> None:
    put(open_folder(), "one", "a")
    (folder / "workspace.json").unlink()
    with (folder / "workspace.journal").open("ab") as journal:
        journal.write(b"half a rec")
    assert read(open_folder()) == {"one": ["a"]}
    assert (folder / "workspace.aside-1").read_bytes() == b"half a rec"


def test_a_later_journal_without_any_database_is_refused_and_stays(filled: Workspace, folder: Path) -> None:
    for path in (*folder.glob("workspace*.json"), *folder.glob("workspace.*.journal")):
        path.unlink()
    before = (folder / "workspace.journal").read_bytes()
    with pytest.raises(MissingDatabase, match="Put one of both back"):
        read(in_folder(folder))
    assert (folder / "workspace.journal").read_bytes() == before


def test_a_damaged_database_and_a_strange_journal_are_both_kept(
    filled: Workspace, folder: Path, open_folder: Open
) -> None:
    (folder / "workspace.json").write_bytes(b"{")
    (folder / "workspace.journal").write_bytes(b"nonsense\n")
    assert read(open_folder()) == {"one": ["a"]}
    assert {path.read_bytes() for path in folder.glob("*.aside-*")} == {b"{", b"nonsense\n"}
    assert read(open_folder()) == {"one": ["a"]}


def test_a_damaged_end_is_kept_when_the_database_is_made_anew(
    filled: Workspace, folder: Path, open_folder: Open
) -> None:
    (folder / "workspace.json").unlink()
    with (folder / "workspace.journal").open("ab") as journal:
        journal.write(b"half a rec")
    assert read(open_folder()) == EVERYTHING
    assert (folder / "workspace.aside-1").read_bytes() == b"half a rec"


def test_a_former_database_that_is_damaged_is_passed_over(filled: Workspace, folder: Path, open_folder: Open) -> None:
    for name in ("workspace.1.json", "workspace.json"):
        (folder / name).write_bytes(b"{")
    assert read(open_folder()) == EVERYTHING


def test_what_another_program_keeps_in_the_database_stays_there_unseen(
    filled: Workspace, folder: Path, open_folder: Open
) -> None:
    with TinyDB(folder / "workspace.json") as stock:
        stock.table("lab").insert({"note": "mine"})
        stock.table("notes").insert({"note": "mine too"})
    workspace = open_folder()
    assert read(workspace) == EVERYTHING
    put(workspace, "three")
    with workspace.database.turn:
        workspace.database.checkpoint()
    with TinyDB(folder / "workspace.json") as stock:
        assert {"note": "mine"} in stock.table("lab").all()
        assert stock.table("notes").all() == [{"note": "mine too"}]


@pytest.mark.parametrize("change", [{"created": "yesterday"}, {"known_issues": 5}, {"_version": None}])
def test_a_document_that_another_program_has_made_unreadable_is_named(
    change: dict[str, object], filled: Workspace, folder: Path, open_folder: Open
) -> None:
    with TinyDB(folder / "workspace.json") as stock:
        stock.table("lab").update(change, where("_key") == "one")
    for _ in range(2):
        with pytest.raises(UnreadableDocument, match="lab one unreadable"):
            read(open_folder())
    with TinyDB(folder / "workspace.json") as stock:
        stock.table("lab").remove(where("_key") == "one")
    assert read(open_folder()) == {"two": ["b"]}


def test_a_database_without_its_journal_is_examined(filled: Workspace, folder: Path, open_folder: Open) -> None:
    with filled.database.turn:
        filled.database.checkpoint()
    with TinyDB(folder / "workspace.json") as stock:
        stock.table("lab").update({"known_issues": 5}, where("_key") == "one")
    (folder / "workspace.journal").unlink()
    for _ in range(2):
        with pytest.raises(UnreadableDocument, match="lab one unreadable"):
            read(open_folder())


def test_a_tenant_without_its_company_is_told(filled: Workspace, folder: Path, open_folder: Open) -> None:
    with TinyDB(folder / "workspace.json") as stock:
        stock.table("users").insert({"_key": "one", "_version": 0})
    with pytest.raises(UnreadableDocument, match="companies unreadable: it is empty"):
        read(open_folder())


def test_a_lab_that_another_program_has_emptied_is_not_filled_anew(folder: Path, open_folder: Open) -> None:
    workspace = open_folder()
    put(workspace, "one")
    with workspace.database.turn:
        workspace.database.checkpoint()
    with TinyDB(folder / "workspace.json") as stock:
        stock.drop_table("lab")
    with pytest.raises(UnreadableDocument, match="lab unreadable: it is empty"):
        read(open_folder())


def test_every_fault_has_an_id_of_its_own() -> None:
    kinds: list[type[StoreError]] = [StoreError, *StoreError.__subclasses__()]
    assert len({kind.id for kind in kinds}) == len(kinds)

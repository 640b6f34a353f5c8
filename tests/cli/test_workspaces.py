"""`workspace`, `clock`, `known-issues` and `mail` on a workspace that is kept."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from msolemu.cli.command_line import cli

Msolemu = Callable[..., Result]
SAMPLE = Path(__file__).parent.parent.parent / "samples" / "contoso.ldif"


@pytest.fixture
def msolemu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Msolemu:
    """Runs `msolemu` on a workspace of its own."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(SAMPLE, tmp_path)
    monkeypatch.setenv("MSOLEMU_WORKSPACE", str(tmp_path / "lab"))

    def run(*words: str, typed: str = "") -> Result:
        return CliRunner().invoke(cli, words, input=typed, prog_name="msolemu")

    return run


def test_a_new_workspace_holds_contoso(msolemu: Msolemu) -> None:
    assert msolemu("workspace", "new", "other").exit_code == 0
    shown = msolemu("--workspace", "other", "workspace", "show").output
    assert "Contoso (contoso.onmicrosoft.com)" in shown
    assert "contoso.local" in shown


def test_a_folder_that_holds_something_is_no_new_workspace(tmp_path: Path, msolemu: Msolemu) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").touch()
    result = msolemu("workspace", "new", "full")
    assert result.exit_code == 2
    assert "not empty" in result.stderr


def test_what_was_changed_is_there_in_the_next_run(msolemu: Msolemu) -> None:
    assert msolemu("exec", "New-ADUser -Name Ann -SamAccountName ann").exit_code == 0
    assert msolemu("exec", "(Get-ADUser ann).Name").stdout == "Ann\n"


def test_reset_empties_after_asking(msolemu: Msolemu) -> None:
    msolemu("exec", "New-ADUser -Name Ann -SamAccountName ann")
    assert msolemu("workspace", "reset", typed="n\n").exit_code == 1
    assert msolemu("exec", "(Get-ADUser ann).Name").stdout == "Ann\n"
    assert msolemu("workspace", "reset", "--yes").exit_code == 0
    assert msolemu("exec", "@(Get-ADUser -Filter *).Count").stdout == "0\n"


def test_reset_asks_where_the_answer_comes_through_a_pipe(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "msolemu", "--workspace", str(tmp_path / "lab"), "workspace", "reset"]
    asked = subprocess.run(command, input=b"y\n", capture_output=True, check=False)
    assert (asked.returncode, asked.stderr) == (0, b"")


@pytest.mark.parametrize("stretch", ["9999999d", "999999999999d"])
def test_lab_time_ends_with_the_calendar(stretch: str, msolemu: Msolemu) -> None:
    assert msolemu("clock", "advance", stretch).exit_code == 2


def test_an_exported_workspace_can_be_imported_elsewhere(tmp_path: Path, msolemu: Msolemu) -> None:
    msolemu("exec", "$null = Import-EmuForest contoso.ldif")
    for name in ("first.json", "second.json"):
        assert msolemu("workspace", "export", name).exit_code == 0
    exported = (tmp_path / "first.json").read_bytes()
    assert (tmp_path / "second.json").read_bytes() == exported
    assert msolemu("--workspace", "other", "workspace", "import", "first.json").exit_code == 0
    msolemu("--workspace", "other", "workspace", "export", "third.json")
    assert (tmp_path / "third.json").read_bytes() == exported


@pytest.mark.parametrize("text", ["{", "[]", '{"format": 9}', '{"format": 1, "tables": {"users": [{"_key": "x"}]}}'])
def test_what_is_no_export_changes_nothing(text: str, tmp_path: Path, msolemu: Msolemu) -> None:
    msolemu("exec", "New-ADUser -Name Ann -SamAccountName ann")
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    result = msolemu("workspace", "import", "bad.json")
    assert result.exit_code == 2
    assert "Nothing was changed" in result.stderr
    assert msolemu("exec", "(Get-ADUser ann).Name").stdout == "Ann\n"


def test_files_that_cannot_be_read_or_written_are_usage_errors(msolemu: Msolemu) -> None:
    assert msolemu("workspace", "import", "nowhere.json").exit_code == 2
    assert msolemu("workspace", "export", "nowhere/file.json").exit_code == 2


def test_lab_time_is_remembered(msolemu: Msolemu) -> None:
    assert "2001-06-01 08:00:00 UTC, frozen" in msolemu("clock", "set", "2001-06-01T08:00").output
    assert "2001-06-02 09:30:00 UTC, frozen" in msolemu("clock", "advance", "1d1h30m").output
    assert "2001-06-02 09:30:00 UTC, frozen" in msolemu("clock", "show").output
    assert msolemu("clock", "set", "2001-06-01").exit_code == 2
    assert "follows" in msolemu("clock", "follow").output
    assert "frozen" in msolemu("clock", "freeze").output


def test_a_stretch_of_time_has_units(msolemu: Msolemu) -> None:
    assert msolemu("clock", "advance", "1 hour").exit_code == 2


def test_a_time_given_for_one_run_is_not_remembered(msolemu: Msolemu) -> None:
    at = msolemu("--at", "2040-01-01", "exec", "Step-EmuClock -Hours 1; (Get-EmuClock).Time.Year")
    assert at.stdout == "2040\n"
    assert "follows" in msolemu("clock", "show").output


def test_switches_are_remembered(msolemu: Msolemu) -> None:
    assert msolemu("known-issues", "set", "sort-ignored", "off").exit_code == 0
    assert "sort-ignored                      off" in msolemu("known-issues", "list").output
    assert msolemu("known-issues", "profile", "documented").exit_code == 0
    assert msolemu("exec", "(Get-EmuKnownIssue sort-ignored).Enabled").stdout == "True\n"
    assert msolemu("known-issues", "set", "nothing", "on").exit_code == 2


def test_mail_is_listed_and_shown(msolemu: Msolemu) -> None:
    assert "There is no mail" in msolemu("mail", "list").output
    msolemu("exec", "$null = Import-EmuForest contoso.ldif; $null = Start-ADSyncSyncCycle -PolicyType Initial")
    assert "Identity Synchronization Error Report" in msolemu("mail", "list").output
    assert "Robin.Fields@contoso.com" in msolemu("mail", "show", "1").output
    assert msolemu("mail", "show", "2").exit_code == 2


def test_time_that_passed_while_nothing_ran_is_made_up_for_once(msolemu: Msolemu) -> None:
    setup = "$null = Import-EmuForest contoso.ldif; Set-ADSyncScheduler -SyncCycleEnabled $true"
    assert msolemu("--at", "2030-06-01T08:00", "exec", setup).exit_code == 0
    count = "@(Get-ADSyncRunProfileResult).Count"
    assert msolemu("--at", "2030-06-03T08:10", "exec", count).stdout == "6\n"
    assert msolemu("--at", "2030-06-03T08:11", "exec", count).stdout == "6\n"


def test_a_workspace_that_cannot_be_opened_is_one_line(tmp_path: Path, msolemu: Msolemu) -> None:
    (tmp_path / "lab").mkdir()
    (tmp_path / "lab" / "workspace.json").write_text("{", encoding="utf-8")
    for words in (("exec", "Get-EmuClock"), ("workspace", "show")):
        result = msolemu(*words)
        assert result.exit_code == 1
        assert result.stderr.startswith("WorkspaceDamaged: ")
        assert len(result.stderr.splitlines()) == 1


def test_a_snapshot_is_put_back_and_that_is_undone(msolemu: Msolemu) -> None:
    msolemu("exec", "New-ADUser -Name Ann -SamAccountName ann")
    assert msolemu("workspace", "snapshot", "with Ann").exit_code == 0
    msolemu("exec", "New-ADUser -Name Ben -SamAccountName ben")
    assert msolemu("workspace", "restore", "with Ann").exit_code == 0
    assert msolemu("exec", "(Get-ADUser -Filter *).Name").stdout == "Ann\n"
    assert "before restore with Ann" in msolemu("workspace", "undo").output
    assert msolemu("exec", "(Get-ADUser -Filter *).Name").stdout == "Ann\nBen\n"
    assert "with Ann" in msolemu("workspace", "snapshots").output
    assert msolemu("workspace", "snapshot", "--remove", "with Ann").exit_code == 0
    assert "There are no snapshots" in msolemu("workspace", "snapshots").output


def test_a_script_can_be_undone(tmp_path: Path, msolemu: Msolemu) -> None:
    (tmp_path / "add.ps1").write_text("param($Name) New-ADUser -Name $Name", encoding="utf-8")
    count = "@(Get-ADUser -Filter *).Count"
    for name in ("a", "b"):
        assert msolemu("run", "add.ps1", name).exit_code == 0
    assert msolemu("--no-snapshot", "run", "add.ps1", "c").exit_code == 0
    assert msolemu("exec", count).stdout == "3\n"
    assert "before add.ps1 (2)" in msolemu("workspace", "undo").output
    assert msolemu("exec", count).stdout == "1\n"
    assert msolemu("workspace", "undo").exit_code == 0
    assert msolemu("exec", count).stdout == "0\n"
    nothing = msolemu("workspace", "undo")
    assert (nothing.exit_code, "nothing to undo" in nothing.stderr) == (2, True)


def test_names_of_snapshots_are_there_once(msolemu: Msolemu) -> None:
    assert msolemu("workspace", "snapshot", "a").exit_code == 0
    assert "a snapshot 'a' already" in msolemu("workspace", "snapshot", "a").stderr
    for words in (("restore", "b"), ("diff", "a", "b"), ("snapshot", "--remove", "b")):
        assert "no snapshot 'b'" in msolemu("workspace", *words).stderr


def test_snapshots_are_compared_as_a_table_or_as_json(msolemu: Msolemu) -> None:
    msolemu("workspace", "snapshot", "a")
    msolemu("exec", "New-ADUser -Name Ann -SamAccountName ann")
    msolemu("workspace", "snapshot", "b")
    msolemu("exec", "Set-ADUser ann -Title Boss; Remove-ADUser ann -Confirm:$false; Set-MsolUser 2> $null")
    table = msolemu("workspace", "diff", "a", "b").output
    assert "added" in table
    assert "CN=Ann,CN=Users,DC=contoso,DC=local" in table
    (entry,) = [
        row for row in json.loads(msolemu("workspace", "diff", "b", "--json").output) if row["kind"] == "entries"
    ]
    assert entry["change"] == "changed"
    assert entry["attributes"]["is_deleted"] == {"before": False, "after": True}
    assert "There are no differences" in msolemu("workspace", "diff", "b", "b").output


def test_lab_time_and_switches_are_put_back_too(msolemu: Msolemu) -> None:
    text = (
        "$then = (Get-EmuClock).Time.AddDays(3); Set-EmuClock $then; $null = New-EmuSnapshot then; "
        "Step-EmuClock -Days 1; Set-EmuKnownIssue sort-ignored $false; Restore-EmuSnapshot then; "
        "((Get-EmuClock).Time - $then).TotalHours -lt 1; (Get-EmuKnownIssue sort-ignored).Enabled"
    )
    assert msolemu("exec", text).stdout == "True\nTrue\n"


def test_a_seed_fills_a_new_workspace_and_again_when_it_is_reset(msolemu: Msolemu) -> None:
    at = ("--at", "2016-06-01", "--workspace")
    assert msolemu(*at, "one", "workspace", "new", "one", "--seed", "large:20").exit_code == 0
    assert msolemu(*at, "two", "workspace", "new", "two", "--seed", "large:20").exit_code == 0
    for name in ("one", "two"):
        msolemu(*at, name, "workspace", "export", f"{name}.json")
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()
    remove = "Get-MsolUser -All | Select-Object -Last 15 | Remove-MsolUser -Force; @(Get-MsolUser -All).Count"
    assert msolemu("--workspace", "one", "--connected", "exec", remove).stdout == "6\n"
    msolemu(*at, "one", "workspace", "reset", "--yes")
    msolemu(*at, "one", "workspace", "export", "one.json")
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()


def test_a_seed_that_is_not_there_is_a_usage_error_and_makes_nothing(tmp_path: Path, msolemu: Msolemu) -> None:
    result = msolemu("workspace", "new", "other", "--seed", "fabrikam")
    assert (result.exit_code, "'fabrikam' is not a seed" in result.stderr) == (2, True)
    assert not (tmp_path / "other").exists()


def test_an_import_that_breaks_a_rule_is_refused(tmp_path: Path, msolemu: Msolemu) -> None:
    msolemu("workspace", "export", "lab.json")
    lab = json.loads((tmp_path / "lab.json").read_text(encoding="utf-8"))
    lab["tables"]["users"].append({**lab["tables"]["users"][0], "_key": "twin"})
    (tmp_path / "lab.json").write_text(json.dumps(lab), encoding="utf-8")
    result = msolemu("workspace", "import", "lab.json")
    assert result.exit_code == 2
    assert "2 users have the user principal name 'admin@contoso.onmicrosoft.com'" in result.stderr
    assert msolemu("--connected", "exec", "@(Get-MsolUser).Count").stdout == "1\n"

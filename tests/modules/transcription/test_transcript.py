"""What the screen shows is written down between Start-Transcript and Stop-Transcript."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shell import error, shell


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_output_messages_and_errors_are_written_down(folder: Path) -> None:
    shown = shell(
        "Start-Transcript ./t.txt; 'out'; Write-Host -NoNewline 'a'; Write-Host 'b'; Write-Error 'bad'; "
        "Stop-Transcript; 'after'"
    )
    text = (folder / "t.txt").read_text(encoding="utf-8")
    assert shown.lines[0] == "Transcript started, output file is ./t.txt"
    assert shown.lines[-1] == "after"
    for line in ("PowerShell transcript start", "Start time: 20260901120000", "out", "ab", "PowerShell transcript end"):
        assert line in text.splitlines()
    assert "bad" in text
    assert "after" not in text


def test_answers_are_written_down_with_their_prompts(folder: Path) -> None:
    shell("Start-Transcript ./t.txt -UseMinimalHeader; $n = Read-Host 'Name'; Stop-Transcript", answers=["Ann"])
    text = (folder / "t.txt").read_text(encoding="utf-8")
    assert "Name: Ann" in text
    assert "Username" not in text


def test_a_file_is_kept_or_added_to(folder: Path) -> None:
    (folder / "t.txt").write_text("old\n", encoding="utf-8")
    assert "already exists and NoClobber was specified" in error("Start-Transcript ./t.txt -NoClobber")
    shell("Start-Transcript ./t.txt -Append; Stop-Transcript")
    assert (folder / "t.txt").read_text(encoding="utf-8").startswith("old\n")


def test_a_read_only_file_is_written_by_force(folder: Path) -> None:
    (folder / "t.txt").write_text("old\n", encoding="utf-8")
    (folder / "t.txt").chmod(0o444)
    assert 'read-only. Cannot write to this file. "Start-Transcript -Force" will clear' in error(
        "Start-Transcript ./t.txt"
    )
    shell("Start-Transcript ./t.txt -Force; Stop-Transcript")
    assert "PowerShell transcript end" in (folder / "t.txt").read_text(encoding="utf-8")


def test_folders_on_the_way_are_made_and_a_file_on_the_way_is_told(folder: Path) -> None:
    assert shell("(Start-Transcript a/b/t.txt).Path; Stop-Transcript").lines[0] == "a/b/t.txt"
    assert (folder / "a" / "b" / "t.txt").exists()
    text = error("Start-Transcript -OutputDirectory a/b/t.txt")
    assert "Transcription cannot be started due to the error: Cannot create" in text
    assert "is denied" in error("Start-Transcript a")


def test_the_variable_transcript_names_the_usual_file(folder: Path) -> None:
    shell("$global:Transcript = './mine.txt'; Start-Transcript; Stop-Transcript")
    assert (folder / "mine.txt").exists()


def test_a_folder_gets_a_file_of_its_own(folder: Path) -> None:
    shell("Start-Transcript -OutputDirectory .; Stop-Transcript; Start-Transcript; Stop-Transcript")
    assert len(list(folder.glob("PowerShell_transcript.*.txt"))) == 2


def test_what_was_not_begun_cannot_end() -> None:
    assert "The host is not currently transcribing" in error("Stop-Transcript")
    assert shell("Start-Transcript ./t.txt -WhatIf").output.startswith("What if:")

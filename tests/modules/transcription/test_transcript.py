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


def test_a_folder_gets_a_file_of_its_own(folder: Path) -> None:
    shell("Start-Transcript -OutputDirectory .; Stop-Transcript; Start-Transcript; Stop-Transcript")
    assert len(list(folder.glob("PowerShell_transcript.*.txt"))) == 2


def test_what_was_not_begun_cannot_end() -> None:
    assert "The host is not currently transcribing" in error("Stop-Transcript")
    assert shell("Start-Transcript ./t.txt -WhatIf").output.startswith("What if:")

"""The article's commands, each in a process of its own on a workspace in which the conflicts have happened."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from msolemu.host.capture import CaptureHost
from tests.transcripts.reader import read, tidy
from tests.transcripts.test_transcripts import HERE, ROOT, emulator

COMMANDS = sorted((HERE / "resiliency").glob("article-command-*.txt"))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace after the transcripts' beginning, which is the same for all of them."""
    folder = tmp_path_factory.mktemp("article") / "lab"
    before = os.getcwd()  # noqa: PTH109  put back as it was
    os.chdir(ROOT)
    try:
        with emulator(read(COMMANDS[0].read_text(encoding="utf-8")), CaptureHost(), folder):
            return folder
    finally:
        os.chdir(before)


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: path.stem)
def test_each_command_of_the_article_shows_its_screen(path: Path, workspace: Path) -> None:
    transcript = read(path.read_text(encoding="utf-8"))
    (step,) = transcript.steps
    words = ["--workspace", str(workspace), "--at", transcript.at, "--connected", "exec", step.command]
    ran = subprocess.run(
        [sys.executable, "-m", "msolemu", *words], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (tidy(ran.stdout), ran.stderr, ran.returncode) == (step.screen, "", 0)

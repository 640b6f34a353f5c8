"""The `msolemu` command itself."""

from __future__ import annotations

import errno
import sys

import pytest
from click.testing import CliRunner

from msolemu.__main__ import main
from msolemu.cli import command_line
from msolemu.cli.command_line import COMMANDS, cli
from msolemu.cli.invocation import Invocation


def test_help_lists_every_command() -> None:
    shown = CliRunner().invoke(cli, ["--help"]).output
    assert all(name in shown for name in COMMANDS)


def test_every_command_has_help() -> None:
    for name in COMMANDS:
        assert CliRunner().invoke(cli, [name, "--help"]).exit_code == 0


def test_a_command_that_is_not_there_is_a_usage_error() -> None:
    assert CliRunner().invoke(cli, ["nothing"]).exit_code == 2


def test_a_bug_outside_a_session_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(**_: object) -> None:
        raise RuntimeError("unexpected")

    monkeypatch.setattr(command_line.cli, "main", fail)
    assert ended(["--help"], monkeypatch) == 1
    error = capsys.readouterr().err
    assert error.startswith("InternalError: RuntimeError")
    assert len(error.splitlines()) == 1


def ended(words: list[str], monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(sys, "argv", ["msolemu", *words])
    with pytest.raises(SystemExit) as left:
        main()
    return left.value.code


@pytest.mark.parametrize("words", [["--ephemeral"], ["--ephemeral", "shell"], ["--help"]])
def test_where_the_caller_has_closed_the_streams_nothing_is_read_and_nothing_written(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert ended(words, monkeypatch) == 0
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.close()


def test_help_that_has_no_room_is_no_bug(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    def fail(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(command_line.cli, "main", fail)
    assert ended(["--help"], monkeypatch) == 1
    assert capfd.readouterr().err == "Standard output cannot be written: No space left on device.\n"


def test_the_default_workspace_is_in_the_platforms_folder() -> None:
    folder = Invocation().folder()
    assert folder is not None
    assert (folder.name, folder.parent.name) == ("workspace", "msolemu")

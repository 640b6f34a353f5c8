"""The `msolemu` command itself."""

from __future__ import annotations

import sys

import pytest
from click.testing import CliRunner

from msolemu.__main__ import main
from msolemu.cli import main as command_line
from msolemu.cli.main import COMMANDS, cli


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
    monkeypatch.setattr(sys, "argv", ["msolemu"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 1
    error = capsys.readouterr().err
    assert error.startswith("InternalError: RuntimeError")
    assert len(error.splitlines()) == 1


def test_the_default_workspace_is_in_the_platforms_folder() -> None:
    from msolemu.cli.settings import Invocation

    options: dict[str, object] = {
        "workspace": None, "ephemeral": False, "at": None, "time_zone": "UTC", "known_issues": {}, "profile": None,
        "no_snapshot": False, "allowed": (), "stubs": (), "log_errors": None, "connected": False,
    }  # fmt: skip
    folder = Invocation.from_options(options).folder()
    assert folder is not None
    assert (folder.name, folder.parent.name) == ("workspace", "msolemu")

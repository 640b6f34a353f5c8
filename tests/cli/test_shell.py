"""The plain shell: lines, unfinished lines, mistakes, Ctrl-C."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from msolemu.bootstrap import Settings, build
from msolemu.cli.shell import Shell
from msolemu.host.capture import CaptureHost

CONTROL_C = object()
Typing = Callable[..., tuple[int, str]]


@pytest.fixture
def typing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Types lines into a shell; gives the exit code, and the screen with prompts and what was typed."""
    monkeypatch.chdir(tmp_path)

    def type_lines(*lines: object) -> tuple[int, str]:
        host = CaptureHost()
        left: Iterator[object] = iter(lines)

        def read(prompt: str) -> str | None:
            line = next(left, None)
            host.write(prompt.replace(str(tmp_path), "HERE"))
            if line is CONTROL_C:
                raise KeyboardInterrupt
            host.write(f"{line or ''}\n")
            return None if line is None else str(line)

        monkeypatch.setattr("msolemu.cli.shell.read_typed", read)
        with build(Settings(), host) as emulator:
            return Shell(emulator).run(), host.screen

    return type_lines


def test_lines_run_one_after_another_until_the_end_of_input(typing: Typing) -> None:
    code, screen = typing("$a = 2", "", "$a + 1")
    assert (code, screen) == (0, "PS HERE> $a = 2\nPS HERE> \nPS HERE> $a + 1\n3\nPS HERE> \n")


def test_the_greeting_tells_how_to_begin_and_to_end() -> None:
    host = CaptureHost()
    with build(Settings(), host) as emulator:
        Shell(emulator).greet()
    assert "Connect-MsolService" in host.output
    assert "exit ends" in host.output


def test_the_tabulator_key_completes_with_what_the_session_knows() -> None:
    with build(Settings(), CaptureHost()) as emulator:
        emulator.run("function Get-Beer { param($Kind) }")
        assert emulator.completions("Get-Be") == (0, ["Get-Beer"])
        assert emulator.completions("1 | Get-Beer -") == (13, ["-Kind"])
        assert emulator.completions("Get-Nothing -") == (12, [])


def test_a_line_that_goes_on_is_completed_by_what_stands_above_it() -> None:
    with build(Settings(), CaptureHost()) as emulator:
        shell = Shell(emulator)
        lines: list[tuple[int, list[str]]] = []

        def typed(prompt: str) -> str:
            if not prompt.startswith(">>"):
                return "Get-Verb | Where-Object {"
            lines.append(shell.completions("  $_.Verb"))
            return "$true }"

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("msolemu.cli.shell.read_typed", typed)
            assert shell.read() == "Get-Verb | Where-Object {\n$true }"
        assert lines == [(5, ["Verb"])]


def test_an_unfinished_line_goes_on(typing: Typing) -> None:
    _, screen = typing("if ($true) {", "'in'", "}", "exit")
    assert screen == "PS HERE> if ($true) {\n>> 'in'\n>> }\nin\nPS HERE> exit\n"


def test_exit_ends_with_its_code(typing: Typing) -> None:
    assert typing("exit 3", "'never'")[0] == 3


def test_errors_are_survived(typing: Typing) -> None:
    _, screen = typing("Get-Nothing", ")", "throw 'x'", "'still here'", "exit")
    assert "Get-Nothing: The term 'Get-Nothing' is not recognized" in screen
    assert "Unexpected token ')'" in screen
    assert screen.endswith("still here\nPS HERE> exit\n")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Get-MsolUsr", "Get-MsolUser"),
        ("Get-Mesolgroup", "Get-MsolGroup"),
        ("Write-Hots", "Write-Host"),
        ("beeer", "Beer"),
    ],
)
def test_a_misspelt_command_is_answered_with_what_is_like_it(typed: str, meant: str, typing: Typing) -> None:
    _, screen = typing("function Beer { }", typed, "exit")
    heading, _, names = screen.partition("[General Feedback]\n  The most similar commands are:\n")
    assert f"{typed}: The term" in heading
    assert names.startswith(f"    ➤ {meant}\n")


def test_a_script_of_the_current_folder_is_called_with_its_folder(tmp_path: Path, typing: Typing) -> None:
    (tmp_path / "report.ps1").write_text("'ran'", encoding="utf-8")
    _, screen = typing("report.ps1", "exit")
    assert 'The command "report.ps1" was not found, but does exist in the current location.' in screen
    assert f"    ➤ .{os.sep}report.ps1\n" in screen


def test_what_is_like_nothing_and_old_errors_are_left_alone(typing: Typing) -> None:
    _, screen = typing("Get-Zyzzyva", "1", "Write-Error x", "exit")
    assert "Feedback" not in screen


def test_control_c_drops_what_was_typed(typing: Typing) -> None:
    _, screen = typing("'open", CONTROL_C, "'next'", "exit")
    assert screen == "PS HERE> 'open\n>> \nPS HERE> 'next'\nnext\nPS HERE> exit\n"


def test_the_end_of_input_in_the_middle_runs_what_there_is(typing: Typing) -> None:
    code, screen = typing("1 +")
    assert code == 0
    assert "You must provide a value expression" in screen


def test_a_function_of_the_user_is_the_prompt(typing: Typing) -> None:
    _, screen = typing("function prompt { 'me> ' }", "exit")
    assert screen.endswith("me> exit\n")


def test_a_prompt_that_gives_nothing_is_the_usual_one(typing: Typing) -> None:
    _, screen = typing("function prompt { }", "exit")
    assert screen.endswith("PS HERE> exit\n")


def test_the_history_has_what_was_typed_and_what_was_run_again(typing: Typing) -> None:
    _, screen = typing("$a = 3", "r", "(Get-History).CommandLine")
    assert screen.endswith("PS HERE> r\n$a = 3\nPS HERE> (Get-History).CommandLine\n$a = 3\n$a = 3\nPS HERE> \n")

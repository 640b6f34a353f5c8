"""The host for a real console."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from msolemu.cli.console import Console, complete_with, flush, put, read_typed


class Terminal(io.StringIO):
    """A stream that somebody sees."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in place of the standard streams, from within the test: pytest puts its own there before each."""
    terminal = Terminal()
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, terminal)
    return terminal


def test_colours_show_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = on_terminal(monkeypatch)
    Console().write_line("red", "Red", "DarkBlue")
    Console().write_error_line("bad")
    assert "\x1b[91m\x1b[44mred\x1b[0m\n" in screen.getvalue()
    assert "\x1b[91mbad\x1b[0m\n" in screen.getvalue()


def test_no_color_takes_colours_away(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = on_terminal(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    Console().write_line("red", "Red")
    Console().write_error_line("bad")
    assert screen.getvalue() == "red\nbad\n"


def test_progress_stands_below_what_is_written_and_the_cursor_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = on_terminal(monkeypatch)
    console = Console()
    console.show_progress(["Groups", "  Members"])
    console.write("half a line")
    console.write_error_line("bad")
    console.show_progress([])
    console.write_line("done")
    room, back = "\x1bD\x1b[1A\x1b7", "\x1b8\x1b[J"
    assert screen.getvalue() == (
        f"\x1b[J{room}Groups\r\n  Members{back}"
        f"half a line\x1bD\x1bD\x1b[2A\x1b7\r\nGroups\r\n  Members{back}"
        f"\x1b[91mbad\x1b[0m\n{room}Groups\r\n  Members{back}"
        "done\n"
    )


def test_a_question_stands_in_place_of_the_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = on_terminal(monkeypatch)
    monkeypatch.setattr(sys, "stdin", screen)
    monkeypatch.setattr("builtins.input", lambda prompt: screen.write(prompt) and "yes")
    console = Console()
    console.show_progress(["Copying"])
    assert console.read_line("Go on? ") == "yes"
    assert screen.getvalue().endswith("Copying\x1b8\x1b[JGo on? ")


def test_the_width_is_the_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    on_terminal(monkeypatch)
    monkeypatch.setattr(os, "get_terminal_size", lambda handle: os.terminal_size((83, 20)))
    assert Console().width == 83

    def fail(handle: int) -> None:
        raise OSError

    monkeypatch.setattr(os, "get_terminal_size", fail)
    assert Console().width == 120


def test_without_a_terminal_there_are_no_colours_and_120_columns(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console()
    console.write_line("plain", "Red")
    assert (console.width, console.is_terminal) == (120, False)
    assert capsys.readouterr().out == "plain\n"


def test_astral_letters_leave_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    Console().write_line("\ud83d\ude00")
    assert capsys.readouterr().out == "😀\n"


def test_a_typed_line_is_read_and_its_end_is_the_end_of_input(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["😀"])

    def typed(prompt: str) -> str:
        try:
            return next(answers)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", typed)
    monkeypatch.setattr(sys, "stdin", Terminal())
    assert Console().read_line("? ") == "\ud83d\ude00"
    assert read_typed("? ") is None


def test_a_typed_secret_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getpass", lambda prompt: f"answer to {prompt}")
    monkeypatch.setattr(sys, "stdin", Terminal())
    assert Console().read_line("Password: ", secret=True) == "answer to Password: "


def test_the_tabulator_key_offers_one_completion_after_another() -> None:
    readline = pytest.importorskip("readline")
    complete_with(lambda typed: (0, ["one", "two"]))
    word = readline.get_completer()
    assert [word("", number) for number in range(3)] == ["one", "two", None]


@pytest.mark.parametrize(
    ("typed", "start", "replaced", "words", "shown"),
    [
        ("(Get-Da", 0, 1, ["Get-Date"], ["(Get-Date"]),
        ("echo $u.Dis", 5, 8, ["DisplayName"], ["$u.DisplayName"]),
        ("cat 'my us", 8, 4, ["'my users.csv'"], ["users.csv'"]),
        ("cat my us", 7, 4, ["'my users.csv'"], []),
    ],
)
def test_a_completion_takes_the_place_of_what_the_terminal_counts_as_a_word(
    typed: str, start: int, replaced: int, words: list[str], shown: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    readline = pytest.importorskip("readline")
    monkeypatch.setattr(readline, "get_line_buffer", lambda: typed)
    monkeypatch.setattr(readline, "get_begidx", lambda: start)
    monkeypatch.setattr(readline, "get_endidx", lambda: len(typed))
    complete_with(lambda line: (replaced, words))
    word = readline.get_completer()
    assert [word("", number) for number in range(len(shown) + 1)] == [*shown, None]


def test_where_nobody_may_ask_nothing_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert Console(may_ask=False).read_line("? ") is None
    assert capsys.readouterr().out == ""


class Closed(io.StringIO):
    """A pipe whose reader has gone."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.file = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115,PTH123  its descriptor is what is put aside

    def fileno(self) -> int:
        return self.file.fileno()

    def write(self, text: str) -> int:
        raise OSError(self.number, "closed")

    def flush(self) -> None:
        raise OSError(self.number, "closed")


@pytest.mark.parametrize("number", [errno.EPIPE, errno.EINVAL])
def test_when_nobody_reads_the_output_the_process_ends_quietly(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = Closed(number)
    with closed.file:
        monkeypatch.setattr(sys, "stdout", closed)
        with pytest.raises(SystemExit, match="1"):
            put("text")
        with pytest.raises(SystemExit, match="1"):
            flush()


def test_a_full_disk_under_the_output_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    closed = Closed(errno.ENOSPC)
    with closed.file:
        monkeypatch.setattr(sys, "stdout", closed)
        with pytest.raises(SystemExit, match="1"):
            put("text")
    assert capsys.readouterr().err == "Standard output cannot be written: closed.\n"


def test_a_reader_that_has_enough_ends_the_command_without_a_word(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "msolemu", "--ephemeral", "exec", "1..99999"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "1\n"
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr:
        assert process.stderr.read() == ""
    assert process.wait() == 1

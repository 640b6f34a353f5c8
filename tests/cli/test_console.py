"""The host for a real console."""

from __future__ import annotations

import io
import os
import sys

import pytest

from msolemu.cli.console import Console, read_typed


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


def test_where_nobody_may_ask_nothing_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert Console(may_ask=False).read_line("? ") is None
    assert capsys.readouterr().out == ""

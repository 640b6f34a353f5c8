"""The host for a real console: where a session's text goes, and where answers to its prompts come from."""

from __future__ import annotations

import contextlib
import errno
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import IO, Any, NoReturn, TypeAlias

from msolemu.foundation.text import from_units, to_units
from msolemu.host.host import WIDTH_WITHOUT_TERMINAL

COLOURS = {
    "black": "black",
    "darkblue": "blue",
    "darkgreen": "green",
    "darkcyan": "cyan",
    "darkred": "red",
    "darkmagenta": "magenta",
    "darkyellow": "yellow",
    "gray": "white",
    "darkgray": "bright_black",
    "blue": "bright_blue",
    "green": "bright_green",
    "cyan": "bright_cyan",
    "red": "bright_red",
    "magenta": "bright_magenta",
    "yellow": "bright_yellow",
    "white": "bright_white",
}
"""From `ConsoleColor` to the names that click has."""
CLEAR_BELOW, LINE_DOWN, KEEP_PLACE, GO_BACK = "\x1b[J", "\x1bD", "\x1b7", "\x1b8"


class Console:
    """Standard streams. What they cannot encode is shown as `?`; text that goes to a file or pipe is UTF-8.

    `may_ask` is False where the commands themselves come from standard input, so that prompts never read them.
    """

    def __init__(self, *, may_ask: bool = True) -> None:
        self._may_ask = may_ask
        for stream in (sys.stdout, sys.stderr, sys.stdin):
            _prepare(stream)
        self._colours = bool(sys.stdout.isatty()) and not os.environ.get("NO_COLOR")
        self._progress: Sequence[str] = ()
        self._at_start = True
        """Whether the cursor stands where a line begins."""
        self._error_colours = bool(sys.stderr.isatty()) and not os.environ.get("NO_COLOR")

    @property
    def width(self) -> int:
        """Columns of the terminal, 120 where there is none."""
        return self._size()[0] or WIDTH_WITHOUT_TERMINAL

    @property
    def height(self) -> int:
        """Rows of the terminal, 0 where there is none."""
        return self._size()[1]

    def _size(self) -> tuple[int, int]:
        if not self.is_terminal:
            return 0, 0
        try:
            return os.get_terminal_size(sys.stdout.fileno())
        except OSError:
            return 0, 0

    @property
    def is_terminal(self) -> bool:
        """Whether the output is seen by somebody."""
        return bool(sys.stdout.isatty())

    def write(self, text: str, foreground: str | None = None, background: str | None = None) -> None:
        """Text on standard output."""
        shown = from_units(text)
        if self._progress:
            put(CLEAR_BELOW)
        if self._colours and (foreground or background):
            import click

            click.secho(shown, nl=False, fg=_colour(foreground), bg=_colour(background))
        else:
            put(shown)
        if shown:
            self._at_start = shown.endswith("\n")
        if self._progress:
            self._draw_progress()

    def write_line(self, text: str = "", foreground: str | None = None, background: str | None = None) -> None:
        """A line on standard output."""
        self.write(text, foreground, background)
        self.write("\n")
        if self._colours:
            flush()

    def write_error_line(self, text: str) -> None:
        """A line on standard error, red on a terminal."""
        import click

        if self._progress:
            put(CLEAR_BELOW)
        flush()
        shown = from_units(text)
        click.echo(click.style(shown, fg="bright_red") if self._error_colours else shown, err=True)
        self._at_start = True
        if self._progress:
            self._draw_progress()

    def show_progress(self, lines: Sequence[str]) -> None:
        """The lines below the cursor, which stays where it is; what is written later pushes them down."""
        put(CLEAR_BELOW)
        self._progress = [from_units(line) for line in lines]
        self._draw_progress()

    def _draw_progress(self) -> None:
        """Make room below first: the screen must not scroll between keeping the cursor's place and going back."""
        down = len(self._progress) - self._at_start
        room = f"{LINE_DOWN * down}\x1b[{down}A" if down > 0 else ""
        begin = "" if self._at_start else "\r\n"
        if self._progress:
            put(f"{room}{KEEP_PLACE}{begin}" + "\r\n".join(self._progress) + GO_BACK)
        flush()

    def read_line(self, prompt: str, *, secret: bool = False) -> str | None:
        """The answer to a prompt; None at the end of input. The prompt shows only where it can be answered."""
        if not self._may_ask:
            return None
        if not sys.stdin.isatty():
            return self._read_piped(prompt)
        if self._progress:
            put(CLEAR_BELOW)
        self._at_start = True
        return read_typed(from_units(prompt), unseen if secret else input)

    def _read_piped(self, prompt: str) -> str | None:
        line = sys.stdin.readline()
        if not line:
            return None
        self.write_line(prompt)
        return to_units(line.rstrip("\r\n"))


def put(text: str) -> None:
    """Text on standard output; the process ends quietly when nobody reads it any more, as before `head`."""
    try:
        sys.stdout.write(text)
    except OSError as error:
        end_unread(error)


def flush() -> None:
    """Let standard output go; the same."""
    try:
        sys.stdout.flush()
    except OSError as error:
        end_unread(error)


def end_unread(error: OSError) -> NoReturn:
    """End the process, because standard output takes no more: quietly unless it is for want of room."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    if error.errno not in (errno.EPIPE, errno.EINVAL):  # Windows says EINVAL
        sys.stderr.write(f"Standard output cannot be written: {error.strerror}.\n")
    sys.exit(1)


BINDING = {False: "tab: complete", True: "bind ^I rl_complete"}
"""How the key is bound in GNU readline, and in the libedit of macOS."""


def unseen(prompt: str) -> str:
    """A line that is typed without being shown."""
    from getpass import getpass

    return getpass(prompt)


Completions: TypeAlias = Callable[[str], tuple[int, list[str]]]
"""What the end of a typed line can become: where the replaced part begins, and what can stand there."""


def complete_with(completions: Completions) -> None:
    """The tabulator key completes a typed line from now on, where lines can be edited."""
    with contextlib.suppress(ImportError):
        readline = importlib.import_module("readline")
        found: list[str] = []

        def word(_beginning: str, number: int) -> str | None:
            if number == 0:
                typed = to_units(readline.get_line_buffer().encode()[: readline.get_endidx()].decode())
                start = len(to_units(typed.encode()[: readline.get_begidx()].decode()))
                found[:] = map(from_units, _from(start, typed, *completions(typed)))
            return found[number] if number < len(found) else None

        readline.set_completer_delims(" \t\n")
        readline.set_completer(word)
        readline.parse_and_bind("set completion-ignore-case on")
        readline.parse_and_bind(BINDING["libedit" in (readline.__doc__ or "")])


def _from(start: int, typed: str, replaced: int, words: list[str]) -> list[str]:
    """What stands in place of a line's end from `start` on, where the words replace it from `replaced` on."""
    if replaced >= start:
        return [typed[start:replaced] + word for word in words]
    kept = typed[replaced:start]
    return [word[len(kept) :] for word in words if word.startswith(kept)]


def read_typed(prompt: str, read: Callable[[str], str] = input) -> str | None:
    """A line that somebody types; None at the end of input. Raises KeyboardInterrupt."""
    with contextlib.suppress(ImportError):  # Windows edits lines itself
        importlib.import_module("readline")
    sys.stdout.flush()
    try:
        return to_units(read(prompt))
    except EOFError:
        sys.stdout.write("\n")
        return None


def _prepare(stream: IO[Any]) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    reconfigure(errors="replace")
    if not stream.isatty() and "PYTHONIOENCODING" not in os.environ:
        reconfigure(encoding="utf-8")


def _colour(name: str | None) -> str | None:
    return COLOURS.get(name.lower()) if name else None

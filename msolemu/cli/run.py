"""Runs a text, a script file, standard input or the shell, and gives the code that the process ends with."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msolemu.cli.console import Console
from msolemu.cli.opening import opened, usage_error
from msolemu.foundation.text import to_units

if TYPE_CHECKING:
    from msolemu.bootstrap import Emulator
    from msolemu.cli.invocation import Invocation

INTERRUPTED = 130
STANDARD_INPUT = "-"


def run_words(invocation: Invocation, words: Sequence[str]) -> int:
    """Run the text that the words make; the word - alone reads it from standard input."""
    if list(words) == [STANDARD_INPUT]:
        return run_input(invocation)
    with opened(invocation, Console()) as emulator:
        return emulator.run(to_units(" ".join(words))).command_code


def run_script(invocation: Invocation, script: str, args: Sequence[str]) -> int:
    """Run a script file with its arguments; - reads standard input."""
    if script == STANDARD_INPUT:
        return run_input(invocation, args)
    with opened(invocation, Console()) as emulator:
        path = script_path(emulator, script)
        try:
            with open(path, "rb") as file:
                content = file.read()
        except OSError as error:
            raise usage_error(f"The script '{script}' cannot be read: {error.strerror}.") from error
        keep_before(emulator, invocation, os.path.basename(path))
        return emulator.run_script(content, path, args).code


def keep_before(emulator: Emulator, invocation: Invocation, script: str) -> None:
    """Take the snapshot that `workspace undo` goes back to, unless nothing is kept or the user wants none."""
    if not (invocation.ephemeral or invocation.no_snapshot):
        emulator.states.take_before(script)


def script_path(emulator: Emulator, script: str) -> str:
    """The script's file on the host; a drive path leads into the workspace. Raises UsageError when there is none."""
    path = script
    if not os.path.isfile(path) and emulator.session.locations is not None:
        path = emulator.session.locations.place(script).host
    if not os.path.isfile(path):
        raise usage_error(
            f"The argument '{script}' is not recognized as the name of a script file. Check the spelling of the name, "
            f"or if a path was included, verify that the path is correct and try again.{_near(script, path)}"
        )
    return os.path.abspath(path)


def _near(script: str, path: str) -> str:
    """The script of the same folder whose name is like the one that is not there."""
    from difflib import get_close_matches
    from pathlib import Path

    scripts = {one.name.lower(): one.name for one in Path(path).parent.glob("*.ps1")}
    found = get_close_matches(f"{Path(script).stem}.ps1".lower(), scripts, n=1)
    return f"\nDid you mean '{Path(script).with_name(scripts[found[0]])}'?" if found else ""


def shell_or_input(invocation: Invocation) -> int:
    """The shell when somebody sits there; otherwise what standard input holds is run. Gives the exit code."""
    if not sys.stdin.isatty():
        return run_input(invocation)
    from msolemu.cli.shell import Shell

    with opened(invocation, Console()) as emulator:
        shell = Shell(emulator)
        shell.greet()
        return shell.run()


def run_input(invocation: Invocation, args: Sequence[str] = ()) -> int:
    """Run the text on standard input; its prompts cannot be answered, for the text is all there is to read."""
    content = sys.stdin.buffer.read()
    with opened(invocation, Console(may_ask=False)) as emulator:
        return emulator.run_script(content, args=args).command_code

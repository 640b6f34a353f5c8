"""`exec`, `run`, `shell`, and `msolemu` without a command."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from msolemu.cli.console import Console
from msolemu.cli.opening import opened
from msolemu.foundation.text import to_units

if TYPE_CHECKING:
    from msolemu.bootstrap import Emulator
    from msolemu.cli.settings import Invocation

STANDARD_INPUT = "-"
AS_TYPED = {"ignore_unknown_options": True, "allow_interspersed_args": False, "help_option_names": ["-h", "--help"]}


@click.command("exec", context_settings=AS_TYPED)
@click.argument("commands", nargs=-1, required=True, type=click.UNPROCESSED)
@click.pass_obj
def exec_(invocation: Invocation, commands: Sequence[str]) -> None:
    """Run COMMANDS as `pwsh -Command` does. The word - reads them from standard input."""
    if list(commands) == [STANDARD_INPUT]:
        sys.exit(run_input(invocation))
    with opened(invocation, Console()) as emulator:
        sys.exit(emulator.run(to_units(" ".join(commands))).command_code)


@click.command("run", context_settings=AS_TYPED)
@click.argument("script")
@click.argument("args", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def run(invocation: Invocation, script: str, args: Sequence[str]) -> None:
    """Run a SCRIPT file as `pwsh -File` does. ARGS are its parameters (-Name value); - reads standard input."""
    if script == STANDARD_INPUT:
        sys.exit(run_input(invocation, args))
    with opened(invocation, Console()) as emulator:
        path = script_path(emulator, script)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise click.UsageError(f"The script '{script}' cannot be read: {error.strerror}.") from error
        keep_before(emulator, invocation, path.name)
        sys.exit(emulator.run_script(content, str(path), args).code)


def keep_before(emulator: Emulator, invocation: Invocation, script: str) -> None:
    """Take the snapshot that `workspace undo` goes back to, unless nothing is kept or the user wants none."""
    if not (invocation.ephemeral or invocation.no_snapshot):
        emulator.states.take_before(script)


def script_path(emulator: Emulator, script: str) -> Path:
    """The script's file on the host; a drive path leads into the workspace. Raises UsageError when there is none."""
    path = Path(script)
    if not path.is_file() and emulator.session.locations is not None:
        path = Path(emulator.session.locations.place(script).host)
    if not path.is_file():
        raise click.UsageError(
            f"The argument '{script}' is not recognized as the name of a script file. Check the spelling of the name, "
            "or if a path was included, verify that the path is correct and try again."
        )
    return path.absolute()


@click.command("shell")
@click.pass_obj
def shell(invocation: Invocation) -> None:
    """Read commands from the terminal, one after another."""
    sys.exit(shell_or_input(invocation))


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

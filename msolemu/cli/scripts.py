"""`exec`, `run` and `shell` as click declares them. What they do stands in `run.py`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from msolemu.cli.run import run_script, run_words, shell_or_input

if TYPE_CHECKING:
    from msolemu.cli.invocation import Invocation

AS_TYPED = {"ignore_unknown_options": True, "allow_interspersed_args": False, "help_option_names": ["-h", "--help"]}


@click.command("exec", context_settings=AS_TYPED)
@click.argument("commands", nargs=-1, required=True, type=click.UNPROCESSED)
@click.pass_obj
def exec_(invocation: Invocation, commands: Sequence[str]) -> None:
    """Run COMMANDS as `pwsh -Command` does. The word - reads them from standard input."""
    sys.exit(run_words(invocation, commands))


@click.command("run", context_settings=AS_TYPED)
@click.argument("script")
@click.argument("args", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def run(invocation: Invocation, script: str, args: Sequence[str]) -> None:
    """Run a SCRIPT file as `pwsh -File` does. ARGS are its parameters (-Name value); - reads standard input."""
    sys.exit(run_script(invocation, script, args))


@click.command("shell")
@click.pass_obj
def shell(invocation: Invocation) -> None:
    """Read commands from the terminal, one after another."""
    sys.exit(shell_or_input(invocation))

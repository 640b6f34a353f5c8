"""The `msolemu` command as click declares it: its options and its commands."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from msolemu.cli.invocation import Invocation
from msolemu.cli.options import appendable, known_issue, lab_time, time_zone
from msolemu.cli.run import INTERRUPTED, shell_or_input

COMMANDS: Mapping[str, str] = {
    "clock": "msolemu.cli.clock:clock",
    "exec": "msolemu.cli.scripts:exec_",
    "known-issues": "msolemu.cli.known_issues:known_issues",
    "mail": "msolemu.cli.mail:mail",
    "run": "msolemu.cli.scripts:run",
    "shell": "msolemu.cli.scripts:shell",
    "workspace": "msolemu.cli.workspace:workspace",
}


class LazyGroup(click.Group):
    """A group that imports the file of a command when the command is used."""

    def invoke(self, ctx: click.Context) -> object:
        """What the command gives. Control-C ends it at once, wherever it is, with the code that shells give."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, sorted."""
        return sorted(COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; a word that names none is answered with the next step."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            ctx.fail(f"No such command '{name}'.{_next_step(name)}")
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command


def _next_step(name: str) -> str:
    if name.lower().endswith(".ps1"):
        return f" A script is run by 'msolemu run {name}'."
    near = difflib.get_close_matches(name.lower(), COMMANDS, n=1)
    return f" Did you mean '{near[0]}'?" if near else ""


@click.group(cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--workspace",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="MSOLEMU_WORKSPACE",
    help="The folder that holds the lab (default: the platform's application folder).",
)
@click.option("--ephemeral", is_flag=True, help="Keep nothing: a new workspace in memory.")
@click.option("--at", callback=lab_time, metavar="TIME", help="Freeze lab time for this run.")
@click.option("--time-zone", default="UTC", show_default=True, callback=time_zone, help="The time zone of the lab.")
@click.option(
    "--known-issue", "known_issues", multiple=True, callback=known_issue, metavar="ID=on|off", help="One switch."
)
@click.option("--profile", help="A named set of switches: documented, fixed, later.")
@click.option("--no-snapshot", is_flag=True, help="Take no snapshot before a script runs.")
@click.option(
    "--allow-path",
    "allowed",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A folder outside the workspace that scripts may read and write.",
)
@click.option(
    "--stub", "stubs", multiple=True, metavar="NAME", help="A command that accepts anything, returns nothing."
)
@click.option(
    "--log-errors",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=appendable,
    metavar="FILE",
    help="Add one JSON object for each error record.",
)
@click.option("--connected", is_flag=True, help="Start already connected to the tenant.")
@click.version_option(package_name="msolemu")
@click.pass_context
def cli(ctx: click.Context, /, **options: Any) -> None:
    """Run MSOnline PowerShell commands against an emulated hybrid directory."""
    ctx.obj = Invocation(**options)
    if ctx.invoked_subcommand is None:
        ctx.exit(shell_or_input(ctx.obj))

"""`msolemu workspace`: the folders that hold labs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from msolemu.cli.console import Console
from msolemu.cli.opening import opened
from msolemu.cli.snapshots import diff, restore, snapshot, snapshots, undo
from msolemu.foundation.dataclass import replace

if TYPE_CHECKING:
    from msolemu.bootstrap import Emulator
    from msolemu.cli.invocation import Invocation

SEED_HELP = (
    "What it holds at first besides the tenant Contoso and its forest. large:N has N users, one in a hundred with a "
    "conflict; large:N:P has P in a hundred."
)


@click.group()
def workspace() -> None:
    """Make, show, empty and carry workspaces."""


@workspace.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--seed", default="empty", show_default=True, metavar="contoso|empty|partner|large:N", help=SEED_HELP)
@click.option("--strict-logon", is_flag=True, help="Connect only users with their passwords, and heed their roles.")
@click.pass_obj
def new(invocation: Invocation, folder: Path, seed: str, strict_logon: bool) -> None:
    """Make a workspace in a new or empty folder DIR."""
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"The folder '{folder}' is not empty.")
    with opened(replace(invocation, workspace=folder, ephemeral=False, seed=seed), Console()) as emulator:
        emulator.begin()
        click.echo(f"The workspace '{folder}' holds the seed {seed}.")
        if strict_logon:
            tell_administrator(emulator)


for command in (snapshot, snapshots, restore, undo, diff):
    workspace.add_command(command)


@workspace.command()
@click.pass_obj
def show(invocation: Invocation) -> None:
    """Show what the workspace holds."""
    from tabulate import tabulate

    with opened(invocation, Console()) as emulator:
        emulator.begin()
        click.echo(tabulate(emulator.lab.contents(), tablefmt="plain"))


@workspace.command()
@click.option("--yes", is_flag=True, help="Do it without asking.")
@click.pass_obj
def reset(invocation: Invocation, *, yes: bool) -> None:
    """Empty the workspace and fill it as a new one."""
    with opened(invocation, Console()) as emulator:
        if not yes:
            click.confirm("Everything in the workspace will be gone. Go on?", abort=True)
        emulator.states.reset()
        if emulator.lab.settings.strict_logon:
            tell_administrator(emulator)


def tell_administrator(emulator: Emulator) -> None:
    """Demand passwords from now on, and show the one of the administrator: it is seen this once."""
    name, password = emulator.lab.demand_logon()
    click.echo(f"Sign in as {name} with the password {password}")


@workspace.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def export(invocation: Invocation, file: Path) -> None:
    """Write the workspace to one JSON FILE. It is the same each time as long as nothing changes."""
    with opened(invocation, Console()) as emulator:
        text = emulator.states.exported()
        try:
            file.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise click.UsageError(f"The file '{file}' cannot be written: {error.strerror}.") from error


@workspace.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def import_(invocation: Invocation, file: Path) -> None:
    """Replace everything by an exported FILE. All of it is taken, or nothing."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"The file '{file}' cannot be read: {error}.") from error
    with opened(invocation, Console()) as emulator:
        try:
            emulator.states.import_(text)
        except ValueError as error:
            raise click.UsageError(
                f"The file '{file}' is no exported workspace: {error}. Nothing was changed."
            ) from error

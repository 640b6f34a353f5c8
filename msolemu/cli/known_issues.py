"""`msolemu known-issues`: the switches of a workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from msolemu.cli.console import Console
from msolemu.cli.opening import opened
from msolemu.compat.catalogue import CATALOGUE, Profile, issue_of, profile_of

if TYPE_CHECKING:
    from msolemu.cli.invocation import Invocation

ON = "on"


@click.group("known-issues")
def known_issues() -> None:
    """List and switch the documented defects that are reproduced."""


@known_issues.command("list")
@click.pass_obj
def list_(invocation: Invocation) -> None:
    """List every switch and its position."""
    from tabulate import tabulate

    with opened(invocation, Console()) as emulator:
        emulator.begin()
        on = emulator.session.issues
        rows = [(issue.id, ON if on.keep(issue) else "off", issue.summary) for issue in CATALOGUE]
        click.echo(tabulate(rows, headers=("Id", "Is", "Behaviour"), maxcolwidths=[None, None, 70]))


@known_issues.command("set")
@click.argument("name", metavar="ID")
@click.argument("state", type=click.Choice([ON, "off"]))
@click.pass_obj
def set_(invocation: Invocation, name: str, state: str) -> None:
    """Put one switch on or off."""
    with opened(invocation, Console()) as emulator:
        emulator.begin()
        emulator.switches.switch(issue_of(name), on=state == ON)


@known_issues.command()
@click.argument("name", type=click.Choice([one.value for one in Profile]))
@click.pass_obj
def profile(invocation: Invocation, name: str) -> None:
    """Put all switches as a profile has them."""
    with opened(invocation, Console()) as emulator:
        emulator.begin()
        emulator.switches.choose(profile_of(name))

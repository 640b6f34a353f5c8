"""`msolemu mail`: what the technical contact received."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from msolemu.cli.console import Console
from msolemu.cli.opening import opened
from msolemu.foundation.text import from_units

if TYPE_CHECKING:
    from msolemu.cli.invocation import Invocation


@click.group()
def mail() -> None:
    """Show the mail that the emulated service has sent."""


@mail.command("list")
@click.pass_obj
def list_(invocation: Invocation) -> None:
    """List the messages, the oldest first."""
    from tabulate import tabulate

    with opened(invocation, Console()) as emulator:
        rows = [
            (number, f"{one.sent:%Y-%m-%d %H:%M}", ", ".join(one.recipients), from_units(one.subject))
            for number, one in enumerate(emulator.lab.mailbox.messages(), start=1)
        ]
        click.echo(tabulate(rows, headers=("Number", "Sent (UTC)", "To", "Subject")) if rows else "There is no mail.")


@mail.command()
@click.argument("number", type=int)
@click.pass_obj
def show(invocation: Invocation, number: int) -> None:
    """Show one message by its NUMBER."""
    with opened(invocation, Console()) as emulator:
        messages = emulator.lab.mailbox.messages()
        if not 1 <= number <= len(messages):
            raise click.UsageError(f"There is no message {number}; there are {len(messages)}.")
        one = messages[number - 1]
        click.echo(
            f"From:    {one.sender}\nTo:      {', '.join(one.recipients)}\nSent:    {one.sent:%Y-%m-%d %H:%M} UTC"
        )
        click.echo(f"Subject: {from_units(one.subject)}\n\n{from_units(one.body)}")

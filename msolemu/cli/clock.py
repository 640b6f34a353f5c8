"""`msolemu clock`: lab time."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import click

from msolemu.cli.console import Console
from msolemu.cli.opening import opened
from msolemu.cli.options import lab_time

if TYPE_CHECKING:
    from msolemu.bootstrap import Emulator
    from msolemu.cli.invocation import Invocation

UNITS = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
STRETCH = re.compile(r"(\d+)([dhms])")


def stretch(_ctx: click.Context, _param: click.Parameter, value: str) -> timedelta:
    """A stretch of time such as `1h`, `90m` or `1d12h`."""
    parts = STRETCH.findall(value.lower())
    if not parts or "".join(number + unit for number, unit in parts) != value.lower():
        raise click.BadParameter(f"'{value}' is not a stretch of time such as 1h, 90m or 1d12h")
    try:
        return timedelta(**{UNITS[unit]: int(number) for number, unit in parts})
    except OverflowError:
        raise click.BadParameter(f"'{value}' is longer than the calendar") from None


@click.group()
def clock() -> None:
    """Show and move lab time."""


@clock.command()
@click.pass_obj
def show(invocation: Invocation) -> None:
    """Show lab time, and whether it stands still."""
    with opened(invocation, Console()) as emulator:
        emulator.begin()
        _show(emulator)


@clock.command()
@click.argument("by", callback=stretch)
@click.pass_obj
def advance(invocation: Invocation, by: timedelta) -> None:
    """Move lab time on BY a stretch such as 1h. What falls due runs on the way."""
    with opened(invocation, Console()) as emulator:
        emulator.begin()
        try:
            target = emulator.time.now() + by
        except OverflowError:
            raise click.UsageError("Lab time ends with the year 9999.") from None
        emulator.time.move_to(target)
        _show(emulator)


@clock.command("set")
@click.argument("time", callback=lab_time)
@click.pass_obj
def set_(invocation: Invocation, time: datetime) -> None:
    """Freeze lab time at a TIME (2016-06-01T08:00). What falls due runs on the way."""
    with opened(invocation, Console()) as emulator:
        emulator.begin()
        if emulator.time.frozen and time < emulator.time.now():
            raise click.UsageError("Lab time cannot be put before what has already happened.")
        emulator.time.move_to(time)
        _show(emulator)


@clock.command()
@click.pass_obj
def freeze(invocation: Invocation) -> None:
    """Stop lab time where it is."""
    with opened(invocation, Console()) as emulator:
        emulator.begin()
        emulator.time.freeze()
        _show(emulator)


@clock.command()
@click.pass_obj
def follow(invocation: Invocation) -> None:
    """Let lab time follow the host's clock."""
    with opened(invocation, Console()) as emulator:
        emulator.begin()
        emulator.time.follow()
        _show(emulator)


def _show(emulator: Emulator) -> None:
    state = "frozen" if emulator.time.frozen else "follows the host's clock"
    click.echo(f"{emulator.time.now().replace(tzinfo=None).isoformat(' ', 'seconds')} UTC, {state}")

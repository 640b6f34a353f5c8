"""What click makes of the values of options, and what it answers to those that mean nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

ON_OFF = {"on": True, "off": False}


def lab_time(_ctx: click.Context, _param: click.Parameter, value: str | None) -> datetime | None:
    """A point of lab time as ISO 8601 text; without an offset it is UTC."""
    if value is None:
        return None
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"'{value}' is not a time such as 2016-06-01 or 2016-06-01T08:00:00Z") from None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def time_zone(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """The name of a time zone that the host knows."""
    if value != "UTC":
        from zoneinfo import ZoneInfo

        try:
            ZoneInfo(value)
        except (ValueError, OSError, KeyError):
            raise click.BadParameter(f"'{value}' is not a time zone such as Europe/Berlin") from None
    return value


def appendable(_ctx: click.Context, _param: click.Parameter, value: Path | None) -> Path | None:
    """A file that can be added to."""
    if value is not None:
        try:
            value.open("a", encoding="utf-8").close()
        except OSError as error:
            raise click.BadParameter(f"'{value}' cannot be written: {error.strerror}") from error
    return value


def known_issue(_ctx: click.Context, _param: click.Parameter, values: Sequence[str]) -> dict[str, bool]:
    """Switches given as `ID=on` or `ID=off`."""
    switches = {}
    for value in values:
        name, _, state = value.partition("=")
        if state not in ON_OFF:
            raise click.BadParameter(f"'{value}' is not of the form ID=on or ID=off")
        switches[name] = ON_OFF[state]
    return switches

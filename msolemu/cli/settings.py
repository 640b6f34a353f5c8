"""What the options before a command say, read once and handed on as `bootstrap.Settings`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from msolemu.foundation.dataclass import dataclass

if TYPE_CHECKING:
    from msolemu.bootstrap import Settings

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


@dataclass(frozen=True)
class Invocation:
    """The options of one call of `msolemu`."""

    workspace: Path | None
    ephemeral: bool
    at: datetime | None
    time_zone: str
    known_issues: dict[str, bool]
    profile: str | None
    no_snapshot: bool
    allowed: tuple[Path, ...]
    stubs: tuple[str, ...]
    log_errors: Path | None
    connected: bool
    seed: str = "empty"

    @classmethod
    def from_options(cls, options: dict[str, Any]) -> Invocation:
        """The options as click parsed them."""
        return cls(**options)

    def folder(self) -> Path | None:
        """The workspace's folder; None keeps nothing."""
        if self.ephemeral:
            return None
        if self.workspace is not None:
            return self.workspace
        from platformdirs import user_data_path

        return user_data_path("msolemu", appauthor=False) / "workspace"

    def settings(self) -> Settings:
        """What `bootstrap` needs to know; a switch or profile that does not exist is a usage error."""
        from msolemu.bootstrap import Settings

        return Settings(
            workspace=self.folder(),
            at=self.at,
            time_zone=self.time_zone,
            known_issues=self.known_issues,
            profile=self.profile,
            allowed=self.allowed,
            stubs=self.stubs,
            error_log=self.log_errors,
            connected=self.connected,
            seed=self.seed,
        )

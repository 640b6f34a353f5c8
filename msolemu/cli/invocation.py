"""What the options before a command say, read once and handed on as `bootstrap.Settings`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msolemu.foundation.dataclass import dataclass, field

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from msolemu.bootstrap import Settings


@dataclass(frozen=True)
class Invocation:
    """The options of one call of `msolemu`; the defaults are those of a call without options."""

    workspace: Path | None = None
    ephemeral: bool = False
    at: datetime | None = None
    time_zone: str = "UTC"
    known_issues: Mapping[str, bool] = field(default_factory=dict)
    profile: str | None = None
    no_snapshot: bool = False
    allowed: tuple[Path, ...] = ()
    stubs: tuple[str, ...] = ()
    log_errors: Path | None = None
    connected: bool = False
    seed: str = "empty"

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

"""What the user asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msolemu.foundation.dataclass import dataclass, field

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

DEFAULT_SEED = "empty"


@dataclass(frozen=True)
class Settings:
    """The choices of one run. Without a workspace nothing is kept.

    `known_issues`, `profile` and `at` (where lab time is frozen) hold for this run only. `seed` names what a workspace
    begins with that is not there yet.
    """

    workspace: Path | None = None
    at: datetime | None = None
    time_zone: str = "UTC"
    known_issues: Mapping[str, bool] = field(default_factory=dict)
    profile: str | None = None
    allowed: Sequence[Path] = ()
    stubs: Sequence[str] = ()
    error_log: Path | None = None
    connected: bool = False
    seed: str = DEFAULT_SEED

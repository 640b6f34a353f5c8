"""Snapshots as those who take and use them know them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msolemu.foundation.dataclass import dataclass, field


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state that a workspace can be put back into; an automatic one says in `name` what it was taken before."""

    name: str
    taken: datetime
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """An object that two states do not agree on. `attributes` are those that differ, before and after."""

    change: str
    kind: str
    key: str
    name: str
    attributes: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)

"""Regular expressions that are compiled when they are first used: most lines use few of those that the parser has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any


class _Pattern:
    """Has everything that a compiled expression has; what was asked for once is at hand from then on."""

    def __init__(self, text: str, flags: int = 0) -> None:
        self._written = text, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._written), name)
        setattr(self, name, found)
        return found


if TYPE_CHECKING:
    from re import compile as pattern
else:
    pattern = _Pattern

__all__ = ["pattern"]

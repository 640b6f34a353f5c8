"""What a script registers to complete arguments."""

from __future__ import annotations

from typing import Any


class Completers(dict[tuple[str, str], Any]):
    """The script blocks that complete arguments, by lower-case command and parameter."""

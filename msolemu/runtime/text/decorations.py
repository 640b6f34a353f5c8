"""Escape sequences that colour text on a terminal."""

from __future__ import annotations

import functools
import re

ESCAPE = "\x1b"
RESET = f"{ESCAPE}[0m"


@functools.cache
def decorations() -> re.Pattern[str]:
    """What a sequence looks like: colours and the like, and links."""
    return re.compile("\x1b\\[[0-9;?]*[A-Za-z]|\x1b\\]8;;.*?\x1b\\\\")


def closed(text: str) -> str:
    """The text with an end to its colours, which it may lack."""
    return text + RESET if ESCAPE in text and not text.rstrip().endswith(RESET) else text


def without_decorations(text: str) -> str:
    """The text without the escape sequences that colour it."""
    return decorations().sub("", text) if ESCAPE in text else text

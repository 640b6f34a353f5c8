"""How often Python looks for cycles that nobody needs."""

from __future__ import annotations

import gc

NEW_OBJECTS = 100_000
"""So many more objects than were freed, before the youngest are looked at; Python itself looks after 700."""


def collect_seldom() -> None:
    """For a process that holds a large directory, or ends soon: looking at everything again and again costs more than
    what it frees. Whoever starts the process decides, never a library."""
    gc.set_threshold(NEW_OBJECTS, 20, 50)


def leave_uncollected() -> None:
    """For a process that ends: what is alive ends with it, and need not be looked through for cycles once more."""
    gc.freeze()

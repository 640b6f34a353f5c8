"""How often Python looks for cycles that nobody needs, and in what."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

NEW_OBJECTS = 100_000
"""So many more objects than were freed, before the youngest are looked at; Python itself looks after 700."""


def collect_seldom() -> None:
    """For a process that holds a large directory, or ends soon: looking at everything again and again costs more than
    what it frees. Whoever starts the process decides, never a library."""
    gc.set_threshold(NEW_OBJECTS, 20, 50)


@contextmanager
def without_collector() -> Iterator[None]:
    """What is read holds no cycles: looking for them again and again would take longer than reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def leave_uncollected() -> None:
    """What is alive need not be looked through for cycles once more: it ends with the process."""
    gc.freeze()

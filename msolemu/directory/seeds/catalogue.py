"""The seeds by name, and how a name such as `large:5000` is read."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Protocol, TypeAlias

from msolemu.directory.seeds.errors import UnknownSeed
from msolemu.directory.unit_of_work import DirectoryState
from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.identifiers import IdSource

EMPTY = "empty"
NUMBER = 20160601
"""Where the ids of a seed begin: the same seed gives the same workspace."""


class Fill(Protocol):
    """Adds a seed to directories that hold what every new workspace holds; inside a unit of work."""

    def __call__(self, state: DirectoryState, now: datetime, ids: IdSource) -> None:
        """Add everything."""
        ...


Reader: TypeAlias = Callable[[str], Fill]
"""Reads what stands after a seed's name and colon."""

MODULES: Mapping[str, str] = {
    "contoso": "msolemu.directory.seeds.contoso",
    "large": "msolemu.directory.seeds.large",
    "partner": "msolemu.directory.seeds.partner",
}
"""The module of each seed: it has a function `fill`, or, for a seed that takes a size, `sized`, a Reader.

One whose forest was synchronized says in LAST_CYCLE how long ago.
"""


@dataclass(frozen=True, slots=True)
class Seed:
    """A seed that is there; `last_cycle` is how long ago its forest was synchronized, None if it never was."""

    name: str
    fill: Fill
    last_cycle: timedelta | None = None


def seed_named(name: str) -> Seed:
    """The seed of a name; raises UnknownSeed."""
    word, colon, size = name.partition(":")
    if name == EMPTY:
        return Seed(name, nothing)
    if word not in MODULES:
        raise UnknownSeed(name)
    module = importlib.import_module(MODULES[word])
    reader = getattr(module, "sized", None)
    if (reader is not None) != bool(colon):
        raise UnknownSeed(name)
    try:
        fill = module.fill if reader is None else reader(size)
    except ValueError:
        raise UnknownSeed(name) from None
    return Seed(name, fill, getattr(module, "LAST_CYCLE", None))


def nothing(state: DirectoryState, now: datetime, ids: IdSource) -> None:
    """Add nothing."""

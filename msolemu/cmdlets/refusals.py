"""Parameters of real commands that mean nothing here: they bind, and are then refused by name, each with its reason.

All of them stand in `refused_parameters.json`, so that a cmdlet's own file shows what works. A set in which such a
parameter is mandatory stands there as a whole.
"""

from __future__ import annotations

import functools
from collections.abc import Container, MutableMapping
from typing import Any

from msolemu.foundation.tables import table
from msolemu.runtime.binding.parameters import ALL_SETS, SWITCH_TYPE, ParameterInfo, SetPlace


@functools.cache
def _refusals() -> dict[str, Any]:
    found: dict[str, Any] = table(__file__, "refused_parameters.json")
    return found


def add_refused(command: str, joined: MutableMapping[str, ParameterInfo], declared: Container[str]) -> list[str]:
    """Add what a command refuses to its parameters; gives the sets that no function stands for."""
    listed = _refusals().get(command)
    if listed is None:
        return []
    for name, marks in listed["parameters"].items():
        if name not in joined:
            joined[name] = _info(name, marks)
        joined[name].refused = marks["reason"]
    for set_name, places in listed["sets"].items():
        for name, words in places.items():
            known = joined[name].places
            assert isinstance(known, dict)
            if ALL_SETS not in known:
                known.setdefault(set_name, place(words))
    return [name for name in listed["sets"] if name not in declared]


def _info(name: str, marks: dict[str, Any]) -> ParameterInfo:
    kind = SWITCH_TYPE if marks["type"] == "switch" else marks["type"]
    return ParameterInfo(name, kind, {}, aliases=tuple(marks.get("aliases", ())), nullable=marks.get("nullable", False))


def place(words: str) -> SetPlace:
    """What a set says of a parameter: `mandatory by value 0`."""
    position = words.rpartition(" ")[2]
    return SetPlace(
        "mandatory" in words,
        int(position) if position.isdigit() else None,
        "by value" in words,
        "by name" in words,
        "remaining" in words,
    )

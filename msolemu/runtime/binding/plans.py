"""How a command line of the plainest shape was bound, kept for the next one of the same shape.

A line that gives nothing but names each followed by a value binds the same parameters in the same set every time: only
the values differ. Lookups in a loop are such lines, and finding that out costs more than the lookup.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from msolemu.runtime.binding.arguments import taken_as_is
from msolemu.runtime.binding.parameters import CommandMetadata, ParameterInfo

if TYPE_CHECKING:
    from msolemu.runtime.invoking.pipeline import Shape


class Taker(NamedTuple):
    """A parameter that a name means, its folded name, and the class whose values it takes as they are, if not empty."""

    parameter: ParameterInfo
    folded: str
    as_is: type | None


class Plan(NamedTuple):
    """What takes the values, in order, and the sets that were possible in the end."""

    takers: tuple[Taker, ...]
    sets: tuple[str, ...]


def known_plan(metadata: CommandMetadata, shape: Shape, *, exact: bool) -> Plan | None:
    """The plan of a shape, if such a line was bound before."""
    found: Plan | None = metadata.cache.get((exact, shape))
    return found


def keep_plan(
    metadata: CommandMetadata, shape: Shape, parameters: Sequence[ParameterInfo], sets: tuple[str, ...], *, exact: bool
) -> None:
    """Keep how a line was bound. A switch takes no value from the word after it: such lines have no plan."""
    if not any(parameter.is_switch for parameter in parameters):
        takers = (Taker(one, one.name.lower(), taken_as_is(one)) for one in parameters)
        metadata.cache[exact, shape] = Plan(tuple(takers), sets)

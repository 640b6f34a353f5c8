"""How a command line of the plainest shape was bound, kept for the next one of the same shape.

A line that gives nothing but names each followed by a value binds the same parameters in the same set every time: only
the values differ. Lookups in a loop are such lines, and finding that out costs more than the lookup.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from msolemu.runtime.binding.parameters import CommandMetadata, ParameterInfo

if TYPE_CHECKING:
    from msolemu.runtime.invoking.pipeline import Argument

Shape: TypeAlias = tuple[object, ...]


class Plan(NamedTuple):
    """The parameters that the names mean, in order, and the sets that were possible in the end."""

    parameters: tuple[ParameterInfo, ...]
    sets: tuple[str, ...]


def shape_of(arguments: Sequence[Argument], *, exact: bool) -> Shape | None:
    """The names that are given, if each is followed by a value in a word of its own; None for any other line."""
    names: list[object] = [exact]
    name: str | None = None
    for argument in arguments:
        if name is None:
            name = argument.parameter
            if name is None or name == "-" or argument.has_colon or argument.has_value:
                return None
            names.append(name)
        elif argument.parameter is not None or argument.splatted or (argument.bare and not _is_text(argument)):
            return None
        else:
            name = None
    return tuple(names) if name is None else None


def _is_text(argument: Argument) -> bool:
    """Whether a bare word means text whatever parameter takes it; `--` ends the names."""
    return type(argument.value) is str and argument.value != "--"


def known_plan(metadata: CommandMetadata, shape: Shape) -> Plan | None:
    """The plan of a shape, if such a line was bound before."""
    found: Plan | None = metadata.cache.get(shape)
    return found


def keep_plan(
    metadata: CommandMetadata, shape: Shape, parameters: Sequence[ParameterInfo], sets: tuple[str, ...]
) -> None:
    """Keep how a line was bound. A switch takes no value from the word after it: such lines have no plan."""
    if not any(parameter.is_switch for parameter in parameters):
        metadata.cache[shape] = Plan(tuple(parameters), sets)

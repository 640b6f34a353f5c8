"""How a command line was bound, kept for the next one of the same shape.

A line whose words stand as those of an earlier one binds the same parameters in the same set: only the values differ,
as long as no value decided what it was bound to. Calls in a loop are such lines, and finding out again what binds to
what costs more than many a command. The plans live with the parameters, which never change: what redefines a command
gives it new ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from msolemu.runtime.binding.arguments import taken_as_is
from msolemu.runtime.binding.parameters import Kind, ParameterInfo

if TYPE_CHECKING:
    from msolemu.runtime.binding.binder import Binding
    from msolemu.runtime.binding.words import Named, Word
    from msolemu.runtime.invoking.pipeline import Shape


class Taker(NamedTuple):
    """A parameter that takes the value of an argument, its name folded, and the class whose values it takes as is."""

    parameter: ParameterInfo
    folded: str
    argument: int
    as_is: type | None


class Plan(NamedTuple):
    """What takes the values, in order, and the sets that were possible in the end."""

    takers: tuple[Taker, ...]
    sets: tuple[str, ...]
    rest_taker: ParameterInfo | None
    rest: tuple[int, ...]
    """The arguments that the parameter which takes all the rest has got."""


def known_plan(binding: Binding, shape: Shape) -> Plan | None:
    """The plan of a shape, if such a line was bound before."""
    found: Plan | None = binding.metadata.cache.get((binding.exact, binding.expects_input, shape))
    return found


def keep_plan(
    binding: Binding, shape: Shape, bound: Sequence[Named], rest_taker: ParameterInfo | None, rest: Sequence[Word]
) -> None:
    """Keep how a line was bound, unless some argument is no value of its own."""
    metadata = binding.metadata
    if any(word.index < 0 for word in (*(word for _, word in bound), *rest)):
        return
    is_cmdlet = metadata.kind is Kind.CMDLET
    takers = tuple(Taker(one, one.name.lower(), word.index, taken_as_is(one, is_cmdlet)) for one, word in bound)
    plan = Plan(takers, binding.sets.valid, rest_taker, tuple(word.index for word in rest))
    metadata.cache[binding.exact, binding.expects_input, shape] = plan

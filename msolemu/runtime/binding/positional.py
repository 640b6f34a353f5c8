"""Binds words by position: without conversion before with it, and in the default set before in the others."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from msolemu.runtime.binding.binding_errors import BindingError
from msolemu.runtime.binding.parameters import ALL_SETS, ParameterInfo
from msolemu.runtime.binding.words import Word

if TYPE_CHECKING:
    from msolemu.runtime.binding.binder import Binding

POSITIONS = "positions"


def bind_positional(binding: Binding, words: Sequence[Word]) -> list[Word]:
    """Bind what has a place; gives the words that are left over, in order."""
    values = [index for index, word in enumerate(words) if word.name is None]
    if not values:
        return list(words)
    taken: set[int] = set()
    for position in _positions(binding):
        if len(taken) == len(values):
            break
        index = values[len(taken)]
        if _bind_at(binding, position, words[index]):
            taken.add(index)
    return [word for index, word in enumerate(words) if index not in taken]


def _positions(binding: Binding) -> list[int]:
    cache = binding.metadata.cache
    if POSITIONS not in cache:
        cache[POSITIONS] = sorted(
            {
                place.position
                for parameter in binding.metadata.parameters.values()
                for place in parameter.places.values()
                if place.position is not None and not place.remaining
            }
        )
    found: list[int] = cache[POSITIONS]
    return found


def _placed(binding: Binding, position: int) -> list[tuple[ParameterInfo, Container[str] | None]]:
    """The parameters that have this position in some set, with those sets; None stands for all sets."""
    cache = binding.metadata.cache
    found: list[tuple[ParameterInfo, Container[str] | None]] | None = cache.get((POSITIONS, position))
    if found is None:
        found = []
        for parameter in binding.metadata.parameters.values():
            sets = {
                name for name, place in parameter.places.items() if place.position == position and not place.remaining
            }
            if sets:
                found.append((parameter, None if ALL_SETS in sets else sets))
        cache[POSITIONS, position] = found
    return found


def _candidates(binding: Binding, position: int, sets: Sequence[str]) -> list[ParameterInfo]:
    found: list[ParameterInfo] = []
    for parameter, placed in _placed(binding, position):
        if parameter.name in binding.values or not binding.sets.allows(parameter):
            continue
        if sets and (placed is None or any(name in placed for name in sets)):
            found.append(parameter)
    return found


def _bind_at(binding: Binding, position: int, word: Word) -> bool:
    """Bind the word to the parameter at a position; whether one took it."""
    valid = binding.sets.valid
    default = [binding.metadata.default_set] if binding.sets.default_is_valid else []
    groups = [default, [name for name in valid if name not in default]] if default else [list(valid)]
    failure: BindingError | None = None
    for converting in (False, True):
        for group in groups:
            for parameter in _candidates(binding, position, group):
                if not converting and not binding.reader.fits(parameter, word.value):
                    continue
                try:
                    _bind(binding, parameter, word)
                    return True
                except BindingError as error:
                    if not converting:
                        raise
                    failure = failure or error
    if failure is not None:
        raise failure
    return False


def _bind(binding: Binding, parameter: ParameterInfo, word: Word) -> None:
    binding.bind(parameter, word.value_for(parameter), word.extent)

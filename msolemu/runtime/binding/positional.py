"""Binds words by position: without conversion before with it, and in the default set before in the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msolemu.foundation.dataclass import dataclass
from msolemu.language import syntax
from msolemu.runtime.binding.binding_errors import BindingError
from msolemu.runtime.binding.parameters import ALL_SETS, ParameterInfo
from msolemu.runtime.binding.validation import LeftToAnother
from msolemu.runtime.binding.words import Named, Word

if TYPE_CHECKING:
    from msolemu.runtime.binding.binder import Binding

POSITIONS = "positions"
LITERALS = frozenset({syntax.StringConstant, syntax.ExpandableString, syntax.ScriptBlockExpression, syntax.Hashtable})


@dataclass(slots=True)
class Placed:
    """What words were bound to by position, and the words that are left over."""

    taken: list[Named]
    left: Sequence[Word]
    by_value: bool = False
    """Whether a value decided what it is bound to: another one in its place may go elsewhere."""


def bind_positional(binding: Binding, words: Sequence[Word]) -> Placed:
    """Bind what has a place."""
    values = [word for word in words if word.name is None]
    found = Placed([], words)
    for position in _positions(binding) if values else ():
        if len(found.taken) == len(values):
            break
        _bind_at(binding, position, values[len(found.taken)], found)
    done = {id(word) for _, word in found.taken}
    found.left = [word for word in words if id(word) not in done]
    return found


def _positions(binding: Binding) -> list[int]:
    cache = binding.metadata.cache
    found: list[int] | None = cache.get(POSITIONS)
    if found is None:
        found = sorted(
            {
                place.position
                for parameter in binding.metadata.parameters.values()
                for place in parameter.places.values()
                if place.position is not None and not place.remaining
            }
        )
        _demand_one_each(binding, found)
        cache[POSITIONS] = found
    return found


def _placed(binding: Binding, position: int) -> list[tuple[ParameterInfo, frozenset[str] | None]]:
    """The parameters that have this position in some set, with those sets; None stands for all sets."""
    cache = binding.metadata.cache
    found: list[tuple[ParameterInfo, frozenset[str] | None]] | None = cache.get((POSITIONS, position))
    if found is None:
        found = []
        for parameter in binding.metadata.parameters.values():
            sets = frozenset(
                name for name, place in parameter.places.items() if place.position == position and not place.remaining
            )
            if sets:
                found.append((parameter, None if ALL_SETS in sets else sets))
        cache[POSITIONS, position] = found
    return found


def _demand_one_each(binding: Binding, positions: Sequence[int]) -> None:
    """Refuse a command with two parameters at one position of one set."""
    for position in positions:
        taken: set[str] = set()
        for _, placed in _placed(binding, position):
            sets = set(binding.metadata.set_names if placed is None else placed)
            if sets & taken:
                raise binding.errors.ambiguous_position()
            taken |= sets


def _candidates(binding: Binding, position: int, sets: Sequence[str]) -> list[ParameterInfo]:
    found: list[ParameterInfo] = []
    for parameter, placed in _placed(binding, position):
        if parameter.name in binding.values or not binding.sets.allows(parameter):
            continue
        if sets and (placed is None or any(name in placed for name in sets)):
            found.append(parameter)
    return found


def _bind_at(binding: Binding, position: int, word: Word, found: Placed) -> None:
    """Bind the word to the parameter at a position, if one takes it."""
    valid = binding.sets.valid
    default = [binding.metadata.default_set] if binding.sets.default_is_valid else []
    groups = [default, [name for name in valid if name not in default]] if default else [list(valid)]
    candidates = [one for group in groups for one in _candidates(binding, position, group)]
    failure: BindingError | None = None
    for converting in (False, True):
        for parameter in candidates:
            if not converting and not binding.reader.fits(parameter, word.value):
                continue
            try:
                binding.bind_typed(parameter, word.value_for(parameter), word.extent)
            except BindingError as error:
                if not converting and not isinstance(error.__cause__, LeftToAnother):
                    raise
                failure = failure or error
            else:
                found.taken.append((parameter, word))
                chosen = converting or failure is not None or parameter.validations or not _is_literal(binding, word)
                found.by_value |= len(set(candidates)) > 1 and bool(chosen)
                return
    if failure is not None:
        raise failure


def _is_literal(binding: Binding, word: Word) -> bool:
    """Whether the value is written on the line in a way that tells its type."""
    return binding.shape is not None and word.index >= 0 and binding.shape[word.index] in LITERALS

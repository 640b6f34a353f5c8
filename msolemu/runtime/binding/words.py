"""The words of a command line: which are parameters, which are their values, and which stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.binding.binding_errors import BindingErrors
from msolemu.runtime.binding.parameters import CommandMetadata, ParameterInfo
from msolemu.runtime.invoking.pipeline import MISSING
from msolemu.runtime.values.objects import is_number, unwrap

if TYPE_CHECKING:
    from msolemu.language.position import Extent
    from msolemu.runtime.invoking.pipeline import Argument
    from msolemu.runtime.values.objects import Value


TAKEN_AS_TYPED = ("System.String", "System.String[]", "System.Version")


@dataclass(slots=True)
class Word:
    """A value, with the text it was written as; with a `name` it is a parameter that the command does not know.

    `index` tells which argument of the line has the value; it is negative where the argument does not say it alone.
    """

    value: Value
    extent: Extent | None = None
    name: str | None = None
    raw: str = ""
    bare: bool = False
    colon: bool = False
    better: str = ""
    splatted: bool = False
    index: int = -1

    @property
    def text(self) -> str:
        """The value as error texts quote it."""
        from msolemu.runtime.casting.conversion import to_text

        text: str = to_text(self.value)
        return text

    @property
    def looks_negative(self) -> bool:
        """Whether it is a bare negative number, which an untyped parameter takes as text."""
        return self.bare and self.raw.startswith("-") and is_number(unwrap(self.value))

    def value_for(self, parameter: ParameterInfo) -> Value:
        """The value as a parameter takes it: a bare number as it was typed, where text is wanted."""
        if self.bare and self.raw and parameter.type_name in TAKEN_AS_TYPED and is_number(unwrap(self.value)):
            return self.raw
        if self.looks_negative and (not parameter.typed or parameter.is_any):
            return self.raw
        return self.value

    def as_arguments(self) -> list[Value]:
        """What `$args` gets of it."""
        if self.name is None:
            return [self.raw if self.looks_negative else self.value]
        from msolemu.runtime.invoking.arguments import SplattedName

        head: list[Value] = [SplattedName(f"-{self.name}:" if self.colon else f"-{self.name}")]
        return head if self.value is MISSING else [*head, self.value]

    def as_remaining(self) -> list[Value]:
        """What a parameter that takes the rest gets of it."""
        if self.name is None:
            return [self.value]
        head: list[Value] = [f"-{self.name}:" if self.colon else f"-{self.name}"]
        return head if self.value is MISSING else [*head, self.value]


Named = tuple[ParameterInfo, Word]


def find_parameter(
    metadata: CommandMetadata, name: str, errors: BindingErrors, extent: Extent | None, *, exact: bool
) -> ParameterInfo | None:
    """The parameter of that name, alias or unambiguous beginning; None when there is none."""
    wanted = name.lower()
    found = metadata.by_name.get(wanted)
    if found is not None:
        return found if _spelt_right(found, name, metadata, exact=exact) else None
    matches: dict[str, ParameterInfo] = {}
    for known, parameter in metadata.by_name.items():
        if known.startswith(wanted):
            matches.setdefault(parameter.name, parameter)
    if len(matches) > 1:
        own = [one for one in matches.values() if not one.common]
        if len(own) != 1:
            raise errors.ambiguous_name(name, matches, extent)
        matches = {own[0].name: own[0]}
    only = next(iter(matches.values()), None)
    return only if only is not None and _spelt_right(only, name, metadata, exact=exact) else None


def _spelt_right(parameter: ParameterInfo, name: str, metadata: CommandMetadata, *, exact: bool) -> bool:
    """Where case matters (contract §3), a name must be an exact beginning of the parameter's or an alias's."""
    if not (exact and metadata.exact_case) or parameter.common:
        return True
    return any(known.startswith(name) for known in parameter.names)


def right_spelling(metadata: CommandMetadata, name: str) -> str:
    """The parameter that was meant in the wrong case."""
    matches = [one for one in metadata.parameters if one.lower().startswith(name.lower())]
    return matches[0] if len(matches) == 1 and not metadata.parameters[matches[0]].common else ""


def assign_names(
    metadata: CommandMetadata, arguments: Sequence[Argument], errors: BindingErrors, *, exact: bool
) -> tuple[list[Named], list[Word]]:
    """Split the words into parameters with their values, and words that stand alone."""
    reader = _Reader(metadata, errors, exact)
    index = 0
    while index < len(arguments):
        index = reader.take(arguments, index)
    return reader.named, reader.words


class _Reader:
    def __init__(self, metadata: CommandMetadata, errors: BindingErrors, exact: bool) -> None:
        self.metadata = metadata
        self.errors = errors
        self.exact = exact
        self.named: list[Named] = []
        self.words: list[Word] = []
        self.names_end = False

    def take(self, arguments: Sequence[Argument], index: int) -> int:
        """Read the argument at the index; gives where the next one stands."""
        argument = arguments[index]
        if argument.parameter is None:
            if argument.bare and argument.value == "--" and not self.names_end:
                self.names_end = True
            else:
                self.words.append(self._word(argument, index))
            return index + 1
        if argument.parameter == "-" and not argument.has_value and not self.names_end:
            self.names_end = True
            return index + 1
        if self.names_end:
            self.words.append(Word(argument.text or f"-{argument.parameter}", argument.extent))
            return index + 1
        parameter = find_parameter(self.metadata, argument.parameter, self.errors, argument.extent, exact=self.exact)
        if parameter is None:
            self._unknown(argument)
            return index + 1
        return self._known(parameter, arguments, index)

    def _word(self, argument: Argument, index: int) -> Word:
        raw, bare, splatted = argument.text, argument.bare, argument.splatted
        return Word(argument.value, argument.extent, raw=raw, bare=bare, splatted=splatted, index=index)

    def _unknown(self, argument: Argument) -> None:
        name = argument.parameter
        assert name is not None
        better = right_spelling(self.metadata, name) if self.exact and self.metadata.exact_case else ""
        self.words.append(
            Word(argument.value, argument.extent, name, argument.text, colon=argument.has_colon, better=better)
        )

    def _known(self, parameter: ParameterInfo, arguments: Sequence[Argument], index: int) -> int:
        argument = arguments[index]
        if argument.has_value:
            self._bind(parameter, Word(argument.value, argument.extent, splatted=argument.splatted, index=index))
            return index + 1
        if parameter.is_switch and not argument.has_colon:
            self._bind(parameter, Word(True, argument.extent, index=index))
            return index + 1
        follower = arguments[index + 1] if index + 1 < len(arguments) else None
        if follower is None or not self._is_value(follower):
            raise self.errors.missing_argument(parameter, argument.extent)
        stands_alone = follower.parameter is None
        value, place = (follower.value, index + 1) if stands_alone else (follower.text, -1)
        self._bind(parameter, Word(value, follower.extent, raw=follower.text, bare=follower.bare, index=place))
        return index + 2

    def _is_value(self, follower: Argument) -> bool:
        """A word is; a parameter's name only when the command does not know it."""
        if follower.parameter is None:
            return not (follower.bare and follower.value == "--")
        if follower.has_value:
            return False
        known = find_parameter(self.metadata, follower.parameter, self.errors, follower.extent, exact=self.exact)
        return known is None

    def _bind(self, parameter: ParameterInfo, word: Word) -> None:
        word.value = word.value_for(parameter)
        for place, (known, earlier) in enumerate(self.named):
            if known is parameter:
                if earlier.splatted == word.splatted:
                    raise self.errors.bound_twice(parameter, word.extent)
                if earlier.splatted:
                    self.named[place] = (parameter, word)
                return
        self.named.append((parameter, word))

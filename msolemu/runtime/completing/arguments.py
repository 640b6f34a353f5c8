"""What an argument can be: the values that its parameter declares, and what the session holds of its kind."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from msolemu.language import syntax
from msolemu.runtime.binding.parameters import CommandMetadata, ParameterInfo
from msolemu.runtime.binding.validation import ValidateSet
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.completing.completers import Completers
from msolemu.runtime.completing.inference import Inference, members
from msolemu.runtime.types.completion import CompletionResult, new_result
from msolemu.runtime.values.enumerations import enumeration_of, numbers
from msolemu.runtime.values.objects import Hashtable, enumerate_value

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Session


class Commands(Protocol):
    """Where the names of commands and modules are found."""

    def beginning_with(self, text: str) -> Iterable[Any]:
        """The commands whose names begin so."""
        ...

    def matching(self, pattern: str) -> Iterable[Any]:
        """The commands whose names match a pattern."""
        ...

    def abbreviated(self, name: str) -> Iterable[Any]:
        """The commands whose capital letters and dashes these are."""
        ...

    def module_names(self) -> list[str]:
        """The modules that there are."""
        ...


PROPERTY_PARAMETERS = frozenset({"property", "expandproperty", "excludeproperty", "membername", "groupby"})
"""Parameters whose arguments are properties of what the pipeline gives."""


BLOCK_PARAMETERS = (("where-object", "filterscript"), ("foreach-object", "process"))
"""Parameters in whose place, in another set of theirs, a property stands."""


class Argument:
    """An argument that is being typed: of which parameter of which command, and what of it is there."""

    def __init__(self, inference: Inference, command: syntax.Command, metadata: CommandMetadata, word: str) -> None:
        self.inference = inference
        self.command = command
        self.metadata = metadata
        self.word = word
        self.parameter = self._parameter()

    @property
    def session(self) -> Session:
        """The session."""
        return self.inference.session

    def _parameter(self) -> ParameterInfo | None:
        """The parameter that the last word belongs to: the one before it, or the next that has a place."""
        named: list[ParameterInfo] = []
        places = 0
        before: ParameterInfo | None = None
        for element in self.command.elements[1:]:
            if isinstance(element, syntax.CommandParameter):
                before = named_parameter(self.metadata, element.name)
                named += [before] if before is not None else []
                before = None if before is None or before.is_switch or element.argument is not None else before
            elif element is self.command.elements[-1]:
                return before or self._at(places, named)
            else:
                places, before = (places, None) if before is not None else (places + 1, None)
        return before

    def _at(self, place: int, named: Sequence[ParameterInfo]) -> ParameterInfo | None:
        """The parameter of a place, counted among those that are not named."""
        known = {
            position: one
            for one in self.metadata.parameters.values()
            if one not in named
            and (found := one.place(self.metadata.default_set)) is not None
            and (position := found.position) is not None
        }
        ordered = [known[position] for position in sorted(known)]
        return ordered[place] if place < len(ordered) else None

    def completed(self) -> list[CompletionResult] | None:
        """What a script's completer gives for the parameter; None where there is none."""
        if self.parameter is None:
            return None
        asked = self.session.state(Completers)
        parameter = self.parameter.name.lower()
        block = asked.get((self.metadata.name.lower(), parameter)) or asked.get(("", parameter))
        block = block or self.parameter.completer
        if block is None:
            return None
        from msolemu.runtime.reflection.syntax_members import command_at

        typed = command_at(self.inference.cursor.before, self.command.extent.start)
        given = [self.metadata.name, self.parameter.name, self.word, typed, self._bound()]
        output = [value for one in block.invoke(given) for value in enumerate_value(one)]
        return [one if isinstance(one, CompletionResult) else new_result(to_text(one)) for one in output]

    def _bound(self) -> Hashtable:
        """The arguments that are constants, by their parameters."""
        bound = Hashtable()
        elements = self.command.elements
        for element, following in itertools.pairwise(elements[1:-1]):
            if isinstance(element, syntax.CommandParameter) and isinstance(following, syntax.StringConstant):
                found = named_parameter(self.metadata, element.name)
                if found is not None:
                    bound[found.name] = following.value
        return bound

    def words(self, commands: Commands) -> Iterable[str]:
        """The values that the argument can have, where they can be counted."""
        if self.parameter is None:
            return ()
        declared = self.parameter.suggestions or declared_values(self.parameter)
        if declared:
            return declared
        name = self.parameter.name.lower()
        command = self.metadata.name.lower()
        if name in PROPERTY_PARAMETERS or (command, name) in BLOCK_PARAMETERS:
            guesses = self.inference.before(self.command)
            return sorted({one.name for guess in guesses for one in members(guess) if not one.is_method}, key=str.lower)
        source = _SOURCES.get((command, name)) or _SOURCES.get(("", name))
        return () if source is None else source(self.session, commands, self.word)


def named_parameter(metadata: CommandMetadata, name: str) -> ParameterInfo | None:
    """The parameter of that name, or the only one that begins so."""
    wanted = name.lower()
    exact = metadata.by_name.get(wanted)
    begun = [one for one in metadata.parameters.values() if one.name.lower().startswith(wanted)]
    return exact or (begun[0] if len(begun) == 1 else None)


def declared_values(parameter: ParameterInfo) -> Sequence[str]:
    """The values that the declaration of a parameter lists."""
    sets = [value for one in parameter.validations if isinstance(one, ValidateSet) for value in one.listed]
    if sets or parameter.spellings:
        return sets or parameter.spellings
    if parameter.type_name == "System.Boolean":
        return ("$true", "$false")
    kind = parameter.net_type
    kind = kind.element or kind
    return sorted(numbers(enumeration_of(kind))) if kind.is_enum else ()


def variable_names(session: Session) -> list[str]:
    """The variables that are seen from here."""
    from msolemu.runtime.reflection.variable_objects import COMPUTED_NAMES

    names = {scope.spelling(name) for scope in session.frame.scope.chain() for name in scope.values}
    return sorted({*names, *COMPUTED_NAMES}, key=str.lower)


def _variables(session: Session, commands: Commands, word: str) -> Iterable[str]:
    return variable_names(session)


def _commands(session: Session, commands: Commands, word: str) -> Iterable[str]:
    return (one.name for one in commands.beginning_with(word))


def _modules(session: Session, commands: Commands, word: str) -> Iterable[str]:
    return commands.module_names()


def _aliases(session: Session, commands: Commands, word: str) -> Iterable[str]:
    return sorted({name for scope in session.frame.scope.chain() for name in scope.aliases or ()})


ENCODINGS = (
    *("ascii", "ansi", "bigendianunicode", "bigendianutf32", "oem", "unicode", "utf7"),
    *("utf8", "utf8BOM", "utf8NoBOM", "utf32"),
)

_SOURCES: dict[tuple[str, str], Callable[[Any, Any, str], Iterable[str]]] = {
    **{(f"{verb}-variable", "name"): _variables for verb in ("get", "set", "clear", "remove")},
    **{(command, "name"): _commands for command in ("get-command", "get-help", "help")},
    **{(f"{verb}-module", "name"): _modules for verb in ("get", "import", "remove", "install", "update")},
    **{(f"{verb}-alias", "name"): _aliases for verb in ("get", "set", "remove")},
    ("", "module"): _modules,
    ("set-strictmode", "version"): lambda *_: ("1.0", "2.0", "3.0", "Latest"),
    ("new-item", "itemtype"): lambda *_: ("Directory", "File", "HardLink", "Junction", "SymbolicLink"),
    ("", "encoding"): lambda *_: ENCODINGS,
}
"""What the arguments of a parameter are taken from, by command and parameter; of any command where it is not named."""

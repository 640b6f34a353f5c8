"""TabExpansion2: what can stand at the cursor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.text import WORD_ENDS
from msolemu.modules.core.lookup import Lookup
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.binding.parameters import ParameterInfo
from msolemu.runtime.binding.validation import ValidateSet
from msolemu.runtime.reflection.command_types import metadata_of
from msolemu.runtime.reflection.open_command import OpenCommand, open_command
from msolemu.runtime.types.completion import CompletionResult, new_result
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.registry import net_object
from msolemu.runtime.values.enumerations import enumeration_of, numbers

WORD = re.compile(rf"[^{re.escape(WORD_ENDS)}]*\Z")
KINDS = "System.Management.Automation.CompletionResultType"


@net_object("System.Management.Automation.CommandCompletion")
@dataclass(slots=True)
class CommandCompletion:
    """What can stand at the cursor, and what it stands in place of."""

    CurrentMatchIndex: int
    ReplacementIndex: int
    ReplacementLength: int
    CompletionMatches: list[CompletionResult]


tab_expansion = Cmdlet(
    "TabExpansion2",
    "Tells what can stand at the cursor.",
    output=CommandCompletion,
    examples={
        "(TabExpansion2 'Get-MsolUser -Ret').CompletionMatches": "Completes a parameter.",
        "(TabExpansion2 'Set-MsolDirSyncF' 16).CompletionMatches.CompletionText": "Completes the name of a command.",
    },
)


@tab_expansion.parameter_set("ScriptInputSet", default=True)
def expanded(
    call: CoreCall,
    input_script: Annotated[str, Parameter("What was typed.", name="inputScript", position=0)],
    cursor_column: Annotated[int | None, Parameter("Where the cursor is.", name="cursorColumn", position=1)] = None,
) -> Output[CommandCompletion]:
    """Completes names of commands, their parameters and the values of these, variables, and paths.

    The spelling is the declared one, which matters for the cmdlets that heed upper and lower case.
    """
    before = input_script[:cursor_column]
    word = WORD.search(before)
    assert word is not None
    found = Completion(call, before[: word.start()], word.group()).found()
    yield CommandCompletion(-1, word.start(), len(word.group()), list(found))


class Completion:
    """The completion of one word, by what stands before it."""

    def __init__(self, call: CoreCall, before: str, word: str) -> None:
        self.call = call
        self.before = before
        self.word = word

    def found(self) -> Iterator[CompletionResult]:
        """What the word can become."""
        if self.word.startswith("$"):
            return self._variables()
        command = open_command(self.before)
        if command is None:
            return self._commands() if not re.match(r"[./\\~]|.*[/\\]", self.word) else self._paths()
        parameters = self._parameters_of(command)
        if self.word.startswith("-"):
            return self._results("ParameterName", (f"-{one.name}" for one in parameters if not one.hidden))
        values = () if command.parameter is None else _values(_named(parameters, command.parameter))
        return self._results("ParameterValue", values) if values else self._paths()

    def _parameters_of(self, command: OpenCommand) -> Sequence[ParameterInfo]:
        metadata = metadata_of(self.call.session.find_command(command.name))
        return () if metadata is None else list(metadata.parameters.values())

    def _commands(self) -> Iterator[CompletionResult]:
        lookup = Lookup(self.call.session, self.call.services.commands)
        names = (one.name for one in lookup.beginning_with(self.word))
        return self._results("Command", dict.fromkeys(names) if self.word else ())

    def _variables(self) -> Iterator[CompletionResult]:
        scopes = self.call.session.frame.scope.chain()
        names = {scope.spelling(name) for scope in scopes for name in scope.values}
        return self._results("Variable", (f"${name}" for name in sorted(names, key=str.lower)))

    def _paths(self) -> Iterator[CompletionResult]:
        locations = self.call.session.locations
        cut = max(self.word.rfind("/"), self.word.rfind("\\")) + 1
        if locations is None:
            return
        place = locations.place(self.word[:cut] or ".")
        begin = self.word[:cut] or "." + locations.separator_of(place.shown)
        try:
            entries = sorted(Path(locations.checked(place)).iterdir(), key=lambda entry: entry.name.lower())
        except OSError:
            return
        for entry in entries:
            if entry.name.lower().startswith(self.word[cut:].lower()):
                yield _result("ProviderContainer" if entry.is_dir() else "ProviderItem", _quoted(begin + entry.name))

    def _results(self, kind: str, words: Iterable[str]) -> Iterator[CompletionResult]:
        beginning = self.word.lower()
        return (_result(kind, word) for word in words if word.lower().startswith(beginning))


def _named(parameters: Sequence[ParameterInfo], name: str) -> ParameterInfo | None:
    """The parameter of that name, or the only one that begins so."""
    wanted = name.lower()
    begun = [one for one in parameters if one.name.lower().startswith(wanted)]
    exact = [one for one in begun if one.name.lower() == wanted]
    return exact[0] if exact else begun[0] if len(begun) == 1 else None


def _values(parameter: ParameterInfo | None) -> Sequence[str]:
    """The values that a parameter can have, where they can be counted."""
    if parameter is None:
        return ()
    sets = [value for one in parameter.validations if isinstance(one, ValidateSet) for value in one.listed]
    if sets or parameter.spellings:
        return sets or parameter.spellings
    if parameter.type_name == "System.Boolean":
        return ("$true", "$false")
    kind = parameter.net_type
    return sorted(numbers(enumeration_of(kind))) if kind.is_enum else ()


def _result(kind: str, text: str) -> CompletionResult:
    return new_result(text, text.lstrip("-$"), member(KINDS, kind))


def _quoted(path: str) -> str:
    return f"'{path}'" if re.search(r"[\s'(){};,&|]", path) else path

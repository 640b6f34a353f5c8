"""The words that can stand at a cursor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msolemu.language import syntax
from msolemu.language.operators import VariableScope
from msolemu.runtime.completing.arguments import Argument, Commands, variable_names
from msolemu.runtime.completing.cursor import Cursor, command_name
from msolemu.runtime.completing.inference import Inference, is_collection, members
from msolemu.runtime.completing.unfinished import unfinished
from msolemu.runtime.text.wildcard import WildcardPattern, has_wildcards
from msolemu.runtime.types import catalogue, enumerations, exceptions
from msolemu.runtime.types.completion import CompletionResult, new_result
from msolemu.runtime.types.enumerations import member

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Session

KINDS = "System.Management.Automation.CompletionResultType"
SHORTEST = (
    *("array", "bool", "byte", "char", "decimal", "double", "float", "guid", "hashtable", "int", "long", "object"),
    *("ordered", "pscustomobject", "psobject", "regex", "scriptblock", "single", "string", "switch", "void", "xml"),
)
"""Short names of types that the evaluator itself knows."""
PLAIN_NAME = re.compile(r"\w+\Z")


class Completion:
    """The completion of the word at a cursor; `start` is where that word begins."""

    def __init__(self, session: Session, commands: Commands, before: str) -> None:
        self.session = session
        self.commands = commands
        self.cursor = cursor = Cursor(before)
        self.inference = Inference(session, cursor)
        self.unfinished = unfinished(session, before)
        self.start = cursor.start if self.unfinished is None else self.unfinished.start
        self.word = before[self.start :]

    def found(self) -> Iterable[CompletionResult]:
        """What the word can become."""
        if self.unfinished is not None:
            return self.unfinished.found()
        node = self.cursor.node
        holder = self.cursor.path[-2] if len(self.cursor.path) > 1 else node
        if isinstance(node, syntax.Variable):
            return self._variables(node)
        if isinstance(holder, syntax.Member) and node is holder.member:
            return self._members(holder)
        if isinstance(node, syntax.TypeNameBase):
            return self._types()
        command = self.cursor.around(syntax.Command)
        if command is None or not isinstance(holder, syntax.Command | syntax.CommandParameter | syntax.ArrayLiteral):
            return self._paths() if isinstance(node, syntax.StringConstant) else ()
        if node is command.elements[0]:
            return self._commands()
        return self._words_of(command, node)

    def _words_of(self, command: syntax.Command, node: syntax.base.Node) -> Iterable[CompletionResult]:
        metadata = self.inference.metadata(command_name(command))
        if isinstance(node, syntax.CommandParameter):
            parameters = () if metadata is None else metadata.parameters.values()
            return self._results("ParameterName", (f"-{one.name}" for one in parameters if not one.hidden))
        if metadata is None:
            return self._paths()
        argument = Argument(self.inference, command, metadata, self.word)
        completed = argument.completed()
        if completed is not None:
            return completed
        if argument.parameter is not None and argument.parameter.name == "TypeName":
            return self._types()
        words = list(argument.words(self.commands))
        if not words:
            return self._paths()
        return (_result("ParameterValue", _quoted(word), word) for word in words if self._fits(word))

    def _commands(self) -> Iterable[CompletionResult]:
        if re.match(r"[./\\~]|.*[/\\]", self.word):
            return self._paths()
        lookup = self.commands
        if not self.word:
            return ()
        found = lookup.matching(self.word + "*") if has_wildcards(self.word) else lookup.beginning_with(self.word)
        names = dict.fromkeys(one.name for one in found) or dict.fromkeys(
            one.name for one in lookup.abbreviated(self.word)
        )
        return (_result("Command", name) for name in names)

    def _variables(self, node: syntax.Variable) -> Iterable[CompletionResult]:
        sign = "@" if node.splatted else "$"
        if node.drive is None or node.drive.lower() != "env":
            qualifier = "" if node.scope is VariableScope.NONE else node.user_path.partition(":")[0] + ":"
            names: Iterable[str] = sorted({*variable_names(self.session), *self.inference.named()}, key=str.lower)
        else:
            qualifier, names = "env:", sorted(self.session.environment, key=str.lower)
        spelled = (qualifier + name for name in names if self._fits(sign + qualifier + name))
        return (_result("Variable", _variable(sign, name), name) for name in spelled)

    def _members(self, holder: syntax.Member) -> Iterator[CompletionResult]:
        guesses = self.inference.of(holder.target)
        found: dict[str, str] = (
            dict.fromkeys(("ForEach", "Where"), "Method") if any(map(is_collection, guesses)) else {}
        )
        for guess in guesses:
            for one in members(guess):
                if not one.name.startswith(("get_", "set_", "op_", ".")):
                    found.setdefault(one.name, "Method" if one.is_method else "Property")
        for name in sorted(found, key=lambda name: (found[name] != "Property", name.lower())):
            if self._fits(name):
                plain = name if PLAIN_NAME.match(name) else "'" + name.replace("'", "''") + "'"
                yield _result(found[name], plain + "(" * (found[name] == "Method"), name)

    def _types(self) -> Iterable[CompletionResult]:
        names = {*catalogue.CLASSES, *catalogue.STRUCTS, *enumerations.NAMES, *exceptions.EXCEPTIONS}
        shorts = sorted({*catalogue.ACCELERATORS, *SHORTEST})
        full = sorted(name.partition("`")[0] for name in names)
        lower = self.word.lower()
        for name in dict.fromkeys((*shorts, *full)):
            plain = name.lower()
            if plain.startswith((lower, "system." + lower)) or plain.rpartition(".")[2].startswith(lower):
                yield _result("Type", _spelled(name) if "." not in self.word else name)

    def _paths(self) -> Iterator[CompletionResult]:
        locations = self.session.locations
        typed = self.word.lstrip("'\"")
        cut = max(typed.rfind("/"), typed.rfind("\\")) + 1
        if locations is None:
            return
        place = locations.place(typed[:cut] or ".")
        begin = typed[:cut] or "." + locations.separator_of(place.shown)
        try:
            entries = sorted(Path(locations.checked(place)).iterdir(), key=lambda entry: entry.name.lower())
        except OSError:
            return
        for entry in entries:
            if entry.name.lower().startswith(typed[cut:].lower()):
                kind = "ProviderContainer" if entry.is_dir() else "ProviderItem"
                yield _result(kind, _quoted(begin + entry.name, always=typed != self.word), entry.name)

    def _results(self, kind: str, words: Iterable[str]) -> Iterator[CompletionResult]:
        return (_result(kind, word) for word in words if self._fits(word))

    def _fits(self, word: str) -> bool:
        """Whether the typed word can become another: it is its beginning, or a pattern for it."""
        if has_wildcards(self.word):
            return WildcardPattern(self.word + "*").matches(word)
        return word.lower().startswith(self.word.strip("'\"").lower())


def _spelled(name: str) -> str:
    """A type's short name as it is written, `ValidateSet`; a name that is no short one without `System.`."""
    full = catalogue.ACCELERATORS.get(name, "")
    plain = full.rpartition(".")[2].removesuffix("Attribute")
    return plain if plain.lower() == name.lower() and name[:1] == "v" else name.removeprefix("System.")


def _variable(sign: str, name: str) -> str:
    return sign + (name if re.fullmatch(r"[\w:?^$]+", name) else f"{{{name}}}")


def _result(kind: str, text: str, item: str = "") -> CompletionResult:
    return new_result(text, item or text.lstrip("-$@"), member(KINDS, kind))


def _quoted(word: str, *, always: bool = False) -> str:
    return "'" + word.replace("'", "''") + "'" if always or re.search(r"[\s'(){};,&|]", word) else word

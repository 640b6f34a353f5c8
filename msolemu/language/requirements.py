"""What the `#requires` lines of a script ask for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import syntax
from .constants import is_constant
from .errors import Wrong
from .tokens import SubText

if TYPE_CHECKING:
    from .statements import Statements

REQUIRES = re.compile(r"#requires", re.IGNORECASE)
VERSION = re.compile(r"\d+(\.\d+){0,3}")
EDITIONS = frozenset({"core", "desktop"})
NAMES = ("runasadministrator", "shellid", "pssnapin", "psedition", "version", "assembly", "modules")


class Requirements:
    """Reads the lines one after another."""

    def __init__(self, parser: Statements) -> None:
        self.parser = parser
        self.version: str | None = None
        self.editions: list[str] = []
        self.modules: list[syntax.Expression] = []
        self.assemblies: list[str] = []
        self.run_as_administrator = False
        self.shell_id: str | None = None

    def read(self, start: int, end: int) -> None:
        """One comment that begins with `#requires`."""
        parser = self.parser
        before = parser.nested(SubText(start + 1, parser.source.text[start + 1 : end], ()))
        command = parser.command()
        if command is not None:
            self._read_command(command)
        parser.leave(before)

    def _read_command(self, command: syntax.Command) -> None:
        name, *words = command.elements
        if not isinstance(name, syntax.StringConstant) or name.value.lower() != "requires":
            self.parser.error(command.extent, Wrong.ScriptRequiresInvalidFormat)
        while words:
            word = words.pop(0)
            if not isinstance(word, syntax.CommandParameter):
                self.parser.error(word.extent, Wrong.ScriptRequiresInvalidFormat)
                continue
            argument: syntax.CommandElement | None = word.argument
            if argument is None and words:
                argument = words.pop(0)
            self._read_parameter(word, argument)

    def _read_parameter(self, parameter: syntax.CommandParameter, argument: syntax.CommandElement | None) -> None:
        error = self.parser.error
        full = next((name for name in NAMES if name.startswith(parameter.name.lower())), None)
        if full == "runasadministrator":
            self.run_as_administrator = True
            if argument is not None:
                error(parameter.extent, Wrong.ParameterCannotHaveArgument, parameter.name)
        elif argument is None:
            error(parameter.extent, Wrong.ParameterRequiresArgument, parameter.name)
        elif not isinstance(argument, syntax.Expression) or not _is_constant(argument):
            error(argument.extent, Wrong.RequiresArgumentMustBeConstant)
        elif full is None:
            error(parameter.extent, Wrong.ScriptRequiresInvalidFormat)
        else:
            self._take(full, parameter, argument)

    def _take(self, name: str, parameter: syntax.CommandParameter, argument: syntax.Expression) -> None:
        values = argument.elements if isinstance(argument, syntax.ArrayLiteral) else (argument,)
        match name:
            case "version":
                self._take_version(parameter, argument)
            case "modules":
                self.modules += values
            case "assembly":
                texts = (self._string(name, value, argument) for value in values)
                self.assemblies += [text for text in texts if text is not None and text not in self.assemblies]
            case "psedition":
                for value in values:
                    self._take_edition(self._string(name, value, argument), argument)
            case "shellid":
                self.shell_id = self._once(name, parameter, self.shell_id, self._string(name, argument, argument))

    def _once(self, name: str, parameter: syntax.CommandParameter, known: str | None, given: str | None) -> str | None:
        if known is not None:
            self.parser.error(parameter.extent, Wrong.ParameterAlreadyBound, name)
            return known
        return given

    def _string(self, name: str, value: syntax.Expression, argument: syntax.Expression) -> str | None:
        if isinstance(value, syntax.StringConstant):
            return value.value
        self.parser.error(argument.extent, Wrong.RequiresInvalidStringArgument, name)
        return None

    def _take_edition(self, edition: str | None, argument: syntax.Expression) -> None:
        if edition is None:
            return
        if edition.lower() not in EDITIONS:
            self.parser.error(argument.extent, Wrong.RequiresPSEditionInvalid, "psedition")
        if edition.lower() in map(str.lower, self.editions):
            self.parser.error(argument.extent, Wrong.RequiresPSEditionValueIsAlreadySpecified, "psedition")
        else:
            self.editions.append(edition)

    def _take_version(self, parameter: syntax.CommandParameter, argument: syntax.Expression) -> None:
        text = argument.value if isinstance(argument, syntax.StringConstant) else argument.extent.text
        if not VERSION.fullmatch(text):
            self.parser.error(argument.extent, Wrong.RequiresVersionInvalid)
        elif self.version is not None and self.version != text:
            self.parser.error(parameter.extent, Wrong.ParameterAlreadyBound, "version")
        else:
            self.version = text


def _is_constant(argument: syntax.Expression) -> bool:
    """Constants, lists of them, and hashtables of constants."""
    if isinstance(argument, syntax.ArrayLiteral):
        return all(map(_is_constant, argument.elements))
    if isinstance(argument, syntax.Hashtable):
        return all(is_constant(pair.value, blocks=False) for pair in argument.pairs)
    return is_constant(argument, blocks=False)


def requirements_of(parser: Statements) -> syntax.ScriptRequirements | None:
    """What the comments that were passed over ask for; None when none asks for anything."""
    source = parser.source
    places = [item for item in sorted(parser.scanner.comments.items()) if REQUIRES.match(source.text, item[0])]
    if not places:
        return None
    found = Requirements(parser)
    for start, end in places:
        found.read(start, end)
    extent = parser.scanner.extent(places[0][0], places[-1][1])
    return syntax.ScriptRequirements(
        extent,
        found.version,
        tuple(found.editions),
        tuple(found.modules),
        tuple(found.assemblies),
        found.run_as_administrator,
        found.shell_id,
    )

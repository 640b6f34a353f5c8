"""Commands and modules that exist in the field and that msolemu does not emulate: what a name belongs to."""

from __future__ import annotations

import functools
import re

from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.tables import table

SUFFIXES = (".exe", ".com", ".cmd", ".bat")


@dataclass(frozen=True, slots=True)
class ForeignModule:
    """A module that msolemu has not, or has only in part."""

    module: str
    service: str
    partly: bool = False
    also: tuple[str, ...] = ()
    """Other names under which scripts load the same commands."""

    def says(self, command: str) -> str:
        """The sentence that tells of it."""
        lack = "of which msolemu emulates only a part" if self.partly else "which msolemu does not emulate"
        whose = f"'{command}' belongs to the module {self.module} ({self.service})"
        return f"{whose}, {lack}; --stub {command} passes over it."


def why_foreign(command: str) -> str | None:
    """The sentence on a command that msolemu has not; None for a name that the field does not know either."""
    plain = command.rpartition("\\")[2].lower()
    module = _module_of(plain)
    if module is not None:
        return module.says(command)
    if plain.removesuffix(plain[-4:] if plain.endswith(SUFFIXES) else "") in _programs():
        return f"'{command}' is a program, and msolemu starts none."
    return None


def _module_of(command: str) -> ForeignModule | None:
    noun = command.partition("-")[2]
    for module, commands, nouns in _modules():
        if command in commands or (noun and nouns is not None and nouns.match(noun)):
            return module
    return None


def why_foreign_module(name: str) -> str | None:
    """The sentence on a module of which msolemu has nothing; None for one that the field does not know either."""
    sought = name.lower()
    for row, _, _ in _modules():
        whole = (row.module.lower(), *map(str.lower, row.also))
        if not row.partly and any(sought == one or sought.startswith(one + ".") for one in whole):
            return f"'{name}' is a module for {row.service}, which msolemu does not emulate."
    return None


@functools.cache
def _modules() -> list[tuple[ForeignModule, frozenset[str], re.Pattern[str] | None]]:
    found = []
    for row in table(__file__):
        nouns = "|".join(noun.replace("*", ".*") for noun in row.get("nouns", ()))
        commands = frozenset(name.lower() for name in row.get("commands", ()))
        pattern = re.compile(f"(?:{nouns})$", re.IGNORECASE) if nouns else None
        module = ForeignModule(row["module"], row["service"], row.get("partly", False), tuple(row.get("also", ())))
        found.append((module, commands, pattern))
    return found


@functools.cache
def _programs() -> frozenset[str]:
    return frozenset(table(__file__, "foreign_programs.json"))

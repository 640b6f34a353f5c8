"""Commands of modules that exist in the field and that msolemu does not emulate: which module a name belongs to."""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ForeignModule:
    """A module that msolemu has not."""

    module: str
    service: str

    def says(self, command: str) -> str:
        """The sentence that tells of it."""
        return f"'{command}' belongs to the module {self.module} ({self.service}), which msolemu does not emulate."


@functools.cache
def _modules() -> list[tuple[ForeignModule, frozenset[str], re.Pattern[str] | None]]:
    text = (files("msolemu.runtime.foreign") / "foreign_commands.json").read_text(encoding="utf-8")
    found = []
    for row in json.loads(text):
        nouns = "|".join(noun.replace("*", ".*") for noun in row.get("nouns", ()))
        commands = frozenset(name.lower() for name in row.get("commands", ()))
        pattern = re.compile(f"(?:{nouns})$", re.IGNORECASE) if nouns else None
        found.append((ForeignModule(row["module"], row["service"]), commands, pattern))
    return found


def foreign_module(command: str) -> ForeignModule | None:
    """The module that a command belongs to, when it is one of those known from the field."""
    plain = command.rpartition("\\")[2]
    noun = plain.partition("-")[2]
    for module, commands, nouns in _modules():
        if plain.lower() in commands or (noun and nouns is not None and nouns.match(noun)):
            return module
    return None

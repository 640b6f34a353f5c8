"""The command that is still being typed."""

from __future__ import annotations

from msolemu.foundation.dataclass import dataclass
from msolemu.language.parser import parse
from msolemu.language.syntax.base import walk
from msolemu.language.syntax.expressions import StringConstant
from msolemu.language.syntax.statements import Command, CommandParameter


@dataclass(frozen=True, slots=True)
class OpenCommand:
    """A command that more arguments can follow; `parameter` is the one whose value is next, as it was typed."""

    name: str
    parameter: str | None


def open_command(text: str) -> OpenCommand | None:
    """The command whose next argument would stand at the end of a text; None where a command itself would."""
    for node in reversed(list(walk(parse(text).tree))):
        if isinstance(node, Command):
            between = text[node.extent.end :]
            if not between or between.strip(" \t,"):
                return None
            name, last = node.elements[0], node.elements[-1]
            return OpenCommand(
                name.value if isinstance(name, StringConstant) else "",
                last.name if isinstance(last, CommandParameter) else None,
            )
    return None

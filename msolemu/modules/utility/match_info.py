"""What Select-String gives."""

from __future__ import annotations

import operator
from dataclasses import dataclass, field
from typing import Any

from msolemu.runtime.types.declaring import method
from msolemu.runtime.types.registry import OBJECT, declare, net_object

_NAMESPACE = "Microsoft.PowerShell.Commands."
FROM_INPUT = "InputStream"


@net_object(_NAMESPACE + "MatchInfoContext")
@dataclass(slots=True)
class MatchInfoContext:
    """The lines around a match."""

    PreContext: list[str] = field(default_factory=list)
    PostContext: list[str] = field(default_factory=list)
    DisplayPreContext: list[str] = field(default_factory=list)
    DisplayPostContext: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class MatchInfo:
    """A line that matched."""

    IgnoreCase: bool
    LineNumber: int
    Line: str
    Filename: str
    Path: str
    Pattern: str
    Matches: list[Any]
    Context: MatchInfoContext | None = None

    def __str__(self) -> str:
        return self.shown()

    def shown(self) -> str:
        """The line, with file and number where it is from a file, and with the lines around it."""
        if self.Context is None:
            return self._line(self.Line, self.LineNumber, "")
        before, after = self.Context.DisplayPreContext, self.Context.DisplayPostContext
        first = self.LineNumber - len(before)
        lines = [self._line(text, first + index, "  ") for index, text in enumerate(before)]
        lines.append(self._line(self.Line, self.LineNumber, "> "))
        lines += [self._line(text, self.LineNumber + 1 + index, "  ") for index, text in enumerate(after)]
        return "\n".join(lines)

    def _line(self, text: str, number: int, mark: str) -> str:
        return mark + (text if self.Path == FROM_INPUT else f"{self.Path}:{number}:{text}")


MATCH = declare(_NAMESPACE + "MatchInfo", OBJECT, MatchInfo)
for _name in ("IgnoreCase", "LineNumber", "Line", "Filename", "Path", "Pattern", "Context", "Matches"):
    MATCH.declare_property(_name, operator.attrgetter(_name))


@method(MATCH, "string ToString()")
def to_string(match: MatchInfo) -> str:
    """The match as the screen shows it."""
    return match.shown()

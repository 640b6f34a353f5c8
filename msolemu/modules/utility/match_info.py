"""What Select-String gives."""

from __future__ import annotations

import operator
from typing import Any

from msolemu.foundation.dataclass import dataclass, field
from msolemu.runtime.types.declaring import method
from msolemu.runtime.types.registry import OBJECT, declare, net_object

_NAMESPACE = "Microsoft.PowerShell.Commands."
FROM_INPUT = "InputStream"
SEPARATORS = "\\/"


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

    def relative_path(self, folder: str) -> str:
        """The path as seen from a folder that holds the file."""
        inside = self.Path[len(folder) :]
        if not folder or not inside or not self.Path.lower().startswith(folder.lower()):
            return self.Path
        if folder[-1] in SEPARATORS:
            return inside
        return inside[1:] if inside[0] in SEPARATORS else self.Path

    def shown(self, folder: str = "") -> str:
        """The line, with file and number where it is from a file, and with the lines around it."""
        place = "" if self.Path == FROM_INPUT else f"{self.relative_path(folder)}:"
        if self.Context is None:
            return _line(place, self.LineNumber, self.Line)
        before, after = self.Context.DisplayPreContext, self.Context.DisplayPostContext
        first = self.LineNumber - len(before)
        lines = ["  " + _line(place, first + index, text) for index, text in enumerate(before)]
        lines.append("> " + _line(place, self.LineNumber, self.Line))
        lines += ["  " + _line(place, self.LineNumber + 1 + index, text) for index, text in enumerate(after)]
        return "\n".join(lines)


def _line(place: str, number: int, text: str) -> str:
    return f"{place}{number}:{text}" if place else text


MATCH = declare(_NAMESPACE + "MatchInfo", OBJECT, MatchInfo)
for _name in ("IgnoreCase", "LineNumber", "Line", "Filename", "Path", "Pattern", "Context", "Matches"):
    MATCH.declare_property(_name, operator.attrgetter(_name))


@method(MATCH, "string ToString()")
def to_string(match: MatchInfo) -> str:
    """The match with the full path."""
    return match.shown()


@method(MATCH, "string ToString(string directory)", "string ToEmphasizedString(string directory)")
def to_string_in(match: MatchInfo, directory: str) -> str:
    """The match with the path as seen from a folder: what the screen shows."""
    return match.shown(directory)


@method(MATCH, "string RelativePath(string directory)")
def relative_path(match: MatchInfo, directory: str) -> str:
    """The path as seen from a folder."""
    return match.relative_path(directory)

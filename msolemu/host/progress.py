"""What Write-Progress shows: bars below the output, as PowerShell's two views draw them.

The minimal view is a line for each bar, `Copying [a.csv      ]`, of which the part that is done is reversed; the
classic view has lines for activity, status, bar, time and operation. The classic one is drawn too where text is shown
without colours, because the minimal one tells how much is done by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from msolemu.formatting.cells import ELLIPSIS, cell_count, head
from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.text.decorations import ESCAPE, RESET

if TYPE_CHECKING:
    from msolemu.runtime.state.streams import ProgressRecord
    from msolemu.runtime.types.styles import PSStyle

REVERSE, REVERSE_OFF = f"{ESCAPE}[7m", f"{ESCAPE}[27m"
MOST_LINES = 10
"""More would push what is printed off the screen."""
_INDENT = 2
_NARROWEST = 3
_EDGE = 4
"""Cells of a minimal line besides activity and bar: a blank, two brackets and the last column."""


@dataclass(frozen=True, slots=True)
class BarStyle:
    """How bars look; without an escape sequence they are drawn plainly. The width is in columns."""

    width: int
    sequence: str = ""
    classic: bool = False

    @classmethod
    def of(cls, style: PSStyle, columns: int) -> BarStyle:
        """As `$PSStyle.Progress` has it, on a terminal of so many columns."""
        progress = style.held["Progress"].held
        width = min(columns, progress["MaxWidth"])
        if not style.keeps_decorations(terminal=True):
            return cls(width, classic=True)
        return cls(width, progress["Style"], progress["View"].name == "Classic")


class ProgressPane:
    """The bars that are shown, by the source that writes them and their number."""

    def __init__(self) -> None:
        self._bars: dict[tuple[int, int], ProgressRecord] = {}

    def __bool__(self) -> bool:
        return bool(self._bars)

    def take(self, record: ProgressRecord) -> None:
        """A record moves its bar on; a bar that is completed goes, and those below it."""
        if record.completed:
            self._remove(record.source, record.id)
        else:
            self._bars[record.source, record.id] = record

    def clear(self) -> None:
        """No bar any more."""
        self._bars.clear()

    def lines(self, style: BarStyle) -> list[str]:
        """The bars, each below the one that it belongs to."""
        drawn = [line for bar, depth in self._tree() for line in _drawn(bar, depth * _INDENT, style)]
        return drawn[:MOST_LINES]

    def _remove(self, source: int, number: int) -> None:
        if self._bars.pop((source, number), None) is not None:
            for bar in self._below(source, number):
                self._remove(source, bar.id)

    def _below(self, source: int, number: int) -> list[ProgressRecord]:
        return [bar for bar in self._bars.values() if (bar.source, bar.parent) == (source, number)]

    def _tree(self) -> Iterator[tuple[ProgressRecord, int]]:
        shown: set[int] = set()

        def branch(bar: ProgressRecord, depth: int) -> Iterator[tuple[ProgressRecord, int]]:
            if id(bar) in shown:
                return
            shown.add(id(bar))
            yield bar, depth
            for child in self._below(bar.source, bar.id):
                yield from branch(child, depth + 1)

        for bar in self._bars.values():
            if (bar.source, bar.parent) not in self._bars:
                yield from branch(bar, 0)
        for bar in self._bars.values():
            yield from branch(bar, 0)


def _drawn(bar: ProgressRecord, indent: int, style: BarStyle) -> Iterator[str]:
    if style.classic:
        for line in _classic(bar, indent, style.width):
            shown = _shortened(line, style.width)
            yield f"{style.sequence}{shown}{RESET}" if style.sequence else shown
    else:
        yield _minimal(bar, indent, style)


def _minimal(bar: ProgressRecord, indent: int, style: BarStyle) -> str:
    activity = _shortened(bar.activity, style.width // 2)
    width = max(style.width - cell_count(activity) - indent - _EDGE, _NARROWEST)
    left = f" {_remaining(bar)} " if bar.seconds >= 0 else ""
    text = _padded(_shortened(bar.status, max(width - len(left) - 1, 1)), width - len(left)) + left
    done = head(text, _done(bar, width))
    return f"{' ' * indent}{style.sequence}{activity} [{REVERSE}{done}{REVERSE_OFF}{text[len(done) :]}]{RESET}"


def _classic(bar: ProgressRecord, indent: int, width: int) -> Iterator[str]:
    margin = " " * (indent + 1)
    yield f"{margin}{bar.activity}"
    margin += "   "
    yield f"{margin}{bar.status}"
    if bar.percent >= 0:
        room = max(width - len(margin) - 3, _NARROWEST)
        yield f"{margin}[{'o' * _done(bar, room):{room}}]"
    if bar.seconds >= 0:
        yield f"{margin}{_remaining(bar)} remaining."
    if bar.operation:
        yield f"{margin}{bar.operation}"


def _done(bar: ProgressRecord, width: int) -> int:
    """How many cells of the bar are done: all of them at 100 per cent and where nobody knows, not before."""
    if not 0 <= bar.percent < 100:
        return width
    return min(bar.percent * width // 100, width - 1)


def _remaining(bar: ProgressRecord) -> str:
    span = timedelta(seconds=bar.seconds)
    hours, rest = divmod(span.seconds, 3600)
    days = f"{span.days}." if span.days else ""
    return f"{days}{hours:02}:{rest // 60:02}:{rest % 60:02}"


def _shortened(text: str, width: int) -> str:
    line = text.replace("\r", " ").replace("\n", " ")
    return line if cell_count(line) <= width else head(line, width - 1) + ELLIPSIS


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_count(text))

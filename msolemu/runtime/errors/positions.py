"""How a place in a script is shown: `At file:1 char:5`, the line, and what of it is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from msolemu.language.position import Extent


WIDTH = 69
"""Characters that a line shows at most; of a longer one a window around the place."""
CONTEXT_BEFORE = 12
CONTEXT_AFTER = 8


def position_message(extent: Extent) -> str:
    """The three lines that name and underline a place."""
    return f"{at_line(extent)}\n+{shown_line(extent)}"


def at_line(extent: Extent) -> str:
    """`At file:line char:column`."""
    where = extent.file or "line"
    number = f":{extent.start_line}"
    return f"At {where}{number} char:{extent.start_column}"


def shown_line(extent: Extent) -> str:
    """The line, a blank before it, and below it the tildes under the extent; `+` before the second."""
    line = extent.source.line_text(extent.start_line)
    start = extent.start_column - 1
    stop = extent.end_column - 1 if extent.end_line == extent.start_line else len(line)
    first, last, length = _window(len(line), start, max(min(stop, len(line)) - start, 0))
    before = line[first:start]
    if not first:
        before = before.lstrip()
    blank = "".join("\t" if letter == "\t" else " " for letter in before)
    head = " … " if first else " "
    tail = " …" if last < len(line) else ""
    return f"{head}{before}{line[start:last]}{tail}\n+{' ' * len(head)}{blank}{'~' * max(length, 1)}"


def _window(total: int, start: int, length: int) -> tuple[int, int, int]:
    """What of a line is shown, and how much of the place: PowerShell's window, which grows to the left first."""
    if total <= WIDTH:
        return 0, total, length
    prefix = min(start, CONTEXT_BEFORE)
    suffix = min(total - length - start, CONTEXT_AFTER)
    spare = WIDTH - prefix - length - suffix
    if spare <= 0:
        length = min(length, WIDTH - prefix)
        suffix = WIDTH - prefix - length
    else:
        wider = min(spare, start - prefix)
        prefix += wider
        suffix = min(total - length - start, suffix + spare - wider)
    return start - prefix, start + length + suffix, length

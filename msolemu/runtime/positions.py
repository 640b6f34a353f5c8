"""How a place in a script is shown: `At file:1 char:5`, the line, and what of it is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from msolemu.language.position import Extent


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
    before, inside, after = line[:start], line[start:stop], line[stop:]
    before, after, cut = _shortened(before, inside, after)
    blank = "".join("\t" if letter == "\t" else " " for letter in before.lstrip())
    head = (" … " if cut else " ") + before.lstrip()
    lead = ("   " if cut else " ") + blank
    return f"{head}{inside}{after}\n+{lead}{'~' * max(len(inside), 1)}"


def _shortened(before: str, inside: str, after: str) -> tuple[str, str, bool]:
    """PowerShell shows 69 characters of context of long lines."""
    width = 69
    if len(before) + len(inside) + len(after) <= width:
        return before, after, False
    cut = False
    if len(inside) > width:
        return before, after, False
    needed = width - len(inside)
    half = needed // 2
    if len(before) > half and len(after) > half:
        before, after, cut = before[-half:], after[:half] + " …", True
    elif len(before) > half:
        keep = needed - len(after)
        before, cut = (before[-keep:], True) if keep < len(before) else (before, False)
    elif len(after) > half:
        after = after[: needed - len(before)] + " …"
    return before, after, cut

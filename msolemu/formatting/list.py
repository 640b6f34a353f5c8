"""Lines of a list: one property a line, labels of one width, long values broken under themselves."""

from __future__ import annotations

from collections.abc import Sequence

from msolemu.formatting.cells import cell_count, head, lines_of, wrapped
from msolemu.runtime.text.decorations import RESET, closed

_SEPARATOR = " : "
_NARROWEST_FIELD = 1


def list_lines(labels: Sequence[str], values: Sequence[str], screen: int, accent: str = "") -> list[str]:
    """The lines of one object; an escape sequence goes before each label."""
    space = screen - len(_SEPARATOR) - _NARROWEST_FIELD
    if not labels or space < 1:
        return []
    counts = [cell_count(label) for label in labels]
    width = min(max(counts), space)
    margin = " " * (width + len(_SEPARATOR))
    field = screen - len(margin)
    result: list[str] = []
    for label, count, value in zip(labels, counts, values, strict=True):
        prefix = (label + " " * (width - count) if count <= width else head(label, width)) + _SEPARATOR
        if accent:
            prefix = accent + prefix + RESET
        for line in lines_of(value):
            for part in wrapped(line, field, field):
                result.append(prefix + closed(part))
                prefix = margin
    return result

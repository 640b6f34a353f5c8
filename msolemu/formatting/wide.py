"""Rows of a wide display: one text an object, several in a line."""

from __future__ import annotations

from msolemu.formatting.columns import SEPARATOR
from msolemu.formatting.table import Alignment, TableWriter

DEFAULT_COLUMNS = 2


def best_column_count(longest: int, screen: int) -> int:
    """How many texts of this length fit side by side."""
    if longest <= 0 or longest >= screen:
        return 1
    count = 1
    while longest * (count + 1) + count * SEPARATOR < screen:
        count += 1
    return count


class WideWriter:
    """Collects texts until a line is full."""

    def __init__(self, screen: int, columns: int) -> None:
        self.columns = columns
        self.writer = TableWriter(screen, [0] * columns, [Alignment.LEFT] * columns)
        self.waiting: list[str] = []

    def add(self, text: str) -> list[str]:
        """The line that this text completes, if it does."""
        self.waiting.append(text)
        return self.finish() if len(self.waiting) == self.columns else []

    def finish(self) -> list[str]:
        """The line that is not full yet, if there is one."""
        if not self.waiting:
            return []
        values = self.waiting + [""] * (self.columns - len(self.waiting))
        self.waiting = []
        return self.writer.row(values)

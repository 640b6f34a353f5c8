"""Rows of a table: cells padded, cut or broken into lines, the header underlined."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence

from msolemu.formatting.cells import ELLIPSIS, cell_count, first_line, head, tail, wrapped
from msolemu.formatting.columns import SEPARATOR, fitted
from msolemu.runtime.text.decorations import RESET, closed

_NARROWEST_SCREEN = 5
_BLANK = " " * SEPARATOR


class Alignment(enum.Enum):
    """Where a cell's text stands."""

    LEFT = "Left"
    CENTER = "Center"
    RIGHT = "Right"


class TableWriter:
    """Draws rows under one set of column widths.

    Promises what PowerShell does: the last column is not padded, columns that do not fit are dropped from the right,
    and a table that has lost columns is padded to its full width.
    """

    def __init__(self, screen: int, widths: Sequence[int], alignments: Sequence[Alignment | None]) -> None:
        self.widths = fitted(list(widths), screen)
        self.alignments = [alignment or Alignment.LEFT for alignment in alignments]
        self.visible = [index for index, width in enumerate(self.widths) if width > 0]
        if screen < _NARROWEST_SCREEN:
            self.visible = []
        self.last = len(self.widths) - 1

    def header(self, labels: Sequence[str], accents: Sequence[str] = (), rule: str = "") -> list[str]:
        """The line (or lines) of labels and the line of dashes below, each in its style if it has one."""
        if not self.visible:
            return []
        dashes = []
        for label, width in zip(labels, self.widths, strict=True):
            length = cell_count(label)
            dashes.append("-" * (min(length, width) if length else max(width, 0)))
        below = self._cells(dashes, None)
        if not any(accents):
            return [*self.lines(labels), _BLANK.join(below)]
        return [
            *("".join(self._accented(cells, accents)) for cells in self._rows(labels, None)),
            _BLANK.join(f"{rule}{dash}{RESET}" for dash in below),
        ]

    def _accented(self, cells: Sequence[str], accents: Sequence[str]) -> Iterator[str]:
        for index, cell in zip(self.visible, cells, strict=False):
            yield f"{accents[index]}{_BLANK if index != self.visible[0] else ''}{cell}{RESET}"

    def row(
        self, values: Sequence[str], alignments: Sequence[Alignment | None] | None = None, *, wrap: bool = False
    ) -> list[str]:
        """The lines of one row: one, or with `wrap` as many as its longest cell needs."""
        if not self.visible:
            return []
        return self.lines(values, alignments) if wrap else [self.line(values, alignments)]

    def line(self, values: Sequence[str], alignments: Sequence[Alignment | None] | None = None) -> str:
        """One line with every cell cut to its width."""
        return _BLANK.join(map(closed, self._cells(values, alignments)))

    def _cells(self, values: Sequence[str], alignments: Sequence[Alignment | None] | None) -> list[str]:
        aligned = self._alignments(alignments)
        return [
            _cell(values[index], self.widths[index], aligned[index], padded=index != self.last)
            for index in self.visible
        ]

    def lines(self, values: Sequence[str], alignments: Sequence[Alignment | None] | None = None) -> list[str]:
        """As many lines as the longest cell needs; a text of several lines loses nothing."""
        return [_BLANK.join(cells) for cells in self._rows(values, alignments)]

    def _rows(self, values: Sequence[str], alignments: Sequence[Alignment | None] | None) -> list[list[str]]:
        aligned = self._alignments(alignments)
        last = self.visible[-1]
        columns = [
            self._cell_lines(values[index], index, aligned[index], padded=index != last) for index in self.visible
        ]
        count = max(map(len, columns))
        if count == 1:
            return [[column[0] for column in columns]]
        return [self._row(columns, row) for row in range(count)]

    def _alignments(self, own: Sequence[Alignment | None] | None) -> Sequence[Alignment]:
        if own is None:
            return self.alignments
        return [alignment or default for alignment, default in zip(own, self.alignments, strict=True)]

    def _cell_lines(self, value: str, index: int, alignment: Alignment, *, padded: bool) -> list[str]:
        width = self.widths[index]
        lines = wrapped(value, width, width)
        if not padded and alignment is Alignment.LEFT:
            return lines
        return [_cell(line, width, alignment, padded=padded) if cell_count(line) < width else line for line in lines]

    def _row(self, columns: list[list[str]], row: int) -> list[str]:
        """One line's cells out of the columns' lines: it ends with the last column that has text in it."""
        end = max(order for order, column in enumerate(columns) if len(column) > row)
        parts = [
            column[row] if row < len(column) else " " * self.widths[index]
            for index, column in zip(self.visible[: end + 1], columns, strict=False)
        ]
        ending = parts[-1].rstrip()
        return [*parts[:-1], ending] if ending else parts[:-1]


def _cell(value: str, width: int, alignment: Alignment, *, padded: bool) -> str:
    text = first_line(value)
    length = cell_count(text)
    if length > width:
        text = _cut(text, width, alignment)
        length = cell_count(text)
    missing = width - length
    if not missing:
        return text
    match alignment:
        case Alignment.RIGHT:
            return " " * missing + text
        case Alignment.CENTER:
            left = missing // 2
            return " " * left + text + (" " * (missing - left) if padded else "")
        case _:
            return text + " " * missing if padded else text


def _cut(text: str, width: int, alignment: Alignment) -> str:
    right = alignment is Alignment.RIGHT
    if width == 1:
        return tail(text, 1) if right else head(text, 1)
    return ELLIPSIS + tail(text, width - 1) if right else head(text, width - 1) + ELLIPSIS

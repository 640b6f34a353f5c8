"""CSV text: rows written and records read as PowerShell does both, which is not quite RFC 4180."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence

from msolemu.runtime.types.registry import net_enum

_QUOTE = '"'


@net_enum("Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind")
class QuoteKind(enum.Enum):
    """Which cells stand in quotes."""

    Never = 0
    Always = 1
    AsNeeded = 2


class CsvWriter:
    """Writes one line a row; null is an empty cell without quotes."""

    def __init__(
        self, delimiter: str = ",", quotes: QuoteKind = QuoteKind.Always, quoted: Sequence[str] | None = None
    ) -> None:
        self.delimiter = delimiter
        self.quotes = quotes
        self.quoted = None if quoted is None else {name.lower() for name in quoted}
        self.names: list[str] = []

    def header(self, names: Sequence[str]) -> str:
        """The line of names; the rows after it have these columns."""
        self.names = list(names)
        return self.row(self.names)

    def row(self, cells: Sequence[str | None]) -> str:
        """One line."""
        if self.quoted is not None:
            named = zip(self.names, cells, strict=True)
            return self.delimiter.join(
                _quoted(cell) if name.lower() in self.quoted else cell or "" for name, cell in named
            )
        match self.quotes:
            case QuoteKind.Always:
                return self.delimiter.join(map(_quoted, cells))
            case QuoteKind.Never:
                return self.delimiter.join(cell or "" for cell in cells)
            case _:
                return self.delimiter.join(map(self._where_needed, cells))

    def _where_needed(self, cell: str | None) -> str:
        if cell is None:
            return ""
        if self.delimiter in cell or _QUOTE in cell or "\n" in cell:
            return _quoted(cell)
        return cell


def _quoted(cell: str | None) -> str:
    if cell is None:
        return ""
    return f'"{cell.replace(_QUOTE, _QUOTE + _QUOTE)}"'


def records(text: str, delimiter: str = ",") -> Iterator[list[str]]:
    """The records of a text, blank lines as one empty cell.

    Leading blanks of a cell are dropped; quotes count only at its beginning; a cell may hold line breaks in quotes. The
    last line needs no line break, but then a last empty cell is lost.
    """
    reader = _Reader(text, delimiter)
    while reader.position < len(text):
        record = reader.record()
        if not record:
            return
        yield record


class _Reader:
    def __init__(self, text: str, delimiter: str) -> None:
        self.text = text
        self.delimiter = delimiter
        self.between = f"{_QUOTE}{delimiter}{_QUOTE}"
        self.position = 0
        self.carriage_returns = "\r" in text

    def record(self) -> list[str]:
        end, after = self._line_end(self.position)
        line = self.text[self.position : end]
        if _QUOTE in line:
            cells = line[1:-1].split(self.between)
            if line[0] == line[-1] == _QUOTE and line.count(_QUOTE) == 2 * len(cells):
                self.position = after
                return cells
            return self._quoted_record()
        self.position = after
        cells = line.split(self.delimiter)
        if " " in line or "\t" in line:
            cells = [_without_blanks(cell) for cell in cells]
        if end == after and not cells[-1]:
            cells.pop()
        return cells

    def _line_end(self, start: int) -> tuple[int, int]:
        """Where the line ends and where the next one begins; equal at the end of the text."""
        text = self.text
        feed = text.find("\n", start)
        if self.carriage_returns:
            found = text.find("\r", start, None if feed < 0 else feed)
            if found >= 0:
                return found, found + (2 if text.startswith("\r\n", found) else 1)
        return (len(text), len(text)) if feed < 0 else (feed, feed + 1)

    def _quoted_record(self) -> list[str]:
        cells: list[str] = []
        while True:
            cell, ends_record, lost = self._cell()
            if not lost:
                cells.append(cell)
            if ends_record:
                return cells

    def _cell(self) -> tuple[str, bool, bool]:
        """The next cell, whether the record ends with it, and whether it is the empty cell at the end of the text."""
        text = self.text
        while text[self.position : self.position + 1] in (" ", "\t") and text[self.position] != self.delimiter:
            self.position += 1
        if text[self.position : self.position + 1] == _QUOTE:
            return self._quoted_cell()
        rest, ends_record = self._rest()
        lost = not rest and ends_record and self.position >= len(text) and text[-1:] not in ("\r", "\n")
        return _without_blanks(rest), ends_record, lost

    def _quoted_cell(self) -> tuple[str, bool, bool]:
        text = self.text
        self.position += 1
        parts: list[str] = []
        while True:
            end = text.find(_QUOTE, self.position)
            if end < 0:
                parts.append(text[self.position :])
                self.position = len(text)
                return "".join(parts), True, not any(parts)
            parts.append(text[self.position : end])
            self.position = end + 1
            if text[self.position : self.position + 1] != _QUOTE:
                break
            parts.append(_QUOTE)
            self.position += 1
        rest, ends_record = self._rest()
        parts.append(rest if rest.strip(" \t") else "")
        return "".join(parts), ends_record, False

    def _rest(self) -> tuple[str, bool]:
        """The text up to the next delimiter or line break, and whether the record ends there."""
        end, after = self._line_end(self.position)
        cut = self.text.find(self.delimiter, self.position, end)
        start = self.position
        if cut >= 0:
            self.position = cut + 1
            return self.text[start:cut], False
        self.position = after
        return self.text[start:end], True


def _without_blanks(cell: str) -> str:
    """A bare cell: leading blanks go; of the blanks after the first word one stays when nothing else follows."""
    cell = cell.lstrip(" \t")
    bare = cell.rstrip(" \t")
    if len(cell) - len(bare) < 2 or " " in bare or "\t" in bare:
        return cell
    return cell[: len(bare) + 1]

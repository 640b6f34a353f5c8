"""Format objects to lines: the half of formatting that `Out-Default`, `Out-Host` and `Out-String` share."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msolemu.formatting.cells import cell_count
from msolemu.formatting.context import plain
from msolemu.formatting.custom import custom_lines
from msolemu.formatting.list import list_lines
from msolemu.formatting.packets import (
    CustomEntry,
    FormatEnd,
    FormatEntry,
    FormatStart,
    GroupEnd,
    GroupStart,
    ListEntry,
    ListShape,
    Packet,
    RawText,
    Shape,
    TableRow,
    TableShape,
    WideEntry,
    WideShape,
)
from msolemu.formatting.table import TableWriter
from msolemu.formatting.wide import DEFAULT_COLUMNS, WideWriter, best_column_count

LABEL = "FormatAccent"
_MARGIN = 2
"""Rows of a screen that a page of a table leaves free."""
WAIT = 0.3
"""Seconds that a table without given widths collects rows before it settles on its columns (PowerShell's figure)."""


class Screen:
    """Draws format objects on lines of one width; tables may have another, where everything else is unbounded.

    A table without given widths, and anything with autosize, waits for its group to end; a screen that has waited once
    goes on waiting, so that a later table's given width yields to its content. `now` (seconds) ends the wait of the
    first kind. A table that repeats its header does so on each page of a screen of this `height`.
    """

    def __init__(
        self,
        width: int,
        write_line: Callable[[str], object],
        now: Callable[[], float] | None = None,
        table_width: int | None = None,
        write_raw: Callable[[str], object] | None = None,
        accent: Callable[[str], str] = plain,
        height: int = 0,
    ) -> None:
        self.width = width
        self.height = height
        self.table_width = table_width or width
        self.write_line = write_line
        self.write_raw = write_raw or write_line
        self.accent = accent
        self.now = now or _never
        self.start: FormatStart | None = None
        self.cache: _GroupCache | None = None
        self.groups = 0
        self.drawing: _Drawing | None = None

    def add(self, packet: Packet) -> None:
        """Takes the next format object."""
        if isinstance(packet, FormatStart):
            self._open_cache(packet)
        for ready in (packet,) if self.cache is None else self.cache.add(packet):
            self._draw(ready)

    def drain(self) -> None:
        """Draws what still waits."""
        if self.cache:
            for packet in self.cache.drain():
                self._draw(packet)

    def _open_cache(self, start: FormatStart) -> None:
        if start.autosize:
            self.cache = _GroupCache(_never)
        elif isinstance(start.shape, TableShape) and start.shape.columns and start.shape.columns[0].width == 0:
            self.cache = _GroupCache(self.now)

    def _draw(self, packet: Packet) -> None:
        match packet:
            case FormatEntry():
                self._draw_entry(packet)
            case FormatStart():
                self.start = packet
                self.groups = 0
                self.write_line("")
            case GroupStart():
                self._draw_group_start(packet)
            case GroupEnd():
                if self.drawing:
                    self._write(self.drawing.finish())
                self.drawing = None
            case FormatEnd():
                # After a list's last object there is a blank line already.
                if not (self.start and isinstance(self.start.shape, ListShape)):
                    self.write_line("")
                self.start = None

    def _draw_group_start(self, packet: GroupStart) -> None:
        shape = self.start.shape if self.start else ListShape()
        entries = self.cache.take_measured() if self.cache else None
        grid = isinstance(shape, (TableShape, WideShape))
        self.drawing = _drawing(shape, self.table_width if grid else self.width, entries, self.accent, self.height)
        if packet.heading:
            if self.groups:
                self.write_line("")
            self._write(custom_lines(packet.heading, self.width))
            self.write_line("")
        self.groups += 1
        self._write(self.drawing.header())

    def _draw_entry(self, entry: FormatEntry) -> None:
        body = entry.body
        if entry.out_of_band or self.drawing is None:
            match body:
                case RawText():
                    self.write_raw(body.text)
                case CustomEntry():
                    self._write(custom_lines(body.frame))
                case ListEntry():
                    self._write(["", *list_lines(body.labels, body.values, self.width, self.accent(LABEL)), ""])
                case _:
                    pass
        else:
            self._write(self.drawing.entry(entry))

    def _write(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write_line(line)


def _never() -> float:
    return 0.0


class _GroupCache:
    """Holds a group back until its end, or for a while, so that its widths can be measured."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.now = now
        self.since = 0.0
        self.waiting: list[Packet] = []
        self.measured: list[Packet] | None = None

    def add(self, packet: Packet) -> list[Packet]:
        """What can be drawn now."""
        if not self.waiting:
            if not isinstance(packet, GroupStart):
                return [packet]
            self.waiting.append(packet)
            self.since = self.now()
            return []
        self.waiting.append(packet)
        if isinstance(packet, GroupEnd) or self.now() - self.since > WAIT:
            self.measured = self.waiting
            return self.drain()
        return []

    def drain(self) -> list[Packet]:
        """All that waits, and nothing waits any more."""
        ready, self.waiting = self.waiting, []
        return ready

    def take_measured(self) -> list[FormatEntry] | None:
        """The entries by which the group that starts now is measured; asked once."""
        packets, self.measured = self.measured, None
        if packets is None:
            return None
        return [packet for packet in packets if isinstance(packet, FormatEntry) and not packet.out_of_band]


class _Drawing:
    """How the entries of one group are drawn; by default, as the entry says itself."""

    def __init__(self, width: int, accent: str = "") -> None:
        self.width = width
        self.accent = accent

    def header(self) -> list[str]:
        return []

    def entry(self, entry: FormatEntry) -> list[str]:
        match entry.body:
            case ListEntry() as body:
                return [*list_lines(body.labels, body.values, self.width, self.accent), ""]
            case CustomEntry() as body:
                return custom_lines(body.frame, self.width)
            case _:
                return []

    def finish(self) -> list[str]:
        return []


class _TableDrawing(_Drawing):
    def __init__(
        self,
        shape: TableShape,
        width: int,
        entries: list[FormatEntry] | None,
        accent: Callable[[str], str],
        height: int,
    ) -> None:
        super().__init__(width)
        repeats = shape.repeat_header and not shape.hide_header
        self.page = max(height - _MARGIN, 0) if repeats else 0
        self.lines_on_page = 0
        self.rule = accent("TableHeader")
        self.accents = [self.rule if one.is_property else accent("CustomTableHeaderLabel") for one in shape.columns]
        self.labels = [column.label for column in shape.columns]
        self.hide_header = shape.hide_header
        widths = [column.width for column in shape.columns] if entries is None else _measured(self.labels, entries)
        self.writer = TableWriter(width, widths, [column.alignment for column in shape.columns])

    def header(self) -> list[str]:
        if self.hide_header or not self.labels:
            return []
        lines = self.writer.header(self.labels, self.accents, self.rule)
        self.lines_on_page = len(lines)
        return lines

    def entry(self, entry: FormatEntry) -> list[str]:
        row = entry.body
        if not isinstance(row, TableRow) or not self.labels:
            return []
        missing = len(self.labels) - len(row.values)
        values = row.values if missing == 0 else (row.values + [""] * missing)[: len(self.labels)]
        alignments = row.alignments
        if alignments is not None and missing:
            alignments = (alignments + [None] * missing)[: len(self.labels)]
        above = ["", *self.header()] if self.page and self.lines_on_page >= self.page else []
        lines = self.writer.row(values, alignments, wrap=row.wrap)
        self.lines_on_page += len(lines)
        return [*above, *lines]


class _WideDrawing(_Drawing):
    def __init__(self, shape: WideShape, width: int, entries: list[FormatEntry] | None) -> None:
        super().__init__(width)
        longest = 0
        if entries and not shape.columns:
            longest = max(cell_count(entry.body.value) for entry in entries if isinstance(entry.body, WideEntry))
        columns = best_column_count(longest, width) if longest else shape.columns or DEFAULT_COLUMNS
        self.writer = WideWriter(width, columns)

    def entry(self, entry: FormatEntry) -> list[str]:
        return self.writer.add(entry.body.value) if isinstance(entry.body, WideEntry) else []

    def finish(self) -> list[str]:
        return self.writer.finish()


def _drawing(
    shape: Shape, width: int, entries: list[FormatEntry] | None, accent: Callable[[str], str], height: int
) -> _Drawing:
    match shape:
        case TableShape():
            return _TableDrawing(shape, width, entries, accent, height)
        case WideShape():
            return _WideDrawing(shape, width, entries)
        case _:
            return _Drawing(width, accent(LABEL))


def _measured(labels: list[str], entries: list[FormatEntry]) -> list[int]:
    widths = [cell_count(label) for label in labels]
    for entry in entries:
        if isinstance(entry.body, TableRow):
            for index, value in enumerate(entry.body.values[: len(widths)]):
                if len(value) > 0 and (count := cell_count(value)) > widths[index]:
                    widths[index] = count
    return widths

"""Where a piece of text stands: the source it was read from, and an extent in it."""

from __future__ import annotations

from bisect import bisect_right

from msolemu.foundation.pattern import pattern

LINE_END = pattern(r"\r\n?|\n")


class Source:
    """A text that was parsed, and the file it came from (None: typed or made by a script)."""

    __slots__ = ("__weakref__", "_line_starts", "file", "text")

    def __init__(self, text: str, file: str | None = None) -> None:
        self.text = text
        self.file = file
        self._line_starts: list[int] | None = None

    @property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins; found when first asked for."""
        if self._line_starts is None:
            self._line_starts = [0, *(match.end() for match in LINE_END.finditer(self.text))]
        return self._line_starts

    def line_of(self, offset: int) -> int:
        """The line of an offset, counted from 1."""
        return bisect_right(self.line_starts, offset)

    def column_of(self, offset: int) -> int:
        """The column of an offset, counted from 1 in UTF-16 units."""
        return offset - self.line_starts[self.line_of(offset) - 1] + 1

    def line_text(self, line: int) -> str:
        """The text of a line (counted from 1) without its end."""
        starts = self.line_starts
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].rstrip("\r\n")


class Extent:
    """The text from `start` up to, not including, `end`. Never changed; equal to another of the same place.

    Written out, as a parser makes many and a frozen dataclass takes long to make.
    """

    __slots__ = ("end", "source", "start")

    def __init__(self, source: Source, start: int, end: int) -> None:
        self.source = source
        self.start = start
        self.end = end

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Extent):
            return NotImplemented
        return self.source is other.source and self.start == other.start and self.end == other.end

    def __hash__(self) -> int:
        return hash((id(self.source), self.start, self.end))

    @property
    def text(self) -> str:
        """The text itself."""
        return self.source.text[self.start : self.end]

    @property
    def file(self) -> str | None:
        """The file that holds it."""
        return self.source.file

    @property
    def start_line(self) -> int:
        """The line it starts on, counted from 1."""
        return self.source.line_of(self.start)

    @property
    def start_column(self) -> int:
        """The column it starts at, counted from 1."""
        return self.source.column_of(self.start)

    @property
    def end_line(self) -> int:
        """The line it ends on, counted from 1."""
        return self.source.line_of(self.end)

    @property
    def end_column(self) -> int:
        """The column after its last character, counted from 1."""
        return self.source.column_of(self.end)

    def to(self, other: Extent) -> Extent:
        """From the start of this extent to the end of another."""
        return Extent(self.source, self.start, other.end)

    def __repr__(self) -> str:
        return f"Extent({self.start}, {self.end}, {self.text[:40]!r})"

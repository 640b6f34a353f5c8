"""Draws a report as plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import zip_longest

from msolemu.reports.report import Column, Report, Section

GAP = "  "


def as_text(report: Report) -> str:
    """The report as lines of text that end with a line break."""
    lines = [report.title, "=" * len(report.title), ""]
    lines += [f"{label}: {value}" for label, value in report.facts]
    for section in report.sections:
        lines += ["", *section_lines(section)]
    return "\n".join(lines) + "\n"


def section_lines(section: Section) -> Iterator[str]:
    """Heading, column titles, an underline, and the rows with long texts wrapped."""
    if section.heading:
        yield section.heading
        yield ""
    rows = [tuple(map(wrapped, row, section.columns)) for row in section.rows]
    widths = [
        max([len(column.title), *(len(line) for row in rows for line in row[place])])
        for place, column in enumerate(section.columns)
    ]
    yield aligned([column.title for column in section.columns], widths)
    yield aligned(["-" * width for width in widths], widths)
    for row in rows:
        for cells in zip_longest(*row, fillvalue=""):
            yield aligned(list(cells), widths)


def wrapped(text: str, column: Column) -> list[str]:
    """The lines of one cell."""
    if column.width is None:
        return text.splitlines() or [""]
    return textwrap.wrap(text, column.width, break_on_hyphens=False, break_long_words=False) or [""]


def aligned(cells: list[str], widths: list[int]) -> str:
    """One line of a table."""
    return GAP.join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()

"""A report: facts at the top, then sections of rows."""

from __future__ import annotations

from msolemu.foundation.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a section; `width` is how wide its text may grow before it is wrapped, None for no limit."""

    title: str
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A table with an optional heading; each row has one text for each column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What is told: title, facts by label, sections."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    sections: tuple[Section, ...] = ()

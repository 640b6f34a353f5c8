"""How error records look: ConciseView, NormalView, CategoryView, as PowerShell 7 renders them."""

from __future__ import annotations

import enum

from msolemu.language.position import Extent
from msolemu.runtime.errors.error_text import category_text, reason
from msolemu.runtime.errors.positions import position_message, shown_line
from msolemu.runtime.errors.records import ErrorCategory, ErrorRecord

PREFIX = "     | "


class ErrorView(enum.Enum):
    """The values of `$ErrorView`."""

    ConciseView = "conciseview"
    NormalView = "normalview"
    CategoryView = "categoryview"
    DetailedView = "detailedview"


def error_lines(record: ErrorRecord, view: object, width: int) -> list[str]:
    """The lines that show an error."""
    chosen = _view(view)
    if chosen is ErrorView.CategoryView:
        return [category_text(record)]
    if chosen is ErrorView.NormalView:
        return _normal(record)
    return _concise(record, width)


def _view(value: object) -> ErrorView:
    if isinstance(value, ErrorView):
        return value
    try:
        return ErrorView(str(value).lower())
    except ValueError:
        return ErrorView.ConciseView


def _normal(record: ErrorRecord) -> list[str]:
    name = record.position.command if record.position is not None else record.activity
    if record.written_by:
        name = record.error_id.rpartition(",")[2]
    head = f"{name} : {record.text}" if name else record.text
    lines = head.split("\n")
    if record.position is not None:
        lines += position_message(record.position.extent).split("\n")
    lines.append(f"+ CategoryInfo          : {category_text(record)}")
    lines.append(f"+ FullyQualifiedErrorId : {record.error_id}")
    return lines


def _concise(record: ErrorRecord, width: int) -> list[str]:
    errors = record.exception.extra.get("errors")
    extent = _detailed_extent(record)
    text = errors[0].message if errors else record.text
    told_here = record.position is None or record.position.extent == errors[0].extent if errors else False
    if errors and (told_here or errors[0].extent.file):
        extent = errors[0].extent
    if extent is None:
        return f"{_heading(record)}: {text}".split("\n")
    where = f"{extent.file}:{extent.start_line}" if extent.file else ""
    lines = [f"{_heading(record)}: {where}", *_marked(extent)]
    joined = bool(extent.file) or bool(errors)
    return [*lines, *_wrapped(text, width, joined), *([""] if joined else [])]


def _detailed_extent(record: ErrorRecord) -> Extent | None:
    """The place, where PowerShell shows the line: in a file that is no module, or past the first line typed."""
    if record.position is None:
        return None
    extent = record.position.extent
    if extent.file:
        return None if extent.file.lower().endswith(".psm1") else extent
    return extent if extent.start_line > 1 else None


def _marked(extent: Extent) -> list[str]:
    number = str(extent.start_line)
    wide = " " * max(0, len(number) - 4)
    line, _, tildes = shown_line(extent).partition("\n+")
    return [
        f"{wide}Line |",
        f"{' ' * max(0, 4 - len(number))}{number} | {line}",
        f"{wide}{PREFIX}{tildes}",
    ]


def _wrapped(text: str, width: int, joined: bool) -> list[str]:
    if not joined:
        first, *rest = text.split("\n")
        return [PREFIX + first, *rest]
    text = text.replace("\r\n", " ").replace("\n", " ").replace("\t", " ")
    lines = []
    left = text
    room = width - len(PREFIX)
    while len(left) > room:
        cut = left.rfind(" ", 0, room)
        cut = room if cut <= 0 else cut
        lines.append(PREFIX + left[:cut].rstrip())
        left = left[cut:].strip()
    lines.append(PREFIX + left)
    return lines


def _heading(record: ErrorRecord) -> str:
    """The word before the colon."""
    engine = record.exception.type_name.startswith("System.Management.Automation.")
    if record.thrown and engine:
        return "Exception"
    if record.position is not None and record.position.command:
        return record.position.command
    if record.activity:
        return record.activity
    if record.category is not ErrorCategory.NOT_SPECIFIED:
        return str(record.category.value)
    return reason(record)

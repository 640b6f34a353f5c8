"""An error with all its parts, as Get-Error shows it: every property that holds something, errors inside in full.

Source: the view of `System.Management.Automation.ErrorRecord#PSExtendedError` that PowerShell 7 ships.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator

from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.errors.records import ErrorRecord, ExceptionValue
from msolemu.runtime.types.registry import type_of
from msolemu.runtime.values.members import get_property
from msolemu.runtime.values.objects import Hashtable, Value, enumerate_value, is_enumerable, unwrap
from msolemu.runtime.values.property_views import properties_of

DEEPEST = 10
STEP = 4
PARENT = "System.Management.Automation.ParentContainsErrorRecordException"
EXPANDED = "System.Management.Automation.InvocationInfo"
ELLIPSIS = "…"


def detailed_error(value: Value) -> str:
    """The text between two blank lines, as the view has it."""
    return "\n".join(["", *_lines(value, 0, 1), ""])


def _lines(value: Value, indent: int, depth: int) -> Iterator[str]:
    shown = [(name, held) for name, held in _properties(value) if _holds_something(held)]
    width = max((len(name) for name, _ in shown), default=0)
    for name, held in shown:
        head = " " * indent + f"{name:<{width}} : "
        if _is_expanded(held):
            yield head + (ELLIPSIS if depth >= DEEPEST else "")
            if depth < DEEPEST:
                yield from _lines(held, indent + STEP, depth + 1)
        elif isinstance(held, Hashtable):
            yield head
            yield from (
                f"{' ' * (indent + STEP)}{culture_text(key)} : {culture_text(one)}" for key, one in held.items()
            )
        elif name == "StackTrace":
            yield head
            yield from culture_text(held).splitlines()
        elif is_enumerable(held):
            yield head
            yield from _elements(held, indent, depth)
        else:
            yield from _text(head, culture_text(held), indent + width + 3)


def _properties(value: Value) -> Iterator[tuple[str, Value]]:
    plain = unwrap(value)
    if isinstance(plain, ExceptionValue):
        yield "Type", type_of(plain).full_name
    for one in properties_of(value):
        held = unwrap(get_property(value, one.name))
        if isinstance(plain, ExceptionValue) and isinstance(held, ErrorRecord):
            if plain.type_name != PARENT:
                yield one.name, _without_parent(held)
        else:
            yield one.name, held


def _without_parent(record: ErrorRecord) -> ErrorRecord:
    """An exception's own record, which names the exception in words, for it would never end otherwise."""
    inner = copy.copy(record)
    inner.exception = ExceptionValue(PARENT, record.exception.message)
    return inner


def _holds_something(held: Value) -> bool:
    """What PowerShell takes for empty: nothing, an empty text, false, zero, a collection without elements."""
    if held is None or (isinstance(held, str | int) and not held):
        return False
    return not (is_enumerable(held) or isinstance(held, Hashtable)) or bool(len(held))


def _is_expanded(held: Value) -> bool:
    return isinstance(held, ErrorRecord | ExceptionValue) or type_of(held).full_name == EXPANDED


def _elements(held: Value, indent: int, depth: int) -> Iterator[str]:
    for one in enumerate_value(held):
        plain = unwrap(one)
        if isinstance(plain, str | int | float):
            yield " " * (2 * indent + STEP + 2) + culture_text(plain)
        elif depth < DEEPEST:
            yield from _lines(one, indent + STEP, depth + 1)


def _text(head: str, text: str, margin: int) -> Iterator[str]:
    first, *more = text.split("\n")
    yield head + (first.strip() if more else first)
    yield from (" " * margin + line.strip() for line in more)

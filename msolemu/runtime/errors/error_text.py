"""The parts of an error record as text: category line, names of target and reason."""

from __future__ import annotations

from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.records import ErrorRecord, PowerShellError

LONGEST_NAME = 40


def reason(record: ErrorRecord) -> str:
    """The exception's class, without its namespace, unless the record says otherwise."""
    return record.reason or record.exception.type_name.rpartition(".")[2]


def target_name(record: ErrorRecord) -> str:
    """The target as text."""
    if record.target_name is not None:
        return record.target_name
    if record.target is None:
        return ""
    try:
        return to_text(record.target)
    except PowerShellError:
        return ""


def target_type(record: ErrorRecord) -> str:
    """The short name of the target's type."""
    if record.target_type is not None:
        return record.target_type
    if record.target is None:
        return ""
    from msolemu.runtime.types.registry import type_of

    return type_of(record.target).name


def category_text(record: ErrorRecord) -> str:
    """`ObjectNotFound: (name:String) [Get-Item], ItemNotFoundException`."""
    name = _short(target_name(record))
    kind = _short(target_type(record))
    return f"{record.category.value}: ({name}:{kind}) [{_short(record.activity)}], {_short(reason(record))}"


def _short(text: str) -> str:
    if len(text) <= LONGEST_NAME:
        return text
    half = (LONGEST_NAME - 3) // 2
    return f"{text[:half]}…{text[-half:]}"

"""Values of a filter as the text that the directory keeps."""

from __future__ import annotations

from msolemu.directory.forest.times import file_time, generalized_time
from msolemu.modules.activedirectory.attributes import Kind
from msolemu.runtime.casting.conversion import convert, to_text
from msolemu.runtime.errors.records import StatementError
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import Value

TRUE_WORDS = frozenset({"true", "1"})


def is_true(value: Value) -> bool:
    """What a truth value of a filter says, given as a Boolean or as text."""
    return value if isinstance(value, bool) else to_text(value).lower() in TRUE_WORDS


def filter_text(value: Value, kind: Kind) -> str:
    """A value as the text that an attribute of this kind is compared with."""
    match kind:
        case Kind.TRUTH:
            return "TRUE" if is_true(value) else "FALSE"
        case Kind.TIME:
            moment: DateTime = convert(value, known_type("System.DateTime"))
            return generalized_time(moment.to_datetime())
        case Kind.FILE_TIME | Kind.NUMBER if not to_text(value).lstrip("-").isdecimal():
            return _ticks(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return to_text(value)


def _ticks(value: Value) -> str:
    """A time that a large integer is compared with; what is no time is compared as it is."""
    try:
        moment: DateTime = convert(value, known_type("System.DateTime"))
    except StatementError:
        return to_text(value)
    return file_time(moment.to_datetime())

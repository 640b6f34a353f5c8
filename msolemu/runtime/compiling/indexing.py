"""Indexes: `$list[0]`, `$list[-2..-1]`, `$table['a', 'b']`, `$text[0]`, and assignments to them."""

from __future__ import annotations

from collections.abc import Sequence

from msolemu.runtime.casting.conversion import convert, try_convert
from msolemu.runtime.errors.net_errors import index_out_of_range
from msolemu.runtime.errors.records import ErrorCategory, ExceptionValue, StatementError, runtime_error
from msolemu.runtime.state import current
from msolemu.runtime.types.registry import INT, OBJECT, type_of
from msolemu.runtime.values.objects import (
    NOTHING,
    Char,
    Hashtable,
    OrderedDictionary,
    PSObject,
    TypedArray,
    Value,
    unwrap,
)

ELEMENTS_ONLY = (str, list)


def get_index(value: Value, at: Value) -> Value:
    """The element at an index or under a key; null when there is none."""
    value = unwrap(value)
    at = unwrap(at)
    if at is None:
        raise null_index()
    if isinstance(value, Hashtable):
        return _entry(value, at)
    if (isinstance(value, ELEMENTS_ONLY) and type(value) is not Char) or hasattr(value, "element_at"):
        return _several(value, at) if isinstance(at, list) else _element(value, at)
    return _by_indexer(value, at)


def null_index() -> StatementError:
    """The error for an index that is null."""
    return runtime_error("NullArrayIndex", "Index operation failed; the array index evaluated to null.")


def _entry(table: Hashtable, at: Value) -> Value:
    if isinstance(at, list):
        inside = [key for key in map(unwrap, at) if not _is_outside(table, key)]
        return [None if key is None else _entry(table, key) for key in inside]
    if isinstance(table, OrderedDictionary) and isinstance(at, int) and not isinstance(at, bool):
        values = table.values()
        return values[at] if -len(values) <= at < len(values) else None
    return table.get(at)


def _is_outside(table: Hashtable, key: Value) -> bool:
    """Whether a key is a position that an ordered dictionary has not: a slice leaves it out."""
    by_position = isinstance(table, OrderedDictionary) and isinstance(key, int) and not isinstance(key, bool)
    return by_position and not -len(table) <= key < len(table)


def _several(value: Value, at: Sequence[Value]) -> Value:
    rank = getattr(value, "rank", 1)
    if rank > 1 and len(at) == rank:
        return value.element_at([convert(index, INT) for index in at])
    found = []
    for index in at:
        position = _position(value, index)
        if position is not None:
            found.append(_at(value, position))
    return found


def _element(value: Value, at: Value) -> Value:
    position = _position(value, at)
    if position is not None:
        return _at(value, position)
    if isinstance(at, int) and _is_strict():
        raise out_of_bounds(value)
    return None


def _is_strict() -> bool:
    """Whether strict mode makes an error of an index that is not there."""
    session = current.find_session()
    return session is not None and session.strict >= 3


def _at(value: Value, position: int) -> Value:
    if isinstance(value, str):
        return Char(value[position])
    return value.element_at([position]) if hasattr(value, "element_at") else value[position]


def _position(value: Value, at: Value) -> int | None:
    """The index from the start, or None when it is out of range or no number."""
    worked, index = (True, at) if type(at) is int else try_convert(unwrap(at), INT)
    if not worked:
        return None
    if index < 0:
        index += len(value)
    return index if 0 <= index < len(value) else None


def _by_indexer(value: Value, at: Value) -> Value:
    """An object whose type declares an indexer; any other value is its own first element."""
    kind = type_of(value)
    if kind.method("get_item") is not None:
        from msolemu.runtime.values.members import invoke_method

        try:
            return invoke_method(value, "get_Item", at if isinstance(at, list) and type(at) is list else [at])
        except StatementError as error:
            if _is_strict():
                raise _thrown(error.record.exception.innermost()) from None
            return None
    if isinstance(at, list):
        return NOTHING
    worked, index = try_convert(at, INT)
    return value if worked and index in (0, -1) else None


def set_index(value: Value, at: Value, new: Value) -> None:
    """Set the element at an index or under a key."""
    value = unwrap(value)
    at = unwrap(at)
    if at is None:
        raise null_index()
    if isinstance(value, Hashtable):
        _set_entry(value, at, new)
    elif isinstance(value, list):
        _set_element(value, at, new)
    elif hasattr(value, "set_element"):
        value.set_element([convert(index, INT) for index in (at if isinstance(at, list) else [at])], new)
    elif type_of(value).method("set_item") is not None:
        from msolemu.runtime.values.members import invoke_method

        invoke_method(value, "set_Item", [at, new])
    else:
        raise cannot_index(value)


def _set_entry(table: Hashtable, at: Value, new: Value) -> None:
    if isinstance(table, OrderedDictionary) and isinstance(at, int) and not isinstance(at, bool):
        keys = table.keys()
        if not 0 <= at < len(keys):
            raise _thrown(index_out_of_range().record.exception)
        table[keys[at]] = new
        return
    table[at] = new


def _set_element(value: list[Value], at: Value, new: Value) -> None:
    position = convert(at, INT) if type(at) is not int else at
    if position < 0:
        position += len(value)
    if not 0 <= position < len(value):
        raise out_of_bounds(value)
    element = getattr(value, "element", OBJECT)
    value[position] = new if element is OBJECT else convert(new, element)


def out_of_bounds(value: Value) -> StatementError:
    """The error for an index outside an array or a list."""
    if type(value) in (list, TypedArray, str) or type(value) is PSObject:
        name = "System.IndexOutOfRangeException"
        text = "Index was outside the bounds of the array."
        return runtime_error(name, text, ErrorCategory.OPERATION_STOPPED, name)
    return _thrown(index_out_of_range().record.exception)


def _thrown(exception: ExceptionValue) -> StatementError:
    """An exception of .NET that an index throws: no call stands around it."""
    return runtime_error(exception.type_name, exception.message, ErrorCategory.OPERATION_STOPPED, exception.type_name)


def cannot_index(value: Value) -> StatementError:
    """The error for an object that has no elements."""
    message = f'Unable to index into an object of type "{type_of(value).script_name}".'
    return runtime_error("CannotIndex", message)

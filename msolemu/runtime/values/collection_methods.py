"""`.ForEach()` and `.Where()`, which every value has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msolemu.runtime.casting.conversion import convert, to_bool, to_text
from msolemu.runtime.errors.net_errors import NetError, argument_error, invocation_error, no_overload
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import PSOBJECT, known_type, type_of
from msolemu.runtime.values.objects import Value, enumerate_value, is_enumerable, unwrap

if TYPE_CHECKING:
    from msolemu.runtime.types.lists import Collection

MOST_ARGUMENTS = 3
MODE = "System.Management.Automation.WhereOperatorSelectionMode"


def _items(value: Value) -> list[Value]:
    return list(enumerate_value(value)) if is_enumerable(value) else [value]


def _collection(found: list[Value]) -> Collection:
    from msolemu.runtime.types.lists import Collection

    return Collection(found, PSOBJECT)


def foreach_method(value: Value, arguments: Sequence[Value]) -> Value:
    """What the block gives for each element, each element converted, or a property or method of each element."""
    if not arguments:
        raise no_overload("ForEach", 0)
    what, *rest = (unwrap(argument) for argument in arguments)
    found: list[Value] = []
    for item in _items(value):
        found.extend(_results(item, what, rest))
    return _collection(found)


def _results(item: Value, what: Value, rest: list[Value]) -> list[Value]:
    from msolemu.runtime.invoking.scriptblock import ScriptBlock

    if isinstance(what, ScriptBlock):
        return what.run_with(item, list(rest))
    if isinstance(what, NetType):
        return [convert(item, what)]
    name = to_text(what)
    return _member(item, name, rest)


def _member(item: Value, name: str, rest: list[Value]) -> list[Value]:
    from msolemu.runtime.values.members import find_property, invoke_method, set_property

    view = find_property(item, name)
    if view is None or type_of(item).method(name.lower()) is not None:
        result = invoke_method(item, name, rest)
        return list(enumerate_value(result))
    if rest:
        set_property(item, name, rest[0])
        return []
    return list(enumerate_value(view.value()))


def where_method(value: Value, arguments: Sequence[Value]) -> Value:
    """The elements that the block lets through, in one of six modes."""
    if not 1 <= len(arguments) <= MOST_ARGUMENTS:
        raise no_overload("Where", len(arguments))
    try:
        return _where(_items(value), *(unwrap(argument) for argument in arguments))
    except NetError as error:
        raise invocation_error("Where", len(arguments), error.record.exception) from None


def _where(items: list[Value], test: Value, mode: Value = "Default", count: Value = 0) -> Value:
    if test is None:
        raise argument_error("Value cannot be null.", "expression")
    test = convert(test, known_type("System.Management.Automation.ScriptBlock"))
    chosen = convert(mode, known_type(MODE)).name
    wanted: int = convert(count, known_type("System.Int32"))
    if wanted < 0 or (wanted == 0 and chosen != "Default" and count not in (0, None)):
        raise argument_error("The value must be positive.", "numberToReturn")
    return _MODES[chosen](items, test, wanted)


def _passes(test: Value, item: Value) -> bool:
    output = test.run_with(item)
    return to_bool(output[0] if len(output) == 1 else output)


def _default(items: list[Value], test: Value, count: int) -> Value:
    found: list[Value] = []
    for item in items:
        if _passes(test, item):
            found.append(item)
            if count and len(found) == count:
                break
    return _collection(found)


def _first(items: list[Value], test: Value, count: int) -> Value:
    return _default(items, test, count or 1)


def _last(items: list[Value], test: Value, count: int) -> Value:
    found = [item for item in items if _passes(test, item)]
    return _collection(found[-(count or 1) :])


def _skip_until(items: list[Value], test: Value, count: int) -> Value:
    for place, item in enumerate(items):
        if _passes(test, item):
            rest = items[place:]
            return _collection(rest[:count] if count else rest)
    return _collection([])


def _until(items: list[Value], test: Value, count: int) -> Value:
    found: list[Value] = []
    for item in items:
        if _passes(test, item) or (count and len(found) == count):
            break
        found.append(item)
    return _collection(found)


def _split(items: list[Value], test: Value, count: int) -> Value:
    chosen: list[Value] = []
    others: list[Value] = []
    for item in items:
        full = count and len(chosen) == count
        (chosen if not full and _passes(test, item) else others).append(item)
    return _collection([_collection(chosen), _collection(others)])


_MODES = {
    "Default": _default,
    "First": _first,
    "Last": _last,
    "SkipUntil": _skip_until,
    "Until": _until,
    "Split": _split,
}

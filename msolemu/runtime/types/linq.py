"""System.Linq.Enumerable: the functions that scripts call on typed arrays, with script blocks for delegates."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any

from msolemu.runtime.errors.net_errors import NetError, invalid_operation, null_argument, out_of_range
from msolemu.runtime.operations import arithmetic
from msolemu.runtime.types import sequences
from msolemu.runtime.types.arrays import default_of
from msolemu.runtime.types.declaring import static
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import INT, OBJECT, generic_of, known_type, type_of
from msolemu.runtime.values.objects import GenericList, Hashtable, Int64, TypedArray, Value, enumerate_value

ENUMERABLE = known_type("System.Linq.Enumerable")
_SOURCE = "System.Collections.Generic.IEnumerable[TSource] source"
_FIRST = "System.Collections.Generic.IEnumerable[TSource] first, System.Collections.Generic.IEnumerable[TSource] second"
_PREDICATE = "System.Func[TSource,bool] predicate"
_SELECTOR = "System.Func[TSource,TResult] selector"
NO_ELEMENTS = "Sequence contains no elements"
NO_MATCH = "Sequence contains no matching element"


def _items(source: Value) -> list[Value]:
    if source is None:
        raise null_argument("source")
    return list(enumerate_value(source))


def _like(source: Value, items: Iterable[Value]) -> Value:
    """Elements as an array of the source's element type."""
    element = getattr(source, "element", OBJECT)
    return list(items) if element is OBJECT else TypedArray(items, element)


def _fits(test: Value) -> Callable[[Value], bool]:
    return (lambda item: True) if test is None else lambda item: sequences.is_true(test, item)


def _sequence(signature: str, call: Callable[..., Iterable[Value]]) -> None:
    """A function whose result is a sequence of the source's elements."""
    static(ENUMERABLE, f"System.Collections.Generic.IEnumerable[TSource] {signature}")(
        lambda source, *given: _like(source, call(_items(source), *given))
    )


def _distinct(items: list[Value]) -> list[Value]:
    kept: list[Value] = []
    for item in items:
        if sequences.index_of(kept, item) < 0:
            kept.append(item)
    return kept


def _within(items: list[Value], others: Value, *, wanted: bool) -> list[Value]:
    known = _items(others)
    return _distinct([item for item in items if (sequences.index_of(known, item) >= 0) is wanted])


def _while(items: list[Value], test: Value, *, skip: bool) -> list[Value]:
    end = next((at for at, item in enumerate(items) if not sequences.is_true(test, item)), len(items))
    return items[end:] if skip else items[:end]


_sequence(f"Where({_SOURCE}, {_PREDICATE})", lambda items, test: filter(_fits(test), items))
_sequence(f"Distinct({_SOURCE})", _distinct)
_sequence(f"Reverse({_SOURCE})", lambda items: items[::-1])
_sequence(f"Skip({_SOURCE}, int count)", lambda items, count: items[max(count, 0) :])
_sequence(f"Take({_SOURCE}, int count)", lambda items, count: items[: max(count, 0)])
_sequence(f"SkipLast({_SOURCE}, int count)", lambda items, count: items[: max(len(items) - max(count, 0), 0)])
_sequence(f"TakeLast({_SOURCE}, int count)", lambda items, count: items[max(len(items) - count, 0) :])
_sequence(f"SkipWhile({_SOURCE}, {_PREDICATE})", lambda items, test: _while(items, test, skip=True))
_sequence(f"TakeWhile({_SOURCE}, {_PREDICATE})", lambda items, test: _while(items, test, skip=False))
_sequence(f"Concat({_FIRST})", lambda items, others: items + _items(others))
_sequence(f"Union({_FIRST})", lambda items, others: _distinct(items + _items(others)))
_sequence(f"Intersect({_FIRST})", lambda items, others: _within(items, others, wanted=True))
_sequence(f"Except({_FIRST})", lambda items, others: _within(items, others, wanted=False))
_sequence(f"Append({_SOURCE}, System.Object element)", lambda items, item: [*items, item])
_sequence(f"Prepend({_SOURCE}, System.Object element)", lambda items, item: [item, *items])
_sequence(f"ToArray({_SOURCE})", list)


def _ordered(*, down: bool) -> Callable[..., Iterable[Value]]:
    def order(items: list[Value], selector: Value) -> Iterable[Value]:
        key: Any = functools.cmp_to_key(sequences.natural_order)
        return sorted(items, key=lambda item: key(sequences.called(selector, item)), reverse=down)

    return order


_sequence(f"OrderBy({_SOURCE}, System.Func[TSource,TKey] keySelector)", _ordered(down=False))
_sequence(f"OrderByDescending({_SOURCE}, System.Func[TSource,TKey] keySelector)", _ordered(down=True))


@static(ENUMERABLE, f"System.Collections.Generic.IEnumerable[TResult] Select({_SOURCE}, {_SELECTOR})")
def select(source: Value, selector: Value) -> list[Value]:
    """What a script block makes of each element."""
    return [sequences.called(selector, item) for item in _items(source)]


@static(ENUMERABLE, f"System.Collections.Generic.List[TSource] ToList({_SOURCE})")
def to_list(source: Value) -> Value:
    """A list of the elements."""
    return GenericList(_items(source), getattr(source, "element", OBJECT))


@static(ENUMERABLE, f"System.Collections.Generic.HashSet[TSource] ToHashSet({_SOURCE})")
def to_set(source: Value) -> Value:
    """A set of the elements."""
    from msolemu.runtime.values.members import construct

    element = getattr(source, "element", OBJECT)
    kind = generic_of(known_type("System.Collections.Generic.HashSet`1"), (element,))
    return construct(kind, [_like(source, _items(source))])


def _end(name: str, place: int, *, default: bool) -> None:
    """First and Last, with and without a test; the default of the type instead of an error where wanted."""

    def take(source: Value, test: Value = None) -> Value:
        found = list(filter(_fits(test), _items(source)))
        if found:
            return found[place]
        if default:
            return default_of(getattr(source, "element", OBJECT))
        raise invalid_operation(NO_ELEMENTS if test is None else NO_MATCH)

    static(ENUMERABLE, f"TSource {name}({_SOURCE})", f"TSource {name}({_SOURCE}, {_PREDICATE})")(take)


for _name, _place in (("First", 0), ("Last", -1)):
    _end(_name, _place, default=False)
    _end(_name + "OrDefault", _place, default=True)


@static(ENUMERABLE, f"TSource Single({_SOURCE})", f"TSource Single({_SOURCE}, {_PREDICATE})")
def single(source: Value, test: Value = None) -> Value:
    """The only element; there must be just one."""
    found = list(filter(_fits(test), _items(source)))
    if len(found) == 1:
        return found[0]
    if not found:
        raise invalid_operation(NO_ELEMENTS if test is None else NO_MATCH)
    raise invalid_operation(f"Sequence contains more than one {'element' if test is None else 'matching element'}")


@static(ENUMERABLE, f"TSource ElementAt({_SOURCE}, int index)")
def element_at(source: Value, index: int) -> Value:
    """The element at an index."""
    items = _items(source)
    if not 0 <= index < len(items):
        raise out_of_range(
            "Index was out of range. Must be non-negative and less than the size of the collection.", "index"
        )
    return items[index]


@static(ENUMERABLE, f"bool Any({_SOURCE})", f"bool Any({_SOURCE}, {_PREDICATE})")
def any_of(source: Value, test: Value = None) -> bool:
    """Whether there is an element, or one that passes a test."""
    return any(map(_fits(test), _items(source)))


static(ENUMERABLE, f"bool All({_SOURCE}, {_PREDICATE})")(lambda source, test: all(map(_fits(test), _items(source))))
static(ENUMERABLE, f"int Count({_SOURCE})", f"int Count({_SOURCE}, {_PREDICATE})")(
    lambda source, test=None: sum(map(_fits(test), _items(source)))
)
static(ENUMERABLE, f"long LongCount({_SOURCE})")(lambda source: Int64(len(_items(source))))
static(ENUMERABLE, f"bool Contains({_SOURCE}, System.Object value)")(
    lambda source, value: sequences.index_of(_items(source), value) >= 0
)


@static(ENUMERABLE, f"bool SequenceEqual({_FIRST})")
def sequence_equal(source: Value, other: Value) -> bool:
    """Whether two sequences have the same elements in the same order."""
    one, two = _items(source), _items(other)
    return len(one) == len(two) and all(map(sequences.same, one, two))


def _numbers(source: Value, selector: Value) -> list[Value]:
    return _items(source) if selector is None else [sequences.called(selector, item) for item in _items(source)]


def _declare_sum(name: str, call: Callable[[list[Value]], Value]) -> None:
    static(ENUMERABLE, f"System.Object {name}({_SOURCE})", f"System.Object {name}({_SOURCE}, {_SELECTOR})")(
        lambda source, selector=None: call(_numbers(source, selector))
    )


def _some(items: list[Value]) -> list[Value]:
    if not items:
        raise invalid_operation(NO_ELEMENTS)
    return items


def _mean(items: list[Value]) -> Value:
    total = functools.reduce(arithmetic.add, _some(items))
    return arithmetic.divide(float(total) if isinstance(total, int) else total, len(items))


_declare_sum("Sum", lambda items: functools.reduce(arithmetic.add, items, 0 if not items else type(items[0])(0)))
_declare_sum("Average", _mean)
_declare_sum("Max", lambda items: max(_some(items), key=functools.cmp_to_key(sequences.natural_order)))
_declare_sum("Min", lambda items: min(_some(items), key=functools.cmp_to_key(sequences.natural_order)))


@static(ENUMERABLE, "System.Collections.Generic.IEnumerable[int] Range(int start, int count)")
def count_up(start: int, count: int) -> Value:
    """So many whole numbers from one on."""
    if count < 0:
        raise out_of_range("Specified argument was out of the range of valid values.", "count")
    return TypedArray(range(start, start + count), INT)


@static(ENUMERABLE, "System.Collections.Generic.IEnumerable[TResult] Repeat(System.Object element, int count)")
def repeat(item: Value, count: int) -> Value:
    """One element so many times."""
    return TypedArray([item] * count, OBJECT if item is None else type_of(item))


@static(ENUMERABLE, "System.Collections.Generic.IEnumerable[TResult] Empty[TResult]()")
def empty(kind: NetType) -> Value:
    """No elements."""
    return [] if kind is OBJECT else TypedArray([], kind)


_ANY = "System.Collections.IEnumerable source"


@static(ENUMERABLE, f"System.Collections.Generic.IEnumerable[TResult] Cast[TResult]({_ANY})")
def cast_to(kind: NetType, source: Value) -> Value:
    """The elements, which must be of the type."""
    items = _items(source)
    wrong = next((item for item in items if item is not None and not type_of(item).is_a(kind)), None)
    if wrong is not None:
        raise NetError(
            "System.InvalidCastException",
            f"Unable to cast object of type '{type_of(wrong).full_name}' to type '{kind.full_name}'.",
        )
    return TypedArray(items, kind)


@static(ENUMERABLE, f"System.Collections.Generic.IEnumerable[TResult] OfType[TResult]({_ANY})")
def of_type(kind: NetType, source: Value) -> Value:
    """The elements that are of the type."""
    return TypedArray([item for item in _items(source) if item is not None and type_of(item).is_a(kind)], kind)


@static(ENUMERABLE, f"System.Collections.Generic.IEnumerable[System.ValueTuple] Zip({_FIRST})")
def pair_up(source: Value, other: Value) -> list[Value]:
    """The elements at the same places as tuples."""
    from msolemu.runtime.types.tuples import tuple_of

    return [tuple_of("ValueTuple", one, two) for one, two in zip(_items(source), _items(other), strict=False)]


@static(ENUMERABLE, "System.Collections.Generic.IEnumerable[TResult] Cast(System.Collections.IEnumerable source)")
def cast(source: Value) -> Value:
    """The elements as they are: a script's values need no cast."""
    return list(source.items()) if isinstance(source, Hashtable) else _items(source)

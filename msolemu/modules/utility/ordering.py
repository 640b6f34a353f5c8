"""Comparing objects by properties, as Sort-Object and Group-Object do."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.casting.conversion import culture_text, to_bool
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.operations.comparison import collation_key, try_compare
from msolemu.runtime.operations.introspective_sort import sorted_places
from msolemu.runtime.values.objects import NUMBER_TYPES, Value, unwrap
from msolemu.runtime.values.property_arguments import EXPRESSION_KEY, Key, PropertyArgument
from msolemu.runtime.values.property_expressions import ScriptCall
from msolemu.runtime.values.property_views import default_key_set

SORT_KEYS = (
    EXPRESSION_KEY,
    Key("ascending", (), (), convert=to_bool),
    Key("descending", (), (), convert=to_bool),
)
GROUP_KEYS = (EXPRESSION_KEY,)

MISSING = object()
"""What stands for the value of a property that an object lacks; it comes last whatever the order."""


@dataclass(frozen=True, slots=True)
class SortKey:
    """One property to sort by."""

    read: Callable[[Value], Value]
    descending: bool = False


Report = Callable[[PowerShellError, Value], None]
"""Told of an error in an expression, with the object that it was read from."""


def compared_by(properties: Sequence[Value] | None, objects: Sequence[Value]) -> Sequence[Value] | None:
    """What objects are compared by: the properties that were named, else those that the first one's type names."""
    if properties is not None or not objects:
        return properties
    return default_key_set(objects[0]) or None


def sort_keys(
    arguments: Sequence[PropertyArgument], call: ScriptCall, report: Report, *, descending: bool
) -> list[SortKey]:
    """The keys that the arguments mean; without any, the object itself."""
    if not arguments:
        return [SortKey(_itself, descending)]
    return [SortKey(_reader(argument, call, report), _descends(argument, default=descending)) for argument in arguments]


def _descends(argument: PropertyArgument, *, default: bool) -> bool:
    """Whether one key turns the order around; keys that contradict each other say nothing."""
    descending, ascending = argument.entry("descending"), argument.entry("ascending")
    if descending is None:
        return default if ascending is None else not ascending
    return default if ascending is not None and bool(ascending) is bool(descending) else bool(descending)


def _itself(value: Value) -> Value:
    return value


def _reader(argument: PropertyArgument, call: ScriptCall, report: Report) -> Callable[[Value], Value]:
    expression = argument.expression

    def read(value: Value) -> Value:
        found = expression.first(value, call)
        if found is None:
            return MISSING
        if found.error is not None:
            report(found.error, value)
            return None
        return found.value

    return read


def compare(first: Value, second: Value, *, ignore_case: bool) -> int:
    """The order of two values; what cannot be compared is compared as text."""
    order = try_compare(first, second, ignore_case=ignore_case)
    if order is not None:
        return order
    left, right = (collation_key(culture_text(value), ignore_case) for value in (first, second))
    return (left > right) - (left < right)


def _is_of_one_kind(column: Sequence[Value]) -> bool:
    """Whether the values are ordered among each other; text beside numbers is not, for the left one decides how."""
    kinds = {type(value) for value in map(unwrap, column)} - {type(None), type(MISSING)}
    return len(kinds) <= 1 or kinds <= NUMBER_TYPES


class KeyTable:
    """The key values of objects, each read once; `missing` stands for that of a property that an object lacks."""

    def __init__(
        self, values: Sequence[Value], keys: Sequence[SortKey], *, ignore_case: bool, missing: Value = MISSING
    ) -> None:
        self.keys = keys
        self.ignore_case = ignore_case
        self.count = len(values)
        self.columns = [[key.read(value) for value in values] for key in keys]
        if missing is not MISSING:
            self.columns = [[missing if one is MISSING else one for one in column] for column in self.columns]

    def order(self) -> list[int]:
        """The places of the objects in sorted order; equal ones keep theirs."""
        order = list(range(self.count))
        for key, column in zip(reversed(self.keys), reversed(self.columns), strict=True):
            order = self._sorted(order, key, column)
        return order

    def unstable_order(self) -> list[int]:
        """The places as .NET's sort leaves them: equal objects may change places."""
        if not all(_is_of_one_kind(column) for column in self.columns):
            wrap = functools.cmp_to_key(self._compared)
            return sorted_places([wrap(place) for place in range(self.count)])
        order = self.order()
        ranks = self._ranks(order)
        return order if not order or ranks[order[-1]] == self.count - 1 else sorted_places(ranks)

    def _ranks(self, order: list[int]) -> list[int]:
        """How many different objects come before each."""
        ranks = [0] * self.count
        for before, place in itertools.pairwise(order):
            ranks[place] = ranks[before] + (not self.equal(before, place))
        return ranks

    def _compared(self, first: int, second: int) -> int:
        """The order of two objects by the first key in which they differ."""
        for key, column in zip(self.keys, self.columns, strict=True):
            left, right = column[first], column[second]
            if left is MISSING or right is MISSING:
                order = (left is MISSING) - (right is MISSING)
            else:
                order = compare(unwrap(left), unwrap(right), ignore_case=self.ignore_case)
                order = -order if key.descending else order
            if order:
                return order
        return 0

    def without_repetition(self, order: list[int]) -> list[int]:
        """The sorted places, of equal ones the first."""
        found: list[int] = []
        for place in order:
            if not found or not self.equal(found[-1], place):
                found.append(place)
        return found

    def equal(self, first: int, second: int) -> bool:
        """Whether two objects agree in all keys."""
        return all(self._same(column[first], column[second]) for column in self.columns)

    def groups(self) -> Iterator[list[int]]:
        """The places of objects that agree in all keys, in sorted order."""
        members: list[int] = []
        for place in self.order():
            if members and not self.equal(members[0], place):
                yield members
                members = []
            members.append(place)
        if members:
            yield members

    def _sorted(self, order: list[int], key: SortKey, column: list[Value]) -> list[int]:
        missing = [place for place in order if column[place] is MISSING]
        if missing:
            order = [place for place in order if column[place] is not MISSING]
        python_keys = self._python_keys(column)
        # Turned around twice, so that descending order, too, keeps equal objects in their order.
        if key.descending:
            order.reverse()
        order.sort(key=python_keys.__getitem__)
        if key.descending:
            order.reverse()
        return order + missing

    def _python_keys(self, column: list[Value]) -> list[Any]:
        """Keys that Python sorts quickly, when all values are of one kind; else compared one by one."""
        kinds = {type(value) for value in column}
        if kinds <= {int, float} or kinds == {bool}:
            return column
        if kinds == {str}:
            return [collation_key(value, self.ignore_case) for value in column]
        wrap = functools.cmp_to_key(lambda first, second: compare(first, second, ignore_case=self.ignore_case))
        return [None if value is MISSING else wrap(unwrap(value)) for value in column]

    def _same(self, first: Value, second: Value) -> bool:
        if first is second:
            return True
        if first is MISSING or second is MISSING:
            return False
        return compare(first, second, ignore_case=self.ignore_case) == 0

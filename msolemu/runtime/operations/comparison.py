"""Comparison operators: a collection on the left is filtered, a single value answers with true or false."""

from __future__ import annotations

import enum
import operator
from collections.abc import Callable

from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.records import StatementError
from msolemu.runtime.operations.ordering import UNORDERED, equals, is_below_zero, is_from_zero, order, try_compare
from msolemu.runtime.operations.promotion import thrown
from msolemu.runtime.text.collation import collation_key, same_text
from msolemu.runtime.text.matching import like_pattern, match_groups, matches
from msolemu.runtime.types import registry
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.values.objects import (
    Char,
    Hashtable,
    PSCustomObject,
    PSObject,
    Value,
    enumerate_value,
    is_enumerable,
    unwrap,
)

__all__ = [
    "ccontains",
    "ceq",
    "cge",
    "cgt",
    "cin",
    "cle",
    "clike",
    "clt",
    "cne",
    "cnotcontains",
    "cnotin",
    "cnotlike",
    "collation_key",
    "contains",
    "eq",
    "ge",
    "gt",
    "in_",
    "is_type",
    "le",
    "like",
    "lt",
    "match_groups",
    "matches",
    "ne",
    "notcontains",
    "notin",
    "notlike",
    "try_compare",
]

Test = Callable[[Value], bool]
Operate = Callable[[Value, Value], Value]


_DIRECT = frozenset({int, float})
_SINGLE = frozenset({str, int, float, bool, Char, type(None), PSCustomObject, Hashtable})
"""The commonest types of values that are no collections."""


def _filtered(left: Value, test: Test) -> Value:
    """The elements that pass, of a collection; whether the value passes, else."""
    if type(left) not in _SINGLE and is_enumerable(left):
        return [element for element in enumerate_value(left) if test(element)]
    return test(left)


def _equality(*, ignore_case: bool, wanted: bool) -> Operate:
    def operate(left: Value, right: Value) -> Value:
        if type(left) is str and type(right) is str:
            return same_text(left, right, ignore_case=ignore_case) is wanted
        if type(left) in _DIRECT and type(right) in _DIRECT:
            return (left == right) is wanted
        right = unwrap(right)
        if left is None:
            return equals(None, right) is wanted
        if right is None and type(left) in _SINGLE:
            return not wanted
        return _filtered(left, lambda one: equals(unwrap(one), right, ignore_case=ignore_case) is wanted)

    return operate


eq = _equality(ignore_case=True, wanted=True)
ne = _equality(ignore_case=True, wanted=False)
ceq = _equality(ignore_case=False, wanted=True)
cne = _equality(ignore_case=False, wanted=False)


def _ordering(direct: Callable[[Value, Value], bool], *, ignore_case: bool) -> Operate:
    """An operator by Python's own, which decides between numbers, and with zero between any two values' order."""
    lower, same = direct(0, 1), direct(0, 0)

    def stands(left: Value, right: Value) -> bool:
        if left is None or right is None:
            return _beside_null(left, right, lower=lower, same=same)
        found = order(left, right, ignore_case=ignore_case)
        return found != UNORDERED and direct(found, 0)

    def operate(left: Value, right: Value) -> Value:
        if type(left) in _DIRECT and type(right) in _DIRECT:
            return direct(left, right)
        right = unwrap(right)
        return _filtered(left, lambda one: stands(unwrap(one), right))

    return operate


lt = _ordering(operator.lt, ignore_case=True)
le = _ordering(operator.le, ignore_case=True)
gt = _ordering(operator.gt, ignore_case=True)
ge = _ordering(operator.ge, ignore_case=True)
clt = _ordering(operator.lt, ignore_case=False)
cle = _ordering(operator.le, ignore_case=False)
cgt = _ordering(operator.gt, ignore_case=False)
cge = _ordering(operator.ge, ignore_case=False)


def _beside_null(left: Value, right: Value, *, lower: bool, same: bool) -> bool:
    """Null is below everything but the numbers below zero, and NaN."""
    if left is None and right is None:
        return same
    null_first = left is None
    other = right if null_first else left
    if isinstance(other, enum.Enum):
        raise _no_operator(registry.type_of(other), "GreaterThanOrEqual" if null_first is lower else "LessThan")
    if null_first is lower:
        return is_from_zero(other)
    return is_below_zero(other)


def _no_operator(kind: NetType, name: str) -> StatementError:
    full_name = kind.full_name
    return thrown(
        "System.InvalidOperationException",
        f"The binary operator {name} is not defined for the types '{full_name}' and '{full_name}'.",
    )


def _likeness(*, ignore_case: bool, wanted: bool) -> Operate:
    def operate(left: Value, right: Value) -> Value:
        fits = like_pattern(right, ignore_case=ignore_case)
        if is_enumerable(left):
            return [text for text in map(to_text, enumerate_value(left)) if fits(text) is wanted]
        return fits(to_text(left)) is wanted

    return operate


like = _likeness(ignore_case=True, wanted=True)
notlike = _likeness(ignore_case=True, wanted=False)
clike = _likeness(ignore_case=False, wanted=True)
cnotlike = _likeness(ignore_case=False, wanted=False)


def _containment(*, ignore_case: bool, wanted: bool) -> Operate:
    """Whether an element equals a value; the element decides how."""

    def operate(left: Value, right: Value) -> Value:
        right = unwrap(right)
        elements = enumerate_value(left) if is_enumerable(left) else (left,)
        if type(right) is str and type(left) is list and right in left:
            return wanted
        for one in elements:
            if equals(unwrap(one), right, ignore_case=ignore_case):
                return wanted
        return not wanted

    return operate


contains = _containment(ignore_case=True, wanted=True)
notcontains = _containment(ignore_case=True, wanted=False)
ccontains = _containment(ignore_case=False, wanted=True)
cnotcontains = _containment(ignore_case=False, wanted=False)


def in_(left: Value, right: Value) -> Value:
    """`-in`."""
    return contains(right, left)


def notin(left: Value, right: Value) -> Value:
    """`-notin`."""
    return notcontains(right, left)


def cin(left: Value, right: Value) -> Value:
    """`-cin`."""
    return ccontains(right, left)


def cnotin(left: Value, right: Value) -> Value:
    """`-cnotin`."""
    return cnotcontains(right, left)


def is_type(value: Value, kind: NetType | None) -> bool:
    """`-is`: whether the value is of the type, or of one derived from it, or has the interface."""
    plain = unwrap(value)
    if plain is None or kind is None:
        return False
    if kind.python is PSObject:
        return isinstance(plain, PSCustomObject) or type(value) is PSObject
    return registry.type_of(plain).is_a(kind)

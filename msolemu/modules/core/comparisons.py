"""The comparisons of Where-Object: one parameter set for each operator, with the operator's name as a switch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.errors.records import ErrorCategory, runtime_error
from msolemu.runtime.operations import comparison
from msolemu.runtime.values.objects import Value, is_enumerable, unwrap

if TYPE_CHECKING:
    from msolemu.runtime.types.net_type import NetType

Compare = Callable[[Value, Value], Value]


@dataclass(frozen=True, slots=True)
class Comparison:
    """An operator as Where-Object offers it: parameter set, switch, its other name, and what compares."""

    set_name: str
    switch: str
    alias: str
    compare: Compare


def _match(exact: bool, negated: bool) -> Compare:
    return lambda left, right: comparison.match_groups(left, right, exact, negated)[0]


def _is(left: Value, right: Value) -> bool:
    """Whether a value is of a type; of null are only null values."""
    return unwrap(left) is None if right is None else comparison.is_type(left, type_meant(right))


def type_meant(value: Value) -> NetType:
    """The type that `-Is` was given, by value or by name; raises when there is none of that name."""
    from msolemu.runtime.types.net_type import NetType
    from msolemu.runtime.types.registry import find_type

    plain = unwrap(value)
    if isinstance(plain, NetType):
        return plain
    name = str(plain).strip()
    name = name[1:-1] if name.startswith("[") and name.endswith("]") else name
    found = find_type(name)
    if found is None:
        raise runtime_error(
            "TypeNotFound", f"Unable to find type [{name}].", ErrorCategory.INVALID_OPERATION, target=name
        )
    return found


_PAIRS: tuple[tuple[str, str, Compare, Compare], ...] = (
    ("NotEqual", "NE", comparison.ne, comparison.cne),
    ("GreaterThan", "GT", comparison.gt, comparison.cgt),
    ("LessThan", "LT", comparison.lt, comparison.clt),
    ("GreaterOrEqual", "GE", comparison.ge, comparison.cge),
    ("LessOrEqual", "LE", comparison.le, comparison.cle),
    ("Like", "Like", comparison.like, comparison.clike),
    ("NotLike", "NotLike", comparison.notlike, comparison.cnotlike),
    ("Match", "Match", _match(False, False), _match(True, False)),
    ("NotMatch", "NotMatch", _match(False, True), _match(True, True)),
    ("Contains", "Contains", comparison.contains, comparison.ccontains),
    ("NotContains", "NotContains", comparison.notcontains, comparison.cnotcontains),
    ("In", "In", comparison.in_, comparison.cin),
    ("NotIn", "NotIn", comparison.notin, comparison.cnotin),
)


def _comparisons() -> Iterator[Comparison]:
    yield Comparison("CaseSensitiveEqualSet", "CEQ", "", comparison.ceq)
    for name, switch, ignoring, exact in _PAIRS:
        yield Comparison(f"{name}Set", switch, f"I{switch}", ignoring)
        yield Comparison(f"CaseSensitive{name}Set", f"C{switch}", "", exact)
    yield Comparison("IsSet", "Is", "", _is)
    yield Comparison("IsNotSet", "IsNot", "", lambda left, right: not _is(left, right))


COMPARISONS = tuple(_comparisons())
TAKES_A_COLLECTION = ("In", "CIn", "NotIn", "CNotIn")
"""The operators whose right side may be a single value, which then counts as a collection of it."""


def as_collection(value: Value) -> Value:
    """A value as the right side of -in."""
    return value if is_enumerable(value) else [value]

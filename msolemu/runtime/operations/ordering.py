"""The order of two values that are no collections: what `-lt` and its like, sorting and grouping go by.

The left value decides: the right one is taken to its type. What has no order raises PowerShell's errors.
"""

from __future__ import annotations

import enum
import math

from msolemu.runtime.casting.conversion import convert, to_bool, to_text
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, StatementError, runtime_error
from msolemu.runtime.numeric.numbers import NumberError, plain, to_decimal
from msolemu.runtime.operations.operand_text import number_from
from msolemu.runtime.operations.promotion import DECIMAL, no_coercion, type_code, unable_to_cast
from msolemu.runtime.text.collation import compare_text, same_text
from msolemu.runtime.types import registry
from msolemu.runtime.values.enumerations import number_of
from msolemu.runtime.values.objects import BigInteger, Char, PSCustomObject, StandsForNull, Value, unwrap

UNORDERED = 2
"""Where neither is lower and they are not equal: a number and NaN."""
COMPARABLE = "System.IComparable"


def order(left: Value, right: Value, *, ignore_case: bool = True) -> int:
    """-1, 0 or 1, or UNORDERED; neither value is null. Raises StatementError."""
    if type(left) is str:
        return compare_text(left, right if type(right) is str else to_text(right), ignore_case=ignore_case)
    if type(left) is bool:
        return _sign(left, _converted(left, right))
    if type_code(left) and type(left) is not Char:
        other = number_from(right, left) if type(right) is str else right
        if type_code(other):
            return order_of_numbers(left, other)
        return _order_of_like(left, _converted(left, other))
    if isinstance(left, PSCustomObject):
        return _order_of_objects(left, right)
    if not _is_comparable(left):
        raise runtime_error("NotIcomparable", f'Cannot compare "{to_text(left)}" because it is not IComparable.')
    return _order_of_like(left, _converted(left, right))


def _converted(left: Value, right: Value) -> Value:
    if type(left) is bool:
        return to_bool(right)
    try:
        return convert(right, registry.type_of(left))
    except PowerShellError as error:
        raise runtime_error(
            "ComparisonFailure",
            f'Could not compare "{to_text(left)}" to "{to_text(right)}". Error: "{error.record.exception.message}"',
            inner=error.record.exception,
        ) from None


def _order_of_objects(left: PSCustomObject, right: Value) -> int:
    if left is right:
        return 0
    text = to_text(left)
    raise runtime_error(
        "PSObjectCompareTo",
        f'Cannot compare "{text}" to "{to_text(right)}" because the objects are not the same type or the object '
        f'"{text}" does not implement "IComparable".',
        ErrorCategory.NOT_SPECIFIED,
        "System.Management.Automation.ExtendedTypeSystemException",
    )


def _is_comparable(value: Value) -> bool:
    if type(value) in (Char, BigInteger) or hasattr(value, "ticks"):
        return True
    kind = registry.type_of(value)
    return kind.full_name == "System.Guid" or any(COMPARABLE in one.interfaces for one in kind.lineage())


def order_of_numbers(left: Value, right: Value) -> int:
    """The order of two numeric or primitive values."""
    if max(type_code(left), type_code(right)) == DECIMAL:
        return _order_with_decimal(left, right)
    if isinstance(left, enum.Enum):
        if type(right) is float:
            raise unable_to_cast(registry.type_of(left).full_name, "System.Double")
        left = number_of(left)
    if isinstance(right, enum.Enum):
        right = number_of(right)
    return _sign(plain(left), plain(right))


def _order_with_decimal(left: Value, right: Value) -> int:
    """A double is taken to decimal, so that 0.1 equals 0.1d; one outside its range is compared as it is."""
    if isinstance(left, enum.Enum):
        raise no_coercion(registry.type_of(left).full_name, "System.Decimal")
    one, other = (number_of(value) if isinstance(value, enum.Enum) else plain(value) for value in (left, right))
    try:
        return _sign(to_decimal(one), to_decimal(other))
    except NumberError:
        return _sign(float(one), float(other))


def _defines(value: Value, method: str) -> bool:
    """Whether the value's class has a comparison of its own."""
    return any(method in vars(cls) for cls in type(value).__mro__[:-1])


def _sign(left: Value, right: Value) -> int:
    if left < right:
        return -1
    if left > right:
        return 1
    return 0 if left == right else UNORDERED


def _order_of_like(left: Value, right: Value) -> int:
    """The order of two values of one type."""
    if hasattr(left, "ticks"):
        return _sign(left.ticks, right.ticks)
    if isinstance(left, enum.Enum):
        return _sign(number_of(left), number_of(right))
    if _defines(left, "__lt__"):
        return _sign(left, right)
    from msolemu.runtime.values.members import invoke_method

    found = convert(invoke_method(left, "CompareTo", [right]), registry.net_type_of_class(int))
    return int(_sign(found, 0))


def is_below_zero(value: Value) -> bool:
    """Whether a value, beside null, is a number below zero."""
    return _is_plain_number(value) and bool(value < 0)


def is_from_zero(value: Value) -> bool:
    """Whether a value, beside null, counts as zero or above, as everything does that is no number."""
    return not _is_plain_number(value) or bool(value >= 0)


def _is_plain_number(value: Value) -> bool:
    return bool(type_code(value)) and type(value) not in (bool, Char)


def try_compare(first: Value, second: Value, *, ignore_case: bool = True) -> int | None:
    """The order of two values for sorting; None when they have none. Null comes after the numbers below zero only."""
    first, second = unwrap(first), unwrap(second)
    if type(first) is int and type(second) is int:
        return (first > second) - (first < second)
    if first is None:
        return 0 if second is None else 1 if is_below_zero(second) else -1
    if second is None:
        return -1 if is_below_zero(first) else 1
    if _is_nan(first) or _is_nan(second):
        return _is_nan(second) - _is_nan(first)
    try:
        found = order(first, second, ignore_case=ignore_case)
    except StatementError:
        return None
    return None if found == UNORDERED else found


def _is_nan(value: Value) -> bool:
    return isinstance(value, float) and math.isnan(value)


def equals(left: Value, right: Value, *, ignore_case: bool = True) -> bool:
    """Whether two values are equal, the right one taken to the left one's type; never raises."""
    if type(left) is str and type(right) is str:
        return same_text(left, right, ignore_case=ignore_case)
    if left is None or right is None:
        return left is right or isinstance(right if left is None else left, StandsForNull)
    if type(left) is int and type(right) is int:
        return left == right
    if type(left) is bool:
        return left is to_bool(right)
    if type(left) is str:
        return same_text(left, to_text(right), ignore_case=ignore_case)
    if type(left) is Char:
        return _same_character(left, right, ignore_case=ignore_case)
    if left is right:
        return not _is_nan(left)
    try:
        return _equals_converted(left, right)
    except PowerShellError:
        return False


def _same_character(left: Char, right: Value, *, ignore_case: bool) -> bool:
    try:
        other = convert(right, registry.net_type_of_class(Char))
    except PowerShellError:
        return False
    return str(left) == str(other) or (ignore_case and left.lower() == other.lower())


def _equals_converted(left: Value, right: Value) -> bool:
    if type_code(left):
        other = number_from(right, left) if type(right) is str else right
        if type_code(other):
            return order_of_numbers(left, other) == 0
    if isinstance(left, list) or not (
        isinstance(left, enum.Enum) or hasattr(left, "ticks") or _defines(left, "__eq__")
    ):
        return False
    other = right if type(right) is type(left) else convert(right, registry.type_of(left))
    if hasattr(left, "ticks"):
        return bool(left.ticks == other.ticks)
    return bool(left == other)

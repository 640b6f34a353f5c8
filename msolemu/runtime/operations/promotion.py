"""Arithmetic of two numbers of any types: which type they are taken to, and what happens when the result outgrows it.

The higher TypeCode decides, decimal above double. A sum of two Int32 that does not fit is a Double, and so for other
whole types; an unsigned number and a negative one are taken to Double. An enumeration on the left stays one.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Callable
from decimal import Decimal

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.errors.records import ErrorCategory, ExceptionValue, StatementError, runtime_error
from msolemu.runtime.numeric import numbers
from msolemu.runtime.numeric.numbers import SIGNED, TYPE_CODES, NumberError
from msolemu.runtime.types import registry
from msolemu.runtime.values.enumerations import enumeration_of, number_of, value_of
from msolemu.runtime.values.objects import INTEGER_RANGES, Char, Int64, UInt32, UInt64, Value

INT32, UINT32, INT64, UINT64, DECIMAL = 9, 10, 11, 12, 15


@dataclass(frozen=True, slots=True)
class Operation:
    """An arithmetic operation: on whole numbers, on doubles, on decimals; and what it is called in errors."""

    sign: str
    method: str
    whole: Callable[[int, int], float]
    real: Callable[[float, float], float]
    exact: Callable[[Decimal, Decimal], Decimal]


def thrown(exception_type: str, message: str) -> StatementError:
    """An exception of .NET that PowerShell lets through: its type's name is the id."""
    return runtime_error(exception_type, message, ErrorCategory.OPERATION_STOPPED, exception_type)


def divided_by_zero() -> StatementError:
    """Whole numbers and decimals cannot be divided by zero."""
    message = "Attempted to divide by zero."
    inner = ExceptionValue("System.DivideByZeroException", message)
    return runtime_error("RuntimeException", message, ErrorCategory.NOT_SPECIFIED, inner=inner)


def type_code(value: Value) -> int:
    """The TypeCode of a numeric or primitive value, that of an enumeration's numbers included; 0 for any other."""
    code = TYPE_CODES.get(type(value))
    if code is not None:
        return code
    return INT32 if isinstance(value, enum.Enum) else 0


def operate(operation: Operation, left: Value, right: Value) -> Value:
    """The result for two numeric or primitive values."""
    if isinstance(left, enum.Enum):
        return _on_enumeration(operation, left, right)
    if isinstance(right, enum.Enum):
        right = number_of(right)
    return _on_numbers(operation, left, right)


def _on_numbers(operation: Operation, left: Value, right: Value) -> Value:
    code = max(TYPE_CODES[type(left)], TYPE_CODES[type(right)])
    if code == DECIMAL:
        return _on_decimals(operation, left, right)
    if code > UINT64:
        return operation.real(float(numbers.plain(left)), float(numbers.plain(right)))
    one, other = numbers.plain(left), numbers.plain(right)
    cls = whole_type(code, left, right)
    if cls is None:
        return operation.real(float(one), float(other))
    return in_type(operation.whole(one, other), cls, truncated=operation is MULTIPLY and cls in (Int64, UInt64))


def whole_type(code: int, left: Value, right: Value) -> type | None:
    """The whole type for operands of which the higher has that code; None when one is unsigned, the other negative."""
    if code <= INT32:
        return int
    if code == INT64:
        return Int64
    if any(type(one) in SIGNED and one < 0 for one in (left, right)):
        return None
    return UInt32 if code == UINT32 else UInt64


def in_type(result: float, cls: type, *, truncated: bool = False) -> Value:
    """A whole result as that type, as a Double when it does not fit; a quotient that is a Double stays one.

    Products of 64-bit numbers are BigIntegers on the way, whose cast to Double cuts off what it cannot hold.
    """
    if type(result) is float:
        return result
    low, high = INTEGER_RANGES[cls]
    if not low <= result <= high:
        return numbers.cut_to_double(int(result)) if truncated else float(result)
    return result if cls is int and type(result) is int else cls(result)


def _on_decimals(operation: Operation, left: Value, right: Value) -> Value:
    if type(left) is bool:
        raise no_coercion("System.Boolean", "System.Decimal")
    try:
        one, other = (numbers.to_decimal(numbers.plain(value)) for value in (left, right))
    except NumberError as error:
        raise thrown("System.OverflowException", str(error)) from None
    try:
        return operation.exact(one, other)
    except NumberError as error:
        raise runtime_error("RuntimeException", str(error), ErrorCategory.NOT_SPECIFIED) from None


def no_coercion(source: str, target: str) -> StatementError:
    """The compiled operation has no cast between the two types."""
    return thrown(
        "System.InvalidOperationException", f"No coercion operator is defined between types '{source}' and '{target}'."
    )


def _on_enumeration(operation: Operation, left: enum.Enum, right: Value) -> Value:
    kind = registry.type_of(left)
    code = type_code(right)
    if code == DECIMAL:
        raise no_coercion(kind.full_name, "System.Decimal")
    if code > INT32:
        raise unable_to_cast(kind.full_name, registry.type_of(right).full_name)
    result = _on_numbers(operation, number_of(left), number_of(right) if isinstance(right, enum.Enum) else right)
    if type(result) is not int:
        raise unable_to_cast(registry.type_of(result).full_name, kind.full_name)
    return value_of(enumeration_of(kind), result)


def unable_to_cast(source: str, target: str) -> StatementError:
    """A cast that fails as it runs."""
    return thrown("System.InvalidCastException", f"Unable to cast object of type '{source}' to type '{target}'.")


def whole_quotient(left: int, right: int) -> float:
    """A whole number when the division comes out even, else a double."""
    if right == 0:
        raise divided_by_zero()
    quotient, rest = divmod(left, right)
    return quotient if rest == 0 else float(left) / float(right)


def whole_remainder(left: int, right: int) -> int:
    """The remainder, with the sign of the dividend."""
    if right == 0:
        raise divided_by_zero()
    rest = abs(left) % abs(right)
    return -rest if left < 0 else rest


def real_quotient(left: float, right: float) -> float:
    """The quotient of IEEE 754."""
    if right == 0:
        return math.nan if left == 0 or math.isnan(left) else math.copysign(math.inf, left) * math.copysign(1, right)
    return left / right


def real_product(left: float, right: float) -> float:
    """The product."""
    return left * right


def real_remainder(left: float, right: float) -> float:
    """The remainder, with the sign of the dividend; not a number for a division by zero or an infinite dividend."""
    if right == 0 or math.isinf(left) or math.isnan(left):
        return math.nan
    return math.fmod(left, right)


def exact_quotient(left: Decimal, right: Decimal) -> Decimal:
    """The quotient of decimals."""
    if not right:
        raise divided_by_zero()
    return numbers.divide_decimals(left, right)


def exact_remainder(left: Decimal, right: Decimal) -> Decimal:
    """The remainder of decimals."""
    if not right:
        raise divided_by_zero()
    return numbers.remainder_of_decimals(left, right)


ADD = Operation("+", "op_Addition", int.__add__, float.__add__, numbers.add_decimals)
SUBTRACT = Operation("-", "op_Subtraction", int.__sub__, float.__sub__, numbers.subtract_decimals)
MULTIPLY = Operation("*", "op_Multiply", int.__mul__, real_product, numbers.multiply_decimals)
DIVIDE = Operation("/", "op_Division", whole_quotient, real_quotient, exact_quotient)
REMAINDER = Operation("%", "op_Modulus", whole_remainder, real_remainder, exact_remainder)


def is_numeric(value: Value) -> bool:
    """Whether `*` takes the value as a number: neither Booleans nor characters."""
    return type(value) not in (bool, Char) and bool(type_code(value))

"""Arithmetic operators, by PowerShell's rules of promotion: the left operand decides what an operator means."""

from __future__ import annotations

import enum

from msolemu.runtime.casting.conversion import convert, separator_for, to_text
from msolemu.runtime.errors.records import runtime_error
from msolemu.runtime.numeric.numbers import TYPE_CODES, NumberError, cast_number, plain
from msolemu.runtime.operations.bits import bitwise_and, bitwise_not, bitwise_or, bitwise_xor, shift_left, shift_right
from msolemu.runtime.operations.operand_text import INT, numbers_from
from msolemu.runtime.operations.operator_methods import call_operator, operand_name
from msolemu.runtime.operations.promotion import (
    ADD,
    DIVIDE,
    MULTIPLY,
    REMAINDER,
    SUBTRACT,
    Operation,
    in_type,
    is_numeric,
    operate,
    thrown,
    type_code,
)
from msolemu.runtime.types import registry
from msolemu.runtime.values.objects import (
    BigInteger,
    Char,
    Hashtable,
    OrderedDictionary,
    TypedArray,
    UInt32,
    Value,
    enumerate_value,
    is_enumerable,
    unwrap,
)

__all__ = [
    "add",
    "bitwise_and",
    "bitwise_not",
    "bitwise_or",
    "bitwise_xor",
    "divide",
    "increment",
    "multiply",
    "negate",
    "plus",
    "range_",
    "remainder",
    "shift_left",
    "shift_right",
    "subtract",
]

LOWEST, HIGHEST = -(2**31), 2**31 - 1
LONGEST = 2**30
"""The length of text at which .NET gives up."""
MOST_ELEMENTS = 2**28
"""The elements of an array for which a machine of today has no room."""
_PLAIN = frozenset({int, float})
UINT = registry.net_type_of_class(UInt32)


def add(left: Value, right: Value) -> Value:
    """`+`: a sum of numbers, text put together, an array with more elements, dictionaries in one."""
    if type(left) is float and type(right) in _PLAIN:
        return left + right
    left, right = unwrap(left), unwrap(right)
    if left is None:
        return right
    if type(left) is str:
        return left + (right if type(right) is str else to_text(right, separator_for(right)))
    if type(left) is Char:
        return str(left) + to_text(right, separator_for(right))
    if type_code(left):
        return _calculate(ADD, left, right)
    if is_enumerable(left):
        return [*enumerate_value(left), *(enumerate_value(right) if is_enumerable(right) else (right,))]
    if isinstance(left, Hashtable):
        return _together(left, right)
    return call_operator(ADD.method, ADD.sign, left, right)


def _together(left: Hashtable, right: Value) -> Hashtable:
    if not isinstance(right, Hashtable):
        raise runtime_error("AddHashTableToNonHashTable", "A hash table can only be added to another hash table.")
    made = (OrderedDictionary if isinstance(left, OrderedDictionary) else Hashtable)(left.items())
    for key, value in right.items():
        if key in made:
            text = to_text(key)
            raise thrown(
                "System.ArgumentException",
                f"Item has already been added. Key in dictionary: '{text}'  Key being added: '{text}'",
            )
        made[key] = value
    return made


def subtract(left: Value, right: Value) -> Value:
    """`-`."""
    return _numbers_or_method(SUBTRACT, left, right)


def divide(left: Value, right: Value) -> Value:
    """`/`: a whole number when it comes out even."""
    return _numbers_or_method(DIVIDE, left, right)


def remainder(left: Value, right: Value) -> Value:
    """`%`: the remainder, with the sign of the dividend."""
    return _numbers_or_method(REMAINDER, left, right)


def _numbers_or_method(operation: Operation, left: Value, right: Value) -> Value:
    if type(left) in _PLAIN and type(right) in _PLAIN:
        if type(left) is int and type(right) is int:
            return in_type(operation.whole(left, right), int)
        return operation.real(float(left), float(right))
    left, right = unwrap(left), unwrap(right)
    if left is None:
        left = 0
    if type_code(left) or type(left) is str:
        return _calculate(operation, left, right)
    return call_operator(operation.method, operation.sign, left, right)


def _calculate(operation: Operation, left: Value, right: Value) -> Value:
    if right is None:
        right = 0
    left, right = numbers_from(left, right)
    if type_code(left) and type_code(right):
        return operate(operation, left, right)
    return call_operator(operation.method, operation.sign, left, right)


def multiply(left: Value, right: Value) -> Value:
    """`*`: a product of numbers; text or an array repeated."""
    if type(left) is int and type(right) is int:
        return in_type(left * right, int)
    left, right = unwrap(left), unwrap(right)
    if left is None:
        return None
    if type(left) is str:
        return _repeated(left, convert(right, INT))
    if is_numeric(left):
        return _calculate(MULTIPLY, left, right)
    if is_enumerable(left):
        times = int(convert(right, UINT))
        items = list(enumerate_value(left))
        _demand_room(len(items) * times, MOST_ELEMENTS)
        return TypedArray(items * times, left.element) if type(left) is TypedArray else items * times
    return call_operator(MULTIPLY.method, MULTIPLY.sign, left, right)


def _repeated(text: str, times: int) -> str:
    if times < 0:
        raise thrown(
            "System.ArgumentOutOfRangeException",
            f"times ('{times}') must be a non-negative value. (Parameter 'times')\nActual value was {times}.",
        )
    _demand_room(len(text) * times, LONGEST)
    return text * times


def _demand_room(length: int, most: int) -> None:
    if length > most:
        raise thrown("System.OutOfMemoryException", "Insufficient memory to continue the execution of the program.")


def plus(value: Value) -> Value:
    """`+` before a value: nothing and the value, as numbers."""
    return add(0, value)


def negate(value: Value) -> Value:
    """`-` before a value: zero less the value."""
    return subtract(0, value)


def increment(value: Value, step: int) -> Value:
    """`++` and `--`: only numbers, and null as zero."""
    if type(value) is int and LOWEST < value < HIGHEST:
        return value + step
    value = unwrap(value)
    if value is None:
        return step
    if type(value) is BigInteger or not is_numeric(value):
        name = "++" if step > 0 else "--"
        raise runtime_error(
            "OperatorRequiresNumber",
            f"The '{name}' operator works only on numbers. The operand is a '{operand_name(value)}'.",
        )
    return _in_own_type(value, operate(ADD if step > 0 else SUBTRACT, value, 1))


def _in_own_type(value: Value, result: Value) -> Value:
    """A counter keeps its type as long as it can."""
    if type(value) not in TYPE_CODES or type(result) is type(value):
        return result
    try:
        return cast_number(result, type(value)) if type(result) is int else result
    except NumberError:
        return result


def range_(left: Value, right: Value) -> list[Value]:
    """`..`: the whole numbers from one to the other, or characters when both are."""
    values = span(left, right)
    _demand_room(len(values), MOST_ELEMENTS)
    return list(values)


def span(left: Value, right: Value) -> range | list[Value]:
    """What `range_` gives, numbers not yet counted."""
    if type(left) is int and type(right) is int:
        return _counting(left, right)
    left, right = unwrap(left), unwrap(right)
    first, last = _character(left), _character(right)
    if first is not None and last is not None:
        return [Char(chr(code)) for code in _counting(ord(first), ord(last))]
    return _counting(_to_int(left), _to_int(right))


def _counting(first: int, last: int) -> range:
    return range(first, last + 1) if first <= last else range(first, last - 1, -1)


def _character(value: Value) -> str | None:
    if type(value) is Char:
        return str(value)
    return value if type(value) is str and len(value) == 1 and not value.isdecimal() else None


def _to_int(value: Value) -> int:
    """What `Convert.ToInt32` makes of the value; its exceptions come through as they are."""
    from msolemu.runtime.casting.casts import system_name
    from msolemu.runtime.numeric.number_text import NO_NUMBER, WHOLE
    from msolemu.runtime.values.enumerations import number_of

    if value is None:
        return 0
    if type(value) is str:
        if not WHOLE.fullmatch(value):
            raise thrown("System.FormatException", NO_NUMBER.format(value))
        value = BigInteger(value)
    if isinstance(value, enum.Enum):
        value = number_of(value)
    if type_code(value) or type(value) is BigInteger:
        try:
            return int(cast_number(plain(value), int))
        except NumberError as error:
            raise thrown("System.OverflowException", str(error)) from None
    name = system_name(value)
    if name is not None:
        raise thrown("System.InvalidCastException", f"Invalid cast from '{name}' to 'Int32'.")
    raise thrown(
        "System.InvalidCastException",
        f"Unable to cast object of type '{registry.type_of(value).full_name}' to type 'System.IConvertible'.",
    )

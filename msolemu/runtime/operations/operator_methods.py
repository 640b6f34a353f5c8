"""Operators that types define themselves: `op_Addition` and its like of dates, spans, decimals, big integers, classes.

The type of the left operand has the operator, of the right one where the left is null or primitive. Arguments are
converted to the operator's parameters; their numbers, not their names, stand in the errors.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Callable
from decimal import Decimal

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.casting.conversion import convert, net_text
from msolemu.runtime.errors.net_errors import ambiguous, argument_conversion, method_not_found, no_overload
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, StatementError, runtime_error
from msolemu.runtime.numeric import numbers
from msolemu.runtime.numeric.numbers import INTEGERS, TYPE_CODES, NumberError
from msolemu.runtime.operations.promotion import exact_quotient, exact_remainder
from msolemu.runtime.types import registry
from msolemu.runtime.types.net_type import Method, NetType
from msolemu.runtime.values.objects import BigInteger, Char, Hashtable, PSCustomObject, Single, Value

DECIMAL, BIG = "System.Decimal", "System.Numerics.BigInteger"
DATE, OFFSET, SPAN = "System.DateTime", "System.DateTimeOffset", "System.TimeSpan"
DOUBLE, INT = "System.Double", "System.Int32"


@dataclass(frozen=True, slots=True)
class Operator:
    """One overload: the types of both operands, and what carries it out."""

    left: str
    right: str
    call: Callable[[Value, Value], Value]


def call_operator(method: str, sign: str, left: Value, right: Value) -> Value:
    """The result of the operator that one of the operands' types defines; raises when none does."""
    if left is None or (type(left) in TYPE_CODES and type(left) is not Decimal):
        owner = None if right is None or (type(right) in TYPE_CODES and type(right) is not Decimal) else right
    else:
        owner = left
    if owner is None:
        raise runtime_error(
            "NotADefinedOperationForType",
            f"The operation '[{operand_name(left)}] {sign} [{operand_name(right)}]' is not defined.",
        )
    kind = registry.type_of(owner)
    operators = _OPERATORS.get((kind.full_name, method))
    if operators is not None:
        return _call(method, operators, left, right)
    if isinstance(kind.static(method.lower()), Method):
        from msolemu.runtime.values.members import invoke_static

        return invoke_static(kind, method, [left, right])
    raise method_not_found(operand_name(owner), method)


def operand_name(value: Value) -> str:
    """The name of an operand's type in errors: custom objects are PSObjects there."""
    if value is None:
        return "$null"
    return (
        "System.Management.Automation.PSObject" if isinstance(value, PSCustomObject) else registry.type_of(value).text
    )


def _call(method: str, operators: tuple[Operator, ...], left: Value, right: Value) -> Value:
    chosen = operators[0] if len(operators) == 1 else _best(method, operators, left, right)
    one = _argument(0, left, _type(chosen.left), method)
    other = _argument(1, right, _type(chosen.right), method)
    try:
        return chosen.call(one, other)
    except NumberError as error:
        raise _failed(method, str(error)) from None


def _failed(method: str, reason: str) -> StatementError:
    return runtime_error(
        "DotNetMethodException",
        f'Exception calling "{method}" with "2" argument(s): "{reason}"',
        ErrorCategory.NOT_SPECIFIED,
        "System.Management.Automation.MethodInvocationException",
    )


def _type(full_name: str) -> NetType:
    found = registry.find_type(full_name)
    assert found is not None
    return found


def _argument(position: int, value: Value, kind: NetType, method: str) -> Value:
    try:
        return convert(value, kind)
    except PowerShellError as error:
        text = "null" if value is None else net_text(value)
        raise argument_conversion(str(position), text, method, kind.full_name, error.record.exception) from None


def _best(method: str, operators: tuple[Operator, ...], left: Value, right: Value) -> Operator:
    """The overload whose conversions rank highest for both operands."""
    ranked = [(_rank(left, one.left), _rank(right, one.right), one) for one in operators]
    fitting = [row for row in ranked if row[0] and row[1]]
    if not fitting:
        raise no_overload(method, 2)
    top = [row for row in fitting if all(row[0] >= other[0] and row[1] >= other[1] for other in fitting)]
    if len(top) != 1:
        raise ambiguous(method, 2)
    return top[0][2]


def _rank(value: Value, target: str) -> int:
    """How good the conversion of an operand to a date, a span or a double is; 0 when there is none."""
    if value is None:
        return 5 if target == DOUBLE else 0
    source = registry.type_of(value).full_name
    if source == target or (source == DATE and target == OFFSET):
        return 10
    return _rank_to_double(value, source) if target == DOUBLE else _rank_to_time(value, source)


def _rank_to_double(value: Value, source: str) -> int:
    if type(value) is Decimal:
        return 7
    if type(value) in INTEGERS or type(value) in (Char, Single):
        return 8
    if type(value) is str:
        return 6
    return 1 if type(value) is bool or isinstance(value, enum.Enum) or source == DATE else 0


def _rank_to_time(value: Value, source: str) -> int:
    if type(value) is str:
        return 5
    if type(value) in INTEGERS or type(value) is Char or isinstance(value, enum.Enum):
        return 4
    if isinstance(value, Hashtable | PSCustomObject):
        return 3
    if type(value) in (float, Single, Decimal):
        return 2
    return 1 if type(value) is bool or source == DATE else 0


def _by(full_name: str, call: Callable[[Value, Value], Value]) -> tuple[Operator, ...]:
    return (Operator(full_name, full_name, call),)


def _big(call: Callable[[int, int], int]) -> Callable[[Value, Value], Value]:
    return lambda left, right: BigInteger(call(int(left), int(right)))


def _shifted(number: int, places: int) -> int:
    """To the left; by a negative count to the right."""
    return number << places if places >= 0 else number >> -places


def _big_quotient(left: int, right: int) -> int:
    _demand_divisor(right)
    quotient = abs(left) // abs(right)
    return quotient if (left < 0) == (right < 0) else -quotient


def _big_remainder(left: int, right: int) -> int:
    _demand_divisor(right)
    rest = abs(left) % abs(right)
    return -rest if left < 0 else rest


def _demand_divisor(number: int) -> None:
    if not number:
        raise NumberError("Attempted to divide by zero.")


def _span(ticks: int) -> Value:
    from msolemu.runtime.types.time_span import TimeSpan

    if not -(2**63) <= ticks < 2**63:
        raise NumberError("TimeSpan overflowed because the duration is too long.")
    return TimeSpan(ticks)


def _scaled(span: Value, factor: float) -> Value:
    if math.isnan(factor):
        raise NumberError("TimeSpan does not accept floating point Not-a-Number values.")
    return _span_of(span.ticks * factor)


def _divided(span: Value, divisor: float) -> Value:
    if math.isnan(divisor):
        raise NumberError("TimeSpan does not accept floating point Not-a-Number values.")
    if divisor == 0:
        raise NumberError("TimeSpan overflowed because the duration is too long.")
    return _span_of(span.ticks / divisor)


def _span_of(ticks: float) -> Value:
    if math.isinf(ticks):
        raise NumberError("TimeSpan overflowed because the duration is too long.")
    return _span(round(ticks))


def _ratio(left: Value, right: Value) -> float:
    from msolemu.runtime.operations.promotion import real_quotient

    return real_quotient(float(left.ticks), float(right.ticks))


def _moved(moment: Value, ticks: int) -> Value:
    from msolemu.runtime.types.date_time import DateTime

    if not 0 <= moment.ticks + ticks <= 3155378975999999999:
        raise NumberError("The added or subtracted value results in an un-representable DateTime. (Parameter 'value')")
    return DateTime(moment.ticks + ticks, moment.kind)


def _moved_offset(moment: Value, ticks: int) -> Value:
    from msolemu.runtime.types.date_time_offset import DateTimeOffset

    return DateTimeOffset(_moved(moment.clock, ticks), moment.offset)


def _universal(moment: Value) -> int:
    return int(moment.clock.ticks - moment.offset)


_OPERATORS: dict[tuple[str, str], tuple[Operator, ...]] = {
    (DECIMAL, "op_Addition"): _by(DECIMAL, numbers.add_decimals),
    (DECIMAL, "op_Subtraction"): _by(DECIMAL, numbers.subtract_decimals),
    (DECIMAL, "op_Multiply"): _by(DECIMAL, numbers.multiply_decimals),
    (DECIMAL, "op_Division"): _by(DECIMAL, exact_quotient),
    (DECIMAL, "op_Modulus"): _by(DECIMAL, exact_remainder),
    (BIG, "op_Addition"): _by(BIG, _big(int.__add__)),
    (BIG, "op_Subtraction"): _by(BIG, _big(int.__sub__)),
    (BIG, "op_Multiply"): _by(BIG, _big(int.__mul__)),
    (BIG, "op_Division"): _by(BIG, _big(_big_quotient)),
    (BIG, "op_Modulus"): _by(BIG, _big(_big_remainder)),
    (BIG, "op_BitwiseAnd"): _by(BIG, _big(int.__and__)),
    (BIG, "op_BitwiseOr"): _by(BIG, _big(int.__or__)),
    (BIG, "op_ExclusiveOr"): _by(BIG, _big(int.__xor__)),
    (BIG, "op_LeftShift"): (Operator(BIG, INT, _big(_shifted)),),
    (BIG, "op_RightShift"): (Operator(BIG, INT, _big(lambda left, right: _shifted(left, -right))),),
    (DATE, "op_Addition"): (Operator(DATE, SPAN, lambda left, right: _moved(left, right.ticks)),),
    (DATE, "op_Subtraction"): (
        Operator(DATE, DATE, lambda left, right: _span(left.ticks - right.ticks)),
        Operator(DATE, SPAN, lambda left, right: _moved(left, -right.ticks)),
    ),
    (OFFSET, "op_Addition"): (Operator(OFFSET, SPAN, lambda left, right: _moved_offset(left, right.ticks)),),
    (OFFSET, "op_Subtraction"): (
        Operator(OFFSET, OFFSET, lambda left, right: _span(_universal(left) - _universal(right))),
        Operator(OFFSET, SPAN, lambda left, right: _moved_offset(left, -right.ticks)),
    ),
    (SPAN, "op_Addition"): _by(SPAN, lambda left, right: _span(left.ticks + right.ticks)),
    (SPAN, "op_Subtraction"): _by(SPAN, lambda left, right: _span(left.ticks - right.ticks)),
    (SPAN, "op_Multiply"): (
        Operator(SPAN, DOUBLE, _scaled),
        Operator(DOUBLE, SPAN, lambda left, right: _scaled(right, left)),
    ),
    (SPAN, "op_Division"): (Operator(SPAN, DOUBLE, _divided), Operator(SPAN, SPAN, _ratio)),
}

"""Binary and unary operators."""

from __future__ import annotations

from collections.abc import Callable

from msolemu.language import syntax
from msolemu.language.operators import BinaryOperator, UnaryOperator
from msolemu.runtime.casting.conversion import to_bool, to_text, try_convert
from msolemu.runtime.compiling.compiler import compile_expression, compiles_expression
from msolemu.runtime.compiling.prepared_operators import prepared, write_matches
from msolemu.runtime.compiling.quick_operators import OPERATORS as QUICK
from msolemu.runtime.compiling.quick_operators import quick_binary
from msolemu.runtime.compiling.type_names import lookup
from msolemu.runtime.errors.records import ErrorCategory, runtime_error
from msolemu.runtime.operations import arithmetic, comparison
from msolemu.runtime.state.frame import Evaluated, Frame
from msolemu.runtime.text import text_operators
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.values.objects import NOTHING, Value, stands_for_null

Operate = Callable[[Value, Value], Value]
LOWEST, HIGHEST = -(2**31), 2**31 - 1

SIMPLE: dict[BinaryOperator, Operate] = {
    BinaryOperator.BOR: arithmetic.bitwise_or,
    BinaryOperator.BXOR: arithmetic.bitwise_xor,
    BinaryOperator.SHL: arithmetic.shift_left,
    BinaryOperator.SHR: arithmetic.shift_right,
    BinaryOperator.RANGE: arithmetic.range_,
    BinaryOperator.FORMAT: text_operators.format_composite,
    BinaryOperator.JOIN: text_operators.join,
    BinaryOperator.ISPLIT: text_operators.split,
    BinaryOperator.CSPLIT: text_operators.csplit,
    BinaryOperator.ILIKE: comparison.like,
    BinaryOperator.INOTLIKE: comparison.notlike,
    BinaryOperator.ICONTAINS: comparison.contains,
    BinaryOperator.INOTCONTAINS: comparison.notcontains,
    BinaryOperator.IIN: comparison.in_,
    BinaryOperator.INOTIN: comparison.notin,
    BinaryOperator.CEQ: comparison.ceq,
    BinaryOperator.CNE: comparison.cne,
    BinaryOperator.CGE: comparison.cge,
    BinaryOperator.CGT: comparison.cgt,
    BinaryOperator.CLE: comparison.cle,
    BinaryOperator.CLT: comparison.clt,
    BinaryOperator.CLIKE: comparison.clike,
    BinaryOperator.CNOTLIKE: comparison.cnotlike,
    BinaryOperator.CCONTAINS: comparison.ccontains,
    BinaryOperator.CNOTCONTAINS: comparison.cnotcontains,
    BinaryOperator.CIN: comparison.cin,
    BinaryOperator.CNOTIN: comparison.cnotin,
}


@compiles_expression(syntax.Binary)
def _binary(node: syntax.Binary) -> Evaluated:
    quick = prepared(node)
    if quick is not None:
        return quick
    special = _SPECIAL.get(node.operator)
    if special is not None:
        return special(node)
    left = compile_expression(node.left)
    right = compile_expression(node.right)
    operate = SIMPLE[node.operator]

    def run(frame: Frame) -> Value:
        one = left(frame)
        other = right(frame)
        return operate(None if one is NOTHING else one, None if other is NOTHING else other)

    return run


def operand(value: Value) -> Value:
    """A value as an operator takes it: nothing is null."""
    return None if value is NOTHING else value


def _and(node: syntax.Binary) -> Evaluated:
    left = compile_expression(node.left)
    right = compile_expression(node.right)
    return lambda frame: to_bool(left(frame)) and to_bool(right(frame))


def _or(node: syntax.Binary) -> Evaluated:
    left = compile_expression(node.left)
    right = compile_expression(node.right)
    return lambda frame: to_bool(left(frame)) or to_bool(right(frame))


def _xor(node: syntax.Binary) -> Evaluated:
    left = compile_expression(node.left)
    right = compile_expression(node.right)
    return lambda frame: to_bool(left(frame)) is not to_bool(right(frame))


def _coalesce(node: syntax.Binary) -> Evaluated:
    left = compile_expression(node.left)
    right = compile_expression(node.right)

    def run(frame: Frame) -> Value:
        value = left(frame)
        return right(frame) if stands_for_null(value) else value

    return run


def _match(node: syntax.Binary) -> Evaluated:
    left = compile_expression(node.left)
    right = compile_expression(node.right)
    exact = node.operator in (BinaryOperator.CMATCH, BinaryOperator.CNOTMATCH)
    negated = node.operator in (BinaryOperator.INOTMATCH, BinaryOperator.CNOTMATCH)

    def run(frame: Frame) -> Value:
        result, groups = comparison.match_groups(operand(left(frame)), operand(right(frame)), exact, negated)
        if groups is not None:
            write_matches(frame, groups)
        return result

    return run


def _replace(node: syntax.Binary) -> Evaluated:
    left = compile_expression(node.left)
    right = compile_expression(node.right)
    operate = text_operators.creplace if node.operator is BinaryOperator.CREPLACE else text_operators.replace
    return lambda frame: operate(operand(left(frame)), operand(right(frame)))


def _type_operand(node: syntax.Expression) -> Callable[[Frame], NetType]:
    evaluate = compile_expression(node)

    def find(frame: Frame) -> NetType:
        value = evaluate(frame)
        return value if isinstance(value, NetType) else _type_named(frame, operand(value))

    return find


def _type_named(frame: Frame, value: Value) -> NetType:
    """The type that a text names; raises where there is none."""
    found = lookup(frame.session, to_text(value))
    if found is None:
        from msolemu.runtime.casting.cast_errors import no_conversion_text

        message = no_conversion_text(value, "System.Type")
        raise runtime_error("RuntimeException", message, ErrorCategory.NOT_SPECIFIED)
    return found


def _is(node: syntax.Binary) -> Evaluated:
    left = compile_expression(node.left)
    kind = _type_operand(node.right)
    wanted = node.operator is BinaryOperator.IS
    return lambda frame: comparison.is_type(operand(left(frame)), kind(frame)) is wanted


def _as(node: syntax.Binary) -> Evaluated:
    left = compile_expression(node.left)
    kind = _type_operand(node.right)

    def run(frame: Frame) -> Value:
        value = operand(left(frame))
        target = kind(frame)
        worked, converted = try_convert(value, target)
        return converted if worked else None

    return run


_SPECIAL: dict[BinaryOperator, Callable[[syntax.Binary], Evaluated]] = {
    **dict.fromkeys(QUICK, quick_binary),
    BinaryOperator.AND: _and,
    BinaryOperator.OR: _or,
    BinaryOperator.XOR: _xor,
    BinaryOperator.COALESCE: _coalesce,
    BinaryOperator.IMATCH: _match,
    BinaryOperator.CMATCH: _match,
    BinaryOperator.INOTMATCH: _match,
    BinaryOperator.CNOTMATCH: _match,
    BinaryOperator.IREPLACE: _replace,
    BinaryOperator.CREPLACE: _replace,
    BinaryOperator.IS: _is,
    BinaryOperator.IS_NOT: _is,
    BinaryOperator.AS: _as,
}

UNARY: dict[UnaryOperator, Callable[[Value], Value]] = {
    UnaryOperator.NOT: lambda value: not to_bool(value),
    UnaryOperator.BNOT: arithmetic.bitwise_not,
    UnaryOperator.PLUS: arithmetic.plus,
    UnaryOperator.MINUS: arithmetic.negate,
    UnaryOperator.COMMA: lambda value: [value],
    UnaryOperator.ISPLIT: text_operators.split_on_space,
    UnaryOperator.CSPLIT: text_operators.split_on_space,
    UnaryOperator.JOIN: text_operators.join_all,
}


@compiles_expression(syntax.Unary)
def _unary(node: syntax.Unary) -> Evaluated:
    from msolemu.runtime.compiling.assignment import INCREMENTS, increment

    if node.operator in INCREMENTS:
        return increment(node)
    evaluate = compile_expression(node.operand)
    operate = UNARY[node.operator]
    return lambda frame: operate(operand(evaluate(frame)))

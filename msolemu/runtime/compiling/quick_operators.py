"""Binary operators between two Int32: Python code made for each pair of operand shapes.

An operand that is a local variable or a constant is read on the spot, without a call. Whatever is not the sum of two
small integers goes to the operator's general rule.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from msolemu.foundation.dataclass import dataclass
from msolemu.language import syntax
from msolemu.language.operators import BinaryOperator, NumberKind
from msolemu.runtime.compiling.compiler import compile_expression
from msolemu.runtime.compiling.shapes import local_name
from msolemu.runtime.operations import arithmetic, comparison
from msolemu.runtime.state.frame import Evaluated
from msolemu.runtime.values.objects import NOTHING, Value

FITS = "-2147483648 <= (total := one {sign} other) <= 2147483647"


@dataclass(frozen=True, slots=True)
class Quick:
    """What an operator does with two Int32: under which condition, what it gives; and its general rule."""

    general: Callable[[Value, Value], Value]
    result: str
    condition: str = ""
    text: bool = False
    """Whether text beside text is put together on the spot too."""


def _sum(general: Callable[[Value, Value], Value], sign: str, *, text: bool = False) -> Quick:
    return Quick(general, "total", FITS.format(sign=sign), text)


OPERATORS: dict[BinaryOperator, Quick] = {
    BinaryOperator.ADD: _sum(arithmetic.add, "+", text=True),
    BinaryOperator.SUBTRACT: _sum(arithmetic.subtract, "-"),
    BinaryOperator.MULTIPLY: _sum(arithmetic.multiply, "*"),
    BinaryOperator.DIVIDE: Quick(arithmetic.divide, "one / other if one % other else one // other", "other > 0"),
    BinaryOperator.REMAINDER: Quick(arithmetic.remainder, "one % other", "one >= 0 < other"),
    BinaryOperator.BAND: Quick(arithmetic.bitwise_and, "one & other"),
    BinaryOperator.IEQ: Quick(comparison.eq, "one == other"),
    BinaryOperator.INE: Quick(comparison.ne, "one != other"),
    BinaryOperator.ILT: Quick(comparison.lt, "one < other"),
    BinaryOperator.ILE: Quick(comparison.le, "one <= other"),
    BinaryOperator.IGT: Quick(comparison.gt, "one > other"),
    BinaryOperator.IGE: Quick(comparison.ge, "one >= other"),
}

TEMPLATE = """
def make(left, right, general, left_name, right_name, other, NOTHING):
    def run(frame):
        {left}
        {right}
        if {integers}{condition}:
            return {result}
        {text}
        return general(None if one is NOTHING else one, None if other is NOTHING else other)
    return run
"""
LOCAL = "{into} = frame.locals.get({side}_name)\n        if {into} is None: {into} = {side}(frame)"
CALLED = "{into} = {side}(frame)"


def quick_binary(node: syntax.Binary) -> Evaluated:
    """The closure of an operator that the table above names."""
    quick = OPERATORS[node.operator]
    left_name, right_name = local_name(node.left), local_name(node.right)
    constant = small(node.right)
    make = _made(quick, left_name is not None, right_name is not None, constant is not None)
    left, right = compile_expression(node.left), compile_expression(node.right)
    run: Evaluated = make(left, right, quick.general, left_name, right_name, constant, NOTHING)
    return run


def small(node: syntax.Expression) -> int | None:
    """The number of a constant that is an Int32."""
    if type(node) is not syntax.Constant or node.kind is not NumberKind.INT32:
        return None
    return int(node.value)


@cache
def _made(quick: Quick, left_local: bool, right_local: bool, constant: bool) -> Callable[..., Any]:
    """The function that makes closures for operands of these shapes."""
    left = (LOCAL if left_local else CALLED).format(into="one", side="left")
    right = "" if constant else (LOCAL if right_local else CALLED).format(into="other", side="right")
    code = TEMPLATE.format(
        left=left,
        right=right,
        integers="type(one) is int" + ("" if constant else " and type(other) is int"),
        condition=f" and {quick.condition}" if quick.condition else "",
        result=quick.result,
        text="if type(one) is str and type(other) is str: return one + other" if quick.text else "",
    )
    space: dict[str, Any] = {}
    exec(code, space)
    made: Callable[..., Any] = space["make"]
    return made

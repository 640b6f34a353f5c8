"""Loops that count: `for (…; $i -lt 10; $i++)`, whose step and condition are one piece of Python."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from msolemu.language import syntax
from msolemu.language.operators import BinaryOperator
from msolemu.runtime.compiling.assignment import INCREMENTS
from msolemu.runtime.compiling.operators import HIGHEST, LOWEST
from msolemu.runtime.compiling.quick_operators import small
from msolemu.runtime.compiling.shapes import local_name, only_expression
from msolemu.runtime.state.frame import Evaluated, Frame

SIGNS = {
    BinaryOperator.ILT: "<",
    BinaryOperator.ILE: "<=",
    BinaryOperator.IGT: ">",
    BinaryOperator.IGE: ">=",
    BinaryOperator.INE: "!=",
}
TEMPLATE = """
def make(name, change, limit, limit_name, step, test, LOWEST, HIGHEST):
    def advance(frame):
        values = frame.locals
        before = values.get(name)
        if type(before) is int and LOWEST < before < HIGHEST:
            rules = frame.scope.rules
            if rules is None or name not in rules:
                values[name] = total = before + change
                {limit}
                return total {sign} limit
        step(frame)
        return test(frame)
    return advance
"""
LOCAL_LIMIT = "limit = values.get(limit_name)\n                if type(limit) is not int: return test(frame)"


def advancing(node: syntax.For, step: Evaluated, test: Callable[[Frame], bool]) -> Callable[[Frame], bool] | None:
    """The step of a loop and, after it, whether the loop goes on; None where the loop does not count so.

    `step` and `test` are called where the numbers are no small integers, or lie under a rule.
    """
    change = _expression(node.iterator)
    compared = _expression(node.condition)
    if type(change) is not syntax.Unary or change.operator not in INCREMENTS or type(compared) is not syntax.Binary:
        return None
    name, sign = local_name(change.operand), SIGNS.get(compared.operator)
    limit, limit_name = small(compared.right), local_name(compared.right)
    if name is None or sign is None or local_name(compared.left) != name or (limit is None and limit_name is None):
        return None
    made: Callable[[Frame], bool] = _made(sign, limit is None)(
        name, INCREMENTS[change.operator][0], limit, limit_name, step, test, LOWEST, HIGHEST
    )
    return made


def _expression(node: syntax.PipelineBase | None) -> syntax.Expression | None:
    return None if node is None else only_expression(node)


@cache
def _made(sign: str, local_limit: bool) -> Callable[..., Any]:
    space: dict[str, Any] = {}
    exec(TEMPLATE.format(sign=sign, limit=LOCAL_LIMIT if local_limit else ""), space)
    made: Callable[..., Any] = space["make"]
    return made

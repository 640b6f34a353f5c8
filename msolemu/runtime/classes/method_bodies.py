"""Bodies of class methods: code in which `return` alone gives a value."""

from __future__ import annotations

from typing import Any, TypeVar

from msolemu.language import syntax
from msolemu.language.operators import BlockKind
from msolemu.language.syntax import Node, Statement
from msolemu.runtime.compiling.compiler import compile_value, compiles_statement
from msolemu.runtime.errors.records import ReturnSignal
from msolemu.runtime.invoking.scriptblock import Code
from msolemu.runtime.state.frame import Executed, Frame
from msolemu.runtime.values.objects import NOTHING

RESULT = "<result>"
"""The variable, which no script can name, that holds what a method returns."""
N = TypeVar("N", bound=Node)


class MethodReturn(Statement):
    """`return` in a method of a class."""

    pipeline: syntax.Statement | None = None


@compiles_statement(MethodReturn)
def _return(node: MethodReturn) -> Executed:
    value = compile_value(node.pipeline) if node.pipeline is not None else None

    def run(frame: Frame) -> None:
        if value is not None:
            given = value(frame)
            frame.scope.find(RESULT).append(None if given is NOTHING else given)
        raise ReturnSignal

    return run


def method_code(node: syntax.FunctionMember, returning: tuple[syntax.Expression, ...] | None = None) -> Code:
    """The code of a method; with `returning`, code that gives those expressions' values instead of its body."""
    body = _rewritten(node.body) if returning is None else _giving(node.body, returning)
    return Code(body, node.parameters)


def _giving(body: syntax.ScriptBlock, values: tuple[syntax.Expression, ...]) -> syntax.ScriptBlock:
    extent = body.extent
    listed = syntax.CommandExpression(extent, syntax.ArrayLiteral(extent, values))
    statement = MethodReturn(extent, syntax.Pipeline(extent, (listed,)))
    end = syntax.NamedBlock(extent, BlockKind.END, True, (statement,))
    return syntax.ScriptBlock(extent, end_block=end)


def _rewritten(node: N) -> N:
    """The tree with every `return` that belongs to the method turned into one that keeps its value."""
    if isinstance(node, syntax.Return):
        return MethodReturn(node.extent, node.pipeline)  # type: ignore[return-value]  # a statement for a statement
    if isinstance(node, syntax.ScriptBlockExpression | syntax.FunctionDefinition | syntax.Expression):
        return node
    changed: dict[str, Any] = {}
    for name in node.__match_args__:
        value = getattr(node, name)
        made = _of(value)
        if made is not value:
            changed[name] = made
    return node.changed(**changed) if changed else node


def _of(value: Any) -> Any:
    if isinstance(value, Node):
        return _rewritten(value)
    if type(value) is tuple:
        made = tuple(map(_of, value))
        return value if all(one is other for one, other in zip(made, value, strict=True)) else made
    return value

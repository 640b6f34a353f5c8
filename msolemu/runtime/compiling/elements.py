"""What a loop or a pipeline goes through: a range is counted as it goes, so that `1..1gb` takes no room."""

from __future__ import annotations

from msolemu.language import syntax
from msolemu.language.operators import BinaryOperator
from msolemu.runtime.compiling.compiler import compile_expression, compile_value
from msolemu.runtime.state.frame import Evaluated


def compile_elements(node: syntax.Expression) -> Evaluated:
    """The expression; its value, when it is a range, may be a `range` that nothing else gets to see."""
    if type(node) is not syntax.Binary or node.operator is not BinaryOperator.RANGE:
        return compile_expression(node)
    from msolemu.runtime.operations.arithmetic import span

    left, right = compile_expression(node.left), compile_expression(node.right)
    return lambda frame: span(left(frame), right(frame))


def compile_loop_elements(node: syntax.PipelineBase) -> Evaluated:
    """The same for what stands in the parentheses of `foreach`."""
    first = node.elements[0] if isinstance(node, syntax.Pipeline) and len(node.elements) == 1 else None
    if isinstance(first, syntax.CommandExpression) and not first.redirections:
        return compile_elements(first.expression)
    return compile_value(node)

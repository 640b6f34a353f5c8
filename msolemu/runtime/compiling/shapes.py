"""What the compiler recognizes in a tree to save a call at run time: plain variables and constants."""

from __future__ import annotations

from msolemu.language import syntax
from msolemu.language.operators import VariableScope
from msolemu.runtime.compiling.variables import COMPUTED, CONSTANTS, OF_THE_FILE, READ_ONLY, SAME_AS

_SPECIAL = {*COMPUTED, *CONSTANTS, *OF_THE_FILE, *READ_ONLY}


def local_name(node: syntax.Node) -> str | None:
    """The key of a variable whose value, where the scope itself holds one, is read from `frame.locals`."""
    if type(node) is not syntax.Variable or node.scope is not VariableScope.NONE or node.splatted:
        return None
    name = node.name.lower()
    name = SAME_AS.get(name, name)
    return None if name in _SPECIAL else name


def calls_commands(node: syntax.Node) -> bool:
    """Whether a command runs where the node is evaluated, those of script blocks aside."""
    if isinstance(node, syntax.Command):
        return True
    below = (child for child in node.children() if not isinstance(child, syntax.ScriptBlockExpression))
    return any(map(calls_commands, below))


def only_expression(node: syntax.Node) -> syntax.Expression | None:
    """The expression of a pipeline, or of parentheses around one, that holds nothing else."""
    if isinstance(node, syntax.Paren):
        return only_expression(node.pipeline)
    if not isinstance(node, syntax.Pipeline) or len(node.elements) != 1 or node.background:
        return None
    element = node.elements[0]
    if isinstance(element, syntax.CommandExpression) and not element.redirections:
        return element.expression
    return None

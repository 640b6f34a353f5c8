"""Which expressions are constant where PowerShell demands one: arguments of attributes, indexes of `$using:`."""

from __future__ import annotations

from . import syntax
from .operators import BinaryOperator, UnaryOperator, VariableScope

CONSTANT_NAMES = frozenset({"true", "false", "null"})
FOLDED = frozenset(
    {
        *(BinaryOperator.ADD, BinaryOperator.SUBTRACT, BinaryOperator.MULTIPLY, BinaryOperator.DIVIDE),
        *(BinaryOperator.REMAINDER, BinaryOperator.AND, BinaryOperator.OR, BinaryOperator.XOR, BinaryOperator.BAND),
        *(BinaryOperator.BOR, BinaryOperator.BXOR, BinaryOperator.SHL, BinaryOperator.SHR),
    }
)
FOLDED_SIGNS = frozenset({UnaryOperator.NOT, UnaryOperator.BNOT})
SIMPLE_TYPES = frozenset(
    {
        *("string", "char", "bool", "boolean", "byte", "sbyte", "int", "int16", "int32", "int64", "long", "short"),
        *("uint16", "uint32", "uint64", "uint", "ulong", "ushort", "single", "float", "double", "decimal"),
    }
)


def is_constant(node: syntax.Node, *, blocks: bool) -> bool:
    """Whether a value is known without running anything; with `blocks` a script block counts as one."""
    match node:
        case syntax.Constant() | syntax.StringConstant() | syntax.TypeExpression():
            return True
        case syntax.Variable(scope=VariableScope.NONE, splatted=False):
            return node.name.lower() in CONSTANT_NAMES
        case syntax.ScriptBlockExpression():
            return blocks
        case syntax.Member():
            return _is_constant_member(node)
        case syntax.Binary() | syntax.Unary():
            return _is_folded(node, blocks)
        case syntax.Convert():
            name = node.attribute.type_name.full_name.lower().removeprefix("system.")
            return name in SIMPLE_TYPES and is_constant(node.operand, blocks=blocks)
    return _is_constant_group(node, blocks)


def _is_constant_member(node: syntax.Member) -> bool:
    """A static member may be a constant: a value of an enumeration."""
    if isinstance(node, syntax.InvokeMember) or not node.static:
        return False
    return isinstance(node.target, syntax.TypeExpression) and isinstance(node.member, syntax.StringConstant)


def _is_folded(node: syntax.Binary | syntax.Unary, blocks: bool) -> bool:
    if isinstance(node, syntax.Unary):
        return node.operator in FOLDED_SIGNS and is_constant(node.operand, blocks=blocks)
    return node.operator in FOLDED and is_constant(node.left, blocks=blocks) and is_constant(node.right, blocks=blocks)


def _is_constant_group(node: syntax.Node, blocks: bool) -> bool:
    """What is constant when all in it is."""
    match node:
        case syntax.ArrayLiteral() | syntax.Ternary():
            return all(is_constant(child, blocks=blocks) for child in node.children())
        case syntax.Paren():
            return is_constant(node.pipeline, blocks=blocks)
        case syntax.SubExpression():
            return is_constant(node.block, blocks=blocks)
        case syntax.StatementBlock():
            statements = node.statements
            return not node.traps and len(statements) <= 1 and all(is_constant(s, blocks=blocks) for s in statements)
        case syntax.Pipeline():
            return len(node.elements) == 1 and is_constant(node.elements[0], blocks=blocks)
        case syntax.CommandExpression():
            return not node.redirections and is_constant(node.expression, blocks=blocks)
        case syntax.Using():
            return is_constant(node.expression, blocks=blocks)
    return False

"""Values, types and attributes as text."""

from __future__ import annotations

from decimal import Decimal

from . import syntax
from .operators import NumberKind, StringKind, UnaryOperator
from .print_words import constant_text, expandable_text, variable_text
from .written import written

SUFFIXES = {
    NumberKind.INT64: "l",
    NumberKind.UINT32: "u",
    NumberKind.UINT64: "ul",
    NumberKind.INT16: "s",
    NumberKind.UINT16: "us",
    NumberKind.SBYTE: "y",
    NumberKind.BYTE: "uy",
    NumberKind.BIGINTEGER: "n",
    NumberKind.DECIMAL: "d",
}
BESIDE = {
    UnaryOperator.POSTFIX_INCREMENT: "++",
    UnaryOperator.POSTFIX_DECREMENT: "--",
    UnaryOperator.PREFIX_INCREMENT: "++",
    UnaryOperator.PREFIX_DECREMENT: "--",
}
POSTFIX = (UnaryOperator.POSTFIX_INCREMENT, UnaryOperator.POSTFIX_DECREMENT)
LARGEST = "1e999"


@written.register
def _constant(node: syntax.Constant) -> str:
    if node.kind is NumberKind.DOUBLE:
        text = repr(float(node.value))
        return text.replace("inf", LARGEST)
    if isinstance(node.value, Decimal):
        return f"{node.value:f}d"
    return f"{node.value}{SUFFIXES.get(node.kind, '')}"


@written.register
def _string(node: syntax.StringConstant) -> str:
    return constant_text(node.value, node.kind)


@written.register
def _expandable(node: syntax.ExpandableString) -> str:
    return expandable_text(node, written)


@written.register
def _variable(node: syntax.Variable) -> str:
    return variable_text(node.user_path, splatted=node.splatted)


@written.register
def _using(node: syntax.Using) -> str:
    """`using:` belongs to the name of the variable that all begins with."""
    text = written(node.expression)
    at = 2 if text.startswith("${") else 1
    return f"{text[:at]}using:{text[at:]}"


@written.register
def _ternary(node: syntax.Ternary) -> str:
    return f"{written(node.condition)} ? {written(node.if_true)} : {written(node.if_false)}"


@written.register
def _binary(node: syntax.Binary) -> str:
    return f"{written(node.left)} {node.operator.value} {written(node.right)}"


@written.register
def _unary(node: syntax.Unary) -> str:
    sign = BESIDE.get(node.operator, node.operator.value)
    if node.operator in POSTFIX:
        return written(node.operand) + sign
    return f"{sign} {written(node.operand)}"


@written.register
def _attributed(node: syntax.AttributedExpression) -> str:
    return written(node.attribute) + written(node.operand)


def target_text(target: syntax.Expression, *, conditional: bool) -> str:
    """What a member or index follows: neither `?` may become a part of a name nor a point that of a number."""
    if isinstance(target, syntax.Variable) and conditional:
        return variable_text(target.user_path, braces=True)
    if isinstance(target, syntax.Constant) and target.kind is NumberKind.INT32:
        return f"{'-' if target.value < 0 else ''}0x{abs(int(target.value)):x}"
    return written(target)


@written.register
def _member(node: syntax.Member) -> str:
    sign = "::" if node.static else "?." if node.null_conditional else "."
    return target_text(node.target, conditional=node.null_conditional) + sign + _member_name(node.member)


def _member_name(member: syntax.Expression) -> str:
    if isinstance(member, syntax.StringConstant) and member.kind is StringKind.BAREWORD:
        return member.value
    return written(member)


@written.register
def _invoke(node: syntax.InvokeMember) -> str:
    types = f"[{', '.join(map(written, node.type_arguments))}]" if node.type_arguments else ""
    return f"{_member(node)}{types}({', '.join(map(written, node.arguments))})"


@written.register
def _index(node: syntax.Index) -> str:
    sign = "?[" if node.null_conditional else "["
    return f"{target_text(node.target, conditional=node.null_conditional)}{sign}{written(node.index)}]"


@written.register
def _type_expression(node: syntax.TypeExpression) -> str:
    return f"[{written(node.type_name)}]"


@written.register
def _array_literal(node: syntax.ArrayLiteral) -> str:
    texts = ", ".join(map(written, node.elements))
    return ", " + texts if len(node.elements) == 1 else texts


@written.register
def _paren(node: syntax.Paren) -> str:
    return f"({written(node.pipeline)})"


@written.register
def _sub_expression(node: syntax.SubExpression) -> str:
    return f"$({lines_of(node.block)})"


@written.register
def _array_expression(node: syntax.ArrayExpression) -> str:
    return f"@({lines_of(node.block)})"


def lines_of(block: syntax.StatementBlock | syntax.NamedBlock) -> str:
    """The statements and traps of a block, each on a line."""
    return "\n".join(map(written, (*block.statements, *block.traps)))


@written.register
def _hashtable(node: syntax.Hashtable) -> str:
    return "@{" + "\n".join(f"{_member_name(pair.key)} = {written(pair.value)}" for pair in node.pairs) + "}"


@written.register
def _script_block_expression(node: syntax.ScriptBlockExpression) -> str:
    return "{\n" + written(node.script_block) + "\n}"


@written.register
def _type_name(node: syntax.TypeName) -> str:
    return node.name if node.assembly is None else f"{node.name}, {node.assembly}"


@written.register
def _array_type(node: syntax.ArrayTypeName) -> str:
    """The assembly of the elements is named behind the brackets."""
    brackets = f"[{',' * (node.rank - 1)}]"
    text = written(node.element)
    assembly = _assembly(node.element)
    if assembly is None:
        return text + brackets
    return f"{text.removesuffix(f', {assembly}')}{brackets}, {assembly}"


def _assembly(name: syntax.TypeNameBase) -> str | None:
    if isinstance(name, syntax.ArrayTypeName):
        return _assembly(name.element)
    if isinstance(name, syntax.GenericTypeName):
        return name.generic.assembly
    return name.assembly if isinstance(name, syntax.TypeName) else None


@written.register
def _generic_type(node: syntax.GenericTypeName) -> str:
    texts = (f"[{written(name)}]" if _assembly(name) is not None else written(name) for name in node.arguments)
    assembly = "" if node.generic.assembly is None else f", {node.generic.assembly}"
    return f"{node.generic.name}[{', '.join(texts)}]{assembly}"


@written.register
def _type_constraint(node: syntax.TypeConstraint) -> str:
    return f"[{written(node.type_name)}]"


@written.register
def _attribute(node: syntax.Attribute) -> str:
    named = (
        argument.name if argument.argument is None else f"{argument.name} = {written(argument.argument)}"
        for argument in node.named_arguments
    )
    return f"[{written(node.type_name)}({', '.join((*map(written, node.positional_arguments), *named))})]"

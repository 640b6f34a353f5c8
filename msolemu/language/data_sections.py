"""What may not stand in a data section: only constants, simple types, and the commands that are allowed."""

from __future__ import annotations

from collections.abc import Callable

from . import syntax
from .errors import Wrong
from .operators import BinaryOperator, InvocationOperator, UnaryOperator
from .position import Extent
from .syntax import Node, walk

ALLOWED_COMMAND = "convertfrom-stringdata"
ALLOWED_VARIABLES = frozenset({"psculture", "psuiculture", "true", "false", "null"})
ALLOWED_TYPES = frozenset(
    {
        *("bool", "boolean", "char", "sbyte", "byte", "int16", "short", "uint16", "ushort", "int32", "int", "uint32"),
        *("uint", "int64", "long", "uint64", "ulong", "single", "float", "double", "decimal", "datetime", "string"),
    }
)
FORBIDDEN: dict[type[Node], Wrong] = {
    syntax.ScriptBlockExpression: Wrong.ScriptBlockNotSupportedInDataSection,
    syntax.ScriptBlock: Wrong.ScriptBlockNotSupportedInDataSection,
    syntax.ParamBlock: Wrong.ParameterDeclarationNotSupportedInDataSection,
    syntax.Attribute: Wrong.AttributeNotSupportedInDataSection,
    syntax.AttributedExpression: Wrong.AttributeNotSupportedInDataSection,
    syntax.FunctionDefinition: Wrong.FunctionDeclarationNotSupportedInDataSection,
    syntax.Trap: Wrong.TrapStatementNotSupportedInDataSection,
    syntax.Switch: Wrong.SwitchStatementNotSupportedInDataSection,
    syntax.DataStatement: Wrong.DataSectionStatementNotSupportedInDataSection,
    syntax.ForEach: Wrong.ForeachStatementNotSupportedInDataSection,
    syntax.DoWhile: Wrong.DoWhileStatementNotSupportedInDataSection,
    syntax.DoUntil: Wrong.DoWhileStatementNotSupportedInDataSection,
    syntax.For: Wrong.ForWhileStatementNotSupportedInDataSection,
    syntax.While: Wrong.ForWhileStatementNotSupportedInDataSection,
    syntax.Try: Wrong.TryStatementNotSupportedInDataSection,
    **dict.fromkeys(
        (syntax.Break, syntax.Continue, syntax.Return, syntax.Exit, syntax.Throw),
        Wrong.FlowControlStatementNotSupportedInDataSection,
    ),
    syntax.Assignment: Wrong.AssignmentStatementNotSupportedInDataSection,
    syntax.MergingRedirection: Wrong.RedirectionNotSupportedInDataSection,
    syntax.FileRedirection: Wrong.RedirectionNotSupportedInDataSection,
    syntax.Member: Wrong.PropertyReferenceNotSupportedInDataSection,
    syntax.InvokeMember: Wrong.MethodCallNotSupportedInDataSection,
    syntax.Index: Wrong.ArrayReferenceNotSupportedInDataSection,
    syntax.BlockStatement: Wrong.ParallelAndSequenceBlockNotSupportedInDataSection,
}
FORBIDDEN_OPERATORS = frozenset(
    {
        *(BinaryOperator.RANGE, BinaryOperator.FORMAT, BinaryOperator.JOIN, BinaryOperator.AS),
        *(BinaryOperator.IMATCH, BinaryOperator.INOTMATCH, BinaryOperator.IREPLACE, BinaryOperator.ISPLIT),
        *(BinaryOperator.CMATCH, BinaryOperator.CNOTMATCH, BinaryOperator.CREPLACE, BinaryOperator.CSPLIT),
    }
)
ALLOWED_SIGNS = frozenset({UnaryOperator.NOT, UnaryOperator.BNOT, UnaryOperator.PLUS, UnaryOperator.MINUS})
Report = Callable[..., None]


def check_data_section(node: syntax.DataStatement, report: Report) -> None:
    """Reports what stands in a data section and may not; commands that are named by an expression allow any."""
    names = [command.value.lower() for command in node.commands_allowed if isinstance(command, syntax.StringConstant)]
    check_data(node.body, {ALLOWED_COMMAND, *names} if len(names) == len(node.commands_allowed) else None, report)


def check_data(body: Node, allowed: set[str] | None, report: Report) -> None:
    """Reports what may not stand in the body of a data section; `allowed` are commands in lower case, None is any."""
    for inner in walk(body):
        wrong = FORBIDDEN.get(type(inner))
        if wrong is not None:
            report(inner.extent, wrong)
        else:
            _check(inner, allowed, report)


def _check(node: Node, allowed: set[str] | None, report: Report) -> None:
    match node:
        case syntax.TypeConstraint() | syntax.TypeExpression():
            _check_type(node.type_name, node.extent, report)
        case syntax.Command():
            _check_command(node, allowed, report)
        case syntax.Binary() if node.operator in FORBIDDEN_OPERATORS:
            report(node.operator_extent, Wrong.OperatorNotSupportedInDataSection, _text(node.operator))
        case syntax.Unary() if node.operator not in ALLOWED_SIGNS:
            report(node.extent, Wrong.OperatorNotSupportedInDataSection, _sign(node.operator))
        case syntax.Variable() if node.user_path.lower() not in ALLOWED_VARIABLES:
            report(node.extent, Wrong.VariableReferenceNotSupportedInDataSection)


def _text(operator: BinaryOperator) -> str:
    """An operator as PowerShell spells it here: those that ignore case with their `i`."""
    if operator.name[0] == "I" and operator.name not in ("IS", "IS_NOT"):
        return f"-i{operator.value[1:]}"
    return operator.value


def _sign(operator: UnaryOperator) -> str:
    return "-isplit" if operator is UnaryOperator.ISPLIT else operator.value.replace("x", "")


def _check_type(name: syntax.TypeNameBase, extent: Extent, report: Report) -> None:
    plain = name.element if isinstance(name, syntax.ArrayTypeName) else name
    if plain.full_name.lower().removeprefix("system.") not in ALLOWED_TYPES:
        report(extent, Wrong.TypeNotAllowedInDataSection, name.full_name)


def _check_command(node: syntax.Command, allowed: set[str] | None, report: Report) -> None:
    if node.invocation_operator is InvocationOperator.DOT:
        report(node.extent, Wrong.DotSourcingNotSupportedInDataSection)
    elif allowed is not None:
        name = node.elements[0]
        if isinstance(name, syntax.StringConstant):
            if name.value.lower() not in allowed:
                report(node.extent, Wrong.CmdletNotInAllowedListForDataSection, name.value)
        elif node.invocation_operator is InvocationOperator.CALL:
            report(node.extent, Wrong.OperatorNotSupportedInDataSection, "&")
        else:
            report(node.extent, Wrong.CmdletNotInAllowedListForDataSection, node.extent.text)

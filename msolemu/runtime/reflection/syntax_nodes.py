"""PowerShell's classes of nodes with their properties: System.Management.Automation.Language."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable
from typing import Any

from msolemu.foundation.enumeration import Enum
from msolemu.language import operators, syntax
from msolemu.language.syntax import Node
from msolemu.runtime.reflection.syntax_trees import KINDS, Tree
from msolemu.runtime.reflection.type_name_trees import TypeNameTree
from msolemu.runtime.types import enumerations
from msolemu.runtime.types.declaring import properties
from msolemu.runtime.types.lists import ReadOnlyCollection
from msolemu.runtime.types.parse_errors import LANGUAGE
from msolemu.runtime.types.registry import OBJECT, declare, known_type
from msolemu.runtime.values.objects import Value

AST = declare(LANGUAGE + "Ast", OBJECT)

ABSTRACT = """
Statement StatementAst Ast | AttributeBase AttributeBaseAst Ast | CommandElement CommandElementAst Ast
Expression ExpressionAst CommandElementAst | PipelineBase PipelineBaseAst StatementAst
LabeledStatement LabeledStatementAst StatementAst | CommandBase CommandBaseAst StatementAst
Redirection RedirectionAst Ast | MemberDefinition MemberAst Ast | - LoopStatementAst LabeledStatementAst
- ChainableAst PipelineBaseAst
"""
"""Classes that only group others: the node, PowerShell's name, and that of its base."""

NODES = """
ScriptBlock ScriptBlockAst Ast Attributes UsingStatements ParamBlock BeginBlock ProcessBlock EndBlock CleanBlock
 DynamicParamBlock
ParamBlock ParamBlockAst Ast Attributes Parameters
NamedBlock NamedBlockAst Ast BlockKind=kind Unnamed Statements Traps
NamedAttributeArgument NamedAttributeArgumentAst Ast ArgumentName=name
Attribute AttributeAst AttributeBaseAst TypeName PositionalArguments NamedArguments
TypeConstraint TypeConstraintAst AttributeBaseAst TypeName
Parameter ParameterAst Ast Attributes Name DefaultValue
StatementBlock StatementBlockAst Ast Statements Traps
TypeDefinition TypeDefinitionAst StatementAst Name BaseTypes Members Attributes
UsingStatement UsingStatementAst StatementAst UsingStatementKind=kind ModuleSpecification
PropertyMember PropertyMemberAst MemberAst Name PropertyType InitialValue Attributes
FunctionMember FunctionMemberAst MemberAst Name ReturnType Parameters Body Attributes
FunctionDefinition FunctionDefinitionAst StatementAst Name Parameters Body IsFilter IsWorkflow
ConfigurationDefinition ConfigurationDefinitionAst StatementAst InstanceName=name Body
If IfStatementAst StatementAst ElseClause
DataStatement DataStatementAst StatementAst Variable CommandsAllowed Body
ForEach ForEachStatementAst LoopStatementAst Label Variable Condition Body ThrottleLimit
For ForStatementAst LoopStatementAst Label Initializer Condition Iterator Body
DoWhile DoWhileStatementAst LoopStatementAst Label Condition Body
DoUntil DoUntilStatementAst LoopStatementAst Label Condition Body
While WhileStatementAst LoopStatementAst Label Condition Body
Switch SwitchStatementAst LabeledStatementAst Label Condition Flags Default
CatchClause CatchClauseAst Ast CatchTypes=types Body
Try TryStatementAst StatementAst Body CatchClauses=catches Finally=finally_block
Trap TrapStatementAst StatementAst TrapType=type Body
Break BreakStatementAst StatementAst Label
Continue ContinueStatementAst StatementAst Label
Return ReturnStatementAst StatementAst Pipeline
Exit ExitStatementAst StatementAst Pipeline
Throw ThrowStatementAst StatementAst Pipeline
BlockStatement BlockStatementAst StatementAst Body
PipelineChain PipelineChainAst ChainableAst LhsPipelineChain=left RhsPipeline=right Operator Background
Pipeline PipelineAst ChainableAst PipelineElements=elements Background
ErrorStatement ErrorStatementAst PipelineBaseAst NestedAst=nested
Command CommandAst CommandBaseAst CommandElements=elements InvocationOperator Redirections
CommandExpression CommandExpressionAst CommandBaseAst Expression Redirections
CommandParameter CommandParameterAst CommandElementAst ParameterName=name Argument
MergingRedirection MergingRedirectionAst RedirectionAst FromStream=stream ToStream=target
FileRedirection FileRedirectionAst RedirectionAst FromStream=stream Location Append
Assignment AssignmentStatementAst PipelineBaseAst Left=target Operator ErrorPosition=operator_extent
Ternary TernaryExpressionAst ExpressionAst Condition IfTrue IfFalse
Binary BinaryExpressionAst ExpressionAst Left Operator Right ErrorPosition=operator_extent
Unary UnaryExpressionAst ExpressionAst Child=operand
AttributedExpression AttributedExpressionAst ExpressionAst Attribute Child=operand
Convert ConvertExpressionAst AttributedExpressionAst Attribute Type=attribute Child=operand
Member MemberExpressionAst ExpressionAst Expression=target Member Static NullConditional
InvokeMember InvokeMemberExpressionAst MemberExpressionAst Expression=target Member Static NullConditional Arguments
 GenericTypeArguments=type_arguments
TypeExpression TypeExpressionAst ExpressionAst TypeName
Variable VariableExpressionAst ExpressionAst Splatted
Constant ConstantExpressionAst ExpressionAst
StringConstant StringConstantExpressionAst ConstantExpressionAst Value StringConstantType=kind
ExpandableString ExpandableStringExpressionAst ExpressionAst StringConstantType=kind
ScriptBlockExpression ScriptBlockExpressionAst ExpressionAst ScriptBlock
ArrayLiteral ArrayLiteralAst ExpressionAst Elements
ArrayExpression ArrayExpressionAst ExpressionAst SubExpression=block
SubExpression SubExpressionAst ExpressionAst SubExpression=block
Paren ParenExpressionAst ExpressionAst Pipeline
Hashtable HashtableAst ExpressionAst
Using UsingExpressionAst ExpressionAst SubExpression=expression
Index IndexExpressionAst ExpressionAst Target Index NullConditional
ErrorExpression ErrorExpressionAst ExpressionAst NestedAst=nested
"""
"""The node, PowerShell's name, that of its base, and its properties: fields of the node under PowerShell's names."""

TOKENS: dict[Enum, str] = {
    **{operator: operator.name.title().replace("_", "") for operator in operators.BinaryOperator},
    operators.BinaryOperator.ADD: "Plus",
    operators.BinaryOperator.SUBTRACT: "Minus",
    operators.BinaryOperator.REMAINDER: "Rem",
    operators.BinaryOperator.RANGE: "DotDot",
    operators.BinaryOperator.COALESCE: "QuestionQuestion",
    **{operator: operator.name.title() for operator in operators.UnaryOperator},
    operators.UnaryOperator.PREFIX_INCREMENT: "PlusPlus",
    operators.UnaryOperator.PREFIX_DECREMENT: "MinusMinus",
    operators.UnaryOperator.POSTFIX_INCREMENT: "PostfixPlusPlus",
    operators.UnaryOperator.POSTFIX_DECREMENT: "PostfixMinusMinus",
    operators.AssignmentOperator.ASSIGN: "Equals",
    operators.AssignmentOperator.ADD: "PlusEquals",
    operators.AssignmentOperator.SUBTRACT: "MinusEquals",
    operators.AssignmentOperator.MULTIPLY: "MultiplyEquals",
    operators.AssignmentOperator.DIVIDE: "DivideEquals",
    operators.AssignmentOperator.REMAINDER: "RemainderEquals",
    operators.AssignmentOperator.COALESCE: "QuestionQuestionEquals",
    operators.InvocationOperator.NONE: "Unknown",
    operators.InvocationOperator.CALL: "Ampersand",
    operators.InvocationOperator.DOT: "Dot",
    operators.ChainOperator.AND: "AndAnd",
    operators.ChainOperator.OR: "OrOr",
    **{kind: kind.value.title() for kind in operators.BlockKind},
}
STRINGS = {
    operators.StringKind.BAREWORD: "BareWord",
    operators.StringKind.SINGLE_QUOTED: "SingleQuoted",
    operators.StringKind.DOUBLE_QUOTED: "DoubleQuoted",
    operators.StringKind.SINGLE_QUOTED_HERE: "SingleQuotedHereString",
    operators.StringKind.DOUBLE_QUOTED_HERE: "DoubleQuotedHereString",
}


def member(value: Enum) -> Value:
    """The value of PowerShell's own enumeration for one of the tree's."""
    match value:
        case operators.StringKind():
            return enumerations.member(LANGUAGE + "StringConstantType", STRINGS[value])
        case operators.RedirectedStream():
            return enumerations.member(LANGUAGE + "RedirectionStream", value.name.title())
        case operators.UsingKind():
            return enumerations.member(LANGUAGE + "UsingStatementKind", value.name.title())
        case operators.SwitchFlags():
            from msolemu.runtime.casting.conversion import convert

            names = [flag.name.title().replace("_", "") for flag in value if flag.name] or ["None"]
            return convert(", ".join(names), known_type(LANGUAGE + "SwitchFlags"))
    return enumerations.member(LANGUAGE + "TokenKind", TOKENS[value])


def shown(tree: Tree, value: Any) -> Value:
    """What a field of a node holds, as a script sees it."""
    if isinstance(value, syntax.TypeNameBase):
        return TypeNameTree(value)
    if isinstance(value, Node):
        return tree.child(value)
    if isinstance(value, tuple):
        return ReadOnlyCollection([shown(tree, one) for one in value], AST)
    return member(value) if isinstance(value, (Enum, enum.Enum)) else value


def _field(name: str) -> Callable[[Tree], Value]:
    return lambda tree: shown(tree, getattr(tree.node, name))


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _rows(text: str) -> list[list[str]]:
    return [row.split() for row in text.replace("\n ", " ").replace("|", "\n").strip().splitlines()]


for _node, _name, _base, *_fields in (*_rows(ABSTRACT), *_rows(NODES)):
    _kind = declare(LANGUAGE + _name, known_type(LANGUAGE + _base))
    if _node != "-":
        KINDS[getattr(syntax, _node)] = _kind
    for _word in _fields:
        _property, _, _source = _word.partition("=")
        properties(_kind, **{_property: _field(_source or _snake(_property))})

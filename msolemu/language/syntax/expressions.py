"""Expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.language.operators import BinaryOperator, NumberKind, StringKind, UnaryOperator, VariableScope

from .base import Expression, Node

if TYPE_CHECKING:
    from decimal import Decimal

    from msolemu.language.position import Extent

    from .base import AttributeBase, PipelineBase, Statement, TypeConstraint, TypeNameBase
    from .definitions import ScriptBlock
    from .statements import StatementBlock


class ErrorExpression(Expression):
    """An expression that could not be read; only in the tree of a text with errors."""

    nested: tuple[Node, ...] = ()


class Ternary(Expression):
    """`condition ? if_true : if_false`."""

    condition: Expression
    if_true: Expression
    if_false: Expression


class Binary(Expression):
    """`left operator right`."""

    left: Expression
    operator: BinaryOperator
    right: Expression
    operator_extent: Extent


class Unary(Expression):
    """`operator operand`, or `operand++`."""

    operator: UnaryOperator
    operand: Expression


class AttributedExpression(Expression):
    """`[ValidateRange(1,5)] $x`: an expression under an attribute that is no type."""

    attribute: AttributeBase
    operand: Expression


class Convert(AttributedExpression):
    """`[int] $x`: a conversion; as the target of an assignment, a typed variable. `attribute` is the TypeConstraint."""

    attribute: TypeConstraint
    operand: Expression


class Member(Expression):
    """`target.member`, `[type]::member`, `target?.member`. `member` is a StringConstant unless computed."""

    target: Expression
    member: Expression
    static: bool = False
    null_conditional: bool = False


class InvokeMember(Member):
    """`target.member(arguments)`; `type_arguments` are those of `.Method[int]()`."""

    arguments: tuple[Expression, ...] = ()
    type_arguments: tuple[TypeNameBase, ...] = ()


class TypeExpression(Expression):
    """`[type]` as a value."""

    type_name: TypeNameBase


class Variable(Expression):
    """`$name`, `$scope:name`, `$drive:path`, `${any text}`, `@splatted`. `drive` is set when the scope is DRIVE."""

    name: str
    scope: VariableScope = VariableScope.NONE
    drive: str | None = None
    splatted: bool = False

    @property
    def user_path(self) -> str:
        """The name with its qualifier, as it was written."""
        if self.scope is VariableScope.NONE:
            return self.name
        return f"{self.drive or self.scope.value}:{self.name}"


class Constant(Expression):
    """A number: `value` is an int, for DOUBLE a float, for DECIMAL a Decimal."""

    value: int | float | Decimal
    kind: NumberKind


class StringConstant(Expression):
    """A string without anything to expand; a bare word too."""

    value: str
    kind: StringKind


class ExpandableString(Expression):
    """A string with something to expand: literal pieces (escapes resolved) and expressions in order."""

    parts: tuple[str | Expression, ...]
    kind: StringKind


class ScriptBlockExpression(Expression):
    """`{ ... }` as a value."""

    script_block: ScriptBlock


class ArrayLiteral(Expression):
    """`a, b, c`."""

    elements: tuple[Expression, ...]


class ArrayExpression(Expression):
    """`@( ... )`."""

    block: StatementBlock


class SubExpression(Expression):
    """`$( ... )`."""

    block: StatementBlock


class Paren(Expression):
    """`( pipeline )`."""

    pipeline: PipelineBase


class KeyValuePair(Node):
    """`key = statement` in a hashtable."""

    key: Expression
    value: Statement


class Hashtable(Expression):
    """`@{ ... }`."""

    pairs: tuple[KeyValuePair, ...]


class Using(Expression):
    """`$using:name`, taken from the caller's scope."""

    expression: Expression


class Index(Expression):
    """`target[index]`, `target?[index]`."""

    target: Expression
    index: Expression
    null_conditional: bool = False

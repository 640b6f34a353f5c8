"""Expressions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msolemu.language.operators import BinaryOperator, NumberKind, StringKind, UnaryOperator, VariableScope

from .base import Expression, Node

if TYPE_CHECKING:
    from decimal import Decimal

    from msolemu.language.position import Extent

    from .base import AttributeBase, PipelineBase, Statement, TypeConstraint, TypeNameBase
    from .definitions import ScriptBlock
    from .statements import StatementBlock


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ErrorExpression(Expression):
    """An expression that could not be read; only in the tree of a text with errors."""

    nested: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Ternary(Expression):
    """`condition ? if_true : if_false`."""

    condition: Expression
    if_true: Expression
    if_false: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Binary(Expression):
    """`left operator right`."""

    left: Expression
    operator: BinaryOperator
    right: Expression
    operator_extent: Extent


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Unary(Expression):
    """`operator operand`, or `operand++`."""

    operator: UnaryOperator
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AttributedExpression(Expression):
    """`[ValidateRange(1,5)] $x`: an expression under an attribute that is no type."""

    attribute: AttributeBase
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Convert(AttributedExpression):
    """`[int] $x`: a conversion; as the target of an assignment, a typed variable. `attribute` is the TypeConstraint."""

    attribute: TypeConstraint
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Member(Expression):
    """`target.member`, `[type]::member`, `target?.member`. `member` is a StringConstant unless computed."""

    target: Expression
    member: Expression
    static: bool = False
    null_conditional: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InvokeMember(Member):
    """`target.member(arguments)`; `type_arguments` are those of `.Method[int]()`."""

    arguments: tuple[Expression, ...] = ()
    type_arguments: tuple[TypeNameBase, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TypeExpression(Expression):
    """`[type]` as a value."""

    type_name: TypeNameBase


@dataclass(frozen=True, slots=True, eq=False, repr=False)
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


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Constant(Expression):
    """A number: `value` is an int, for DOUBLE a float, for DECIMAL a Decimal."""

    value: int | float | Decimal
    kind: NumberKind


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StringConstant(Expression):
    """A string without anything to expand; a bare word too."""

    value: str
    kind: StringKind


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExpandableString(Expression):
    """A string with something to expand: literal pieces (escapes resolved) and expressions in order."""

    parts: tuple[str | Expression, ...]
    kind: StringKind


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ScriptBlockExpression(Expression):
    """`{ ... }` as a value."""

    script_block: ScriptBlock


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ArrayLiteral(Expression):
    """`a, b, c`."""

    elements: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ArrayExpression(Expression):
    """`@( ... )`."""

    block: StatementBlock


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SubExpression(Expression):
    """`$( ... )`."""

    block: StatementBlock


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Paren(Expression):
    """`( pipeline )`."""

    pipeline: PipelineBase


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class KeyValuePair(Node):
    """`key = statement` in a hashtable."""

    key: Expression
    value: Statement


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Hashtable(Expression):
    """`@{ ... }`."""

    pairs: tuple[KeyValuePair, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Using(Expression):
    """`$using:name`, taken from the caller's scope."""

    expression: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Index(Expression):
    """`target[index]`, `target?[index]`."""

    target: Expression
    index: Expression
    null_conditional: bool = False

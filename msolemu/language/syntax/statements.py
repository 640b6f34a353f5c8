"""Statements, pipelines, commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msolemu.language.operators import (
    AssignmentOperator,
    ChainOperator,
    InvocationOperator,
    RedirectedStream,
    SwitchFlags,
)

from .base import CommandElement, Node, PipelineBase, Statement

if TYPE_CHECKING:
    from msolemu.language.position import Extent

    from .base import Expression, TypeConstraint
    from .expressions import Variable


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StatementBlock(Node):
    """`{ ... }` of a statement; its traps stand apart, as they hold for all of it."""

    statements: tuple[Statement, ...]
    traps: tuple[Trap, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class IfClause(Node):
    """A condition and what runs when it holds."""

    condition: PipelineBase
    body: StatementBlock


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class If(Statement):
    """`if`, its `elseif`s and `else`."""

    clauses: tuple[IfClause, ...]
    else_clause: StatementBlock | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DataStatement(Statement):
    """`data name -SupportedCommand a,b { ... }`."""

    variable: str | None
    commands_allowed: tuple[Expression, ...]
    body: StatementBlock


class LabeledStatement(Statement):
    """A loop or switch, which `break` and `continue` may name. Every one has `label` and `condition`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ForEach(LabeledStatement):
    """`foreach ($variable in condition) { body }`."""

    label: str | None
    variable: Variable
    condition: PipelineBase
    body: StatementBlock
    parallel: bool = False
    throttle_limit: Expression | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class For(LabeledStatement):
    """`for (initializer; condition; iterator) { body }`."""

    label: str | None
    initializer: PipelineBase | None
    condition: PipelineBase | None
    iterator: PipelineBase | None
    body: StatementBlock


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DoWhile(LabeledStatement):
    """`do { body } while (condition)`."""

    label: str | None
    condition: PipelineBase
    body: StatementBlock


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DoUntil(LabeledStatement):
    """`do { body } until (condition)`."""

    label: str | None
    condition: PipelineBase
    body: StatementBlock


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class While(LabeledStatement):
    """`while (condition) { body }`."""

    label: str | None
    condition: PipelineBase
    body: StatementBlock


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SwitchClause(Node):
    """A value, pattern or script block, and what runs when it matches."""

    condition: Expression
    body: StatementBlock


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Switch(LabeledStatement):
    """`switch`; `condition` is what is looked at (with FILE: the file's name)."""

    label: str | None
    condition: PipelineBase
    flags: SwitchFlags
    clauses: tuple[SwitchClause, ...]
    default: StatementBlock | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CatchClause(Node):
    """`catch [A],[B] { ... }`; without types it catches all."""

    types: tuple[TypeConstraint, ...]
    body: StatementBlock


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Try(Statement):
    """`try`, its catches and `finally`."""

    body: StatementBlock
    catches: tuple[CatchClause, ...]
    finally_block: StatementBlock | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Trap(Statement):
    """`trap [type] { ... }`."""

    type: TypeConstraint | None
    body: StatementBlock


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Break(Statement):
    """`break label`."""

    label: Expression | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Continue(Statement):
    """`continue label`."""

    label: Expression | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Return(Statement):
    """`return`, with what it returns."""

    pipeline: PipelineBase | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Exit(Statement):
    """`exit`, with its code."""

    pipeline: PipelineBase | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Throw(Statement):
    """`throw`, with what it throws (None: again, in a catch)."""

    pipeline: PipelineBase | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BlockStatement(Statement):
    """`parallel` and `sequence` blocks of a workflow."""

    kind: str
    body: StatementBlock


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ErrorStatement(PipelineBase):
    """A statement that could not be read; only in the tree of a text with errors."""

    nested: tuple[Node, ...] = ()


class Redirection(Node):
    """MergingRedirection or FileRedirection; every one has `stream`, the one that goes elsewhere."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MergingRedirection(Redirection):
    """`2>&1`."""

    stream: RedirectedStream
    target: RedirectedStream


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FileRedirection(Redirection):
    """`> file` and `2>> file`."""

    stream: RedirectedStream
    location: Expression
    append: bool


class CommandBase(Statement):
    """One element of a pipeline: Command or CommandExpression; every one has `redirections`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CommandParameter(CommandElement):
    """`-Name` or `-Name:argument`. `name` has neither dash nor colon; the extent's text shows which dash was typed."""

    name: str
    argument: Expression | None = None
    has_colon: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Command(CommandBase):
    """A command with its words; the first element names it."""

    elements: tuple[CommandElement, ...]
    invocation_operator: InvocationOperator = InvocationOperator.NONE
    redirections: tuple[Redirection, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CommandExpression(CommandBase):
    """An expression as an element of a pipeline."""

    expression: Expression
    redirections: tuple[Redirection, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Pipeline(PipelineBase):
    """Commands joined by `|`; `background` when `&` ends it."""

    elements: tuple[CommandBase, ...]
    background: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PipelineChain(PipelineBase):
    """`left && right`, `left || right`; more than two nest to the left."""

    left: PipelineBase
    operator: ChainOperator
    right: Pipeline
    background: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Assignment(PipelineBase):
    """`target operator value`; the value is any statement: `$x = if (…) {…}`."""

    target: Expression
    operator: AssignmentOperator
    value: Statement
    operator_extent: Extent

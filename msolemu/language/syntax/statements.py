"""Statements, pipelines, commands."""

from __future__ import annotations

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


class StatementBlock(Node):
    """`{ ... }` of a statement; its traps stand apart, as they hold for all of it."""

    statements: tuple[Statement, ...]
    traps: tuple[Trap, ...] = ()


class IfClause(Node):
    """A condition and what runs when it holds."""

    condition: PipelineBase
    body: StatementBlock


class If(Statement):
    """`if`, its `elseif`s and `else`."""

    clauses: tuple[IfClause, ...]
    else_clause: StatementBlock | None = None


class DataStatement(Statement):
    """`data name -SupportedCommand a,b { ... }`."""

    variable: str | None
    commands_allowed: tuple[Expression, ...]
    body: StatementBlock


class LabeledStatement(Statement):
    """A loop or switch, which `break` and `continue` may name. Every one has `label` and `condition`."""


class ForEach(LabeledStatement):
    """`foreach ($variable in condition) { body }`."""

    label: str | None
    variable: Variable
    condition: PipelineBase
    body: StatementBlock
    parallel: bool = False
    throttle_limit: Expression | None = None


class For(LabeledStatement):
    """`for (initializer; condition; iterator) { body }`."""

    label: str | None
    initializer: PipelineBase | None
    condition: PipelineBase | None
    iterator: PipelineBase | None
    body: StatementBlock


class DoWhile(LabeledStatement):
    """`do { body } while (condition)`."""

    label: str | None
    condition: PipelineBase
    body: StatementBlock


class DoUntil(LabeledStatement):
    """`do { body } until (condition)`."""

    label: str | None
    condition: PipelineBase
    body: StatementBlock


class While(LabeledStatement):
    """`while (condition) { body }`."""

    label: str | None
    condition: PipelineBase
    body: StatementBlock


class SwitchClause(Node):
    """A value, pattern or script block, and what runs when it matches."""

    condition: Expression
    body: StatementBlock


class Switch(LabeledStatement):
    """`switch`; `condition` is what is looked at (with FILE: the file's name)."""

    label: str | None
    condition: PipelineBase
    flags: SwitchFlags
    clauses: tuple[SwitchClause, ...]
    default: StatementBlock | None = None


class CatchClause(Node):
    """`catch [A],[B] { ... }`; without types it catches all."""

    types: tuple[TypeConstraint, ...]
    body: StatementBlock


class Try(Statement):
    """`try`, its catches and `finally`."""

    body: StatementBlock
    catches: tuple[CatchClause, ...]
    finally_block: StatementBlock | None = None


class Trap(Statement):
    """`trap [type] { ... }`."""

    type: TypeConstraint | None
    body: StatementBlock


class Break(Statement):
    """`break label`."""

    label: Expression | None = None


class Continue(Statement):
    """`continue label`."""

    label: Expression | None = None


class Return(Statement):
    """`return`, with what it returns."""

    pipeline: PipelineBase | None = None


class Exit(Statement):
    """`exit`, with its code."""

    pipeline: PipelineBase | None = None


class Throw(Statement):
    """`throw`, with what it throws (None: again, in a catch)."""

    pipeline: PipelineBase | None = None


class BlockStatement(Statement):
    """`parallel` and `sequence` blocks of a workflow."""

    kind: str
    body: StatementBlock


class ErrorStatement(PipelineBase):
    """A statement that could not be read; only in the tree of a text with errors."""

    nested: tuple[Node, ...] = ()


class Redirection(Node):
    """MergingRedirection or FileRedirection; every one has `stream`, the one that goes elsewhere."""


class MergingRedirection(Redirection):
    """`2>&1`."""

    stream: RedirectedStream
    target: RedirectedStream


class FileRedirection(Redirection):
    """`> file` and `2>> file`."""

    stream: RedirectedStream
    location: Expression
    append: bool


class CommandBase(Statement):
    """One element of a pipeline: Command or CommandExpression; every one has `redirections`."""


class CommandParameter(CommandElement):
    """`-Name` or `-Name:argument`. `name` has neither dash nor colon; the extent's text shows which dash was typed."""

    name: str
    argument: Expression | None = None
    has_colon: bool = False


class Command(CommandBase):
    """A command with its words; the first element names it."""

    elements: tuple[CommandElement, ...]
    invocation_operator: InvocationOperator = InvocationOperator.NONE
    redirections: tuple[Redirection, ...] = ()


class CommandExpression(CommandBase):
    """An expression as an element of a pipeline."""

    expression: Expression
    redirections: tuple[Redirection, ...] = ()


class Pipeline(PipelineBase):
    """Commands joined by `|`; `background` when `&` ends it."""

    elements: tuple[CommandBase, ...]
    background: bool = False


class PipelineChain(PipelineBase):
    """`left && right`, `left || right`; more than two nest to the left."""

    left: PipelineBase
    operator: ChainOperator
    right: Pipeline
    background: bool = False


class Assignment(PipelineBase):
    """`target operator value`; the value is any statement: `$x = if (…) {…}`."""

    target: Expression
    operator: AssignmentOperator
    value: Statement
    operator_extent: Extent

"""Lists of statements: an error ends its statement and the next one runs, unless somebody wants the error."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from operator import length_hint
from typing import TYPE_CHECKING, TypeVar

from msolemu.language import syntax
from msolemu.language.syntax import Node
from msolemu.runtime.compiling.compiler import compile_statement
from msolemu.runtime.errors.records import Position, PowerShellError, ScriptError
from msolemu.runtime.invoking.call_stack import stack_trace
from msolemu.runtime.state.frame import Executed, Frame
from msolemu.runtime.state.streams import ActionPreference, preference

if TYPE_CHECKING:
    from msolemu.language.position import Extent

N = TypeVar("N", bound=Node)


def compile_block(block: syntax.StatementBlock) -> Executed:
    """The body of a statement."""
    return compile_statements(block.statements, block.traps)


def compile_statements(
    statements: Sequence[syntax.Statement], traps: Sequence[syntax.Trap] = (), *, last: bool = False
) -> Executed:
    """A list of statements; with `last`, a closing `return` needs no signal because nothing follows it."""
    from msolemu.runtime.compiling.traps import with_traps

    statements = _definitions_first(statements)
    running = [item for item in statements if type(item) is not syntax.Trap]
    runs = tuple(_compiled(item, last and item is statements[-1]) for item in running)
    extents = tuple(item.extent for item in running)
    if traps:
        return with_traps(runs, extents, traps)
    if not runs:
        return _nothing
    if len(runs) == 1:
        return _one(runs[0], extents[0])
    return _several(runs, extents)


def _one(statement: Executed, extent: Extent) -> Executed:
    def run_one(frame: Frame) -> None:
        try:
            statement(frame)
        except PowerShellError as error:
            place(error, extent)
            continue_after(frame, error)

    return run_one


def _several(runs: tuple[Executed, ...], extents: tuple[Extent, ...]) -> Executed:
    if len(runs) == 2:
        return _two(*runs, *extents)

    def run(frame: Frame) -> None:
        left = iter(runs)
        while True:
            try:
                for statement in left:
                    statement(frame)
                return
            except PowerShellError as error:
                place(error, extents[-1 - length_hint(left)])
                continue_after(frame, error)

    return run


def _two(first: Executed, second: Executed, extent: Extent, second_extent: Extent) -> Executed:
    def run_two(frame: Frame) -> None:
        try:
            first(frame)
        except PowerShellError as error:
            place(error, extent)
            continue_after(frame, error)
        try:
            second(frame)
        except PowerShellError as error:
            place(error, second_extent)
            continue_after(frame, error)

    return run_two


def _definitions_first(statements: Sequence[syntax.Statement]) -> Sequence[syntax.Statement]:
    """Classes and enums hold before the first statement runs; those of one block may name each other."""
    defined = [item for item in statements if type(item) is syntax.TypeDefinition]
    if any(type(item) is syntax.UsingStatement for item in statements):
        import_module("msolemu.runtime.classes.definitions")
    if not defined:
        return statements
    from msolemu.runtime.classes.definitions import TypeDefinitions

    using = [item for item in statements if type(item) is syntax.UsingStatement]
    others = [item for item in statements if type(item) not in (syntax.TypeDefinition, syntax.UsingStatement)]
    return [*using, TypeDefinitions(defined[0].extent, tuple(defined)), *others]


def _compiled(statement: syntax.Statement, last: bool) -> Executed:
    if last and type(statement) is syntax.Return:
        return compile_statement(statement.pipeline) if statement.pipeline is not None else _nothing
    return compile_statement(statement)


_FIRST: dict[type[Node], str] = {
    syntax.NamedBlock: "statements",
    syntax.StatementBlock: "statements",
    syntax.Assignment: "value",
    syntax.Try: "body",
    syntax.If: "clauses",
    syntax.IfClause: "condition",
    syntax.ForEach: "condition",
    syntax.For: "initializer",
    syntax.Switch: "condition",
}
"""What runs first in a node, for errors that are told at an assignment."""


def placed_at_assignment(node: N, extent: Extent | None = None) -> N:
    """A script block's first block, whose first errors stand where PowerShell tells them.

    Its compiler notes no place for the first statement it meets, as that is where a call begins; so when a script block
    begins with `$x = try {…}`, what goes wrong first in the `try` is told at the assignment around it.
    """
    if isinstance(node, syntax.Pipeline):
        return node if extent is None else node.changed(extent=extent)
    field = _FIRST.get(type(node))
    inner = getattr(node, field) if field is not None else None
    if field is None or not inner:
        return node
    around = node.extent if isinstance(node, syntax.Assignment) else extent
    if isinstance(node, syntax.Assignment) and isinstance(inner, syntax.Pipeline):
        return node
    if isinstance(inner, tuple):
        return node.changed(**{field: (placed_at_assignment(inner[0], around), *inner[1:])})
    return node.changed(**{field: placed_at_assignment(inner, around)})


def _nothing(frame: Frame) -> None:
    """An empty list."""


def place(error: PowerShellError, extent: Extent) -> None:
    """Tell an error where it happened, if it does not know better."""
    record = error.record
    if record.position is None:
        record.position = Position(extent)


def continue_after(frame: Frame, error: PowerShellError) -> None:
    """Report an error and go on; raises it again when a `try` waits for it or it must stop the script."""
    session = frame.session
    session.ok = False
    record = error.record
    if not record.stack:
        record.stack = stack_trace(session.frame, record.position)
    if session.propagates:
        raise error
    session.remember_error(record)
    action = preference(frame.scope.find("erroractionpreference"))
    silent = action in (ActionPreference.SilentlyContinue, ActionPreference.Ignore)
    if isinstance(error, ScriptError):
        if silent and record.thrown:
            return
        raise error
    if silent:
        return
    if action is ActionPreference.Stop:
        raise ScriptError(record) from error
    frame.streams.report(record)

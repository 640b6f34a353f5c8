"""Script blocks that run as in a session of their own: jobs, and what ForEach-Object runs in parallel.

They see none of the caller's variables, functions, aliases and modules; `$using:` brings them single values.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msolemu.language import syntax
from msolemu.runtime.errors.records import ExitSignal, LoopSignal, StatementError, runtime_error
from msolemu.runtime.filesystem.files import locations_of
from msolemu.runtime.state.frame import Frame
from msolemu.runtime.state.scopes import Scope
from msolemu.runtime.state.streams import Streams
from msolemu.runtime.values.objects import Value

if TYPE_CHECKING:
    from msolemu.runtime.invoking.scriptblock import ScriptBlock
    from msolemu.runtime.state.session import Session

NO_USING = (
    "A Using variable cannot be retrieved. A Using variable can be used only with Invoke-Command, Start-Job, or "
    "InlineScript in the script workflow. When it is used with Invoke-Command, the Using variable is valid only if "
    "the script block is invoked on a remote computer."
)
STRICTEST = 3
OWN = ("unread_functions", "modules", "error_list", "strict", "ok", "propagates")
"""What a session has for itself, besides its scopes."""


class UsingValues:
    """What `$using:` reads in the script block that runs: the values by the text of the expression."""

    values: dict[str, Value] | None = None

    def value(self, expression: syntax.Expression) -> Value:
        """The value of an expression; only a block that runs apart has any."""
        if self.values is None:
            raise runtime_error("UsingWithoutInvokeCommand", NO_USING)
        return self.values.get(_key(expression))


def using_values(block: ScriptBlock) -> dict[str, Value]:
    """What the `$using:` expressions of a script block mean here; a variable that is not set is an error."""
    session = block.session
    strict, session.strict = session.strict, STRICTEST
    try:
        return {_key(expression): _value(session, expression) for expression in _wanted(block.code.node)}
    finally:
        session.strict = strict


def _wanted(tree: syntax.Node) -> Iterator[syntax.Expression]:
    """The expressions after `$using:`; those in a block for `-Parallel` mean what stands around that block."""
    for node in tree.children():
        if isinstance(node, syntax.Using):
            yield node.expression
        elif not (isinstance(node, syntax.Command) and _is_parallel(node)):
            yield from _wanted(node)


def _is_parallel(command: syntax.Command) -> bool:
    return any(
        isinstance(part, syntax.CommandParameter) and part.name.lower() == "parallel" for part in command.elements
    )


def _value(session: Session, expression: syntax.Expression) -> Value:
    from msolemu.runtime.compiling.compiler import compile_expression

    try:
        return compile_expression(expression)(session.frame)
    except StatementError as error:
        if error.record.error_id != "VariableIsUndefined":
            raise
        raise runtime_error(
            "UsingVariableIsUndefined",
            f"The value of the using variable '$using:{error.record.target}' cannot be retrieved because it has not "
            "been set in the local session.",
        ) from None


def _key(expression: syntax.Expression) -> str:
    return expression.extent.text.lower()


def alone(block: ScriptBlock) -> ScriptBlock:
    """A script block without the module that it was written in."""
    return type(block)(block.code, block.session, None, block.captured)


@contextmanager
def apart(session: Session, using: dict[str, Value], streams: Streams | None = None) -> Iterator[Streams]:
    """What runs inside runs as in a new session, in the same folder; `exit` ends it alone.

    Gives its streams, which go into those given.
    """
    using_of_session = session.state(UsingValues)
    locations = locations_of(session)
    here, around, frame = locations.here, session.global_scope, session.frame
    kept = {
        name: getattr(session, name)
        for name in ("unread_functions", "modules", "error_list", "strict", "ok", "propagates")
    }
    using_around, using_of_session.values = using_of_session.values, using
    session.global_scope = Scope.outermost()
    session.modules, session.error_list = {}, type(session.error_list)()
    session.strict = session.propagates = 0
    if session.furnish is not None:
        session.furnish()
    inner = Streams(session, session.global_scope, streams)
    session.frame = Frame(session, session.global_scope, session.frame.emit, inner)
    try:
        yield inner
    except (ExitSignal, LoopSignal):
        return
    finally:
        for name, value in kept.items():
            setattr(session, name, value)
        session.global_scope, session.frame, using_of_session.values = around, frame, using_around
        locations.enter(here)

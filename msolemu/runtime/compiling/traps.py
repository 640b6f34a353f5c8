"""`try`, `catch`, `finally`, `trap` and `throw`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import length_hint
from typing import TYPE_CHECKING, Any

from msolemu.foundation.dataclass import replace
from msolemu.language import syntax
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.compiling.blocks import compile_block, continue_after, place
from msolemu.runtime.compiling.compiler import compile_value, compiles_statement
from msolemu.runtime.compiling.type_names import resolve
from msolemu.runtime.errors.records import (
    STOP_EXCEPTION,
    BreakSignal,
    ContinueSignal,
    ErrorCategory,
    ErrorRecord,
    ExceptionValue,
    Position,
    PowerShellError,
    ScriptError,
    StatementError,
)
from msolemu.runtime.foreign.foreign_types import TYPE_NOT_EMULATED
from msolemu.runtime.state.frame import Executed, Frame
from msolemu.runtime.state.scopes import UNSET
from msolemu.runtime.values.objects import NOTHING, PSObject, unwrap

if TYPE_CHECKING:
    from msolemu.language.position import Extent
    from msolemu.runtime.types.net_type import NetType

METHOD_INVOCATION = "System.Management.Automation.MethodInvocationException"
Matches = Callable[[Frame, PowerShellError], bool]


@compiles_statement(syntax.Try)
def _try(node: syntax.Try) -> Executed:
    body = compile_block(node.body)
    clauses = tuple((_matcher(clause.types), compile_block(clause.body)) for clause in node.catches)
    at_last = compile_block(node.finally_block) if node.finally_block is not None else None
    guarded = _guarded(body, clauses)
    if at_last is None:
        return guarded
    final = at_last

    def run(frame: Frame) -> None:
        session = frame.session
        emit = frame.emit
        waiting = session.propagates
        try:
            if clauses:
                guarded(frame)
            else:
                session.propagates += 1
                try:
                    body(frame)
                except PowerShellError as error:
                    frame.streams.remember(error.record)
                    raise
                finally:
                    session.propagates = waiting
        finally:
            session.propagates = waiting
            frame.emit = emit
            final(frame)

    return run


def _guarded(body: Executed, clauses: Sequence[tuple[Matches, Executed]]) -> Executed:
    def run(frame: Frame) -> None:
        session = frame.session
        emit = frame.emit
        scope = session.frame
        waiting = session.propagates
        session.propagates = waiting + 1
        try:
            body(frame)
        except PowerShellError as error:
            session.propagates = waiting
            session.frame = scope
            frame.emit = emit
            record = error.record
            frame.streams.remember(record)
            for matches, handler in clauses:
                if matches(frame, error):
                    with_underscore(frame, record, handler)
                    return
            raise
        finally:
            session.propagates = waiting

    return run


def with_underscore(frame: Frame, value: Any, run: Executed) -> None:
    """Run with `$_` bound to a value."""
    values = frame.locals
    kept = values.get("_", UNSET)
    values["_"] = value
    try:
        run(frame)
    finally:
        if kept is UNSET:
            values.pop("_", None)
        else:
            values["_"] = kept


def _matcher(types: Sequence[syntax.TypeConstraint]) -> Matches:
    if not types:
        return lambda frame, error: True

    def matches(frame: Frame, error: PowerShellError) -> bool:
        return any(_is_meant(frame, item.type_name, error) for item in types)

    return matches


def _is_meant(frame: Frame, name: syntax.TypeNameBase, error: PowerShellError) -> bool:
    """Whether a type catches the error, or the exception of the action Stop that brought it here.

    A type that .NET has and msolemu has not is never thrown here.
    """
    by_stop = isinstance(error, ScriptError) and not error.record.thrown
    try:
        kind = resolve(frame.session, name)
        return catches(kind, error.record.exception) or (by_stop and catches(kind, ExceptionValue(STOP_EXCEPTION, "")))
    except StatementError as unknown:
        if unknown.record.error_id == TYPE_NOT_EMULATED:
            return False
        raise


def catches(kind: NetType, raised: ExceptionValue | None) -> bool:
    """Whether an exception, or the one right inside it, is of a type."""
    from msolemu.runtime.types.registry import find_type

    for exception in (raised, raised.inner if raised is not None else None):
        if exception is None:
            break
        if exception.type_name == kind.full_name or kind.full_name in ("System.Exception", "System.Object"):
            return True
        known = find_type(exception.type_name)
        if known is not None and known.is_a(kind):
            return True
    return False


def with_traps(runs: Sequence[Executed], extents: Sequence[Extent], traps: Sequence[syntax.Trap]) -> Executed:
    """A list of statements under traps."""
    handlers = tuple(
        (_matcher((trap.type,) if trap.type is not None else ()), trap.type is None, compile_block(trap.body))
        for trap in traps
    )

    def run(frame: Frame) -> None:
        left = iter(runs)
        session = frame.session
        waiting = session.propagates
        while True:
            session.propagates = waiting + 1
            try:
                for statement in left:
                    statement(frame)
                return
            except PowerShellError as error:
                session.propagates = waiting
                place(error, extents[-1 - length_hint(left)])
                if not _trapped(frame, error, handlers):
                    continue_after(frame, error)
            finally:
                session.propagates = waiting

    return run


def _trapped(frame: Frame, error: PowerShellError, handlers: Sequence[tuple[Matches, bool, Executed]]) -> bool:
    """Run the trap that fits; whether the script goes on as if nothing had happened."""
    session = frame.session
    typed = [handler for handler in handlers if not handler[1] and handler[0](frame, error)]
    fitting = typed or [handler for handler in handlers if handler[1]]
    if not fitting:
        return False
    session.ok = False
    frame.streams.remember(error.record)
    try:
        with_underscore(frame, _bare(error.record), fitting[0][2])
    except ContinueSignal:
        return True
    except BreakSignal:
        raise ScriptError(error.record) from error
    if isinstance(error, ScriptError) and not session.propagates:
        frame.streams.report(error.record)
        return True
    return False


def _bare(record: ErrorRecord) -> ErrorRecord:
    """The error as a trap sees it: what a method threw, without the exception around it."""
    inner = record.exception.inner
    if inner is None or record.exception.type_name != METHOD_INVOCATION:
        return record
    return replace(record, exception=inner)


@compiles_statement(syntax.Throw)
def _throw(node: syntax.Throw) -> Executed:
    value = compile_value(node.pipeline) if node.pipeline is not None else None
    extent = node.extent

    def run(frame: Frame) -> None:
        thrown = value(frame) if value is not None else frame.scope.find("_")
        raise thrown_error(thrown, extent, again=value is None)

    return run


def thrown_error(value: Any, extent: Extent, *, again: bool = False) -> ScriptError:
    """The error that `throw` makes of a value."""
    base = unwrap(value)
    if isinstance(base, ErrorRecord):
        record = base if again else replace(base)
        record.thrown = True
        record.position = base.position or Position(extent)
        return ScriptError(record)
    if isinstance(base, ExceptionValue) and base.record is not None:
        error_id = base.record.error_id.partition(",")[0]
        record = ErrorRecord(base, error_id, base.record.category, base.record.target)
    elif isinstance(base, ExceptionValue):
        record = ErrorRecord(base, base.message, ErrorCategory.OPERATION_STOPPED, base.extra.get("target"))
        record.reason = base.type_name.rpartition(".")[2]
    else:
        empty = value is UNSET or base is None or value is NOTHING
        text = "ScriptHalted" if empty else to_text(value)
        exception = ExceptionValue("System.Management.Automation.RuntimeException", text)
        target = None if empty else (base if isinstance(value, PSObject) else value)
        record = ErrorRecord(exception, text, ErrorCategory.OPERATION_STOPPED, target)
        exception.record = record
    record.thrown = True
    record.position = Position(extent)
    return ScriptError(record)

"""Script blocks: code compiled once, and the values that carry it through a script."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msolemu.language import syntax
from msolemu.runtime.compiling.blocks import compile_statements, placed_at_assignment
from msolemu.runtime.errors.records import (
    ErrorCategory,
    ErrorRecord,
    ExceptionValue,
    ReturnSignal,
    StatementError,
)
from msolemu.runtime.invoking.parameters import Parameters, parameters_of
from msolemu.runtime.invoking.pipeline import Argument, CommandKind, Invocation, Stage
from msolemu.runtime.state.frame import Executed, Frame
from msolemu.runtime.state.scopes import UNSET, Scope
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Value

if TYPE_CHECKING:
    from msolemu.language.errors import ParseError
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.state.streams import Streams


class Code:
    """The body of a function, script or script block, compiled when it first runs."""

    __slots__ = (
        *("_compiled", "definition", "is_filter", "names_input", "node", "parameters"),
        *("begin", "clean", "dynamic", "end", "process"),
    )

    def __init__(
        self, node: syntax.ScriptBlock, listed: tuple[syntax.Parameter, ...] | None = None, *, is_filter: bool = False
    ) -> None:
        self.node = node
        self.is_filter = is_filter
        self.definition: syntax.FunctionDefinition | None = None
        """The function whose body this is."""
        self.parameters: Parameters = parameters_of(node, listed)
        self._compiled = False
        self.names_input = False
        """Whether `$input` stands somewhere in it."""
        self.dynamic: Executed | None = None
        self.begin: Executed | None = None
        self.process: Executed | None = None
        self.end: Executed | None = None
        self.clean: Executed | None = None

    def ready(self) -> Code:
        """This code, compiled."""
        if not self._compiled:
            self._compiled = True
            self.names_input = "input" in self.node.extent.text.lower()
            self.dynamic, self.begin, self.process, self.end, self.clean = _blocks(self.node)
        return self

    @property
    def text(self) -> str:
        """The text between the braces, or of the whole script; a function's parameters stand in a `param` before it."""
        text = self.node.extent.text
        inner = text[1:-1] if text.startswith("{") and text.endswith("}") else text
        listed = None if self.definition is None else self.definition.parameters
        if not listed:
            return inner
        return f"param({', '.join(one.extent.text for one in listed)}){os.linesep}{inner}"


def _blocks(node: syntax.ScriptBlock) -> Iterator[Executed | None]:
    """The code of the five blocks; the `using` statements run before the first that is there."""
    using: Sequence[syntax.Statement] | None = node.using_statements
    for block in (node.dynamic_param_block, node.begin_block, node.process_block, node.end_block, node.clean_block):
        if block is None:
            yield None
        elif using is None:
            yield compile_statements(block.statements, block.traps, last=True)
        else:
            yield compile_statements([*using, *placed_at_assignment(block).statements], block.traps, last=True)
            using = None


class ScriptBlock:
    """`{ … }` as a value."""

    __slots__ = ("_own", "captured", "code", "module", "session")

    def __init__(
        self, code: Code, session: Session, module: Any = None, captured: dict[str, Value] | None = None
    ) -> None:
        self.code = code
        self.session = session
        self.module = module
        self.captured = captured
        self._own: Scope | None = None
        """The scope that a closure keeps from call to call: `$script:` means it."""

    def __str__(self) -> str:
        return self.code.text

    @property
    def name(self) -> str:
        """A script block has none."""
        return ""

    @property
    def command_type(self) -> CommandKind:
        """A script block is a script."""
        return CommandKind.SCRIPT

    def stage(self, call: Invocation) -> Stage:
        """The block as a command, as `&` calls it."""
        from msolemu.runtime.invoking.functions import FunctionStage

        return FunctionStage(self, call)

    def closure(self, scope: Scope) -> ScriptBlock:
        """`GetNewClosure()`: the block with the variables that stand here now."""
        values: dict[str, Value] = {}
        for level in scope.chain():
            if level.parent is None:
                break
            for name, value in level.values.items():
                values.setdefault(name, value)
        if scope.parent is None:
            values = dict(scope.values)
        for automatic in ("args", "input", "_", "this"):
            values.pop(automatic, None)
        return ScriptBlock(self.code, self.session, self.module, values)

    def parent_scope(self, current: Scope) -> Scope:
        """Where the block's own scope hangs: below the caller's, or below its module's."""
        parent = current
        if self.module is not None and self.module is not current.module:
            parent = self.module.scope
        elif self.module is None and current.module is not None:
            parent = self.session.global_scope
        if self.captured is None:
            return parent
        if self._own is None:
            self._own = Scope(parent, is_script=True)
            self._own.values = dict(self.captured)
        self._own.parent = parent
        return self._own

    def run_with(
        self, underscore: Value, args: list[Value] | None = None, streams: Streams | None = None
    ) -> list[Value]:
        """The output of the block, run in the current scope with `$_` bound, as ForEach-Object does."""
        output: list[Value] = []
        self.run_into(output.append, underscore, args, streams)
        return output

    def run_into(
        self,
        emit: Callable[[Value], None],
        underscore: Value,
        args: list[Value] | None = None,
        streams: Streams | None = None,
    ) -> None:
        """Run in the current scope with `$_` bound, output to `emit`; the other streams may be a command's own."""
        code = self.code.ready()
        if code.process is not None or code.begin is not None or code.parameters.names:
            for value in self.invoke(args or [], input_values=[underscore], emit=emit, underscore=underscore):
                emit(value)
            return
        if code.end is None:
            return
        session = self.session
        current = session.frame
        scope = current.scope
        if self.captured is not None or self.module is not scope.module:
            scope = self.parent_scope(scope)
        frame = Frame(session, scope, emit, streams or current.streams)
        values = frame.locals
        kept = values.get("_", UNSET)
        values["_"] = underscore
        kept_args = values.get("args", UNSET)
        if args is not None:
            values["args"] = args
        session.frame = frame
        try:
            code.end(frame)
        except ReturnSignal:
            pass
        finally:
            session.frame = current
            _restore(values, "_", kept)
            if args is not None:
                _restore(values, "args", kept_args)

    def repeated(self, streams: Streams | None = None) -> Callable[[Callable[[Value], None], Value], None]:
        """What `run_into` does, for many records: everything but the record is looked up once."""
        code = self.code.ready()
        end = code.end
        plain = code.process is None and code.begin is None and not code.parameters.names
        if not plain or end is None or self.captured is not None or self.module is not self.session.frame.scope.module:
            return lambda emit, underscore: self.run_into(emit, underscore, None, streams)
        session = self.session
        scope = session.frame.scope
        frame = Frame(session, scope, _unset, streams or session.frame.streams)
        values = frame.locals

        def run(emit: Callable[[Value], None], underscore: Value) -> None:
            current = session.frame
            if current.scope is not scope:
                self.run_into(emit, underscore, None, streams)
                return
            kept = values.get("_", UNSET)
            values["_"] = underscore
            frame.emit = emit
            session.frame = frame
            try:
                end(frame)
            except ReturnSignal:
                pass
            finally:
                session.frame = current
                if kept is UNSET:
                    values.pop("_", None)
                else:
                    values["_"] = kept

        return run

    def invoke(
        self,
        args: list[Value],
        *,
        input_values: list[Value] | None = None,
        emit: Callable[[Value], None] | None = None,
        underscore: Value = UNSET,
        variables: dict[str, Value] | None = None,
    ) -> list[Value]:
        """The output of the block, called as `&` does: in a scope of its own, with arguments and pipeline input."""
        from msolemu.runtime.invoking.functions import FunctionStage

        output: list[Value] = []
        frame = self.session.frame
        arguments = [Argument(None, value) for value in args]
        call = Invocation(self.session, "", arguments, frame.streams.below(frame.scope), frame)
        call.expects_input = bool(input_values)
        stage = FunctionStage(self, call, underscore=underscore, variables=variables)
        stage.emit = emit or output.append
        try:
            stage.begin()
            for value in input_values or ():
                stage.process(value)
            stage.end()
        finally:
            stage.close()
        return output


represent(known_type("System.Management.Automation.ScriptBlock"), ScriptBlock)


def _unset(value: Value) -> None:
    """Where output goes before a frame is told."""


def _restore(values: dict[str, Value], name: str, kept: Value) -> None:
    if kept is UNSET:
        values.pop(name, None)
    else:
        values[name] = kept


def parsed(session: Session, text: str, file: str | None = None) -> ScriptBlock:
    """The text as a script block; raises a ParseException's error with PowerShell's message when it cannot be read."""
    return ScriptBlock(Code(parsed_tree(session, text, file)), session, session.frame.scope.module)


def parsed_tree(session: Session, text: str, file: str | None = None) -> syntax.ScriptBlock:
    """The tree of a text that can run in the session."""
    from msolemu.language.parser import parse

    result = parse(text, file)
    errors: Sequence[ParseError] = result.errors
    if not errors and ("class" in (folded := text.lower()) or "enum" in folded):
        from msolemu.runtime.classes.attribute_places import misplaced_attributes
        from msolemu.runtime.classes.unknown_types import unknown_types

        errors = [*unknown_types(session, result.tree), *misplaced_attributes(result.tree)]
    if errors:
        raise parse_failure(errors)
    return result.tree


def parse_failure(errors: Sequence[ParseError]) -> StatementError:
    """The error that stands for parse errors: position and message of each."""
    from msolemu.runtime.errors.positions import position_message

    texts = [f"{position_message(error.extent)}\n{error.message}" for error in errors]
    exception = ExceptionValue("System.Management.Automation.ParseException", "\n\n".join(texts))
    first = errors[0]
    record = ErrorRecord(exception, first.id, ErrorCategory.PARSER_ERROR)
    exception.record = record
    exception.extra["errors"] = tuple(errors)
    return StatementError(record)

"""Functions, filters and script blocks that are called: parameters bound; begin, process and end in a scope."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from msolemu.language import syntax
from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.compiling.compiler import compiles_statement
from msolemu.runtime.errors.records import (
    CallDepthError,
    ErrorCategory,
    FunctionError,
    PowerShellError,
    ReturnSignal,
    StatementError,
    runtime_error,
)
from msolemu.runtime.invoking.calls import CallInfo
from msolemu.runtime.invoking.parameters import ScriptParameter, convert_argument, switch_value
from msolemu.runtime.invoking.pipeline import CommandKind, Invocation, Stage
from msolemu.runtime.state.frame import Executed, Frame
from msolemu.runtime.state.scopes import UNSET, Scope, VariableRule, not_writable
from msolemu.runtime.values.objects import PSObject, Value

if TYPE_CHECKING:
    from msolemu.runtime.invoking.scriptblock import Code, ScriptBlock
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.types.net_type import NetType


class Function:
    """A function or filter of a session or module."""

    __slots__ = ("arguments", "help_text", "name", "options", "owner", "script_block")

    def __init__(self, name: str, script_block: ScriptBlock, help_text: str | None = None, owner: Any = None) -> None:
        self.name = name
        self.script_block = script_block
        self.help_text = help_text
        self.owner = owner
        self.options = 0
        """Its marks of System.Management.Automation.ScopedItemOptions."""
        self.arguments: Sequence[Value] = ()
        """What `Get-Command -ArgumentList` gave it, for its dynamic parameters to go by."""

    def called_with(self, arguments: Sequence[Value]) -> Function:
        """The function as it looks to a call with these arguments."""
        made = Function(self.name, self.script_block, self.help_text, self.owner)
        made.options = self.options
        made.arguments = arguments
        return made

    def put_options(self, options: int) -> None:
        """Give it other options, where those that it has allow that."""
        from msolemu.runtime.state.functions import check_options

        check_options(self, options)
        self.options = options

    @property
    def command_type(self) -> CommandKind:
        """Function or filter."""
        return CommandKind.FILTER if self.script_block.code.is_filter else CommandKind.FUNCTION

    @property
    def net_type(self) -> NetType:
        """FunctionInfo or FilterInfo."""
        from msolemu.runtime.reflection.command_types import command_type

        return command_type(self)

    @property
    def module(self) -> Any:
        """The module that it came with."""
        return self.owner or self.script_block.module

    def __str__(self) -> str:
        return self.name

    def stage(self, call: Invocation) -> Stage:
        """The function at work."""
        return FunctionStage(self.script_block, call, name=self.name)


def too_deep() -> CallDepthError:
    """The error for calls nested beyond measure."""
    error = runtime_error(
        "CallDepthOverflow",
        "The script failed due to call depth overflow.",
        ErrorCategory.INVALID_OPERATION,
        "System.Management.Automation.ScriptCallDepthException",
        target=0,
    )
    return CallDepthError(error.record)


class FunctionStage(Stage):
    """One call of a script block with parameters."""

    def __init__(
        self,
        block: ScriptBlock,
        call: Invocation,
        name: str = "",
        *,
        dotted: bool = False,
        underscore: Value = UNSET,
        variables: dict[str, Value] | None = None,
        script: bool = False,
    ) -> None:
        self.block = block
        self.code: Code = block.code.ready()
        self.call = call
        self.name = name
        self.dotted = dotted
        self.underscore = underscore
        self.variables = variables
        self.script = script
        self.input: list[Value] = []
        self.binding: Any = None
        self.ran = False
        """Whether a block of the code has begun."""

    def begin(self) -> None:
        """Bind what was typed, and run `begin`."""
        if self.begun:
            return
        self.begun = True
        self.enter()
        code = self.code
        if self.call.expects_input:
            self._show_input(self.input)
        self._bind()
        if code.begin is not None:
            self.run(code.begin)

    def _show_input(self, records: list[Value]) -> None:
        """Let `$input` go through records, more of which may still come."""
        from msolemu.runtime.types.enumerators import Enumerator

        self.scope.values["input"] = Enumerator(records, "System.Collections.ArrayList+ArrayListEnumeratorSimple")

    def enter(self) -> None:
        """Make the scope of the call."""
        call = self.call
        session = call.session
        current = call.frame
        if self.dotted:
            scope = current.scope
        else:
            scope = Scope(self.block.parent_scope(current.scope), is_script=self.script)
            scope.module = self.block.module
        self.scope = scope
        emit = self.emit if call.last else self._outward()
        self.frame = Frame(session, scope, emit, call.streams.below(scope))
        self.call_info = CallInfo(self.name or call.name, call, self.block, call.command)
        self.call_info.outer, self.call_info.shares = scope.call, self.dotted
        scope.call = self.call_info
        if self.underscore is not UNSET:
            scope.values["_"] = self.underscore
        if self.variables:
            scope.values.update(self.variables)

    def _outward(self) -> Callable[[Value], None]:
        """Emit with the caller's frame current, for a script block downstream runs in the caller's scope."""
        session = self.call.session
        caller = self.call.frame

        def emit(value: Value) -> None:
            own = session.frame
            session.frame = caller
            try:
                self.emit(value)
            finally:
                session.frame = own

        return emit

    def _bind(self) -> None:
        if self.code.parameters.refused is not None:
            raise not_writable(self.code.parameters.refused)
        if not self.code.parameters.is_advanced and self._quickly():
            return
        from msolemu.runtime.invoking.advanced import bind

        self.binding = bind(self)

    def _quickly(self) -> bool:
        """Bind positional words to plain parameters; whether that was all that was needed."""
        items = self.code.parameters.items
        arguments = self.call.arguments
        for argument in arguments:
            if argument.parameter is not None:
                return False
        if any(item.attributes for item in items):
            return False
        taking = [item for item in items if not item.is_switch]
        values = [argument.value for argument in arguments]
        given: dict[str, Value] = {}
        for item, value in zip(taking, values, strict=False):
            if type(value) is PSObject and value.text is not None:
                if item.type_of is not None:
                    return False
                value = value.base  # noqa: PLW2901  as a variable holds it, without how it was written
            if item.type_of is not None:
                try:
                    value = convert_argument(value, item.type_of(self.frame))  # noqa: PLW2901  converted in place
                except PowerShellError:
                    return False
            given[item.key] = value
        self.fill(given)
        self.scope.values["args"] = values[len(taking) :]
        self.call_info.bound = {item.name: given[item.key] for item in taking if item.key in given}
        return True

    def fill(self, given: dict[str, Value]) -> None:
        """Set the parameters' variables: arguments first, then defaults, which may use them."""
        values = self.scope.values
        items = self.code.parameters.items
        for item in items:
            if item.key in given:
                values[item.key] = given[item.key]
        for item in items:
            if item.key not in given:
                values[item.key] = self.default_of(item)
            if item.type_of is not None and not item.is_switch:
                self.scope.put_rule(item.key, VariableRule(item.rules(self.frame)))
            if item.name != item.key:
                if self.scope.spellings is None:
                    self.scope.spellings = {}
                self.scope.spellings[item.key] = item.name

    def default_of(self, item: ScriptParameter) -> Value:
        """The value of a parameter that was not given."""
        if item.default is None:
            return item.unset_value(self.frame)
        session = self.call.session
        kept = session.frame
        session.frame = self.frame
        try:
            value = item.default(self.frame)
        finally:
            session.frame = kept
        if item.is_switch:
            return switch_value(bool(value))
        return value if item.type_of is None else convert(value, item.type_of(self.frame))

    def process(self, record: Value) -> None:
        """One record: bound to the parameters that take it, `$_` for `process`."""
        if not self.begun:
            self.begin()
        code = self.code
        if code.process is None:
            self.input.append(record)
            if self.binding is not None and self.binding.takes_pipeline:
                self.binding.bind_record(record)
            return
        if self.binding is not None and self.binding.takes_pipeline and not self.binding.bind_record(record):
            return
        self.scope.values["_"] = record
        if code.names_input:
            self._show_input([record])
        self.run(code.process)

    def end(self) -> None:
        """Run `process` once if there was no pipeline, then `end`."""
        code = self.code
        if code.process is not None and not self.call.expects_input:
            self.run(code.process)
        if code.process is not None and code.names_input:
            self._show_input([])
        if code.end is not None:
            self.run(code.end)

    def close(self) -> None:
        """Run `clean`, if another block ran."""
        if self.code.clean is not None and self.ran:
            self._clean(self.code.clean)
        if self.binding is not None:
            self.binding.finish()
            self.binding = None
        if self.dotted and hasattr(self, "scope"):
            self.scope.call = self.call_info.outer

    def _clean(self, part: Executed) -> None:
        """Run `clean`, which outputs nothing, and none of whose errors gets out, whoever waits for one."""
        session: Session = self.call.session
        waiting, session.propagates = session.propagates, 0
        self.frame.emit = _dropped
        try:
            self.run(part)
        except PowerShellError as error:
            self.call.streams.had_errors = True
            session.remember_error(error.record)
            self.frame.streams.report(error.record)
        finally:
            session.propagates = waiting

    def run(self, part: Executed) -> None:
        """Run a block of the function in its scope."""
        self.ran = True
        session: Session = self.call.session
        if session.depth >= session.deepest:
            raise too_deep()
        session.depth += 1
        kept, strict = session.frame, session.strict
        session.frame = self.frame
        try:
            part(self.frame)
        except ReturnSignal:
            pass
        except PowerShellError as error:
            self.call.streams.ended_by(error)
            if not isinstance(error, FunctionError) or error.call is not self.call_info:
                raise
            raise StatementError(error.record) from error
        finally:
            session.depth -= 1
            session.frame = kept
            if not self.dotted:
                session.strict = strict


def _dropped(value: Value) -> None:
    """Where the output of `clean` goes."""


@compiles_statement(syntax.FunctionDefinition)
def _define(node: syntax.FunctionDefinition) -> Executed:
    from msolemu.runtime.invoking.scriptblock import Code, ScriptBlock
    from msolemu.runtime.state.functions import check_writable

    code = Code(node.body, node.parameters, is_filter=node.is_filter)
    code.definition = node
    qualifier, _, plain = node.name.rpartition(":")
    where = _WHERE.get(qualifier.lower(), _here)

    aliases = code.parameters.aliases

    def define(frame: Frame) -> None:
        scope = where(frame)
        if scope.functions is None:
            scope.functions = {}
        elif plain.lower() in scope.functions:
            check_writable(scope, plain)
        block = ScriptBlock(code, frame.session, frame.scope.module)
        scope.functions[plain.lower()] = Function(plain, block, node.help_text)
        for name in aliases:
            if scope.aliases is None:
                scope.aliases = {}
            scope.aliases[name.lower()] = plain
        frame.session.ok = True

    return define


def _here(frame: Frame) -> Scope:
    return frame.scope


_WHERE: dict[str, Callable[[Frame], Scope]] = {
    "global": lambda frame: frame.scope.top,
    "script": lambda frame: frame.scope.script,
}

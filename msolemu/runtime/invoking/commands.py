"""Commands and pipelines: names resolved, words evaluated, stages connected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msolemu.language import syntax
from msolemu.language.operators import InvocationOperator
from msolemu.language.parser import parse
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.compiling.blocks import place
from msolemu.runtime.compiling.compiler import compile_expression, compiles_statement, compiles_value
from msolemu.runtime.compiling.elements import compile_elements
from msolemu.runtime.compiling.statements import compile_output, emit_value, is_increment
from msolemu.runtime.errors.records import (
    Position,
    StatementError,
    runtime_error,
)
from msolemu.runtime.invoking.arguments import compile_arguments, shape_of
from msolemu.runtime.invoking.finding import find
from msolemu.runtime.invoking.functions import Function, FunctionStage
from msolemu.runtime.invoking.pipeline import Argument, Command, Invocation, Stage, connect
from msolemu.runtime.invoking.pipeline import run as run_stages
from msolemu.runtime.invoking.redirection import Redirect, compile_redirections
from msolemu.runtime.invoking.scriptblock import Code, ScriptBlock
from msolemu.runtime.state.frame import Evaluated, Executed, Frame, captured
from msolemu.runtime.state.scopes import UNSET
from msolemu.runtime.values.objects import NOTHING, Value, collapse, unwrap

Resolve = Callable[[Frame], tuple[Command, str]]
Start = Callable[..., Stage]
NOT_CARRIED = {"_", "args", "input", "this"}
"""Variables that a pipeline in the background has of its own."""


@compiles_statement(syntax.Pipeline)
def _pipeline(node: syntax.Pipeline) -> Executed:
    if node.background:
        return in_background(node)
    first = node.elements[0]
    if len(node.elements) == 1:
        if isinstance(first, syntax.CommandExpression) and not first.redirections:
            return compile_output(first.expression)
        if isinstance(first, syntax.Command):
            return _placed(node, _single(first))
    return _placed(node, _connected(node))


def in_background(node: syntax.Pipeline | syntax.PipelineChain) -> Executed:
    """`&` at the end: the pipeline runs as a script block that Start-Job is given, with the variables it names."""
    code: list[Code] = []

    def run(frame: Frame) -> None:
        if not code:
            code.append(Code(parse(node.extent.text).tree))
        names = {item.name.lower() for item in syntax.walk(code[0].node) if isinstance(item, syntax.Variable)}
        seen = {name: value for name in names - NOT_CARRIED if (value := frame.scope.find(name)) is not UNSET}
        block = ScriptBlock(code[0], frame.session, None, seen)
        run_named(frame, "Start-Job", {"ScriptBlock": block}, frame.emit)

    return run


def run_named(frame: Frame, name: str, given: dict[str, Value], emit: Callable[[Value], None]) -> None:
    """Run a cmdlet that a construct of the language stands for."""
    found, _ = find(frame, name, None)
    arguments = [Argument(parameter, value, True) for parameter, value in given.items()]
    call = Invocation(frame.session, name, arguments, frame.streams.below(frame.scope), frame)
    stage = found.stage(call)
    stage.emit = emit
    try:
        stage.begin()
        stage.end()
    finally:
        stage.close()


@compiles_value(syntax.Pipeline)
def _pipeline_value(node: syntax.Pipeline) -> Evaluated:
    first = node.elements[0]
    alone = len(node.elements) == 1 and not node.background
    if alone and isinstance(first, syntax.CommandExpression) and not first.redirections:
        return compile_expression(first.expression)
    run = _pipeline(node)
    return lambda frame: collapse(captured(frame, run))


def _placed(node: syntax.Pipeline, run: Executed) -> Executed:
    first = node.elements[0]

    def placing(frame: Frame) -> None:
        try:
            run(frame)
        except StatementError as error:
            if isinstance(first, syntax.Command):
                place(error, first.extent)
            raise

    return placing


def _single(node: syntax.Command) -> Executed:
    start = command(node)

    def run(frame: Frame) -> None:
        session = frame.session
        stage = start(frame, 0, 1)
        stage.emit = frame.emit
        session.ok = True
        try:
            stage.begin()
            stage.end()
        finally:
            stage.close()
        session.ok = not stage_failed(stage)

    return run


def stage_failed(stage: Stage) -> bool:
    """Whether the command wrote errors of its own: what `$?` tells."""
    return stage.invocation.streams.had_errors


def _connected(node: syntax.Pipeline) -> Executed:
    first = node.elements[0]
    source = compile_elements(first.expression) if isinstance(first, syntax.CommandExpression) else None
    head = _head(first, source) if isinstance(first, syntax.CommandExpression) and source is not None else None
    starts = tuple(command(element) for element in node.elements if isinstance(element, syntax.Command))
    late = next((part for part in node.elements[1:] if isinstance(part, syntax.CommandExpression)), None)
    total = len(starts)
    piped = head is not None

    def run(frame: Frame) -> None:
        if late is not None:
            raise runtime_error("ExpressionsMustBeFirstInPipeline", "Expressions are only allowed first in a pipeline.")
        session = frame.session
        if not starts:
            assert head is not None
            head(frame, frame.emit)
            session.ok = True
            return
        stages = [start(frame, index, total, piped or index > 0) for index, start in enumerate(starts)]
        connect(stages, frame.emit)
        session.ok = True
        if head is None:
            run_stages(stages)
        else:
            entry = head
            run_stages(stages, lambda emit: entry(frame, emit))
        session.ok = not any(stage_failed(stage) for stage in stages)

    return run


def _head(node: syntax.CommandExpression, source: Evaluated) -> Callable[[Frame, Callable[[Value], None]], None]:
    redirect = compile_redirections(node.redirections)
    silent = is_increment(node.expression)

    def feed(frame: Frame, emit: Callable[[Value], None]) -> None:
        kept, streams = frame.emit, frame.streams
        frame.emit = emit
        finish = None
        if redirect is not None:
            frame.streams = streams.below(frame.scope)
            finish = redirect(frame, frame.streams, emit)
            if finish is not None:
                frame.emit = finish.emit
        try:
            value = source(frame)
            if not silent:
                emit_value(frame, value)
        finally:
            frame.emit, frame.streams = kept, streams
            if finish is not None:
                finish.close()

    return feed


def command(node: syntax.Command) -> Start:
    """The closure that makes the stage of one command."""
    resolve = _resolver(node)
    arguments = compile_arguments(node.elements[1:])
    shape = shape_of(node.elements[1:])
    if any(isinstance(word, syntax.CommandParameter) and word.name == "?" for word in node.elements):
        resolve, arguments = _help_instead(resolve)
        shape = None
    if _is_like_a_method(node):
        resolve = _unless_strict(resolve)
    redirect = compile_redirections(node.redirections)
    extent = node.extent
    dotted = node.invocation_operator is InvocationOperator.DOT
    operator = node.invocation_operator.value

    def start(frame: Frame, position: int, length: int, piped: bool = False) -> Stage:
        found, name = resolve(frame)
        given = arguments(frame)
        streams = frame.streams.below(frame.scope)
        streams.position = Position(extent, name)
        streams.upstream = position < length - 1
        call = Invocation(
            frame.session, name, given, streams, frame, extent, position, length, piped, found, {}, operator, shape
        )
        stage = _dotted(found, call) if dotted else found.stage(call)
        if redirect is not None:
            stage = Redirect(stage, call, redirect)
        stage.invocation = call
        return stage

    return start


def _is_like_a_method(node: syntax.Command) -> bool:
    """Whether a command with several arguments is written `name(1, 2)`, which gives it one array."""
    name, *given = node.elements
    if len(given) != 1 or not isinstance(given[0], syntax.Paren) or name.extent.end != given[0].extent.start:
        return False
    inner = given[0].pipeline
    first = inner.elements[0] if isinstance(inner, syntax.Pipeline) else None
    return isinstance(first, syntax.CommandExpression) and isinstance(first.expression, syntax.ArrayLiteral)


def _unless_strict(resolve: Resolve) -> Resolve:
    def of_command(frame: Frame) -> tuple[Command, str]:
        if frame.session.strict >= 2:
            raise runtime_error(
                "StrictModeFunctionCallWithParens",
                "The function or command was called as if it were a method. Parameters should be separated by spaces. "
                "For information about parameters, see the about_Parameters Help topic.",
            )
        return resolve(frame)

    return of_command


def _help_instead(resolve: Resolve) -> tuple[Resolve, Callable[[Frame], list[Argument]]]:
    """`-?` after any command: Get-Help explains it."""

    def of_command(frame: Frame) -> list[Argument]:
        return [Argument("Name", resolve(frame)[0].name, True)]

    return _by_name("Get-Help", None), of_command


def _dotted(found: Command, call: Invocation) -> Stage:
    if isinstance(found, ScriptBlock):
        return FunctionStage(found, call, dotted=True)
    if isinstance(found, Function):
        return FunctionStage(found.script_block, call, found.name, dotted=True)
    in_caller = getattr(found, "dotted_stage", None)
    return in_caller(call) if in_caller is not None else found.stage(call)


def _resolver(node: syntax.Command) -> Resolve:
    first = node.elements[0]
    if isinstance(first, syntax.StringConstant) and first.value:
        return _by_name(first.value, first.extent)
    evaluate = compile_expression(first)

    def resolve(frame: Frame) -> tuple[Command, str]:
        value = evaluate(frame)
        base = unwrap(value)
        if isinstance(base, ScriptBlock):
            return base, ""
        if _is_command(base):
            return base, base.name
        if base is None or value is NOTHING or base == "":
            raise _bad_expression(first, node.invocation_operator.value)
        module = getattr(base, "scope", None)
        if module is not None and len(node.elements) > 1:
            return _in_module(base), ""
        return find(frame, to_text(base), first.extent)

    return resolve


def _is_command(value: Any) -> bool:
    return hasattr(value, "stage") and hasattr(value, "command_type")


def _in_module(module: Any) -> Command:
    from msolemu.runtime.state.modules import ModuleCall

    return ModuleCall(module)


def _bad_expression(node: syntax.Node, operator: str) -> StatementError:
    error = runtime_error(
        "BadExpression",
        f"The expression after '{operator}' in a pipeline element produced an object that was not valid. "
        "It must result in a command name, a script block, or a CommandInfo object.",
    )
    error.record.position = Position(node.extent)
    return error


def _by_name(name: str, extent: Any) -> Resolve:
    def resolve(frame: Frame) -> tuple[Command, str]:
        return find(frame, name, extent)

    return resolve

"""Pipelines of one expression, `if`, loops, and what leaves them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msolemu.language import syntax
from msolemu.language.operators import ChainOperator
from msolemu.runtime.casting.conversion import convert, to_bool, to_text
from msolemu.runtime.compiling.blocks import compile_block, place
from msolemu.runtime.compiling.compiler import (
    compile_expression,
    compile_statement,
    compile_value,
    compiles_statement,
)
from msolemu.runtime.compiling.conditions import asked, condition
from msolemu.runtime.compiling.elements import compile_loop_elements
from msolemu.runtime.compiling.shapes import local_name
from msolemu.runtime.compiling.variables import write_variable
from msolemu.runtime.errors.records import (
    BreakSignal,
    ContinueSignal,
    ErrorCategory,
    ExitSignal,
    LoopSignal,
    PowerShellError,
    ReturnSignal,
    StatementError,
    runtime_error,
)
from msolemu.runtime.state.frame import Evaluated, Executed, Frame
from msolemu.runtime.state.scopes import UNSET
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import type_of
from msolemu.runtime.values.objects import NOTHING, ArrayList, GenericList, Value, enumerate_value, unwrap

ATOMS = frozenset({int, str, float, bool})


def emit_value(frame: Frame, value: Value) -> None:
    """Send a value into the output, a collection element by element."""
    if type(value) in ATOMS:
        frame.emit(value)
    elif isinstance(value, (list, range)):
        emit = frame.emit
        for element in value if type(value) is range else list(value):
            emit(element)
    else:
        for element in enumerate_value(value):
            frame.emit(element)


def is_increment(node: syntax.Expression) -> bool:
    """Whether the expression is `++` or `--`, which output nothing as statements."""
    if not isinstance(node, syntax.Unary):
        return False
    from msolemu.runtime.compiling.assignment import INCREMENTS

    return node.operator in INCREMENTS


def compile_output(node: syntax.Expression) -> Executed:
    """An expression as a statement."""
    evaluate = compile_expression(node)
    if is_increment(node):

        def silent(frame: Frame) -> None:
            evaluate(frame)
            frame.session.ok = True

        return silent

    def run(frame: Frame) -> None:
        value = evaluate(frame)
        if type(value) in ATOMS:
            frame.emit(value)
        else:
            emit_value(frame, value)
        frame.session.ok = True

    return run


@compiles_statement(syntax.If)
def _if(node: syntax.If) -> Executed:
    clauses = tuple((condition(clause.condition), compile_block(clause.body)) for clause in node.clauses)
    otherwise = compile_block(node.else_clause) if node.else_clause is not None else None
    if len(clauses) == 1:
        return _if_else(node.clauses[0].condition, clauses[0][1], otherwise)

    def run(frame: Frame) -> None:
        for test, body in clauses:
            if test(frame):
                body(frame)
                return
        if otherwise is not None:
            otherwise(frame)

    return run


def _if_else(node: syntax.PipelineBase, body: Executed, otherwise: Executed | None) -> Executed:
    evaluate = asked(node)
    extent = node.extent

    def run(frame: Frame) -> None:
        try:
            value = evaluate(frame)
        except StatementError as error:
            place(error, extent)
            raise
        if value is True or (value is not False and to_bool(value)):
            body(frame)
        elif otherwise is not None:
            otherwise(frame)

    return run


def looped(label: str | None, body: Executed) -> Callable[[Frame], bool]:
    """One turn of a loop: whether it goes on."""
    name = (label or "").lower()

    def turn(frame: Frame) -> bool:
        try:
            body(frame)
        except LoopSignal as signal:
            if signal.label and signal.label.lower() != name:
                raise
            return isinstance(signal, ContinueSignal)
        return True

    return turn


@compiles_statement(syntax.While)
def _while(node: syntax.While) -> Executed:
    test = condition(node.condition)
    body = compile_block(node.body)
    name = (node.label or "").lower()

    def run(frame: Frame) -> None:
        while test(frame):
            try:
                body(frame)
            except LoopSignal as signal:
                if signal.label and signal.label.lower() != name:
                    raise
                if isinstance(signal, BreakSignal):
                    return

    return run


@compiles_statement(syntax.DoWhile)
def _do_while(node: syntax.DoWhile) -> Executed:
    return _do(node, goes_on=True)


@compiles_statement(syntax.DoUntil)
def _do_until(node: syntax.DoUntil) -> Executed:
    return _do(node, goes_on=False)


def _do(node: syntax.DoWhile | syntax.DoUntil, *, goes_on: bool) -> Executed:
    test = condition(node.condition)
    turn = looped(node.label, compile_block(node.body))

    def run(frame: Frame) -> None:
        while turn(frame) and test(frame) is goes_on:
            pass

    return run


@compiles_statement(syntax.For)
def _for(node: syntax.For) -> Executed:
    from msolemu.runtime.compiling.counting import advancing

    start = _silent(node.initializer) or _no_step
    test = condition(node.condition) if node.condition is not None else _always
    step = _silent(node.iterator) or _no_step
    advance = advancing(node, step, test) or _stepping(step, test)
    body = compile_block(node.body)
    name = (node.label or "").lower()

    def run(frame: Frame) -> None:
        start(frame)
        goes_on = test(frame)
        while goes_on:
            try:
                body(frame)
            except LoopSignal as signal:
                if signal.label and signal.label.lower() != name:
                    raise
                if isinstance(signal, BreakSignal):
                    return
            goes_on = advance(frame)

    return run


def _stepping(step: Evaluated, test: Callable[[Frame], bool]) -> Callable[[Frame], bool]:
    def advance(frame: Frame) -> bool:
        step(frame)
        return test(frame)

    return advance


def _no_step(frame: Frame) -> Value:
    """Nothing to do between two turns."""


def _always(frame: Frame) -> bool:
    return True


def _silent(node: syntax.PipelineBase | None) -> Evaluated | None:
    return None if node is None else compile_value(node)


class Enumerator:
    """`$foreach` and `$switch`: the collection that a loop goes through, which a script may move on."""

    __slots__ = ("_items", "current")

    def __init__(self, items: Iterator[Value]) -> None:
        self._items = items
        self.current: Value = None

    def __iter__(self) -> Iterator[Value]:
        return self

    def __next__(self) -> Value:
        self.current = next(self._items)
        return self.current

    @property
    def net_type(self) -> NetType:
        """The type of an array's enumerator."""
        from msolemu.runtime.types.enumerators import ENUMERATOR
        from msolemu.runtime.types.registry import declare

        return declare("System.ArrayEnumerator", ENUMERATOR)

    def enumerate_values(self) -> Iterator[Value]:
        """What a pipeline takes: what is left."""
        return self

    def move(self) -> bool:
        """Go to the next element, if there is one; the loop goes on after it."""
        return next(self, UNSET) is not UNSET

    def reset(self) -> None:
        """A loop never goes back."""
        from msolemu.runtime.errors.net_errors import NetError

        raise NetError("System.NotSupportedException", "Specified method is not supported.")


def elements(value: Value) -> Iterator[Value]:
    """What `foreach` goes through: null not at all."""
    if value is None or value is NOTHING:
        return iter(())
    if type(value) is range:
        return iter(value)
    base = unwrap(value)
    return _watched(base) if isinstance(base, GROWING) else enumerate_value(value)


GROWING = (ArrayList, GenericList)


def _watched(values: list[Value]) -> Iterator[Value]:
    """The elements of a list that must not grow or shrink meanwhile."""
    length = len(values)
    for position in range(length):
        if len(values) != length:
            break
        yield values[position]
    if len(values) != length:
        message = "Collection was modified; enumeration operation may not execute."
        kind = "System.InvalidOperationException"
        raise runtime_error(kind, message, ErrorCategory.OPERATION_STOPPED, kind)


@compiles_statement(syntax.ForEach)
def _foreach(node: syntax.ForEach) -> Executed:
    collection = compile_loop_elements(node.condition)
    write = write_variable(node.variable)
    body = compile_block(node.body)
    key = local_name(node.variable) or ""
    name = (node.label or "").lower()
    uses_enumerator = any(
        isinstance(part, syntax.Variable) and part.name.lower() == "foreach" for part in syntax.walk(node.body)
    )
    extent = node.condition.extent

    def run(frame: Frame) -> None:
        try:
            items = elements(collection(frame))
        except StatementError as error:
            place(error, extent)
            raise
        if uses_enumerator:
            items = Enumerator(items)
            frame.locals["foreach"] = items
        try:
            values, scope = frame.locals, frame.scope
            for item in items:
                if key in values and (scope.rules is None or key not in scope.rules):
                    values[key] = item
                else:
                    write(frame, item)
                try:
                    body(frame)
                except LoopSignal as signal:
                    if signal.label and signal.label.lower() != name:
                        raise
                    if isinstance(signal, BreakSignal):
                        return
        finally:
            if uses_enumerator:
                frame.locals.pop("foreach", None)

    return run


def _label(node: syntax.Expression | None) -> Callable[[Frame], str]:
    if node is None:
        return lambda frame: ""
    evaluate = compile_expression(node)
    return lambda frame: to_text(evaluate(frame))


@compiles_statement(syntax.Break)
def _break(node: syntax.Break) -> Executed:
    label = _label(node.label)

    def run(frame: Frame) -> None:
        raise BreakSignal(label(frame))

    return run


@compiles_statement(syntax.Continue)
def _continue(node: syntax.Continue) -> Executed:
    label = _label(node.label)

    def run(frame: Frame) -> None:
        raise ContinueSignal(label(frame))

    return run


@compiles_statement(syntax.Return)
def _return(node: syntax.Return) -> Executed:
    output = compile_statement(node.pipeline) if node.pipeline is not None else None

    def run(frame: Frame) -> None:
        if output is not None:
            output(frame)
        raise ReturnSignal

    return run


@compiles_statement(syntax.Exit)
def _exit(node: syntax.Exit) -> Executed:
    code = compile_value(node.pipeline) if node.pipeline is not None else None

    def run(frame: Frame) -> None:
        raise ExitSignal(exit_code(None if code is None else code(frame)))

    return run


def exit_code(value: Value) -> int:
    """The code that `exit` with this value ends with."""
    if value is None or value is NOTHING:
        return 0
    try:
        return int(convert(value, type_of(0)))
    except PowerShellError:
        return 0


@compiles_statement(syntax.PipelineChain)
def _chain(node: syntax.PipelineChain) -> Executed:
    if node.background:
        from msolemu.runtime.invoking.commands import in_background

        return in_background(node)
    left = compile_statement(node.left)
    right = compile_statement(node.right)
    wanted = node.operator is ChainOperator.AND

    def run(frame: Frame) -> None:
        from msolemu.runtime.compiling.blocks import continue_after

        try:
            left(frame)
        except StatementError as error:
            place(error, node.left.extent)
            continue_after(frame, error)
        if frame.session.ok is wanted:
            right(frame)

    return run


@compiles_statement(syntax.DataStatement)
def _data(node: syntax.DataStatement) -> Executed:
    from msolemu.runtime.state.frame import captured
    from msolemu.runtime.values.objects import collapse

    body = compile_block(node.body)
    name = node.variable

    def run(frame: Frame) -> None:
        if name is None:
            body(frame)
        else:
            frame.scope.assign(name, collapse(captured(frame, body)))

    return run

"""`switch`: every clause is asked for every element, until one breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msolemu.language import syntax
from msolemu.language.operators import SwitchFlags
from msolemu.runtime.casting.conversion import to_bool, to_text
from msolemu.runtime.compiling.blocks import compile_block, place
from msolemu.runtime.compiling.compiler import compile_expression, compile_value, compiles_statement
from msolemu.runtime.compiling.statements import Enumerator
from msolemu.runtime.errors.records import BreakSignal, LoopSignal, StatementError
from msolemu.runtime.invoking.scriptblock import Code, ScriptBlock
from msolemu.runtime.operations import comparison
from msolemu.runtime.state.frame import Executed, Frame
from msolemu.runtime.state.scopes import UNSET
from msolemu.runtime.text.wildcard import WildcardPattern, has_wildcards
from msolemu.runtime.values.objects import NOTHING, Value, collapse, enumerate_value

Test = Callable[[Frame, Value], bool]


@compiles_statement(syntax.Switch)
def _switch(node: syntax.Switch) -> Executed:
    source = compile_value(node.condition)
    turn = _turn(node)
    items_of = _lines if SwitchFlags.FILE in node.flags else _elements
    extent = node.condition.extent

    def run(frame: Frame) -> None:
        try:
            items = Enumerator(items_of(frame, source(frame)))
        except StatementError as error:
            place(error, extent)
            raise
        kept = frame.locals.get("_", UNSET)
        frame.locals["switch"] = items
        try:
            for item in items:
                if not turn(frame, item):
                    break
        finally:
            frame.locals.pop("switch", None)
            if kept is UNSET:
                frame.locals.pop("_", None)
            else:
                frame.locals["_"] = kept

    return run


def _turn(node: syntax.Switch) -> Test:
    """What happens to one element; whether the switch goes on with the next."""
    clauses = tuple((_test(clause.condition, node.flags), compile_block(clause.body)) for clause in node.clauses)
    otherwise = compile_block(node.default) if node.default is not None else None
    name = (node.label or "").lower()

    def turn(frame: Frame, item: Value) -> bool:
        frame.locals["_"] = item
        matched = False
        try:
            for test, body in clauses:
                if test(frame, item):
                    matched = True
                    frame.locals["_"] = item
                    body(frame)
            if not matched and otherwise is not None:
                otherwise(frame)
        except LoopSignal as signal:
            if signal.label and signal.label.lower() != name:
                raise
            return not isinstance(signal, BreakSignal)
        return True

    return turn


def _elements(frame: Frame, value: Value) -> Iterator[Value]:
    if value is NOTHING:
        return iter(())
    return iter([None]) if value is None else enumerate_value(value)


def _lines(frame: Frame, value: Value) -> Iterator[Value]:
    from msolemu.runtime.filesystem.files import exists, path_not_found, place_of
    from msolemu.runtime.invoking.commands import run_named

    path = to_text(value)
    place = place_of(frame.session, path)
    if not (has_wildcards(path) or exists(frame.session, place)):
        raise path_not_found(place.shown)
    lines: list[Value] = []
    run_named(frame, "Get-Content", {"Path": path}, lines.append)
    return iter(lines)


def _test(node: syntax.Expression, flags: SwitchFlags) -> Test:
    if isinstance(node, syntax.ScriptBlockExpression):
        code = Code(node.script_block)

        def by_block(frame: Frame, item: Value) -> bool:
            block = ScriptBlock(code, frame.session, frame.scope.module)
            return to_bool(collapse(block.run_with(item)))

        return by_block
    evaluate = compile_expression(node)
    exact = SwitchFlags.CASE_SENSITIVE in flags
    compare = _comparison(flags, exact)

    def by_value(frame: Frame, item: Value) -> bool:
        wanted = evaluate(frame)
        if isinstance(wanted, ScriptBlock):
            return to_bool(collapse(wanted.run_with(item)))
        return compare(frame, item, wanted)

    return by_value


def _comparison(flags: SwitchFlags, exact: bool) -> Callable[[Frame, Value, Value], bool]:
    if SwitchFlags.REGEX in flags:
        return lambda frame, item, wanted: _matches(frame, item, wanted, exact)
    if SwitchFlags.WILDCARD in flags:
        return lambda frame, item, wanted: _like(item, wanted, exact)
    equal = comparison.ceq if exact else comparison.eq
    return lambda frame, item, wanted: _equal(equal, item, wanted)


def _equal(equal: Callable[[Value, Value], Value], item: Value, wanted: Value) -> bool:
    """As `-eq` between values of one type; values of two types are compared as text, so that `$true` is not 1."""
    if type(item) is not type(wanted) and item is not None and wanted is not None:
        return to_bool(equal(to_text(item), to_text(wanted)))
    return to_bool(equal(item, wanted))


def _matches(frame: Frame, item: Value, wanted: Value, exact: bool) -> bool:
    result, groups = comparison.match_groups(to_text(item), wanted, exact, False)
    if groups is not None:
        frame.scope.assign("Matches", groups)
    return to_bool(result)


def _like(item: Value, wanted: Value, exact: bool) -> bool:
    return WildcardPattern(to_text(wanted), ignore_case=not exact).matches(to_text(item))

"""Assignments: to variables, properties, elements, several targets at once; `++` and `--`."""

from __future__ import annotations

import sys
from collections.abc import Callable

from msolemu.foundation.dataclass import dataclass
from msolemu.language import syntax
from msolemu.language.operators import AssignmentOperator, UnaryOperator, VariableScope
from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.compiling.access import member_name, placed, static_holder
from msolemu.runtime.compiling.compiler import (
    compile_expression,
    compile_value,
    compiles_statement,
    compiles_value,
)
from msolemu.runtime.compiling.expressions import typed
from msolemu.runtime.compiling.operators import HIGHEST, LOWEST, operand
from msolemu.runtime.compiling.shapes import local_name, only_expression
from msolemu.runtime.compiling.variables import Write, write_variable
from msolemu.runtime.errors.records import StatementError, runtime_error
from msolemu.runtime.operations import arithmetic
from msolemu.runtime.state.frame import Evaluated, Executed, Frame
from msolemu.runtime.state.scopes import Scope, VariableRule
from msolemu.runtime.values import members
from msolemu.runtime.values.objects import NOTHING, Value, stands_for_null


@dataclass(frozen=True, slots=True)
class Place:
    """Where an assignment goes: `open` evaluates what stands in the target once and gives a reader and a writer."""

    open: Callable[[Frame], tuple[Callable[[], Value], Callable[[Value], None]]]
    write: Write


def place_of(node: syntax.Expression) -> Place:
    """The place that a target means."""
    if isinstance(node, syntax.Paren):
        inner = only_expression(node)
        if inner is not None:
            return place_of(inner)
    compile_it = _PLACES.get(type(node))
    if compile_it is None:
        return _no_place()
    return compile_it(node)


def _no_place() -> Place:
    def write(frame: Frame, value: Value) -> None:
        raise runtime_error("InvalidAssignmentTarget", "The target of the assignment cannot be assigned to.")

    return Place(lambda frame: (lambda: None, lambda value: write(frame, value)), write)


def _variable(node: syntax.Variable) -> Place:
    read = compile_expression(node)
    write = write_variable(node)
    return Place(lambda frame: (lambda: read(frame), lambda value: write(frame, value)), write)


def _property(node: syntax.Member) -> Place:
    target = compile_expression(node.target)
    name = member_name(node.member)

    def put(holder: Value, named: str, value: Value) -> None:
        kind = static_holder(holder) if node.static else None
        if kind is not None:
            members.set_static(kind, named, value)
        else:
            members.set_property(holder, named, value)

    def get(holder: Value, named: str) -> Value:
        kind = static_holder(holder) if node.static else None
        if kind is not None:
            return members.get_static(kind, named)
        return members.get_property(holder, named)

    def write(frame: Frame, value: Value) -> None:
        put(target(frame), name(frame), value)

    def both(frame: Frame) -> tuple[Callable[[], Value], Callable[[Value], None]]:
        holder, named = target(frame), name(frame)
        return (lambda: get(holder, named)), (lambda value: put(holder, named, value))

    return Place(both, write)


def _element(node: syntax.Index) -> Place:
    target = compile_expression(node.target)
    index = compile_expression(node.index)
    extent = node.extent

    def put(holder: Value, at: Value, value: Value) -> None:
        if holder is None:
            raise placed(runtime_error("NullArray", "Cannot index into a null array."), extent)
        try:
            members.set_index(holder, at, value)
        except StatementError as error:
            raise placed(error, extent) from None

    def write(frame: Frame, value: Value) -> None:
        put(target(frame), index(frame), value)

    def both(frame: Frame) -> tuple[Callable[[], Value], Callable[[Value], None]]:
        holder, at = target(frame), index(frame)
        return (lambda: members.get_index(holder, at)), (lambda value: put(holder, at, value))

    return Place(both, write)


def _several(node: syntax.ArrayLiteral) -> Place:
    places = tuple(place_of(element) for element in node.elements)

    def write(frame: Frame, value: Value) -> None:
        values = value if isinstance(value, list) else [value]
        count = len(places)
        for position, target in enumerate(places):
            if position == count - 1 and len(values) > count:
                target.write(frame, list(values[position:]))
            else:
                target.write(frame, values[position] if position < len(values) else None)

    return Place(lambda frame: (lambda: None, lambda value: write(frame, value)), write)


def _typed_variable(node: syntax.AttributedExpression) -> Place:
    """`[int]$x = …`: the conversion stays on the variable, and so do validations."""
    attributes: list[syntax.AttributeBase] = []
    inner: syntax.Expression = node
    while isinstance(inner, syntax.AttributedExpression):
        attributes.append(inner.attribute)
        inner = inner.operand
    if not isinstance(inner, syntax.Variable):
        place = place_of(inner)
        return _converted(place, [typed(item) for item in attributes if isinstance(item, syntax.TypeConstraint)])
    return _constrained(inner, attributes)


def _converted(place: Place, kinds: list[Evaluated]) -> Place:
    def write(frame: Frame, value: Value) -> None:
        for kind in reversed(kinds):
            value = convert(value, kind(frame))
        place.write(frame, value)

    return Place(place.open, write)


def _constrained(node: syntax.Variable, attributes: list[syntax.AttributeBase]) -> Place:
    from msolemu.runtime.invoking.parameters import transforms_of

    write_plain = write_variable(node)
    read = compile_expression(node)
    name = node.name.lower()
    make = transforms_of(attributes, node.name)

    def write(frame: Frame, value: Value) -> None:
        scope = _scope_of(frame, node)
        kept = scope.rule(name)
        transforms = make(frame)
        for transform in transforms:
            value = transform(value)
        if kept is not None and (kept.read_only or kept.constant):
            write_plain(frame, value)
        scope.put_rule(name, None)
        write_plain(frame, value)
        scope.put_rule(name, VariableRule(transforms))

    return Place(lambda frame: (lambda: read(frame), lambda value: write(frame, value)), write)


def _scope_of(frame: Frame, node: syntax.Variable) -> Scope:
    if node.scope is VariableScope.GLOBAL:
        return frame.scope.top
    if node.scope is VariableScope.SCRIPT:
        return frame.scope.script
    return frame.scope


_PLACES: dict[type[syntax.Node], Callable[..., Place]] = {
    syntax.Variable: _variable,
    syntax.Member: _property,
    syntax.Index: _element,
    syntax.ArrayLiteral: _several,
    syntax.Convert: _typed_variable,
    syntax.AttributedExpression: _typed_variable,
}

_OPERATIONS: dict[AssignmentOperator, Callable[[Value, Value], Value]] = {
    AssignmentOperator.ADD: arithmetic.add,
    AssignmentOperator.SUBTRACT: arithmetic.subtract,
    AssignmentOperator.MULTIPLY: arithmetic.multiply,
    AssignmentOperator.DIVIDE: arithmetic.divide,
    AssignmentOperator.REMAINDER: arithmetic.remainder,
}


@compiles_statement(syntax.Assignment)
def _assign(node: syntax.Assignment) -> Executed:
    evaluate = assigned_value(node)
    if local_name(node.target) is not None and node.operator in (AssignmentOperator.ASSIGN, AssignmentOperator.ADD):
        return evaluate
    if _is_command(node.value):
        return evaluate

    def run(frame: Frame) -> None:
        evaluate(frame)
        frame.session.ok = True

    return run


def _is_command(node: syntax.Statement) -> bool:
    """Whether commands give the value: then the last of them has told whether it succeeded."""
    return isinstance(node, syntax.Pipeline | syntax.PipelineChain) and only_expression(node) is None


@compiles_value(syntax.Assignment)
def assigned_value(node: syntax.Assignment) -> Evaluated:
    """The closure that assigns and gives the value, as `($x = 1)` does."""
    value = compile_value(node.value)
    key = local_name(node.target)
    if node.operator is AssignmentOperator.ASSIGN:
        return _assigning(node, key, value)
    place = place_of(node.target)
    if node.operator is AssignmentOperator.COALESCE:
        return _coalescing(place, value)
    if node.operator is AssignmentOperator.ADD and key is not None:
        return _adding(node, key, place, value)
    return _computing(place, value, _OPERATIONS[node.operator])


def _assigning(node: syntax.Assignment, key: str | None, value: Evaluated) -> Evaluated:
    write = place_of(node.target).write
    if key is not None:
        told = _is_command(node.value)

        def assign_local(frame: Frame) -> Value:
            given = value(frame)
            values = frame.locals
            rules = frame.scope.rules
            if key in values and (rules is None or key not in rules) and given is not NOTHING:
                values[key] = given
            else:
                write(frame, given)
                given = values.get(key, given)
            if not told:
                frame.session.ok = True
            return given

        return assign_local
    outputs = type(node.value) is syntax.Pipeline
    typed_name = _variable_within(node.target)
    read = None if typed_name is None else compile_expression(typed_name)

    def assign(frame: Frame) -> Value:
        given = value(frame)
        if given is NOTHING and not outputs:
            given = None
        write(frame, given)
        return given if read is None else read(frame)

    return assign


def _variable_within(target: syntax.Expression) -> syntax.Variable | None:
    """The variable of `[int]$x`, whose value is not what was assigned but what became of it."""
    if not isinstance(target, syntax.AttributedExpression):
        return None
    while isinstance(target, syntax.AttributedExpression):
        target = target.operand
    return target if isinstance(target, syntax.Variable) else None


def _coalescing(place: Place, value: Evaluated) -> Evaluated:
    def run(frame: Frame) -> Value:
        read, write = place.open(frame)
        known = read()
        if stands_for_null(known):
            known = value(frame)
            write(known)
        return known

    return run


def _computing(place: Place, value: Evaluated, operate: Callable[[Value, Value], Value]) -> Evaluated:
    def run(frame: Frame) -> Value:
        read, write = place.open(frame)
        result = operate(operand(read()), operand(value(frame)))
        write(result)
        return result

    return run


def _references_of_its_own() -> int:
    """References to a list that only its variable holds; how many, the Python that runs decides."""
    values: dict[str, Value] = {"list": []}
    known = values.get("list")
    return sys.getrefcount(known)


OWN_REFERENCES = _references_of_its_own()


def _adding(node: syntax.Assignment, name: str, place: Place, value: Evaluated) -> Evaluated:
    """`$x += …`: numbers at once."""
    general = _growing(node.target, name, place, value)
    write = place.write
    told = _is_command(node.value)
    addend = local_name(only_expression(node.value) or node)

    def run(frame: Frame) -> Value:
        values = frame.locals
        rules = frame.scope.rules
        known: Value = values.get(name)
        if (type(known) is int or type(known) is float) and (rules is None or name not in rules):
            more = None if addend is None else values.get(addend)
            if more is None:
                more = value(frame)
            result = known + more if type(more) is int else None
            if result is not None and (type(known) is float or LOWEST <= result <= HIGHEST):
                values[name] = result
            else:
                result = arithmetic.add(known, operand(more))
                write(frame, result)
        else:
            del known  # a list that nobody else holds grows in place
            result = general(frame)
        if not told:
            frame.session.ok = True
        return result

    return run


def _growing(node: syntax.Expression, name: str, place: Place, value: Evaluated) -> Evaluated:
    """An array that nobody else holds grows in place, for a copy each time is quadratic."""
    general = _computing(place, value, arithmetic.add)
    read = compile_expression(node)
    write = place.write

    def run(frame: Frame) -> Value:
        values = frame.locals
        rules = frame.scope.rules
        if rules is not None and name in rules:
            return general(frame)
        known = values.get(name)
        if type(known) is list:
            more = value(frame)
            if values.get(name) is known and sys.getrefcount(known) == OWN_REFERENCES:
                known += more if isinstance(more, list) else [operand(more)]  # type: ignore[operator]
                return known
            del values
            result = arithmetic.add(known, operand(more))
            write(frame, result)
            return result
        if known is None:
            known = read(frame)
        result = arithmetic.add(operand(known), operand(value(frame)))
        write(frame, result)
        return result

    return run


INCREMENTS = {
    UnaryOperator.PREFIX_INCREMENT: (1, True),
    UnaryOperator.PREFIX_DECREMENT: (-1, True),
    UnaryOperator.POSTFIX_INCREMENT: (1, False),
    UnaryOperator.POSTFIX_DECREMENT: (-1, False),
}


def increment(node: syntax.Unary) -> Evaluated:
    """The closure of `++` and `--`: the value before or after."""
    step, after = INCREMENTS[node.operator]
    place = place_of(node.operand)
    name = local_name(node.operand)

    def general(frame: Frame) -> Value:
        read, write = place.open(frame)
        before = operand(read())
        result = arithmetic.increment(before, step)
        write(result)
        if after:
            return result
        return 0 if before is None else before

    if name is None:
        return general

    def quick(frame: Frame) -> Value:
        values = frame.locals
        before = values.get(name)
        if type(before) is int and LOWEST < before < HIGHEST:
            rules = frame.scope.rules
            if rules is None or name not in rules:
                values[name] = total = before + step
                return total if after else before
        return general(frame)

    return quick

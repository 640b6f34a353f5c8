"""Properties, methods, indexes and static members."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msolemu.language import syntax
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.compiling.compiler import compile_expression, compiles_expression
from msolemu.runtime.compiling.shapes import local_name
from msolemu.runtime.compiling.type_names import resolve
from msolemu.runtime.errors.net_errors import null_argument
from msolemu.runtime.errors.records import Position, StatementError, runtime_error
from msolemu.runtime.state.frame import Evaluated, Frame
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, find_type, known_class, type_of
from msolemu.runtime.values import members
from msolemu.runtime.values.objects import (
    NOTHING,
    ArrayList,
    GenericList,
    Hashtable,
    Member,
    PSCustomObject,
    TypedArray,
    Value,
    unwrap,
)

Call = Callable[[Frame, Value, str, list[Value]], Value]
PLAIN_LISTS = frozenset({list, TypedArray, ArrayList, GenericList})
"""What Python's own index serves."""


def member_name(node: syntax.Expression) -> Evaluated:
    """The name of a member: mostly written, sometimes computed."""
    if isinstance(node, syntax.StringConstant):
        name = node.value
        return lambda frame: name
    compute = compile_expression(node)
    return lambda frame: value if type(value := compute(frame)) is str else to_text(value)


@compiles_expression(syntax.Member)
def _property(node: syntax.Member) -> Evaluated:
    target = compile_expression(node.target)
    if node.static:
        return _static_property(node, target)
    if not isinstance(node.member, syntax.StringConstant):
        return _computed_property(node, target)
    name = node.member.value
    if _is_psbase(node.target):
        return lambda frame: members.get_declared(target(frame), name)
    return _named_property(node, name, target)


def _named_property(node: syntax.Member, name: str, target: Evaluated) -> Evaluated:
    """A property of a value, by the name that is written: what most reads are."""
    conditional = node.null_conditional
    extent = node.extent
    variable = local_name(node.target)
    lower = name.lower()

    def read_quickly(frame: Frame) -> Value:
        """The property of a custom object or a dictionary at once, of anything else by the general rule."""
        value = None if variable is None else frame.locals.get(variable)
        if value is None:
            value = target(frame)
        kind = type(value)
        if kind is PSCustomObject:
            entry = value.properties.get(lower)
            if entry is not None and not isinstance(entry[1], Member):
                return entry[1]
        elif kind is Hashtable:
            held = value.get(name, value)
            if held is not value:
                return held
        elif value is None and conditional:
            return None
        try:
            known = known_class(kind)
            read = known.readers.get(name) if known is not None else None
            if read is not None:
                return read(value)
            by_rule = members.get_property_strictly if frame.session.strict >= 2 else members.get_property
            return by_rule(value, name)
        except StatementError as error:
            raise placed(error, extent) from None

    return read_quickly


def _is_psbase(node: syntax.Expression) -> bool:
    """Whether the target is `X.psbase`, behind which the keys of a dictionary do not hide its own members."""
    if not isinstance(node, syntax.Member) or not isinstance(node.member, syntax.StringConstant):
        return False
    return node.member.value.lower() == "psbase"


def _computed_property(node: syntax.Member, target: Evaluated) -> Evaluated:
    """`$x.$name` and `$x.{block}`."""
    compute = compile_expression(node.member)
    conditional = node.null_conditional

    def read(frame: Frame) -> Value:
        value = target(frame)
        if value is None and conditional:
            return None
        name = compute(frame)
        if type(name) is not str:
            if isinstance(value, members.Keyed):
                if name is None:
                    raise StatementError(null_argument("key").record)
                if name in value:
                    return value[name]
            name = to_text(name)
        try:
            if frame.session.strict >= 2:
                return members.get_property_strictly(value, name)
            return members.get_property(value, name)
        except StatementError as error:
            raise placed(error, node.extent) from None

    return read


def _static_property(node: syntax.Member, target: Evaluated) -> Evaluated:
    name = member_name(node.member)

    def read(frame: Frame) -> Value:
        kind = static_holder(target(frame))
        try:
            return None if kind is None else members.get_static(kind, name(frame))
        except StatementError as error:
            raise placed(error, node.extent) from None

    return read


def static_holder(value: Value) -> NetType | None:
    """The type whose static members `::` means: what stands before it, or the type of that; None for nothing."""
    if value is None or value is NOTHING:
        return None
    return value if isinstance(value, NetType) else type_of(unwrap(value))


def placed(error: StatementError, extent: Any) -> StatementError:
    """The error with a position, if it had none."""
    if error.record.position is None:
        error.record.position = Position(extent)
    return error


@compiles_expression(syntax.InvokeMember)
def _method(node: syntax.InvokeMember) -> Evaluated:
    target = compile_expression(node.target)
    arguments = tuple(compile_expression(argument) for argument in node.arguments)
    conditional = node.null_conditional
    base = _base_of(node.target)
    if node.type_arguments:
        return _generic_call(node, target, arguments)
    if not node.static and base is None and isinstance(node.member, syntax.StringConstant):
        return _named_call(node, node.member.value, target, arguments)
    name = member_name(node.member)
    call = _static_call if node.static else _instance_call if base is None else _base_call(base)

    def invoke(frame: Frame) -> Value:
        value = target(frame)
        if value is None and conditional:
            return None
        given = [None if (one := argument(frame)) is NOTHING else one for argument in arguments]
        try:
            return call(frame, value, name(frame), given)
        except StatementError as error:
            raise placed(error, node.extent) from None

    return invoke


def _generic_call(node: syntax.InvokeMember, target: Evaluated, arguments: tuple[Evaluated, ...]) -> Evaluated:
    """A method with its types in brackets."""
    from msolemu.runtime.values.generic_calls import invoke_generic

    name = member_name(node.member)

    def invoke(frame: Frame) -> Value:
        value = target(frame)
        if value is None and node.null_conditional:
            return None
        given = [None if (one := argument(frame)) is NOTHING else one for argument in arguments]
        try:
            types = [resolve(frame.session, argument) for argument in node.type_arguments]
            is_static = node.static and isinstance(value, NetType)
            return invoke_generic(value, types, name(frame), given, static=is_static)
        except StatementError as error:
            raise placed(error, node.extent) from None

    return invoke


def _named_call(node: syntax.InvokeMember, name: str, target: Evaluated, arguments: tuple[Evaluated, ...]) -> Evaluated:
    """A method of a value, by the name that is written: what most calls are."""
    conditional = node.null_conditional
    if not conditional and all(isinstance(argument, syntax.StringConstant) for argument in node.arguments):
        constants: list[Value] = [argument.value for argument in node.arguments]  # type: ignore[attr-defined]
        key = (name, *map(type, constants))

        def invoke_constant(frame: Frame) -> Value:
            value = target(frame)
            kind = known_class(type(value))
            quick = kind.calls.get(key) if kind is not None else None
            try:
                return members.invoke_method(value, name, constants) if quick is None else quick(value, constants)
            except StatementError as error:
                raise placed(error, node.extent) from None

        return invoke_constant

    def invoke_named(frame: Frame) -> Value:
        value = target(frame)
        if value is None and conditional:
            return None
        given = [None if (one := argument(frame)) is NOTHING else one for argument in arguments]
        try:
            return members.invoke_method(value, name, given)
        except StatementError as error:
            raise placed(error, node.extent) from None

    return invoke_named


def _base_of(node: syntax.Expression) -> syntax.TypeConstraint | None:
    """The class of `([Base]$value)`, by which a base's own method is called; types of .NET only for `$this`."""
    if not isinstance(node, syntax.Paren) or not isinstance(node.pipeline, syntax.Pipeline):
        return None
    element = node.pipeline.elements[0]
    inner = element.expression if isinstance(element, syntax.CommandExpression) else None
    if not isinstance(inner, syntax.Convert):
        return None
    of_this = isinstance(inner.operand, syntax.Variable) and inner.operand.name.lower() == "this"
    known = find_type(inner.attribute.type_name.full_name)
    return inner.attribute if of_this or known in (None, OBJECT) else None


def _base_call(base: syntax.TypeConstraint) -> Call:
    return lambda frame, value, name, given: members.invoke_as(
        resolve(frame.session, base.type_name), value, name, given
    )


def _instance_call(frame: Frame, value: Value, name: str, given: list[Value]) -> Value:
    return members.invoke_method(value, name, given)


def _static_call(frame: Frame, kind: Value, name: str, given: list[Value]) -> Value:
    kind = static_holder(kind)
    if kind is None:
        return members.invoke_method(None, name, given)
    if name.lower() == "new":
        return members.construct(kind, given)
    return members.invoke_static(kind, name, given)


@compiles_expression(syntax.Index)
def _index(node: syntax.Index) -> Evaluated:
    target = compile_expression(node.target)
    index = compile_expression(node.index)
    conditional = node.null_conditional
    extent = node.extent

    def read(frame: Frame) -> Value:
        value = target(frame)
        if value is None:
            if conditional:
                return None
            index(frame)
            raise placed(runtime_error("NullArray", "Cannot index into a null array."), extent)
        at = index(frame)
        if type(value) in PLAIN_LISTS and type(at) is int and -len(value) <= at < len(value):
            return value[at]
        try:
            return members.get_index(value, at)
        except StatementError as error:
            raise placed(error, extent) from None

    return read

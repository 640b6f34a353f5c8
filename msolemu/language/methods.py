"""What methods of classes must keep to: return what they promise, on every way through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from . import syntax
from .errors import Wrong
from .flow import Flow
from .operators import Modifiers
from .position import Extent
from .syntax import Node

Report = Callable[..., None]


def is_void(method: syntax.FunctionMember) -> bool:
    """Whether a method promises no value."""
    if method.return_type is None:
        return True
    return method.return_type.type_name.full_name.lower() in ("void", "system.void")


def check_method(method: syntax.FunctionMember, holder: syntax.TypeDefinition, flow: Flow, report: Report) -> None:
    """Reports blocks that a method may not have, a constructor's type, and ways that return nothing."""
    body = method.body
    if body.param_block is not None:
        report(body.param_block.extent, Wrong.ParamBlockNotAllowedInMethod)
    named = [
        block
        for block in (body.dynamic_param_block, body.begin_block, body.process_block, body.end_block, body.clean_block)
        if block is not None and not block.unnamed
    ]
    if named:
        report(named[0].extent, Wrong.NamedBlockNotAllowedInMethod)
    if method.name.lower() == holder.name.lower() and method.return_type is not None:
        report(method.return_type.extent, Wrong.ConstructorCantHaveReturnType)
    if not is_void(method) and not flow.leaves_everywhere():
        report(name_extent(method), Wrong.MethodHasCodePathNotReturn)


def name_extent(method: syntax.FunctionMember) -> Extent:
    """Where the method's name stands: behind its attributes and modifiers."""
    source = method.extent.source
    start = method.extent.start
    if method.return_type is not None:
        start = method.return_type.extent.end
    found = source.text.lower().find(method.name.lower(), start, method.body.extent.start)
    return Extent(source, found, found + len(method.name))


def check_assignment(node: syntax.Assignment, holder: Node, report: Report) -> None:
    """Reports a property of the class that is assigned to as if it were a variable."""
    assert isinstance(holder, syntax.TypeDefinition)
    properties = {one.name.lower(): one for one in holder.members if isinstance(one, syntax.PropertyMember)}
    for variable in _targets(node.target):
        found = properties.get(variable.user_path.lower())
        if found is None:
            continue
        if Modifiers.STATIC in found.modifiers:
            report(variable.extent, Wrong.MissingTypeInStaticPropertyAssignment, holder.name, found.name)
        else:
            report(variable.extent, Wrong.MissingThis, found.name)


def in_static_member(above: Sequence[Node]) -> bool:
    """Whether the nodes above stand in a static method or the value of a static property."""
    for place in range(len(above) - 1, -1, -1):
        node = above[place]
        if isinstance(node, syntax.FunctionMember | syntax.PropertyMember):
            return Modifiers.STATIC in node.modifiers
        if isinstance(node, syntax.ScriptBlock) and place and not isinstance(above[place - 1], syntax.FunctionMember):
            return False
    return False


def _targets(target: Node) -> Iterator[syntax.Variable]:
    match target:
        case syntax.Variable():
            yield target
        case syntax.ArrayLiteral() | syntax.AttributedExpression() | syntax.Paren() | syntax.Pipeline():
            for child in target.children():
                yield from _targets(child)
        case syntax.CommandExpression():
            yield from _targets(target.expression)

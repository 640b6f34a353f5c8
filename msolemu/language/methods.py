"""What methods of classes must keep to: return what they promise, on every way through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from . import syntax
from .errors import Wrong
from .operators import Modifiers, UnaryOperator, VariableScope
from .position import Extent
from .syntax import Node, walk

Report = Callable[..., None]
STEPS = (
    *(UnaryOperator.PREFIX_INCREMENT, UnaryOperator.POSTFIX_INCREMENT),
    *(UnaryOperator.PREFIX_DECREMENT, UnaryOperator.POSTFIX_DECREMENT),
)
ALWAYS_THERE = frozenset(
    {
        *("true", "false", "null", "_", "psitem", "args", "this", "input", "foreach", "switch", "?", "^", "$"),
        *("pscmdlet", "psboundparameters", "myinvocation", "psscriptroot", "pscommandpath"),
        *("debugpreference", "verbosepreference", "erroractionpreference", "whatifpreference", "warningpreference"),
        *("informationpreference", "confirmpreference", "progresspreference"),
        *("lastexitcode", "error", "stacktrace", "outputencoding", "nestedpromptlevel", "pwd", "matches"),
    }
)
"""The variables that a method may read though it does not set them."""


def is_void(method: syntax.FunctionMember) -> bool:
    """Whether a method promises no value."""
    if method.return_type is None:
        return True
    return method.return_type.type_name.full_name.lower() in ("void", "system.void")


def check_method(method: syntax.FunctionMember, holder: syntax.TypeDefinition, report: Report) -> None:
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
    statements = body.end_block.statements if body.end_block is not None else ()
    if not is_void(method) and not _ends_list(statements):
        report(_name_extent(method), Wrong.MethodHasCodePathNotReturn)


def _name_extent(method: syntax.FunctionMember) -> Extent:
    """Where the method's name stands: behind its attributes and modifiers."""
    source = method.extent.source
    start = method.extent.start
    if method.return_type is not None:
        start = method.return_type.extent.end
    found = source.text.lower().find(method.name.lower(), start, method.body.extent.start)
    return Extent(source, found, found + len(method.name))


def _ends_list(statements: Sequence[syntax.Statement]) -> bool:
    return any(map(_ends, statements))


def _ends(statement: syntax.Statement) -> bool:
    """Whether nothing behind a statement can be reached. A switch or loop with a condition may always be passed by."""
    match statement:
        case syntax.Return() | syntax.Throw() | syntax.Exit():
            return True
        case syntax.If():
            last = statement.else_clause
            bodies = [clause.body for clause in statement.clauses]
            return last is not None and all(_ends_list(body.statements) for body in (*bodies, last))
        case syntax.Try():
            return _ends_try(statement)
        case syntax.For():
            return statement.condition is None and not any(
                isinstance(node, syntax.Break) for node in walk(statement.body)
            )
    return False


def _ends_try(statement: syntax.Try) -> bool:
    if statement.finally_block is not None and _ends_list(statement.finally_block.statements):
        return True
    bodies = (statement.body, *(clause.body for clause in statement.catches))
    return all(_ends_list(body.statements) for body in bodies)


def in_static_member(above: Sequence[Node]) -> bool:
    """Whether the nodes above stand in a static method or the value of a static property."""
    for place in range(len(above) - 1, -1, -1):
        node = above[place]
        if isinstance(node, syntax.FunctionMember | syntax.PropertyMember):
            return Modifiers.STATIC in node.modifiers
        if isinstance(node, syntax.ScriptBlock) and place and not isinstance(above[place - 1], syntax.FunctionMember):
            return False
    return False


def local_names(method: syntax.FunctionMember) -> frozenset[str]:
    """The variables that a method has: its parameters, and what it assigns outside of nested script blocks."""
    refused = () if method.body.param_block is None else method.body.param_block.parameters
    parameters = {parameter.name.name.lower() for parameter in (*method.parameters, *refused)}
    body = method.body.end_block
    return frozenset(parameters if body is None else parameters | set(_assigned(body)))


def _assigned(node: Node) -> Iterator[str]:
    match node:
        case syntax.ScriptBlock():
            return
        case syntax.Assignment():
            yield from _targets(node.target)
        case syntax.ForEach():
            yield node.variable.name.lower()
        case syntax.Unary() if node.operator in STEPS:
            yield from _targets(node.operand)
        case syntax.DataStatement() if node.variable is not None:
            yield node.variable.lower()
    for child in node.children():
        yield from _assigned(child)


def _targets(target: Node) -> Iterator[str]:
    match target:
        case syntax.Variable():
            yield target.name.lower()
        case syntax.ArrayLiteral() | syntax.AttributedExpression() | syntax.Paren() | syntax.Pipeline():
            for child in target.children():
                yield from _targets(child)
        case syntax.CommandExpression():
            yield from _targets(target.expression)


def is_foreign(variable: syntax.Variable, names: frozenset[str]) -> bool:
    """Whether a variable in a method is none of the method's own, nor one that is always there."""
    if variable.drive is not None or variable.scope in (VariableScope.GLOBAL, VariableScope.SCRIPT):
        return False
    return variable.name.lower() not in names and variable.name.lower() not in ALWAYS_THERE

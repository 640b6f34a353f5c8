"""The registry that leads from a node's class to the function that compiles it; each node is dispatched once.

A file that declares such functions is imported when the first node comes that none knows which is there already: the
plainest line needs one or two of them, and what they work with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, TypeVar

from msolemu.language.syntax import Node
from msolemu.runtime.errors.records import not_emulated
from msolemu.runtime.state.frame import Evaluated, Executed, captured
from msolemu.runtime.values.objects import collapse

Compile = TypeVar("Compile", bound=Callable[..., Any])

_OF_EXPRESSIONS = ("compiling.expressions", "compiling.variables", "compiling.access", "compiling.operators")
_OF_STATEMENTS = (
    *("invoking.commands", "compiling.statements", "compiling.assignment", "compiling.traps", "compiling.switch"),
    "invoking.functions",
)
"""The files that declare, the most needed first. What gives a statement's value stands where the statement does."""

_EXPRESSIONS: dict[type[Node], Callable[[Any], Evaluated]] = {}
_STATEMENTS: dict[type[Node], Callable[[Any], Executed]] = {}
_VALUES: dict[type[Node], Callable[[Any], Evaluated]] = {}


def compiles_expression(*classes: type[Node]) -> Callable[[Compile], Compile]:
    """Declare the function that compiles expressions of these classes."""
    return _declared(_EXPRESSIONS, classes)


def compiles_statement(*classes: type[Node]) -> Callable[[Compile], Compile]:
    """Declare the function that compiles statements of these classes."""
    return _declared(_STATEMENTS, classes)


def compiles_value(*classes: type[Node]) -> Callable[[Compile], Compile]:
    """Declare the function that compiles statements of these classes where their value is wanted."""
    return _declared(_VALUES, classes)


def _declared(
    table: dict[type[Node], Callable[[Any], Any]], classes: tuple[type[Node], ...]
) -> Callable[[Compile], Compile]:
    def declare(function: Compile) -> Compile:
        for kind in classes:
            table[kind] = function
        return function

    return declare


def _found(table: dict[type[Node], Callable[[Any], Any]], node: Node, files: Iterable[str]) -> Callable[[Any], Any]:
    """What compiles the node; what refuses it when no file declares that."""
    for file in files:
        if type(node) in table:
            break
        import_module(f"msolemu.runtime.{file}")
    return table.get(type(node), _refusal)


def compile_expression(node: Node) -> Evaluated:
    """The closure that gives the expression's value."""
    return _found(_EXPRESSIONS, node, _OF_EXPRESSIONS)(node)  # type: ignore[no-any-return]


def compile_statement(node: Node) -> Executed:
    """The closure that runs the statement."""
    return _found(_STATEMENTS, node, _OF_STATEMENTS)(node)  # type: ignore[no-any-return]


def compile_value(node: Node) -> Evaluated:
    """The closure that gives what the statement outputs as one value: nothing, a single value, an array."""
    statement = _found(_STATEMENTS, node, _OF_STATEMENTS)
    value = _VALUES.get(type(node))
    if value is not None:
        return value(node)
    run = statement(node)
    return lambda frame: collapse(captured(frame, run))


def _refusal(node: Node) -> Evaluated:
    construct = type(node).__name__

    def refuse(frame: Any) -> Any:
        raise not_emulated("ConstructNotEmulated", f"The language construct {construct}")

    return refuse

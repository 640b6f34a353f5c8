"""The registry that leads from a node's class to the function that compiles it; each node is dispatched once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from msolemu.language.syntax import Node
from msolemu.runtime.errors.records import not_emulated
from msolemu.runtime.state.frame import Evaluated, Executed, captured
from msolemu.runtime.values.objects import collapse

Compile = TypeVar("Compile", bound=Callable[..., Any])

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


def compile_expression(node: Node) -> Evaluated:
    """The closure that gives the expression's value."""
    compile_it = _EXPRESSIONS.get(type(node))
    return _refusal(node) if compile_it is None else compile_it(node)


def compile_statement(node: Node) -> Executed:
    """The closure that runs the statement."""
    compile_it = _STATEMENTS.get(type(node))
    return _refusal(node) if compile_it is None else compile_it(node)


def compile_value(node: Node) -> Evaluated:
    """The closure that gives what the statement outputs as one value: nothing, a single value, an array."""
    compile_it = _VALUES.get(type(node))
    if compile_it is not None:
        return compile_it(node)
    run = compile_statement(node)
    return lambda frame: collapse(captured(frame, run))


def _refusal(node: Node) -> Evaluated:
    construct = type(node).__name__

    def refuse(frame: Any) -> Any:
        raise not_emulated("ConstructNotEmulated", f"The language construct {construct}")

    return refuse

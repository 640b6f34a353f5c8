"""The functions of a session: which are visible, and how they are made, changed and removed as their options allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.runtime.state.aliases import ALL_SCOPE, CONSTANT, is_kept, refused

if TYPE_CHECKING:
    from msolemu.runtime.invoking.functions import Function
    from msolemu.runtime.invoking.scriptblock import ScriptBlock
    from msolemu.runtime.state.scopes import Scope
    from msolemu.runtime.state.session import Session


def visible_functions(session: Session) -> dict[str, Function]:
    """The functions that code in the current scope can call, by lower-case name."""
    for name in list(session.unread_functions):
        session.find_function(name)
    found: dict[str, Function] = {}
    for scope in session.frame.scope.chain():
        for name, function in (scope.functions or {}).items():
            found.setdefault(name, function)
    return found


def put_function(session: Session, name: str, body: ScriptBlock, options: int | None = None, *, force: bool) -> None:
    """Make a function of the current scope; one that is there keeps its options unless others are given."""
    from msolemu.runtime.invoking.functions import Function

    scope = session.frame.scope
    there = check_writable(scope, name, force=force)
    function = Function(name, body)
    function.options = there if options is None else options
    if scope.functions is None:
        scope.functions = {}
    scope.functions[name.lower()] = function


def check_writable(scope: Scope, name: str, *, force: bool = False) -> int:
    """The options of a scope's function, where they let it be replaced."""
    there = (scope.functions or {}).get(name.lower())
    options: int = 0 if there is None else there.options
    if is_kept(options, force=force):
        raise refused(
            "FunctionNotWritable", f"Cannot write to function {name} because it is read-only or constant.", name
        )
    return options


def remove_function(session: Session, name: str, *, force: bool) -> None:
    """Take a function away from the scope that has it."""
    for scope in session.frame.scope.chain():
        functions = scope.functions or {}
        if name.lower() not in functions:
            continue
        if is_kept(functions[name.lower()].options, force=force):
            raise refused("FunctionNotRemovable", f"Cannot remove function {name} because it is constant.", name)
        del functions[name.lower()]
        return


def check_options(function: Function, options: int) -> None:
    """Refuse options that a function which is there cannot take."""
    name = function.name
    if function.options & CONSTANT:
        raise refused("FunctionIsConstant", f"Cannot modify function {name} because it is constant.", name)
    if options & CONSTANT:
        raise refused(
            "FunctionCannotBeMadeConstant",
            f"Existing function {name} cannot be made constant. Functions can be made constant only at creation time.",
            name,
        )
    if function.options & ALL_SCOPE and not options & ALL_SCOPE:
        raise refused(
            "FunctionAllScopeOptionCannotBeRemoved",
            f"The AllScope option cannot be removed from the function '{name}'.",
            name,
        )

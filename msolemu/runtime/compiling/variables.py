"""Reading and writing variables."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from typing import Any

from msolemu.language import syntax
from msolemu.language.operators import VariableScope
from msolemu.runtime.compiling.compiler import compiles_expression
from msolemu.runtime.errors.records import PowerShellError, runtime_error
from msolemu.runtime.state.frame import Evaluated, Frame
from msolemu.runtime.state.scopes import UNSET, Scope, not_writable
from msolemu.runtime.values.objects import Value, collapse

Write = Callable[[Frame, Value], None]

CONSTANTS: dict[str, Value] = {"true": True, "false": False, "null": None}
SAME_AS = {"psitem": "_"}


@compiles_expression(syntax.Variable)
def read_variable(node: syntax.Variable) -> Evaluated:
    """The closure that reads a variable."""
    name = SAME_AS.get(node.name.lower(), node.name.lower())
    if node.scope is VariableScope.NONE:
        if name in CONSTANTS:
            constant = CONSTANTS[name]
            return lambda frame: constant
        if name in OF_THE_FILE:
            return _file_reader(name, node)
        computed = COMPUTED.get(name)
        return computed if computed is not None else _reader(name, node)
    if node.scope is VariableScope.DRIVE:
        return _drive_reader(node)
    if name in CONSTANTS:
        constant = CONSTANTS[name]
        return lambda frame: constant
    holder = _HOLDERS[node.scope]

    def read_qualified(frame: Frame) -> Value:
        value = holder(frame).values.get(name, UNSET)
        if value is UNSET:
            computed = COMPUTED.get(name)
            return computed(frame) if computed is not None else _missing(frame, node)
        return value

    return read_qualified


def _reader(name: str, node: syntax.Variable) -> Evaluated:
    def read(frame: Frame) -> Value:
        value = frame.locals.get(name, UNSET)
        if value is UNSET:
            value = frame.scope.find(name)
            if value is UNSET:
                return _missing(frame, node) if frame.session.strict else None
        return value

    return read


def _missing(frame: Frame, node: syntax.Variable) -> Value:
    if not frame.session.strict or node.name.lower() == "_":
        return None
    error = runtime_error(
        "VariableIsUndefined",
        f"The variable '${node.user_path}' cannot be retrieved because it has not been set.",
        target=node.user_path,
    )
    from msolemu.runtime.errors.records import Position

    error.record.position = Position(node.extent)
    raise error


def _file_reader(name: str, node: syntax.Variable) -> Evaluated:
    """`$PSScriptRoot` and `$PSCommandPath` tell of the file they stand in, unless a script has set them itself."""
    file = node.extent.file or ""
    text = os.path.dirname(file) if name == "psscriptroot" else file  # noqa: PTH120  text in, text out

    def read(frame: Frame) -> Value:
        return frame.locals.get(name, text)

    return read


def _own_call(frame: Frame) -> Any:
    for scope in frame.scope.chain():
        if scope.call is not None:
            return scope.call
    return None


def _bound_parameters(frame: Frame) -> Value:
    call = _own_call(frame)
    return None if call is None else call.bound_table()


def _my_invocation(frame: Frame) -> Value:
    call = _own_call(frame)
    return None if call is None else call.invocation_info()


def _location(frame: Frame) -> Value:
    from msolemu.runtime.filesystem.path_info import path_info

    locations = frame.session.locations
    return None if locations is None else path_info(locations.here)


def _execution_context(frame: Frame) -> Value:
    from msolemu.runtime.reflection.cmdlet_types import engine

    return engine(frame.session)


def _host(frame: Frame) -> Value:
    from msolemu.runtime.state.host_object import host_object

    return host_object(frame.session)


def _version_table(frame: Frame) -> Value:
    return frame.session.version_table


def _no_input(frame: Frame) -> Value:
    from msolemu.runtime.types.enumerators import Enumerator

    return Enumerator([], "System.Collections.ArrayList+ArrayListEnumeratorSimple")


def _output_encoding(frame: Frame) -> Value:
    from msolemu.runtime.types.encoding import new_utf8

    own = frame.scope.find("outputencoding")
    return new_utf8() if own is UNSET else own


def _unless_set(name: str, compute: Evaluated) -> Evaluated:
    """What a variable is unless the block has given it a value itself."""
    return lambda frame: frame.locals[name] if name in frame.locals else compute(frame)


COMPUTED: dict[str, Evaluated] = {
    "host": _host,
    "?": lambda frame: frame.session.ok,
    "error": lambda frame: frame.session.error_list,
    "psboundparameters": _unless_set("psboundparameters", _bound_parameters),
    "input": _unless_set("input", _no_input),
    "myinvocation": _unless_set("myinvocation", _my_invocation),
    "psversiontable": _version_table,
    "psstyle": lambda frame: frame.session.style,
    "pwd": _location,
    "executioncontext": _execution_context,
    "outputencoding": _output_encoding,
}
"""Automatic variables that no scope holds."""
OF_THE_FILE = frozenset({"psscriptroot", "pscommandpath"})

_HOLDERS: dict[VariableScope, Callable[[Frame], Scope]] = {
    VariableScope.GLOBAL: lambda frame: frame.scope.top,
    VariableScope.SCRIPT: lambda frame: frame.scope.script,
    VariableScope.LOCAL: lambda frame: frame.scope,
    VariableScope.PRIVATE: lambda frame: frame.scope,
    VariableScope.WORKFLOW: lambda frame: frame.scope,
    VariableScope.USING: lambda frame: frame.scope,
}


@compiles_expression(syntax.Using)
def _using(node: syntax.Using) -> Evaluated:
    from msolemu.runtime.state.isolation import UsingValues

    return lambda frame: frame.session.state(UsingValues).value(node.expression)


def _drive_reader(node: syntax.Variable) -> Evaluated:
    """What `${drive:path}` reads; a drive that does not exist has nothing to read, and is no error."""
    drive = (node.drive or "").lower()
    name = node.name
    if drive == "env":
        return lambda frame: frame.session.environment_value(name)
    if drive == "function":
        return lambda frame: getattr(frame.session.find_function(name), "script_block", None)
    if drive == "variable":
        return lambda frame: frame.session.get_variable(name)
    if drive == "alias":
        return lambda frame: frame.session.find_alias(name)
    return lambda frame: _file_content(frame, f"{node.drive}:{name}")


def _file_content(frame: Frame, path: str) -> Value:
    """The lines of a file; null where there is none."""
    from msolemu.runtime.filesystem.files import exists, place_of
    from msolemu.runtime.invoking.commands import run_named

    lines: list[Value] = []
    with contextlib.suppress(PowerShellError):
        if exists(frame.session, place_of(frame.session, path)):
            run_named(frame, "Get-Content", {"LiteralPath": path}, lines.append)
    return collapse(lines) if lines else None


ALL_SCOPES = frozenset(
    {
        *("true", "false", "?", "host", "executioncontext", "psversiontable", "psedition", "shellid", "pid", "home"),
        *("psculture", "psuiculture", "iswindows", "islinux", "ismacos", "iscoreclr"),
    }
)
"""Read-only variables that a scope below does not hide."""
CONSTANT = ALL_SCOPES | {"error", "psstyle"}
READ_ONLY = CONSTANT | {"null"}


def write_variable(node: syntax.Variable) -> Write:
    """The closure that gives a variable a value."""
    spelled = node.name
    name = SAME_AS.get(spelled.lower(), spelled.lower())
    if node.scope is VariableScope.DRIVE:
        return _drive_writer(node)
    if name == "null":
        return lambda frame, value: None
    if name in READ_ONLY:
        return _refuse_write(spelled)
    if node.scope in (VariableScope.NONE, VariableScope.LOCAL):
        return writer(spelled if name == spelled.lower() else name)
    holder = _HOLDERS[node.scope]
    private = node.scope is VariableScope.PRIVATE

    def write(frame: Frame, value: Value) -> None:
        scope = holder(frame)
        scope.assign(spelled, value)
        if private:
            make_private(scope, name)

    return write


def make_private(scope: Scope, name: str) -> None:
    """Hide a variable from the scopes below."""
    from msolemu.runtime.state.scopes import VariableRule

    rule = scope.rule(name) or VariableRule()
    rule.private = True
    scope.put_rule(name, rule)


def writer(spelled: str) -> Write:
    """The closure that gives a variable of the current scope a value."""
    name = spelled.lower()

    def write(frame: Frame, value: Value) -> None:
        values = frame.locals
        if name in values:
            rules = frame.scope.rules
            if rules is None or name not in rules:
                values[name] = value
                return
        frame.scope.assign(spelled, value)

    return write


def _refuse_write(spelled: str) -> Write:
    def refuse(frame: Frame, value: Value) -> None:
        raise not_writable(spelled)

    return refuse


def _put_function(frame: Frame, name: str, value: Value) -> None:
    from msolemu.runtime.state.functions import put_function

    body = frame.session.parse(value) if isinstance(value, str) else value
    put_function(frame.session, name, body, force=False)


def _drive_writer(node: syntax.Variable) -> Write:
    drive = (node.drive or "").lower()
    name = node.name
    if drive == "env":
        return lambda frame, value: frame.session.set_environment(name, value)
    if drive == "variable":
        return lambda frame, value: frame.session.set_variable(name, value)
    if drive == "function":
        return lambda frame, value: _put_function(frame, name, value)
    if drive == "alias":
        return lambda frame, value: frame.session.define_alias(name, str(value))

    def write(frame: Frame, value: Value) -> None:
        from msolemu.runtime.invoking.commands import run_named

        run_named(frame, "Set-Content", {"LiteralPath": f"{node.drive}:{name}", "Value": value}, frame.emit)

    return write

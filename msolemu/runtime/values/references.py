"""`[ref]`: an object that stands for a variable or a property."""

from __future__ import annotations

from msolemu.language import syntax
from msolemu.runtime.compiling.compiler import compile_expression
from msolemu.runtime.state.frame import Evaluated, Frame
from msolemu.runtime.state.scopes import Scope
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Value


class Reference:
    """System.Management.Automation.PSReference: `Value` reads and writes what it stands for."""

    __slots__ = ("_name", "_scope", "_value")

    def __init__(self, value: Value = None, scope: Scope | None = None, name: str = "") -> None:
        self._value = value
        self._scope = scope
        self._name = name

    @property
    def value(self) -> Value:
        """What it stands for."""
        if self._scope is not None:
            return self._scope.values.get(self._name.lower())
        return self._value

    @value.setter
    def value(self, value: Value) -> None:
        if self._scope is not None:
            self._scope.assign(self._name, value)
        else:
            self._value = value


represent(known_type("System.Management.Automation.PSReference"), Reference)


def reference_to(node: syntax.Expression) -> Evaluated:
    """The closure that makes a reference to a variable, or to a value."""
    if not isinstance(node, syntax.Variable):
        evaluate = compile_expression(node)
        return lambda frame: Reference(evaluate(frame))
    name = node.name

    def refer(frame: Frame) -> Reference:
        scope = frame.scope.holder(name.lower())
        if scope is None:
            frame.scope.assign(name, None)
            scope = frame.scope
        return Reference(scope=scope, name=name)

    return refer

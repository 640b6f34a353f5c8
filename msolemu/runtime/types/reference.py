"""PSReference, which `[ref]` makes, and how a script makes a PSVariable."""

from __future__ import annotations

from msolemu.runtime.types.declaring import constructor, typed_property
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import Value
from msolemu.runtime.values.references import Reference

REFERENCE = known_type("System.Management.Automation.PSReference")

typed_property(
    REFERENCE,
    "System.Object",
    "Value",
    lambda reference: reference.value,
    lambda reference, value: setattr(reference, "value", value),
)


@constructor(REFERENCE, "ref(System.Object value)")
def new_reference(value: Value) -> Reference:
    """A reference to a value of its own."""
    return Reference(value)


@constructor(
    known_type("System.Management.Automation.PSVariable"),
    "psvariable(string name)",
    "psvariable(string name, System.Object value)",
)
def new_variable(name: str, value: Value = None) -> Value:
    """A variable that stands in no scope of the session."""
    from msolemu.runtime.reflection.variable_objects import VariableObject
    from msolemu.runtime.state.scopes import Scope

    scope = Scope()
    scope.assign(name, value)
    return VariableObject(scope, name)

"""System.Management.Automation.SwitchParameter."""

from __future__ import annotations

from msolemu.runtime.casting.conversion import to_bool
from msolemu.runtime.types.declaring import constructor, method, static_properties, typed_property
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import SwitchParameter, Value

SWITCH = known_type("System.Management.Automation.SwitchParameter")
typed_property(SWITCH, "System.Boolean", "IsPresent", lambda switch: switch.is_present)
static_properties(SWITCH, Present=lambda: SwitchParameter(True))
constructor(SWITCH, "switch(bool isPresent)")(SwitchParameter)


@method(SWITCH, "bool ToBool()")
def as_truth(switch: SwitchParameter) -> bool:
    """Whether the switch is set."""
    return switch.is_present


@method(SWITCH, "string ToString()")
def to_string(switch: SwitchParameter) -> str:
    """`True` or `False`."""
    return str(switch)


@method(SWITCH, "bool Equals(System.Object obj)")
def equals(switch: SwitchParameter, other: Value) -> bool:
    """Whether the other is set the same way."""
    return isinstance(other, bool | SwitchParameter) and to_bool(other) is switch.is_present

"""System.Management.Automation.SwitchParameter."""

from __future__ import annotations

from msolemu.runtime.objects import SwitchParameter
from msolemu.runtime.types.declaring import constructor, method, static_properties, typed_property
from msolemu.runtime.types.registry import known_type

SWITCH = known_type("System.Management.Automation.SwitchParameter")

typed_property(SWITCH, "System.Boolean", "IsPresent", lambda switch: switch.is_present)
static_properties(SWITCH, Present=lambda: SwitchParameter(True))


@constructor(SWITCH, "SwitchParameter new(bool isPresent)")
def new(is_present: bool) -> SwitchParameter:
    """A switch that was given or not."""
    return SwitchParameter(is_present)


@method(SWITCH, "bool ToBool()")
def to_bool(switch: SwitchParameter) -> bool:
    """Whether it was given."""
    return switch.is_present


@method(SWITCH, "string ToString()")
def to_string(switch: SwitchParameter) -> str:
    """`True` or `False`."""
    return str(switch)

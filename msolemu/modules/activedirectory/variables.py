"""What the variables of a filter are worth."""

from __future__ import annotations

from msolemu.modules.activedirectory.filter_language import UndefinedVariable, Variables
from msolemu.modules.activedirectory.services import ADCall
from msolemu.runtime.values.members import get_property
from msolemu.runtime.values.objects import Value

CONSTANTS = {"true": True, "false": False}


def session_variables(call: ADCall) -> Variables:
    """Reads variables as the caller of the cmdlet sees them."""
    scope = call.invocation.frame.scope

    def read(name: str) -> Value:
        head, *rest = name.split(".")
        if head.lower() in CONSTANTS:
            return CONSTANTS[head.lower()]
        value = call.session.get_variable(head, scope=scope)
        for part in rest:
            value = get_property(value, part)
        if value is None:
            raise UndefinedVariable(name)
        return value

    return read

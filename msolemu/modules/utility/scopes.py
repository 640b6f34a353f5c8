"""The scope that `-Scope` names."""

from __future__ import annotations

from msolemu.modules.utility.parameters import UtilityCall
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.state.scopes import Scope


def scope_of(call: UtilityCall, name: str | None) -> Scope:
    """The scope of that name, or so many levels up; the current one without a name."""
    current = call.session.frame.scope
    word = (name or "local").lower()
    if word in ("local", "private"):
        return current
    if word == "global":
        return current.top
    if word == "script":
        return current.script
    if word.isdecimal():
        scope: Scope | None = current
        for _ in range(int(word)):
            scope = scope.parent if scope is not None else None
        if scope is not None:
            return scope
        raise call.error(
            "ArgumentOutOfRange",
            f"The scope number '{word}' exceeds the number of active scopes. (Parameter 'scopeID')\n"
            f"Actual value was {word}.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.Management.Automation.PSArgumentOutOfRangeException",
        )
    raise call.error(
        "Argument",
        f"The argument '{name}' is not a valid scope. (Parameter 'scopeID')",
        ErrorCategory.INVALID_ARGUMENT,
        "System.Management.Automation.PSArgumentException",
    )

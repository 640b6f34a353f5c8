"""`$PSDefaultParameterValues`: what a session gives to parameters that nobody typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.runtime.objects import NOTHING, Hashtable, Value, collapse
from msolemu.runtime.scopes import UNSET

if TYPE_CHECKING:
    from msolemu.runtime.session import Session


def defaults_for(session: Session, command: str) -> list[tuple[str, Value]]:
    """Name and value of each default that concerns the command; a script block among the values is run."""
    table = session.frame.scope.find("psdefaultparametervalues")
    if table is UNSET or not isinstance(table, Hashtable) or not len(table) or table.get("Disabled"):
        return []
    from msolemu.runtime.scriptblock import ScriptBlock  # noqa: PLC0415  most tables are empty
    from msolemu.runtime.wildcard import WildcardPattern  # noqa: PLC0415

    found: list[tuple[str, Value]] = []
    for key, value in table.items():
        pattern, colon, parameter = str(key).rpartition(":")
        if colon and WildcardPattern(pattern).matches(command):
            if isinstance(value, ScriptBlock):
                result = collapse(value.run_with(None))
                found.append((parameter, None if result is NOTHING else result))
            else:
                found.append((parameter, value))
    return found

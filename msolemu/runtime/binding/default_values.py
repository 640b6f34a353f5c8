"""`$PSDefaultParameterValues`: `'Get-Msol*:TenantId' = …` gives parameters values that nobody typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msolemu.runtime.values.objects import Hashtable, unwrap

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.values.objects import Value


def defaults_for(session: Session, command: str, aliases: Sequence[str] = ()) -> Sequence[tuple[str, Value]]:
    """The names and values that concern a command; a script block as value is run for each call."""
    held = session.frame.scope.find("psdefaultparametervalues")
    if not held:  # as good as always
        return ()
    table = unwrap(held)
    if not isinstance(table, Hashtable) or not len(table) or table.get("Disabled"):
        return ()
    return [pair for name in (command, *aliases) for pair in _matching(session, table, name)]


def _matching(session: Session, table: Hashtable, command: str) -> Iterator[tuple[str, Value]]:
    from msolemu.runtime.invoking.scriptblock import ScriptBlock
    from msolemu.runtime.text.wildcard import WildcardPattern

    for key, value in table.items():
        if not isinstance(key, str) or ":" not in key:
            continue
        pattern, _, parameter = key.partition(":")
        if WildcardPattern(pattern.strip().strip("'\"")).matches(command):
            result = session.call_with(value, None) if isinstance(value, ScriptBlock) else value
            yield parameter.strip().strip("'\""), result

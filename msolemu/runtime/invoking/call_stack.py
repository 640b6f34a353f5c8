"""The calls that have not returned, as `ScriptStackTrace` of an error lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from msolemu.language.position import Extent
    from msolemu.runtime.errors.records import Position
    from msolemu.runtime.invoking.calls import CallInfo
    from msolemu.runtime.state.frame import Frame
    from msolemu.runtime.state.scopes import Scope


def stack_trace(frame: Frame, position: Position | None) -> str:
    """One line for each call, the innermost first: `at Name, file: line n`."""
    lines: list[str] = []
    extent = position.extent if position is not None else None
    call = _call_of(frame.scope)
    while call is not None:
        lines.append(_line(call.name, extent))
        extent = call.call.extent
        call = call.outer if call.shares else _call_of(call.call.frame.scope)
    return "\n".join(lines)


def _call_of(scope: Scope) -> CallInfo | None:
    return next((level.call for level in scope.chain() if level.call is not None), None)


def _line(name: str, extent: Extent | None) -> str:
    function = name if name and "/" not in name and "\\" not in name and "." not in name else "<ScriptBlock>"
    file = (extent.file if extent is not None else None) or "<No file>"
    return f"at {function}, {file}: line {extent.start_line if extent is not None else 1}"

"""Where compiled code runs: one frame for each call of a function, script or script block."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from msolemu.runtime.state.scopes import Scope
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.state.streams import Streams
    from msolemu.runtime.values.objects import Value

Evaluated = Callable[["Frame"], Any]
"""A compiled expression: gives its value."""
Executed = Callable[["Frame"], None]
"""A compiled statement: what it outputs goes to `frame.emit`."""


class Frame:
    """The session, the scope and the place where output goes; `locals` is the scope's own dictionary of values."""

    __slots__ = ("emit", "locals", "scope", "session", "streams")

    def __init__(self, session: Session, scope: Scope, emit: Callable[[Value], None], streams: Streams) -> None:
        self.session = session
        self.scope = scope
        self.locals = scope.values
        self.emit = emit
        self.streams = streams


def captured(frame: Frame, run: Executed) -> list[Value]:
    """What a statement outputs, as a list."""
    kept = frame.emit
    output: list[Value] = []
    frame.emit = output.append
    try:
        run(frame)
    finally:
        frame.emit = kept
    return output


def kept(frame: Frame, run: Executed) -> list[Value]:
    """The same for `$( )`: what it had output when something ended it early goes to the output around it."""
    outer = frame.emit
    output: list[Value] = []
    frame.emit = output.append
    try:
        run(frame)
    except BaseException:
        for value in output:
            outer(value)
        raise
    finally:
        frame.emit = outer
    return output

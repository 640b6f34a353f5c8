"""What draws the output of a session: plain values at once, the rest by default formatting, imported for the first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msolemu.runtime.casting.conversion import culture_text

if TYPE_CHECKING:
    from msolemu.formatting.choice import Formatter
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.values.objects import Value

PLAIN = frozenset({str, int, bool})
"""Types whose values are a line of their own wherever they come."""


class ConsoleDisplay:
    """Default formatting on the session's host."""

    def __init__(self, session: Session, write_line: Callable[[str], object]) -> None:
        self._session, self._write_line = session, write_line
        self._formatter: Formatter | None = None

    def add(self, value: Value) -> None:
        """Draw one object."""
        if self._formatter is None:
            if type(value) in PLAIN:
                self._write_line(culture_text(value))
                return
            from msolemu.formatting.console import console_display

            self._formatter = console_display(self._session, self._write_line)
        self._formatter.add(value)

    def finish(self) -> None:
        """Draw what waits."""
        if self._formatter is not None:
            self._formatter.finish()

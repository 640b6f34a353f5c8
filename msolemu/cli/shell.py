"""The plain shell: reads lines, goes on with `>> ` while more is needed, survives errors and Ctrl-C.

The prompt is pwsh's: `PS `, the current location, `> `; a function `prompt` replaces it. A started line that shall not
be finished is dropped with Ctrl-C. The shell ends with `exit`, whose code it ends with, or at the end of input.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.cli.console import complete_with, read_typed
from msolemu.foundation.text import from_units

if TYPE_CHECKING:
    from msolemu.bootstrap import Emulator
    from msolemu.host.runspace import Outcome

CONTINUED = ">> "
GREETING = """PowerShell 7.6 with MSOnline, ActiveDirectory and ADSync, emulated: nothing leaves this machine.
Connect-MsolService begins, Get-Help tells more, exit ends.
"""


class Shell:
    """One conversation."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        self._started = ""
        """The lines that are typed already of what is not whole yet."""

    def greet(self) -> None:
        """Say where the user is, and how to begin and to end; the tabulator key completes."""
        complete_with(self.completions)
        self.emulator.session.host.write_line(GREETING)

    def completions(self, line: str) -> tuple[int, list[str]]:
        """What the end of the line can become that is being typed, and where that part begins."""
        start, found = self.emulator.completions(self._started + line)
        return start - len(self._started), found

    def run(self) -> int:
        """Read and run until the end; gives the exit code."""
        while True:
            try:
                text = self.read()
                if text is None:
                    return 0
                if text.strip():
                    outcome = self._run(text)
                    if outcome.exited:
                        return outcome.code
            except KeyboardInterrupt:
                self.emulator.session.host.write_line()

    def _run(self, text: str) -> Outcome:
        before = self.emulator.newest_error
        outcome = self.emulator.run_typed(text)
        if self.emulator.newest_error is not before:
            for line in self.emulator.feedback():
                self.emulator.session.host.write_line(line)
        return outcome

    def read(self) -> str | None:
        """What the user types until it is whole; None at the end of input."""
        self._started = ""
        text = read_typed(from_units(self.emulator.prompt()))
        while text is not None and self.emulator.is_incomplete(text):
            self._started = text + "\n"
            more = read_typed(CONTINUED)
            if more is None:
                return text
            text = self._started + more
        return text

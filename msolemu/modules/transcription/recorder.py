"""A host that hands everything on to another and writes it down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msolemu.runtime.filesystem.files import FileWriter

if TYPE_CHECKING:
    from msolemu.runtime.filesystem.locations import Place
    from msolemu.runtime.state.session import Host, Session


class Recorder:
    """Stands before a session's host; each whole line is added to the file at once."""

    def __init__(self, session: Session, place: Place) -> None:
        self.inner: Host = session.host
        self.session = session
        self.place = place
        self._line = ""

    @property
    def width(self) -> int:
        """Columns of the screen."""
        return self.inner.width

    @property
    def height(self) -> int:
        """Rows of the screen."""
        return self.inner.height

    @property
    def is_terminal(self) -> bool:
        """Whether somebody sits there."""
        return self.inner.is_terminal

    def write(self, text: str, foreground: str | None = None, background: str | None = None) -> None:
        """Text on the screen, without a line end."""
        self.inner.write(text, foreground, background)
        self._take(text)

    def write_line(self, text: str = "", foreground: str | None = None, background: str | None = None) -> None:
        """A line on the screen."""
        self.inner.write_line(text, foreground, background)
        self._take(text + "\n")

    def write_error_line(self, text: str) -> None:
        """A line of an error."""
        self.inner.write_error_line(text)
        self._take(text + "\n")

    def show_progress(self, lines: Sequence[str]) -> None:
        """Progress is seen and not written down."""
        self.inner.show_progress(lines)

    def read_line(self, prompt: str, *, secret: bool = False) -> str | None:
        """A line typed after a prompt; of a secret only its length is written down."""
        answer = self.inner.read_line(prompt, secret=secret)
        shown = "*" * len(answer) if secret and answer else answer
        self._take(prompt if shown is None else f"{prompt}{shown}\n")
        return answer

    def add(self, text: str) -> None:
        """Write text into the file alone."""
        writer = FileWriter(self.session, self.place, append=True)
        writer.write(text)
        writer.close()

    def finish(self) -> None:
        """Write what waits for its line to end."""
        if self._line:
            self.add(self._line + "\n")
            self._line = ""

    def _take(self, text: str) -> None:
        whole, newline, rest = (self._line + text).rpartition("\n")
        self._line = rest
        if newline:
            self.add(whole + newline)

"""A host that records what is written, for tests, labs and transcripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msolemu.host.host import WIDTH_WITHOUT_TERMINAL


def masked(answer: str) -> str:
    """What shows of a secret."""
    return "*" * len(answer)


class CaptureHost:
    """Keeps standard output and errors apart, and together in the order in which they came.

    `answers` are the lines that prompts read; when none is left, nobody can be asked.
    """

    def __init__(self, width: int = WIDTH_WITHOUT_TERMINAL, answers: Iterable[str] = ()) -> None:
        self._width = width
        self._answers = iter(answers)
        self._output: list[str] = []
        self._errors: list[str] = []
        self._screen: list[str] = []

    @property
    def width(self) -> int:
        """Columns of the screen."""
        return self._width

    @property
    def height(self) -> int:
        """There is no screen."""
        return 0

    @property
    def is_terminal(self) -> bool:
        """Nobody sits there."""
        return False

    def write(self, text: str, foreground: str | None = None, background: str | None = None) -> None:
        """Text on standard output."""
        self._output.append(text)
        self._screen.append(text)

    def write_line(self, text: str = "", foreground: str | None = None, background: str | None = None) -> None:
        """A line on standard output."""
        self.write(text + "\n")

    def write_error_line(self, text: str) -> None:
        """A line on standard error."""
        self._errors.append(text + "\n")
        self._screen.append(text + "\n")

    def show_progress(self, lines: Sequence[str]) -> None:
        """Nobody sees how it goes on."""

    def read_line(self, prompt: str, *, secret: bool = False) -> str | None:
        """The next answer; prompt and answer show on the screen, but not a prompt that nobody answers."""
        answer = next(self._answers, None)
        if answer is not None:
            self.write(f"{prompt}{masked(answer) if secret else answer}\n")
        return answer

    @property
    def output(self) -> str:
        """What went to standard output."""
        return "".join(self._output)

    @property
    def errors(self) -> str:
        """What went to standard error."""
        return "".join(self._errors)

    @property
    def screen(self) -> str:
        """Everything, as it came."""
        return "".join(self._screen)

"""Writes the screens of transcripts as the product gives them now: `python -m tests.transcripts.record FILE...`.

A `.commands` file holds a transcript whose screens nobody has seen yet; recording it makes the `.txt` beside it. Read
what was written before it is committed: a transcript is a claim about the real product, not a copy of this one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from tests.transcripts.reader import PROMPT, Transcript, read, tidy

Run = Callable[[Transcript], list[str]]
"""Runs a transcript in an emulator of its own; gives the screen of each step."""


def recorded(text: str, run: Run) -> str:
    """The transcript with its screens."""
    head = [line for line in text.splitlines() if line.startswith("#")]
    transcript = read(text)
    lines = [*head]
    for step, screen in zip(transcript.steps, run(transcript), strict=True):
        first, *more = step.command.split("\n")
        lines += [PROMPT + first, *(f">> {line}" for line in more)]
        if tidy(screen):
            lines += tidy(screen).splitlines()
    return "\n".join(lines) + "\n"


def record(paths: list[Path], run: Run) -> None:
    """Record files in place, or beside their `.commands`."""
    for path in paths:
        text = recorded(path.read_text(encoding="utf-8"), run)
        path.with_suffix(".txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    from tests.transcripts.test_transcripts import screens

    record([Path(name) for name in sys.argv[1:]], screens)

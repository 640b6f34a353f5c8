"""Reads transcripts: lines of directions, then `PS> ` lines, each followed by the screen that must appear.

The same reader serves the files beside it, the README's text blocks and the help of the cmdlets. Directions:

`# at: TIME`              lab time is frozen there (default: a fixed morning in June 2016)
`# known-issue: ID=off`   a switch for this transcript
`# seed: NAME`            what the workspace is filled with (default: nothing more than every new one holds)
`# before: COMMAND`       run first, its screen not shown
`# type: TEXT`            a line that waits on standard input for a prompt
`# source: ...`           where the behaviour comes from
any other `#` line        the title and what is worth saying
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PROMPT = "PS> "
CONTINUED = ">> "


@dataclass
class Step:
    """A command as typed, and the screen it must give."""

    line: int
    command: str
    screen: str = ""


@dataclass
class Transcript:
    """One transcript with its directions."""

    title: str
    at: str = "2016-06-01T08:00:00"
    known_issues: dict[str, bool] = field(default_factory=dict)
    before: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    seed: str = "empty"
    source: str = ""
    steps: list[Step] = field(default_factory=list)

    def direct(self, text: str) -> None:
        """Take one `#` line."""
        word, colon, rest = text.partition(":")
        match word.strip() if colon else "":
            case "at":
                self.at = rest.strip()
            case "known-issue":
                name, _, state = rest.strip().partition("=")
                self.known_issues[name] = state == "on"
            case "seed":
                self.seed = rest.strip()
            case "before":
                self.before.append(rest.strip())
            case "type":
                self.typed.append(rest.strip())
            case "source":
                self.source = rest.strip()
            case _:
                self.title = self.title or text.strip()


def read(text: str, title: str = "") -> Transcript:
    """The transcript that a text holds; screens keep their inner blank lines, not those at their end."""
    transcript = Transcript(title)
    screen: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith(PROMPT):
            close(transcript, screen)
            transcript.steps.append(Step(number, line.removeprefix(PROMPT)))
        elif not transcript.steps:
            if line.startswith("#"):
                transcript.direct(line.removeprefix("#").strip())
        elif line.startswith(CONTINUED) and not screen:
            transcript.steps[-1].command += "\n" + line.removeprefix(CONTINUED)
        else:
            screen.append(line)
    close(transcript, screen)
    return transcript


def close(transcript: Transcript, screen: list[str]) -> None:
    """Give the collected lines to the step before them."""
    if transcript.steps:
        transcript.steps[-1].screen = tidy("\n".join(screen))
    screen.clear()


def tidy(screen: str) -> str:
    """A screen as it is compared: without blanks at line ends and blank lines at the end."""
    return "\n".join(line.rstrip() for line in screen.splitlines()).rstrip("\n")


def files(folder: Path) -> Iterator[Path]:
    """Every transcript below a folder."""
    yield from sorted(folder.rglob("*.txt"))


def blocks(markdown: str) -> Iterator[str]:
    """The fenced blocks of a Markdown text that hold a transcript."""
    inside: list[str] | None = None
    for line in markdown.splitlines():
        if line.startswith("```"):
            if inside is not None and any(row.startswith(PROMPT) for row in inside):
                yield "\n".join(inside)
            inside = [] if inside is None else None
        elif inside is not None:
            inside.append(line)

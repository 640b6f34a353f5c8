"""Comment-based help: the sections of `.SYNOPSIS`, `.PARAMETER Name`, `.EXAMPLE` and the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msolemu.foundation.dataclass import dataclass, field

_SECTION = re.compile(r"^\s*\.([A-Za-z]+)(?:[ \t]+(.*?))?\s*$")
SECTIONS = frozenset(
    {
        *("synopsis", "description", "parameter", "example", "inputs", "outputs", "notes", "link"),
        *("component", "role", "functionality", "externalhelp", "remotehelprunspace"),
        *("forwardhelptargetname", "forwardhelpcategory"),
    }
)
_ABOVE = re.compile(
    r"(?:<#((?:(?!#>).)*)#>|((?:^[ \t]*#[^\n]*\n)+))(?:[ \t]*\r?\n){0,2}[ \t]*\Z", re.DOTALL | re.MULTILINE
)
_LONGEST = 4000
PROMPT = "PS > "


@dataclass(slots=True)
class CommentHelp:
    """The sections of a comment, each as lines without their common indentation."""

    sections: dict[str, list[str]] = field(default_factory=dict)
    parameters: dict[str, list[str]] = field(default_factory=dict)
    examples: list[tuple[str, str, Sequence[str]]] = field(default_factory=list)
    """Prompt, command line, and what is said of it."""
    forwards_to: str = ""
    """The command whose help is shown instead."""
    links: list[str] = field(default_factory=list)

    def section(self, name: str) -> Sequence[str]:
        """The lines of a section; none where it is not there."""
        return self.sections.get(name, ())

    def parameter(self, name: str) -> Sequence[str]:
        """What is said of a parameter."""
        return self.parameters.get(name.lower(), ())


def read_comment(text: str) -> CommentHelp:
    """The help in a comment; a comment with no section that help knows gives none."""
    found = CommentHelp()
    for name, argument, lines in _sections(text):
        body = _trimmed(lines)
        match name:
            case "parameter":
                found.parameters[argument.lower()] = body
            case "example":
                found.examples.append(_example(body))
            case "forwardhelptargetname":
                found.forwards_to = argument
            case "link":
                found.links.append(" ".join(body).strip())
            case _:
                found.sections[name] = body
    return found


def _sections(text: str) -> Iterator[tuple[str, str, list[str]]]:
    current: tuple[str, str, list[str]] | None = None
    for line in _uncommented(text):
        match = _SECTION.match(line)
        if match and match[1].lower() in SECTIONS:
            if current is not None:
                yield current
            current = (match[1].lower(), match[2] or "", [])
        elif current is not None:
            current[2].append(line)
    if current is not None:
        yield current


def _uncommented(text: str) -> list[str]:
    text = text.replace("\r\n", "\n")
    if text.lstrip().startswith("<#"):
        return text.strip().removeprefix("<#").removesuffix("#>").split("\n")
    return [re.sub(r"^\s*#", "", line) for line in text.split("\n")]


def _trimmed(lines: Sequence[str]) -> list[str]:
    kept = [line.rstrip() for line in lines]
    while kept and not kept[0]:
        kept.pop(0)
    while kept and not kept[-1]:
        kept.pop()
    margin = min((len(line) - len(line.lstrip()) for line in kept if line), default=0)
    return [line[margin:] for line in kept]


def _example(lines: Sequence[str]) -> tuple[str, str, Sequence[str]]:
    """The first line is the command, with or without a prompt, which ends at its `>`; what follows is said of it."""
    if not lines:
        return PROMPT, "", ()
    prompt, end, code = lines[0].partition(">")
    remarks = _trimmed(lines[1:])
    return (prompt.strip() + end, code.strip(), remarks) if end else (PROMPT, lines[0].strip(), remarks)


def comment_above(text: str, start: int) -> Sequence[str]:
    """The comment that stands right above a parameter, at most one empty line between."""
    found = _ABOVE.search(text[max(0, start - _LONGEST) : start])
    if found is None:
        return ()
    return _trimmed(found[1].split("\n") if found[1] is not None else _uncommented(found[2]))

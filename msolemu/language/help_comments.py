"""Comments that hold help: which belong to a function or script, by PowerShell's rules of nearness."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msolemu.foundation.pattern import pattern

from .position import Source

DIRECTIVE = pattern(r"\s*\.(\w+)(\s+(\S.*?))?\s*$")
ALONE = frozenset(
    {
        *("synopsis", "description", "notes", "link", "example", "inputs", "outputs"),
        *("component", "role", "functionality"),
    }
)
WITH_NAME = frozenset(
    {"parameter", "forwardhelptargetname", "forwardhelpcategory", "remotehelprunspace", "externalhelp"}
)
LINES_BEFORE_FUNCTION = 2
"""How many lines a comment may end before the function that it belongs to."""

Comment = tuple[int, int]


def help_before(source: Source, comments: Sequence[Comment], start: int) -> str | None:
    """The help that stands right before a function; `comments` are those before it."""
    least = source.line_of(start) - LINES_BEFORE_FUNCTION
    return _help(source, _chunk_before(source, comments, start, least))


def help_inside(
    source: Source, comments: Sequence[Comment], start: int, end: int, function: int | None = None
) -> str | None:
    """The help at the beginning of a body, or else at its end.

    Help right before the `function` that a script begins with (the place of it) belongs to the function.
    """
    inside = [comment for comment in comments if start <= comment[0] < end]
    for chunk in _chunks_after(source, inside, start):
        text = _help(source, chunk)
        if text is None:
            continue
        if function is not None and source.line_of(function) - source.line_of(chunk[-1][1]) <= LINES_BEFORE_FUNCTION:
            break
        return text
    return _help(source, _chunk_before(source, inside, end, 0))


def _chunk_before(source: Source, comments: Sequence[Comment], position: int, least: int) -> list[Comment]:
    """The comments right before a position, line by line; the last ends on the line `least` or later."""
    chunk: list[Comment] = []
    for start, end in reversed(comments):
        if source.line_of(end) < least or source.text[end:position].strip():
            break
        chunk.append((start, end))
        position = start
        least = source.line_of(start) - 1
    return chunk[::-1]


def _chunks_after(source: Source, comments: Sequence[Comment], position: int) -> list[list[Comment]]:
    """The comments after a position up to the first word, those of neighbouring lines together."""
    chunks: list[list[Comment]] = []
    line = 0
    for start, end in comments:
        if source.text[position:start].strip():
            break
        if chunks and source.line_of(start) <= line:
            chunks[-1].append((start, end))
        else:
            chunks.append([(start, end)])
        position = end
        line = source.line_of(end) + 1
    return chunks


def _help(source: Source, chunk: list[Comment]) -> str | None:
    """The text of comments if they hold help and nothing else."""
    texts = [source.text[start:end] for start, end in chunk]
    return "\n".join(texts) if texts and _is_help(texts) else None


def _is_help(texts: list[str]) -> bool:
    """Whether only known directives stand there, and nothing before the first."""
    found = False
    for line in _lines(texts):
        directive = DIRECTIVE.match(line)
        if directive is None:
            if not found and line.strip():
                return False
            continue
        found = True
        if directive[1].lower() not in (ALONE if directive[3] is None else WITH_NAME):
            return False
    return found


def _lines(texts: list[str]) -> list[str]:
    lines: list[str] = []
    for text in texts:
        if text.startswith("<#"):
            lines += re.split(r"\r\n?|\n", text[2:-2])
        else:
            lines.append(text.lstrip("#"))
    return lines

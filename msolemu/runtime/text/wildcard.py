"""Wildcard patterns: `*`, `?`, sets `[a-z]`, and the backtick that takes a character literally."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from msolemu.runtime.errors.records import ErrorCategory, StatementError, runtime_error

WILDCARDS = frozenset("*?[")


def has_wildcards(text: str) -> bool:
    """Whether the text holds a wildcard that no backtick takes literally; `[` is one where a `]` follows."""
    escaped = False
    for index, character in enumerate(text):
        if not escaped and character in WILDCARDS and (character != "[" or "]" in text[index:]):
            return True
        escaped = character == "`" and not escaped
    return False


def escape(text: str) -> str:
    """The pattern that matches just this text."""
    return "".join("`" + character if character in "*?[]`" else character for character in text)


def unescape(text: str) -> str:
    """The text without the backticks before wildcards."""
    return re.sub(r"`([*?\[\]`])", r"\1", text)


def invalid_wildcard(text: str) -> StatementError:
    """The error for a pattern with a set that is not closed."""
    return runtime_error(
        "RuntimeException",
        f"The specified wildcard character pattern is not valid: {text}",
        ErrorCategory.INVALID_OPERATION,
        "System.Management.Automation.WildcardPatternException",
    )


class WildcardPattern:
    """A pattern that matches whole texts; `-like`, `-Name` parameters and filters of cmdlets go by it."""

    __slots__ = ("_expression", "text")

    def __init__(self, text: str, *, ignore_case: bool = True) -> None:
        self.text = text
        self._expression = compiled(text, ignore_case)

    def matches(self, candidate: str) -> bool:
        """Whether the whole of the candidate fits the pattern."""
        return self._expression.fullmatch(candidate) is not None


def matches_any(name: str, patterns: Iterable[str] | None) -> bool:
    """Whether one of the patterns means the name."""
    return any(WildcardPattern(pattern).matches(name) for pattern in patterns or ())


def is_among(name: str, include: Collection[str] | None, exclude: Iterable[str] | None) -> bool:
    """What -Include and -Exclude say of a name: one of the first must match, if there are any, none of the others."""
    return (not include or matches_any(name, include)) and not matches_any(name, exclude)


@lru_cache(maxsize=512)
def compiled(text: str, ignore_case: bool) -> re.Pattern[str]:
    """The regular expression of a pattern."""
    parts: list[str] = []
    position = 0
    while position < len(text):
        part, position = translated(text, position)
        parts.append(part)
    return re.compile("".join(parts), re.DOTALL | (re.IGNORECASE if ignore_case else 0))


def translated(text: str, position: int) -> tuple[str, int]:
    """The expression for the element of the pattern at a position, and where the next one starts."""
    character = text[position]
    if character == "*":
        return ".*", position + 1
    if character == "?":
        return ".", position + 1
    if character == "[":
        return translated_set(text, position)
    if character == "`" and position + 1 < len(text):
        return re.escape(text[position + 1]), position + 2
    return re.escape(character), position + 1


def translated_set(text: str, start: int) -> tuple[str, int]:
    """The expression for a set; a `]` that comes first belongs to it."""
    end = text.find("]", start + 2)
    if end < 0:
        raise invalid_wildcard(text)
    members = re.sub(r"([\\^\[\]&~|])", r"\\\1", text[start + 1 : end].replace("`", ""))
    try:
        re.compile(f"[{members}]")
    except re.error as error:
        raise invalid_wildcard(text) from error
    return f"[{members}]", end + 1

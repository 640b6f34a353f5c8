"""The words of the module's filter language: `(Name -like "A*") -and !(Enabled -eq $true)`."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator

from msolemu.foundation.dataclass import dataclass


class FilterSyntaxError(Exception):
    """The text is no filter; positions count from one, as the module's message does."""

    def __init__(self, query: str, reason: str, position: int) -> None:
        super().__init__(reason)
        self.query = query
        self.reason = reason
        self.position = position


class TokenKind(enum.Enum):
    """The kinds of words."""

    OPEN = "("
    CLOSE = ")"
    NOT = "!"
    OPERATOR = "operator"
    TEXT = "text"
    EXPANDABLE = "expandable text"
    VARIABLE = "variable"
    WORD = "word"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """One word; `text` is its value, without quotes, dollar sign or dash."""

    kind: TokenKind
    text: str
    position: int


_PATTERN = re.compile(
    r"""\s*(?:
        (?P<OPEN>\()
      | (?P<CLOSE>\))
      | (?P<NOT>!)
      | -(?P<OPERATOR>[A-Za-z]+)(?![\w-])
      | '(?P<TEXT>(?:[^']|'')*)'
      | "(?P<EXPANDABLE>(?:[^"`]|""|`.)*)"
      | \$(?P<VARIABLE>\{[^}]+\}|[\w:]+(?:\.\w+)*)
      | (?P<WORD>[^\s()'"!$]+)
    )""",
    re.VERBOSE | re.DOTALL,
)


def tokens(query: str) -> Iterator[Token]:
    """The words of a filter, then its end; raises FilterSyntaxError."""
    at = 0
    length = len(query.rstrip())
    while at < length:
        found = _PATTERN.match(query, at)
        if found is None or found.lastgroup is None:
            raise FilterSyntaxError(query, "syntax error", len(query) - len(query[at:].lstrip()) + 1)
        kind = TokenKind[found.lastgroup]
        first = found.end() - len(found[0].lstrip())
        yield Token(kind, _unquoted(kind, found[found.lastgroup]), first + 1)
        at = found.end()
    yield Token(TokenKind.END, "", len(query) + 1)


def _unquoted(kind: TokenKind, text: str) -> str:
    match kind:
        case TokenKind.TEXT:
            return text.replace("''", "'")
        case TokenKind.EXPANDABLE:
            return re.sub(r"`(.)", r"\1", text.replace('""', '"'), flags=re.DOTALL)
        case TokenKind.VARIABLE:
            return text.strip("{}")
    return text

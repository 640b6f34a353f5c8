"""Words, names and strings written so that reading them gives the same value."""

from __future__ import annotations

import re
from collections.abc import Callable

from . import syntax
from .characters import DOUBLE_QUOTES, SINGLE_QUOTES
from .operators import StringKind
from .tokens import KEYWORDS

NAME_OR_FLAG = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
ESCAPED = {"\0": "`0", "\a": "`a", "\b": "`b", "\x1b": "`e", "\f": "`f", "\n": "`n", "\r": "`r", "\t": "`t", "\v": "`v"}
# What stands in a word as it is, unless it begins it or follows a variable.
PLAIN = frozenset("-_./\\:*%+=~!?^@#<>[]")
# Letters and digits that mean something else behind a backtick.
MEANT = frozenset("0abefnrtuv")

Write = Callable[[syntax.Node], str]


def code_point(character: str) -> str:
    """A character by its number."""
    return f"`u{{{ord(character):x}}}"


def escaped(character: str) -> str:
    """A character behind a backtick, or by its number where that would mean something else."""
    if character in ESCAPED:
        return ESCAPED[character]
    if character.isspace() or character in MEANT or character in DOUBLE_QUOTES:
        return code_point(character)
    return "`" + character


def word_text(value: str, *, begins: bool = True) -> str:
    """A piece of a bare word; `begins` when nothing, or a variable, stands before it."""
    pieces = []
    for place, character in enumerate(value):
        first = begins and place == 0
        letter = character == "_" or (character.isalnum() and not (first and character.isdigit()))
        plain = letter or (character in PLAIN and not first)
        pieces.append(character if plain else escaped(character))
    return "".join(pieces)


def name_text(value: str) -> str:
    """A bare word that is no keyword, though it may be spelt like one."""
    if value.lower() in KEYWORDS:
        return code_point(value[0]) + value[1:]
    return word_text(value)


def quoted(value: str) -> str:
    """A text in single quotes."""
    return "'" + "".join(character * 2 if character in SINGLE_QUOTES else character for character in value) + "'"


def double_quoted_text(value: str) -> str:
    """A piece of text inside double quotes."""
    pieces = []
    for character in value:
        if character in DOUBLE_QUOTES:
            pieces.append(character * 2)
        else:
            pieces.append("`" + character if character in "`$" else character)
    return "".join(pieces)


def here_text(value: str, *, begins_line: bool) -> str:
    """A piece of text inside a here-string; a quote that could end it stands behind a backtick."""
    pieces = []
    for character in value:
        special = character in "`$" or (begins_line and character in DOUBLE_QUOTES)
        pieces.append("`" + character if special else character)
        begins_line = character in "\r\n"
    return "".join(pieces)


def constant_text(value: str, kind: StringKind) -> str:
    """A string without anything to expand."""
    match kind:
        case StringKind.SINGLE_QUOTED:
            return quoted(value)
        case StringKind.DOUBLE_QUOTED:
            return f'"{double_quoted_text(value)}"'
        case StringKind.SINGLE_QUOTED_HERE:
            return f"@'\n{value}\n'@"
        case StringKind.DOUBLE_QUOTED_HERE:
            return f'@"\n{here_text(value, begins_line=True)}\n"@'
        case StringKind.BAREWORD:
            return word_text(value)


def expandable_text(node: syntax.ExpandableString, write: Write) -> str:
    """A string or word with what expands in it."""
    here = node.kind is StringKind.DOUBLE_QUOTED_HERE
    pieces: list[str] = []
    for part in node.parts:
        if not isinstance(part, str):
            pieces.append(_inside(part, write, here=here))
        elif node.kind is StringKind.BAREWORD:
            pieces.append(word_text(part))
        elif here:
            pieces.append(here_text(part, begins_line=not pieces))
        else:
            pieces.append(double_quoted_text(part))
    text = "".join(pieces)
    if node.kind is StringKind.BAREWORD:
        return text
    return f'@"\n{text}\n"@' if here else f'"{text}"'


def _inside(part: syntax.Expression, write: Write, *, here: bool) -> str:
    """A variable in braces, or a subexpression: in a string its double quotes are written twice."""
    if isinstance(part, syntax.Variable):
        return variable_text(part.user_path, braces=True)
    if isinstance(part, syntax.Using):
        assert isinstance(part.expression, syntax.Variable)
        return variable_text("using:" + part.expression.user_path, braces=True)
    text = write(part)
    if here:
        return text
    return "".join(character * 2 if character in DOUBLE_QUOTES else character for character in text)


def variable_text(path: str, *, braces: bool = False, splatted: bool = False) -> str:
    """A variable by its path, in braces where it has to be."""
    if splatted:
        return "@" + path
    if not braces and all(NAME_OR_FLAG.fullmatch(name) for name in path.split(":")) and path.count(":") < 2:
        return "$" + path
    return "${" + "".join(code_point(c) if c in "{}`" or c in DOUBLE_QUOTES else c for c in path) + "}"

"""The recorded cases, as they stand in the files beside this one (inputs ours, outputs a real PowerShell 7.6.5's)."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class ScriptCase:
    """One script file and what running it printed."""

    id: str
    category: str
    script: str
    stdout: str
    stderr: str
    code: int


@dataclass(frozen=True)
class ErrorSeen:
    """What an error record said of itself."""

    id: str
    message: str
    category: str
    exception: str


@dataclass(frozen=True)
class ExpressionCase:
    """One expression, the values it gave and the errors it raised."""

    group: str
    expr: str
    values: tuple[str, ...]
    errors: tuple[ErrorSeen, ...] = ()


@dataclass(frozen=True)
class ParseErrorSeen:
    """One parse error: id, offsets in UTF-16 units, position, message."""

    id: str
    start: int
    end: int
    line: int
    column: int
    message: str


@dataclass(frozen=True)
class ParseCase:
    """What the parser said of a text."""

    script: str
    valid: bool
    incomplete: bool
    errors: tuple[ParseErrorSeen, ...] = field(default=())


@dataclass(frozen=True)
class SyntaxCase:
    """What `Get-Command NAME -Syntax` printed."""

    name: str
    syntax: str


def rows(file: str) -> list[dict[str, Any]]:
    """The rows of one file, in order."""
    with (HERE / file).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def scripts() -> list[ScriptCase]:
    """The cases of scripts.jsonl."""
    return [ScriptCase(**row) for row in rows("scripts.jsonl")]


def expressions() -> list[ExpressionCase]:
    """The cases of expressions.jsonl."""
    return [
        ExpressionCase(
            row["group"], row["expr"], tuple(row["values"]), tuple(ErrorSeen(**seen) for seen in row.get("errors", ()))
        )
        for row in rows("expressions.jsonl")
    ]


def parses() -> list[ParseCase]:
    """The cases of parses.jsonl."""
    return [
        ParseCase(
            row["script"],
            row["valid"],
            row["incomplete"],
            tuple(ParseErrorSeen(**seen) for seen in row.get("errors", ())),
        )
        for row in rows("parses.jsonl")
    ]


def syntaxes() -> list[SyntaxCase]:
    """The cases of syntax.jsonl."""
    return [SyntaxCase(**row) for row in rows("syntax.jsonl")]

"""What somebody may have meant by the name of a command that is not there."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from msolemu.cmdlets.discovery import Discovery
    from msolemu.runtime.errors.records import ErrorRecord
    from msolemu.runtime.state.session import Session

MOST = 5
LIKENESS = 0.75
"""How much of two names must agree, from 0 to 1."""


def feedback_lines(record: ErrorRecord, session: Session, discovery: Discovery) -> list[str]:
    """What PowerShell's feedback adds to the error of an unknown command; nothing when no name is like it."""
    if record.error_id != "CommandNotFoundException":
        return []
    names = similar_commands(str(record.target), session, discovery)
    heading = ["", "[General Feedback]", "  The most similar commands are:"]
    return [*heading, *(f"    ➤ {name}" for name in names)] if names else []


def similar_commands(name: str, session: Session, discovery: Discovery) -> list[str]:
    """The commands whose names are like it, the likeliest first; only files of nouns like its own are read."""
    nouns = {noun.rpartition("-")[2] for noun, _ in discovery.nouns()}
    near = set(_close(name.partition("-")[2], nouns))
    scope = session.global_scope
    own = [*(scope.aliases or ()), *(one.name for one in (scope.functions or {}).values())]
    return _close(name, [*own, *(one.name for one in discovery.with_nouns(near.__contains__))])


def _close(name: str, known: Iterable[str]) -> list[str]:
    spelled = {one.lower(): one for one in known}
    return [spelled[one] for one in get_close_matches(name.lower(), spelled, MOST, LIKENESS)]

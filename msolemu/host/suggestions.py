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
HERE_ALREADY = "was not found, but does exist in the current location."
TRUSTED = (
    "PowerShell does not load commands from the current location by default (see 'Get-Help about_Command_Precedence').",
    "",
    "If you trust this command, run the following command instead:",
)
LIKENESS = 0.75
"""How much of two names must agree, from 0 to 1."""


def feedback_lines(record: ErrorRecord, session: Session, discovery: Discovery) -> list[str]:
    """What PowerShell's feedback adds to the error of an unknown command.

    A script of that name in the current folder is called with its folder; otherwise names that are like it are told.
    """
    if record.error_id != "CommandNotFoundException":
        return []
    name = str(record.target)
    says, actions = [f'The command "{name}" {HERE_ALREADY}', *TRUSTED], script_here(name, session)
    if not actions:
        says, actions = ["The most similar commands are:"], similar_commands(name, session, discovery)
    shown = [*(f"  {line}".rstrip() for line in says), *(f"    ➤ {action}" for action in actions)]
    return ["", "[General Feedback]", *shown] if actions else []


def script_here(name: str, session: Session) -> list[str]:
    """How to call the script of the current folder that the name means; nothing when there is none."""
    from msolemu.runtime.filesystem.files import locations_of

    called = f".{locations_of(session).separator_of('.')}{name}"
    return [called] if session.resolver.find(called) else []


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

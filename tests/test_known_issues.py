"""Each documented behaviour that can be switched is asked for in one place and shown in both positions."""

from __future__ import annotations

import ast
import functools
from pathlib import Path

import pytest

import msolemu
from msolemu.compat import catalogue
from msolemu.compat.catalogue import CATALOGUE, REPORT_SAME_DETAIL, REPORT_UPN_DETAILS_ONLY, REPORT_WRONG_DISPLAY_NAME
from msolemu.compat.known_issue import KnownIssue

PACKAGE = Path(msolemu.__file__).parent
TRANSCRIPTS = Path(__file__).parent / "transcripts" / "known-issues"
OF_THE_PORTAL = (REPORT_SAME_DETAIL, REPORT_WRONG_DISPLAY_NAME, REPORT_UPN_DETAILS_ONLY)
"""The portal's three wait for the reports that show them."""
SHOWN = [issue for issue in CATALOGUE if issue not in OF_THE_PORTAL]


def constant(issue: KnownIssue) -> str:
    """The name under which the catalogue declares the issue."""
    return next(name for name, value in vars(catalogue).items() if value is issue)


@functools.cache
def asked() -> tuple[tuple[str, str], ...]:
    """Each question in the code: the names it is about, and where it stands."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if ".keep(" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "keep":
                place = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                found += [(argument.id, place) for argument in node.args if isinstance(argument, ast.Name)]
    return tuple(found)


def questions(issue: KnownIssue) -> list[str]:
    """Where the code asks whether the issue is kept."""
    return [place for name, place in asked() if name == constant(issue)]


@pytest.mark.parametrize("issue", SHOWN, ids=lambda issue: issue.id)
def test_the_code_asks_for_each_issue_in_one_place(issue: KnownIssue) -> None:
    assert len(questions(issue)) == 1, questions(issue)


@pytest.mark.parametrize("issue", OF_THE_PORTAL, ids=lambda issue: issue.id)
def test_what_only_the_portal_shows_is_asked_nowhere_else(issue: KnownIssue) -> None:
    assert not questions(issue)


@pytest.mark.parametrize("position", ["on", "off"])
@pytest.mark.parametrize("issue", SHOWN, ids=lambda issue: issue.id)
def test_a_transcript_shows_each_issue_in_each_position(issue: KnownIssue, position: str) -> None:
    text = (TRANSCRIPTS / f"{issue.id}-{position}.txt").read_text(encoding="utf-8")
    assert f"# known-issue: {issue.id}={position}" in text

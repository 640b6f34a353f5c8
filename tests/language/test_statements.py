"""Statements."""

from __future__ import annotations

import pytest

from msolemu.language import syntax
from tests.language.judged import errors, statement

JUDGED: list[tuple[str, list[str]]] = [
    ("trap [a()] {}", ["MissingTrapStatement 4-4", "UnexpectedAttribute 5-10"]),
    ("trap [int]", ["MissingTrapStatement 10-10"]),
    ("try {} catch [int], {}", ["MissingTypeLiteralToken 19-19"]),
    ("try {} catch [a()] {}", ["MissingCatchHandlerBlock 12-12", "UnexpectedAttribute 13-18"]),
    ("try {} catch [int],", ["MissingTypeLiteralToken 19-19"]),
    ("try {} catch [a], [b]", ["MissingCatchHandlerBlock 21-21"]),
    ("try {} finally", ["MissingFinallyStatementBlock 14-14"]),
    ("data -foo x {}", ["InvalidParameterForDataSectionStatement 5-9"]),
    ("data -foo x, {}", ["InvalidParameterForDataSectionStatement 5-9"]),
    ("data -SupportedCommand {}", ["MissingStatementBlockForDataSection 25-25"]),
    ("data x -SupportedCommand a, ", ["MissingValueForSupportedCommandInDataSectionStatement 27-27"]),
    ("parallel {}", ["UnexpectedKeyword 0-8"]),
    ("sequence", ["MissingStatementAfterKeyword 8-8"]),
    ("configuration", ["MissingConfigurationName 14-14"]),
    ("configuration { }", ["MissingConfigurationName 13-13"]),
    ("configuration A { }", []),
    ("configuration A", ["MissingCurlyInConfigurationStatement 15-15"]),
    (
        "configuration ) {}",
        ["ParameterRequiresArgument 15-15", "MissingConfigurationName 14-15", "UnexpectedToken 14-15"],
    ),
    ("from x", ["ReservedKeywordNotAllowed 0-4"]),
    ("[a()] if (1) {}", ["UnexpectedAttribute 0-5"]),
    ("[a()] foo", ["UnexpectedAttribute 0-5", "UnexpectedToken 6-9"]),
    ("[a()] else", ["UnexpectedAttribute 0-5", "UnexpectedToken 6-10"]),
    ("[a", ["EndSquareBracketExpectedAtEndOfAttribute 2-2"]),
    ("[1]", ["MissingTypename 1-1"]),
    (")[a()] else {}", ["UnexpectedToken 0-1"]),
    ("break", []),
    ("continue a", []),
    ("break $x", []),
    ("throw", []),
    ("exit 1", []),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED, ids=[text for text, _ in JUDGED])
def test_a_statement_is_judged_as_powershell_judges_it(text: str, expected: list[str]) -> None:
    assert errors(text) == expected


def test_a_try_has_catches_and_an_end() -> None:
    found = statement("try { } catch [a], [b] { } catch { } finally { }")
    assert isinstance(found, syntax.Try)
    assert [len(clause.types) for clause in found.catches] == [2, 0]
    assert found.finally_block is not None


def test_traps_stand_apart_from_the_statements_that_they_guard() -> None:
    found = statement("& { 1; trap [a] { }; 2; trap { } }")
    block = next(node for node in syntax.walk(found) if isinstance(node, syntax.NamedBlock))
    assert len(block.statements) == 2
    assert len(block.traps) == 2


def test_a_statement_can_be_assigned() -> None:
    found = statement("$a = $b += foreach ($c in 1) { }")
    assert isinstance(found, syntax.Assignment)
    assert isinstance(found.value, syntax.Assignment)
    assert isinstance(found.value.value, syntax.ForEach)


def test_a_data_section_names_its_commands() -> None:
    found = statement("data x -supp Get-A, Get-B { 'a' }")
    assert isinstance(found, syntax.DataStatement)
    assert found.variable == "x"
    assert len(found.commands_allowed) == 2


def test_stray_keywords_are_passed_over_behind_an_error() -> None:
    assert errors(") else { 1 }") == ["UnexpectedToken 0-1"]

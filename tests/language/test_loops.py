"""Conditions, loops and switches."""

from __future__ import annotations

import pytest

from msolemu.language import syntax
from msolemu.language.operators import SwitchFlags
from tests.language.judged import errors, statement

JUDGED: list[tuple[str, list[str]]] = [
    ("switch -foo (1) { 1 {} }", ["InvalidSwitchFlag 7-11"]),
    ("switch -file { }", ["MissingCurlyBraceInSwitchStatement 16-16"]),
    ("switch -file", ["MissingFilenameOption 12-12"]),
    ("switch -file x (1) { 1 {} }", ["PipelineValueRequired 15-16"]),
    ("switch () { 1 {} }", ["PipelineValueRequired 8-8"]),
    ("switch (1 { 1 {} }", ["UnexpectedToken 10-11", "MissingEndParenthesisInSwitchStatement 9-9"]),
    ("switch (1) { 1 }", ["MissingSwitchStatementClause 14-14"]),
    (
        "switch (1) { ) {} }",
        ["MissingSwitchConditionExpression 12-12", "UnexpectedToken 13-14", "UnexpectedToken 18-19"],
    ),
    ("switch (1) { }", ["MissingSwitchConditionExpression 12-12"]),
    ("switch (1) { default {} default {} }", ["MultipleSwitchDefaultClauses 24-31"]),
    ("switch (1) { 1 {}", ["MissingEndCurlyBrace 11-12"]),
    ("switch -parallel (1) { 1 {} }", ["KeywordParameterReservedForFutureUse 0-29"]),
    ("foreach -foo ($x in 1) {}", ["InvalidForeachFlag 8-12"]),
    ("foreach -throttlelimit", ["MissingThrottleLimit 22-22", "MissingOpenParenthesisAfterKeyword 7-7"]),
    (
        "foreach -throttlelimit 5 ($x in 1) {}",
        ["KeywordParameterReservedForFutureUse 0-37", "ThrottleLimitRequiresParallelFlag 0-37"],
    ),
    ("foreach -parallel ($x in 1) {}", ["KeywordParameterReservedForFutureUse 0-30"]),
    ("foreach ($x in) {}", ["MissingForeachExpression 14-14", "UnexpectedToken 14-15"]),
    ("foreach ($x in 1", ["MissingEndParenthesisAfterForeach 16-16"]),
    ("foreach ($x in 1)", ["MissingForeachStatement 17-17"]),
    ("while () {}", ["MissingExpressionAfterKeyword 7-7"]),
    ("while () ", ["MissingExpressionAfterKeyword 7-7", "MissingLoopStatement 8-8"]),
    ("while (1 {}", ["UnexpectedToken 9-10", "MissingEndParenthesisAfterStatement 8-8"]),
    ("while (1)", ["MissingLoopStatement 9-9"]),
    ("do {} while ()", ["MissingExpressionAfterKeyword 13-13"]),
    ("do {} while (", ["MissingExpressionAfterKeyword 13-13"]),
    ("do {} while (1", ["MissingEndParenthesisAfterStatement 14-14"]),
    ("do {} until", ["MissingOpenParenthesisAfterKeyword 11-11"]),
    ("do {}", ["MissingWhileOrUntilInDoWhile 5-5"]),
    ("for (1;2;3 {}", ["UnexpectedToken 11-12", "MissingEndParenthesisAfterStatement 10-10"]),
    ("for (1;2;3)", ["MissingLoopStatement 11-11"]),
    ("for", ["MissingOpenParenthesisAfterKeyword 3-3"]),
    ("if () {}", ["IfStatementMissingCondition 4-4"]),
    ("if (", ["IfStatementMissingCondition 4-4"]),
    ("if (1 {}", ["UnexpectedToken 6-7", "MissingEndParenthesisAfterStatement 6-7"]),
    ("if (1) {} else", ["MissingStatementBlockAfterElse 14-14"]),
    (":a foo", []),
    (":a while(1) {}", []),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED, ids=[text for text, _ in JUDGED])
def test_a_loop_is_judged_as_powershell_judges_it(text: str, expected: list[str]) -> None:
    assert errors(text) == expected


def test_a_switch_keeps_its_flags_clauses_and_default() -> None:
    found = statement(":a switch -regex -case (1) { 'x' { 1 } { $_ } { 2 } default { 3 } }")
    assert isinstance(found, syntax.Switch)
    assert found.flags == SwitchFlags.REGEX | SwitchFlags.CASE_SENSITIVE
    assert found.label == "a"
    assert len(found.clauses) == 2
    assert found.default is not None


def test_the_last_of_regex_wildcard_and_exact_holds() -> None:
    found = statement("switch -regex -wildcard (1) { 1 { } }")
    assert isinstance(found, syntax.Switch)
    assert found.flags == SwitchFlags.WILDCARD


def test_a_switch_reads_the_file_that_it_names() -> None:
    found = statement("switch -file a.txt { 1 { } }")
    assert isinstance(found, syntax.Switch)
    assert SwitchFlags.FILE in found.flags


def test_parts_of_a_for_may_be_missing() -> None:
    found = statement("for (;;) { }")
    assert isinstance(found, syntax.For)
    assert found.initializer is found.condition is found.iterator is None


def test_else_may_stand_on_a_later_line() -> None:
    found = statement("if (1) { }\n\nelseif (2) { }\nelse { }")
    assert isinstance(found, syntax.If)
    assert len(found.clauses) == 2
    assert found.else_clause is not None


def test_do_repeats_while_or_until() -> None:
    assert isinstance(statement("do { } while (1)"), syntax.DoWhile)
    assert isinstance(statement("do { } until (1)"), syntax.DoUntil)

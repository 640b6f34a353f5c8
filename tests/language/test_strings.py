"""Strings, variables and escapes."""

from __future__ import annotations

import pytest

from msolemu.language import syntax
from msolemu.language.operators import StringKind, VariableScope
from tests.language.judged import errors, expression

JUDGED: list[tuple[str, list[str]]] = [
    ('"${}"', ["EmptyVariableReference 3-4"]),
    ("${}", ["EmptyVariableReference 2-3"]),
    ("${", ["IncompleteDollarVariableReference 1-2"]),
    ("${`", ["IncompleteDollarVariableReference 1-3"]),
    ("${env:}", ["InvalidBracedVariableReference 0-7"]),
    ("$env:", ["InvalidVariableReferenceWithDrive 0-5"]),
    ("$global:", ["InvalidVariableReference 0-8"]),
    ("$using:", ["InvalidVariableReferenceWithDrive 0-7"]),
    ('"$env:"', ["InvalidVariableReferenceWithDrive 1-6"]),
    ("${a{b}", ["OpenBraceNeedsToBeBackTickedInVariableName 4-5"]),
    ("`u{110000}", ["InvalidUnicodeEscapeSequenceValue 3-9"]),
    ('"`u{12"', ["InvalidUnicodeEscapeSequence 6-7"]),
    ('"`u{1234567}"', ["TooManyDigitsInUnicodeEscapeSequence 10-11"]),
    ('"`u{123456', ["MissingUnicodeEscapeSequenceTerminator 10-11", "TerminatorExpectedAtEndOfString 0-10"]),
    ('"`u{}"', ["InvalidUnicodeEscapeSequence 1-5"]),
    ('"`ux"', ["InvalidUnicodeEscapeSequence 1-3"]),
    (
        '"a$(1',
        [
            "IncompleteDollarSubexpressionReference 2-5",
            "TerminatorExpectedAtEndOfString 0-5",
            "MissingEndParenthesisInSubexpression 6-6",
        ],
    ),
    ('"a${b', ["IncompleteDollarVariableReference 3-5", "TerminatorExpectedAtEndOfString 0-5"]),
    ("@'", ["TerminatorExpectedAtEndOfString 0-2"]),
    ("@' x", ["UnexpectedCharactersAfterHereStringHeader 3-4"]),
    ("@' x '@", ["UnexpectedCharactersAfterHereStringHeader 3-4"]),
    ('@"\nabc', ["TerminatorExpectedAtEndOfString 0-6"]),
    ('@"\nabc\n  "@', ["WhitespaceBeforeHereStringFooter 9-11"]),
    ("@'\nabc\n  '@", ["WhitespaceBeforeHereStringFooter 9-11"]),
    ("<# a", ["MissingTerminatorMultiLineComment 0-4"]),
    ("`", ["IncompleteString 2-2"]),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED, ids=[text for text, _ in JUDGED])
def test_a_string_is_judged_as_powershell_judges_it(text: str, expected: list[str]) -> None:
    assert errors(text) == expected


VALUES = [
    ("'it''s'", "it's"),
    ("'a\u2019\u2019b'", "a\u2019b"),
    ('"a`tb`n`0"', "a\tb\n\0"),
    ('"a""b`"c"', 'a"b"c'),
    ('"`u{41}`u{1F600}"', "A\ud83d\ude00"),
    ('"cost `$5 and $ 5"', "cost $5 and $ 5"),
    ("@'\na\nb\n'@", "a\nb"),
    ("@'\n'@", ""),
    ('@"\na "b" `$c\n"@', 'a "b" $c'),
    ('@"\n"@', ""),
    ('"line`\r\nnext"', "line\r\nnext"),
]


@pytest.mark.parametrize(("text", "value"), VALUES, ids=[text for text, _ in VALUES])
def test_a_string_has_its_escapes_resolved(text: str, value: str) -> None:
    found = expression(text)
    assert isinstance(found, syntax.StringConstant)
    assert found.value == value


def test_variables_and_subexpressions_expand_in_double_quotes() -> None:
    found = expression('"a $b.c ${d e} $(1 + "x") f"')
    assert isinstance(found, syntax.ExpandableString)
    a, b, c, d, space, subexpression, f = found.parts
    assert (a, c, space, f) == ("a ", ".c ", " ", " f")
    assert isinstance(b, syntax.Variable)
    assert isinstance(d, syntax.Variable)
    assert d.name == "d e"
    assert isinstance(subexpression, syntax.SubExpression)


def test_quotes_inside_a_subexpression_may_be_doubled() -> None:
    found = expression('"$(""a"" + "b")"')
    assert isinstance(found, syntax.ExpandableString)
    inner = [node.value for node in syntax.walk(found) if isinstance(node, syntax.StringConstant)]
    assert inner == ["a", "b"]


VARIABLES = [
    ("$a", "a", VariableScope.NONE, None),
    ("$global:a", "a", VariableScope.GLOBAL, None),
    ("$Script:a", "a", VariableScope.SCRIPT, None),
    ("$env:PATH", "PATH", VariableScope.DRIVE, "env"),
    ("${a b}", "a b", VariableScope.NONE, None),
    ("${a`}b}", "a}b", VariableScope.NONE, None),
    ("${C:\\x y}", "\\x y", VariableScope.DRIVE, "C"),
    ("$?", "?", VariableScope.NONE, None),
    ("$$", "$", VariableScope.NONE, None),
    ("$^", "^", VariableScope.NONE, None),
    ("$a?", "a?", VariableScope.NONE, None),
]


@pytest.mark.parametrize(("text", "name", "scope", "drive"), VARIABLES, ids=[row[0] for row in VARIABLES])
def test_a_variable_has_name_scope_and_drive(text: str, name: str, scope: VariableScope, drive: str | None) -> None:
    found = expression(text)
    assert isinstance(found, syntax.Variable)
    assert (found.name, found.scope, found.drive) == (name, scope, drive)
    assert found.user_path.lower() == text.replace("`", "").strip("${}").lower() or text in ("$$", "${a`}b}")


def test_using_takes_the_members_that_follow() -> None:
    found = expression("$using:a.b")
    assert isinstance(found, syntax.Using)
    assert isinstance(found.expression, syntax.Member)


def test_the_kind_of_a_string_is_kept() -> None:
    kinds = [expression(text) for text in ("'a'", '"a"', "@'\na\n'@", '@"\na\n"@')]
    assert [kind.kind for kind in kinds if isinstance(kind, syntax.StringConstant)] == [
        StringKind.SINGLE_QUOTED,
        StringKind.DOUBLE_QUOTED,
        StringKind.SINGLE_QUOTED_HERE,
        StringKind.DOUBLE_QUOTED_HERE,
    ]

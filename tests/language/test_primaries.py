"""Values, their members and indexes."""

from __future__ import annotations

import pytest

from msolemu.language import syntax
from tests.language.judged import errors, expression

JUDGED: list[tuple[str, list[str]]] = [
    ("1 ? 2", ["MissingColonInTernaryExpression 6-6"]),
    ("1 ? 2 : ", ["ExpectedValueExpression 7-7"]),
    ("1 ? : 2", ["ExpectedValueExpression 3-3"]),
    ("$x[", ["MissingArrayIndexExpression 3-3"]),
    ("$x[1", ["MissingEndSquareBracket 4-4"]),
    ("$x.", ["MissingPropertyName 3-3"]),
    ("$x.=a, b", ["MissingPropertyName 3-3"]),
    ("$x.(", ["ExpectedExpression 4-4", "MissingEndParenthesisInExpression 4-4"]),
    ("$x.foo(1,", ["MissingExpressionAfterToken 9-9"]),
    ("$x.foo(1 2", ["MissingEndParenthesisInMethodCall 8-8", "UnexpectedToken 9-10"]),
    ("$x.foo[int", ["EndSquareBracketExpectedAtEndOfType 10-10"]),
    ("$x.foo[int](1)", []),
    ("$x.foo[int]", ["MissingArrayIndexExpression 7-7", "UnexpectedToken 7-11"]),
    ("$x.foo [int](1)", []),
    ("$x.foo{1}", []),
    ("$x.-not $y", []),
    ("$x<# a #>.y", []),
    ("'a'<# a", ["MissingTerminatorMultiLineComment 3-7"]),
    ("(1", ["MissingEndParenthesisInExpression 2-2"]),
    ("$(1", ["MissingEndParenthesisInSubexpression 4-4"]),
    ("@(1", ["MissingEndParenthesisInSubexpression 4-4"]),
    ("@{a", ["MissingEqualsInHashLiteral 3-3", "MissingEndCurlyBrace 2-2"]),
    ("@{a=", ["MissingStatementInHashLiteral 4-4", "MissingEndCurlyBrace 2-2"]),
    ("{1", ["MissingEndCurlyBrace 0-1"]),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED, ids=[text for text, _ in JUDGED])
def test_a_value_is_judged_as_powershell_judges_it(text: str, expected: list[str]) -> None:
    assert errors(text) == expected


def test_members_follow_each_other() -> None:
    found = expression("$a.b[1].c(2)::d")
    assert isinstance(found, syntax.Member)
    assert found.static
    called = found.target
    assert isinstance(called, syntax.InvokeMember)
    assert len(called.arguments) == 1


def test_a_member_may_be_on_the_next_line() -> None:
    assert isinstance(expression("$a.\nb"), syntax.Member)


def test_a_question_mark_asks_for_null_first() -> None:
    member = expression("${a}?.b")
    index = expression("${a}?[1]")
    assert isinstance(member, syntax.Member)
    assert isinstance(index, syntax.Index)
    assert member.null_conditional
    assert index.null_conditional


def test_a_method_may_name_types() -> None:
    found = expression("$a.b[int, string](1)")
    assert isinstance(found, syntax.InvokeMember)
    assert [name.full_name for name in found.type_arguments] == ["int", "string"]


def test_entries_of_a_hashtable_stand_on_lines_or_behind_semicolons() -> None:
    found = expression("@{ a = 1; 'b' = if (1) { 2 }\n\n3 = 4 }")
    assert isinstance(found, syntax.Hashtable)
    assert [type(pair.key) for pair in found.pairs] == [
        syntax.StringConstant,
        syntax.StringConstant,
        syntax.Constant,
    ]


def test_a_member_may_be_computed() -> None:
    found = expression("$a.('b' + 'c').\"d\".$e")
    members = [node.member for node in syntax.walk(found) if isinstance(node, syntax.Member)]
    assert [type(member) for member in members] == [syntax.Variable, syntax.StringConstant, syntax.Paren]

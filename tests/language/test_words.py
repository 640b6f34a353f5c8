"""Words, numbers and operators."""

from __future__ import annotations

import pytest

from msolemu.language import syntax
from msolemu.language.operators import BinaryOperator
from tests.language.judged import command, errors, expression

JUDGED: list[tuple[str, list[str]]] = [
    ("0x1ffffffffffffffff", ["BadNumericConstant 0-19"]),
    ("1..0x1ffffffffffffffff", ["BadNumericConstant 3-22"]),
    ("1uu", []),
    ("0b", []),
    ("1.e", []),
    ("5 -foo", ["UnexpectedToken 2-6"]),
    ("5 -_", ["ExpectedValueExpression 3-3", "UnexpectedToken 3-4"]),
    ("!5a", []),
    ("!5", []),
    ("!a", []),
    (":: a", []),
    ("$x::y", []),
    ("@", ["UnrecognizedToken 0-1"]),
    ("[ab", ["EndSquareBracketExpectedAtEndOfAttribute 3-3"]),
    ("a#b", []),
    ("a`", []),
    (":1", []),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED, ids=[text for text, _ in JUDGED])
def test_a_word_is_judged_as_powershell_judges_it(text: str, expected: list[str]) -> None:
    assert errors(text) == expected


WORDS = [
    ("echo a`tb", "a\tb"),
    ('echo a"b c"d', "ab cd"),
    ("echo a'b c'd", "ab cd"),
    ("echo -1", "-1"),
    ("echo 7z.exe", "7z.exe"),
    ("echo a#b", "a#b"),
    ("echo [int]", "[int]"),
    ("echo .x", ".x"),
    ("echo ..\\x", "..\\x"),
    ("echo :x:y", ":x:y"),
    ("echo ::x", "::x"),
    ("echo ==", "=="),
    ("echo *=x", "*=x"),
    ("echo if", "if"),
    ("echo !x", "!x"),
    ("echo -a'b'", "-ab"),
    ("echo $", "$"),
    ("echo a]", "a]"),
    ("echo 1kbx", "1kbx"),
    ("echo \u00e9t\u00e9", "\u00e9t\u00e9"),
]


@pytest.mark.parametrize(("text", "value"), WORDS, ids=[text for text, _ in WORDS])
def test_a_bare_word_of_a_command(text: str, value: str) -> None:
    word = command(text).elements[1]
    assert isinstance(word, syntax.StringConstant)
    assert word.value == value


def test_a_variable_with_more_behind_it_is_a_word() -> None:
    word = command("echo $a-$b").elements[1]
    assert isinstance(word, syntax.ExpandableString)
    assert [type(part) for part in word.parts] == [syntax.Variable, str, syntax.Variable]


def test_a_comment_or_line_end_behind_a_backtick_parts_words() -> None:
    assert len(command("echo a <# x #> b `\n c ` d # e").elements) == 5


@pytest.mark.parametrize("operator", [operator for operator in BinaryOperator if operator.value[0] == "-"])
def test_operators_ignore_case(operator: BinaryOperator) -> None:
    found = expression(f"$a {operator.value.upper()} $b")
    assert isinstance(found, syntax.Binary)
    assert found.operator is operator


def test_an_operator_needs_no_blank_behind_it() -> None:
    found = expression("5 -eq5")
    assert isinstance(found, syntax.Binary)
    assert found.operator is BinaryOperator.IEQ

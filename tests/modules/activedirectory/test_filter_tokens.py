"""The words of the filter language."""

from __future__ import annotations

import pytest

from msolemu.modules.activedirectory.filter_tokens import FilterSyntaxError, TokenKind, tokens


def kinds(query: str) -> list[tuple[TokenKind, str]]:
    return [(token.kind, token.text) for token in tokens(query)][:-1]


def test_a_comparison_is_a_property_an_operator_and_a_value() -> None:
    assert kinds("Name -like 'A*'") == [
        (TokenKind.WORD, "Name"),
        (TokenKind.OPERATOR, "like"),
        (TokenKind.TEXT, "A*"),
    ]


def test_a_doubled_quote_inside_single_quotes_is_one() -> None:
    assert kinds("Surname -eq 'O''Neil'")[-1] == (TokenKind.TEXT, "O'Neil")


def test_a_backtick_inside_double_quotes_escapes() -> None:
    assert kinds('Name -eq "a`"b"')[-1] == (TokenKind.EXPANDABLE, 'a"b')


def test_parentheses_and_exclamation_marks_stand_alone() -> None:
    assert [kind for kind, _ in kinds("!(Enabled -eq $true)")] == [
        TokenKind.NOT,
        TokenKind.OPEN,
        TokenKind.WORD,
        TokenKind.OPERATOR,
        TokenKind.VARIABLE,
        TokenKind.CLOSE,
    ]


def test_a_variable_may_have_properties() -> None:
    assert kinds("Name -eq $user.Name")[-1] == (TokenKind.VARIABLE, "user.Name")


def test_a_hyphenated_attribute_is_one_word() -> None:
    assert kinds("ms-DS-ConsistencyGuid -like '*'")[0] == (TokenKind.WORD, "ms-DS-ConsistencyGuid")


def test_positions_count_from_one() -> None:
    assert [token.position for token in tokens("Name -eq 'x'")] == [1, 6, 10, 13]


def test_an_open_quote_is_a_syntax_error_at_its_place() -> None:
    with pytest.raises(FilterSyntaxError) as caught:
        list(tokens("Name -eq 'x"))
    assert caught.value.position == 10

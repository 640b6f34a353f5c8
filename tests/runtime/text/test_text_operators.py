"""`-f`, `-join`, `-split` and `-replace`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.runtime.errors.records import StatementError
from msolemu.runtime.state.session import Session
from msolemu.runtime.text import text_operators
from msolemu.runtime.text.regular_expressions import compile_regex
from msolemu.runtime.text.text_operators import creplace, csplit, format_composite, join, join_all, replace, split
from msolemu.runtime.types.registry import INT, STRING
from msolemu.runtime.values.objects import TypedArray, Value


def test_an_array_of_objects_or_text_fills_the_holes_but_numbers_are_one() -> None:
    assert format_composite("{1}", ["a", "b"]) == "b"
    assert format_composite("{1}", TypedArray(["a", "b"], STRING)) == "b"
    assert format_composite("{0}", TypedArray([1, 2], INT)) == "System.Int32[]"
    assert format_composite("{0}", None) == ""
    assert text_operators.composite("{0:N1}", [1], None) == "1.0"


def test_a_format_that_is_none_has_its_own_id() -> None:
    with pytest.raises(StatementError) as raised:
        format_composite("{0:D}", 1.5)
    assert raised.value.record.error_id == "FormatError"
    assert str(raised.value) == "Error formatting a string: Format specifier was invalid.."


def test_joining_takes_elements_as_text() -> None:
    assert join([1, None, True], "-") == "1--True"
    assert join("a", "-") == "a"
    assert join_all([1, 2.5]) == "12.5"


@pytest.mark.parametrize(
    ("left", "right", "pieces"),
    [
        ("aXbxc", "x", ["a", "b", "c"]),
        ("a,b,c,d", [",", 2], ["a", "b,c,d"]),
        ("a,b,c,d", [",", -2], ["a,b,c", "d"]),
        ("foo.bar", [".", 0, "SimpleMatch"], ["foo", "bar"]),
        ("a.b", [r"\.", 0, "RegexMatch,IgnoreCase"], ["a", "b"]),
        ("a\nb", ["^b", 0, "Multiline"], ["a\n", ""]),
        (["a,b", "c"], ",", ["a", "b", "c"]),
        ("ab", "(b)", ["a", "b", ""]),
        (None, ",", [""]),
        ("a b", [], ["a", "b"]),
        ("ab", None, ["", "a", "b", ""]),
        ("a1", ["1", 0, 1], ["a", ""]),
    ],
)
def test_splitting(left: Value, right: Value, pieces: list[str]) -> None:
    found = split(left, right)
    assert found == pieces
    assert isinstance(found, TypedArray)


def test_splitting_with_case() -> None:
    assert csplit("aXbxc", "x") == ["aXb", "c"]


@pytest.mark.parametrize(
    ("value", "words"), [("  one  two ", ["one", "two"]), ("", [""]), (["a b", "c"], ["a", "b", "c"])]
)
def test_words(value: Value, words: list[str]) -> None:
    assert text_operators.split_on_space(value) == words


@pytest.mark.parametrize(
    ("right", "error_id"),
    [
        ([1, 2, 3], "InvalidSplitOptionCombination"),
        (["a", 0, "SimpleMatch, Multiline"], "InvalidSplitOptionCombination"),
        (["a", 0, "Other"], "SubstringDisambiguationEnumParseThrewAnException"),
        ("(", "System.Text.RegularExpressions.RegexParseException"),
    ],
)
def test_a_split_that_cannot_be_is_refused(right: Value, error_id: str) -> None:
    with pytest.raises(StatementError) as raised:
        split("abc", right)
    assert raised.value.record.error_id == error_id


def test_a_script_block_says_where_to_split(session: Session) -> None:
    block = session.parse("$_ -in ',', ';'")
    assert split("a,b;c", block) == ["a", "b", "c"]
    assert split("a,b;c", [block, 2]) == ["a", "b;c"]
    assert split("a,b;c", [block, -2]) == ["a,b", "c"]
    with pytest.raises(StatementError, match="predicate"):
        split("a", [block, 0, "IgnoreCase"])


@pytest.mark.parametrize(
    ("left", "right", "replaced"),
    [
        ("aBc", ["b", "[$0]"], "a[B]c"),
        ("abc", "b", "ac"),
        ("abc", ["b"], "ac"),
        ("abc", [], "abc"),
        (["ab", "b", 1], ["b", "x"], ["ax", "x", "1"]),
        ("ABC", [compile_regex("b"), "x"], "ABC"),
        (None, ["^", "x"], "x"),
    ],
)
def test_replacing(left: Value, right: Value, replaced: Value) -> None:
    assert replace(left, right) == replaced


def test_replacing_with_case() -> None:
    assert creplace("aAa", ["A", "b"]) == "aba"


def test_a_script_block_gives_the_replacement(session: Session) -> None:
    assert replace("a1b22", [r"\d+", session.parse("[int]$_.Value + 1")]) == "a2b23"
    assert replace("a", ["a", session.parse("")]) == ""


@pytest.mark.parametrize(("right", "error_id"), [([1, 2, 3], "BadReplaceArgument"), ("(", "InvalidRegularExpression")])
def test_a_replacement_that_cannot_be_is_refused(right: Value, error_id: str) -> None:
    with pytest.raises(StatementError) as raised:
        replace("abc", right)
    assert raised.value.record.error_id == error_id


@given(st.lists(st.text(st.characters(exclude_characters="|")), min_size=1))
def test_splitting_undoes_joining(pieces: list[str]) -> None:
    assert split(join(pieces, "|"), ["|", 0, "SimpleMatch"]) == pieces

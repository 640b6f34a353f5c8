"""Regular expressions, as .NET reads and runs them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.errors.records import StatementError
from msolemu.runtime.text.regex_characters import RegexParseError
from msolemu.runtime.text.regex_syntax import (
    ECMA_SCRIPT,
    EXPLICIT_CAPTURE,
    IGNORE_CASE,
    IGNORE_WHITESPACE,
    MULTILINE,
    RIGHT_TO_LEFT,
    SINGLELINE,
)
from msolemu.runtime.text.regular_expressions import (
    NON_BACKTRACKING,
    compile_regex,
    escape,
    replacement_of,
    unescape,
)


def groups(pattern: str, text: str, options: int = 0) -> dict[object, str] | None:
    found = compile_regex(pattern, options).first_groups(text)
    return None if found is None else dict(found.items())


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("(?<x>b)(a)", "ba", {0: "ba", 1: "a", "x": "b"}),
        ("(?'x'b)", "b", {0: "b", "x": "b"}),
        ("(a)|(b)", "b", {0: "b", 2: "b"}),
        ("(?<n>a)|(?<n>b)", "b", {0: "b", "n": "b"}),
        (r"(\w)\1", "abb", {0: "bb", 1: "b"}),
        (r"(?<q>a)\k<q>", "aa", {0: "aa", "q": "a"}),
        (r"(?<q>a)\k'q'", "aa", {0: "aa", "q": "a"}),
        (r"(?<q>a)\1", "aa", {0: "aa", "q": "a"}),
        ("(?<=a+)b", "aab", {0: "b"}),
        ("(?<!a)b", "cb", {0: "b"}),
        ("a(?=b)(?!c)", "ab", {0: "a"}),
        ("(?>a+)b", "aab", {0: "aab"}),
        ("[a-z-[aeiou]]+", "aeibcd", {0: "bcd"}),
        (r"[^\p{L}\d]+", "ab--", {0: "--"}),
        (r"\p{Lu}\P{Lu}", "aBc", {0: "Bc"}),
        (r"\p{IsCyrillic}", "aж", {0: "ж"}),
        ("[]a]+", "a]", {0: "a]"}),
        (r"[\]\-\x41\u0042\b]+", "]-AB\b", {0: "]-AB\b"}),
        (r"[a\d]+[-]", "a1-", {0: "a1-"}),
        ("a(?i)b|C", "xc", {0: "c"}),
        ("(?i:a)b", "Ab", {0: "Ab"}),
        ("(?i)a(?-i)b", "Ab", {0: "Ab"}),
        ("(?s-i:.)", "\n", {0: "\n"}),
        ("(?m)^b$", "a\nb\nc", {0: "b"}),
        ("(?n)(a)(?<z>b)", "ab", {0: "ab", "z": "b"}),
        ("(?x) a b # c\n d", "abd", {0: "abd"}),
        ("a(?#nothing)b", "ab", {0: "ab"}),
        ("(a)?(?(1)b|c)", "ab", {0: "ab", 1: "a"}),
        ("a{,2}", "a{,2}", {0: "a{,2}"}),
        ("a{2}{", "aa{", {0: "aa{"}),
        ("a{1,2}?", "aa", {0: "a"}),
        ("a{2,}", "aaa", {0: "aaa"}),
        ("b$", "ab\n", {0: "b"}),
        (r"b\Z", "ab\n", {0: "b"}),
        (r"\Aa\z", "a", {0: "a"}),
        (r"b\z", "ab\n", None),
        (r"\Gb", "ab", None),
        (r"\ba\B", "ab", {0: "a"}),
        (r"\t\e\cA\101\.", "\t\x1b\x01A.", {0: "\t\x1b\x01A."}),
        ("(?:a|b)+", "ab", {0: "ab"}),
        (r"(?<1>a)(?<b>c)", "ac", {0: "ac", 1: "a", "b": "c"}),
    ],
)
def test_a_pattern_finds(pattern: str, text: str, found: dict[object, str] | None) -> None:
    assert groups(pattern, text) == found


@pytest.mark.parametrize(
    ("options", "pattern", "text", "found"),
    [
        (IGNORE_CASE, "A", "a", True),
        (0, "A", "a", False),
        (MULTILINE, "^b", "a\nb", True),
        (SINGLELINE, "a.b", "a\nb", True),
        (IGNORE_WHITESPACE, "a b", "ab", True),
        (ECMA_SCRIPT, r"\d", "٣", False),
        (0, r"\d", "٣", True),
        (RIGHT_TO_LEFT, "b", "abc", True),
    ],
)
def test_options_change_what_a_pattern_finds(options: int, pattern: str, text: str, found: bool) -> None:
    assert compile_regex(pattern, options).is_match(text) is found


def test_explicit_capture_leaves_plain_groups_out() -> None:
    assert groups("(a)(?<b>b)", "ab", EXPLICIT_CAPTURE) == {0: "ab", "b": "b"}


@pytest.mark.parametrize(
    ("pattern", "offset", "problem"),
    [
        ("[", 1, "Unterminated [] set."),
        ("[a\\", 3, "Unterminated [] set."),
        ("(", 1, "Not enough )'s."),
        ("(?:a|b", 6, "Not enough )'s."),
        (")", 1, "Too many )'s."),
        ("*a", 1, "Quantifier '*' following nothing."),
        ("(?:+)", 4, "Quantifier '+' following nothing."),
        ("a**", 3, "Nested quantifier '*'."),
        ("a{2,1}", 6, "Illegal {x,y} with x > y."),
        ("\\", 1, "Illegal \\ at end of pattern."),
        (r"\y", 2, "Unrecognized escape sequence \\y."),
        (r"\1", 2, "Reference to undefined group number 1."),
        (r"\k<q>", 5, "Reference to undefined group name q."),
        (r"\k", 2, "Malformed \\k<...> named back reference."),
        ("[z-a]", 4, "[x-y] range in reverse order."),
        (r"[a-\d]", 5, "Cannot include class \\d in character range."),
        ("[a-[b]c]", 6, "A subtraction must be the last element in a character class."),
        (r"\p{Foo}", 7, "Unknown property 'Foo'."),
        (r"\p{IsFoo}", 9, "Unknown property 'IsFoo'."),
        (r"\p", 2, r"Incomplete \p{X} character escape."),
        (r"\pLu", 2, r"Malformed \p{X} character escape."),
        (r"\x4", 3, "Insufficient or invalid hexadecimal digits."),
        (r"\c", 2, "Missing control character."),
        (r"\c1", 3, "Unrecognized control character."),
        ("(?<>a)", 4, "Invalid group name: Group names must begin with a word character."),
        ("(?z)", 2, "Unrecognized grouping construct."),
        ("(?#a", 4, "Unterminated (?#...) comment."),
        ("(?(3)a|b)", 5, "Reference to undefined group number 3."),
    ],
)
def test_a_pattern_that_is_none_says_where(pattern: str, offset: int, problem: str) -> None:
    with pytest.raises(RegexParseError) as raised:
        compile_regex(pattern)
    assert str(raised.value) == f"Invalid pattern '{pattern}' at offset {offset}. {problem}"


@pytest.mark.parametrize(
    ("pattern", "options", "error_id"),
    [
        ("(?<a>x)(?<b-a>y)", 0, "RegexBalancingGroupNotEmulated"),
        ("(?(?=a)b|c)", 0, "RegexConditionalExpressionNotEmulated"),
        ("a", NON_BACKTRACKING, "RegexNonBacktrackingNotEmulated"),
    ],
)
def test_what_is_not_emulated_is_refused_with_its_own_id(pattern: str, options: int, error_id: str) -> None:
    with pytest.raises(StatementError) as raised:
        compile_regex(pattern, options)
    assert raised.value.record.error_id == error_id


@pytest.mark.parametrize(
    ("replacement", "text"),
    [
        ("[$1${x}]", "a[bc]d"),
        ("$$", "a$d"),
        ("$&$0", "abcbcd"),
        ("$`|$'", "aa|dd"),
        ("$+", "acd"),
        ("$_", "aabcdd"),
        ("$9${no}$", "a$9${no}$d"),
        ("$2", "acd"),
    ],
)
def test_a_replacement_pattern(replacement: str, text: str) -> None:
    assert compile_regex("(b)(?<x>c)").replace("abcd", replacement_of(replacement)) == text


def test_replacing_can_be_limited() -> None:
    regex = compile_regex("a")
    assert regex.replace("aaa", replacement_of("b"), 2) == "bba"
    assert regex.replace("aaa", replacement_of("b"), 0) == "aaa"
    assert regex.replace("aaa", replacement_of("b"), -1, 1) == "abb"
    assert compile_regex("a", RIGHT_TO_LEFT).replace("aaa", replacement_of("b"), 1) == "aab"


@pytest.mark.parametrize(
    ("pattern", "options", "count", "pieces"),
    [
        (",", 0, 0, ["a", "b", "c", "d"]),
        (",", 0, 2, ["a", "b,c,d"]),
        (",", 0, 1, ["a,b,c,d"]),
        (",", RIGHT_TO_LEFT, 2, ["a,b,c", "d"]),
        ("(,)b", 0, 0, ["a", ",", ",c,d"]),
        ("x", 0, 0, ["a,b,c,d"]),
    ],
)
def test_splitting(pattern: str, options: int, count: int, pieces: list[str]) -> None:
    assert compile_regex(pattern, options).split("a,b,c,d", count) == pieces


def test_a_match_knows_the_next_one_and_its_captures() -> None:
    first = compile_regex(r"(?:(\w),?)+;").match("a,b;c;")
    second = first.following()
    assert (first.value, second.value, second.following().success) == ("a,b;", "c;", False)
    assert [str(capture) for capture in first.groups[1].captures()] == ["a", "b"]
    assert [str(capture) for capture in first.captures()] == ["a,b;"]
    assert compile_regex("a").match("b").captures() == []
    assert first.result("<$1>") == "<b>"
    assert (first.group("1"), first.group("7")) == (first.groups[1], None)


@given(st.text())
def test_an_escaped_text_matches_itself_and_is_read_back(text: str) -> None:
    assert unescape(escape(text)) == text
    assert compile_regex(f"\\A{escape(text)}\\z").is_match(text)


def test_a_wrong_escape_is_refused() -> None:
    with pytest.raises(NetError):
        unescape("a\\")


@given(st.lists(st.text(st.characters(exclude_characters=",")), min_size=1))
def test_splitting_undoes_joining(pieces: list[str]) -> None:
    assert compile_regex(",").split(",".join(pieces)) == pieces


@given(st.from_regex(r"[a-c.*+?()|]{0,8}", fullmatch=True), st.text("abc", max_size=6))
def test_simple_patterns_find_what_python_finds(pattern: str, text: str) -> None:
    try:
        wanted = re.compile(pattern)
    except re.error:
        return
    if re.search(r"[*+?)][*+]|\(\?", pattern):
        return
    found = wanted.search(text)
    assert groups(pattern, text) == (
        None
        if found is None
        else {number: value for number, value in enumerate((found[0], *found.groups())) if value is not None}
    )

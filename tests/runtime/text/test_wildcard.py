"""Wildcard patterns as `about_Wildcards` describes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.runtime.errors.records import StatementError
from msolemu.runtime.text.wildcard import WildcardPattern, escape, has_wildcards, unescape


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("a*c", "abbc", True),
        ("a*c", "abbcd", False),
        ("A?C", "abc", True),
        ("[a-c]x", "Bx", True),
        ("[^a]", "^", True),
        ("`*", "*", True),
        ("`*", "a", False),
        ("*", "two\nlines", True),
        ("a.c", "abc", False),
    ],
)
def test_a_pattern_fits_whole_texts_and_ignores_case(pattern: str, text: str, fits: bool) -> None:
    assert WildcardPattern(pattern).matches(text) is fits


def test_case_counts_when_asked_for() -> None:
    assert not WildcardPattern("a*", ignore_case=False).matches("Abc")


@pytest.mark.parametrize("pattern", ["a[b", "[z-a]"])
def test_a_set_that_is_open_or_runs_backwards_is_refused(pattern: str) -> None:
    with pytest.raises(StatementError) as caught:
        WildcardPattern(pattern)
    assert caught.value.record.exception.message == f"The specified wildcard character pattern is not valid: {pattern}"


@given(st.text())
def test_an_escaped_text_fits_itself_and_unescapes_to_itself(text: str) -> None:
    assert WildcardPattern(escape(text)).matches(text)
    assert unescape(escape(text)) == text
    assert not has_wildcards(escape(text))


def test_a_backtick_takes_a_wildcard_literally() -> None:
    assert has_wildcards("a*")
    assert not has_wildcards("a`*")

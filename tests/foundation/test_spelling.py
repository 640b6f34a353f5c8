"""How far words are from each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.foundation.spelling import distance

WORDS = st.text("abcDE", max_size=8)


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("Get-User", "get-user", 0),
        ("Get-Usr", "Get-User", 1),
        ("Get-Usre", "Get-User", 1),
        ("Set-User", "Get-User", 1),
        ("", "Get", 3),
        ("CA", "ABC", 3),
    ],
)
def test_a_letter_put_in_left_out_changed_or_swapped_counts_one(one: str, other: str, letters: int) -> None:
    assert distance(one, other) == letters


@given(WORDS, WORDS)
def test_the_distance_is_the_same_both_ways_and_none_only_between_equals(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one.upper() == other.upper())


@given(WORDS, WORDS, st.integers(0, 8), st.sampled_from("abcDE"))
def test_one_letter_more_is_one_step(one: str, other: str, place: int, letter: str) -> None:
    longer = one[:place] + letter + one[place:]
    assert abs(distance(longer, other) - distance(one, other)) <= 1

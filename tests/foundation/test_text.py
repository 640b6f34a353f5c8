"""Inside the house text is counted in UTF-16 units, as .NET counts it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from msolemu.foundation.text import from_units, to_units


def test_a_character_outside_the_basic_plane_counts_as_two() -> None:
    assert len(to_units("😀")) == 2
    assert len(to_units("Jürgen")) == 6


def test_a_surrogate_without_its_partner_becomes_the_replacement_character() -> None:
    assert from_units("a\ud83d") == "a\ufffd"


@given(st.text())
def test_text_comes_back_as_it_went_in(text: str) -> None:
    assert from_units(to_units(text)) == text


@given(st.text())
def test_the_length_is_that_of_utf_16(text: str) -> None:
    assert len(to_units(text)) == len(text.encode("utf-16-le")) // 2

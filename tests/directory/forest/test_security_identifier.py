"""Security identifiers as text and as bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.directory.forest.security_identifier import decoded, encoded

PARTS = st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=5)


def test_an_identifier_that_a_forest_exported() -> None:
    assert decoded("AQUAAAAAAAUVAAAAofQEYqkxQ0AH5TsreAQAAA==") == "S-1-5-21-1644491937-1078145449-725345543-1144"


@pytest.mark.parametrize("value", ["", "AQU=", "%", "AQUAAAAAAAUVAAAAofQEYg=="])
def test_what_is_no_identifier(value: str) -> None:
    assert decoded(value) is None


@pytest.mark.parametrize("text", ["", "S-2-5", "ann", "S-1-x"])
def test_what_is_no_text_of_one(text: str) -> None:
    assert encoded(text) is None


@given(PARTS)
def test_text_and_bytes_are_one_thing(parts: list[int]) -> None:
    text = "-".join(["S-1-5", *map(str, parts)])
    value = encoded(text)
    assert value is not None
    assert decoded(value) == text

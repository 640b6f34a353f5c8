"""Names at the initial domain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.directory.tenant.placeholder import NoPlaceholderLeft, initial_name, placeholder
from msolemu.foundation.identifiers import RandomIds

INITIAL = "contoso.onmicrosoft.com"


def test_a_taken_number_is_drawn_again() -> None:
    first = placeholder("User@contoso.com", INITIAL, lambda name: True, RandomIds(7))
    second = placeholder("User@contoso.com", INITIAL, lambda name: name != first, RandomIds(7))
    assert first != second
    assert second.startswith("User")


def test_the_last_free_number_is_found() -> None:
    free = f"a9998@{INITIAL}"
    assert placeholder("a@contoso.com", INITIAL, lambda name: name == free, RandomIds(1)) == free


def test_without_a_free_number_there_is_none() -> None:
    with pytest.raises(NoPlaceholderLeft):
        placeholder("a@contoso.com", INITIAL, lambda name: False, RandomIds(1))


def test_a_long_prefix_leaves_room_for_the_digits() -> None:
    name = placeholder("x" * 64 + "@contoso.com", INITIAL, lambda name: True, RandomIds(1))
    assert len(name.partition("@")[0]) == 64


def test_a_free_name_at_the_initial_domain_has_no_digits() -> None:
    assert initial_name("ann", INITIAL, lambda name: True, RandomIds(1)) == f"ann@{INITIAL}"


@given(st.integers())
def test_the_digits_are_four_and_begin_with_none_that_is_zero(seed: int) -> None:
    name = placeholder("ann@contoso.com", INITIAL, lambda name: True, RandomIds(seed))
    assert 1000 <= int(name.removeprefix("ann").removesuffix(f"@{INITIAL}")) <= 9999

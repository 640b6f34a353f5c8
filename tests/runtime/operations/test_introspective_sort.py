"""The order in which .NET's sort leaves elements."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from msolemu.runtime.operations import introspective_sort
from msolemu.runtime.operations.introspective_sort import sorted_places
from tests.shell import output


@given(st.lists(st.integers(0, 9), max_size=200))
def test_every_key_is_there_once_and_in_order(keys: list[int]) -> None:
    places = sorted_places(keys)
    assert sorted(places) == list(range(len(keys)))
    assert [keys[place] for place in places] == sorted(keys)


@given(st.lists(st.integers(), min_size=4, max_size=16))
def test_few_equal_keys_keep_their_order(keys: list[int]) -> None:
    assert sorted_places(keys) == sorted(range(len(keys)), key=keys.__getitem__)


def test_a_part_that_is_divided_badly_too_often_is_sorted_by_a_heap() -> None:
    keys = random.Random(1).choices(range(9), k=50)
    sort = introspective_sort._Sort(keys)
    sort.part(0, len(keys), 0)
    assert [keys[place] for place in sort.places] == sorted(keys)


def test_of_many_equal_objects_those_in_the_middle_are_turned_around() -> None:
    assert output("(1..20 | Sort-Object { 1 }) -join ' '") == ["1 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 19 20"]
    assert output("(1..20 | Sort-Object { 1 } -Stable) -join ' '") == [" ".join(map(str, range(1, 21)))]


def test_text_beside_numbers_is_compared_as_the_left_one_has_it() -> None:
    assert output("(10, '9', 8 | Sort-Object) -join ' '") == ["8 9 10"]
    assert output("(@() | Sort-Object).Count") == ["0"]

"""Names ignore case and keep the spelling under which they were first set."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from msolemu.foundation.names import NameMap


def test_a_name_is_found_in_any_case_and_keeps_its_first_spelling() -> None:
    names = NameMap({"UserPrincipalName": 1})
    names["USERPRINCIPALNAME"] = 2
    assert names["userPrincipalName"] == 2
    assert list(names) == ["UserPrincipalName"]
    assert names.spelling("userprincipalname") == "UserPrincipalName"


def test_a_removed_name_is_gone() -> None:
    names = NameMap([("Mail", 1), ("Title", 2)])
    del names["MAIL"]
    assert "mail" not in names
    assert 5 not in names  # type: ignore[comparison-overlap]
    assert len(names) == 1
    assert repr(names) == "NameMap({'Title': 2})"


@given(st.dictionaries(st.text(min_size=1), st.integers()))
def test_iterating_gives_each_name_once_in_the_order_of_its_first_setting(pairs: dict[str, int]) -> None:
    names = NameMap(pairs)
    assert len(names) == len({name.lower() for name in pairs})
    assert [names[name] for name in names] == list(names.values())

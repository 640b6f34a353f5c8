"""Distinguished names as text (RFC 4514)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.directory.forest import distinguished_name as dn
from msolemu.directory.forest.errors import MalformedName
from msolemu.foundation.text import to_units

ANN = "CN=Ann Beck,OU=Sales,DC=contoso,DC=local"
TYPES = st.sampled_from(["CN", "OU", "DC", "uid", "2.5.4.3"])
VALUES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).map(to_units)
NAMES = st.lists(st.tuples(TYPES, VALUES), min_size=1, max_size=4)


def test_a_name_falls_into_its_parts() -> None:
    assert dn.parse(ANN) == [("CN", "Ann Beck"), ("OU", "Sales"), ("DC", "contoso"), ("DC", "local")]
    assert dn.parse("") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r"CN=Beck\, Ann", "Beck, Ann"),
        (r"CN=Beck\2C Ann", "Beck, Ann"),
        (r"CN=Z\C3\B6e", "Zöe"),
        (r"CN=\ a\ ", " a "),
        ("CN = Ann  ", "Ann"),
        (r"CN=a\\", "a\\"),
        (r"CN=Ann\0ADEL:7", "Ann\nDEL:7"),
        ("CN=a=b", "a=b"),
        ("CN=", ""),
    ],
)
def test_escapes_and_blanks_are_taken_off(text: str, value: str) -> None:
    assert dn.parse(text) == [("CN", value)]


@pytest.mark.parametrize(
    "text", ["Ann", "=Ann", "CN=Ann,", "CN=Ann,,DC=x", 'CN="Ann"', "CN=a+SN=b", "CN=a<b", "CN=a\\"]
)
def test_what_is_no_name_is_refused(text: str) -> None:
    with pytest.raises(MalformedName):
        dn.parse(text)


def test_the_own_name_is_the_first_value() -> None:
    assert dn.own_name(ANN) == "Ann Beck"
    with pytest.raises(MalformedName):
        dn.own_name("")


def test_two_spellings_are_one_name() -> None:
    assert dn.normalized("cn=ann beck, ou=SALES,DC=contoso,DC=local") == dn.normalized(ANN)
    assert dn.normalized(r"CN=Beck\, Ann") == dn.normalized(r"cn=beck\2c ann")
    assert dn.normalized("No, Name") == "no, name"


def test_the_container_stands_behind_the_first_comma_that_separates() -> None:
    assert dn.parent_of(r"CN=Beck\, Ann,OU=Sales") == "OU=Sales"
    assert dn.parent_of("DC=local") is None


def test_something_is_below_its_container() -> None:
    assert dn.is_below("cn=a,dc=b", "dc=b")
    assert dn.is_below("dc=b", "dc=b")
    assert dn.is_below("cn=a", "")
    assert not dn.is_below("cn=a,dc=bb", "c=bb")


def test_windows_shows_a_name_from_the_other_end() -> None:
    assert dn.canonical_name(r"CN=a/b,OU=Sales,DC=contoso,DC=local") == r"contoso.local/Sales/a\/b"
    assert dn.canonical_name("DC=contoso,DC=local") == "contoso.local/"
    assert dn.canonical_name("no name") == "no name"


def test_a_domain_has_a_name_of_both_kinds() -> None:
    assert dn.domain_name("contoso.local") == "DC=contoso,DC=local"
    assert dn.domain_of(ANN) == "contoso.local"


@given(NAMES)
def test_what_is_put_together_is_taken_apart_again(parts: list[tuple[str, str]]) -> None:
    assert dn.parse(dn.joined(parts)) == parts


@given(NAMES)
def test_a_normalized_name_stays_as_it_is(parts: list[tuple[str, str]]) -> None:
    once = dn.normalized(dn.joined(parts))
    assert dn.normalized(once) == once


@given(NAMES, TYPES, VALUES)
def test_a_child_has_its_container_as_parent(parts: list[tuple[str, str]], kind: str, value: str) -> None:
    container = dn.joined(parts)
    assert dn.parent_of(dn.child(kind, value, container)) == container

"""The filter language of `-Filter` as predicates."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.directory.query import And, BitsAll, Equals, Everything, GreaterOrEqual, Like, Not, Or, Predicate, Present
from msolemu.modules.activedirectory.attributes import USERS
from msolemu.modules.activedirectory.filter_language import UndefinedVariable, parse_filter
from msolemu.modules.activedirectory.filter_tokens import FilterSyntaxError

VALUES: dict[str, object] = {"name": "Ann", "true": True, "false": False}


def variable(name: str) -> object:
    if name not in VALUES:
        raise UndefinedVariable(name)
    return VALUES[name]


def parsed(query: str) -> Predicate:
    return parse_filter(query, USERS, variable)


def test_an_asterisk_is_everything() -> None:
    assert parsed(" * ") == Everything()


def test_names_of_the_module_become_attributes() -> None:
    assert parsed("Surname -eq 'Beck'") == Equals("sn", "Beck")


def test_names_of_ldap_are_taken_as_they_are() -> None:
    assert parsed("extensionAttribute7 -eq 'x'") == Equals("extensionattribute7", "x")


def test_and_binds_closer_than_or() -> None:
    found = parsed("City -eq 'a' -or City -eq 'b' -and State -eq 'c'")
    assert found == Or((Equals("l", "a"), And((Equals("l", "b"), Equals("st", "c")))))


def test_parentheses_bind_closest() -> None:
    found = parsed("(City -eq 'a' -or City -eq 'b') -and State -eq 'c'")
    assert found == And((Or((Equals("l", "a"), Equals("l", "b"))), Equals("st", "c")))


@pytest.mark.parametrize("negation", ["-not ", "!", "-NOT "])
def test_a_filter_can_be_negated(negation: str) -> None:
    assert parsed(f"{negation}(City -eq 'a')") == Not(Equals("l", "a"))


def test_like_a_lone_asterisk_asks_for_any_value() -> None:
    assert parsed("mail -like '*'") == Present("mail")
    assert parsed("mail -notlike '*'") == Not(Present("mail"))
    assert parsed("mail -like '*@contoso.com'") == Like("mail", "*@contoso.com")


def test_greater_is_greater_or_equal_and_not_equal() -> None:
    assert parsed("uSNChanged -gt 5") == And((GreaterOrEqual("usnchanged", "5"), Not(Equals("usnchanged", "5"))))


@pytest.mark.parametrize(
    ("query", "is_set"),
    [
        ("Enabled -eq $true", False),
        ("Enabled -eq 'false'", True),
        ("Enabled -ne $true", True),
        ("PasswordNeverExpires -eq $true", True),
    ],
)
def test_flags_are_bits_of_the_control_word(query: str, is_set: bool) -> None:
    bit = 0x10000 if query.startswith("Password") else 2
    expected = BitsAll("useraccountcontrol", bit)
    assert parsed(query) == (expected if is_set else Not(expected))


def test_times_are_compared_as_the_directory_writes_them() -> None:
    assert parsed("whenCreated -ge '2016-06-01 08:00'") == GreaterOrEqual("whencreated", "20160601080000.0Z")


def test_truths_of_the_directory_are_words() -> None:
    assert parsed("isDeleted -eq $true") == Equals("isdeleted", "TRUE")
    assert parsed("isDeleted -eq 'no'") == Equals("isdeleted", "FALSE")
    assert parsed("info -eq $true") == Equals("info", "TRUE")


def test_variables_are_read_from_the_session() -> None:
    assert parsed("GivenName -eq $name") == Equals("givenname", "Ann")
    assert parsed('GivenName -eq "$name"') == Equals("givenname", "Ann")


def test_a_variable_that_is_not_there_is_refused() -> None:
    with pytest.raises(UndefinedVariable):
        parsed("GivenName -eq $nobody")


@pytest.mark.parametrize(
    ("query", "position"),
    [("Name -eq", 9), ("Name", 5), ("(Name -eq 'x'", 14), ("Name -eq 'x' 'y'", 14), ("-eq 'x'", 1)],
)
def test_a_broken_filter_names_the_place(query: str, position: int) -> None:
    with pytest.raises(FilterSyntaxError) as caught:
        parsed(query)
    assert caught.value.position == position


def test_an_operator_of_powershell_that_the_filter_lacks_is_named() -> None:
    with pytest.raises(FilterSyntaxError) as caught:
        parsed("Name -match 'x'")
    assert caught.value.reason == "Operator Not supported: -match"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20))
def test_any_text_in_single_quotes_is_found_again(text: str) -> None:
    quoted = text.replace("'", "''")
    assert parsed(f"City -eq '{quoted}'") == Equals("l", text)


@given(st.text(max_size=40))
def test_no_text_breaks_the_parser(text: str) -> None:
    with contextlib.suppress(FilterSyntaxError, UndefinedVariable):
        parsed(text)

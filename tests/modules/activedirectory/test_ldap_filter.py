"""LDAP filters as predicates (RFC 4515)."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.directory.query import And, BitsAll, BitsAny, Equals, GreaterOrEqual, LessOrEqual, Like, Not, Or, Present
from msolemu.modules.activedirectory.ldap_filter import LdapFilterError, parse_ldap_filter


def test_an_equality_goes_by_the_attribute_in_lower_case() -> None:
    assert parse_ldap_filter("(sAMAccountName=abeck)") == Equals("samaccountname", "abeck")


def test_the_outer_parentheses_may_be_left_out() -> None:
    assert parse_ldap_filter("sn=Beck") == Equals("sn", "Beck")


def test_conditions_nest() -> None:
    found = parse_ldap_filter("(&(objectClass=user)(|(l=a)(!(l=b))))")
    assert found == And((Equals("objectclass", "user"), Or((Equals("l", "a"), Not(Equals("l", "b"))))))


def test_asterisks_ask_for_any_value_or_a_pattern() -> None:
    assert parse_ldap_filter("(mail=*)") == Present("mail")
    assert parse_ldap_filter("(mail=a*@contoso.com)") == Like("mail", "a*@contoso.com")


def test_order_is_compared() -> None:
    assert parse_ldap_filter("(uSNChanged>=7)") == GreaterOrEqual("usnchanged", "7")
    assert parse_ldap_filter("(uSNChanged<=7)") == LessOrEqual("usnchanged", "7")


def test_the_rules_of_the_directory_compare_bits() -> None:
    assert parse_ldap_filter("(userAccountControl:1.2.840.113556.1.4.803:=2)") == BitsAll("useraccountcontrol", 2)
    assert parse_ldap_filter("(userAccountControl:1.2.840.113556.1.4.804:=6)") == BitsAny("useraccountcontrol", 6)


def test_escaped_bytes_are_characters() -> None:
    assert parse_ldap_filter(r"(cn=a\28b\29\c3\a4)") == Equals("cn", "a(b)ä")


@pytest.mark.parametrize("text", ["", "(", "(cn=a", "(&)", "(cn=a))", "(cn:1.2.3:=4)", "cn"])
def test_what_is_no_filter_is_refused(text: str) -> None:
    with pytest.raises(LdapFilterError):
        parse_ldap_filter(text)


@given(st.text(max_size=40))
def test_no_text_breaks_the_parser(text: str) -> None:
    with contextlib.suppress(LdapFilterError):
        parse_ldap_filter(text)

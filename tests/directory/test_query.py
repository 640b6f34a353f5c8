"""Predicates over the attributes of an object."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.directory.query import (
    And,
    BitsAll,
    BitsAny,
    Equals,
    Everything,
    GreaterOrEqual,
    LessOrEqual,
    Like,
    Not,
    Or,
    Predicate,
    Present,
    holds,
    required_values,
)

ANN = {
    "name": ("Ann Beck",),
    "proxyaddresses": ("SMTP:ann@contoso.com", "smtp:beck@contoso.com"),
    "useraccountcontrol": ("514",),
    "grouptype": ("-2147483646",),
    "usnchanged": ("99",),
    "whenchanged": ("20160601080000.0Z",),
}


def fits(predicate: Predicate) -> bool:
    return holds(predicate, lambda attribute: ANN.get(attribute, ()))


@pytest.mark.parametrize(
    "predicate",
    [
        Everything(),
        Equals("name", "ANN beck"),
        Equals("proxyaddresses", "smtp:BECK@contoso.com"),
        Like("name", "ann*"),
        Like("name", "*N*B*"),
        Like("proxyaddresses", r"smtp\3aann*"),
        Present("name"),
        Not(Present("title")),
        Not(Equals("title", "x")),
        GreaterOrEqual("usnchanged", "9"),
        LessOrEqual("usnchanged", "100"),
        GreaterOrEqual("whenchanged", "20160101000000.0Z"),
        LessOrEqual("name", "b"),
        BitsAll("useraccountcontrol", 2),
        BitsAny("useraccountcontrol", 3),
        BitsAll("grouptype", 0x80000000),
        And((Equals("name", "ann beck"), Present("usnchanged"))),
        Or((Present("title"), Present("name"))),
        And(()),
    ],
)
def test_holds(predicate: Predicate) -> None:
    assert fits(predicate)


@pytest.mark.parametrize(
    "predicate",
    [
        Not(Everything()),
        Equals("name", "Ann"),
        Equals("title", ""),
        Like("name", "nn"),
        Like("name", "a?n*"),
        GreaterOrEqual("usnchanged", "100"),
        LessOrEqual("usnchanged", "9"),
        BitsAll("useraccountcontrol", 3),
        BitsAny("useraccountcontrol", 1),
        BitsAny("name", 1),
        And((Present("name"), Present("title"))),
        Or(()),
    ],
)
def test_does_not_hold(predicate: Predicate) -> None:
    assert not fits(predicate)


def test_what_every_hit_must_equal_can_start_a_search() -> None:
    name, mail = Equals("name", "a"), Equals("mail", "b")
    assert required_values(And((name, Not(mail), And((mail, Present("x")))))) == [name, mail]
    assert required_values(Or((name, mail))) == []


@given(st.text(max_size=20).filter(lambda text: "*" not in text and "\\" not in text))
def test_a_pattern_without_asterisk_is_an_equality(text: str) -> None:
    assert holds(Like("x", text), lambda _: (text,))
    assert holds(Like("x", f"*{text}*"), lambda _: (f"before {text} after",))

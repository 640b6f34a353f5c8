"""Numbers read under cultures and styles."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.runtime.numeric.number_format import format_number
from msolemu.runtime.numeric.number_styles import CURRENCY, HEXADECIMAL, NUMBER, PARENTHESES, parse_number
from msolemu.runtime.numeric.numbers import NumberError
from msolemu.runtime.text.culture import EN_US, find_culture
from msolemu.runtime.values.objects import BigInteger, Byte, Single, Value

MONEY, HEX, BITS = 383, 515, 1027


@pytest.mark.parametrize(
    ("text", "cls", "styles", "value"),
    [
        (" 12 ", int, None, 12),
        ("-12", int, None, -12),
        ("1e3", float, None, 1000.0),
        ("1,234.5", float, None, 1234.5),
        (".5", float, None, 0.5),
        ("-∞", float, None, -math.inf),
        ("1,234.50", Decimal, None, Decimal("1234.50")),
        ("12-", Decimal, NUMBER, Decimal(-12)),
        ("1,000", int, NUMBER, 1000),
        ("(20.00)", Decimal, MONEY, Decimal("-20.00")),
        ("-$5", int, MONEY, -5),
        ("$ 5", int, MONEY, 5),
        ("5.0", int, NUMBER, 5),
        ("ff", int, HEX, 255),
        ("FFFFFFFF", int, HEX, -1),
        ("FF", Byte, HEX, 255),
        ("101", int, BITS, 5),
        ("FF", BigInteger, HEX, -1),
        ("123456789012345678901234567890", BigInteger, None, 123456789012345678901234567890),
    ],
)
def test_a_text_that_is_a_number(text: str, cls: type, styles: int | None, value: Value) -> None:
    found = parse_number(text, cls, styles)
    assert (found, type(found)) == (value, cls)


@pytest.mark.parametrize(
    ("text", "cls", "styles", "message"),
    [
        ("", int, None, "The input string '' was not in a correct format."),
        ("1.5", int, None, "The input string '1.5' was not in a correct format."),
        ("1.5", int, NUMBER, "Value was either too large or too small for an Int32."),
        ("3000000000", int, None, "Value was either too large or too small for an Int32."),
        ("x", BigInteger, None, "The value could not be parsed."),
        ("(5", int, PARENTHESES, "The input string '(5' was not in a correct format."),
        ("xyz", int, HEXADECIMAL, "The input string 'xyz' was not in a correct format."),
        ("1FFFFFFFF", int, HEX, "Value was either too large or too small for an Int32."),
        ("5 ", int, CURRENCY, "The input string '5 ' was not in a correct format."),
    ],
)
def test_a_text_that_is_none_says_so(text: str, cls: type, styles: int | None, message: str) -> None:
    with pytest.raises(NumberError) as raised:
        parse_number(text, cls, styles)
    assert str(raised.value) == message


def test_not_a_number_is_read() -> None:
    assert math.isnan(parse_number("nan", Single))


@given(st.sampled_from(["en-US", "de-DE", "fr-FR", "sv-SE", ""]), st.decimals(-(10**9), 10**9, places=2))
def test_what_a_culture_writes_it_reads(name: str, number: Decimal) -> None:
    culture = find_culture(name) or EN_US
    assert parse_number(format_number(number, "N2", culture), Decimal, None, culture) == number

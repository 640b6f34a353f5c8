"""Numbers as they are written: their type and value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from msolemu.language import syntax
from msolemu.language.operators import NumberKind
from tests.language.judged import errors, expression

NUMBERS: list[tuple[str, object, NumberKind]] = [
    ("0", 0, NumberKind.INT32),
    ("2147483647", 2147483647, NumberKind.INT32),
    ("2147483648", 2147483648, NumberKind.INT64),
    ("-2147483648", -2147483648, NumberKind.INT32),
    ("9223372036854775808", Decimal(9223372036854775808), NumberKind.DECIMAL),
    ("1" + "0" * 30, 1e30, NumberKind.DOUBLE),
    ("1l", 1, NumberKind.INT64),
    ("1u", 1, NumberKind.UINT32),
    ("4294967296u", 4294967296, NumberKind.UINT64),
    ("1ul", 1, NumberKind.UINT64),
    ("1s", 1, NumberKind.INT16),
    ("1us", 1, NumberKind.UINT16),
    ("1y", 1, NumberKind.SBYTE),
    ("1uy", 1, NumberKind.BYTE),
    ("1n", 1, NumberKind.BIGINTEGER),
    ("1d", Decimal(1), NumberKind.DECIMAL),
    ("1.5d", Decimal("1.5"), NumberKind.DECIMAL),
    ("-1.5d", Decimal("-1.5"), NumberKind.DECIMAL),
    ("1.5", 1.5, NumberKind.DOUBLE),
    (".5", 0.5, NumberKind.DOUBLE),
    ("1.", 1.0, NumberKind.DOUBLE),
    ("1e3", 1000.0, NumberKind.DOUBLE),
    ("1e\u20133", 0.001, NumberKind.DOUBLE),
    ("1.5kb", 1536.0, NumberKind.DOUBLE),
    ("1.6l", 2, NumberKind.INT64),
    ("2.5u", 2, NumberKind.UINT32),
    ("1e3n", 1000, NumberKind.BIGINTEGER),
    ("1kb", 1024, NumberKind.INT32),
    ("1mb", 1 << 20, NumberKind.INT32),
    ("4gb", 1 << 32, NumberKind.INT64),
    ("1tb", 1 << 40, NumberKind.INT64),
    ("1pb", 1 << 50, NumberKind.INT64),
    ("0x10", 16, NumberKind.INT32),
    ("0x", 0, NumberKind.INT32),
    ("0xFFFFFFFF", -1, NumberKind.INT32),
    ("0xFFFFFFFFu", 4294967295, NumberKind.UINT32),
    ("0xFFFFFFFFFFFFFFFF", -1, NumberKind.INT64),
    ("0xFFFFFFFFFFFFFFFFu", (1 << 64) - 1, NumberKind.UINT64),
    ("0x0000000000000001", 1, NumberKind.INT64),
    ("0xFFy", -1, NumberKind.SBYTE),
    ("0xFFFFs", -1, NumberKind.INT16),
    ("0xFFl", 255, NumberKind.INT64),
    ("0b101", 5, NumberKind.INT32),
    ("0b11111111", -1, NumberKind.INT32),
    ("0b11111111u", 255, NumberKind.UINT32),
    ("0b" + "1" * 64, -1, NumberKind.INT64),
    ("-0x10", -16, NumberKind.INT32),
    ("+5", 5, NumberKind.INT32),
]


@pytest.mark.parametrize(("text", "value", "kind"), NUMBERS, ids=[text for text, *_ in NUMBERS])
def test_a_number_has_the_type_that_powershell_gives_it(text: str, value: object, kind: NumberKind) -> None:
    found = expression(text)
    assert isinstance(found, syntax.Constant)
    assert (found.value, found.kind) == (value, kind)


@pytest.mark.parametrize(
    "text", ["1..300y", "1..40000s", "1..3e9uy", "1..1e40d", "1..0x1FFFFFFFFFFFFFFFFF", "1..1e999l", "1.." + "9" * 400]
)
def test_a_number_too_big_for_its_type_is_none(text: str) -> None:
    assert errors(text) == [f"BadNumericConstant 3-{len(text)}"]

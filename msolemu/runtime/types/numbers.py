"""The numeric types: Int32 and its kin, Double, Single, Decimal, BigInteger."""

from __future__ import annotations

import enum
import math
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from msolemu.runtime.errors.net_errors import argument_error, format_error, null_argument, out_of_range, overflow
from msolemu.runtime.numeric.number_styles import parse_number
from msolemu.runtime.numeric.numbers import NumberError
from msolemu.runtime.text.culture import culture_of
from msolemu.runtime.types import number_math  # noqa: F401  declares the arithmetic of the types
from msolemu.runtime.types.convertible import implement_conversions
from msolemu.runtime.types.declaring import constants, constructor, method, static
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import known_class, known_type
from msolemu.runtime.values import objects
from msolemu.runtime.values.enumerations import number_of
from msolemu.runtime.values.objects import INTEGER_RANGES, BigInteger, Single, Value
from msolemu.runtime.values.references import Reference

NOT_A_NUMBER = float("nan")


def _declare(cls: type, kind: NetType) -> None:
    own = kind.display_name

    def to_string(value: Value, directive: str | None = None, culture: Value = None) -> str:
        from msolemu.runtime.text.text_operators import format_value

        return format_value(value, directive) if culture is None else format_value(value, directive, culture)

    def compare_to(value: Value, other: Value) -> int:
        if other is None:
            return 1
        if type(other) is not cls:
            raise argument_error(f"Object must be of type {kind.name}.")
        return int(value > other) - int(value < other)

    method(kind, "string ToString()", "string ToString(string format)")(to_string)
    method(kind, "string ToString(System.IFormatProvider provider)")(
        lambda value, culture: to_string(value, None, culture)
    )
    method(kind, "string ToString(string format, System.IFormatProvider provider)")(to_string)
    method(kind, "int CompareTo(System.Object value)", f"int CompareTo({own} value)")(compare_to)
    method(kind, "bool Equals(System.Object obj)", f"bool Equals({own} obj)")(
        lambda value, other: type(other) is cls and (value == other or (value != value and other != other))  # noqa: PLR0124  NaN equals itself here
    )
    _declare_parsing(cls, kind)
    if cls is not BigInteger:
        implement_conversions(kind)
        method(kind, "System.TypeCode GetTypeCode()")(lambda value: _type_code(kind.name))


def _type_code(name: str) -> Any:
    from msolemu.runtime.types.enumerations import member

    return member("System.TypeCode", name)


def _declare_parsing(cls: type, kind: NetType) -> None:
    name = kind.display_name

    def read(text: str, rules: Sequence[Value]) -> Value:
        styles = next((number_of(rule) for rule in rules if isinstance(rule, enum.Enum)), None)
        provider = next((rule for rule in rules if rule is not None and not isinstance(rule, enum.Enum)), None)
        return parse_number(text, cls, styles, culture_of(provider))

    def parse(text: str | None, *rules: Value) -> Value:
        if text is None:
            raise null_argument("s")
        try:
            return read(text, rules)
        except NumberError as error:
            raise (overflow if "too" in str(error) else format_error)(str(error)) from None

    def try_parse(text: str | None, *rest: Any) -> bool:
        result: Reference = rest[-1]
        try:
            result.value = read(text or "", rest[:-1])
        except NumberError:
            result.value = cls(0)
            return False
        return True

    static(
        kind,
        f"{name} Parse(string s)",
        f"{name} Parse(string s, System.Globalization.NumberStyles style)",
        f"{name} Parse(string s, System.IFormatProvider provider)",
        f"{name} Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)",
    )(parse)
    static(
        kind,
        f"bool TryParse(string s, [ref] {name} result)",
        f"bool TryParse(string s, System.IFormatProvider provider, [ref] {name} result)",
        f"bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, "
        f"[ref] {name} result)",
    )(try_parse)


for _class in (*INTEGER_RANGES, BigInteger, float, Single, Decimal):
    _kind = known_class(_class)
    assert _kind is not None
    _declare(_class, _kind)
    if _class in INTEGER_RANGES:
        _low, _high = INTEGER_RANGES[_class]
        constants(_kind, MinValue=_class(_low), MaxValue=_class(_high))

_DOUBLE, _SINGLE, _DECIMAL, _BIG = (
    known_type(f"System.{_name}") for _name in ("Double", "Single", "Decimal", "Numerics.BigInteger")
)
constants(
    _DOUBLE,
    MinValue=-1.7976931348623157e308,
    MaxValue=1.7976931348623157e308,
    Epsilon=5e-324,
    NaN=NOT_A_NUMBER,
    PositiveInfinity=math.inf,
    NegativeInfinity=-math.inf,
)
constants(
    _SINGLE,
    MinValue=Single(-3.4028234663852886e38),
    MaxValue=Single(3.4028234663852886e38),
    Epsilon=Single(1.401298464324817e-45),
    NaN=Single(NOT_A_NUMBER),
    PositiveInfinity=Single(math.inf),
    NegativeInfinity=Single(-math.inf),
)
_LARGEST = Decimal("79228162514264337593543950335")
constants(_DECIMAL, MinValue=-_LARGEST, MaxValue=_LARGEST, Zero=Decimal(0), One=Decimal(1), MinusOne=Decimal(-1))
constants(_BIG, Zero=BigInteger(0), One=BigInteger(1), MinusOne=BigInteger(-1))

_TESTS: dict[str, Callable[[float], bool]] = {
    "IsNaN": math.isnan,
    "IsInfinity": math.isinf,
    "IsPositiveInfinity": lambda value: value == math.inf,
    "IsNegativeInfinity": lambda value: value == -math.inf,
    "IsFinite": math.isfinite,
}
for _name, _test in _TESTS.items():
    static(_DOUBLE, f"bool {_name}(double d)")(_test)
    static(_SINGLE, f"bool {_name}(float f)")(_test)


@static(_BIG, "bigint Pow(bigint value, int exponent)")
def power(value: int, exponent: int) -> BigInteger:
    """A whole power."""
    if exponent < 0:
        raise out_of_range("The number must be greater than or equal to zero.", "exponent")
    return BigInteger(int(value) ** exponent)


@static(_BIG, "bigint GreatestCommonDivisor(bigint left, bigint right)")
def common_divisor(left: int, right: int) -> BigInteger:
    """The greatest common divisor."""
    return BigInteger(math.gcd(int(left), int(right)))


@static(_DECIMAL, "int[] GetBits(decimal d)")
def get_bits(value: Decimal) -> Value:
    """The four parts of a decimal's representation."""
    sign, digits, exponent = value.as_tuple()
    number = int("".join(map(str, digits)))
    flags = (-int(exponent) << 16) | (sign << 31)
    parts = [number & 0xFFFFFFFF, number >> 32 & 0xFFFFFFFF, number >> 64 & 0xFFFFFFFF, flags]
    kind = known_type("System.Int32")
    return objects.TypedArray([part - (1 << 32 if part & 0x80000000 else 0) for part in parts], kind)


constructor(_DECIMAL, "decimal(int value)", "decimal(double value)")(Decimal)


def _integral(value: float) -> BigInteger:
    if not math.isfinite(value):
        raise overflow(f"BigInteger cannot represent {'NaN' if math.isnan(value) else 'infinity'}.")
    return BigInteger(int(value))


constructor(_BIG, "bigint(int value)", "bigint(long value)", "bigint(double value)")(_integral)

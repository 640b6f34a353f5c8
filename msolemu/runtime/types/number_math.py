"""The arithmetic that every numeric type has as static members: `[int]::Max`, `[double]::Sqrt`, `[bigint]::ModPow`."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from msolemu.runtime.errors.net_errors import NetError, argument_error, overflow
from msolemu.runtime.numeric.numbers import OVERFLOW, NumberError, cast_number, make_integer
from msolemu.runtime.operations import arithmetic
from msolemu.runtime.operations.comparison import try_compare
from msolemu.runtime.types.declaring import constants, constructor, method, static, typed_property
from msolemu.runtime.types.mathematics import MATH, remainder
from msolemu.runtime.types.net_type import Method, NetType
from msolemu.runtime.types.registry import known_class, known_type
from msolemu.runtime.types.tuples import tuple_of
from msolemu.runtime.values.objects import INTEGER_RANGES, BigInteger, Byte, Int64, Single, TypedArray, Value
from msolemu.runtime.values.references import Reference

DOUBLE, SINGLE, DECIMAL, BIG = (
    known_type(f"System.{_name}") for _name in ("Double", "Single", "Decimal", "Numerics.BigInteger")
)
DIVIDED_BY_ZERO = "Attempted to divide by zero."


def _integer_kinds() -> Iterator[tuple[type, NetType, int]]:
    """The integer types with the number of their bits; a BigInteger has no end."""
    for cls, (low, high) in INTEGER_RANGES.items():
        kind = known_class(cls)
        assert kind is not None
        yield cls, kind, (high - low).bit_length()
    yield BigInteger, BIG, 0


def _clamp(value: Any, low: Any, high: Any) -> Value:
    if low > high:
        raise argument_error(f"'{low}' cannot be greater than {high}.")
    return min(max(value, low), high)


def _quotient(cls: Callable[[int], Value]) -> Callable[[int, int], Value]:
    def divide(left: int, right: int) -> Value:
        if not right:
            raise NetError("System.DivideByZeroException", DIVIDED_BY_ZERO)
        whole = abs(int(left)) // abs(int(right)) * (1 if (left < 0) == (right < 0) else -1)
        return tuple_of("ValueTuple", cls(whole), cls(int(left) - whole * int(right)))

    return divide


def _declare_shared(kind: NetType) -> None:
    """What all numbers have; a result has the type of the number."""
    own = kind.display_name
    static(kind, f"{own} Max({own} x, {own} y)")(max)
    static(kind, f"{own} Min({own} x, {own} y)")(min)
    static(kind, f"{own} MaxMagnitude({own} x, {own} y)")(lambda one, other: max(one, other, key=abs))
    static(kind, f"{own} MinMagnitude({own} x, {own} y)")(lambda one, other: min(one, other, key=abs))
    static(kind, f"{own} Clamp({own} value, {own} min, {own} max)")(_clamp)
    static(kind, f"int Sign({own} value)")(lambda value: (value > 0) - (value < 0))
    static(kind, f"bool IsNegative({own} value)")(lambda value: math.copysign(1, value) < 0)
    static(kind, f"bool IsPositive({own} value)")(lambda value: math.copysign(1, value) > 0)
    static(kind, f"bool IsEvenInteger({own} value)")(lambda value: value % 2 == 0)
    static(kind, f"bool IsOddInteger({own} value)")(lambda value: value % 2 == 1)
    static(kind, f"{own} CreateChecked(System.Object value)")(lambda value: _created(kind.python, value))
    static(kind, f"{own} CreateSaturating(System.Object value)")(lambda value: _created(kind.python, value, _nearest))
    static(kind, f"{own} CreateTruncating(System.Object value)")(lambda value: _created(kind.python, value, _cut))


def _created(cls: Any, value: Value, fit: Callable[[int, int, int], int] = lambda number, low, high: number) -> Value:
    """A number as one of another type, its fraction cut off and brought into range."""
    if cls not in INTEGER_RANGES:
        return cast_number(value, cls)
    try:
        return make_integer(cls, fit(math.trunc(value), *INTEGER_RANGES[cls]))
    except (NumberError, OverflowError, ValueError):
        raise overflow(OVERFLOW) from None


def _nearest(number: int, low: int, high: int) -> int:
    return min(max(number, low), high)


def _cut(number: int, low: int, high: int) -> int:
    return (number - low) % (high - low + 1) + low


def _declare_integer(cls: Any, kind: NetType, bits: int) -> None:
    own = kind.display_name
    mask = (1 << bits) - 1

    def unsigned(value: int) -> int:
        return int(value) & mask if bits else int(value)

    def wrapped(value: int) -> Value:
        return cls(value - (1 << bits) if INTEGER_RANGES[cls][0] < 0 and value >> (bits - 1) else value)

    def turned(value: int, places: int) -> Value:
        whole, places = unsigned(value), places % bits
        return wrapped((whole << places | whole >> (bits - places)) & mask)

    def absolute(value: int) -> Value:
        if bits and value == INTEGER_RANGES[cls][0] and value < 0:
            raise overflow("Negating the minimum value of a twos complement number is invalid.")
        return cls(abs(value))

    def zeros_behind(value: int) -> Value:
        whole = unsigned(value)
        return cls((whole & -whole).bit_length() - 1 if whole else bits)

    _declare_shared(kind)
    static(kind, f"{own} Abs({own} value)")(absolute)
    static(kind, f"{own} CopySign({own} value, {own} sign)")(
        lambda value, sign: cls(abs(value) * (-1 if sign < 0 else 1))
    )
    static(kind, f"bool IsPow2({own} value)")(lambda value: value > 0 and not int(value) & int(value) - 1)
    static(kind, f"{own} Log2({own} value)")(lambda value: cls(max(int(value).bit_length() - 1, 0)))
    static(kind, f"{own} PopCount({own} value)")(lambda value: cls(unsigned(value).bit_count()))
    static(kind, f"{own} TrailingZeroCount({own} value)")(zeros_behind)
    static(kind, f"System.ValueTuple DivRem({own} left, {own} right)")(_quotient(cls))
    if bits:
        static(kind, f"{own} LeadingZeroCount({own} value)")(lambda value: cls(bits - unsigned(value).bit_length()))
        static(kind, f"{own} RotateLeft({own} value, int rotateAmount)")(turned)
        static(kind, f"{own} RotateRight({own} value, int rotateAmount)")(lambda value, places: turned(value, -places))
        static(MATH, f"System.ValueTuple DivRem({own} left, {own} right)")(_quotient(cls))


for _class, _kind, _bits in _integer_kinds():
    _declare_integer(_class, _kind, _bits)


# real numbers: what System.Math has, and some more

_FROM_MATH = (
    *("Acos", "Acosh", "Asin", "Asinh", "Atan", "Atan2", "Atanh", "BitDecrement", "BitIncrement", "Cbrt", "Ceiling"),
    *("CopySign", "Cos", "Cosh", "Exp", "Floor", "FusedMultiplyAdd", "ILogB", "Log", "Log10", "Log2", "Pow", "ScaleB"),
    *("Sin", "SinCos", "Sinh", "Sqrt", "Tan", "Tanh", "Truncate", "Abs", "Round"),
)
_MORE: dict[str, tuple[str, Callable[..., Any]]] = {
    "DegreesToRadians": ("degrees", math.radians),
    "RadiansToDegrees": ("radians", math.degrees),
    "Exp2": ("x", lambda value: 2.0**value),
    "Exp10": ("x", lambda value: 10.0**value),
    "ExpM1": ("x", math.expm1),
    "LogP1": ("x", math.log1p),
    "Exp2M1": ("x", lambda value: 2.0**value - 1),
    "Exp10M1": ("x", lambda value: 10.0**value - 1),
    "Log2P1": ("x", lambda value: math.log2(value + 1)),
    "Log10P1": ("x", lambda value: math.log10(value + 1)),
    "SinPi": ("x", lambda value: math.sin(math.pi * math.remainder(value, 2)) if value % 1 else 0.0),
    "CosPi": ("x", lambda value: math.cos(math.pi * math.remainder(value, 2)) if value % 1 != 0.5 else 0.0),
    "TanPi": ("x", lambda value: math.tan(math.pi * math.remainder(value, 1)) if value % 1 else 0.0),
    "AsinPi": ("x", lambda value: math.asin(value) / math.pi),
    "AcosPi": ("x", lambda value: math.acos(value) / math.pi),
    "AtanPi": ("x", lambda value: math.atan(value) / math.pi),
    "ReciprocalEstimate": ("x", lambda value: 1 / value if value else math.copysign(math.inf, value)),
    "ReciprocalSqrtEstimate": ("x", lambda value: 1 / math.sqrt(value) if value else math.inf),
}
_TESTS: dict[str, Callable[[float], bool]] = {
    "IsInteger": lambda value: math.isfinite(value) and value == int(value),
    "IsRealNumber": lambda value: not math.isnan(value),
    "IsNormal": lambda value: math.isfinite(value) and abs(value) >= 2.2250738585072014e-308,
    "IsSubnormal": lambda value: 0 < abs(value) < 2.2250738585072014e-308,
    "IsPow2": lambda value: value > 0 and math.frexp(value)[0] == 0.5,
}
for _kind in (DOUBLE, SINGLE):
    _declare_shared(_kind)
    for _name, _test in _TESTS.items():
        static(_kind, f"bool {_name}({_kind.display_name} d)")(_test)


def _take_from_math(kind: NetType, names: Iterable[str]) -> None:
    """Give a type the functions of System.Math whose arguments it, or a whole number, can be."""
    fitting = {kind.display_name, "int", "System.MidpointRounding"}
    for name in names:
        found = MATH.static(name.lower())
        assert isinstance(found, Method)
        for overload in found.overloads:
            types = {parameter.type_name for parameter in overload.signature.parameters}
            if kind.display_name in types and types <= fitting:
                kind.add_static(overload.signature, overload.call)


_take_from_math(DOUBLE, _FROM_MATH)
_take_from_math(DECIMAL, ("Abs", "Ceiling", "Floor", "Round", "Truncate"))
for _name, (_parameter_name, _call) in _MORE.items():
    static(DOUBLE, f"double {_name}(double {_parameter_name})")(_call)
for _name, _choose in (("MaxNumber", max), ("MinNumber", min)):
    static(DOUBLE, f"double {_name}(double x, double y)")(
        lambda one, other, choose=_choose: (
            one if math.isnan(other) else other if math.isnan(one) else choose(one, other)
        )
    )
static(DOUBLE, "double Ieee754Remainder(double left, double right)")(remainder)
static(DOUBLE, "double Atan2Pi(double y, double x)")(lambda y, x: math.atan2(y, x) / math.pi)
static(DOUBLE, "double Hypot(double x, double y)")(math.hypot)
static(DOUBLE, "double Lerp(double value1, double value2, double amount)")(
    lambda one, other, amount: one * (1 - amount) + other * amount
)
static(DOUBLE, "double RootN(double x, int n)")(
    lambda value, degree: math.copysign(abs(value) ** (1 / degree), value if degree % 2 else 1)
)
constants(DOUBLE, E=math.e, Pi=math.pi, Tau=math.tau, NegativeZero=-0.0)
constants(SINGLE, E=Single(math.e), Pi=Single(math.pi), Tau=Single(math.tau), NegativeZero=Single(-0.0))


# decimals


def _scale(value: Decimal) -> Byte:
    return Byte(max(-int(value.as_tuple().exponent), 0))


_declare_shared(DECIMAL)
for _name, _operation in (
    ("Add", arithmetic.add),
    ("Subtract", arithmetic.subtract),
    ("Multiply", arithmetic.multiply),
    ("Divide", arithmetic.divide),
    ("Remainder", arithmetic.remainder),
):
    static(DECIMAL, f"decimal {_name}(decimal d1, decimal d2)")(_operation)
    static(BIG, f"bigint {_name}(bigint left, bigint right)")(_operation)
for _kind, _own in ((DECIMAL, "decimal"), (BIG, "bigint")):
    static(_kind, f"{_own} Negate({_own} value)")(arithmetic.negate)
    static(_kind, f"int Compare({_own} left, {_own} right)")(lambda one, other: try_compare(one, other) or 0)
static(DECIMAL, "bool IsInteger(decimal value)")(lambda value: value == int(value))
static(DECIMAL, "bool IsCanonical(decimal value)")(
    lambda value: value.as_tuple().exponent == value.normalize().as_tuple().exponent
)
static(DECIMAL, "decimal CopySign(decimal value, decimal sign)")(lambda value, sign: value.copy_sign(sign))
static(DECIMAL, "bool Equals(decimal d1, decimal d2)")(lambda one, other: one == other)
static(DECIMAL, "long ToOACurrency(decimal value)")(lambda value: Int64(int((value * 10000).to_integral_value())))
static(DECIMAL, "decimal FromOACurrency(long cy)")(lambda number: Decimal(int(number)).scaleb(-4).normalize() + 0)
typed_property(DECIMAL, "byte", "Scale", _scale)
for _name in ("Byte", "SByte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Double", "Single"):
    _target = known_type(f"System.{_name}")

    @static(DECIMAL, f"{_target.display_name} To{_name}(decimal value)")
    def to_number(value: Decimal, target: NetType = _target) -> Value:
        """The number as another type, its fraction cut off."""
        from msolemu.runtime.casting.conversion import convert

        return convert(value if target in (DOUBLE, SINGLE) else Decimal(int(value)), target)


@constructor(DECIMAL, "decimal(int lo, int mid, int hi, bool isNegative, byte scale)")
def decimal_of_parts(low: int, middle: int, high: int, negative: bool, scale: int) -> Decimal:
    """A decimal by the parts of its representation."""
    number = (high & 0xFFFFFFFF) << 64 | (middle & 0xFFFFFFFF) << 32 | (low & 0xFFFFFFFF)
    return Decimal(-number if negative else number).scaleb(-int(scale))


@constructor(DECIMAL, "decimal(int[] bits)")
def decimal_of_bits(bits: list[int]) -> Decimal:
    """A decimal by the four numbers of its representation."""
    low, middle, high, flags = bits
    return decimal_of_parts(low, middle, high, flags < 0, flags >> 16 & 0xFF)


# big integers

for _name, _read in (
    ("IsZero", lambda value: value == 0),
    ("IsOne", lambda value: value == 1),
    ("IsEven", lambda value: value % 2 == 0),
    ("IsPowerOfTwo", lambda value: value > 0 and not int(value) & int(value) - 1),
):
    typed_property(BIG, "bool", _name, _read)
method(BIG, "int GetByteCount()", "int GetByteCount(bool isUnsigned)")(
    lambda value, unsigned=False: max((int(value if value >= 0 else ~value).bit_length() + (not unsigned) + 7) // 8, 1)
)
typed_property(BIG, "int", "Sign", lambda value: (value > 0) - (value < 0))
method(BIG, "long GetBitLength()")(lambda value: (int(value) if value >= 0 else ~int(value)).bit_length())


@method(BIG, "byte[] ToByteArray()", "byte[] ToByteArray(bool isUnsigned, bool isBigEndian)")
def to_bytes(value: int, unsigned: bool = False, big_endian: bool = False) -> TypedArray:
    """The bytes of the number, the lowest first unless told otherwise."""
    from msolemu.runtime.types.convert import octets

    if unsigned and value < 0:
        raise overflow("Negative values do not have an unsigned representation.")
    whole = int(value)
    bits = (whole if whole >= 0 else ~whole).bit_length() + (not unsigned)
    return octets(whole.to_bytes(max((bits + 7) // 8, 1), "big" if big_endian else "little", signed=not unsigned))


@constructor(BIG, "bigint(byte[] value)")
def of_bytes(content: list[int]) -> BigInteger:
    """A number by its bytes, the lowest first."""
    return BigInteger(int.from_bytes(bytes(content), "little", signed=True))


@static(BIG, "bigint ModPow(bigint value, bigint exponent, bigint modulus)")
def power_within(value: int, exponent: int, modulus: int) -> BigInteger:
    """The remainder of a power; it has the sign of the power."""
    if not modulus:
        raise NetError("System.DivideByZeroException", DIVIDED_BY_ZERO)
    found = pow(abs(int(value)), int(exponent), abs(int(modulus)))
    return BigInteger(-found if value < 0 and exponent % 2 else found)


@static(BIG, "bigint DivRem(bigint dividend, bigint divisor, [ref] bigint remainder)")
def divided(left: int, right: int, remainder: Reference) -> Value:
    """The quotient; the reference gets what is left."""
    quotient, remainder.value = _quotient(BigInteger)(left, right).items
    return quotient


@static(BIG, "double Log(bigint value)", "double Log(bigint value, double baseValue)")
def logarithm(value: int, base: float = math.e) -> float:
    """The logarithm."""
    return math.log(int(value)) / math.log(base) if value > 0 else math.nan if value else -math.inf


static(BIG, "double Log10(bigint value)")(lambda value: math.log10(int(value)) if value > 0 else math.nan)

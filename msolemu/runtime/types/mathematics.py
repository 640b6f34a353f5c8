"""System.Math. What it shares with the numeric types themselves stands in `number_math`."""

from __future__ import annotations

import enum
import math
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import Any

from msolemu.runtime.errors.net_errors import NetError, argument_error, out_of_range, overflow
from msolemu.runtime.types.declaring import constants, static
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import INTEGER_RANGES, Int64, Value
from msolemu.runtime.values.references import Reference

MATH = known_type("System.Math")
constants(MATH, PI=math.pi, E=math.e, Tau=math.tau)
MOST_PLACES = 15
MOST_DECIMAL_PLACES = 28
ROUNDINGS = {
    "ToEven": ROUND_HALF_EVEN,
    "AwayFromZero": ROUND_HALF_UP,
    "ToZero": ROUND_DOWN,
    "ToNegativeInfinity": ROUND_FLOOR,
    "ToPositiveInfinity": ROUND_CEILING,
}
_SIGNED = ("sbyte", "int16", "int", "long", "float", "double", "decimal")
_ALL = ("sbyte", "byte", "int16", "uint16", "int", "uint", "long", "ulong", "float", "double", "decimal")


def _shared(name: str, types: tuple[str, ...], call: Callable[..., Value], *names: str) -> None:
    """A function with an overload for each type; it gives a number of that type."""
    for kind in types:
        listed = ", ".join(f"{kind} {parameter}" for parameter in names)
        static(MATH, f"{kind} {name}({listed})")(call)


def _absolute(value: Any) -> Value:
    if type(value) in INTEGER_RANGES and value == INTEGER_RANGES[type(value)][0] and value < 0:
        raise overflow("Negating the minimum value of a twos complement number is invalid.")
    return type(value)(abs(value))


def _least(one: Any, other: Any) -> Value:
    return one if one <= other or one != one else other  # noqa: PLR0124  NaN wins


def _greatest(one: Any, other: Any) -> Value:
    return one if one >= other or one != one else other  # noqa: PLR0124  NaN wins


def _clamp(value: Any, low: Any, high: Any) -> Value:
    if low > high:
        raise argument_error(f"'{low}' cannot be greater than {high}.")
    return min(max(value, low), high)


_shared("Abs", _SIGNED, _absolute, "value")
_shared("Max", _ALL, _greatest, "val1", "val2")
_shared("Min", _ALL, _least, "val1", "val2")
_shared("Clamp", _ALL, _clamp, "value", "min", "max")
for _type in _SIGNED:

    @static(MATH, f"int Sign({_type} value)")
    def sign(value: Any) -> int:
        """-1, 0 or 1."""
        if value != value:  # noqa: PLR0124  NaN
            raise NetError("System.ArithmeticException", "Function does not accept floating point Not-a-Number values.")
        return int(value > 0) - int(value < 0)


def _whole(name: str, how: str, call: Callable[[float], int]) -> None:
    def of_double(value: float) -> float:
        if math.isnan(value) or math.isinf(value):
            return value
        return math.copysign(float(call(value)), value)

    static(MATH, f"double {name}(double d)")(of_double)
    static(MATH, f"decimal {name}(decimal d)")(lambda value: value.to_integral_value(how))


_whole("Floor", ROUND_FLOOR, math.floor)
_whole("Ceiling", ROUND_CEILING, math.ceil)
_whole("Truncate", ROUND_DOWN, math.trunc)


@static(
    MATH,
    "double Round(double a)",
    "double Round(double value, int digits)",
    "double Round(double value, System.MidpointRounding mode)",
    "double Round(double value, int digits, System.MidpointRounding mode)",
)
def round_double(value: float, digits: Any = 0, mode: enum.Enum | None = None) -> float:
    """Rounded as .NET does: the value times the power of ten, rounded to a whole number, divided again."""
    if isinstance(digits, enum.Enum):
        digits, mode = 0, digits
    if not 0 <= digits <= MOST_PLACES:
        raise out_of_range("Rounding digits must be between 0 and 15, inclusive.", "digits")
    if math.isnan(value) or math.isinf(value) or abs(value) >= 1e16:
        return value
    scale = 10.0**digits
    if mode is None:
        return math.copysign(round(value * scale) / scale, value)
    whole = Decimal(value * scale).to_integral_value(ROUNDINGS[mode.name])
    return math.copysign(float(whole) / scale, value)


@static(
    MATH,
    "decimal Round(decimal d)",
    "decimal Round(decimal d, int decimals)",
    "decimal Round(decimal d, System.MidpointRounding mode)",
    "decimal Round(decimal d, int decimals, System.MidpointRounding mode)",
)
def round_decimal(value: Decimal, places: Any = 0, mode: enum.Enum | None = None) -> Decimal:
    """Rounded to so many places; a number with fewer keeps them."""
    if isinstance(places, enum.Enum):
        places, mode = 0, places
    if not 0 <= places <= MOST_DECIMAL_PLACES:
        raise out_of_range("Decimal can only round to between 0 and 28 digits of precision.", "decimals")
    if -int(value.as_tuple().exponent) <= places:
        return value
    return value.quantize(Decimal(1).scaleb(-places), ROUNDINGS[mode.name if mode else "ToEven"])


@static(MATH, "double Pow(double x, double y)")
def power(base: float, exponent: float) -> float:
    """A power; what has no real result is NaN, what is too large infinite."""
    try:
        found = math.pow(base, exponent)
    except OverflowError:
        return -math.inf if base < 0 and exponent % 2 == 1 else math.inf
    except ValueError:
        return math.inf if base == 0 else math.nan
    return found


def _real(name: str, call: Callable[[float], float]) -> None:
    def guarded(value: float) -> float:
        try:
            return call(value)
        except ValueError:
            return math.nan
        except OverflowError:
            return math.inf

    static(MATH, f"double {name}(double d)")(guarded)


def _cube_root(value: float) -> float:
    """The whole root of a whole cube, as .NET has it; the libraries of some platforms miss it by a digit."""
    root = math.cbrt(value)
    return float(round(root)) if math.isfinite(root) and round(root) ** 3 == value else root


for _name in (
    *("Sin", "Cos", "Tan", "Asin", "Acos", "Atan", "Sinh", "Cosh", "Tanh"),
    *("Asinh", "Acosh", "Atanh", "Exp", "Sqrt"),
):
    _real(_name, getattr(math, _name.lower()))
_real("Cbrt", _cube_root)
_real("Log10", lambda value: -math.inf if value == 0 else math.log10(value))
_real("Log2", lambda value: -math.inf if value == 0 else math.log2(value))
_real("Log", lambda value: -math.inf if value == 0 else math.log(value))


@static(MATH, "double Log(double a, double newBase)")
def logarithm(value: float, base: float) -> float:
    """The logarithm to a base."""
    try:
        return math.log(value, base)
    except (ValueError, ZeroDivisionError):
        return math.nan


@static(MATH, "double Atan2(double y, double x)")
def angle(y: float, x: float) -> float:
    """The angle of a point."""
    return math.atan2(y, x)


@static(MATH, "double IEEERemainder(double x, double y)")
def remainder(value: float, divisor: float) -> float:
    """The remainder to the nearest multiple."""
    return math.remainder(value, divisor) if divisor else math.nan


static(MATH, "double ReciprocalEstimate(double d)")(
    lambda value: 1 / value if value else math.copysign(math.inf, value)
)
static(MATH, "double ReciprocalSqrtEstimate(double d)")(lambda value: 1 / math.sqrt(value) if value else math.inf)


@static(MATH, "long BigMul(int a, int b)")
@static(known_type("System.Int32"), "long BigMul(int left, int right)")
def product(one: int, other: int) -> Int64:
    """The whole product."""
    return Int64(int(one) * int(other))


@static(MATH, "int DivRem(int a, int b, [ref] int result)", "long DivRem(long a, long b, [ref] long result)")
def divide_with_remainder(value: int, divisor: int, rest: Reference) -> int:
    """The quotient towards zero; the remainder goes to `result`."""
    if not divisor:
        raise NetError("System.DivideByZeroException", "Attempted to divide by zero.")
    cls = type(value)
    quotient = abs(int(value)) // abs(int(divisor)) * (1 if (value < 0) == (divisor < 0) else -1)
    rest.value = cls(int(value) - quotient * int(divisor))
    return cls(quotient)


@static(MATH, "long BigMul(long a, long b, [ref] long low)", "ulong BigMul(ulong a, ulong b, [ref] ulong low)")
def wide_product(one: int, other: int, low: Reference) -> int:
    """The upper half of the whole product; the lower one goes to `low`."""
    whole = int(one) * int(other)
    cls = type(one)
    least, _ = INTEGER_RANGES[cls]
    low.value = cls((whole - least) % 2**64 + least)
    return cls(whole >> 64)


static(MATH, "double CopySign(double x, double y)")(math.copysign)
static(MATH, "double BitIncrement(double x)")(lambda value: math.nextafter(value, math.inf))
static(MATH, "double BitDecrement(double x)")(lambda value: math.nextafter(value, -math.inf))
static(MATH, "double MaxMagnitude(double x, double y)")(lambda one, other: max(one, other, key=abs))
static(MATH, "double MinMagnitude(double x, double y)")(lambda one, other: min(one, other, key=abs))
static(MATH, "double ScaleB(double x, int n)")(math.ldexp)
static(MATH, "int ILogB(double x)")(lambda value: math.frexp(value)[1] - 1)


@static(MATH, "double FusedMultiplyAdd(double x, double y, double z)")
def multiply_add(one: float, other: float, added: float) -> float:
    """A product and a sum that are rounded once."""
    from fractions import Fraction

    return float(Fraction(one) * Fraction(other) + Fraction(added))


@static(MATH, "System.ValueTuple SinCos(double x)")
def sine_and_cosine(angle: float) -> Value:
    """Both of an angle."""
    from msolemu.runtime.types.tuples import tuple_of

    return tuple_of("ValueTuple", math.sin(angle), math.cos(angle))

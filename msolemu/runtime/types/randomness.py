"""System.Random and RandomNumberGenerator. Without a seed the numbers come from the session's source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msolemu.runtime.errors.net_errors import argument_error, out_of_range
from msolemu.runtime.numeric.seeded_numbers import LARGEST, SeededNumbers
from msolemu.runtime.state import current
from msolemu.runtime.types.declaring import constructor, method, static, static_properties
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Byte, Int64, Single, TypedArray, Value

RANDOM = known_type("System.Random")
GENERATOR = known_type("System.Security.Cryptography.RandomNumberGenerator")


class Random:
    """Draws numbers; with a seed the same ones each time, those of .NET."""

    __slots__ = ("_seeded",)

    def __init__(self, seed: int | None = None) -> None:
        self._seeded = None if seed is None else SeededNumbers(seed)

    def sample(self) -> int:
        """A number from zero to below 2³¹-1."""
        return current.session().ids.number(0, LARGEST - 1) if self._seeded is None else self._seeded.sample()

    def fraction(self) -> float:
        """A number from zero to below one."""
        return self.sample() * (1.0 / LARGEST)

    def number(self, low: int, high: int) -> int:
        """A number from `low` to `high`, both possible."""
        if self._seeded is None:
            return current.session().ids.number(low, high)
        size = high + 1 - low
        return int(self._share(size) * size) + low if size < 2**32 else self._long(size) + low

    def _share(self, size: int) -> float:
        """A part of a range; a range of more than 31 bits takes two samples."""
        if size <= LARGEST:
            return self.fraction()
        found = self.sample()
        return ((-found if self.sample() % 2 == 0 else found) + LARGEST - 1) / (2 * LARGEST - 1)

    def _long(self, size: int) -> int:
        """A number below a size of more than 32 bits."""
        bits = (size - 1).bit_length()
        while True:
            parts = [self.number(0, (1 << width) - 1) << place for width, place in ((22, 0), (22, 22), (20, 44))]
            found = sum(parts) >> (64 - bits)
            if found < size:
                return found

    def octet(self) -> int:
        """A byte."""
        return self.sample() & 0xFF if self._seeded is not None else self.number(0, 255)


represent(RANDOM, Random)


method(RANDOM, "int Next()")(Random.sample)


@method(RANDOM, "int Next(int maxValue)")
def next_below(source: Random, high: int) -> int:
    """A number from zero to below the bound."""
    if high < 0:
        raise out_of_range("'maxValue' must be greater than or equal to zero.", "maxValue")
    return int(source.fraction() * high)


@method(RANDOM, "int Next(int minValue, int maxValue)")
def next_between(source: Random, low: int, high: int) -> int:
    """A number from the lower bound to below the upper one."""
    if high < low:
        raise out_of_range("'minValue' cannot be greater than maxValue.", "minValue")
    return low if high == low else source.number(low, high - 1)


@method(RANDOM, "long NextInt64()", "long NextInt64(long maxValue)", "long NextInt64(long minValue, long maxValue)")
def next_long(source: Random, *bounds: int) -> Int64:
    """A whole number below a bound, and not below another."""
    low, high = (0, *bounds)[-2:] if bounds else (0, 2**63 - 1)
    if low > high:
        raise out_of_range("'minValue' cannot be greater than maxValue.", "minValue")
    return Int64(low if low == high else source.number(int(low), int(high) - 1))


@method(RANDOM, "double NextDouble()")
def next_double(source: Random) -> float:
    """A number from zero to below one."""
    return source.fraction()


@method(RANDOM, "void NextBytes(byte[] buffer)")
def next_bytes(source: Random, buffer: list[Value]) -> None:
    """Fill an array."""
    buffer[:] = [Byte(source.octet()) for _ in buffer]


method(RANDOM, "float NextSingle()")(lambda source: Single(source.fraction()))


@method(RANDOM, "void Shuffle(System.Object[] values)")
@static(GENERATOR, "void Shuffle(System.Object[] values)")
def shuffle(*given: Any) -> None:
    """Put the elements of an array into another order."""
    *sources, values = given
    source = sources[0] if sources else Random()
    for place in range(len(values) - 1):
        other = source.number(place, len(values) - 1)
        values[place], values[other] = values[other], values[place]


@method(RANDOM, "System.Object[] GetItems(System.Object[] choices, int length)")
@static(GENERATOR, "System.Object[] GetItems(System.Object[] choices, int length)")
def get_items(*given: Any) -> list[Value]:
    """So many elements, each drawn from all of them."""
    *sources, choices, length = given
    source = sources[0] if sources else Random()
    if not choices:
        raise argument_error("Span may not be empty.", "choices")
    return [choices[source.number(0, len(choices) - 1)] for _ in range(length)]


@method(RANDOM, "string GetHexString(int stringLength)", "string GetHexString(int stringLength, bool lowercase)")
def get_hexadecimal(source: Random, length: int, lowercase: bool = False) -> str:
    """So many hexadecimal digits."""
    digits = "0123456789abcdef" if lowercase else "0123456789ABCDEF"
    return "".join(digits[source.number(0, 15)] for _ in range(length))


@method(RANDOM, "string GetString(char[] choices, int length)")
def get_string(source: Random, choices: Sequence[str], length: int) -> str:
    """So many of some characters."""
    return "".join(choices[source.number(0, len(choices) - 1)] for _ in range(length))


static_properties(RANDOM, Shared=Random)
static(GENERATOR, "string GetString(char[] choices, int length)")(lambda *given: get_string(Random(), *given))
static(GENERATOR, "string GetHexString(int stringLength)", "string GetHexString(int stringLength, bool lowercase)")(
    lambda *given: get_hexadecimal(Random(), *given)
)


@static(GENERATOR, "byte[] GetBytes(int count)")
def new_bytes(count: int) -> TypedArray:
    """So many bytes."""
    return TypedArray([Byte(Random().octet()) for _ in range(count)], known_type("System.Byte"))


@static(GENERATOR, "void Fill(byte[] data)")
def fill(buffer: list[Value]) -> None:
    """Fill an array."""
    next_bytes(Random(), buffer)


constructor(RANDOM, "System.Random()", "System.Random(int Seed)")(Random)


@static(GENERATOR, "System.Security.Cryptography.RandomNumberGenerator Create()")
def create() -> Generator:
    """A generator."""
    return Generator()


class Generator:
    """Fills arrays with bytes that nobody may foresee."""

    __slots__ = ()


represent(GENERATOR, Generator)


constructor(
    known_type("System.Security.Cryptography.RNGCryptoServiceProvider"),
    "System.Security.Cryptography.RNGCryptoServiceProvider()",
)(Generator)


@method(GENERATOR, "void GetBytes(byte[] data)", "void GetNonZeroBytes(byte[] data)")
def get_bytes(generator: Generator, buffer: list[Value]) -> None:
    """Fill an array."""
    next_bytes(Random(), buffer)


@method(GENERATOR, "void Dispose()")
def dispose(generator: Generator) -> None:
    """Nothing is held."""


@static(GENERATOR, "int GetInt32(int toExclusive)", "int GetInt32(int fromInclusive, int toExclusive)")
def get_int(first: int, second: int | None = None) -> int:
    """A number within bounds."""
    bounds: Sequence[int] = (0, first) if second is None else (first, second)
    return next_between(Random(), *bounds)

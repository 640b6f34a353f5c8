"""System.Random and RandomNumberGenerator. Without a seed the numbers come from the session's source."""

from __future__ import annotations

import random
from collections.abc import Sequence

from msolemu.runtime.errors.net_errors import out_of_range
from msolemu.runtime.state import current
from msolemu.runtime.types.declaring import constructor, method, static
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Byte, Int64, Value

RANDOM = known_type("System.Random")
GENERATOR = known_type("System.Security.Cryptography.RandomNumberGenerator")
LARGEST = 2**31 - 1


class Random:
    """Draws numbers; with a seed the same ones each time, though not those of .NET."""

    __slots__ = ("_seeded",)

    def __init__(self, seed: int | None = None) -> None:
        self._seeded = None if seed is None else random.Random(seed)

    def number(self, low: int, high: int) -> int:
        """A number from `low` to `high`, both possible."""
        if self._seeded is not None:
            return self._seeded.randint(low, high)
        return current.session().ids.number(low, high)


represent(RANDOM, Random)


@method(RANDOM, "int Next()", "int Next(int maxValue)")
def next_below(source: Random, high: int = LARGEST) -> int:
    """A number from zero to below the bound."""
    return next_between(source, 0, high)


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
    return source.number(0, 2**53 - 1) / 2**53


@method(RANDOM, "void NextBytes(byte[] buffer)")
def next_bytes(source: Random, buffer: list[Value]) -> None:
    """Fill an array."""
    buffer[:] = [Byte(source.number(0, 255)) for _ in buffer]


constructor(RANDOM, "System.Random()", "System.Random(int Seed)")(Random)


@static(GENERATOR, "System.Security.Cryptography.RandomNumberGenerator Create()")
def create() -> Generator:
    """A generator."""
    return Generator()


class Generator:
    """Fills arrays with bytes that nobody may foresee."""

    __slots__ = ()


represent(GENERATOR, Generator)


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

"""Get-Random, Get-SecureRandom."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.parameters import POSITIVE, UtilityCall
from msolemu.runtime.casting.conversion import to_text, try_convert
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.numeric.seeded_numbers import LARGEST
from msolemu.runtime.types.randomness import Random
from msolemu.runtime.types.registry import find_type
from msolemu.runtime.values.objects import INTEGER_RANGES, Int64, Value, is_number, unwrap

Maximum = Annotated[Value, Parameter("What the number stays below.", position=0, type="System.Object")]
Minimum = Annotated[Value, Parameter("The least number.", type="System.Object")]
Count = Annotated[int, Parameter("How many.", validate=(POSITIVE,))]
Items = Annotated[
    list[Value],
    Parameter("What to draw from.", position=0, from_pipeline=True, mandatory=True, allow=Allow.NULL),
]
Shuffle = Annotated[Switch, Parameter("Gives everything in another order.", mandatory=True)]
SetSeed = Annotated[int | None, Parameter("Makes the numbers come in the same order each time.", nullable=True)]


def number_of(call: UtilityCall, value: Value) -> Value:
    """A bound as a number."""
    plain = unwrap(value)
    if is_number(plain):
        return plain
    for name in ("System.Int32", "System.Int64", "System.Double"):
        converted, number = try_convert(plain, find_type(name))
        if converted:
            return number
    raise call.error(
        "MinGreaterThanOrEqualMax",
        f'Cannot convert value "{to_text(value)}" to a number.',
        ErrorCategory.INVALID_ARGUMENT,
        "System.ArgumentException",
    )


class Source:
    """Draws from bytes, as the cmdlet does, so that a seed gives the numbers of a real one."""

    def __init__(self, seed: int | None = None) -> None:
        self.random = Random(seed)

    def bits(self, count: int) -> int:
        """So many bytes as one number, the lowest first."""
        return sum(self.random.octet() << 8 * place for place in range(count))

    def fraction(self) -> float:
        """A number from zero to below one."""
        while (found := self.bits(4)) == LARGEST:
            continue
        return (found - 2**32 + LARGEST if found > LARGEST else found) * (1.0 / LARGEST)

    def below(self, size: int) -> int:
        """A whole number from zero to below the size."""
        if size <= LARGEST:
            return int(self.fraction() * size)
        mask = (1 << size.bit_length()) - 1
        while (found := self.bits(8) & mask) >= size:
            continue
        return found

    def between(self, low: float, high: float) -> float:
        """A number from the lower bound to below the upper one."""
        while True:
            share = self.fraction()
            reach = high - low
            found = low + share * high - share * low if math.isinf(reach) else low + share * reach
            if found < high:
                return found

    def some(self, items: list[Value], count: int) -> Iterator[Value]:
        """So many of the items in any order, none twice."""
        kept: list[Value] = []
        for place, item in enumerate(items):
            if place < count:
                kept.append(item)
            elif self.below(place + 1) < count:
                kept[self.below(len(kept))] = item
        for place in range(len(kept)):
            other = place + self.below(len(kept) - place)
            yield kept[other]
            kept[other] = kept[place]


def drawn(call: UtilityCall, source: Source, low: Value, high: Value) -> Value:
    """One number from low up to, but not including, high."""
    least = 0 if low is None else number_of(call, low)
    most = LARGEST if high is None else number_of(call, high)
    if least >= most:
        raise call.error(
            "MinGreaterThanOrEqualMax",
            f"The Minimum value ({to_text(least)}) cannot be greater than or equal to the Maximum value "
            f"({to_text(most)}).",
            ErrorCategory.INVALID_ARGUMENT,
            "System.ArgumentException",
        )
    if isinstance(least, float | Decimal) or isinstance(most, float | Decimal):
        return source.between(float(least), float(most))
    number = int(least) + source.below(int(most) - int(least))
    small = INTEGER_RANGES[int]
    wide = isinstance(least, Int64) or isinstance(most, Int64) or not small[0] <= number <= small[1]
    return Int64(number) if wide else number


@dataclass
class Drawn:
    """Where the session's random numbers come from, once somebody has drawn one."""

    source: Source = field(default_factory=Source)


def source_of(call: UtilityCall, seed: int | None) -> Source:
    """Where the session's random numbers come from; a seed starts them anew."""
    drawn = call.session.state(Drawn)
    if seed is not None:
        drawn.source = Source(seed)
    return drawn.source


@dataclass(kw_only=True)
class Drawing:
    """Collects what is drawn from."""

    call: UtilityCall
    items: list[Value] = field(init=False, default_factory=list)

    def process(self, input_object: Items) -> None:
        """Keep objects."""
        self.items.extend(input_object if input_object is not None else [None])

    def draw(self, seed: int | None, count: int) -> Iterator[Value]:
        """Some of the objects, none twice."""
        yield from source_of(self.call, seed).some(self.items, count)


get_random = Cmdlet(
    "Get-Random",
    "Draws random numbers, or some of several objects.",
    examples={
        "(Get-Random -Maximum 10) -lt 10": "Draws a number.",
        "1..5 | Get-Random -Count 2 | Out-Null": "Draws two of five.",
    },
)


@get_random.parameter_set("RandomNumberParameterSet", default=True)
def numbers(
    call: UtilityCall,
    set_seed: SetSeed = None,
    maximum: Maximum = None,
    minimum: Minimum = None,
    count: Count = 1,
) -> Output[Value]:
    """Numbers are whole, unless a bound has a fraction. The upper bound is never reached."""
    source = source_of(call, set_seed)
    for _ in range(count):
        yield drawn(call, source, minimum, maximum)


@get_random.parameter_set("RandomListItemParameterSet")
@dataclass(kw_only=True)
class RandomItems(Drawing):
    """Draws some of the objects."""

    set_seed: SetSeed = None
    count: Count = 1

    def end(self) -> Iterator[Value]:
        """Draw."""
        yield from self.draw(self.set_seed, self.count)


@get_random.parameter_set("ShuffleParameterSet")
@dataclass(kw_only=True)
class RandomOrder(Drawing):
    """Gives the objects in another order."""

    set_seed: SetSeed = None
    shuffle: Shuffle

    def end(self) -> Iterator[Value]:
        """Shuffle."""
        yield from self.draw(self.set_seed, len(self.items))


get_secure_random = Cmdlet(
    "Get-SecureRandom",
    "Draws random numbers that nobody can foresee, or some of several objects.",
    examples={"(Get-SecureRandom -Maximum 10) -lt 10": "Draws a number."},
)


@get_secure_random.parameter_set("RandomNumberParameterSet", default=True)
def secure_numbers(
    call: UtilityCall, maximum: Maximum = None, minimum: Minimum = None, count: Count = 1
) -> Output[Value]:
    """The lab's source of identifiers is used, so that tests can foresee them."""
    yield from numbers(call, None, maximum, minimum, count)


@get_secure_random.parameter_set("RandomListItemParameterSet")
@dataclass(kw_only=True)
class SecureItems(Drawing):
    """Draws some of the objects."""

    count: Count = 1

    def end(self) -> Iterator[Value]:
        """Draw."""
        yield from self.draw(None, self.count)


@get_secure_random.parameter_set("ShuffleParameterSet")
@dataclass(kw_only=True)
class SecureOrder(Drawing):
    """Gives the objects in another order."""

    shuffle: Shuffle

    def end(self) -> Iterator[Value]:
        """Shuffle."""
        yield from self.draw(None, len(self.items))

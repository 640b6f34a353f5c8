"""Get-Random, Get-SecureRandom."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.parameters import POSITIVE, UtilityCall
from msolemu.runtime.casting.conversion import convert, to_text, try_convert
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.numeric.seeded_numbers import LARGEST
from msolemu.runtime.types.randomness import Random
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import Int64, Value, unwrap

Maximum = Annotated[Value, Parameter("What the number stays below.", position=0, type="System.Object")]
Minimum = Annotated[Value, Parameter("The least number.", type="System.Object")]
Count = Annotated[int, Parameter("How many.", validate=(POSITIVE,))]
Items = Annotated[
    list[Value],
    Parameter("What to draw from.", position=0, from_pipeline=True, mandatory=True, allow=Allow.NULL),
]
Shuffle = Annotated[Switch, Parameter("Gives everything in another order.", mandatory=True)]
SetSeed = Annotated[int | None, Parameter("Makes the numbers come in the same order each time.", nullable=True)]


def bound_of(value: Value) -> Value:
    """A bound as a number; a text is the number that it spells."""
    plain = unwrap(value)
    if isinstance(plain, str):
        for name in ("System.Int32", "System.Int64"):
            converted, number = try_convert(plain, known_type(name))
            if converted:
                return number
    return plain if plain is None or type(plain) in (int, Int64) else convert(plain, known_type("System.Double"))


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
    """One number from low up to, but not including, high; a bound that is not given is one of the other's type."""
    kinds = {type(bound) for bound in (low, high) if bound is not None}
    small, wide = kinds <= {int}, kinds <= {int, Int64}
    least = (0 if wide else 0.0) if low is None else low
    most = (LARGEST if small else 2**63 - 1 if wide else sys.float_info.max) if high is None else high
    if least >= most:
        raise call.error(
            "MinGreaterThanOrEqualMax",
            f"The Minimum value ({to_text(least)}) cannot be greater than or equal to the Maximum value "
            f"({to_text(most)}).",
            ErrorCategory.INVALID_ARGUMENT,
            "System.ArgumentException",
        )
    if not wide:
        return source.between(float(least), float(most))
    number = int(least) + source.below(int(most) - int(least))
    return number if small else Int64(number)


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
    low, high = bound_of(minimum), bound_of(maximum)
    for _ in range(count):
        yield drawn(call, source, low, high)


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

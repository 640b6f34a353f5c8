"""Get-Random, Get-SecureRandom."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import field
from decimal import Decimal
from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.utility.parameters import POSITIVE, UtilityCall
from msolemu.runtime.casting.conversion import to_text, try_convert
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.types.registry import find_type
from msolemu.runtime.values.objects import INTEGER_RANGES, Int64, Value, is_number, unwrap

LARGEST = 2**31 - 1
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


def drawn(call: UtilityCall, source: random.Random, low: Value, high: Value) -> Value:
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
        return float(least) + source.random() * (float(most) - float(least))
    number = source.randrange(int(least), int(most))
    small = INTEGER_RANGES[int]
    wide = isinstance(least, Int64) or isinstance(most, Int64) or not small[0] <= number <= small[1]
    return Int64(number) if wide else number


@dataclass
class Drawn:
    """Where the session's random numbers come from, once somebody has drawn one."""

    source: random.Random | None = None


def source_of(call: UtilityCall, seed: int | None) -> random.Random:
    """Where the session's random numbers come from; a seed starts them anew."""
    drawn = call.session.state(Drawn)
    if seed is not None or drawn.source is None:
        start = seed if seed is not None else call.session.ids.number(0, 2**62)
        drawn.source = random.Random(start)
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
        yield from source_of(self.call, seed).sample(self.items, min(count, len(self.items)))


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

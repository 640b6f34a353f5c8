"""System.TimeSpan as a value. Its members stand in `time_span_members`."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import TYPE_CHECKING

from msolemu.runtime.errors.net_errors import argument_error, overflow
from msolemu.runtime.types.registry import VALUE_TYPE, declare

if TYPE_CHECKING:
    from msolemu.runtime.text.culture import Culture

MICROSECOND, MILLISECOND, SECOND = 10, 10_000, 10_000_000
MINUTE, HOUR, DAY = 60 * SECOND, 3600 * SECOND, 86400 * SECOND
SHORTEST, LONGEST = -(2**63), 2**63 - 1
TOO_LONG = "TimeSpan overflowed because the duration is too long."


class TimeSpan:
    """A length of time in ticks of 100 ns."""

    __slots__ = ("ticks",)

    def __init__(self, ticks: int = 0) -> None:
        self.ticks = ticks

    @classmethod
    def default(cls) -> TimeSpan:
        """No time at all."""
        return cls(0)

    @classmethod
    def checked(cls, ticks: int) -> TimeSpan:
        """The span of so many ticks; raises OverflowException's error."""
        if not SHORTEST <= ticks <= LONGEST:
            raise overflow(TOO_LONG)
        return cls(ticks)

    @classmethod
    def of(cls, span: timedelta) -> TimeSpan:
        """The span of a Python timedelta."""
        return cls((span.days * 86400 + span.seconds) * SECOND + span.microseconds * 10)

    @classmethod
    def from_units(cls, count: float, unit: int) -> TimeSpan:
        """So many units, cut to whole ticks; raises what .NET raises for what is no number or too long."""
        ticks = count * unit
        if math.isnan(ticks):
            raise argument_error("TimeSpan does not accept floating point Not-a-Number values.")
        if not SHORTEST <= ticks <= LONGEST:
            raise overflow(TOO_LONG)
        return cls(int(ticks))

    def to_timedelta(self) -> timedelta:
        """The span as Python has it."""
        return timedelta(microseconds=self.ticks // 10)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TimeSpan) and self.ticks == other.ticks

    def __hash__(self) -> int:
        return hash(self.ticks)

    def __lt__(self, other: TimeSpan) -> bool:
        return self.ticks < other.ticks

    def __le__(self, other: TimeSpan) -> bool:
        return self.ticks <= other.ticks

    def __gt__(self, other: TimeSpan) -> bool:
        return self.ticks > other.ticks

    def __ge__(self, other: TimeSpan) -> bool:
        return self.ticks >= other.ticks

    def __str__(self) -> str:
        """The constant format: `[-][d.]hh:mm:ss[.fffffff]`."""
        days = f"{abs(self.days)}." if self.days else ""
        fraction = f".{self.fraction:07}" if self.fraction else ""
        sign = "-" if self.ticks < 0 else ""
        return f"{sign}{days}{self.part(HOUR, 24):02}:{self.part(MINUTE, 60):02}:{self.part(SECOND, 60):02}{fraction}"

    def __repr__(self) -> str:
        return f"TimeSpan({self.ticks})"

    def formatted(self, directive: str, culture: Culture) -> str:
        """What `ToString(directive, culture)` gives; raises FormatException's error."""
        from msolemu.runtime.dates.time_span_text import format_span

        return format_span(self, directive, culture)

    @property
    def days(self) -> int:
        """Whole days, with the sign of the span."""
        return self.signed(DAY)

    def signed(self, unit: int, most: int = 0) -> int:
        """Whole units, those that make up the next greater unit left out, with the sign of the span."""
        count = abs(self.ticks) // unit
        count = count % most if most else count
        return -count if self.ticks < 0 else count

    def part(self, unit: int, most: int) -> int:
        """Whole units without a sign, those that make up the next greater unit left out."""
        return abs(self.ticks) // unit % most

    @property
    def fraction(self) -> int:
        """The ticks of the second, without a sign."""
        return abs(self.ticks) % SECOND


TIME_SPAN = declare("System.TimeSpan", VALUE_TYPE, TimeSpan)

"""What Measure-Object counts: numbers, any comparable values, and text."""

from __future__ import annotations

import math

from msolemu.foundation.dataclass import dataclass
from msolemu.modules.utility.ordering import compare
from msolemu.runtime.casting.conversion import culture_text, try_convert
from msolemu.runtime.types.registry import find_type, net_object
from msolemu.runtime.values.objects import Value

DOUBLE = find_type("System.Double")
_NAMESPACE = "Microsoft.PowerShell.Commands."


@net_object(_NAMESPACE + "GenericMeasureInfo")
@dataclass(slots=True, eq=False)
class GenericMeasureInfo:
    """Statistics of numbers."""

    Count: int
    Average: float | None = None
    Sum: float | None = None
    Maximum: float | None = None
    Minimum: float | None = None
    StandardDeviation: float | None = None
    Property: str | None = None


@net_object(_NAMESPACE + "GenericObjectMeasureInfo")
@dataclass(slots=True, eq=False)
class GenericObjectMeasureInfo:
    """Statistics of values that are no numbers."""

    Count: int
    Average: float | None = None
    Sum: float | None = None
    Maximum: Value = None
    Minimum: Value = None
    StandardDeviation: float | None = None
    Property: str | None = None


@net_object(_NAMESPACE + "TextMeasureInfo")
@dataclass(slots=True, eq=False)
class TextMeasureInfo:
    """Statistics of text."""

    Lines: int | None = None
    Words: int | None = None
    Characters: int | None = None
    Property: str | None = None


@dataclass(frozen=True, slots=True)
class Measures:
    """What is asked for."""

    average: bool = False
    total: bool = False
    maximum: bool = False
    minimum: bool = False
    deviation: bool = False
    lines: bool = False
    words: bool = False
    characters: bool = False
    ignore_white_space: bool = False

    @property
    def of_text(self) -> bool:
        """Whether text is measured."""
        return self.lines or self.words or self.characters

    @property
    def of_numbers(self) -> bool:
        """Whether values must be numbers."""
        return self.average or self.total or self.deviation


class Statistics:
    """Counts the values of one property."""

    def __init__(self, measures: Measures) -> None:
        self.measures = measures
        self.count = 0
        self.total = 0.0
        self.variance = 0.0
        self.maximum: Value = None
        self.minimum: Value = None
        self.lines = self.words = self.characters = 0

    def add(self, value: Value) -> bool:
        """Counts a value; False when it must be a number and is none."""
        measures = self.measures
        self.count += 1
        if measures.of_text:
            self._add_text("" if value is None else culture_text(value))
        if measures.of_numbers:
            number = value if type(value) in (int, float) else _number(value)
            if number is None:
                return False
            self._add_number(number)
        if measures.minimum and self._replaces(value, self.minimum, -1):
            self.minimum = value
        if measures.maximum and self._replaces(value, self.maximum, 1):
            self.maximum = value
        return True

    def result(
        self, name: str | None, *, numeric: bool
    ) -> GenericMeasureInfo | GenericObjectMeasureInfo | TextMeasureInfo:
        """What Measure-Object gives; sums only when all values were numbers."""
        measures = self.measures
        if measures.of_text:
            return TextMeasureInfo(
                self.lines if measures.lines else None,
                self.words if measures.words else None,
                self.characters if measures.characters else None,
                name,
            )
        total = self.total if numeric and measures.total else None
        average = self.total / self.count if numeric and measures.average and self.count else None
        deviation = math.sqrt(self.variance) if numeric and measures.deviation else None
        low, high = _number(self.minimum), _number(self.maximum)
        if (self.minimum is None or low is not None) and (self.maximum is None or high is not None):
            return GenericMeasureInfo(self.count, average, total, high, low, deviation, name)
        return GenericObjectMeasureInfo(self.count, average, total, self.maximum, self.minimum, deviation, name)

    def _add_number(self, number: float) -> None:
        if self.measures.deviation and self.count > 1:
            # Welford's running variance, as PowerShell computes it.
            distance = number - self.total / (self.count - 1)
            self.variance = self.variance * (self.count - 2.0) / (self.count - 1) + distance * distance / self.count
        self.total += number

    def _add_text(self, text: str) -> None:
        self.characters += len("".join(text.split())) if self.measures.ignore_white_space else len(text)
        self.words += len(text.split())
        self.lines += text.count("\n") + (1 if text and not text.endswith("\n") else 0)

    @staticmethod
    def _replaces(value: Value, best: Value, wanted: int) -> bool:
        if best is None:
            return True
        left, right = _number(best), _number(value)
        if left is None or right is None:
            order = compare(best, value, ignore_case=True)
        else:
            order = (left > right) - (left < right)
        return order * wanted < 0


def _number(value: Value) -> float | None:
    if value is None:
        return None
    converted, number = try_convert(value, DOUBLE)
    return number if converted else None

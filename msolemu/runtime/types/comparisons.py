"""StringComparison as rules: what makes two texts equal, and their order."""

from __future__ import annotations

import enum

from msolemu.foundation.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Comparison:
    """A way to compare texts."""

    ignore_case: bool
    by_units: bool

    def fold(self, text: str) -> str:
        """The text in a form that is the same for texts that count as equal."""
        return text.upper().lower() if self.ignore_case and text.isascii() else self._folded(text)

    def _folded(self, text: str) -> str:
        if not self.ignore_case:
            return text
        return "".join(upper if len(upper := unit.upper()) == 1 else unit for unit in text).lower()

    def compare(self, one: str | None, other: str | None) -> int:
        """Below zero, zero or above."""
        if not self.by_units:
            return compare_texts(one, other, ignore_case=self.ignore_case)
        if one is None or other is None:
            return (one is not None) - (other is not None)
        left, right = (one.upper(), other.upper()) if self.ignore_case else (one, other)
        for a, b in zip(left, right, strict=False):
            if a != b:
                return ord(a) - ord(b)
        return len(left) - len(right)


ordinal = Comparison(ignore_case=False, by_units=True)


def comparison_of(how: enum.Enum) -> Comparison:
    """The rule of a StringComparison."""
    return Comparison(how.name.endswith("IgnoreCase"), how.name.startswith("Ordinal"))


def compare_texts(one: str | None, other: str | None, *, ignore_case: bool = False) -> int:
    """The order of two texts by the session's culture; null comes first."""
    if one is None or other is None:
        return (one is not None) - (other is not None)
    from msolemu.runtime.operations.comparison import try_compare

    return try_compare(one, other, ignore_case=ignore_case) or 0

"""The order in which .NET's sort leaves elements, of which equal ones may change places.

.NET sorts introspectively: parts of at most sixteen elements by insertion, larger ones around the median of three,
and by a heap when that has halved badly too often. The same steps give the same order, also where the comparison of
mixed values contradicts itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

INSERTED = 16
"""The size up to which a part is sorted by insertion."""


def sorted_places(keys: Sequence[Any]) -> list[int]:
    """The places of the keys as .NET's sort would leave them; keys are asked with `<` alone."""
    sort = _Sort(keys)
    sort.part(0, len(keys), 2 * len(keys).bit_length())
    return sort.places


class _Sort:
    def __init__(self, keys: Sequence[Any]) -> None:
        self.places = list(range(len(keys)))
        self._keys = list(keys)

    def part(self, start: int, end: int, depth: int) -> None:
        """Sort what lies between two positions, the larger places first, dividing it at most so often."""
        while end - start > INSERTED:
            if not depth:
                self._by_heap(start, end)
                return
            depth -= 1
            middle = self._divide(start, end - 1)
            self.part(middle + 1, end, depth)
            end = middle
        if end - start == 3:
            self._in_order(start, start + 1)
            self._in_order(start, start + 2)
            self._in_order(start + 1, start + 2)
        else:
            self._by_insertion(start, end)

    def _swap(self, one: int, other: int) -> None:
        keys, places = self._keys, self.places
        keys[one], keys[other] = keys[other], keys[one]
        places[one], places[other] = places[other], places[one]

    def _in_order(self, one: int, other: int) -> None:
        if self._keys[other] < self._keys[one]:
            self._swap(one, other)

    def _by_insertion(self, start: int, end: int) -> None:
        keys, places = self._keys, self.places
        for at in range(start + 1, end):
            key, place = keys[at], places[at]
            while at > start and key < keys[at - 1]:
                keys[at], places[at] = keys[at - 1], places[at - 1]
                at -= 1  # noqa: PLW2901  the hole moves down
            keys[at], places[at] = key, place

    def _divide(self, first: int, last: int) -> int:
        """Put what is less than the median of three before it, and give its position."""
        middle = first + (last - first >> 1)
        self._in_order(first, middle)
        self._in_order(first, last)
        self._in_order(middle, last)
        keys = self._keys
        pivot = keys[middle]
        self._swap(middle, last - 1)
        left, right = first, last - 1
        while left < right:
            left += 1
            while keys[left] < pivot:
                left += 1
            right -= 1
            while pivot < keys[right]:
                right -= 1
            if left < right:
                self._swap(left, right)
        self._swap(left, last - 1)
        return left

    def _by_heap(self, start: int, end: int) -> None:
        count = end - start
        for root in range(count >> 1, 0, -1):
            self._sink(start, root, count)
        for size in range(count - 1, 0, -1):
            self._swap(start, start + size)
            self._sink(start, 1, size)

    def _sink(self, start: int, root: int, count: int) -> None:
        keys, places = self._keys, self.places
        base = start - 1
        key, place = keys[base + root], places[base + root]
        while root <= count >> 1:
            child = 2 * root
            if child < count and keys[base + child] < keys[base + child + 1]:
                child += 1
            if not key < keys[base + child]:
                break
            keys[base + root], places[base + root] = keys[base + child], places[base + child]
            root = child
        keys[base + root], places[base + root] = key, place

"""How far two words are from each other as somebody types them."""

from __future__ import annotations


def distance(one: str, other: str) -> int:
    """How many letters must be put in, left out, changed or swapped with their neighbour, whatever their case.

    The distance of Damerau and Levenshtein in its restricted form, which never changes a swapped pair again.
    """
    one, other = one.upper(), other.upper()
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, against in enumerate(other, 1):
            changed = last[column - 1] + (letter != against)
            best = min(current[-1] + 1, last[column] + 1, changed)
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against:
                best = min(best, before[column - 2] + (letter != against))
            current.append(best)
        before, last = last, current
    return last[-1]

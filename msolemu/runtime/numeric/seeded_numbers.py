"""The numbers of a `System.Random` with a seed: Knuth's subtractive generator, as .NET has kept it for old seeds."""

from __future__ import annotations

LARGEST = 2**31 - 1
PHI = 161803398
SIZE = 55
LAG = 21


def _wrapped(number: int) -> int:
    return (number + 2**31) % 2**32 - 2**31


class SeededNumbers:
    """Whole numbers from zero to below 2³¹-1, the same ones for the same seed."""

    __slots__ = ("_ahead", "_at", "_state")

    def __init__(self, seed: int) -> None:
        self._state = [0] * (SIZE + 1)
        self._at, self._ahead = 0, LAG
        self._start(PHI - min(abs(seed), LARGEST))
        for _ in range(4):
            self._stir()

    def _start(self, last: int) -> None:
        state = self._state
        state[SIZE] = last
        following, place = 1, 0
        for _ in range(1, SIZE):
            place = (place + LAG) % SIZE
            state[place] = following
            following = _wrapped(last - following)
            if following < 0:
                following += LARGEST
            last = state[place]

    def _stir(self) -> None:
        state = self._state
        for place in range(1, SIZE + 1):
            found = _wrapped(state[place] - state[1 + (place + 30) % SIZE])
            state[place] = found + LARGEST if found < 0 else found

    def sample(self) -> int:
        """The next number."""
        self._at = self._at % SIZE + 1
        self._ahead = self._ahead % SIZE + 1
        found = self._state[self._at] - self._state[self._ahead]
        if found == LARGEST:
            found -= 1
        if found < 0:
            found += LARGEST
        self._state[self._at] = found
        return found

"""Where GUIDs, random digits and passwords come from."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from random import Random
    from uuid import UUID

CAPITALS_OF_A_PASSWORD = "BCDFGHJKLMNPQRSTVWXYZ"
SMALL_LETTERS_OF_A_PASSWORD = "abcdefghijklmnopqrstuvwxyz"


class IdSource(Protocol):
    """Draws what nobody may foresee, or in tests what everybody can."""

    def guid(self) -> UUID:
        """A version 4 GUID."""
        ...

    def number(self, low: int, high: int) -> int:
        """A number from `low` to `high`, both possible."""
        ...

    def password(self) -> str:
        """A password as the service makes them: letters, then digits."""
        ...


class RandomIds:
    """Identifiers from the host's random source; a seed makes them come in the same order each time."""

    def __init__(self, seed: int | None = None) -> None:
        self._seed = seed

    @functools.cached_property
    def _random(self) -> Random:
        """Made when the first is drawn, which few sessions ever do."""
        import random

        return random.SystemRandom() if self._seed is None else random.Random(self._seed)

    def guid(self) -> UUID:
        """A version 4 GUID."""
        from uuid import UUID

        return UUID(int=self._random.getrandbits(128), version=4)

    def number(self, low: int, high: int) -> int:
        """A number from `low` to `high`, both possible."""
        return self._random.randint(low, high)

    def password(self) -> str:
        """One capital, three small letters, four digits: `Kuqo3826`."""
        first = self._random.choice(CAPITALS_OF_A_PASSWORD)
        small = "".join(self._random.choices(SMALL_LETTERS_OF_A_PASSWORD, k=3))
        return f"{first}{small}{self.number(1000, 9999)}"

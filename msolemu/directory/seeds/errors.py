"""What can be wrong with the name of a seed."""

from __future__ import annotations

FORMS = "contoso, empty, partner, large:N"


class UnknownSeed(Exception):
    """There is no such seed, or its size makes no sense."""

    def __init__(self, name: str) -> None:
        super().__init__(f"'{name}' is not a seed; there are {FORMS}.")
        self.name = name

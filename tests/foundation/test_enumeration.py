"""An enumeration of the foundation is one of the standard library's in all that is done with it here."""

from __future__ import annotations

import copy
import enum
from typing import Any

import pytest

from msolemu.foundation import enumeration as ours


@pytest.mark.parametrize("library", [ours, enum], ids=["ours", "standard"])
def test_members_are_found_by_name_and_by_value_and_are_one_of_a_kind(library: Any) -> None:
    class Direction(library.Enum):  # type: ignore[misc]  # either library
        """Where to."""

        NORTH = "n"
        SOUTH = "s"

        def opposite(self) -> Any:
            """The other way."""
            return Direction.SOUTH if self is Direction.NORTH else Direction.NORTH

    directions: Any = Direction
    north = directions.NORTH
    assert (north.name, north.value, isinstance(north, Direction)) == ("NORTH", "n", True)
    assert directions("n") is directions["NORTH"] is north
    assert list(directions) == [north, north.opposite()]
    assert len(directions) == 2
    assert north in directions
    assert {north: "up"}[directions("n")] == "up"
    assert repr(north) == "<Direction.NORTH: 'n'>"
    assert copy.copy(north) is copy.deepcopy(north) is north
    with pytest.raises(KeyError):
        directions["n"]
    with pytest.raises(ValueError, match="west"):
        directions("west")

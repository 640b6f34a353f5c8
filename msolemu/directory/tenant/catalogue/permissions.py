"""The matrix of who may change what, as data.

Every property of every kind of document belongs to an area; one that is not named belongs to the area of its kind's
star, or to the area with the kind's own name. An empty name is free. A role may change areas, a star is all of them, of
administrators only where it says so: those who have any role but the ones listed as no administrators.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.tables import table

REST = "*"


@dataclass(frozen=True, slots=True)
class Grant:
    """What a role allows."""

    may_change: frozenset[str]
    administrators_too: bool = False

    def allows(self, area: str) -> bool:
        """Whether properties of an area may change."""
        return area in self.may_change or REST in self.may_change


@dataclass(frozen=True, slots=True)
class Matrix:
    """All of it."""

    areas: Mapping[str, Mapping[str, str]]
    grants: Mapping[str, Grant]
    no_administrators: frozenset[str]

    def area(self, kind: str, name: str = REST) -> str:
        """The area of a property of a kind of document, or of the document as a whole."""
        known = self.areas.get(kind, {})
        return known.get(name, known.get(REST, kind))


@cache
def matrix() -> Matrix:
    """The matrix of this service."""
    found = table(__file__)
    grants = {
        role: Grant(frozenset(grant["may_change"]), grant.get("administrators_too", False))
        for role, grant in found["roles"].items()
    }
    return Matrix(found["areas"], grants, frozenset(found["no_administrators"]))

"""A domain of a tenant."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Domain:
    """A name that user principal names may end with once it is verified."""

    name: str
    is_initial: bool = False
    is_default: bool = False
    is_verified: bool = True

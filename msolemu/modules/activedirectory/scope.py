"""How deep a search goes, and how one signs in for it."""

from __future__ import annotations

import enum

from msolemu.directory.query import Scope
from msolemu.runtime.types.registry import net_enum


@net_enum("Microsoft.ActiveDirectory.Management.ADSearchScope")
class ADSearchScope(enum.Enum):
    """The container alone, what is directly in it, or all below it."""

    Base = 0
    OneLevel = 1
    Subtree = 2

    @property
    def scope(self) -> Scope:
        """The same in the words of the directory."""
        return Scope(self.value)


@net_enum("Microsoft.ActiveDirectory.Management.ADAuthType")
class ADAuthType(enum.Enum):
    """How a cmdlet signs in to a server."""

    Negotiate = 0
    Basic = 1

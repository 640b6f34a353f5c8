"""What the cmdlets of the engine need besides the session: the commands that there are."""

from __future__ import annotations

from typing import TypeAlias

from msolemu.cmdlets.call import Call
from msolemu.cmdlets.discovery import Discovery
from msolemu.foundation.dataclass import dataclass


@dataclass(slots=True)
class CoreServices:
    """`discovery` is set when all modules are put together, for it is made of them."""

    discovery: Discovery | None = None

    @property
    def commands(self) -> Discovery:
        """Where cmdlets are found."""
        assert self.discovery is not None, "the modules are not put together yet"
        return self.discovery


CoreCall: TypeAlias = Call[CoreServices]

"""What these cmdlets need besides the session: the modules that there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from msolemu.cmdlets.call import Call
from msolemu.cmdlets.module import Module
from msolemu.foundation.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class GetServices:
    """`modules` gives the modules that msolemu emulates."""

    modules: Callable[[], Iterable[Module]]

    def named(self, name: str) -> Module | None:
        """The emulated module of that name."""
        return next((one for one in self.modules() if one.name.lower() == name.lower()), None)


GetCall: TypeAlias = Call[GetServices]

"""An attribute with what was given to it: written in a script, or made as an object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.foundation.dataclass import dataclass

if TYPE_CHECKING:
    from msolemu.language.position import Extent
    from msolemu.runtime.types.net_type import NetType
    from msolemu.runtime.values.objects import Value

NAMESPACE = "System.Management.Automation."


@dataclass(slots=True, eq=False)
class Attribute:
    """`name` is in lower case and without `Attribute`, as binding knows it; `named` has lower-case names."""

    name: str
    positional: list[Value]
    named: dict[str, Value]
    written: str = ""
    """The name as a script spells it."""
    extent: Extent | None = None
    """Where a script declares it."""

    @property
    def net_type(self) -> NetType:
        """Its class."""
        from msolemu.runtime.types.registry import known_type

        return known_type(f"{NAMESPACE}{self.name}attribute")

    def __str__(self) -> str:
        return self.net_type.full_name

"""What Group-Object gives."""

from __future__ import annotations

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.types.registry import find_type, net_object
from msolemu.runtime.values.objects import ArrayList, GenericList, Value

_NAMESPACE = "Microsoft.PowerShell.Commands."


@net_object(_NAMESPACE + "GroupInfo")
@dataclass(slots=True, eq=False)
class GroupInfo:
    """Objects that agree in what they were grouped by."""

    Values: ArrayList
    Name: str
    Group: GenericList
    Count: int

    def __str__(self) -> str:
        return _NAMESPACE + type(self).__name__


_BASE = find_type(_NAMESPACE + "GroupInfo")
assert _BASE is not None


@net_object(_NAMESPACE + "GroupInfoNoElement", _BASE)
@dataclass(slots=True, eq=False)
class GroupInfoNoElement(GroupInfo):
    """A group of which only the size was wanted."""


def group_name(values: list[Value]) -> str:
    """The values that a group stands for, as its name shows them."""
    from msolemu.runtime.casting.conversion import culture_text
    from msolemu.runtime.values.objects import enumerate_value, is_enumerable

    texts = []
    for value in values:
        if is_enumerable(value):
            texts.append("{" + ", ".join(map(culture_text, enumerate_value(value))) + "}")
        else:
            texts.append(culture_text(value))
    return ", ".join(texts)

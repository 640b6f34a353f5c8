"""`.pstypenames`: the names that an object answers to."""

from __future__ import annotations

from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.types.declaring import method, typed_property
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, declare, type_names, type_of
from msolemu.runtime.values.objects import PSCustomObject, PSObject, Value


class TypeNames(list[Value]):
    """`.pstypenames`: changing the list changes the object."""

    __slots__ = ("owner",)

    def __init__(self, owner: Value) -> None:
        super().__init__(type_names(owner))
        self.owner = owner

    @property
    def net_type(self) -> NetType:
        """The list's own type."""
        return TYPE_NAMES

    def keep(self) -> None:
        """Write the names back."""
        natural = tuple(kind.full_name for kind in type_of(self.owner).lineage())
        names = tuple(map(to_text, self))
        count = len(natural)
        own = names[:-count] if count and names[-count:] == natural else names
        if isinstance(self.owner, PSCustomObject | PSObject):
            self.owner.type_names = own


TYPE_NAMES = declare("System.Management.Automation.PSTypeNames", OBJECT)
"""`Collection[string]`, with methods that change the object."""


@method(TYPE_NAMES, "void Add(string item)")
def add_name(names: TypeNames, name: str) -> None:
    """Add a name at the end."""
    names.append(name)
    names.keep()


@method(TYPE_NAMES, "void Insert(int index, string item)")
def insert_name(names: TypeNames, index: int, name: str) -> None:
    """Put a name before others."""
    names.insert(index, name)
    names.keep()


@method(TYPE_NAMES, "void Clear()")
def clear_names(names: TypeNames) -> None:
    """Remove every name."""
    names.clear()
    names.keep()


@method(TYPE_NAMES, "bool Remove(string item)")
def remove_name(names: TypeNames, name: str) -> bool:
    """Remove a name."""
    found = name in names
    if found:
        names.remove(name)
        names.keep()
    return found


@method(TYPE_NAMES, "bool Contains(string item)")
def contains_name(names: TypeNames, name: str) -> bool:
    """Whether the object has that name."""
    return name in names


typed_property(TYPE_NAMES, "System.Int32", "Count", len)

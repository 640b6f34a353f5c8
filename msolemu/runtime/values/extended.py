"""Members that PowerShell adds to those of a type: aliases, script properties and methods, sets of properties.

They stand on one object, or on all objects of a type name (`Update-TypeData`). A note property is no `Member`: the pair
`[name, value]` in the object's table is it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msolemu.foundation.dataclass import dataclass, field
from msolemu.runtime.errors.records import ErrorCategory, StatementError, runtime_error
from msolemu.runtime.state import current
from msolemu.runtime.types.registry import type_names
from msolemu.runtime.values.objects import Member, PSCustomObject, PSObject, Value, collapse

if TYPE_CHECKING:
    from msolemu.runtime.invoking.scriptblock import ScriptBlock

PLAIN = frozenset((str, int, float, bool))
"""Values that have no identity: members that are added to them stand on a new object."""


class AddedProperty(Member):
    """A member that is read like a property."""

    __slots__ = ()
    kind = "Property"

    def read(self, target: Value) -> Value:
        """The value for that object."""
        raise NotImplementedError

    def write(self, target: Value, value: Value) -> None:
        """Set it for that object."""
        raise not_settable()

    @property
    def settable(self) -> bool:
        """Whether it can be set."""
        return False


@dataclass(frozen=True, slots=True)
class AliasProperty(AddedProperty):
    """Another name of a member; `type_name` converts what is read."""

    referenced: str
    type_name: str = ""
    kind = "AliasProperty"

    def read(self, target: Value) -> Value:
        """The value of the member it stands for."""
        from msolemu.runtime.values.members import get_property

        value = get_property(target, self.referenced)
        if not self.type_name:
            return value
        from msolemu.runtime.casting.conversion import convert
        from msolemu.runtime.types.registry import known_type

        return convert(value, known_type(self.type_name))

    def write(self, target: Value, value: Value) -> None:
        """Set the member it stands for."""
        from msolemu.runtime.values.members import set_property

        set_property(target, self.referenced, value)

    @property
    def settable(self) -> bool:
        """An alias can be set where its member can."""
        return True


@dataclass(frozen=True, slots=True)
class ScriptProperty(AddedProperty):
    """A property that a script block computes from `$this`."""

    getter: ScriptBlock | None
    setter: ScriptBlock | None = None
    kind = "ScriptProperty"

    def read(self, target: Value) -> Value:
        """What the block gives: nothing as null, one value, or a list."""
        if self.getter is None:
            return None
        output = self.getter.invoke([], variables={"this": target})
        return collapse(output) if output else None

    def write(self, target: Value, value: Value) -> None:
        """Run the setter."""
        if self.setter is None:
            raise not_settable()
        self.setter.invoke([value], variables={"this": target})

    @property
    def settable(self) -> bool:
        """Whether there is a setter."""
        return self.setter is not None


@dataclass(frozen=True, slots=True)
class ScriptMethod(Member):
    """A method that a script block carries out."""

    script: ScriptBlock
    kind = "ScriptMethod"

    def call(self, target: Value, arguments: Sequence[Value]) -> Value:
        """What the block gives."""
        output = self.script.invoke(list(arguments), variables={"this": target})
        return collapse(output) if output else None


@dataclass(frozen=True, slots=True)
class PropertySet(Member):
    """A name for several properties."""

    names: tuple[str, ...]
    kind = "PropertySet"

    @property
    def named(self) -> tuple[str, ...]:
        """What it stands for."""
        return self.names


@dataclass(frozen=True, slots=True)
class MemberSet(Member):
    """A name for several members, such as `PSStandardMembers`."""

    members: dict[str, list[Value]]
    kind = "MemberSet"

    @property
    def named(self) -> tuple[str, ...]:
        """What it stands for."""
        return tuple(entry[0] for entry in self.members.values())


def not_settable() -> StatementError:
    """The error for a property without a setter."""
    return runtime_error(
        "SetWithoutSetterFromScriptProperty",
        "Set accessor for property is unavailable.",
        ErrorCategory.NOT_SPECIFIED,
        "System.Management.Automation.SetValueException",
    )


@dataclass(slots=True)
class TypeData:
    """What was added to a type name."""

    type_name: str
    members: dict[str, list[Value]] = field(default_factory=dict)
    default_display_set: tuple[str, ...] = ()
    default_display_property: str = ""
    default_key_set: tuple[str, ...] = ()


def type_data_of(value: Value) -> list[TypeData]:
    """What was added to the type names of a value, the nearest name first."""
    session = current.find_session()
    if session is None or not session.type_data:
        return []
    known = session.type_data
    return [known[name.lower()] for name in type_names(value) if name.lower() in known]


def added_to_type(value: Value, name: str) -> list[Value] | None:
    """The member of that lower-case name that was added to a type name of the value."""
    for data in type_data_of(value):
        found = data.members.get(name)
        if found is not None:
            return found
    return None


def own_members(value: Value) -> dict[str, list[Value]] | None:
    """The table of members that stand on the object itself, if it has one."""
    if type(value) is PSCustomObject:
        return value.properties
    if type(value) is PSObject:
        return value.members
    session = current.find_session()
    if session is None or not session.attached:
        return None
    holder = session.attached.get(id(value))
    return holder.members if holder is not None and holder.base is value else None


def attach(value: Value, name: str, member: Value) -> Value:
    """Add a member to an object, and give the object that now has it.

    Text, numbers and truth values have no identity, so theirs is a new object; every other object keeps its own.
    """
    table = own_members(value)
    if table is None and type(value) in PLAIN:
        value = PSObject(value)
        table = value.members
    if table is None:
        holder = current.session().attached.setdefault(id(value), PSObject(value))
        table = holder.members
    table[name.lower()] = [name, member]
    return value


def own_text(value: PSCustomObject) -> str | None:
    """What a script method ToString of the object gives; None when there is none."""
    entry = value.properties.get("tostring")
    if entry is None or not isinstance(entry[1], ScriptMethod):
        return None
    from msolemu.runtime.casting.conversion import to_text

    return to_text(entry[1].call(value, []))


def shown_pairs(value: PSCustomObject) -> list[list[Value]]:
    """The properties of an object with their values, computed ones too; methods are left out."""
    return [
        [name, held.read(value) if isinstance(held, AddedProperty) else held]
        for name, held in value.properties.values()
        if isinstance(held, AddedProperty) or not isinstance(held, Member)
    ]

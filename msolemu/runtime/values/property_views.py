"""The properties of a value one by one, as Select-Object, formatting, Get-Member and binding by name look at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.types.net_type import NetType, Property
from msolemu.runtime.types.registry import known_type, type_of
from msolemu.runtime.values.extended import (
    AddedProperty,
    MemberSet,
    PropertySet,
    added_to_type,
    own_members,
    type_data_of,
)
from msolemu.runtime.values.objects import NOTHING, Hashtable, Member, PSObject, Value, is_enumerable
from msolemu.runtime.values.overloads import is_refusal

_KINDS = {"NoteProperty": 0, "Property": 2}
"""The order of a type's properties: what a provider notes on an object, what type data add, what .NET declares."""


def quietly(read: Callable[[Any], Value], target: Value) -> Value:
    """What a property's getter gives; PowerShell takes an exception in it for null and tells nobody."""
    try:
        return read(target)
    except PowerShellError as error:
        if is_refusal(error):
            raise
        return None


class PropertyView:
    """One property of one value. `kind` is its member type: NoteProperty, Property, ScriptProperty, AliasProperty."""

    __slots__ = ("_declared", "_entry", "is_instance", "kind", "name", "target")

    def __init__(
        self,
        target: Value,
        name: str,
        kind: str,
        entry: list[Value] | None = None,
        declared: Property | None = None,
        *,
        is_instance: bool = False,
    ) -> None:
        self.target = target
        self.name = name
        self.kind = kind
        self._entry = entry
        self._declared = declared
        self.is_instance = is_instance

    def __str__(self) -> str:
        from msolemu.runtime.reflection.property_definitions import definition_of

        return definition_of(self)

    def value(self) -> Value:
        """The value; null where reading it fails."""
        if self._entry is not None:
            held = self._entry[1]
            return quietly(held.read, self.target) if isinstance(held, AddedProperty) else held
        assert self._declared is not None
        return quietly(self._declared.read, _plain(self.target))

    def set(self, value: Value) -> None:
        """Set the value."""
        from msolemu.runtime.values.members import set_property

        set_property(self.target, self.name, value)

    @property
    def net_type(self) -> NetType:
        """The class of PSPropertyInfo that it is to a script."""
        return known_type(f"System.Management.Automation.PS{self.kind}")

    @property
    def held(self) -> Any:
        """What stands in the table: the value itself, or the member that computes it; None of a type's own property."""
        return None if self._entry is None else self._entry[1]

    @property
    def settable(self) -> bool:
        """Whether it can be set."""
        if self._declared is not None:
            return self._declared.write is not None
        held = self.held
        if isinstance(held, AddedProperty):
            return held.settable
        return self.kind != "Property" or isinstance(held, str)

    @property
    def type_name(self) -> str:
        """The full name of its type."""
        if self._declared is not None:
            return self._declared.type_name
        held = self.held
        if isinstance(held, AddedProperty):
            return "System.Object"
        return "System.Object" if held is None else type_of(held).full_name


def _plain(value: Value) -> Value:
    return value.base if type(value) is PSObject else value


def find_property(value: Value, name: str) -> PropertyView | None:
    """The property of that name, of dictionaries a key too; None when the value has none."""
    if value is None or value is NOTHING:
        return None
    lower = name.lower()
    table = own_members(value)
    if table is not None:
        entry = table.get(lower)
        if entry is not None and _is_property(entry[1]):
            return _note(value, entry)
    plain = _plain(value)
    if isinstance(plain, Hashtable) and name in plain:
        return PropertyView(value, _spelling(plain, name), "NoteProperty", [lower, plain.get(name)])
    if hasattr(type(plain), "dynamic_properties"):
        entry = plain.dynamic_properties().get(lower)
        if entry is not None:
            return PropertyView(value, entry[0], "Property", entry)
    added = added_to_type(value, lower)
    if added is not None and _is_property(added[1]):
        return PropertyView(value, added[0], _kind(added[1]), added)
    declared = type_of(plain).property(lower)
    if declared is not None:
        return PropertyView(value, declared.name, declared.kind, declared=declared)
    return None


def _spelling(table: Hashtable, name: str) -> str:
    """The key as it stands in the table."""
    folded = table.fold(name)
    return next((key for key in table if isinstance(key, str) and table.fold(key) == folded), name)


def _is_property(held: Value) -> bool:
    return isinstance(held, AddedProperty) or not isinstance(held, Member)


def _kind(held: Value) -> str:
    return held.kind if isinstance(held, AddedProperty) else "NoteProperty"


def _note(value: Value, entry: list[Value]) -> PropertyView:
    return PropertyView(value, entry[0], _kind(entry[1]), entry, is_instance=True)


def properties_of(value: Value) -> list[PropertyView]:
    """Every property: what was added to the object, what was added to its type, then what .NET's type has."""
    if value is None or value is NOTHING:
        return []
    found: dict[str, PropertyView] = {}
    for view in _all(value):
        found.setdefault(view.name.lower(), view)
    return list(found.values())


def _all(value: Value) -> Iterator[PropertyView]:
    table = own_members(value)
    plain = _plain(value)
    if table is not None:
        yield from (_note(value, entry) for entry in table.values() if _is_property(entry[1]))
    for data in type_data_of(value):
        for entry in data.members.values():
            if _is_property(entry[1]):
                yield PropertyView(value, entry[0], _kind(entry[1]), entry)
    if hasattr(type(plain), "dynamic_properties"):
        yield from (PropertyView(value, entry[0], "Property", entry) for entry in plain.dynamic_properties().values())
        return
    declared = [one for one in type_of(plain).all_properties() if not one.hidden]
    for one in sorted(declared, key=_order):
        yield PropertyView(value, one.name, one.kind, declared=one, is_instance=one.kind == "NoteProperty")


def _order(declared: Property) -> int:
    return _KINDS.get(declared.kind, 1)


def has_properties(value: Value) -> bool:
    """Whether the value has any property to show."""
    return next(iter(_all(value)), None) is not None if value is not None and value is not NOTHING else False


def default_display_property(value: Value) -> str | None:
    """The property that its type data name as the one to show."""
    return next((data.default_display_property for data in type_data_of(value) if data.default_display_property), None)


def default_display_set(value: Value) -> Sequence[str]:
    """The properties that are shown by default: those that the object's standard members or its type data name."""
    own = _standard_set(value, "defaultdisplaypropertyset")
    if own:
        return own
    return next((data.default_display_set for data in type_data_of(value) if data.default_display_set), ())


def default_key_set(value: Value) -> Sequence[str]:
    """The properties that an object is sorted, grouped and compared by where none is named."""
    own = _standard_set(value, "defaultkeypropertyset")
    if own:
        return own
    return next((data.default_key_set for data in type_data_of(value) if data.default_key_set), ())


def property_set(value: Value, name: str) -> Sequence[str]:
    """The properties that a set of that name, on the object or on its type, stands for; none where there is no set."""
    folded = name.lower()
    entry = (own_members(value) or {}).get(folded) or added_to_type(value, folded)
    return entry[1].names if entry is not None and isinstance(entry[1], PropertySet) else ()


def _standard_set(value: Value, name: str) -> Sequence[str]:
    table = None if is_enumerable(value) else own_members(value)
    entry = None if table is None else table.get("psstandardmembers")
    if entry is None or not isinstance(entry[1], MemberSet):
        return ()
    found = entry[1].members.get(name)
    return found[1].names if found is not None and isinstance(found[1], PropertySet) else ()

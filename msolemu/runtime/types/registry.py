"""Types found by name and by value."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeVar

from msolemu.runtime import objects
from msolemu.runtime.objects import PSCustomObject, PSObject, TypedArray, Value
from msolemu.runtime.records import ErrorRecord, ExceptionValue
from msolemu.runtime.types.net_type import NetType

C = TypeVar("C", bound=type)

_BY_NAME: dict[str, NetType] = {}
_BY_CLASS: dict[type, NetType] = {}
_ARRAYS: dict[NetType, NetType] = {}


def declare(
    full_name: str,
    base: NetType | None,
    python: type | None = None,
    accelerators: Sequence[str] = (),
    *,
    is_value: bool = False,
    is_enum: bool = False,
    home: str = "",
) -> NetType:
    """Make a type known under its name and its accelerators."""
    kind = NetType(
        full_name, base, accelerators=accelerators, python=python, is_value=is_value, is_enum=is_enum, home=home
    )
    for name in (full_name, *accelerators):
        _BY_NAME[name.lower()] = kind
    if python is not None:
        _BY_CLASS[python] = kind
    return kind


OBJECT = declare("System.Object", None, object, ("object",))
VALUE_TYPE = declare("System.ValueType", OBJECT)
ENUM = declare("System.Enum", VALUE_TYPE)
STRING = declare("System.String", OBJECT, str, ("string",))
ARRAY = declare("System.Array", OBJECT, None, ("array",))
EXCEPTION = declare("System.Exception", OBJECT)
_class: type | None
for _name, _class, _accelerators in (
    ("System.Boolean", bool, ("bool",)),
    ("System.Int32", int, ("int", "int32")),
    ("System.Int64", objects.Int64, ("long", "int64")),
    ("System.UInt32", objects.UInt32, ("uint", "uint32")),
    ("System.UInt64", objects.UInt64, ("ulong", "uint64")),
    ("System.Int16", objects.Int16, ("short", "int16")),
    ("System.UInt16", objects.UInt16, ("ushort", "uint16")),
    ("System.Byte", objects.Byte, ("byte",)),
    ("System.SByte", objects.SByte, ("sbyte",)),
    ("System.Numerics.BigInteger", objects.BigInteger, ("bigint",)),
    ("System.Double", float, ("double",)),
    ("System.Single", objects.Single, ("float", "single")),
    ("System.Decimal", Decimal, ("decimal",)),
    ("System.Char", objects.Char, ("char",)),
    ("System.Guid", uuid.UUID, ("guid",)),
    ("System.Collections.DictionaryEntry", objects.DictionaryEntry, ()),
    ("System.Management.Automation.SwitchParameter", None, ("switch",)),
):
    declare(_name, VALUE_TYPE, _class, _accelerators, is_value=True)
for _name, _class, _accelerators in (
    ("System.Collections.Hashtable", objects.Hashtable, ("hashtable",)),
    ("System.Collections.Specialized.OrderedDictionary", objects.OrderedDictionary, ("ordered",)),
    ("System.Collections.ArrayList", objects.ArrayList, ()),
    ("System.Management.Automation.PSCustomObject", PSCustomObject, ()),
    ("System.Management.Automation.PSObject", PSObject, ("psobject", "pscustomobject")),
    ("System.Management.Automation.ErrorRecord", ErrorRecord, ()),
    ("System.Type", NetType, ("type",)),
    ("System.Void", None, ("void",)),
):
    declare(_name, OBJECT, _class, _accelerators)


def find_type(name: str) -> NetType | None:
    """The type that a script names: by accelerator or full name, `System.` left out or not, arrays with `[]`."""
    plain = name.strip().lower()
    found = _BY_NAME.get(plain) or _BY_NAME.get("system." + plain)
    if found is None and plain.endswith("[]"):
        element = find_type(plain[:-2])
        return None if element is None else array_of(element)
    return found


def array_of(element: NetType) -> NetType:
    """The type of arrays of an element type."""
    known = _ARRAYS.get(element)
    if known is None:
        known = _ARRAYS[element] = NetType(f"{element.full_name}[]", ARRAY, element=element)
    return known


def type_of(value: Value) -> NetType:
    """The type of a value that is not null."""
    cls = type(value)
    if cls is PSObject:
        return type_of(value.base)
    if cls is list:
        return array_of(OBJECT)
    if cls is TypedArray:
        return array_of(value.element)
    if cls is ExceptionValue:
        return _BY_NAME.get(value.type_name.lower()) or NetType(value.type_name, EXCEPTION)
    return net_type_of_class(cls)


def net_type_of_class(cls: type) -> NetType:
    """The type whose values have this Python class, or the nearest base of it that has one."""
    return next(_BY_CLASS[base] for base in cls.__mro__ if base in _BY_CLASS)


def type_names(value: Value) -> tuple[str, ...]:
    """`PSTypeNames`: the names that were given to the object, then those of its type and the bases."""
    own = value.type_names if isinstance(value, PSObject | PSCustomObject) else ()
    return (*own, *(kind.full_name for kind in type_of(value).lineage()))


def net_object(full_name: str, base: NetType = OBJECT) -> Callable[[C], C]:
    """Declare a dataclass as a .NET type whose properties are its fields."""

    def declared(cls: C) -> C:
        declare(full_name, base, cls)
        return cls

    return declared


def net_enum(full_name: str) -> Callable[[C], C]:
    """Declare an enumeration as a .NET one."""

    def declared(cls: C) -> C:
        declare(full_name, ENUM, cls, is_value=True, is_enum=True)
        return cls

    return declared

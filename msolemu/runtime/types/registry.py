"""Types found by name and by value."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Sequence
from decimal import Decimal
from importlib import import_module
from typing import Any, TypeVar

from msolemu.foundation.dataclass import fields, is_dataclass, is_frozen
from msolemu.runtime.errors.records import ErrorRecord, ExceptionValue
from msolemu.runtime.types import catalogue, enumerations, exceptions
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.values import objects
from msolemu.runtime.values.objects import PSCustomObject, PSObject, TypedArray, Value

C = TypeVar("C", bound=type)

HOMES = "msolemu.runtime.types."
CORE_LIBRARY = "System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e"
INTERFACE_NAMES = frozenset(catalogue.INTERFACES)
"""The full names of the interfaces."""
PLACEHOLDERS = {1: ("t",), 2: ("tkey", "tvalue"), 3: ("t1", "t2", "tresult")}
"""What the type parameters of generic types are called in signatures, by how many there are; tuples number them."""

_BY_NAME: dict[str, NetType] = {}
_BY_CLASS: dict[type, NetType] = {}
_ARRAYS: dict[tuple[NetType, int], NetType] = {}
_GENERICS: dict[tuple[NetType, tuple[NetType, ...]], NetType] = {}
_PROVIDERS: dict[str, Callable[[], object]] = {
    name.lower(): functools.partial(import_module, place)
    for place, names in catalogue.ELSEWHERE.items()
    for name in names
}
_LOADED: set[str] = set()


def declare(
    full_name: str,
    base: NetType | None,
    python: type | None = None,
    accelerators: Sequence[str] = (),
    *,
    is_value: bool = False,
    is_enum: bool = False,
    home: str = "",
    interfaces: Sequence[str] = (),
) -> NetType:
    """Make a type known under its name and its accelerators; one that is known already gets its Python class."""
    known = _BY_NAME.get(full_name.lower()) or _listed(full_name.lower())
    if known is not None:
        if python is not None:
            represent(known, python)
        return known
    return declare_new(
        full_name, base, python, accelerators, is_value=is_value, is_enum=is_enum, home=home, interfaces=interfaces
    )


def declare_new(
    full_name: str,
    base: NetType | None,
    python: type | None = None,
    accelerators: Sequence[str] = (),
    *,
    is_value: bool = False,
    is_enum: bool = False,
    home: str = "",
    interfaces: Sequence[str] = (),
) -> NetType:
    """Make a type that is not known yet."""
    kind = NetType(
        full_name,
        base,
        accelerators=accelerators,
        python=python,
        is_value=is_value,
        is_enum=is_enum,
        home=HOMES + home if home else "",
        interfaces=interfaces,
    )
    for name in (full_name, *accelerators):
        _BY_NAME[name.lower()] = kind
    if python is not None:
        _BY_CLASS[python] = kind
    return kind


def represent(kind: NetType, python: type) -> None:
    """Say which Python class the values of a type have."""
    if kind.python is None:
        kind.python = python
    _BY_CLASS[python] = kind


OBJECT = declare_new("System.Object", None, object, home="objects")
VALUE_TYPE = declare_new("System.ValueType", OBJECT)
ENUM = declare_new(
    "System.Enum",
    VALUE_TYPE,
    home="enumeration",
    interfaces=(catalogue.COMPARABLE, catalogue.FORMATTABLE, catalogue.CONVERTIBLE),
)
STRING = declare_new(
    "System.String",
    OBJECT,
    str,
    ("string",),
    home="text_statics",
    interfaces=(catalogue.COMPARABLE, catalogue.ENUMERABLE, catalogue.CONVERTIBLE, catalogue.CLONEABLE),
)
ARRAY = declare_new(
    "System.Array",
    OBJECT,
    None,
    ("array",),
    home="array_statics",
    interfaces=(*catalogue.LIST_INTERFACES, catalogue.CLONEABLE),
)
EXCEPTION = declare_new("System.Exception", OBJECT, None, home="errors")
_class: type | None
_accelerators: tuple[str, ...]
_interfaces: tuple[str, ...]
_COMPARED = (catalogue.COMPARABLE, catalogue.FORMATTABLE)
_CONVERTED = (catalogue.COMPARABLE, catalogue.CONVERTIBLE)
_NUMBER = (*_COMPARED, catalogue.CONVERTIBLE)
for _name, _class, _accelerators, _home, _interfaces in (
    ("System.Boolean", bool, ("bool",), "truth", _CONVERTED),
    ("System.Int32", int, ("int", "int32"), "numbers", _NUMBER),
    ("System.Int64", objects.Int64, ("long", "int64"), "numbers", _NUMBER),
    ("System.UInt32", objects.UInt32, ("uint", "uint32"), "numbers", _NUMBER),
    ("System.UInt64", objects.UInt64, ("ulong", "uint64"), "numbers", _NUMBER),
    ("System.Int16", objects.Int16, ("short", "int16"), "numbers", _NUMBER),
    ("System.UInt16", objects.UInt16, ("ushort", "uint16"), "numbers", _NUMBER),
    ("System.Byte", objects.Byte, ("byte",), "numbers", _NUMBER),
    ("System.SByte", objects.SByte, ("sbyte",), "numbers", _NUMBER),
    ("System.Numerics.BigInteger", objects.BigInteger, ("bigint",), "numbers", _COMPARED),
    ("System.Double", float, ("double",), "numbers", _NUMBER),
    ("System.Single", objects.Single, ("float", "single"), "numbers", _NUMBER),
    ("System.Decimal", Decimal, ("decimal",), "numbers", _NUMBER),
    ("System.Char", objects.Char, ("char",), "characters", _NUMBER),
):
    declare_new(_name, VALUE_TYPE, _class, _accelerators, is_value=True, home=_home, interfaces=_interfaces)
declare_new(
    "System.Collections.DictionaryEntry", VALUE_TYPE, objects.DictionaryEntry, is_value=True, home="dictionaries"
)
declare_new(
    "System.Management.Automation.SwitchParameter",
    VALUE_TYPE,
    objects.SwitchParameter,
    ("switch",),
    is_value=True,
    home="switch",
)
for _name, _class, _accelerators, _home, _interfaces in (
    (
        "System.Collections.Hashtable",
        objects.Hashtable,
        ("hashtable",),
        "dictionaries",
        (*catalogue.DICTIONARY_INTERFACES, catalogue.CLONEABLE),
    ),
    (
        "System.Collections.Specialized.OrderedDictionary",
        objects.OrderedDictionary,
        ("ordered",),
        "dictionaries",
        catalogue.DICTIONARY_INTERFACES,
    ),
    ("System.Collections.ArrayList", objects.ArrayList, (), "lists", (*catalogue.LIST_INTERFACES, catalogue.CLONEABLE)),
    ("System.Management.Automation.PSCustomObject", PSCustomObject, (), "", ()),
    ("System.Management.Automation.PSObject", PSObject, ("psobject", "pscustomobject"), "extended_members", ()),
    ("System.Management.Automation.ErrorRecord", ErrorRecord, (), "errors", ()),
    ("System.Void", None, ("void",), "", ()),
):
    declare_new(_name, OBJECT, _class, _accelerators, home=_home, interfaces=_interfaces)

MEMBER_INFO = declare_new("System.Reflection.MemberInfo", OBJECT)
TYPE = declare_new("System.Type", MEMBER_INFO, None, ("type",), home="type_queries")
declare_new("System.RuntimeType", declare_new("System.Reflection.TypeInfo", TYPE), NetType)
BOOLEAN, INT, CHAR = (_BY_NAME["system." + _name] for _name in ("boolean", "int32", "char"))
PSOBJECT = _BY_NAME["psobject"]
_OBJECT_ARRAY = NetType("System.Object[]", ARRAY, element=OBJECT)
_ARRAYS[OBJECT, 1] = _OBJECT_ARRAY
_BY_CLASS[list] = _OBJECT_ARRAY


def find_type(name: str) -> NetType | None:
    """The type that a script names: accelerator or full name, `System.` left out or not, arrays, generic types."""
    plain = name.strip().lower()
    found = _BY_NAME.get(plain) or _BY_NAME.get("system." + plain)
    if found is not None:
        return found
    if plain.endswith("]"):
        return _composed(plain)
    found = _listed(plain) or _listed("system." + plain)
    if found is None and (_provided(plain) or _provided("system." + plain)):
        return find_type(plain)
    if found is not None:
        _BY_NAME[plain] = found
    return found


def provide(beginning: str, load: Callable[[], object]) -> None:
    """Say what declares the types whose names begin so; it is done when one is first named that is not known."""
    _PROVIDERS.setdefault(beginning.lower(), load)


def _provided(name: str) -> bool:
    """Whether something was loaded that may have declared a type."""
    for beginning, load in _PROVIDERS.items():
        if name.startswith(beginning) and beginning not in _LOADED:
            _LOADED.add(beginning)
            load()
            return True
    return False


def _composed(name: str) -> NetType | None:
    """An array or a closed generic type."""
    opening = _matching(name)
    if opening < 1:
        return None
    inside = name[opening + 1 : -1]
    if not inside.strip(", "):
        element = find_type(name[:opening])
        return None if element is None else array_of(element, inside.count(",") + 1)
    words = _split(inside)
    definition = find_type(f"{name[:opening].partition('`')[0]}`{len(words)}")
    arguments = [find_type(_unquoted(word)) for word in words]
    if definition is None or any(argument is None for argument in arguments):
        return None
    return generic_of(definition, tuple(argument for argument in arguments if argument is not None))


def _unquoted(word: str) -> str:
    """`[System.String, mscorlib, ...]` names a type with its assembly."""
    return word[1:-1].split(",", maxsplit=1)[0] if word.startswith("[") else word


def _matching(name: str) -> int:
    depth = 0
    for position in range(len(name) - 1, -1, -1):
        depth += (name[position] == "]") - (name[position] == "[")
        if not depth:
            return position
    return -1


def _split(inside: str) -> list[str]:
    words = [""]
    depth = 0
    for unit in inside:
        depth += (unit == "[") - (unit == "]")
        if unit == "," and not depth:
            words.append("")
        else:
            words[-1] += unit
    return [word.strip() for word in words]


def _listed(name: str) -> NetType | None:
    """A type of the catalogue, made when it is first named."""
    spelled = _spellings().get(name)
    if spelled is None:
        return None
    if spelled in catalogue.INTERFACES:
        return _made(spelled, OBJECT, "", ())
    if spelled in exceptions.EXCEPTIONS:
        return _made(spelled, find_type(exceptions.EXCEPTIONS[spelled]), "errors", ())
    if spelled in enumerations.NAMES:
        return enumerations.make(spelled)
    base, home, interfaces = catalogue.CLASSES.get(spelled) or catalogue.STRUCTS[spelled]
    made = _made(spelled, find_type(base), home, interfaces, is_value=spelled in catalogue.STRUCTS)
    place = catalogue.PYTHON_CLASSES.get(spelled)
    if place is not None:
        represent(made, getattr(import_module(place[0]), place[1]))
    return made


def _made(
    full_name: str, base: NetType | None, home: str, interfaces: Sequence[str], *, is_value: bool = False
) -> NetType:
    accelerators = [short for short, long in catalogue.ACCELERATORS.items() if long == full_name]
    kind = NetType(
        full_name,
        base,
        accelerators=accelerators,
        home=HOMES + home if home else "",
        interfaces=interfaces,
        is_value=is_value,
    )
    for name in (full_name, *accelerators):
        _BY_NAME[name.lower()] = kind
    return kind


@functools.cache
def _spellings() -> dict[str, str]:
    """The catalogue's names and accelerators in lower case, with the full name that each means."""
    tables = (catalogue.CLASSES, catalogue.STRUCTS, catalogue.INTERFACES, exceptions.EXCEPTIONS, enumerations.NAMES)
    names = {name.lower(): name for table in tables for name in table}
    return names | {short.lower(): name for short, name in catalogue.ACCELERATORS.items()}


def known_type(name: str) -> NetType:
    """A type that must be there."""
    found = find_type(name)
    if found is None:
        raise LookupError(name)
    return found


def parameter_type(name: str, owner: NetType) -> NetType:
    """The type that a signature names, its type parameters filled in as the owner is closed."""
    plain = name.lower()
    word = plain.partition("[")[0]
    for kind in owner.lineage():
        count = len(kind.arguments)
        for places in (PLACEHOLDERS.get(count, ()), tuple(f"t{place}" for place in range(1, count + 1))):
            if word in places:
                argument = kind.arguments[places.index(word)]
                return array_of(argument) if plain.endswith("[]") else argument
    return find_type(plain) or OBJECT


def array_of(element: NetType, rank: int = 1) -> NetType:
    """The type of arrays of an element type."""
    known = _ARRAYS.get((element, rank))
    if known is None:
        name = f"{element.full_name}[{',' * (rank - 1)}]"
        known = _ARRAYS[element, rank] = NetType(name, ARRAY, element=element, rank=rank)
    return known


def generic_of(definition: NetType, arguments: tuple[NetType, ...]) -> NetType:
    """A generic type closed over its arguments."""
    known = _GENERICS.get((definition, arguments))
    if known is None:
        listed = ",".join(f"[{argument.full_name}, {CORE_LIBRARY}]" for argument in arguments)
        known = _GENERICS[definition, arguments] = NetType(
            f"{definition.full_name}[{listed}]",
            definition.base,
            interfaces=tuple(definition.interfaces),
            is_value=definition.is_value,
            definition=definition,
            arguments=arguments,
        )
    return known


def type_of(value: Value) -> NetType:
    """The type of a value that is not null."""
    cls = type(value)
    known = _BY_CLASS.get(cls)
    if known is not None and cls is not PSObject:
        return known
    rule = _VARYING.get(cls)
    if rule is not None:
        return rule(value)
    own = getattr(cls, "net_type", None)
    if own is not None:
        return own if isinstance(own, NetType) else value.net_type
    return net_type_of_class(cls)


known_class = _BY_CLASS.get
"""The type whose values all have that Python class; None where the type depends on the value, or is not known yet."""


def forget_members() -> None:
    """A type has got or lost members: the quick ways to members that were found so far hold no longer."""
    for kind in (*_BY_NAME.values(), *_BY_CLASS.values(), *_ARRAYS.values(), *_GENERICS.values()):
        kind.calls.clear()
        kind.readers.clear()


def exception_type(name: str) -> NetType:
    """The exception class of that name; one that is not listed derives from System.Exception."""
    return find_type(name) or declare(name, EXCEPTION)


@functools.cache
def _list_of(element: NetType) -> NetType:
    return generic_of(known_type("System.Collections.Generic.List`1"), (element,))


_VARYING: dict[type, Callable[[Any], NetType]] = {
    PSObject: lambda value: type_of(value.base),
    TypedArray: lambda value: array_of(value.element),
    objects.GenericList: lambda value: _list_of(value.element),
    ExceptionValue: lambda value: exception_type(value.type_name),
}


_OF_PYTHON = {place: name for name, place in catalogue.PYTHON_CLASSES.items()}


def net_type_of_class(cls: type) -> NetType:
    """The type whose values have this Python class, or the nearest base of it that has one."""
    for base in cls.__mro__[:-1]:
        if base in _BY_CLASS:
            return _BY_CLASS[base]
    name = enumerations.name_of_class(cls) or _OF_PYTHON.get((cls.__module__, cls.__qualname__))
    return OBJECT if name is None else known_type(name)


def type_names(value: Value) -> tuple[str, ...]:
    """`PSTypeNames`: the names that were given to the object, then those of its type and the bases."""
    own = value.type_names if isinstance(value, PSObject | PSCustomObject) else ()
    return (*own, *(kind.full_name for kind in type_of(value).lineage()))


def net_object(full_name: str, base: NetType = OBJECT) -> Callable[[C], C]:
    """Declare a dataclass as a .NET type whose properties are its fields."""

    def declared(cls: C) -> C:
        kind = declare(full_name, base, cls)
        if is_dataclass(cls):
            for field in fields(cls):
                write = None if is_frozen(cls) else _writer(field.name)
                kind.declare_property(field.name, operator.attrgetter(field.name), _net_name(field.type), write)
        return cls

    return declared


def _writer(name: str) -> Callable[[Any, Any], None]:
    return lambda value, new: setattr(value, name, new)


_NET_NAMES = {"str": "System.String", "bool": "System.Boolean", "int": "System.Int32", "float": "System.Double"}


def _net_name(annotation: object) -> str:
    """The .NET name of a field's annotation, System.Object where it says nothing simple."""
    text = annotation if isinstance(annotation, str) else getattr(annotation, "__name__", "")
    return _NET_NAMES.get(text.removesuffix(" | None"), "System.Object")


def net_enum(full_name: str) -> Callable[[C], C]:
    """Declare an enumeration as a .NET one; its members are the values, even where the catalogue lists the name."""

    def declared(cls: C) -> C:
        declare(full_name, ENUM, cls, is_value=True, is_enum=True).python = cls
        return cls

    return declared

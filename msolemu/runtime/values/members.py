"""Members of values: what stands behind `.` and `::`.

A name is looked for among the members that were added to the object, the keys of a dictionary, what was added to the
type, what the type declares, what every object has, and last among the elements of a collection.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.compiling.indexing import get_index, set_index
from msolemu.runtime.errors.net_errors import (
    NetError,
    cannot_set,
    method_not_found,
    method_on_null,
    property_not_found,
    set_failed,
)
from msolemu.runtime.errors.records import PowerShellError, runtime_error
from msolemu.runtime.state import current
from msolemu.runtime.types.net_type import Method, NetType, Property
from msolemu.runtime.types.registry import OBJECT, find_type, known_class, type_of
from msolemu.runtime.values.extended import AddedProperty, ScriptMethod, added_to_type, own_members
from msolemu.runtime.values.objects import (
    NOTHING,
    Hashtable,
    Member,
    OrderedDictionary,
    PSCustomObject,
    PSObject,
    Value,
    enumerate_value,
    is_enumerable,
    unwrap,
)
from msolemu.runtime.values.overloads import bound, choose, exact_call, guarded, is_exact, is_refusal, is_settled
from msolemu.runtime.values.property_views import (
    PropertyView,
    default_display_property,
    default_display_set,
    find_property,
    has_properties,
    properties_of,
    quietly,
)

__all__ = [
    "Keyed",
    "PropertyView",
    "build",
    "construct",
    "default_display_property",
    "default_display_set",
    "find_property",
    "get_declared",
    "get_index",
    "get_property",
    "get_property_strictly",
    "get_static",
    "has_properties",
    "invoke_as",
    "invoke_method",
    "invoke_static",
    "properties_of",
    "set_index",
    "set_property",
    "set_static",
]

Keyed = Hashtable
"""What has its keys as properties."""

ABSENT: Any = type("Absent", (), {"__repr__": lambda self: "ABSENT", "__slots__": ()})()
COUNTS = ("count", "length")
_TABLES = (Hashtable, OrderedDictionary)


def get_property(value: Value, name: str) -> Value:
    """The value of a property, null when there is none."""
    cls = type(value)
    if cls is PSCustomObject:
        entry = value.properties.get(name.lower())
        if entry is not None and not isinstance(entry[1], Member):
            return entry[1]
    elif cls in _TABLES:
        held = value.get(name, ABSENT)
        if held is not ABSENT:
            return held
    else:
        kind = known_class(cls)
        if kind is not None:
            read = kind.readers.get(name)
            if read is not None:
                return read(value)
    found = lookup(value, name)
    return None if found is ABSENT else found


def get_declared(value: Value, name: str) -> Value:
    """A property that the type itself declares, null when there is none."""
    found = _of_type(unwrap(value), name, name.lower())
    return get_property(value, name) if found is ABSENT else found


def get_property_strictly(value: Value, name: str) -> Value:
    """The value of a property; raises PropertyNotFoundStrict when there is none."""
    found = lookup(value, name, strict=True)
    if found is ABSENT:
        raise property_not_found(name)
    return found


def lookup(value: Value, name: str, *, strict: bool = False) -> Value:
    """The value of a property, or ABSENT."""
    lower = name.lower()
    if value is None or value is NOTHING:
        return 0 if lower in COUNTS and not strict else ABSENT
    found = _own(value, name, lower)
    if found is not ABSENT:
        return found
    inner = _of_type(value.base if type(value) is PSObject else value, name, lower)
    if inner is not ABSENT:
        return inner
    if lower.startswith("ps"):
        intrinsic = _intrinsic(value, lower)
        if intrinsic is not ABSENT:
            return intrinsic
    plain = value.base if type(value) is PSObject else value
    if is_enumerable(plain):
        return _enumerated(plain, name, strict=strict)
    return 1 if lower in COUNTS and not strict else ABSENT


def _own(value: Value, name: str, lower: str) -> Value:
    """A member of the object itself, a key, or what was added to its type."""
    table = own_members(value)
    if table is not None:
        entry = table.get(lower)
        if entry is not None:
            return _held(entry[1], value)
    plain = value.base if type(value) is PSObject else value
    if isinstance(plain, Hashtable):
        held = plain.get(name, ABSENT)
        if held is not ABSENT:
            return held
    if hasattr(type(plain), "dynamic_properties"):
        found = plain.dynamic_properties().get(lower)
        if found is not None:
            return found[1]
    added = added_to_type(value, lower)
    return ABSENT if added is None else _held(added[1], value)


def _held(held: Value, target: Value) -> Value:
    if not isinstance(held, Member):
        return held
    if isinstance(held, AddedProperty):
        return quietly(held.read, target)
    from msolemu.runtime.types.extended_members import member_object

    return member_object(held, target)


def _of_type(plain: Value, name: str, lower: str) -> Value:
    """What the type declares: a property's value, or a method as an object."""
    kind = type_of(plain)
    declared = kind.property(lower)
    if declared is not None:
        read = functools.partial(quietly, declared.read)
        if not hasattr(type(plain), "dynamic_properties"):
            kind.readers[name] = read
        return read(plain)
    method = kind.method(lower)
    if method is None:
        return ABSENT
    from msolemu.runtime.types.extended_members import MethodGroup

    return MethodGroup(method, plain)


def _intrinsic(value: Value, lower: str) -> Value:
    match lower:
        case "psobject":
            from msolemu.runtime.types.extended_members import ObjectMembers

            return ObjectMembers(value)
        case "pstypenames":
            from msolemu.runtime.types.type_name_lists import TypeNames

            return TypeNames(value)
        case "psbase" | "psadapted" | "psextended":
            return value.base if type(value) is PSObject else value
    return ABSENT


def _enumerated(value: Value, name: str, *, strict: bool) -> Value:
    """The property of each element; elements without it give nothing, custom objects null."""
    found: list[Value] = []
    any_has = False
    for element in enumerate_value(value):
        held = ABSENT if element is None else lookup(element, name, strict=True)
        if held is ABSENT and type(element) is PSCustomObject and not strict:
            held = None
        if held is ABSENT:
            continue
        any_has = True
        if is_enumerable(held):
            found.extend(enumerate_value(held))
        else:
            found.append(held)
    if not any_has:
        return ABSENT
    return found if len(found) != 1 else found[0]


def set_property(value: Value, name: str, new: Value) -> None:
    """Set a property; raises when it is not there, is only read or refuses the value."""
    new = None if new is NOTHING else new
    lower = name.lower()
    if value is None or value is NOTHING:
        raise cannot_set(name)
    table = own_members(value)
    if table is not None and lower in table:
        _set_own(table[lower], value, name, new)
        return
    plain = value.base if type(value) is PSObject else value
    if isinstance(plain, Hashtable) and (name in plain or type_of(plain).property(lower) is None):
        plain[name] = new
        return
    added = added_to_type(value, lower)
    if added is not None:
        _set_own(added, value, name, new)
        return
    if hasattr(type(plain), "set_dynamic") and _set_dynamic(plain, name, new):
        return
    declared = type_of(plain).property(lower)
    if declared is not None:
        _set_declared(declared, plain, name, new)
        return
    if type(plain) is PSCustomObject:
        raise set_failed(name, cannot_set(name).record.exception)
    raise cannot_set(name, "PropertyAssignmentException")


def _set_dynamic(plain: Any, name: str, new: Value) -> bool:
    try:
        return bool(plain.set_dynamic(name.lower(), new))
    except NetError as error:
        raise set_failed(name, error.record.exception) from None


def _set_own(entry: list[Value], target: Value, name: str, new: Value) -> None:
    held = entry[1]
    if not isinstance(held, Member):
        entry[1] = new
        return
    if not isinstance(held, AddedProperty):
        raise cannot_set(name)
    try:
        held.write(target, new)
    except PowerShellError as error:
        raise set_failed(name, error.record.exception) from None


def _set_declared(declared: Property, target: Value, name: str, new: Value) -> None:
    if declared.write is None:
        raise runtime_error("PropertyAssignmentException", f"'{declared.name}' is a ReadOnly property.")
    try:
        kind = find_type(declared.type_name)
        if kind is not None and kind is not OBJECT:
            new = convert(new, kind)
        declared.write(target, new)
    except PowerShellError as error:
        if is_refusal(error):
            raise
        raise set_failed(name, error.record.exception) from None


def get_static(kind: NetType, name: str) -> Value:
    """The value of a static property, a method as an object, an enumeration's member; null when there is none."""
    read = kind.readers.get("::" + name)
    if read is not None:
        return read(kind)
    found = kind.static(name.lower())
    if isinstance(found, Property):
        kind.readers["::" + name] = found.read
        return found.read(kind)
    if isinstance(found, Method):
        from msolemu.runtime.types.extended_members import MethodGroup

        return MethodGroup(found, kind, is_static=True)
    if name.lower() == "new" and kind.constructors:
        from msolemu.runtime.types.extended_members import constructors_of

        return constructors_of(kind)
    if kind.is_enum:
        from msolemu.runtime.types.enumeration import named

        member = named(kind, name)
        if member is not None:
            return member
    session = current.find_session()
    if session is not None and session.strict >= 2:
        raise property_not_found(name)
    return None


def set_static(kind: NetType, name: str, new: Value) -> None:
    """Set a static property."""
    found = kind.static(name.lower())
    if not isinstance(found, Property):
        raise cannot_set(name, "PropertyAssignmentException")
    _set_declared(found, kind, name, None if new is NOTHING else new)


def invoke_method(value: Value, name: str, arguments: Sequence[Value]) -> Value:
    """Call a method of a value."""
    if value is None or value is NOTHING:
        raise method_on_null()
    kind = known_class(type(value)) or type_of(value)
    quick = kind.calls.get((name, *map(type, arguments))) if type(value) is not PSObject else None
    if quick is not None:
        return quick(value, arguments)
    return _invoke(value, name, arguments)


def _invoke(value: Value, name: str, arguments: Sequence[Value]) -> Value:
    lower = name.lower()
    added = _added_method(value, lower)
    if added is not None:
        return added.call(value, arguments)
    plain = value.base if type(value) is PSObject else value
    kind = type_of(plain)
    method = kind.method(lower)
    if method is not None:
        return _call(kind, method, plain, name, arguments)
    if lower in ("foreach", "where"):
        from msolemu.runtime.values.collection_methods import foreach_method, where_method

        return (foreach_method if lower == "foreach" else where_method)(plain, arguments)
    if is_enumerable(plain):
        return _invoke_on_elements(plain, kind, name, arguments)
    raise method_not_found(kind.script_name, name)


def _added_method(value: Value, lower: str) -> ScriptMethod | None:
    table = own_members(value)
    if table is not None and lower in table:
        held = table[lower][1]
        return held if isinstance(held, ScriptMethod) else None
    added = added_to_type(value, lower)
    return added[1] if added is not None and isinstance(added[1], ScriptMethod) else None


def invoke_as(kind: NetType, value: Value, name: str, arguments: Sequence[Value]) -> Value:
    """Call a method as a base class has it: what `([Base]$this).Method()` means in a class."""
    method = kind.method(name.lower())
    if method is None:
        return invoke_method(value, name, arguments)
    if kind is OBJECT:
        return _as_object(value, name, arguments)
    chosen = choose(method.name, method.overloads, kind, arguments)
    given = bound(method.name, chosen, kind)(arguments)
    return guarded(method.name, chosen.overload, (value,), given, len(arguments))


def _as_object(value: Value, name: str, arguments: Sequence[Value]) -> Value:
    """What `([object]$value).Method()` gives: what every object has before a type does better."""
    plain = not isinstance(value, PSObject | PSCustomObject)
    if plain and name.lower() == "tostring" and not arguments:
        return type_of(value).text
    if plain and name.lower() == "equals" and len(arguments) == 1:
        return value is arguments[0]
    return invoke_method(value, name, arguments)


def _call(kind: NetType, method: Method, target: Value, name: str, arguments: Sequence[Value]) -> Value:
    chosen = choose(method.name, method.overloads, kind, arguments)
    overload = chosen.overload
    prepare = bound(method.name, chosen, kind)
    key = (name, *map(type, arguments))
    if is_exact(chosen, arguments):
        kind.calls[key] = exact_call(method.name, overload)
    elif is_settled(chosen):
        kind.calls[key] = lambda value, given: guarded(method.name, overload, (value,), prepare(given), len(given))
    return guarded(method.name, overload, (target,), prepare(arguments), len(arguments))


def _invoke_on_elements(value: Value, kind: NetType, name: str, arguments: Sequence[Value]) -> Value:
    found: list[Value] = []
    elements = list(enumerate_value(value))
    if not elements:
        raise method_not_found(kind.script_name, name)
    for element in elements:
        result = invoke_method(element, name, arguments)
        if result is NOTHING:
            continue
        if is_enumerable(result):
            found.extend(enumerate_value(result))
        else:
            found.append(result)
    return found if len(found) != 1 else found[0]


def invoke_static(kind: NetType, name: str, arguments: Sequence[Value]) -> Value:
    """Call a static method."""
    quick = kind.calls.get(("::" + name, *map(type, arguments)))
    if quick is not None:
        return quick(kind, arguments)
    method = kind.static(name.lower())
    if not isinstance(method, Method):
        raise method_not_found(kind.script_name, name)
    chosen = choose(method.name, method.overloads, kind, arguments)
    overload = chosen.overload
    prepare = bound(method.name, chosen, kind)
    key = ("::" + name, *map(type, arguments))
    if is_exact(chosen, arguments):
        kind.calls[key] = lambda owner, given: guarded(method.name, overload, (), given, len(given))
    elif is_settled(chosen):
        kind.calls[key] = lambda owner, given: guarded(method.name, overload, (), prepare(given), len(given))
    return guarded(method.name, overload, (), prepare(arguments), len(arguments))


def construct(kind: NetType, arguments: Sequence[Value]) -> Value:
    """A new object: what `[type]::new(...)` gives."""
    return build(kind, "new", arguments)


def build(kind: NetType, called: str, arguments: Sequence[Value]) -> Value:
    """A new object. Errors say `called`; New-Object names the type there, and the arguments by their numbers."""
    if kind.element is not None:
        from msolemu.runtime.types.arrays import new_array

        return new_array(kind, arguments)
    overloads = kind.constructors
    if kind.is_value and not arguments:
        from msolemu.runtime.types.arrays import default_of

        return default_of(kind)
    candidate = choose(called, overloads, kind, arguments)
    by_number = called != "new"
    given = bound(called if by_number else ".ctor", candidate, kind, by_number=by_number)(arguments)
    target = (kind,) if candidate.overload.takes_type else ()
    return guarded(".ctor", candidate.overload, target, given, len(arguments))

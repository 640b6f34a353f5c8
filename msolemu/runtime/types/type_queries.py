"""The members of a type as a script asks for them: by name, by BindingFlags, by the types of arguments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.errors.net_errors import NetError, null_argument
from msolemu.runtime.errors.records import not_emulated
from msolemu.runtime.types.declaring import method
from msolemu.runtime.types.net_type import Method, NetType, Overload, Property
from msolemu.runtime.types.registry import OBJECT, TYPE, find_type, known_type, type_of
from msolemu.runtime.types.signature import Parameter, Signature
from msolemu.runtime.types.type_members import (
    CONSTRUCTOR_INFO,
    FIELD_INFO,
    MEMBER,
    METHOD_INFO,
    PROPERTY_INFO,
    ConstructorObject,
    FieldObject,
    Invocable,
    MethodObject,
    PropertyObject,
    construct,
    get_value,
    invoke,
    set_value,
)
from msolemu.runtime.values.objects import TypedArray, Value, unwrap

IGNORE_CASE, DECLARED_ONLY, INSTANCE, STATIC, PUBLIC, FLATTEN = 1, 2, 4, 8, 16, 64
CREATE, INVOKE, SET = 512, 256, 8192
USUAL = INSTANCE | STATIC | PUBLIC
FLAGS = "System.Reflection.BindingFlags bindingAttr"


class Asked:
    """Which members a call asks for by BindingFlags."""

    def __init__(self, kind: NetType, flags: Value = USUAL) -> None:
        self.kind = kind
        self.flags: int = flags if isinstance(flags, int) else flags.value

    def __contains__(self, flag: int) -> bool:
        return bool(self.flags & flag)

    def _holders(self, *, is_static: bool) -> list[NetType]:
        """The types whose members count: static ones of bases only where they are asked for."""
        if PUBLIC not in self or (STATIC if is_static else INSTANCE) not in self:
            return []
        own_only = DECLARED_ONLY in self or (is_static and FLATTEN not in self)
        lineage = [self.kind] if own_only else self.kind.lineage()
        for holder in lineage:
            holder.load()
        return lineage

    def properties(self) -> Iterator[PropertyObject]:
        """The properties, the type's own first."""
        seen: set[str] = set()
        for is_static in (False, True):
            for holder in self._holders(is_static=is_static):
                declared = holder.own.statics if is_static else holder.own.properties
                for lower, found in list(declared.items()):
                    if isinstance(found, Property) and lower not in seen:
                        seen.add(lower)
                        yield PropertyObject(found, holder, self.kind, is_static=is_static)

    def methods(self) -> Iterator[MethodObject]:
        """The methods, one for each overload, those that read and write properties first."""
        for one in self.properties():
            yield from _accessors(one)
        seen: set[tuple[object, ...]] = set()
        for is_static in (False, True):
            for holder in self._holders(is_static=is_static):
                declared = holder.own.statics if is_static else holder.own.methods
                for found in list(declared.values()):
                    for overload in found.overloads if isinstance(found, Method) else ():
                        shape = (found.name, *overload.types(self.kind))
                        if shape not in seen:
                            seen.add(shape)
                            yield MethodObject(found.name, holder, self.kind, overload, is_static=is_static)

    def constructors(self) -> Iterator[ConstructorObject]:
        """The constructors."""
        if PUBLIC in self and INSTANCE in self:
            for overload in self.kind.constructors:
                yield ConstructorObject(".ctor", self.kind, self.kind, overload)

    def fields(self) -> Iterator[FieldObject]:
        """The values of an enumeration."""
        if self.kind.is_enum and PUBLIC in self and STATIC in self:
            from msolemu.runtime.types.enumeration import get_names

            for name in get_names(self.kind):
                yield FieldObject(name, self.kind, convert(name, self.kind))

    def named(self, members: Iterator[Any], name: str) -> list[Any]:
        """Those of a name."""
        if name is None:
            raise null_argument("name")
        if IGNORE_CASE in self:
            return [member for member in members if member.name.lower() == name.lower()]
        return [member for member in members if member.name == name]


def _accessors(found: PropertyObject) -> Iterator[MethodObject]:
    declared = found.declared
    reader = Overload(Signature(f"get_{found.name}", declared.type_name, ()), declared.read)
    writer = declared.write
    for call in (reader, writer and Overload(_setter(found), writer)):
        if call:
            yield MethodObject(call.signature.name, found.holder, found.reflected, call, is_static=False)


def _setter(found: PropertyObject) -> Signature:
    return Signature(f"set_{found.name}", "void", (Parameter("value", found.declared.type_name),))


@method(
    TYPE, "System.Reflection.PropertyInfo[] GetProperties()", f"System.Reflection.PropertyInfo[] GetProperties({FLAGS})"
)
def get_properties(kind: NetType, flags: Value = USUAL) -> TypedArray:
    """The properties."""
    return TypedArray(list(Asked(kind, flags).properties()), PROPERTY_INFO)


@method(TYPE, "System.Reflection.MethodInfo[] GetMethods()", f"System.Reflection.MethodInfo[] GetMethods({FLAGS})")
def get_methods(kind: NetType, flags: Value = USUAL) -> TypedArray:
    """The methods, one for each overload."""
    return TypedArray(list(Asked(kind, flags).methods()), METHOD_INFO)


@method(
    TYPE,
    "System.Reflection.ConstructorInfo[] GetConstructors()",
    f"System.Reflection.ConstructorInfo[] GetConstructors({FLAGS})",
)
def get_constructors(kind: NetType, flags: Value = USUAL) -> TypedArray:
    """The constructors."""
    return TypedArray(list(Asked(kind, flags).constructors()), CONSTRUCTOR_INFO)


@method(TYPE, "System.Reflection.FieldInfo[] GetFields()", f"System.Reflection.FieldInfo[] GetFields({FLAGS})")
def get_fields(kind: NetType, flags: Value = USUAL) -> TypedArray:
    """The values of an enumeration; other fields are shown as properties."""
    return TypedArray(list(Asked(kind, flags).fields()), FIELD_INFO)


@method(TYPE, "System.Reflection.MemberInfo[] GetMembers()", f"System.Reflection.MemberInfo[] GetMembers({FLAGS})")
def get_members(kind: NetType, flags: Value = USUAL) -> TypedArray:
    """Methods, constructors, properties and fields."""
    asked = Asked(kind, flags)
    found = [*asked.methods(), *asked.constructors(), *asked.properties(), *asked.fields()]
    return TypedArray(found, known_type("System.Reflection.MemberInfo"))


@method(
    TYPE,
    "System.Reflection.MemberInfo[] GetMember(string name)",
    f"System.Reflection.MemberInfo[] GetMember(string name, {FLAGS})",
)
def get_member(kind: NetType, name: str, flags: Value = USUAL) -> TypedArray:
    """The members of a name."""
    found = Asked(kind, flags).named(iter(get_members(kind, flags)), name)
    return TypedArray(found, known_type("System.Reflection.MemberInfo"))


def _single(found: Sequence[Any]) -> Any:
    """The only one, or None; raises AmbiguousMatchException."""
    if len(found) > 1:
        first = found[0]
        raise NetError(
            "System.Reflection.AmbiguousMatchException", f"Ambiguous match found for '{first.holder.text} {first}'."
        )
    return found[0] if found else None


@method(
    TYPE,
    "System.Reflection.PropertyInfo GetProperty(string name)",
    f"System.Reflection.PropertyInfo GetProperty(string name, {FLAGS})",
)
def get_property(kind: NetType, name: str, flags: Value = USUAL) -> PropertyObject | None:
    """A property by its exact name."""
    asked = Asked(kind, flags)
    return _single(asked.named(asked.properties(), name))  # type: ignore[no-any-return]


@method(
    TYPE,
    "System.Reflection.FieldInfo GetField(string name)",
    f"System.Reflection.FieldInfo GetField(string name, {FLAGS})",
)
def get_field(kind: NetType, name: str, flags: Value = USUAL) -> FieldObject | None:
    """A value of an enumeration by its exact name."""
    asked = Asked(kind, flags)
    return _single(asked.named(asked.fields(), name))  # type: ignore[no-any-return]


@method(
    TYPE,
    "System.Reflection.MethodInfo GetMethod(string name)",
    f"System.Reflection.MethodInfo GetMethod(string name, {FLAGS})",
)
def get_method(kind: NetType, name: str, flags: Value = USUAL) -> MethodObject | None:
    """A method by its exact name, which may have one overload only."""
    asked = Asked(kind, flags)
    return _single(asked.named(asked.methods(), name))  # type: ignore[no-any-return]


@method(
    TYPE,
    "System.Reflection.MethodInfo GetMethod(string name, type[] types)",
    f"System.Reflection.MethodInfo GetMethod(string name, {FLAGS}, type[] types)",
)
def get_overload(kind: NetType, name: str, *rest: Value) -> MethodObject | None:
    """The overload of a method that takes arguments of these types."""
    *flags, types = rest
    asked = Asked(kind, *flags)
    return _taking(asked.named(asked.methods(), name), types)  # type: ignore[no-any-return]


@method(
    TYPE,
    "System.Reflection.ConstructorInfo GetConstructor(type[] types)",
    f"System.Reflection.ConstructorInfo GetConstructor({FLAGS}, type[] types)",
)
def get_constructor(kind: NetType, *rest: Value) -> ConstructorObject | None:
    """The constructor that takes arguments of these types."""
    *flags, types = rest
    return _taking(list(Asked(kind, *flags).constructors()), types)  # type: ignore[no-any-return]


def _taking(found: Sequence[Invocable], types: Sequence[NetType]) -> Any:
    """What takes exactly these types, else what takes values of them."""
    wanted = tuple(types)
    for one in found:
        if one.types == wanted:
            return one
    fitting = [
        one
        for one in found
        if len(one.types) == len(wanted)
        and all(to is OBJECT or given.is_a(to) for given, to in zip(wanted, one.types, strict=True))
    ]
    return _single(fitting)


@method(TYPE, "bool IsDefined(type attributeType, bool inherit)")
@method(TYPE, "System.Object[] GetCustomAttributes(bool inherit)")
@method(TYPE, "System.Object[] GetCustomAttributes(type attributeType, bool inherit)")
@method(MEMBER, "System.Object[] GetCustomAttributes(bool inherit)")
@method(MEMBER, "System.Object[] GetCustomAttributes(type attributeType, bool inherit)")
def refuse_attributes(found: Value, *given: Value) -> Value:
    """Attributes of types and their members are not emulated."""
    raise not_emulated("ReflectedAttributesNotEmulated", "Reading the attributes of types and members")


@method(TYPE, "type[] GetNestedTypes()", f"type[] GetNestedTypes({FLAGS})")
def get_nested_types(kind: NetType, flags: Value = USUAL) -> TypedArray:
    """The types within; of those that are emulated only System.Environment has one."""
    nested = find_type("System.Environment+SpecialFolder") if kind.full_name == "System.Environment" else None
    return TypedArray([nested] if nested is not None else [], TYPE)


@method(
    TYPE,
    "System.Object InvokeMember(string name, System.Reflection.BindingFlags invokeAttr, System.Object binder, "
    "System.Object target, System.Object[] args)",
)
def invoke_member(kind: NetType, name: str, flags: Value, binder: Value, target: Value, given: Value) -> Value:
    """Call a method, or read or set a property, as the flags say."""
    asked, arguments = Asked(kind, USUAL | int(flags.value)), [] if given is None else list(given)
    asks = Asked(kind, flags)
    if CREATE in asks:
        found: Any = [one for one in asked.constructors() if len(one.types) == len(arguments)]
        return construct(_required(found, kind, ".ctor"), arguments)
    if INVOKE in asks:
        found = [one for one in asked.named(asked.methods(), name) if len(one.types) == len(arguments)]
        fitting = _taking(found, [OBJECT if value is None else type_of(unwrap(value)) for value in arguments])
        return invoke(fitting or _required(found, kind, name), target, arguments)
    one = _required(asked.named(asked.properties(), name), kind, name)
    return set_value(one, target, arguments[0]) if SET in asks else get_value(one, target)


def _required(found: Sequence[Any], kind: NetType, name: str) -> Any:
    if not found:
        raise NetError("System.MissingMethodException", f"Method '{kind.text}.{name}' not found.")
    return found[0]

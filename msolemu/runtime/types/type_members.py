"""System.Reflection: the members of a type as objects that a script may look at and call."""

from __future__ import annotations

from typing import Any

from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.errors.net_errors import NetError, argument_error
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.types.declaring import method, properties, typed_property
from msolemu.runtime.types.net_type import NetType, Overload, Property
from msolemu.runtime.types.registry import OBJECT, declare, known_type, parameter_type, type_of
from msolemu.runtime.types.type_objects import PRIMITIVES
from msolemu.runtime.values.objects import NOTHING, TypedArray, Value, unwrap

_REFLECTION = "System.Reflection."
MEMBER = declare(_REFLECTION + "RuntimeMemberInfo", known_type("System.Reflection.MemberInfo"))
METHOD_BASE = declare(_REFLECTION + "MethodBase", MEMBER)
METHOD_INFO = declare(_REFLECTION + "MethodInfo", METHOD_BASE)
CONSTRUCTOR_INFO = declare(_REFLECTION + "ConstructorInfo", METHOD_BASE)
PROPERTY_INFO = declare(_REFLECTION + "PropertyInfo", MEMBER)
FIELD_INFO = declare(_REFLECTION + "FieldInfo", MEMBER)
PARAMETER_INFO = declare(_REFLECTION + "ParameterInfo", OBJECT)
VOID = known_type("System.Void")


def _written(kind: NetType) -> str:
    """A type in the text of a member: basic types without their namespace."""
    return kind.name if kind.name in PRIMITIVES or kind is VOID else kind.text


class Member:
    """A member of a type."""

    __slots__ = ("holder", "is_static", "name", "reflected")
    member_type = ""

    def __init__(self, name: str, holder: NetType, reflected: NetType, *, is_static: bool) -> None:
        self.name = name
        self.holder = holder
        self.reflected = reflected
        self.is_static = is_static

    def called_on(self, target: Value) -> None:
        """Check the object that the member is used of; raises TargetException."""
        if self.is_static:
            return
        if target is None:
            raise NetError(_REFLECTION + "TargetException", "Non-static method requires a target.")
        if not (self.holder is OBJECT or type_of(target).is_a(self.holder)):
            raise NetError(_REFLECTION + "TargetException", "Object does not match target type.")


class ParameterObject:
    """ParameterInfo: a parameter of a method."""

    __slots__ = ("kind", "name", "optional", "position")
    net_type = declare(_REFLECTION + "RuntimeParameterInfo", PARAMETER_INFO)

    def __init__(self, position: int, name: str, kind: NetType, *, optional: bool) -> None:
        self.position = position
        self.name = name
        self.kind = kind
        self.optional = optional

    def __str__(self) -> str:
        return f"{_written(self.kind)} {self.name}"


class Invocable(Member):
    """A method's overload or a constructor."""

    __slots__ = ("overload",)

    def __init__(
        self, name: str, holder: NetType, reflected: NetType, overload: Overload, *, is_static: bool = False
    ) -> None:
        super().__init__(name, holder, reflected, is_static=is_static)
        self.overload = overload

    @property
    def returns(self) -> NetType:
        """What it gives."""
        return parameter_type(self.overload.signature.returns, self.reflected)

    @property
    def types(self) -> tuple[NetType, ...]:
        """The types of its parameters."""
        return self.overload.types(self.reflected)

    def __str__(self) -> str:
        return f"{_written(self.returns)} {self.name}({', '.join(map(_written, self.types))})"

    def arguments(self, given: Value) -> list[Value]:
        """What is given as arguments; raises TargetParameterCountException and ArgumentException."""
        values = [] if given is None else list(given)
        if len(values) != len(self.types):
            raise NetError(_REFLECTION + "TargetParameterCountException", "Parameter count mismatch.")
        return [_fitting(unwrap(value), kind) for value, kind in zip(values, self.types, strict=True)]


def _fitting(value: Value, kind: NetType) -> Value:
    """An argument as .NET takes it: numbers widen, nothing else is converted."""
    if value is None or kind is OBJECT or type_of(value).is_a(kind):
        return value
    if kind.name in PRIMITIVES and type_of(value).name in PRIMITIVES:
        return convert(value, kind)
    if kind.is_delegate or (kind.is_array and isinstance(value, list)):
        return value
    raise argument_error(f"Object of type '{type_of(value).text}' cannot be converted to type '{kind.text}'.")


class MethodObject(Invocable):
    """MethodInfo: one overload of a method."""

    __slots__ = ()
    net_type = declare(_REFLECTION + "RuntimeMethodInfo", METHOD_INFO)
    member_type = "Method"


class ConstructorObject(Invocable):
    """ConstructorInfo."""

    __slots__ = ()
    net_type = declare(_REFLECTION + "RuntimeConstructorInfo", CONSTRUCTOR_INFO)
    member_type = "Constructor"

    @property
    def returns(self) -> NetType:
        """A constructor counts as giving nothing."""
        return VOID


class PropertyObject(Member):
    """PropertyInfo."""

    __slots__ = ("declared",)
    net_type = declare(_REFLECTION + "RuntimePropertyInfo", PROPERTY_INFO)
    member_type = "Property"

    def __init__(self, declared: Property, holder: NetType, reflected: NetType, *, is_static: bool) -> None:
        super().__init__(declared.name, holder, reflected, is_static=is_static)
        self.declared = declared

    @property
    def kind(self) -> NetType:
        """The type of its values."""
        return parameter_type(self.declared.type_name, self.reflected)

    def __str__(self) -> str:
        return f"{_written(self.kind)} {self.name}"


class FieldObject(Member):
    """FieldInfo: a value of an enumeration."""

    __slots__ = ("value",)
    net_type = declare(_REFLECTION + "MdFieldInfo", FIELD_INFO)
    member_type = "Field"

    def __init__(self, name: str, holder: NetType, value: Value) -> None:
        super().__init__(name, holder, holder, is_static=True)
        self.value = value

    def __str__(self) -> str:
        return f"{self.holder.text} {self.name}"


def _member_type(member: Member) -> Value:
    return convert(member.member_type, known_type(_REFLECTION + "MemberTypes"))


properties(
    MEMBER,
    Name=lambda member: member.name,
    DeclaringType=lambda member: member.holder,
    ReflectedType=lambda member: member.reflected,
    MemberType=_member_type,
)
properties(
    METHOD_BASE,
    IsStatic=lambda found: found.is_static,
    IsPublic=lambda found: True,
    IsPrivate=lambda found: False,
    IsConstructor=lambda found: found.member_type == "Constructor",
    IsSpecialName=lambda found: found.name.startswith((".", "get_", "set_")),
    IsGenericMethod=lambda found: False,
)
properties(METHOD_INFO, ReturnType=lambda found: found.returns)
properties(
    PROPERTY_INFO,
    PropertyType=lambda found: found.kind,
    CanRead=lambda found: True,
    CanWrite=lambda found: found.declared.write is not None,
)
properties(
    FIELD_INFO,
    FieldType=lambda found: found.holder,
    IsStatic=lambda found: True,
    IsLiteral=lambda found: True,
    IsPublic=lambda found: True,
)
typed_property(PARAMETER_INFO, "System.String", "Name", lambda found: found.name)
typed_property(PARAMETER_INFO, "type", "ParameterType", lambda found: found.kind)
typed_property(PARAMETER_INFO, "System.Int32", "Position", lambda found: found.position)
typed_property(PARAMETER_INFO, "System.Boolean", "IsOptional", lambda found: found.optional)
for _kind in (MEMBER, PARAMETER_INFO):
    method(_kind, "string ToString()")(str)


@method(METHOD_BASE, "System.Reflection.ParameterInfo[] GetParameters()")
def get_parameters(found: Invocable) -> TypedArray:
    """The parameters."""
    declared = zip(found.overload.signature.parameters, found.types, strict=True)
    made = [
        ParameterObject(place, parameter.name, kind, optional=parameter.optional)
        for place, (parameter, kind) in enumerate(declared)
    ]
    return TypedArray(made, PARAMETER_INFO)


def _wrapped(call: Any, *given: Value) -> Value:
    """What a call gives; what it throws comes inside a TargetInvocationException."""
    try:
        result = call(*given)
    except PowerShellError as error:
        raise NetError(
            _REFLECTION + "TargetInvocationException",
            "Exception has been thrown by the target of an invocation.",
            error.record.exception,
        ) from None
    return None if result is NOTHING else result


@method(METHOD_BASE, "System.Object Invoke(System.Object obj, System.Object[] parameters)")
def invoke(found: Invocable, target: Value, given: Value) -> Value:
    """Call the method on an object, or a static one on null."""
    found.called_on(target)
    receiver = () if found.is_static else (unwrap(target),)
    return _wrapped(found.overload.call, *receiver, *found.arguments(given))


@method(CONSTRUCTOR_INFO, "System.Object Invoke(System.Object[] parameters)")
def construct(found: ConstructorObject, given: Value) -> Value:
    """Make an object."""
    return _wrapped(found.overload.make, found.reflected, *found.arguments(given))


@method(
    PROPERTY_INFO,
    "System.Object GetValue(System.Object obj)",
    "System.Object GetValue(System.Object obj, System.Object[] index)",
)
def get_value(found: PropertyObject, target: Value, index: Value = None) -> Value:
    """The property of an object, or a static one of null."""
    found.called_on(target)
    return _wrapped(found.declared.read, found.reflected if found.is_static else unwrap(target))


@method(
    PROPERTY_INFO,
    "void SetValue(System.Object obj, System.Object value)",
    "void SetValue(System.Object obj, System.Object value, System.Object[] index)",
)
def set_value(found: PropertyObject, target: Value, value: Value, index: Value = None) -> None:
    """Set the property of an object; raises ArgumentException where it is only read."""
    found.called_on(target)
    if found.declared.write is None:
        raise argument_error("Property set method not found.")
    receiver = found.reflected if found.is_static else unwrap(target)
    _wrapped(found.declared.write, receiver, _fitting(unwrap(value), found.kind))


@method(FIELD_INFO, "System.Object GetValue(System.Object obj)")
def get_field_value(found: FieldObject, target: Value) -> Value:
    """The value."""
    return found.value


@method(FIELD_INFO, "System.Object GetRawConstantValue()")
def get_raw_value(found: FieldObject) -> Value:
    """The value as a number."""
    from msolemu.runtime.types.enumeration import underlying_type

    kind = underlying_type(found.holder)
    return convert(found.value, kind)

"""System.Type: what a type tells of itself."""

from __future__ import annotations

from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.errors.records import not_emulated
from msolemu.runtime.foreign.foreign_types import LOADED
from msolemu.runtime.types.declaring import constants, method, properties, refused, static, static_properties
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import (
    INTERFACE_NAMES,
    OBJECT,
    STRING,
    TYPE,
    array_of,
    find_type,
    generic_of,
    known_type,
    net_object,
    type_of,
)
from msolemu.runtime.values.enumerations import enumeration_of
from msolemu.runtime.values.objects import Char, TypedArray, Value

_PRIMITIVE = "Boolean Char SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double IntPtr"
PRIMITIVES: frozenset[str] = frozenset(_PRIMITIVE.split())
ASSEMBLY = "System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e"


def _base(kind: NetType) -> NetType | None:
    return None if kind.full_name in INTERFACE_NAMES else kind.base


def _declaring(kind: NetType) -> NetType | None:
    outer, _, _ = kind.full_name.rpartition("+")
    return find_type(outer) if outer else None


def _namespace(kind: NetType) -> str | None:
    plain = (kind.element or kind).full_name.partition("[")[0]
    return plain.rpartition(".")[0] or None


def _guid(kind: NetType) -> Value:
    import uuid

    return uuid.uuid5(uuid.NAMESPACE_OID, kind.full_name)


def _is_serializable(kind: NetType) -> bool:
    collections = kind.full_name.startswith("System.Collections.")
    return kind.is_value or kind.is_array or kind is STRING or kind is OBJECT or collections


def _assembly_name(kind: NetType) -> str:
    return f"{kind.full_name}, {ASSEMBLY}"


properties(
    TYPE,
    Name=lambda kind: kind.name,
    FullName=lambda kind: kind.full_name,
    Namespace=_namespace,
    AssemblyQualifiedName=_assembly_name,
    BaseType=_base,
    UnderlyingSystemType=lambda kind: kind,
    IsEnum=lambda kind: kind.is_enum,
    IsArray=lambda kind: kind.element is not None,
    IsValueType=lambda kind: kind.is_value,
    IsPrimitive=lambda kind: kind.is_value and kind.name in PRIMITIVES,
    IsClass=lambda kind: not kind.is_value and kind.full_name not in INTERFACE_NAMES,
    IsInterface=lambda kind: kind.full_name in INTERFACE_NAMES,
    IsPublic=lambda kind: True,
    IsAbstract=lambda kind: kind.full_name in (*INTERFACE_NAMES, "System.Math", "System.Enum", "System.Array"),
    IsSealed=lambda kind: kind.is_value or kind.is_array or kind is STRING,
    IsSerializable=_is_serializable,
    IsGenericType=lambda kind: bool(kind.arguments) or "`" in kind.name,
    IsGenericTypeDefinition=lambda kind: not kind.arguments and "`" in kind.name,
    IsNested=lambda kind: "+" in kind.full_name,
    GenericTypeArguments=lambda kind: TypedArray(kind.arguments, TYPE),
    IsGenericParameter=lambda kind: False,
    IsConstructedGenericType=lambda kind: bool(kind.arguments),
    ContainsGenericParameters=lambda kind: not kind.arguments and "`" in kind.name,
    HasElementType=lambda kind: kind.element is not None,
    IsSZArray=lambda kind: kind.element is not None and kind.rank == 1,
    IsVariableBoundArray=lambda kind: kind.element is not None and kind.rank > 1,
    IsByRef=lambda kind: False,
    IsPointer=lambda kind: False,
    IsCOMObject=lambda kind: False,
    IsImport=lambda kind: False,
    IsNotPublic=lambda kind: False,
    IsVisible=lambda kind: True,
    IsNestedPublic=lambda kind: "+" in kind.full_name,
    IsTypeDefinition=lambda kind: kind.element is None and not kind.arguments,
    DeclaringType=_declaring,
    ReflectedType=_declaring,
    MemberType=lambda kind: member("System.Reflection.MemberTypes", "TypeInfo"),
    **{
        name: lambda kind: False
        for name in (
            *("IsAutoClass", "IsByRefLike", "IsCollectible", "IsContextful", "IsExplicitLayout", "IsFunctionPointer"),
            *("IsGenericMethodParameter", "IsGenericTypeParameter", "IsMarshalByRef", "IsNestedAssembly"),
            *("IsNestedFamANDAssem", "IsNestedFamily", "IsNestedFamORAssem", "IsNestedPrivate", "IsSpecialName"),
            *("IsSecuritySafeCritical", "IsSecurityTransparent", "IsSignatureType", "IsUnicodeClass"),
            *("IsUnmanagedFunctionPointer",),
        )
    },
    IsAnsiClass=lambda kind: True,
    IsSecurityCritical=lambda kind: True,
    IsAutoLayout=lambda kind: not kind.is_value,
    IsLayoutSequential=lambda kind: kind.is_value,
    Module=lambda kind: "System.Private.CoreLib.dll",
    GUID=_guid,
)


static_properties(TYPE, EmptyTypes=lambda: TypedArray((), TYPE))
constants(TYPE, Delimiter=Char("."))
refused(
    TYPE,
    "loads no .NET code",
    *("TypeInitializer", "TypeHandle", "StructLayoutAttribute", "CustomAttributes", "MetadataToken", "Attributes"),
    *("DeclaringMethod", "GenericParameterAttributes", "GenericParameterPosition", "::DefaultBinder", "::Missing"),
    *("::FilterAttribute", "::FilterName", "::FilterNameIgnoreCase"),
    *(
        f"{name}()"
        for name in ("GetEvent", "GetEvents", "GetCustomAttributesData", "GetInterfaceMap", "FindInterfaces")
    ),
    *(f"{name}()" for name in ("FindMembers", "MakeByRefType", "MakePointerType", "GetGenericParameterConstraints")),
    *(f"{name}()" for name in ("GetOptionalCustomModifiers", "GetRequiredCustomModifiers", "GetNestedType")),
    *(f"{name}()" for name in ("GetFunctionPointerReturnType", "GetFunctionPointerParameterTypes")),
    "GetFunctionPointerCallingConventions()",
    *(f"::{name}()" for name in ("GetTypeFromCLSID", "GetTypeFromProgID", "GetTypeFromHandle", "GetTypeHandle")),
    *(f"::{name}()" for name in ("MakeGenericMethodParameter", "MakeGenericSignatureType", "ReflectionOnlyGetType")),
)
method(TYPE, "bool IsEquivalentTo(type other)")(lambda kind, other: kind is other)
method(TYPE, "type MakeArrayType(int rank)")(array_of)

ASSEMBLY_TYPE = known_type("System.Reflection.Assembly")


@net_object("System.Reflection.RuntimeAssembly", ASSEMBLY_TYPE)
class Assembly:
    """The assembly that holds a type."""

    __slots__ = ("name",)

    def __init__(self, name: str = ASSEMBLY) -> None:
        self.name = name

    def __str__(self) -> str:
        return self.name


properties(type_of(Assembly()), FullName=to_text, Location=lambda assembly: "")


@static(ASSEMBLY_TYPE, "System.Reflection.Assembly LoadWithPartialName(string partialName)")
def load_with_partial_name(name: str) -> Assembly | None:
    """An assembly of .NET's own, taken as loaded; null for one that is not there, as .NET gives it."""
    return Assembly(name) if name.partition(",")[0].strip().lower() in LOADED else None


@static(
    ASSEMBLY_TYPE,
    "System.Reflection.Assembly Load(string assemblyString)",
    "System.Reflection.Assembly LoadFrom(string assemblyFile)",
    "System.Reflection.Assembly LoadFile(string path)",
    "System.Reflection.Assembly UnsafeLoadFrom(string assemblyFile)",
)
def load(name: str) -> Assembly:
    """An assembly of .NET's own, taken as loaded; no code is loaded from elsewhere."""
    if name.partition(",")[0].strip().lower() in LOADED:
        return Assembly(name)
    raise not_emulated("AssemblyLoadingNotEmulated", f"Loading the assembly {name}")


properties(TYPE, Assembly=lambda kind: Assembly())


@method(TYPE, "string ToString()")
def to_string(kind: NetType) -> str:
    """The name as .NET writes it."""
    return kind.text


@method(TYPE, "bool Equals(System.Object o)", "bool Equals(type o)")
def equals(kind: NetType, other: Value) -> bool:
    """Whether it is the same type."""
    return kind is other


@method(TYPE, "bool IsSubclassOf(type c)")
def is_subclass_of(kind: NetType, other: NetType) -> bool:
    """Whether the other is one of the bases."""
    return kind is not other and other in kind.lineage()


@method(TYPE, "bool IsAssignableFrom(type c)")
def is_assignable_from(kind: NetType, other: NetType | None) -> bool:
    """Whether a value of the other type is one of this."""
    return other is not None and (kind is OBJECT or other.is_a(kind))


@method(TYPE, "bool IsAssignableTo(type targetType)")
def is_assignable_to(kind: NetType, other: NetType | None) -> bool:
    """Whether a value of this type is one of the other."""
    return other is not None and is_assignable_from(other, kind)


@method(TYPE, "bool IsInstanceOfType(System.Object o)")
def is_instance_of_type(kind: NetType, value: Value) -> bool:
    """Whether a value is of the type."""
    return value is not None and is_assignable_from(kind, type_of(value))


@method(TYPE, "type[] GetInterfaces()")
def get_interfaces(kind: NetType) -> TypedArray:
    """The interfaces."""
    names = [name for base in kind.lineage() for name in sorted(base.interfaces)]
    found = [interface for name in dict.fromkeys(names) if (interface := find_type(name)) is not None]
    return TypedArray(found, TYPE)


@method(TYPE, "type GetElementType()")
def get_element_type(kind: NetType) -> NetType | None:
    """The type of an array's elements."""
    return kind.element


@method(TYPE, "int GetArrayRank()")
def get_array_rank(kind: NetType) -> int:
    """How many dimensions an array type has."""
    return kind.rank


@method(TYPE, "type MakeArrayType()")
def make_array_type(kind: NetType) -> NetType:
    """The type of arrays of this type."""
    return array_of(kind)


@method(TYPE, "type MakeGenericType(Params type[] typeArguments)")
def make_generic_type(kind: NetType, arguments: list[NetType]) -> NetType:
    """The generic type closed over its arguments."""
    return generic_of(kind, tuple(arguments))


@method(TYPE, "type[] GetGenericArguments()")
def get_generic_arguments(kind: NetType) -> TypedArray:
    """The arguments of a generic type."""
    return TypedArray(kind.arguments, TYPE)


@method(TYPE, "type GetGenericTypeDefinition()")
def get_generic_type_definition(kind: NetType) -> NetType | None:
    """The open type of a generic one."""
    return kind.definition


@method(TYPE, "string[] GetEnumNames()")
def get_enum_names(kind: NetType) -> Value:
    """The names of an enumeration."""
    from msolemu.runtime.types import enumeration

    return enumeration.get_names(kind)


@method(TYPE, "array GetEnumValues()")
def get_enum_values(kind: NetType) -> Value:
    """The values of an enumeration."""
    from msolemu.runtime.types import enumeration

    return enumeration.get_values(kind)


@method(TYPE, "type GetEnumUnderlyingType()")
def get_enum_underlying_type(kind: NetType) -> Value:
    """The integer type of an enumeration."""
    from msolemu.runtime.types import enumeration

    return enumeration.underlying_type(kind)


@method(TYPE, "string GetEnumName(System.Object value)")
def get_enum_name(kind: NetType, value: Value) -> Value:
    """The name of a value of an enumeration."""
    from msolemu.runtime.types import enumeration

    return enumeration.get_name(kind, value)


@method(TYPE, "bool IsEnumDefined(System.Object value)")
def is_enum_defined(kind: NetType, value: Value) -> Value:
    """Whether a value of an enumeration has a name."""
    from msolemu.runtime.types import enumeration

    return enumeration.defined(kind, value)


@method(TYPE, "type GetInterface(string name)", "type GetInterface(string name, bool ignoreCase)")
def get_interface(kind: NetType, name: str, ignore_case: bool = False) -> NetType | None:
    """An interface of the type by its name, with or without the namespace."""
    for interface in get_interfaces(kind):
        for spelled in (interface.full_name, interface.name):
            if spelled == name or (ignore_case and spelled.lower() == name.lower()):
                return interface  # type: ignore[no-any-return]
    return None


@static(
    TYPE,
    "type GetType(string typeName)",
    "type GetType(string typeName, bool throwOnError)",
    "type GetType(string typeName, bool throwOnError, bool ignoreCase)",
)
def get_type(name: str, throws: bool = False, ignore_case: bool = False) -> NetType | None:
    """The type of a full name; raises TypeLoadException where that is asked for."""
    plain = name.partition(",")[0]
    found = find_type(plain) if "." in plain else None
    if found is not None and (ignore_case or found.full_name == plain):
        return found
    if throws:
        raise NetError("System.TypeLoadException", f"Could not load type '{plain}' from assembly '{ASSEMBLY}'.")
    return None


@static(TYPE, "System.TypeCode GetTypeCode(type type)")
def get_type_code(kind: NetType | None) -> Value:
    """Which of the basic types it is."""
    codes = enumeration_of(known_type("System.TypeCode"))
    if kind is None:
        return codes["Empty"]
    inner = known_type("System.Int32") if kind.is_enum else kind
    name = inner.name if inner.full_name == f"System.{inner.name}" else "Object"
    return codes.__members__.get(name) or codes["Object"]


@static(TYPE, "type[] GetTypeArray(System.Object[] args)")
def get_type_array(values: list[Value]) -> TypedArray:
    """The types of some values."""
    return TypedArray([type_of(value) for value in values], TYPE)

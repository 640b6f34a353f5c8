"""PSObject: `.psobject`, its properties, methods and members, and those that a script makes by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.types.declaring import constructor, method, properties, static, typed_property
from msolemu.runtime.types.interface_methods import interface_methods
from msolemu.runtime.types.net_type import Method, NetType
from msolemu.runtime.types.registry import (
    PSOBJECT,
    STRING,
    declare,
    generic_of,
    known_type,
    type_of,
)
from msolemu.runtime.types.type_name_lists import TypeNames
from msolemu.runtime.values import extended
from msolemu.runtime.values.extended import (
    AddedProperty,
    AliasProperty,
    MemberSet,
    PropertySet,
    ScriptMethod,
    ScriptProperty,
)
from msolemu.runtime.values.objects import Hashtable, Member, PSCustomObject, PSObject, TypedArray, Value
from msolemu.runtime.values.property_views import find_property, properties_of

_AUTOMATION = "System.Management.Automation."
MEMBER_INFO = known_type(_AUTOMATION + "PSMemberInfo")
PROPERTY_INFO = known_type(_AUTOMATION + "PSPropertyInfo")
METHOD_INFO = known_type(_AUTOMATION + "PSMethodInfo")
COLLECTION = known_type(_AUTOMATION + "PSMemberInfoCollection`1")
MEMBER_SET = known_type(_AUTOMATION + "PSMemberSet")


def member_type(kind: str) -> Any:
    """A kind of member as a value of PSMemberTypes."""
    from msolemu.runtime.types.enumerations import member

    return member(_AUTOMATION + "PSMemberTypes", kind)


class MethodGroup:
    """A method that is not called: `'a'.Substring` without parentheses."""

    __slots__ = ("is_static", "kind", "method", "target")

    def __init__(self, found: Method, target: Value, *, is_static: bool = False) -> None:
        self.method = found
        self.target = target
        self.is_static = is_static
        self.kind = "Method"

    def __str__(self) -> str:
        return ", ".join(self._signatures())

    @property
    def name(self) -> str:
        """The method's name."""
        return self.method.name

    @property
    def net_type(self) -> NetType:
        """PSMethod."""
        return known_type(_AUTOMATION + "PSMethod")

    def invoke(self, arguments: Sequence[Value]) -> Value:
        """Call the method."""
        from msolemu.runtime.values.members import invoke_method, invoke_static

        if self.is_static:
            return invoke_static(self.target, self.name, arguments)
        return invoke_method(self.target, self.name, arguments)

    def definitions(self) -> TypedArray:
        """The overloads as PowerShell writes them."""
        return TypedArray([self._definition(text) for text in self._signatures()], STRING)

    def _signatures(self) -> Iterator[str]:
        yield from (str(overload.signature) for overload in self.method.overloads)
        if not self.is_static:
            yield from interface_methods(type_of(self.target), self.name)

    def _definition(self, text: str) -> str:
        return "static " + text if self.is_static and not text.startswith("static ") else text


class ConstructorGroup(MethodGroup):
    """The constructors of a type: `[datetime]::new` without parentheses."""

    __slots__ = ()

    def invoke(self, arguments: Sequence[Value]) -> Value:
        """Make an object."""
        from msolemu.runtime.values.members import construct

        return construct(self.target, arguments)

    def _definition(self, text: str) -> str:
        return f"{self.target.display_name} new({text.partition('(')[2]}"


def constructors_of(kind: NetType) -> ConstructorGroup:
    """The constructors as one method with its overloads."""
    return ConstructorGroup(Method("new", kind.constructors), kind, is_static=True)


class AddedMethod:
    """A script method as an object."""

    __slots__ = ("kind", "member", "name", "target")

    def __init__(self, name: str, member: ScriptMethod, target: Value) -> None:
        self.name = name
        self.member = member
        self.target = target
        self.kind = "ScriptMethod"

    @property
    def net_type(self) -> NetType:
        """PSScriptMethod."""
        return known_type(_AUTOMATION + "PSScriptMethod")

    def invoke(self, arguments: Sequence[Value]) -> Value:
        """Call the method."""
        return self.member.call(self.target, arguments)

    def definitions(self) -> TypedArray:
        """What PowerShell says of every script method."""
        return TypedArray([f"System.Object {self.name}();"], STRING)


class SetView:
    """A set of members or properties as an object."""

    __slots__ = ("kind", "member", "name", "target")

    def __init__(self, name: str, member: MemberSet | PropertySet, target: Value) -> None:
        self.name = name
        self.member = member
        self.target = target
        self.kind = member.kind

    def __str__(self) -> str:
        return f"{self.name} {{{', '.join(self.member.named)}}}"

    @property
    def net_type(self) -> NetType:
        """PSMemberSet or PSPropertySet."""
        return known_type(f"{_AUTOMATION}PS{self.kind}")


def member_object(held: Member, target: Value, name: str = "") -> Value:
    """A member that is no property, as the object that naming it gives."""
    if isinstance(held, ScriptMethod):
        return AddedMethod(name, held, target)
    if isinstance(held, PropertySet):
        return SetView(name, held, target)
    if isinstance(held, MemberSet):
        found = PSObject(SetView(name, held, target))
        found.members = held.members
        return found
    return held


class NewMember:
    """A member that a script has made and not added yet: `[psnoteproperty]::new('a', 1)`."""

    __slots__ = ("held", "kind", "name")

    def __init__(self, name: str, held: Value) -> None:
        self.name = name
        self.held = held
        self.kind: str = (
            held.kind if isinstance(held, AddedProperty | ScriptMethod | PropertySet | MemberSet) else ("NoteProperty")
        )

    @property
    def net_type(self) -> NetType:
        """The class of the member."""
        return known_type(f"{_AUTOMATION}PS{self.kind}")

    def value(self) -> Value:
        """What it holds."""
        return self.held.referenced if isinstance(self.held, AliasProperty) else self.held

    def set(self, value: Value) -> None:
        """Change what it holds."""
        self.held = value


typed_property(MEMBER_INFO, "System.String", "Name", lambda member: member.name)
typed_property(MEMBER_INFO, "System.Object", "MemberType", lambda member: member_type(member.kind))
typed_property(MEMBER_INFO, "System.Boolean", "IsInstance", lambda member: getattr(member, "is_instance", True))
typed_property(PROPERTY_INFO, "System.Object", "Value", lambda view: view.value(), lambda view, value: view.set(value))
typed_property(PROPERTY_INFO, "System.Boolean", "IsGettable", lambda view: True)
typed_property(PROPERTY_INFO, "System.Boolean", "IsSettable", lambda view: getattr(view, "settable", True))
typed_property(
    PROPERTY_INFO, "System.String", "TypeNameOfValue", lambda view: getattr(view, "type_name", "System.Object")
)
for _kind in ("PSAliasProperty", "PSScriptProperty"):
    properties(
        known_type(_AUTOMATION + _kind),
        ReferencedMemberName=lambda view: getattr(view.held, "referenced", None),
        GetterScript=lambda view: getattr(view.held, "getter", None),
        SetterScript=lambda view: getattr(view.held, "setter", None),
    )
properties(METHOD_INFO, OverloadDefinitions=lambda group: group.definitions())
properties(known_type(_AUTOMATION + "PSScriptMethod"), Script=lambda group: group.member.script)


def _names_of_set(view: Any) -> list[Value]:
    found: Any = view.member if isinstance(view, SetView) else view.held
    return list(found.names)


properties(
    known_type(_AUTOMATION + "PSPropertySet"),
    ReferencedPropertyNames=_names_of_set,
)


@method(METHOD_INFO, "System.Object Invoke(Params System.Object[] arguments)", checked=False)
def invoke(group: MethodGroup, arguments: list[Value]) -> Value:
    """Call the method."""
    return group.invoke(arguments)


class MemberCollection:
    """The members of one object: enumerated, or asked for by name."""

    __slots__ = ("kind", "owner")

    def __init__(self, owner: Value, kind: str) -> None:
        self.owner = owner
        self.kind = kind

    @property
    def net_type(self) -> NetType:
        """The collection of PSPropertyInfo, PSMethodInfo or PSMemberInfo."""
        return generic_of(COLLECTION, (known_type(f"{_AUTOMATION}PS{self.kind}Info"),))

    def enumerate_values(self) -> Iterator[Value]:
        """The members."""
        if self.kind != "Method":
            yield from properties_of(self.owner)
        if self.kind != "Property":
            yield from methods_of(self.owner)
        if self.kind == "Member":
            yield from sets_of(self.owner)

    def find(self, name: str) -> Value:
        """The member of that name, or None."""
        lower = name.lower()
        return next((member for member in self.enumerate_values() if member.name.lower() == lower), None)


def methods_of(owner: Value) -> list[Value]:
    """The methods of an object: those that were added, then those of its type."""
    table = extended.own_members(owner) or {}
    added = [AddedMethod(name, held, owner) for name, held in table.values() if isinstance(held, ScriptMethod)]
    added += [
        AddedMethod(entry[0], entry[1], owner)
        for data in extended.type_data_of(owner)
        for entry in data.members.values()
        if isinstance(entry[1], ScriptMethod)
    ]
    return [*added, *(MethodGroup(found, owner) for found in type_of(owner).all_methods())]


def sets_of(owner: Value) -> list[SetView]:
    """The sets of members and of properties that were added to an object."""
    table = extended.own_members(owner) or {}
    return [SetView(name, held, owner) for name, held in table.values() if isinstance(held, MemberSet | PropertySet)]


@method(COLLECTION, "T get_Item(string name)", "T Item(string name)")
def get_item(members: MemberCollection, name: str) -> Value:
    """The member of that name, null when there is none."""
    if members.kind == "Property":
        return find_property(members.owner, name)
    return members.find(name)


@method(COLLECTION, "void Add(System.Management.Automation.PSMemberInfo member)")
@method(COLLECTION, "void Add(System.Management.Automation.PSMemberInfo member, bool preValidated)")
def add(members: MemberCollection, member: Value, validated: bool = False) -> None:
    """Add a member to the object."""
    held = member.held if isinstance(member, NewMember) else member.value()
    table = extended.own_members(members.owner)
    if table is not None and member.name.lower() in table:
        raise NetError(
            _AUTOMATION + "ExtendedTypeSystemException",
            f'Cannot add a member with the name "{member.name}" because a member with that name already exists. '
            "To overwrite the member anyway, add the Force parameter to your command.",
        )
    extended.attach(members.owner, member.name, held)


@method(COLLECTION, "void Remove(string name)")
def remove(members: MemberCollection, name: str) -> None:
    """Remove a member that was added to the object."""
    table = extended.own_members(members.owner)
    if table is not None:
        table.pop(name.lower(), None)
    elif isinstance(members.owner, Hashtable):
        del members.owner[name]


@method(COLLECTION, "System.Object Match(string name)")
def match(members: MemberCollection, pattern: str) -> list[Value]:
    """The members whose names match a wildcard."""
    from msolemu.runtime.text.wildcard import WildcardPattern

    wanted = WildcardPattern(pattern)
    return [member for member in members.enumerate_values() if wanted.matches(member.name)]


typed_property(COLLECTION, "System.Int32", "Count", lambda members: len(list(members.enumerate_values())))


class ObjectMembers:
    """`.psobject`: the object as PowerShell sees it."""

    __slots__ = ("owner",)

    def __init__(self, owner: Value) -> None:
        self.owner = owner

    def __str__(self) -> str:
        return to_text(self.owner)

    @property
    def net_type(self) -> NetType:
        """PSMemberSet, as PowerShell has it."""
        return OBJECT_MEMBERS


OBJECT_MEMBERS = declare(_AUTOMATION + "PSInternalMemberSet", MEMBER_SET)


def _base_object(view: ObjectMembers) -> Value:
    return view.owner.base if type(view.owner) is PSObject else view.owner


properties(
    OBJECT_MEMBERS,
    Members=lambda view: MemberCollection(view.owner, "Member"),
    Properties=lambda view: MemberCollection(view.owner, "Property"),
    Methods=lambda view: MemberCollection(view.owner, "Method"),
    ImmediateBaseObject=_base_object,
    BaseObject=_base_object,
    TypeNames=lambda view: TypeNames(view.owner),
)


@method(OBJECT_MEMBERS, "psobject Copy()")
def copy(view: ObjectMembers) -> Value:
    """A copy of the object with its members."""
    owner = view.owner
    if isinstance(owner, PSCustomObject):
        made = PSCustomObject(type_names=owner.type_names)
        made.properties = {key: list(entry) for key, entry in owner.properties.items()}
        return made
    if type(owner) is PSObject:
        wrapped = PSObject(owner.base, owner.type_names)
        wrapped.members = {key: list(entry) for key, entry in owner.members.items()}
        return wrapped
    if isinstance(owner, Hashtable):
        return owner.copy()
    return owner


@static(PSOBJECT, "psobject AsPSObject(System.Object obj)")
def as_object(value: Value) -> Value:
    """The value as an object that may bear members."""
    return value if isinstance(value, PSObject | PSCustomObject) else PSObject(value)


@constructor(PSOBJECT, "psobject()")
def new_psobject() -> PSCustomObject:
    """An object without properties."""
    return PSCustomObject()


@constructor(PSOBJECT, "psobject(System.Object obj)")
def new_psobject_around(value: Value) -> Value:
    """The object itself."""
    return value


@constructor(known_type(_AUTOMATION + "PSNoteProperty"), "psnoteproperty(string name, System.Object value)")
def new_note(name: str, value: Value) -> NewMember:
    """A property with a value."""
    return NewMember(name, value)


@constructor(known_type(_AUTOMATION + "PSAliasProperty"), "psaliasproperty(string name, string referencedMemberName)")
def new_alias(name: str, referenced: str) -> NewMember:
    """Another name of a member."""
    return NewMember(name, AliasProperty(referenced))


@constructor(
    known_type(_AUTOMATION + "PSScriptProperty"),
    "psscriptproperty(string name, scriptblock getterScript)",
    "psscriptproperty(string name, scriptblock getterScript, scriptblock setterScript)",
)
def new_script_property(name: str, getter: Value, setter: Value = None) -> NewMember:
    """A computed property."""
    return NewMember(name, ScriptProperty(getter, setter))


@constructor(known_type(_AUTOMATION + "PSScriptMethod"), "psscriptmethod(string name, scriptblock script)")
def new_script_method(name: str, script: Value) -> NewMember:
    """A method that a script block carries out."""
    return NewMember(name, ScriptMethod(script))


@constructor(
    known_type(_AUTOMATION + "PSPropertySet"),
    "pspropertyset(string name, System.Collections.Generic.IEnumerable[string] referencedPropertyNames)",
)
def new_property_set(name: str, names: Sequence[Value]) -> NewMember:
    """A name for several properties."""
    return NewMember(name, PropertySet(tuple(map(to_text, names))))


@constructor(
    MEMBER_SET,
    "psmemberset(string name, "
    "System.Collections.Generic.IEnumerable[System.Management.Automation.PSMemberInfo] members)",
)
def new_member_set(name: str, members: Sequence[NewMember]) -> NewMember:
    """A name for several members."""
    return NewMember(name, MemberSet({member.name.lower(): [member.name, member.held] for member in members}))

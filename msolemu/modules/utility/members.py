"""Get-Member, Add-Member."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from msolemu.cmdlets.declaration import UNSET, Allow, Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.new_members import member_of_kind
from msolemu.modules.utility.parameters import PS_OBJECT, InputObject, UtilityCall
from msolemu.runtime.binding.validation import LeftToAnother, ValidateNotNullOrEmpty
from msolemu.runtime.casting.conversion import to_text, try_convert
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.reflection.property_definitions import definition_of, type_word
from msolemu.runtime.text.wildcard import matches_any
from msolemu.runtime.types.extended_members import MethodGroup, member_type, methods_of, sets_of
from msolemu.runtime.types.net_type import Method, NetType
from msolemu.runtime.types.registry import find_type, known_type, net_object, type_names, type_of
from msolemu.runtime.values import extended
from msolemu.runtime.values.enumerations import enumeration_of, numbers
from msolemu.runtime.values.extended import PropertySet, attach
from msolemu.runtime.values.objects import NOTHING, Hashtable, PSCustomObject, PSObject, Value, unwrap
from msolemu.runtime.values.property_views import properties_of

MEMBER_TYPES = "System.Management.Automation.PSMemberTypes"
SOMETHING = (ValidateNotNullOrEmpty(),)


@net_object("Microsoft.PowerShell.Commands.MemberDefinition")
@dataclass(slots=True)
class MemberDefinition:
    """A member of a type."""

    TypeName: str
    Name: str
    MemberType: Value
    Definition: str

    def __str__(self) -> str:
        return self.Definition


get_member = Cmdlet(
    "Get-Member",
    "Lists the members of objects.",
    output=MemberDefinition,
    aliases=("gm",),
    examples={
        "Get-Verb | Get-Member -MemberType Properties": "Lists the properties.",
        "[datetime] | Get-Member -Static Now": "Shows a static member.",
    },
)

GROUPS = {
    "properties": ("AliasProperty", "CodeProperty", "Property", "NoteProperty", "ScriptProperty"),
    "methods": ("Method", "CodeMethod", "ScriptMethod"),
}
ADDED = {
    *("AliasProperty", "CodeMethod", "CodeProperty", "MemberSet"),
    *("NoteProperty", "PropertySet", "ScriptMethod", "ScriptProperty"),
}
"""The kinds of members that are no part of a .NET type."""


@get_member.parameter_set()
@dataclass(kw_only=True)
class GetMember:
    """Each type of object is listed once. Members come by kind, then by name."""

    call: UtilityCall
    name: Annotated[list[str] | None, Parameter("Only these; wildcards count.", position=0, validate=SOMETHING)] = None
    member_type: Annotated[Value, Parameter("Only members of this kind.", type=MEMBER_TYPES, aliases=("Type",))] = None
    view: Annotated[
        Value,
        Parameter(
            "Which members: Extended are those that were added, Adapted and Base those of the type.",
            type="System.Management.Automation.PSMemberViewTypes",
        ),
    ] = None
    static: Annotated[Switch, Parameter("Static members.")] = False
    force: Annotated[Switch, Parameter("Also what is hidden.")] = False
    seen: set[str] = field(init=False, default_factory=set)
    given: bool = field(init=False, default=False)

    def process(self, input_object: InputObject = NOTHING) -> Iterator[MemberDefinition]:
        """List the members of an object of a type that was not listed yet."""
        if input_object is None or input_object is NOTHING:
            return
        self.given = True
        kind = unwrap(input_object)
        is_type = isinstance(kind, NetType) and self.static
        type_name = kind.full_name if is_type else type_names(input_object)[0]
        if type_name in self.seen:
            return
        self.seen.add(type_name)
        members = (
            static_members(kind if is_type else type_of(input_object)) if self.static else self._members(input_object)
        )
        found = [one for one in members if self._takes(one)]
        for one in sorted(found, key=lambda member: (member[1].lower(), member[0].lower())):
            yield MemberDefinition(type_name, one[0], member_type(one[1]), one[2])

    def _members(self, value: Value) -> Iterator[tuple[str, str, str]]:
        for view in properties_of(value):
            yield view.name, view.kind, definition_of(view)
        if self.force:
            yield from hidden_members(value)
        for one in methods_of(value):
            if self.force or not one.name.startswith(("get_", "set_", "add_", "remove_", "op_", ".")):
                text = str(one) if isinstance(one, MethodGroup) else f"System.Object {one.name}();"
                yield one.name, one.kind, text
        for found in sets_of(value):
            if self.force or isinstance(found.member, PropertySet):
                yield found.name, found.kind, str(found)

    def _takes(self, member: tuple[str, str, str]) -> bool:
        if self.view is not None and not self._is_in_view(member[1]):
            return False
        if self.member_type is not None and not self._is_of_kind(member[1]):
            return False
        return not self.name or matches_any(member[0], self.name)

    def _is_in_view(self, kind: str) -> bool:
        wanted = to_text(self.view)
        return wanted == "All" or ("Extended" in wanted if kind in ADDED else wanted != "Extended")

    def _is_of_kind(self, kind: str) -> bool:
        wanted: set[str] = set()
        for word in to_text(self.member_type).split(","):
            plain = word.strip().lower()
            if plain == "all":
                return True
            wanted.update(one.lower() for one in GROUPS.get(plain, (plain,)))
        return kind.lower() in wanted

    def end(self) -> None:
        """Nothing given is an error."""
        if not self.given:
            self.call.write_error(
                "NoObjectInGetMember",
                "You must specify an object for the Get-Member cmdlet.",
                ErrorCategory.CLOSE_ERROR,
                "System.InvalidOperationException",
            )


def hidden_members(value: Value) -> Iterator[tuple[str, str, str]]:
    """Properties that a type hides."""
    for declared in type_of(unwrap(value)).all_properties():
        if declared.hidden:
            yield declared.name, declared.kind, f"{type_word(declared.type_name)} {declared.name} {{get;set;}}"


def static_members(kind: NetType) -> Iterator[tuple[str, str, str]]:
    """The static members of a type; those of an enumeration are its values too."""
    if kind.is_enum:
        for name in numbers(enumeration_of(kind)):
            yield name, "Property", f"static {type_word(kind.full_name)} {name} {{get;}}"
    seen: set[str] = set()
    for level in kind.lineage():
        level.load()
        for name, member in level.statics.items():
            if name in seen:
                continue
            seen.add(name)
            if isinstance(member, Method):
                yield member.name, "Method", str(MethodGroup(member, kind, is_static=True))
            else:
                yield member.name, "Property", f"static {type_word(member.type_name)} {member.name} {{get;}}"


add_member = Cmdlet(
    "Add-Member",
    "Adds members to objects.",
    examples={
        "$o = [pscustomobject]@{ A = 1 }; $o | Add-Member B 2; $o.B": "Adds a property.",
        "$o = [pscustomobject]@{ A = 1 }; $o | Add-Member ScriptMethod Double { $this.A * 2 }; $o.Double()": (
            "Adds a method."
        ),
    },
)
Target = Annotated[Value, Parameter("The objects.", type=PS_OBJECT, from_pipeline=True, mandatory=True)]
TypeName = Annotated[str | None, Parameter("A name to put before those of the object's type.", validate=SOMETHING)]
Force = Annotated[Switch, Parameter("Replaces a member that was added before.")]
PassThru = Annotated[Switch, Parameter("Gives the objects back.")]


class NoKind:
    """A name that is no kind of member, for `Add-Member NoteProperty Name` names the kind first."""

    def check(self, value: Value) -> None:
        """Leave a kind of member to -MemberType."""
        if to_text(try_convert(value, known_type(MEMBER_TYPES))[1]) in ADDED:
            raise LeftToAnother(
                "Metadata",
                "The parameter NotePropertyName cannot take values that could be converted to the type "
                f"{MEMBER_TYPES}. To define the name of a member with those values, use Add-Member, and specify the "
                "member type.",
            )


def named(value: Value, type_name: str | None) -> Value:
    """The object with one more type name, which may be the short name of a type."""
    if type_name is None:
        return value
    kind = find_type(type_name)
    type_name = type_name if kind is None else kind.full_name
    found = value if isinstance(value, PSCustomObject | PSObject) else PSObject(value)
    found.type_names = (type_name, *found.type_names)
    return found


def added(call: UtilityCall, value: Value, name: str, member: Any, *, force: bool) -> Value | None:
    """The object with one more member; one that it has already is an error."""
    table = extended.own_members(value)
    lower = name.lower()
    known = table is not None and lower in table
    if not force and (known or _has(value, lower)):
        call.write_error(
            "MemberAlreadyExists",
            f'Cannot add a member with the name "{name}" because a member with that name already exists. To overwrite '
            "the member anyway, add the Force parameter to your command.",
            ErrorCategory.INVALID_OPERATION,
            "System.InvalidOperationException",
            target=value,
        )
        return None
    of_type = None if known else extended.added_to_type(value, lower)
    if of_type is not None:
        kind = getattr(of_type[1], "kind", "NoteProperty")
        call.write_error(
            "CannotRemoveTypeDataMember",
            f'Cannot force the member with name "{name}" and type "{kind}" to be added. A member with that name and '
            "type already exists, and the existing member is not an instance extension.",
            ErrorCategory.INVALID_OPERATION,
            "System.InvalidOperationException",
            target=value,
        )
        return None
    if known and table is not None:
        del table[lower]
    return attach(value, name, member)


def _has(value: Value, name: str) -> bool:
    """Whether the object has a member of that lower-case name by its type; the keys of a table are none."""
    if isinstance(unwrap(value), Hashtable):
        return False
    return any(one.name.lower() == name for one in (*properties_of(value), *methods_of(value)))


@add_member.parameter_set("TypeNameSet", default=True)
def add_type_name(
    call: UtilityCall,
    input_object: Target,
    type_name: Annotated[str, Parameter("A name to put before those of the object's type.", validate=SOMETHING)],
    pass_thru: PassThru = False,
) -> Output[Value]:
    """Members stand on the object itself, not on its type. A type name decides which view shows the object."""
    found = named(input_object, type_name)
    if pass_thru:
        yield found


@add_member.parameter_set("MemberSet")
def add_member_of_kind(
    call: UtilityCall,
    input_object: Target,
    member_type: Annotated[
        Value, Parameter("The kind of member.", position=0, type=MEMBER_TYPES, aliases=("Type",), mandatory=True)
    ],
    name: Annotated[str, Parameter("The name.", position=1)],
    value: Annotated[Value, Parameter("The value, or what reads it.", position=2, type="System.Object")] = UNSET,
    second_value: Annotated[
        Value, Parameter("What writes it; of an alias its type.", position=3, type="System.Object")
    ] = UNSET,
    type_name: TypeName = None,
    force: Force = False,
    pass_thru: PassThru = False,
) -> Output[Value]:
    """Notes keep a value, aliases stand for another member, script properties and methods run a block with $this."""
    member = member_of_kind(call, to_text(member_type), value, second_value)
    found = added(call, input_object, name, member, force=force)
    if found is not None:
        found = named(found, type_name)
        if pass_thru:
            yield found


@add_member.parameter_set("NotePropertySingleMemberSet")
def add_note(
    call: UtilityCall,
    input_object: Target,
    note_property_name: Annotated[
        str, Parameter("The name of the property.", position=0, validate=(*SOMETHING, NoKind()), convert=to_text)
    ],
    note_property_value: Annotated[
        Value, Parameter("Its value.", position=1, type="System.Object", mandatory=True, allow=Allow.NULL)
    ],
    type_name: TypeName = None,
    force: Force = False,
    pass_thru: PassThru = False,
) -> Output[Value]:
    """Adds a property with a value."""
    found = added(call, input_object, note_property_name, note_property_value, force=force)
    if found is not None:
        found = named(found, type_name)
        if pass_thru:
            yield found


@add_member.parameter_set("NotePropertyMultiMemberSet")
def add_notes(
    call: UtilityCall,
    input_object: Target,
    note_property_members: Annotated[
        Value,
        Parameter(
            "Names and values.", position=0, type="System.Collections.IDictionary", mandatory=True, validate=SOMETHING
        ),
    ],
    type_name: TypeName = None,
    force: Force = False,
    pass_thru: PassThru = False,
) -> Output[Value]:
    """Adds several properties with their values."""
    found: Value = input_object
    table: Hashtable = unwrap(note_property_members)
    for key, value in table.items():
        found = added(call, found, to_text(key), value, force=force) or found
    found = named(found, type_name)
    if pass_thru:
        yield found

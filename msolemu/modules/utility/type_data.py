"""Update-TypeData, Get-TypeData, Remove-TypeData; those of views stand in a file of their own."""

from __future__ import annotations

from typing import Annotated, Any

from msolemu.cmdlets.declaration import UNSET, Cmdlet, Output, Parameter, Switch
from msolemu.cmdlets.errors import TerminatingError
from msolemu.foundation.dataclass import dataclass
from msolemu.modules.utility.extension_files import extension_files
from msolemu.modules.utility.members import MEMBER_TYPES
from msolemu.modules.utility.new_members import member_of_kind
from msolemu.modules.utility.parameters import UtilityCall
from msolemu.modules.utility.view_data import export_format_data, get_format_data, update_format_data
from msolemu.runtime.binding.validation import ValidateNotNull, ValidateNotNullOrEmpty, ValidateRange, ValidateSet
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import read_bytes
from msolemu.runtime.text.wildcard import matches_any
from msolemu.runtime.types.registry import find_type, forget_members
from msolemu.runtime.values.extended import TypeData
from msolemu.runtime.values.objects import Value
from msolemu.runtime.values.type_files import UPDATE_ERROR, load_types, unload_types

SOMETHING = (ValidateNotNullOrEmpty(),)
PRESENT = (ValidateNotNull(),)
KINDS = ("NoteProperty", "AliasProperty", "ScriptProperty", "CodeProperty", "ScriptMethod", "CodeMethod")
NET_TYPE = "System.Type"

update_type_data = Cmdlet(
    "Update-TypeData",
    "Adds members to all objects of a type name.",
    should_process=True,
    examples={
        "Update-TypeData -TypeName My.Item -MemberType ScriptProperty -MemberName Double -Value { $this.N * 2 }": (
            "Adds a property that is computed."
        ),
        "Update-TypeData -TypeName My.Item -DefaultDisplayPropertySet N -Force": "Says what is shown by default.",
    },
)


@update_type_data.parameter_set("FileSet", default=True)
def from_files(
    call: UtilityCall,
    append_path: Annotated[
        list[str] | None,
        Parameter(
            "Files to read.",
            position=0,
            aliases=("PSPath", "Path"),
            from_pipeline=True,
            from_property=True,
            validate=PRESENT,
        ),
    ] = None,
    prepend_path: Annotated[list[str] | None, Parameter("Files to read first.", validate=PRESENT)] = None,
) -> None:
    """A file that was read before is read anew; a member that is there already stays, and is an error."""
    for paths, error_id, first in (
        (prepend_path, "TypesPrependPathException", True),
        (append_path, "TypesAppendPathException", False),
    ):
        for place in extension_files(call, paths or (), error_id, "Update TypeData"):
            try:
                content = read_bytes(call.session, place)
                for reason in load_types(call.session, place.shown, content, first=first):
                    call.write_error(UPDATE_ERROR, f", {place.shown} : {reason}", ErrorCategory.INVALID_OPERATION)
            except PowerShellError as error:
                call.write_error(error)


@dataclass(frozen=True, kw_only=True)
class NewMember:
    """A member to add."""

    member_type: Annotated[
        Value,
        Parameter("Its kind.", type=MEMBER_TYPES, validate=(*SOMETHING, ValidateSet(KINDS))),
    ] = None
    member_name: Annotated[str | None, Parameter("Its name.", validate=SOMETHING)] = None
    value: Annotated[Value, Parameter("Its value, or what reads it.", type="System.Object")] = UNSET
    second_value: Annotated[Value, Parameter("What writes it.", type="System.Object", validate=PRESENT)] = None


@dataclass(frozen=True, kw_only=True)
class Serialization:
    """How objects are written out; all of it is refused."""

    type_converter: Annotated[Any, Parameter("What converts to the type.", type=NET_TYPE, validate=PRESENT)] = None
    type_adapter: Annotated[Any, Parameter("What adapts the type.", type=NET_TYPE, validate=PRESENT)] = None
    serialization_method: Annotated[str | None, Parameter("How objects are written out.", validate=SOMETHING)] = None
    target_type_for_deserialization: Annotated[
        Any, Parameter("What is read back.", type=NET_TYPE, validate=PRESENT)
    ] = None
    serialization_depth: Annotated[
        int | None, Parameter("How deep.", validate=(*PRESENT, ValidateRange(0, 2**31 - 1)))
    ] = None


@dataclass(frozen=True, kw_only=True)
class Display:
    """What is shown of the objects."""

    default_display_property: Annotated[
        str | None, Parameter("The property that stands for the object.", validate=SOMETHING)
    ] = None
    inherit_property_serialization_set: Annotated[
        bool | None, Parameter("Whether a base's set counts.", nullable=True, validate=PRESENT)
    ] = None
    string_serialization_source: Annotated[
        str | None, Parameter("The property that is the text.", validate=SOMETHING)
    ] = None
    default_display_property_set: Annotated[
        list[str] | None, Parameter("The properties that are shown.", validate=SOMETHING)
    ] = None
    default_key_property_set: Annotated[
        list[str] | None, Parameter("The properties that are sorted by.", validate=SOMETHING)
    ] = None
    property_serialization_set: Annotated[
        list[str] | None, Parameter("The properties that are written out.", validate=SOMETHING)
    ] = None


TypeNameOrType = Annotated[str, Parameter("The type name.", from_pipeline=True, validate=SOMETHING)]


@update_type_data.parameter_set("DynamicTypeSet")
def add_to_type(
    call: UtilityCall,
    member: NewMember,
    serialization: Serialization,
    display: Display,
    type_name: TypeNameOrType,
    force: Annotated[Switch, Parameter("Replaces what was added before.")] = False,
) -> None:
    """Objects get the members by their type names, also those that were made before."""
    full = getattr(find_type(type_name), "full_name", type_name)
    held = _member(call, member)
    if held is UNSET and display == Display():
        call.write_error(
            "TypeDataEmpty",
            f'No member is specified for the update on type "{full}".',
            ErrorCategory.INVALID_OPERATION,
            "System.InvalidOperationException",
        )
        return
    if not call.should_process(f"Type to update: {full}", "Update TypeData"):
        return
    forget_members()
    data = call.session.type_data.setdefault(full.lower(), TypeData(full))
    if held is not UNSET and not _add(call, data, to_text(member.member_name), held, force=force):
        return
    if display.default_display_property is not None:
        data.default_display_property = display.default_display_property
    if display.default_display_property_set is not None:
        if data.default_display_set and not force:
            _present(call, data.type_name, "DefaultDisplayPropertySet")
            return
        data.default_display_set = tuple(display.default_display_property_set)
    if display.default_key_property_set is not None:
        data.default_key_set = tuple(display.default_key_property_set)


def _present(call: UtilityCall, type_name: str, name: str) -> None:
    call.write_error(
        "TypesDynamicUpdateException",
        f'Error in TypeData "{type_name}": The member {name} is already present.',
        ErrorCategory.INVALID_OPERATION,
        "System.Management.Automation.RuntimeException",
    )


def _add(call: UtilityCall, data: TypeData, name: str, held: Value, *, force: bool) -> bool:
    if name.lower() in data.members and not force:
        _present(call, data.type_name, name)
        return False
    data.members[name.lower()] = [name, held]
    return True


def _member(call: UtilityCall, member: NewMember) -> Value:
    """The member to add, if its parameters are what its kind demands; UNSET when none is asked for."""
    second = member.second_value
    if member.member_type is None:
        if member.member_name is not None or member.value is not UNSET or second is not None:
            raise _fault(
                call,
                "MemberTypeIsMissing",
                "The MemberName, Value, and SecondValue parameters cannot be specified without the MemberType "
                "parameter.",
            )
        return UNSET
    kind = to_text(member.member_type)
    if member.member_name is None:
        raise _missing(call, "MemberName", kind)
    if member.value is UNSET:
        raise _missing(call, "Value", kind)
    if kind == "AliasProperty" and member.value in (None, ""):
        raise _fault(
            call,
            "ValueShouldBeSpecified",
            f'The Value parameter should not be null or an empty string for a member of type "{kind}". Specify a '
            "non-null value for the Value parameter when updating this member type.",
        )
    if kind in ("NoteProperty", "ScriptMethod", "CodeMethod") and second is not None:
        raise _fault(
            call,
            "SecondValueShouldNotBeSpecified",
            f'The SecondValue parameter is not necessary for a member of type "{kind}", and should not be specified. '
            "Do not specify the SecondValue parameter when updating this member type.",
        )
    if kind in ("ScriptProperty", "CodeProperty") and member.value is None and second is None:
        raise _fault(
            call,
            "ValueAndSecondValueAreNotBothNull",
            f'The Value and SecondValue parameters should not both be null for a member of type "{kind}". Specify a '
            "non-null value for one of the two parameters.",
        )
    return member_of_kind(call, kind, member.value, UNSET if second is None else second)


def _missing(call: UtilityCall, name: str, kind: str) -> TerminatingError:
    text = f'The {name} parameter is required for the type "{kind}". Please specify the {name} parameter.'
    return _fault(call, f"{name}ShouldBeSpecified", text)


def _fault(call: UtilityCall, error_id: str, text: str) -> TerminatingError:
    return call.error(error_id, text, ErrorCategory.INVALID_OPERATION, "System.InvalidOperationException")


@update_type_data.parameter_set("TypeDataSet")
def add_type_data(
    call: UtilityCall,
    type_data: Annotated[
        list[Value],
        Parameter(
            "Descriptions of types.",
            position=0,
            type="System.Management.Automation.Runspaces.TypeData[]",
            from_pipeline=True,
            from_property=True,
        ),
    ],
    force: Annotated[Switch, Parameter("Replaces what was added before.")] = False,
) -> None:
    """Types are described by the parameters of the other set."""


get_type_data = Cmdlet(
    "Get-TypeData",
    "Shows what was added to type names.",
    examples={
        "Update-TypeData -TypeName My.Item -DefaultDisplayPropertySet N -Force; (Get-TypeData My.Item).TypeName": (
            "Shows what Update-TypeData added."
        ),
    },
)


@get_type_data.parameter_set()
def known_type_data(
    call: UtilityCall,
    type_name: Annotated[
        list[str] | None,
        Parameter("The type names; wildcards count.", position=0, from_pipeline=True, validate=SOMETHING),
    ] = None,
) -> Output[Value]:
    """Lists type names with the names of the members that were added."""
    from msolemu.runtime.values.objects import Hashtable, PSCustomObject

    for data in call.session.type_data.values():
        if type_name and not matches_any(data.type_name, type_name):
            continue
        members = Hashtable((name, held) for name, held in data.members.values())
        yield PSCustomObject(
            (("TypeName", data.type_name), ("Members", members)),
            ("System.Management.Automation.Runspaces.TypeData",),
        )


remove_type_data = Cmdlet(
    "Remove-TypeData",
    "Takes away what was added to type names.",
    should_process=True,
    examples={
        "Update-TypeData -TypeName My.Item -DefaultDisplayPropertySet N -Force; Remove-TypeData My.Item": (
            "Takes it away again."
        )
    },
)


@remove_type_data.parameter_set("RemoveTypeDataSet", default=True)
def remove_type_data_object(
    call: UtilityCall,
    type_data: Annotated[
        Value,
        Parameter(
            "A description of a type.",
            type="System.Management.Automation.Runspaces.TypeData",
            from_pipeline=True,
            mandatory=True,
        ),
    ],
) -> None:
    """Types are named by the parameter of the other set."""


@remove_type_data.parameter_set("RemoveTypeSet")
def remove_type_name(
    call: UtilityCall,
    type_name: Annotated[
        str,
        Parameter("The type name.", position=0, from_pipeline=True, from_property=True, validate=SOMETHING),
    ],
) -> None:
    """Takes away all that was added to the name."""
    full = getattr(find_type(type_name), "full_name", type_name)
    if full.lower() not in call.session.type_data:
        call.write_error(
            "TypesDynamicRemoveException",
            f'Error in TypeData "{full}": The type "{full}" was not found. The type name value must be the full name '
            "of the type. Verify the type name and run the command again.",
            ErrorCategory.INVALID_OPERATION,
            "System.Management.Automation.RuntimeException",
        )
    elif call.should_process(f"Name of the type that will be removed: {full}", "Remove TypeData"):
        forget_members()
        del call.session.type_data[full.lower()]


@remove_type_data.parameter_set("RemoveFileSet")
def remove_type_files(
    call: UtilityCall, path: Annotated[list[str], Parameter("Files that were read.", validate=SOMETHING)]
) -> None:
    """Takes away what the files said."""
    for place in extension_files(call, path, "TypePathException", "Remove type file"):
        if not unload_types(call.session, place.shown):
            call.write_error(
                "TypeFileNotExistsInCurrentSession",
                f"The file {place.shown} is not imported into the current session.",
                ErrorCategory.INVALID_OPERATION,
                "System.InvalidOperationException",
            )


__all__ = [
    "export_format_data",
    "get_format_data",
    "get_type_data",
    "remove_type_data",
    "update_format_data",
    "update_type_data",
]

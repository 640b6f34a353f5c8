"""Get-ItemProperty, Set-ItemProperty, Get-ItemPropertyValue and their kin: of files they read and set attributes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Fixed, Output, Parameter, Switch
from msolemu.modules.management.parameters import (
    LITERALLY,
    Choice,
    ManagementCall,
    NamedPaths,
    PassThru,
    Paths,
)
from msolemu.modules.management.providers import not_supported
from msolemu.modules.management.refused_properties import (
    clear_item_property,
    copy_item_property,
    move_item_property,
    new_item_property,
    remove_item_property,
    rename_item_property,
)
from msolemu.modules.management.targets import Named, targets
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.filesystem.files import is_folder
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.types.file_items import file_item
from msolemu.runtime.values.members import find_property, get_property, set_property
from msolemu.runtime.values.objects import PSCustomObject, Value
from msolemu.runtime.values.property_views import PropertyView, properties_of

SOMETHING = (ValidateNotNullOrEmpty(),)
PROVIDED = ("PSPath", "PSParentPath", "PSChildName", "PSDrive", "PSProvider")
NotHeldUp = Annotated[Switch, Parameter("Also what is read-only; nothing keeps a property from being set here.")]
Names = Annotated[list[str] | None, Parameter("The properties.", position=1, aliases=("PSProperty",))]

get_item_property = Cmdlet(
    "Get-ItemProperty",
    "Gives properties of files and folders.",
    aliases=("gp",),
    examples={"Set-Content a.txt 'x'; (Get-ItemProperty a.txt Length).Length -gt 0": "Reads a file's length."},
)


def missing(call: ManagementCall, error_id: str, name: Value) -> None:
    """The error for a property that is not there."""
    text = f"The property {to_text(name)} does not exist or was not found."
    call.write_error(error_id, text, ErrorCategory.READ_ERROR, "System.IO.IOException", target=name)


def having_properties(call: ManagementCall, paths: list[str], choice: Choice, *, literal: bool) -> Iterator[Place]:
    """The files that paths mean; what is on another drive has values, and no properties that a cmdlet could take."""
    for target in targets(call, paths, choice, literal=literal):
        if isinstance(target, Named):
            raise not_supported(
                "Cannot use interface. The IPropertyCmdletProvider interface is not supported by this provider."
            )
        yield target


@get_item_property.parameter_set("LiteralPath", LITERALLY)
@get_item_property.parameter_set("Path", default=True)
def get(call: ManagementCall, path: Paths, choice: Choice, name: Names = None, literal: Fixed = False) -> Output[Value]:
    """Without names the items themselves. The registry is not emulated; a path that leads there is refused."""
    for place in having_properties(call, path, choice, literal=literal):
        item = file_item(place)
        if not name:
            yield item
        elif values := _values(call, item, name):
            yield _with_origin(item, values)


def _values(call: ManagementCall, item: Value, names: list[str]) -> dict[str, Value]:
    """Values of the properties of these names."""
    found: dict[str, Value] = {}
    for name in names:
        view = find_property(item, name)
        if view is None:
            missing(call, "GetValueError", name)
        else:
            found[name] = view.value()
    return found


def _with_origin(item: Value, values: dict[str, Value]) -> PSCustomObject:
    """An object with the values, and with the properties that say where the item is."""
    origin = {name: get_property(item, name) for name in PROVIDED}
    return PSCustomObject({**values, **origin}.items())


get_item_property_value = Cmdlet(
    "Get-ItemPropertyValue",
    "Gives values of properties of files and folders.",
    aliases=("gpv",),
    examples={"Set-Content a.txt 'x'; Get-ItemPropertyValue a.txt Name": "Gives the name."},
)
MustName = Annotated[list[str], Parameter("The properties.", position=1, aliases=("PSProperty",))]


@get_item_property_value.parameter_set("LiteralPath", LITERALLY)
@get_item_property_value.parameter_set("Path", default=True)
def get_value(
    call: ManagementCall,
    name: MustName,
    choice: Choice,
    path: Annotated[
        list[str] | None,
        Parameter(
            "The paths; wildcards count.", position=0, from_pipeline=True, from_property=True, validate=SOMETHING
        ),
    ] = None,
    literal: Fixed = False,
) -> Output[Value]:
    """The registry is not emulated; a path that leads there is refused."""
    for place in having_properties(call, path or ["."], choice, literal=literal):
        yield from _values(call, file_item(place), name).values()


set_item_property = Cmdlet(
    "Set-ItemProperty",
    "Sets properties of files and folders.",
    should_process=True,
    aliases=("sp",),
    examples={"Set-Content a.txt 'x'; Set-ItemProperty a.txt IsReadOnly $false": "Sets an attribute of a file."},
)
OneName = Annotated[str, Parameter("The property.", position=1, aliases=("PSProperty",), from_property=True)]
NewValue = Annotated[
    Value,
    Parameter("The value.", position=2, type="System.Object", from_property=True, mandatory=True, allow=Allow.NULL),
]
Changes = Annotated[
    Value,
    Parameter(
        "An object whose properties are set.",
        type="System.Management.Automation.PSObject",
        from_pipeline=True,
        from_property=True,
        mandatory=True,
    ),
]


def put(
    call: ManagementCall,
    paths: list[str],
    changes: Value,
    choice: Choice,
    *,
    literal: bool,
    pass_thru: bool,
) -> Iterator[Value]:
    """Set what the properties of an object say."""
    for place in having_properties(call, paths, choice, literal=literal):
        item = file_item(place)
        done = {view.name: view.value() for view in properties_of(changes) if _set(call, item, place, view)}
        if pass_thru and done:
            yield _with_origin(item, done)


def _set(call: ManagementCall, item: Value, place: Place, change: PropertyView) -> bool:
    name, value = change.name, change.value()
    kind = "Directory" if is_folder(place) else "File"
    what = f"Item: {place.shown} Property: {name} Value: {to_text(value)}"
    if not call.should_process(what, f"Set Property {kind}"):
        return False
    if find_property(item, name) is None:
        missing(call, "SetPropertyError", change)
        return False
    set_property(item, name, value)
    return True


@set_item_property.parameter_set("propertyValueLiteralPathSet", LITERALLY)
@set_item_property.parameter_set("propertyValuePathSet", default=True)
def set_value(
    call: ManagementCall,
    path: NamedPaths,
    name: OneName,
    value: NewValue,
    choice: Choice,
    pass_thru: PassThru = False,
    force: NotHeldUp = False,
    literal: Fixed = False,
) -> Output[Value]:
    """The registry is not emulated; a path that leads there is refused."""
    yield from put(call, path, PSCustomObject([(name, value)]), choice, literal=literal, pass_thru=pass_thru)


@set_item_property.parameter_set("propertyPSObjectLiteralPathSet", LITERALLY)
@set_item_property.parameter_set("propertyPSObjectPathSet")
def set_values(
    call: ManagementCall,
    path: NamedPaths,
    input_object: Changes,
    choice: Choice,
    pass_thru: PassThru = False,
    force: NotHeldUp = False,
    literal: Fixed = False,
) -> Output[Value]:
    """Sets what the object's properties say."""
    yield from put(call, path, input_object, choice, literal=literal, pass_thru=pass_thru)


__all__ = [
    "clear_item_property",
    "copy_item_property",
    "get_item_property",
    "get_item_property_value",
    "move_item_property",
    "new_item_property",
    "remove_item_property",
    "rename_item_property",
    "set_item_property",
]

"""Get-ItemProperty, Set-ItemProperty, Get-ItemPropertyValue and their kin: of files they read and set attributes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Fixed, Output, Parameter
from msolemu.modules.management.parameters import (
    LITERALLY,
    Choice,
    Force,
    ManagementCall,
    NamedPaths,
    PassThru,
    Paths,
)
from msolemu.modules.management.refused_properties import (
    clear_item_property,
    copy_item_property,
    move_item_property,
    new_item_property,
    remove_item_property,
    rename_item_property,
)
from msolemu.modules.management.targets import Target, item_of, targets
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.text.wildcard import WildcardPattern
from msolemu.runtime.values.members import find_property, get_property, set_property
from msolemu.runtime.values.objects import PSCustomObject, Value
from msolemu.runtime.values.property_views import properties_of

SOMETHING = (ValidateNotNullOrEmpty(),)
PROVIDED = ("PSPath", "PSParentPath", "PSChildName")
Names = Annotated[list[str] | None, Parameter("The properties; wildcards count.", position=1, aliases=("PSProperty",))]

get_item_property = Cmdlet(
    "Get-ItemProperty",
    "Gives properties of files and folders.",
    aliases=("gp",),
    examples={"Set-Content a.txt 'x'; (Get-ItemProperty a.txt Length).Length -gt 0": "Reads a file's length."},
)


def missing(call: ManagementCall, name: str, path: str) -> None:
    """The error for a property that is not there."""
    call.write_error(
        "System.Management.Automation.PSArgumentException",
        f"Property {name} does not exist at path {path}.",
        ErrorCategory.INVALID_ARGUMENT,
        "System.Management.Automation.PSArgumentException",
    )


@get_item_property.parameter_set("LiteralPath", LITERALLY)
@get_item_property.parameter_set("Path", default=True)
def get(call: ManagementCall, path: Paths, choice: Choice, name: Names = None, literal: Fixed = False) -> Output[Value]:
    """Without names the items themselves. The registry is not emulated; a path that leads there is refused."""
    for target in targets(call, path, choice, literal=literal):
        item = item_of(call, target)
        yield _named(call, target, item, name) if name else item


def _named(call: ManagementCall, target: Target, item: Value, names: list[str]) -> PSCustomObject:
    """An object with the properties of that name, and those that say where the item is."""
    found = PSCustomObject()
    for name in names:
        views = [view for view in properties_of(item) if WildcardPattern(name).matches(view.name)]
        if not views:
            missing(call, name, target.shown)
        for view in views:
            found.properties[view.name.lower()] = [view.name, view.value()]
    for name in PROVIDED:
        if find_property(item, name) is not None:
            found.properties.setdefault(name.lower(), [name, get_property(item, name)])
    return found


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
    for target in targets(call, path or ["."], choice, literal=literal):
        item = item_of(call, target)
        for one in name:
            found = find_property(item, one)
            if found is None:
                missing(call, one, target.shown)
            else:
                yield found.value()


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
    pairs: list[tuple[str, Value]],
    choice: Choice,
    *,
    literal: bool,
    pass_thru: bool,
) -> Iterator[Value]:
    """Set the properties."""
    for target in targets(call, paths, choice, literal=literal):
        item = item_of(call, target)
        for name, value in pairs:
            if find_property(item, name) is None:
                missing(call, name, target.shown)
            elif call.should_process(f"Item: {target.shown} Property: {name} Value: {to_text(value)}", "Set Property"):
                set_property(item, name, value)
        if pass_thru:
            yield item


def pairs_of(changes: Value) -> list[tuple[str, Value]]:
    """Names and values of an object's properties."""
    return [(view.name, view.value()) for view in properties_of(changes)]


@set_item_property.parameter_set("propertyValueLiteralPathSet", LITERALLY)
@set_item_property.parameter_set("propertyValuePathSet", default=True)
def set_value(
    call: ManagementCall,
    path: NamedPaths,
    name: OneName,
    value: NewValue,
    choice: Choice,
    pass_thru: PassThru = False,
    force: Force = False,
    literal: Fixed = False,
) -> Output[Value]:
    """The registry is not emulated; a path that leads there is refused."""
    yield from put(call, path, [(name, value)], choice, literal=literal, pass_thru=pass_thru)


@set_item_property.parameter_set("propertyPSObjectLiteralPathSet", LITERALLY)
@set_item_property.parameter_set("propertyPSObjectPathSet")
def set_values(
    call: ManagementCall,
    path: NamedPaths,
    input_object: Changes,
    choice: Choice,
    pass_thru: PassThru = False,
    force: Force = False,
    literal: Fixed = False,
) -> Output[Value]:
    """Sets what the object's properties say."""
    yield from put(call, path, pairs_of(input_object), choice, literal=literal, pass_thru=pass_thru)


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

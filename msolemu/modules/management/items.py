"""The cmdlets of the noun Item; those that copy, move and remove stand in a file of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Fixed, Output, Parameter
from msolemu.modules.management.item_changes import copy_item, move_item, remove_item, rename_item
from msolemu.modules.management.parameters import (
    LITERALLY,
    Choice,
    Force,
    ManagementCall,
    NamedPaths,
    PassThru,
    Paths,
)
from msolemu.modules.management.providers import drive_of
from msolemu.modules.management.targets import Named, is_file, item_of, targets
from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, not_emulated
from msolemu.runtime.filesystem.files import FileWriter, exists, is_folder, locations_of, open_failure, place_of, touch
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.types.file_items import file_item
from msolemu.runtime.values.objects import Value

get_item = Cmdlet(
    "Get-Item",
    "Gives the file, folder or named value at a path.",
    aliases=("gi",),
    examples={"(Get-Item .).PSIsContainer": "Tells whether a folder is there."},
)


@get_item.parameter_set("LiteralPath", LITERALLY)
@get_item.parameter_set("Path", default=True)
def get(
    call: ManagementCall, path: Paths, choice: Choice, force: Force = False, literal: Fixed = False
) -> Output[Value]:
    """A path that leads nowhere is an error; a pattern that matches nothing gives nothing."""
    for target in targets(call, path, choice, literal=literal):
        yield item_of(call, target)


new_item = Cmdlet(
    "New-Item",
    "Makes a file, a folder, or a named value.",
    should_process=True,
    aliases=("ni",),
    examples={
        "New-Item reports -ItemType Directory -Force | Out-Null": "Makes a folder, if it is not there.",
        "New-Item -Name notes.txt -ItemType File -Value 'first line' -Force | Out-Null": "Makes a file with content.",
    },
)
ItemType = Annotated[str | None, Parameter("File or Directory.", aliases=("Type",), from_property=True)]
ItemValue = Annotated[
    Value,
    Parameter("The content.", type="System.Object", aliases=("Target",), from_pipeline=True, from_property=True),
]


@new_item.parameter_set("pathSet", default=True)
def new_by_path(
    call: ManagementCall,
    path: NamedPaths,
    item_type: ItemType = None,
    value: ItemValue = None,
    force: Force = False,
) -> Output[Value]:
    """Without -ItemType a file is made. A folder that is there is an error unless -Force is said; with it folders on
    the way are made too, and a file is overwritten."""
    for one in path:
        yield from made(call, one, item_type, value, force=force)


@new_item.parameter_set("nameSet")
def new_by_name(
    call: ManagementCall,
    name: Annotated[
        str | None,
        Parameter("The name.", from_property=True, mandatory=True, allow=Allow.NULL | Allow.EMPTY_TEXT),
    ],
    path: Annotated[list[str] | None, Parameter("The folder.", position=0, from_property=True)] = None,
    item_type: ItemType = None,
    value: ItemValue = None,
    force: Force = False,
) -> Output[Value]:
    """The name may be a path below the folder."""
    for folder in path or ["."]:
        joined = locations_of(call.session).join(folder, name or "") if folder != "." else name or ""
        yield from made(call, joined, item_type, value, force=force)


def made(call: ManagementCall, path: str, item_type: str | None, value: Value, *, force: bool) -> Iterator[Value]:
    """The new item."""
    on_drive = drive_of(call.session, path)
    if on_drive is not None:
        drive, name = on_drive
        if call.should_process(f"Destination: {drive.name}:{name}", "New Item"):
            drive.put(call.session, name, value)
            yield drive.item(call.session, name)
        return
    place = place_of(call.session, path)
    kind = (item_type or "file").lower()
    if "directory".startswith(kind) or kind == "container":
        yield from _folder(call, place, force=force)
    elif "file".startswith(kind):
        yield from _file(call, place, value, force=force)
    elif kind in ("symboliclink", "junction", "hardlink"):
        raise not_emulated("LinksNotEmulated", "A link in the file system")
    else:
        raise call.error(
            "Argument",
            'The type is not a known type for the file system. Only "file","directory" or "symboliclink" can be '
            "specified.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.Management.Automation.PSArgumentException",
            target=item_type,
        )


def _already(call: ManagementCall, error_id: str, text: str, place: Place) -> None:
    call.write_error(error_id, text, ErrorCategory.RESOURCE_EXISTS, "System.IO.IOException", target=place.shown)


def _folder(call: ManagementCall, place: Place, *, force: bool) -> Iterator[Value]:
    if not call.should_process(f"Destination: {place.shown}", "Create Directory"):
        return
    if exists(call.session, place) and not (force and is_folder(place)):
        text = f"An item with the specified name {place.shown} already exists."
        _already(call, "DirectoryExist", text, place)
        return
    try:
        Path(locations_of(call.session).checked(place, writing=True)).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise open_failure(error, place) from error
    yield file_item(place)


def _file(call: ManagementCall, place: Place, value: Value, *, force: bool) -> Iterator[Value]:
    if not call.should_process(f"Destination: {place.shown}", "Create File"):
        return
    host = Path(locations_of(call.session).checked(place, writing=True))
    if host.exists() and not force:
        _already(call, "NewItemIOError", f"The file '{place.shown}' already exists.", place)
        return
    if force and not host.parent.is_dir():
        host.parent.mkdir(parents=True)
    try:
        writer = FileWriter(call.session, place)
    except PowerShellError as error:
        error.record.error_id, error.record.category = "NewItemIOError", ErrorCategory.WRITE_ERROR
        call.write_error(error)
        return
    if value is not None:
        writer.write(culture_text(value))
    writer.close()
    touch(call.session, host)
    yield file_item(place)


set_item = Cmdlet(
    "Set-Item",
    "Sets a named value: of the environment, a variable, a function, an alias.",
    should_process=True,
    aliases=("si",),
    examples={"Set-Item Env:REGION 'North'": "Sets a variable of the environment."},
)
NewValue = Annotated[
    Value,
    Parameter("The value.", position=1, type="System.Object", from_pipeline=True, from_property=True),
]


@set_item.parameter_set("LiteralPath", LITERALLY)
@set_item.parameter_set("Path", default=True)
def put(
    call: ManagementCall,
    path: NamedPaths,
    choice: Choice,
    value: NewValue = None,
    force: Force = False,
    pass_thru: PassThru = False,
    literal: Fixed = False,
) -> Output[Value]:
    """Files have content, which Set-Content sets; this is for the other drives."""
    for one in path:
        on_drive = drive_of(call.session, one)
        if on_drive is None:
            raise call.error(
                "NotSupported",
                "Provider operation stopped because the provider does not support this operation.",
                ErrorCategory.NOT_IMPLEMENTED,
                "System.Management.Automation.PSNotSupportedException",
            )
        drive, name = on_drive
        if call.should_process(f"Item: {name} Value: {culture_text(value)}", "Set Item"):
            drive.put(call.session, name, value)
            if pass_thru:
                yield drive.item(call.session, name)


clear_item = Cmdlet(
    "Clear-Item",
    "Empties a named value.",
    should_process=True,
    aliases=("cli",),
    examples={"$counted = 3; Clear-Item Variable:counted": "Leaves a variable that holds nothing."},
)


@clear_item.parameter_set("LiteralPath", LITERALLY)
@clear_item.parameter_set("Path", default=True)
def clear(call: ManagementCall, path: Paths, choice: Choice, force: Force = False, literal: Fixed = False) -> None:
    """Files are emptied by Clear-Content; this is for the other drives."""
    for target in targets(call, path, choice, literal=literal):
        if isinstance(target, Named) and call.should_process(f"Item: {target.name}", "Clear Item"):
            target.drive.put(call.session, target.name, None)


invoke_item = Cmdlet(
    "Invoke-Item",
    "Says what it would open.",
    should_process=True,
    aliases=("ii",),
    examples={"Set-Content a.txt 'x'; Invoke-Item a.txt": "Names the file; no program is started."},
)


@invoke_item.parameter_set("LiteralPath", LITERALLY)
@invoke_item.parameter_set("Path", default=True)
def open_(call: ManagementCall, path: Paths, choice: Choice, literal: Fixed = False) -> None:
    """Nothing is started on the host: the screen shows what would be opened."""
    for target in targets(call, path, choice, literal=literal):
        if call.should_process(f"Item: {target.shown}", "Invoke Item"):
            what = "file" if is_file(target) else "folder"
            call.streams.write_host(f"msolemu starts no program: the {what} '{target.shown}' would be opened here.")


__all__ = [
    "clear_item",
    "copy_item",
    "get_item",
    "invoke_item",
    "move_item",
    "new_item",
    "remove_item",
    "rename_item",
    "set_item",
]

"""The cmdlets of the noun Item; those that copy, move and remove stand in a file of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Fixed, Output, Parameter
from msolemu.modules.management.copying import copy_item
from msolemu.modules.management.moving import move_item, rename_item
from msolemu.modules.management.named_values import Change, Drive
from msolemu.modules.management.parameters import (
    LITERALLY,
    Choice,
    Force,
    ManagementCall,
    NamedPaths,
    PassThru,
    Paths,
)
from msolemu.modules.management.providers import already_there, drive_of, matching, not_supported, spelled
from msolemu.modules.management.removal import remove_item
from msolemu.modules.management.targets import Named, is_file, item_of, put_item, targets
from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, not_emulated
from msolemu.runtime.filesystem.files import FileWriter, exists, is_folder, locations_of, open_failure, place_of, touch
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.reflection.variable_objects import OPTIONS
from msolemu.runtime.text.wildcard import has_wildcards
from msolemu.runtime.types.file_items import file_item
from msolemu.runtime.types.registry import type_of
from msolemu.runtime.values.objects import Value, unwrap

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
    """A path that leads nowhere is an error, and so is a hidden file without -Force; a pattern that matches nothing
    gives nothing."""
    for target in targets(call, path, choice, literal=literal, hidden=force):
        if isinstance(target, Named) or force or not file_item(target).is_hidden:
            yield item_of(call, target)
        else:
            _hidden(call, target)


def _hidden(call: ManagementCall, place: Place) -> None:
    text = f"Could not find item {place.shown}."
    call.write_error("ItemNotFound", text, ErrorCategory.OBJECT_NOT_FOUND, "System.IO.IOException", target=place.shown)


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
Options = Annotated[Value, Parameter("The options of a function or alias.", type=OPTIONS, hidden=True)]
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
    options: Options = None,
) -> Output[Value]:
    """Without -ItemType a file is made. A folder that is there is an error unless -Force is said; with it folders on
    the way are made too, and a file is overwritten."""
    for one in path:
        yield from made(call, one, item_type, value, Change(force, options))


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
    options: Options = None,
) -> Output[Value]:
    """The name may be a path below the folder."""
    for folder in path or ["."]:
        joined = locations_of(call.session).join(folder, name or "") if folder != "." else name or ""
        yield from made(call, joined, item_type, value, Change(force, options))


def made(call: ManagementCall, path: str, item_type: str | None, value: Value, change: Change) -> Iterator[Value]:
    """The new item."""
    on_drive = drive_of(call.session, path)
    if on_drive is not None:
        yield from _named(call, *on_drive, item_type, value, change)
        return
    force = change.force
    refuse_options(call, None, change)
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
        )


def _named(
    call: ManagementCall, drive: Drive, name: str, item_type: str | None, value: Value, change: Change
) -> Iterator[Value]:
    refuse_options(call, drive, change)
    if value is None:
        call.write_error(
            "NewItemValueNotSpecified",
            'Cannot process argument because the value of argument "value" is null. Change the value of argument '
            '"value" to a non-null value.',
            ErrorCategory.INVALID_ARGUMENT,
            "System.Management.Automation.PSArgumentNullException",
            target=name,
        )
    elif spelled(call.session, drive, name) is not None and not change.force:
        call.write_error(already_there(name))
    elif call.should_process(f"Item: {name} Type: {item_type or ''} Value: {culture_text(value)}", "New Item"):
        yield from put_item(call, drive, name, value, change)


def refuse_options(call: ManagementCall, drive: Drive | None, change: Change) -> None:
    """Only functions and aliases have -Options."""
    if change.options is not None and (drive is None or not drive.takes_options):
        raise call.error(
            "NamedParameterNotFound",
            "A parameter cannot be found that matches parameter name 'Options'.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.Management.Automation.ParameterBindingException",
        )


def _already(call: ManagementCall, error_id: str, text: str, category: ErrorCategory, place: Place) -> None:
    call.write_error(error_id, text, category, "System.IO.IOException", target=place.shown)


def _folder(call: ManagementCall, place: Place, *, force: bool) -> Iterator[Value]:
    if not call.should_process(f"Destination: {place.shown}", "Create Directory"):
        return
    if exists(call.session, place) and not force:
        text = f"An item with the specified name {place.shown} already exists."
        _already(call, "DirectoryExist", text, ErrorCategory.RESOURCE_EXISTS, place)
        return
    if exists(call.session, place) and not is_folder(place):
        return
    try:
        Path(locations_of(call.session).checked(place, writing=True)).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise open_failure(error, place) from error
    yield file_item(place)


def _make_parents(host: Path, place: Place) -> None:
    try:
        host.parent.mkdir(parents=True)
    except OSError as error:
        raise open_failure(error, place) from error


def _file(call: ManagementCall, place: Place, value: Value, *, force: bool) -> Iterator[Value]:
    if not call.should_process(f"Destination: {place.shown}", "Create File"):
        return
    host = Path(locations_of(call.session).checked(place, writing=True))
    if host.exists() and not force:
        _already(call, "NewItemIOError", f"The file '{place.shown}' already exists.", ErrorCategory.WRITE_ERROR, place)
        return
    try:
        if force and not host.parent.is_dir():
            _make_parents(host, place)
        writer = FileWriter(call.session, place)
    except PowerShellError as error:
        is_denied = error.record.exception.type_name == "System.UnauthorizedAccessException"
        error.record.error_id = "NewItemUnauthorizedAccessError" if is_denied else "NewItemIOError"
        error.record.category = ErrorCategory.PERMISSION_DENIED if is_denied else ErrorCategory.WRITE_ERROR
        call.write_error(error)
        return
    if value is not None:
        plain = unwrap(value)
        writer.write(type_of(plain).full_name if isinstance(plain, list) else culture_text(value))
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
    options: Options = None,
    literal: Fixed = False,
) -> Output[Value]:
    """Files have content, which Set-Content sets; this is for the other drives."""
    change = Change(force, options)
    for one in path:
        on_drive = drive_of(call.session, one)
        refuse_options(call, None if on_drive is None else on_drive[0], change)
        if on_drive is None:
            call.write_error(not_supported())
            continue
        for name in filter(choice.takes_name, _named_at(call, *on_drive, literal=literal)):
            if call.should_process(f"Item: {name} Value: {culture_text(value)}", "Set Item"):
                found = list(put_item(call, on_drive[0], name, value, change))
                yield from found if pass_thru else ()


def _named_at(call: ManagementCall, drive: Drive, name: str, *, literal: bool) -> list[str]:
    """What a name means that may not be there yet; a pattern means what it matches."""
    return list(matching(call.session, drive, name)) if has_wildcards(name) and not literal else [name]


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
    for target in targets(call, path, choice, literal=literal, hidden=force):
        if not isinstance(target, Named):
            call.write_error(not_supported())
        elif call.should_process(f"Item: {target.name}", "Clear Item"):
            list(put_item(call, target.drive, target.name, None, Change(force)))


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
        if isinstance(target, Named):
            call.write_error(not_supported())
        elif call.should_process(f"Item: {target.shown}", "Invoke Item"):
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

"""Move-Item, Rename-Item."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Fixed, Output, Parameter
from msolemu.modules.management.copying import Destination
from msolemu.modules.management.named_values import Change
from msolemu.modules.management.parameters import (
    LITERALLY,
    ONE_LITERALLY,
    Choice,
    Force,
    ManagementCall,
    PassThru,
    Paths,
)
from msolemu.modules.management.providers import already_there, not_supported, spelled
from msolemu.modules.management.targets import (
    Named,
    host_failure,
    inside,
    is_in_use,
    refuse_in_use,
    targets,
    targets_of,
)
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import is_folder, locations_of, place_of
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.types.file_items import file_item
from msolemu.runtime.values.objects import Value

IO_ERROR = "System.IO.IOException"

move_item = Cmdlet(
    "Move-Item",
    "Moves files and folders.",
    should_process=True,
    aliases=("mi", "move", "mv"),
    examples={"Set-Content a.txt 'x'; Move-Item a.txt moved.txt -Force": "Moves a file."},
)


@move_item.parameter_set("LiteralPath", LITERALLY)
@move_item.parameter_set("Path", default=True)
def move(
    call: ManagementCall,
    path: Paths,
    choice: Choice,
    destination: Destination = None,
    force: Force = False,
    pass_thru: PassThru = False,
    literal: Fixed = False,
) -> Output[Value]:
    """Into a folder that is there, else to a new name. A file in the way is an error, unless -Force is said."""
    for target in list(targets(call, path, choice, literal=literal, hidden=force)):
        if isinstance(target, Named):
            call.write_error(not_supported("The NavigationCmdletProvider methods are not supported by this provider."))
            continue
        if is_in_use(call, target):
            refuse_in_use(call, f"Cannot move item because the item at '{target.path}' is in use.")
            continue
        place = inside(place_of(call.session, destination or "."), target)
        if is_folder(target) and Path(target.host) in Path(place.host).parents:
            text = f"Destination path cannot be a subdirectory of the source: {place.shown}."
            kind = ErrorCategory.INVALID_ARGUMENT
            call.write_error("MoveItemArgumentError", text, kind, IO_ERROR, target=place.shown)
            continue
        action = "Move Directory" if is_folder(target) else "Move File"
        if call.should_process(f"Item: {target.shown} Destination: {place.shown}", action):
            error_id = "MoveDirectoryItem" if is_folder(target) else "MoveFileInfoItem"
            found = list(moved(call, target, place, error_id, force=force))
            yield from found if pass_thru else ()


def moved(call: ManagementCall, source: Place, place: Place, error_id: str, *, force: bool) -> Iterator[Value]:
    """Give a file or folder another place; what is there already is in the way, a file only without force."""
    locations = locations_of(call.session)
    origin, goal = Path(locations.checked(source)), Path(locations.checked(place, writing=True))
    try:
        if goal.exists() and not goal.samefile(origin):
            if not force or origin.is_dir():
                raise FileExistsError(_in_the_way(origin, place))
            goal.unlink()
        if not goal.parent.is_dir():
            raise FileNotFoundError
        shutil.move(origin, goal)
    except OSError as error:
        call.write_error(host_failure(error, place, error_id, source))
        return
    yield file_item(place)


def _in_the_way(origin: Path, place: Place) -> str:
    if origin.is_dir():
        return f"Cannot create '{place.shown}' because a file or directory with the same name already exists."
    if place.emulated or os.name == "nt":
        return "Cannot create a file when that file already exists."
    return f"The file '{place.shown}' already exists."


rename_item = Cmdlet(
    "Rename-Item",
    "Gives a file or folder another name.",
    should_process=True,
    aliases=("rni", "ren"),
    examples={"Set-Content a.txt 'x'; Rename-Item a.txt renamed.txt": "Renames a file."},
)
NewName = Annotated[str, Parameter("The new name.", position=1, from_property=True)]


def renamed(call: ManagementCall, path: str, new_name: str, change: Change, *, literal: bool) -> Iterator[Value]:
    """Rename what the path means."""
    try:
        found = list(targets_of(call, path, literal=literal))
    except PowerShellError as error:
        call.write_error(error)
        return
    if len(found) > 1:
        raise call.error(
            "Argument",
            "Cannot rename item because the path resolved to multiple items. Only one item can be renamed at a time.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.Management.Automation.PSArgumentException",
        )
    for target in found:
        if isinstance(target, Named):
            yield from _rename_named(call, target, new_name, change)
        elif is_in_use(call, target):
            refuse_in_use(call, f"Cannot rename the item at '{target.path}' because it is in use.")
        else:
            yield from _rename_file(call, target, new_name)


def _rename_file(call: ManagementCall, target: Place, new_name: str) -> Iterator[Value]:
    parent = Path(target.host).parent
    folder, _, name = new_name.replace("\\", "/").rpartition("/")
    if folder not in ("", ".") and Path(locations_of(call.session).place(new_name).host).parent != parent:
        raise call.error(
            "Argument",
            "Cannot rename the specified target, because it represents a path or device name.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.Management.Automation.PSArgumentException",
        )
    shown = target.shown[: len(target.shown.rstrip("\\/")) - len(Path(target.host).name)]
    place = Place(shown + name, str(parent / name), target.emulated)
    action = "Rename Directory" if is_folder(target) else "Rename File"
    if call.should_process(f"Item: {target.shown} Destination: {place.shown}", action):
        yield from moved(call, target, place, "RenameItem", force=False)


def _rename_named(call: ManagementCall, target: Named, new_name: str, change: Change) -> Iterator[Value]:
    drive, name, session = target.drive, target.name, call.session
    if spelled(session, drive, new_name) is not None and not change.force:
        call.write_error(already_there(new_name))
    elif call.should_process(f"Item: {name} NewName: {new_name}", "Rename Item"):
        try:
            drive.rename(session, name, new_name, change)
        except PowerShellError as error:
            call.write_error(error)
            return
        yield drive.shown(session, new_name)


@rename_item.parameter_set("ByLiteralPath", ONE_LITERALLY)
@rename_item.parameter_set("ByPath", default=True)
def rename(
    call: ManagementCall,
    path: Annotated[str, Parameter("The path.", position=0, from_pipeline=True, from_property=True)],
    new_name: NewName,
    force: Force = False,
    pass_thru: PassThru = False,
    literal: Fixed = False,
) -> Output[Value]:
    """The new name is a name only: renaming moves nothing to another folder, and overwrites nothing."""
    found = list(renamed(call, path, new_name, Change(force), literal=literal))
    yield from found if pass_thru else ()

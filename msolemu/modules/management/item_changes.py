"""Remove-Item, Copy-Item, Move-Item, Rename-Item."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Fixed, Output, Parameter, Switch
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
from msolemu.modules.management.providers import already_there, drive_of, not_supported, spelled
from msolemu.modules.management.targets import Named, put_item, targets, targets_of
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import child_of, exists, is_folder, locations_of, place_of
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.types.file_items import file_item
from msolemu.runtime.values.objects import Value

IO_ERROR = "System.IO.IOException"

remove_item = Cmdlet(
    "Remove-Item",
    "Removes files, folders and named values.",
    should_process=True,
    aliases=("ri", "rm", "del", "erase", "rd", "rmdir"),
    examples={
        "Set-Content a.txt 'x'; Remove-Item a.txt": "Removes a file.",
        "New-Item old/in -ItemType Directory -Force | Out-Null; Remove-Item old -Recurse": (
            "Removes a folder with all that is in it."
        ),
    },
)
Recurse = Annotated[Switch, Parameter("With all that is in folders.")]


@remove_item.parameter_set("LiteralPath", LITERALLY)
@remove_item.parameter_set("Path", default=True)
def remove(
    call: ManagementCall,
    path: Paths,
    choice: Choice,
    recurse: Recurse = False,
    force: Force = False,
    literal: Fixed = False,
) -> None:
    """A folder with something in it is asked about, unless -Recurse is said."""
    for target in list(targets(call, path, choice, literal=literal)):
        if isinstance(target, Named):
            _remove_named(call, target, Change(force))
            continue
        _remove(call, target, recurse=recurse, force=force)


def _remove_named(call: ManagementCall, target: Named, change: Change) -> None:
    if target.name and call.should_process(f"Item: {target.name}", "Remove Item"):
        try:
            target.drive.remove(call.session, target.name, change)
        except PowerShellError as error:
            call.write_error(error)


def _remove(call: ManagementCall, place: Place, *, recurse: bool, force: bool) -> None:
    host = Path(locations_of(call.session).checked(place, writing=True))
    folder = host.is_dir() and not host.is_symlink()
    if not call.should_process(place.shown, "Remove Directory" if folder else "Remove File"):
        return
    if folder and any(host.iterdir()) and not recurse and not _confirmed(call, place):
        return
    if not folder and not force and not host.is_symlink() and not host.stat().st_mode & 0o200:
        text = "You do not have sufficient access rights to perform this operation or the item is hidden, system, or "
        text += "read only."
        call.write_error(
            "RemoveFileSystemItemUnAuthorizedAccess",
            f"Cannot remove item {place.shown}: {text}",
            ErrorCategory.PERMISSION_DENIED,
            IO_ERROR,
            target=place.shown,
        )
        return
    try:
        if folder:
            shutil.rmtree(host)
        else:
            host.unlink()
    except OSError as error:
        _failed(call, "RemoveItemIOError", error, place)


def _confirmed(call: ManagementCall, place: Place) -> bool:
    return call.should_continue(
        f"The item at {place.shown} has children and the Recurse parameter was not specified. If you continue, all "
        "children will be removed with the item. Are you sure you want to continue?"
    )


def _failed(call: ManagementCall, error_id: str, error: OSError, place: Place) -> None:
    text = f"{error.strerror or 'The operation failed'}. : '{place.shown}'"
    call.write_error(error_id, text, ErrorCategory.WRITE_ERROR, IO_ERROR, target=place.shown)


copy_item = Cmdlet(
    "Copy-Item",
    "Copies files and folders.",
    should_process=True,
    aliases=("copy", "cpi", "cp"),
    examples={"Set-Content a.txt 'x'; Copy-Item a.txt b.txt": "Copies a file."},
)
Destination = Annotated[str | None, Parameter("Where to.", position=1, from_property=True)]
Container = Annotated[Switch, Parameter("Keeps folders as folders; off, only their files are copied.")]


@copy_item.parameter_set("LiteralPath", LITERALLY)
@copy_item.parameter_set("Path", default=True)
def copy(
    call: ManagementCall,
    path: Paths,
    choice: Choice,
    destination: Destination = None,
    container: Container = True,
    force: Force = False,
    recurse: Recurse = False,
    pass_thru: PassThru = False,
    literal: Fixed = False,
) -> Output[Value]:
    """A folder is copied without what is in it, unless -Recurse is said."""
    for target in list(targets(call, path, choice, literal=literal)):
        if isinstance(target, Named):
            found = list(_copy_named(call, target, destination or "", Change(force)))
            yield from found if pass_thru else ()
            continue
        if drive_of(call.session, destination or "") is not None:
            raise _not_same_provider(call)
        place = inside(place_of(call.session, destination or "."), target)
        folder = is_folder(target)
        action = "Copy Directory" if folder else "Copy File"
        if call.should_process(f"Item: {target.shown} Destination: {place.shown}", action):
            sources = _files(call, target) if folder and recurse and not container else (target,)
            goal = place_of(call.session, destination or ".")
            found = [
                copied
                for one in list(sources)
                for copied in _copy(call, one, inside(goal, one), recurse=recurse, force=force)
            ]
            yield from found if pass_thru else ()


def _files(call: ManagementCall, folder: Place) -> Iterator[Place]:
    """The files below a folder, however deep."""
    for entry in sorted(Path(locations_of(call.session).checked(folder)).iterdir()):
        child = child_of(folder, entry.name)
        yield from _files(call, child) if entry.is_dir() else (child,)


def _copy_named(call: ManagementCall, target: Named, destination: str, change: Change) -> Iterator[Value]:
    drive, goal = target.drive, drive_of(call.session, destination)
    if goal is None or goal[0] is not drive:
        raise _not_same_provider(call)
    if call.should_process(f"Item: {target.name} Destination: {goal[1]}", "Copy Item"):
        yield from put_item(call, drive, goal[1], drive.value(call.session, target.name), change)


def _not_same_provider(call: ManagementCall) -> Exception:
    text = "Source and destination path did not resolve to the same provider."
    kind = "System.Management.Automation.PSArgumentException"
    return call.error("Argument", text, ErrorCategory.INVALID_ARGUMENT, kind)


def inside(to: Place, source: Place) -> Place:
    """Where something lands: in the folder, if one is there, else under the name itself."""
    return child_of(to, Path(source.host).name) if is_folder(to) else to


def _copy(call: ManagementCall, source: Place, place: Place, *, recurse: bool, force: bool) -> Iterator[Value]:
    locations = locations_of(call.session)
    origin, goal = Path(locations.checked(source)), Path(locations.checked(place, writing=True))
    if origin == goal:
        text = f"Cannot overwrite the item {source.shown} with itself."
        call.write_error("CopyError", text, ErrorCategory.WRITE_ERROR, IO_ERROR, target=source.shown)
        return
    try:
        if not origin.is_dir():
            shutil.copyfile(origin, goal)
        elif recurse:
            shutil.copytree(origin, goal, dirs_exist_ok=True)
        else:
            goal.mkdir(exist_ok=force)
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            error.strerror = "Could not find a part of the path"
            text = f"Could not find a part of the path '{place.shown}'."
            kind = "System.IO.DirectoryNotFoundException"
            call.write_error("CopyDirectoryInfoItemIOError", text, ErrorCategory.WRITE_ERROR, kind, target=source.shown)
            return
        _failed(call, "CopyFileInfoItemIOError", error, place)
        return
    yield file_item(place)


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
    for target in list(targets(call, path, choice, literal=literal)):
        if isinstance(target, Named):
            call.write_error(not_supported("The NavigationCmdletProvider methods are not supported by this provider."))
            continue
        to = place_of(call.session, destination or ".")
        place = inside(to, target)
        action = "Move Directory" if is_folder(target) else "Move File"
        if call.should_process(f"Item: {target.shown} Destination: {place.shown}", action):
            found = list(_move(call, target, place, force=force))
            yield from found if pass_thru else ()


def _move(call: ManagementCall, source: Place, place: Place, *, force: bool) -> Iterator[Value]:
    locations = locations_of(call.session)
    origin, goal = Path(locations.checked(source)), Path(locations.checked(place, writing=True))
    folder = origin.is_dir()
    if goal.exists() and not (force and not folder):
        text = (
            "Cannot create a file when that file already exists."
            if not folder
            else (f"Cannot create '{place.shown}' because a file or directory with the same name already exists.")
        )
        error_id = "MoveDirectoryItemIOError" if folder else "MoveFileInfoItemIOError"
        call.write_error(error_id, text, ErrorCategory.WRITE_ERROR, IO_ERROR, target=source.shown)
        return
    try:
        if goal.exists():
            goal.unlink()
        shutil.move(origin, goal)
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            text = f"Could not find a part of the path '{place.shown}'."
            kind = "System.IO.DirectoryNotFoundException"
            call.write_error("MoveFileInfoItemIOError", text, ErrorCategory.WRITE_ERROR, kind, target=source.shown)
            return
        _failed(call, "MoveFileInfoItemIOError", error, place)
        return
    yield file_item(place)


rename_item = Cmdlet(
    "Rename-Item",
    "Gives a file or folder another name.",
    should_process=True,
    aliases=("rni", "ren"),
    examples={"Set-Content a.txt 'x'; Rename-Item a.txt renamed.txt -Force": "Renames a file."},
)
NewName = Annotated[str, Parameter("The new name.", position=1, from_property=True)]


def renamed(call: ManagementCall, path: str, new_name: str, *, literal: bool, force: bool) -> Iterator[Value]:
    """Rename what the path means."""
    try:
        found = list(targets_of(call, path, literal=literal))
    except PowerShellError as error:
        call.write_error(error)
        return
    for target in found:
        if isinstance(target, Named):
            yield from _rename_named(call, target, new_name, Change(force))
            continue
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
        if not call.should_process(f"Item: {target.shown} Destination: {place.shown}", action):
            continue
        if exists(call.session, place) and not force:
            text = "Cannot create a file when that file already exists."
            call.write_error("RenameItemIOError", text, ErrorCategory.WRITE_ERROR, IO_ERROR, target=target.shown)
            continue
        yield from _move(call, target, place, force=force)


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
    """The new name is a name only: renaming moves nothing to another folder."""
    found = list(renamed(call, path, new_name, literal=literal, force=force))
    yield from found if pass_thru else ()

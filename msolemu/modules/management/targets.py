"""What the paths of a command mean: files and folders, or named values of a drive; one failure leaves the rest."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from msolemu.foundation.dataclass import dataclass
from msolemu.modules.management.named_values import Change, Drive
from msolemu.modules.management.parameters import Choice, ManagementCall
from msolemu.modules.management.providers import drive_of, matching, spelled
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, runtime_error
from msolemu.runtime.filesystem.files import child_of, is_folder, locations_of, open_failure, place_of, resolve
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.filesystem.path_info import PathInfo
from msolemu.runtime.text.wildcard import unescape
from msolemu.runtime.types.file_items import FileSystemItem, file_item
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import TypedArray, Value

EVERYTHING = Choice()


@dataclass(frozen=True, slots=True)
class Named:
    """A name on one of the session's drives."""

    drive: Drive
    name: str

    @property
    def shown(self) -> str:
        """The name."""
        return self.name

    @property
    def path_info(self) -> PathInfo:
        """Where it is."""
        return PathInfo(self.drive.info, self.drive.provider, self.name, f"{self.drive.name}:{os.sep}{self.name}")


Target = Place | Named


def is_file(target: Target) -> bool:
    """Whether a file is meant."""
    return isinstance(target, Place) and not Path(target.host).is_dir()


def item_of(call: ManagementCall, target: Target) -> FileSystemItem | Value:
    """The object for what is there."""
    if isinstance(target, Named):
        drive, session = target.drive, call.session
        if not target.name:
            return [drive.item(session, name) for name in drive.names(session)]
        return drive.shown(session, target.name)
    return file_item(target)


def put_item(call: ManagementCall, drive: Drive, name: str, value: Value, change: Change) -> Iterator[Value]:
    """Set what a name of a drive stands for; gives the item, if there is one afterwards."""
    try:
        drive.put(call.session, name, value, change)
    except PowerShellError as error:
        call.write_error(error)
        return
    if spelled(call.session, drive, name) is not None:
        yield drive.shown(call.session, name)


def targets(
    call: ManagementCall,
    paths: Sequence[str],
    choice: Choice = EVERYTHING,
    *,
    literal: bool = False,
    hidden: bool = False,
) -> Iterator[Target]:
    """What the paths mean."""
    for path in paths:
        try:
            yield from targets_of(call, path, choice, literal=literal, hidden=hidden)
        except PowerShellError as error:
            call.write_error(error)


def content_targets(
    call: ManagementCall,
    path: str,
    choice: Choice = EVERYTHING,
    *,
    literal: bool = False,
    new: bool = False,
    hidden: bool = False,
) -> Iterator[Target]:
    """The same for what has content: nothing at all is an error, unless `new` lets a file be made."""
    try:
        found = list(targets_of(call, path, choice, literal=literal, hidden=hidden))
    except PowerShellError as error:
        if not new or error.record.error_id != "PathNotFound":
            raise
        on_drive = drive_of(call.session, path)
        found = [
            Named(*on_drive) if on_drive is not None else place_of(call.session, path if literal else unescape(path))
        ]
    if not found:
        raise runtime_error(
            "ItemNotFound",
            f"An object at the specified path {path} does not exist, or has been filtered by the -Include or -Exclude "
            "parameter.",
            ErrorCategory.OBJECT_NOT_FOUND,
            "System.Exception",
            target=TypedArray([path], known_type("System.String")),
        )
    yield from found


def targets_of(
    call: ManagementCall, path: str, choice: Choice = EVERYTHING, *, literal: bool = False, hidden: bool = False
) -> Iterator[Target]:
    """What one path means; nothing there is an error."""
    on_drive = drive_of(call.session, path)
    if on_drive is not None:
        drive, name = on_drive
        if not name:
            yield Named(drive, "")
        for found in matching(call.session, drive, name, literal=literal):
            if choice.takes_name(found):
                yield Named(drive, found)
        return
    for place in resolve(call.session, path, literal=literal, hidden=hidden):
        if choice.takes_name(Path(place.host).name):
            yield place


def inside(to: Place, source: Place) -> Place:
    """Where something lands: in the folder, if one is there, else under the name itself."""
    return child_of(to, Path(source.host).name) if is_folder(to) else to


def host_failure(error: OSError, place: Place, error_id: str, source: Place) -> PowerShellError:
    """What the host refuses, as the error of a provider's operation on a file; `error_id` is its beginning."""
    if isinstance(error, FileExistsError) and error.args and isinstance(error.args[0], str):
        failure = runtime_error("", error.args[0], exception_type="System.IO.IOException")
    else:
        failure = open_failure(error, place)
    denied = isinstance(error, PermissionError)
    failure.record.error_id = error_id + ("UnauthorizedAccessError" if denied else "IOError")
    failure.record.category = ErrorCategory.PERMISSION_DENIED if denied else ErrorCategory.WRITE_ERROR
    failure.record.target = file_item(source)
    return failure


def is_in_use(call: ManagementCall, place: Place) -> bool:
    """Whether the session stands in a folder, or below it."""
    locations = locations_of(call.session)
    here, there = Path(locations.current.host), Path(place.host)
    return not locations.drive and (here == there or there in here.parents)


def refuse_in_use(call: ManagementCall, text: str) -> None:
    """The error for a folder that the session stands in."""
    kind = "System.Management.Automation.PSInvalidOperationException"
    call.write_error("InvalidOperation", text, ErrorCategory.INVALID_OPERATION, kind)

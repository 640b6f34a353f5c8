"""System.IO.File and System.IO.Directory: the times and attributes of what is at a path, and where folders stand."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.filesystem import files
from msolemu.runtime.state import current
from msolemu.runtime.types.declaring import static
from msolemu.runtime.types.file_access import (
    DIRECTORY,
    FILE,
    copy,
    delete,
    file_exists,
    folder_exists,
    host_of,
    place_of,
)
from msolemu.runtime.types.file_items import FolderItem, file_item
from msolemu.runtime.types.registry import STRING
from msolemu.runtime.values.members import get_property, set_property
from msolemu.runtime.values.objects import TypedArray, Value


def _reader(name: str) -> Callable[[str], Value]:
    return lambda path: get_property(file_item(place_of(path)), name)


def _writer(name: str) -> Callable[[str, Value], None]:
    def write(path: str, value: Value) -> None:
        host_of(path, writing=True)
        item = file_item(place_of(path))
        if not item.exists:
            raise _missing(path)
        set_property(item, name, value)

    return write


def _missing(path: str) -> NetError:
    return NetError("System.IO.FileNotFoundException", f"Could not find file '{place_of(path).shown}'.")


for _kind in (FILE, DIRECTORY):
    for _which in ("CreationTime", "LastAccessTime", "LastWriteTime"):
        for _name in (_which, _which + "Utc"):
            _parameter = _name[0].lower() + _name[1:]
            static(_kind, f"datetime Get{_name}(string path)")(_reader(_name))
            static(_kind, f"void Set{_name}(string path, datetime {_parameter})")(_writer(_name))


@static(FILE, "System.IO.FileAttributes GetAttributes(string path)")
def get_attributes(path: str) -> Value:
    """The attributes of a file or folder, which must be there."""
    item = file_item(place_of(path))
    if not item.exists:
        raise _missing(path)
    return item.attributes


@static(FILE, "void SetAttributes(string path, System.IO.FileAttributes fileAttributes)")
def set_attributes(path: str, attributes: Value) -> None:
    """Set the attributes of a file or folder."""
    _writer("Attributes")(path, attributes)


_BACKED = "string sourceFileName, string destinationFileName, string destinationBackupFileName"


@static(FILE, f"void Replace({_BACKED})", f"void Replace({_BACKED}, bool ignoreMetadataErrors)")
def replace(source: str, target: str, backup: str | None, ignore: bool = False) -> None:
    """Put a file in the place of another, of which a copy may be kept."""
    if not file_exists(target):
        raise _missing(target)
    if backup:
        copy(target, backup, overwrite=True)
    copy(source, target, overwrite=True)
    delete(source)


@static(DIRECTORY, "void Move(string sourceDirName, string destDirName)")
def move_folder(source: str, target: str) -> None:
    """Move a file or folder."""
    old, new = host_of(source, writing=True), host_of(target, writing=True)
    if not old.exists():
        raise NetError(
            "System.IO.DirectoryNotFoundException", f"Could not find a part of the path '{place_of(source).shown}'."
        )
    if new.exists():
        message = (
            f"Cannot create '{place_of(target).shown}' because a file or directory with the same name already exists."
        )
        raise NetError("System.IO.IOException", message)
    try:
        shutil.move(old, new)
    except OSError as error:
        raise files.open_failure(error, place_of(target)) from error


@static(DIRECTORY, "System.IO.DirectoryInfo GetParent(string path)")
def get_parent(path: str) -> Value:
    """The folder above; null above a root."""
    return get_property(FolderItem(place_of(path)), "Parent")


@static(DIRECTORY, "string GetDirectoryRoot(string path)")
def get_root(path: str) -> Value:
    """The root of a path."""
    return get_property(get_property(FolderItem(place_of(path)), "Root"), "FullName")


@static(DIRECTORY, "string[] GetLogicalDrives()")
def get_drives() -> TypedArray:
    """The roots that there are."""
    return TypedArray(["C:\\"], STRING)


@static(DIRECTORY, "void SetCurrentDirectory(string path)")
def set_current(path: str) -> None:
    """Go to a folder."""
    if not folder_exists(path):
        raise NetError(
            "System.IO.DirectoryNotFoundException", f"Could not find a part of the path '{place_of(path).shown}'."
        )
    files.locations_of(current.session()).enter(place_of(path))

"""Files and folders as objects: System.IO.FileInfo and DirectoryInfo, with what PowerShell adds to them."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.state import current
from msolemu.runtime.text.decorations import RESET
from msolemu.runtime.types.declaring import constructor, method
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Int64, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from msolemu.runtime.filesystem.path_info import PathInfo
    from msolemu.runtime.types.date_time import DateTime
    from msolemu.runtime.types.net_type import NetType

PROVIDER = "Microsoft.PowerShell.Core\\FileSystem"
ATTRIBUTES = "System.IO.FileAttributes"
READ_ONLY = 1
_NEVER = datetime(1601, 1, 1, tzinfo=UTC)


class FileSystemItem:
    """System.IO.FileSystemInfo: what is at a place, looked up when it is asked for."""

    __slots__ = ("place", "shown_as")

    def __init__(self, place: Place, shown_as: str = "") -> None:
        self.place = place
        self.shown_as = shown_as or place.shown

    def __str__(self) -> str:
        return self.shown_as

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    @property
    def path(self) -> Path:
        """Where it is on the host."""
        return Path(self.place.host)

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.place.shown.rstrip("\\/").replace("\\", "/").rpartition("/")[2] or self.place.shown

    @property
    def exists(self) -> bool:
        """Whether it is still there."""
        return self.path.is_dir() if isinstance(self, FolderItem) else self.path.is_file()

    @property
    def extension(self) -> str:
        """The part of the name from its last dot on."""
        _, dot, last = self.name.rpartition(".")
        return dot + last if dot and last else ""

    @property
    def parent(self) -> str:
        """The folder that it is in."""
        shown = self.place.shown.rstrip("\\/")
        cut = max(shown.rfind("/"), shown.rfind("\\"))
        head = shown[:cut]
        return shown[: cut + 1] if not head or head.endswith(":") else head

    def state(self) -> os.stat_result | None:
        """What the host knows of it."""
        try:
            return self.path.stat()
        except OSError:
            return None

    def moment(self, which: str) -> datetime:
        """A time of the file; a file that is not there has that of 1601."""
        state = self.state()
        if state is None:
            return _NEVER
        seconds = {"write": state.st_mtime, "access": state.st_atime}.get(which)
        if seconds is None:
            seconds = getattr(state, "st_birthtime", min(state.st_ctime, state.st_mtime))
        return datetime.fromtimestamp(seconds, UTC)

    def put_moment(self, which: str, moment: datetime) -> None:
        """Set a time of the file; when it was made cannot be changed."""
        state = self.state()
        if state is None:
            return
        access = moment.timestamp() if which == "access" else state.st_atime
        write = moment.timestamp() if which == "write" else state.st_mtime
        os.utime(self.path, (access, write))

    @property
    def is_read_only(self) -> bool:
        """Whether the file may not be written."""
        state = self.state()
        return state is not None and not state.st_mode & stat.S_IWUSR

    @property
    def is_hidden(self) -> bool:
        """Whether listings leave it out: on hosts other than Windows a name that begins with a dot is hidden."""
        return self.name.startswith(".") and not self.place.emulated and os.name != "nt"

    @property
    def mode(self) -> str:
        """`d----`, `-a---`, `-ar--`, as PowerShell shows it."""
        folder = isinstance(self, FolderItem)
        link = "l" if self.path.is_symlink() else "d" if folder else "-"
        archive = "-" if folder or os.name != "nt" else "a"
        return f"{link}{archive}{'r' if self.is_read_only else '-'}{'h' if self.is_hidden else '-'}-"

    @property
    def attributes(self) -> Value:
        """The file's attributes, as .NET's enumeration has them."""
        from msolemu.runtime.casting.conversion import convert

        found = ["ReadOnly"] if self.is_read_only else []
        found += ["Hidden"] if self.is_hidden else []
        found += ["Directory"] if isinstance(self, FolderItem) else []
        return convert(", ".join(found) or "Normal", known_type(ATTRIBUTES))


class FileItem(FileSystemItem):
    """System.IO.FileInfo."""

    __slots__ = ()

    @property
    def length(self) -> int:
        """The size in bytes."""
        state = self.state()
        return 0 if state is None else state.st_size


class FolderItem(FileSystemItem):
    """System.IO.DirectoryInfo."""

    __slots__ = ()


def file_item(place: Place) -> FileSystemItem:
    """The object for what is at a place."""
    return FolderItem(place) if Path(place.host).is_dir() else FileItem(place)


def _parent_item(item: FileSystemItem) -> FolderItem | None:
    if not item.parent or item.parent == item.place.shown:
        return None
    return FolderItem(Place(item.parent, str(item.path.parent), item.place.emulated))


def _root(item: FileSystemItem) -> FolderItem:
    shown = item.place.shown[:3] if item.place.emulated else item.path.anchor
    host = item.place.host[: -len(item.place.shown[3:]) or None] if item.place.emulated else item.path.anchor
    return FolderItem(Place(shown, host.rstrip("/") or "/", item.place.emulated))


def _time(which: str) -> Callable[[FileSystemItem], DateTime]:
    def read(item: FileSystemItem) -> DateTime:
        from msolemu.runtime.types.date_time import DateTime

        return DateTime.of(item.moment(which))

    return read


def _put_time(which: str) -> Callable[[FileSystemItem, Value], None]:
    def write(item: FileSystemItem, value: Value) -> None:
        from msolemu.runtime.casting.conversion import convert

        item.put_moment(which, convert(value, known_type("System.DateTime")).to_datetime())

    return write


def _put_read_only(item: FileSystemItem, value: Value) -> None:
    with _refusals_of(item):
        mode = item.path.stat().st_mode
        item.path.chmod(mode & ~0o222 if value else mode | stat.S_IWUSR)


def _put_attributes(item: FileSystemItem, value: Value) -> None:
    """Of the attributes only ReadOnly can be changed; a file system that knows no others passes over them."""
    from msolemu.runtime.casting.conversion import convert

    _put_read_only(item, convert(value, known_type(ATTRIBUTES)).value & READ_ONLY)


@contextlib.contextmanager
def _refusals_of(item: FileSystemItem) -> Iterator[None]:
    """What the host refuses, as the exceptions that .NET throws for it."""
    from msolemu.runtime.filesystem.files import open_failure

    try:
        yield
    except shutil.Error as error:
        raise NetError("System.IO.IOException", f"The file '{item.place.shown}' already exists.") from error
    except OSError as error:
        raise open_failure(error, item.place) from error


def _base_name(item: FileSystemItem) -> str:
    return item.name if isinstance(item, FolderItem) else item.name.removesuffix(item.extension)


SYSTEM_ITEM = known_type("System.IO.FileSystemInfo")
FILE = known_type("System.IO.FileInfo")
FOLDER = known_type("System.IO.DirectoryInfo")
represent(SYSTEM_ITEM, FileSystemItem)
represent(FILE, FileItem)
represent(FOLDER, FolderItem)
_TEXT, _DATE, _TRUTH = "System.String", "System.DateTime", "System.Boolean"


def _declare_common(kind: NetType) -> None:
    for name, which in (("CreationTime", "creation"), ("LastAccessTime", "access"), ("LastWriteTime", "write")):
        kind.declare_property(name, _time(which), _DATE, _put_time(which))
        kind.declare_property(name + "Utc", _time(which), _DATE, _put_time(which))
    kind.declare_property("Exists", lambda item: item.exists, _TRUTH)
    kind.declare_property("Extension", lambda item: item.extension, _TEXT)
    kind.declare_property("FullName", lambda item: item.place.shown, _TEXT)
    kind.declare_property("Name", lambda item: item.name, _TEXT)
    kind.declare_property("LinkTarget", lambda item: None, _TEXT)
    kind.declare_property("Attributes", lambda item: item.attributes, ATTRIBUTES, _put_attributes)


def _declare_added(kind: NetType) -> None:
    """What PowerShell's types and its provider add."""
    for name, read, type_name in (
        ("PSPath", lambda item: f"{PROVIDER}::{item.place.shown}", _TEXT),
        ("PSParentPath", lambda item: f"{PROVIDER}::{item.parent}", _TEXT),
        ("PSChildName", lambda item: item.name, _TEXT),
        ("PSDrive", lambda item: _standing(item).Drive, "System.Management.Automation.PSDriveInfo"),
        ("PSProvider", lambda item: _standing(item).Provider, "System.Management.Automation.ProviderInfo"),
        ("PSIsContainer", lambda item: isinstance(item, FolderItem), _TRUTH),
    ):
        kind.declare_property(name, read, type_name, kind="NoteProperty")
    for name in ("Mode", "ModeWithoutHardLink"):
        kind.declare_property(name, lambda item: item.mode, _TEXT, kind="CodeProperty")
    for name, text in (
        ("BaseName", _base_name),
        ("LengthString", lambda item: str(item.length) if isinstance(item, FileItem) else ""),
        ("LastWriteTimeString", _shown_time),
        ("NameString", _coloured_name),
    ):
        kind.declare_property(name, text, kind="ScriptProperty")


def _coloured_name(item: FileSystemItem) -> str:
    """The name in the colour that `$PSStyle.FileInfo` has for files of its kind."""
    files = current.session().style.held["FileInfo"].held
    if item.path.is_symlink():
        return f"{files['SymbolicLink']}{item.name}{RESET} -> {item.path.readlink()}"
    state = None if os.name == "nt" else item.state()
    if isinstance(item, FolderItem):
        colour = files["Directory"]
    elif item.extension in files["Extension"]:
        colour = files["Extension"][item.extension]
    else:
        colour = files["Executable"] if state is not None and state.st_mode & stat.S_IXUSR else ""
    return f"{colour}{item.name}{RESET}" if colour else item.name


def _standing(item: FileSystemItem) -> PathInfo:
    from msolemu.runtime.filesystem.path_info import path_info

    return path_info(item.place)


def _shown_time(item: FileSystemItem) -> str:
    from msolemu.runtime.text.text_operators import composite

    return composite("{0,10:d} {0,8:t}", [_time("write")(item)])


_declare_common(SYSTEM_ITEM)
FILE.declare_property("Length", lambda item: Int64(item.length), "System.Int64")
FILE.declare_property("DirectoryName", lambda item: item.parent, _TEXT)
FILE.declare_property("Directory", _parent_item, "System.IO.DirectoryInfo")
FILE.declare_property("IsReadOnly", lambda item: item.is_read_only, _TRUTH, _put_read_only)
FOLDER.declare_property("Parent", _parent_item, "System.IO.DirectoryInfo")
FOLDER.declare_property("Root", _root, "System.IO.DirectoryInfo")
_declare_added(SYSTEM_ITEM)


def _place(path: str) -> Place:
    from msolemu.runtime.filesystem.files import place_of

    return place_of(current.session(), path)


def _checked(item: FileSystemItem) -> Path:
    """Where it is on the host, if the session may touch it."""
    from msolemu.runtime.filesystem.files import locations_of

    return Path(locations_of(current.session()).checked(item.place, writing=True))


@constructor(FILE, "System.IO.FileInfo(string fileName)")
def new_file(path: str) -> FileItem:
    """The file at a path, whether it is there or not."""
    return FileItem(_place(path), path)


@constructor(FOLDER, "System.IO.DirectoryInfo(string path)")
def new_folder(path: str) -> FolderItem:
    """The folder at a path, whether it is there or not."""
    return FolderItem(_place(path), path)


@method(SYSTEM_ITEM, "void Refresh()")
def refresh(item: FileSystemItem) -> None:
    """Nothing is remembered."""


@method(SYSTEM_ITEM, "string ToString()")
def to_string(item: FileSystemItem) -> str:
    """The path."""
    return item.shown_as


@method(FILE, "void Delete()")
def delete_file(item: FileItem) -> None:
    """Remove the file."""
    _checked(item).unlink(missing_ok=True)


@method(FOLDER, "void Delete()", "void Delete(bool recursive)")
def delete_folder(item: FolderItem, recursive: bool = False) -> None:
    """Remove the folder."""
    host = _checked(item)
    with _refusals_of(item):
        if recursive:
            shutil.rmtree(host)
        else:
            host.rmdir()


@method(FILE, "System.IO.FileInfo CopyTo(string destFileName)")
@method(FILE, "System.IO.FileInfo CopyTo(string destFileName, bool overwrite)")
def copy_to(item: FileItem, path: str, overwrite: bool = False) -> FileItem:
    """Copy the file."""
    copy = FileItem(_place(path))
    host = _checked(copy)
    if host.exists() and not overwrite:
        raise NetError("System.IO.IOException", f"The file '{copy.place.shown}' already exists.")
    with _refusals_of(item):
        shutil.copyfile(item.path, host)
    return copy


@method(FILE, "void MoveTo(string destFileName)", "void MoveTo(string destFileName, bool overwrite)")
@method(FOLDER, "void MoveTo(string destDirName)")
def move_to(item: FileSystemItem, path: str, overwrite: bool = False) -> None:
    """Move the file or folder; the object goes with it."""
    moved = FileSystemItem(_place(path))
    host = _checked(moved)
    if host.exists() and not overwrite:
        raise NetError(
            "System.IO.IOException",
            f"Cannot create '{moved.place.shown}' because a file or directory with the same name already exists.",
        )
    with _refusals_of(item):
        shutil.move(_checked(item), host)
    item.place, item.shown_as = moved.place, moved.shown_as


@method(FOLDER, "void Create()")
def create(item: FolderItem) -> None:
    """Make the folder, with those on the way."""
    with _refusals_of(item):
        _checked(item).mkdir(parents=True, exist_ok=True)


@method(FOLDER, "System.IO.DirectoryInfo CreateSubdirectory(string path)")
def create_below(item: FolderItem, path: str) -> FolderItem:
    """Make a folder in the folder."""
    from msolemu.runtime.filesystem.files import child_of

    made = FolderItem(child_of(item.place, path))
    create(made)
    return made


def _within(item: FolderItem, pattern: str, *, deep: bool) -> Iterator[FileSystemItem]:
    from msolemu.runtime.filesystem.files import entries
    from msolemu.runtime.types.file_access import search_pattern

    wanted = search_pattern(pattern)
    for one in map(file_item, entries(current.session(), item.place)):
        if wanted.matches(one.name):
            yield one
        if deep and isinstance(one, FolderItem):
            yield from _within(one, pattern, deep=True)


def _listing(kind: type[FileSystemItem]) -> Callable[..., list[FileSystemItem]]:
    def listed(item: FolderItem, pattern: str = "*", option: Any = None) -> list[FileSystemItem]:
        if not item.exists:
            raise NetError(
                "System.IO.DirectoryNotFoundException", f"Could not find a part of the path '{item.place.shown}'."
            )
        deep = option is not None and option.name == "AllDirectories"
        return [one for one in _within(item, pattern, deep=deep) if isinstance(one, kind)]

    return listed


for _what, _type, _class in (
    ("Files", "FileInfo", FileItem),
    ("Directories", "DirectoryInfo", FolderItem),
    ("FileSystemInfos", "FileSystemInfo", FileSystemItem),
):
    for _name in (f"Get{_what}", f"Enumerate{_what}"):
        method(
            FOLDER,
            f"System.IO.{_type}[] {_name}()",
            f"System.IO.{_type}[] {_name}(string searchPattern)",
            f"System.IO.{_type}[] {_name}(string searchPattern, System.IO.SearchOption searchOption)",
        )(_listing(_class))
